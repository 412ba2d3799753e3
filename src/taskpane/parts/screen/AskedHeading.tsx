import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { ask, asked } from "../../../excel/asked";
import { useScreensStyles } from "../../screens/screens.styles";

interface Props {
  readonly kind: "files" | "report";
  readonly children: string;
}

/** The heading of a section that a button of the ribbon leads to: it takes the focus then, and the question is answered. */
export function AskedHeading({ kind, children }: Props) {
  const styles = useScreensStyles();
  const ref = useRef<HTMLHeadingElement>(null);
  const wanted = useStore(asked, ({ now }) => now?.kind === kind);
  useEffect(() => {
    if (!wanted) return undefined;
    // after the heading of the screen, which takes the focus when the screen appears
    const later = setTimeout(() => {
      ref.current?.focus();
      ask(null);
    });
    return () => {
      clearTimeout(later);
    };
  }, [wanted]);
  return (
    <h3 ref={ref} tabIndex={-1} className={styles.subheading}>
      {children}
    </h3>
  );
}
