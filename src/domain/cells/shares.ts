/** Shares of counts: indicators of seed 004 section 3, marks against the journal (seed 003 section 3). */
import { elementwise } from "./elementwise";
import { isProblem, NUMBER_PROBLEM, type CellProblem, type Input, type Range } from "./input";
import { readCount, readOption } from "./number";

export interface IndicatorValue {
  /** Fraction 0…1. */
  readonly share: number;
  /** null without a target. */
  readonly met: boolean | null;
}

/**
 * The share of an indicator and whether its target is met.
 * @param target a fraction up to 1, so that 100% of a cell is 1; above 1 per cent.
 * @returns `"noData"` for a blank count or a zero denominator.
 * @example indicator([[9]], [[12]], 0.75) // [[{ share: 0.75, met: true }]]
 */
export function indicator(
  numerator: Range,
  denominator: Range,
  target: Input,
): (IndicatorValue | "noData" | CellProblem)[][] | CellProblem {
  const wanted = readTarget(target);
  if (isProblem(wanted)) return wanted;
  return elementwise([numerator, denominator], ([part, whole], row, column) => {
    const counted = readCount(part, { row, column });
    if (isProblem(counted)) return counted;
    const all = readCount(whole, { row, column });
    if (isProblem(all)) return all;
    if (counted === null || all === null || all === 0) return "noData";
    if (counted > all) return NUMBER_PROBLEM;
    const met = wanted === null ? null : counted * 100 >= round(wanted * all);
    return { share: counted / all, met };
  });
}

/** Per cent; null when left out, for a blank cell too. */
export function readTarget(target: Input): number | null | CellProblem {
  const figure = readOption(target);
  if (figure === null || isProblem(figure)) return figure;
  const percent = figure.percent || figure.value <= 1 ? figure.value * 100 : figure.value;
  return percent >= 0 && percent <= 100 ? round(percent) : NUMBER_PROBLEM;
}

/** Nine decimals: 0.29 * 100 is 28.999999999999996. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9;

/**
 * Shares of marks that the assessment lowered, confirmed, raised against the journal. No threshold exists, none is set.
 * @returns three fractions per row; `"noData"` thrice where a count is blank or there are no marks.
 */
export function journalGap(
  lowered: Range,
  confirmed: Range,
  raised: Range,
): (readonly (number | "noData" | CellProblem)[])[] | CellProblem {
  const rows = elementwise([lowered, confirmed, raised], (cells, row, column) => gapOf(cells, row, column));
  return isProblem(rows) ? rows : rows.map((row) => row.flat());
}

function gapOf(
  cells: readonly Input[],
  row: number,
  column: number,
): readonly (number | "noData" | CellProblem)[] {
  const counts = cells.map((cell) => readCount(cell, { row, column }));
  const problem = counts.find(isProblem);
  if (isProblem(problem)) return [problem, problem, problem];
  const known = counts.filter((count): count is number => typeof count === "number");
  const all = known.reduce((sum, count) => sum + count, 0);
  return known.length < 3 || all === 0 ? ["noData", "noData", "noData"] : known.map((count) => count / all);
}
