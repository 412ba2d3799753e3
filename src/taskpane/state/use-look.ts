import { useEffect } from "react";
import type { Look } from "../../excel/port";
import type { WorkbookPort } from "../../excel/port";

/** A button that is pressed to come back to the pane keeps its meaning until it is let go. */
const SETTLE = 300;

/**
 * Looks at the workbook while a screen that shows it is there: when it appears, when a sheet comes or goes, and when the
 * user turns to the pane again. The screen is painted without it; a look that is overtaken or left says nothing.
 */
export function useLook(port: WorkbookPort, onLook: (look: Look | "failed") => void): void {
  useEffect(() => {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const mine = ++turn;
      const wanted = (): boolean => mine === turn;
      const say = (found: Look | "failed" | null): void => {
        if (wanted() && found !== null) onLook(found);
      };
      port.look(wanted).then(say, () => {
        say("failed");
      });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE);
    };
    const shown = (): void => {
      if (!document.hidden) later();
    };
    look();
    const end = port.watch(later);
    window.addEventListener("focus", later);
    document.addEventListener("visibilitychange", shown);
    return () => {
      turn++;
      clearTimeout(timer);
      end();
      window.removeEventListener("focus", later);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [port, onLook]);
}
