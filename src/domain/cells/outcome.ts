import { isLow, isShareLow } from "../identification/low";
import { valueProblem, type CellProblem } from "./input";

/** What is known of one result: people, or a bare share 0…1, or nothing. */
export type Outcome =
  { readonly participants: number; readonly failed: number } | { readonly share: number } | null;

export type LowAnswer = boolean | "noData";

/** One result against the threshold; fewer participants than the minimum are no data. */
export function answer(outcome: Outcome, threshold: number, minimum: number): LowAnswer | CellProblem {
  if (outcome === null) return "noData";
  if ("share" in outcome) {
    return minimum > 0 ? valueProblem("minimumNeedsCounts") : isShareLow(outcome.share, threshold);
  }
  if (outcome.participants < minimum) return "noData";
  const state = isLow(outcome, threshold);
  return state === "noData" ? state : state === "low";
}
