import { Select, type SelectProps } from "@fluentui/react-components";
import { useRef } from "react";
import { useChoiceStyles } from "./Choice.styles";
import { useCutName } from "./use-cut-name";

/**
 * A list of choice whose chosen name can be read whole: one that the closed list cuts stands below it too. A screen
 * reader has it from the list itself.
 */
export function WholeSelect(props: SelectProps) {
  const styles = useChoiceStyles();
  const list = useRef<HTMLSelectElement>(null);
  const cut = useCutName(list);
  return (
    <>
      <Select {...props} select={{ ref: list }} />
      {cut !== null && (
        <span aria-hidden className={styles.whole}>
          {cut}
        </span>
      )}
    </>
  );
}
