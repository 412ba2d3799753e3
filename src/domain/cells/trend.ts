import {
  isProblem,
  NUMBER_PROBLEM,
  valueProblem,
  widthOf,
  type CellProblem,
  type Input,
  type Range,
} from "./input";
import { readOption } from "./number";
import { shareOf } from "./fail-share";
import { shareOutcome } from "./rows";

export type TrendWord = "worse" | "better" | "steady";
export interface Trend {
  /** Percentage points; a rise of the failing share is positive. */
  readonly change: number;
  readonly word: TrendWord;
}

/** A rise of at least 10 percentage points is negative dynamics (domain reference, Dynamics). */
const DEFAULT_LIMIT = 10;
/** Dynamics are told over up to three years. */
const MOST_YEARS = 3;

/**
 * Change of the failing share from the earliest to the latest known year of each row, years left to right.
 * @param limit percentage points; below 1 a fraction, as for thresholds.
 * @returns `"noData"` for a row with fewer than two known shares.
 * @example trend([[0.31, 0.348]], null) // [{ change: 3.8, word: "steady" }]
 */
export function trend(range: Range, limit: Input): (Trend | "noData" | CellProblem)[] | CellProblem {
  const most = readLimit(limit);
  if (isProblem(most)) return most;
  const width = widthOf(range);
  if (width < 2 || width > MOST_YEARS) return valueProblem("yearsNeeded", { width });
  return range.map((row, index) => {
    const known: number[] = [];
    for (const [column, cell] of row.entries()) {
      const outcome = shareOutcome(cell, index + 1, column + 1);
      if (isProblem(outcome)) return outcome;
      const share = shareOf(outcome);
      if (share !== null) known.push(share);
    }
    const [first, last] = [known[0], known.at(-1)];
    if (known.length < 2 || first === undefined || last === undefined) return "noData";
    const change = Math.round((last - first) * 1e11) / 1e9;
    return { change, word: change >= most ? "worse" : change <= -most ? "better" : "steady" };
  });
}

function readLimit(limit: Input): number | CellProblem {
  const figure = readOption(limit);
  if (isProblem(figure)) return figure;
  if (figure === null) return DEFAULT_LIMIT;
  const points = figure.value < 1 || figure.percent ? figure.value * 100 : figure.value;
  return points > 0 && points <= 100 ? Math.round(points * 1e9) / 1e9 : NUMBER_PROBLEM;
}
