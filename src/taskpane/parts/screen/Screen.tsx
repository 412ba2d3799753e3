import { mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { useScreenStyles } from "./Screen.styles";
import { useScrollRoom } from "./use-scroll-room";

interface Props {
  readonly heading: string;
  /** Buttons, the primary one first. */
  readonly actions?: ReactNode;
  /** Leaves the focus where it is: for what is there when the pane opens. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/**
 * A screen of the pane. Its heading takes the focus when the screen appears, so that a screen reader begins there and
 * the next Tab is inside.
 */
export function Screen({ heading, actions, quiet = false, children }: Props) {
  const styles = useScreenStyles();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!quiet) ref.current?.focus();
  }, [quiet]);
  return (
    <>
      <main className={styles.main}>
        <h2 ref={ref} tabIndex={-1} className={styles.heading}>
          {heading}
        </h2>
        {children}
      </main>
      {actions !== undefined && <Actions>{actions}</Actions>}
    </>
  );
}

/** The bar of buttons: at the bottom of the pane while there is room for it, else at the end of the screen. */
function Actions({ children }: { readonly children: ReactNode }) {
  const styles = useScreenStyles();
  const bar = useRef<HTMLDivElement>(null);
  const fits = useScrollRoom(bar, "bottom");
  return (
    <div ref={bar} className={mergeClasses(styles.actions, fits && styles.inSight)}>
      {children}
    </div>
  );
}
