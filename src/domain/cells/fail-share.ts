import type { CellProblem, Input, Range } from "./input";
import { answersOf } from "./low-result";
import type { Outcome } from "./outcome";

/** Share of those who did not reach the minimum, 0…1; null where there is no data. */
export function shareOf(outcome: Outcome): number | null {
  if (outcome === null) return null;
  return "share" in outcome ? outcome.share : outcome.failed / outcome.participants;
}

/**
 * The failing share of each result of a range, read as `lowResult` reads it.
 * @example failShares([[23, 8]], null) // [[8 / 23]]
 */
export function failShares(range: Range, kind: Input): (number | "noData" | CellProblem)[][] | CellProblem {
  return answersOf(range, kind, (outcome) => shareOf(outcome) ?? "noData");
}
