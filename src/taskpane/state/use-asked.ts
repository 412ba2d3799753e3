import { useEffect } from "react";
import { useStore } from "zustand";
import { ask, asked, type Asked } from "../../excel/asked";
import type { Pane } from "./use-pane";

/**
 * Takes up what the ribbon asks, as soon as nothing else is under way: goes to the step, reads first where that is
 * needed.
 * @param turn leaves whatever stands in place of the steps; `report` shows the control instead
 * @returns what is asked and not answered yet
 */
export function useAsked(
  { read, go, state: { found } }: Pane,
  busy: boolean,
  turn: (report: boolean) => void,
): Asked | null {
  const { now } = useStore(asked);
  const unread = found === null;
  useEffect(() => {
    if (now === null || busy) return;
    turn(now.kind === "report");
    if (now.kind === "schools") {
      ask(null);
      if (!unread) read(); // else the way to the step reads
      go("schools");
    }
    if (now.kind === "files") {
      if (unread) read(); // the list of files stands among what was read
      go("data");
    }
    // neither `turn` nor `unread`: a question is taken up once, whatever is made anew around it
  }, [now, busy]);
  return now;
}
