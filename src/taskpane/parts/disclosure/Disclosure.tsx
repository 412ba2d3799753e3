import { useState, type ReactNode } from "react";
import { useDisclosureStyles } from "./Disclosure.styles";

interface Props {
  readonly summary: ReactNode;
  readonly open?: boolean;
  /** Made when it is opened: for what is long, or said elsewhere on the screen already. */
  readonly onDemand?: boolean;
  /** What a fix of a problem finds it by (`readingPlace`). */
  readonly reading?: string;
  readonly children: ReactNode;
}

/** A section that opens: the browser's own `details` knows the keyboard and the screen reader. */
export function Disclosure({ summary, open = false, onDemand = false, reading, children }: Props) {
  const styles = useDisclosureStyles();
  const [opened, setOpened] = useState(open);
  return (
    <details
      className={styles.root}
      open={open}
      data-reading={reading}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setOpened(true);
      }}
    >
      <summary className={styles.summary}>{summary}</summary>
      {(opened || !onDemand) && <div className={styles.body}>{children}</div>}
    </details>
  );
}
