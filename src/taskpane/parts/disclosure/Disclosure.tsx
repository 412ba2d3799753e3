import type { ReactNode } from "react";
import { useDisclosureStyles } from "./Disclosure.styles";

interface Props {
  readonly summary: ReactNode;
  readonly open?: boolean;
  /** What a fix of a problem finds it by (`readingPlace`). */
  readonly reading?: string;
  readonly children: ReactNode;
}

/** A section that opens: the browser's own `details` knows the keyboard and the screen reader. */
export function Disclosure({ summary, open = false, reading, children }: Props) {
  const styles = useDisclosureStyles();
  return (
    <details className={styles.root} open={open} data-reading={reading}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
