import { useId } from "react";
import { WholeSelect } from "../../parts/choice/WholeSelect";
import { useScreensStyles } from "../screens.styles";

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChoose: (id: Id) => void;
}

/** A fact of the plan that is chosen where it is told. */
export function Choice<Id extends string>({ label, value, options, onChoose }: Props<Id>) {
  const styles = useScreensStyles();
  const id = useId();
  return (
    <>
      <dt className={styles.whole}>
        <label htmlFor={id}>{label}</label>
      </dt>
      <dd className={styles.whole}>
        <WholeSelect
          id={id}
          value={value}
          onChange={(_, data) => {
            const chosen = options.find((option) => option.id === data.value);
            if (chosen !== undefined) onChoose(chosen.id);
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </WholeSelect>
      </dd>
    </>
  );
}
