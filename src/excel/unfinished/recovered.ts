import { createStore } from "zustand/vanilla";
import type { Recovery } from "../recovery";

/** What was put right last, by whichever reading: the pane tells of it until the user has it read anew or puts it away. */
export const recovered = createStore<{ readonly last: Recovery | null }>(() => ({ last: null }));

/** Keeps what there is to tell of; a workbook where nothing was left to do says nothing against what was told before. */
export function tellRecovery(recovery: Recovery): void {
  const { outcome, left = [], locked = [], begun = [], lost = [], overwritten = [] } = recovery;
  if (
    outcome !== "nothing" ||
    left.length + locked.length + begun.length + lost.length + overwritten.length > 0
  )
    recovered.setState({ last: recovery });
}

export function forgetRecovery(): void {
  recovered.setState({ last: null });
}
