/** Cells of one row → what is known of one result. */
import { decimalsOf } from "../results/cell";
import { agrees, recover } from "../results/shares";
import { isProblem, NUMBER_PROBLEM, valueProblem, type CellProblem, type Input, type Place } from "./input";
import { MOST_PEOPLE, readCount, readFigure, type Figure } from "./number";
import type { Outcome } from "./outcome";

/** Per cent of marks are printed with two decimals, four of them add up to 100 ± 0.05 (issue A, point 5). */
const SUM_TOLERANCE = 0.05 + 1e-9;

const at = (row: number, column: number): Place => ({ row, column });

/** Participants, failed. Zero or blank participants are no data, so is a blank «failed». */
export function pairOutcome(
  cells: readonly (Input | undefined)[],
  row: number,
  first = 1,
): Outcome | CellProblem {
  const participants = readCount(cells[0], at(row, first));
  if (isProblem(participants)) return participants;
  const failed = readCount(cells[1], at(row, first + 1));
  if (isProblem(failed)) return failed;
  if (participants === null || participants === 0 || failed === null) return null;
  return failed > participants ? NUMBER_PROBLEM : { participants, failed };
}

/** A bare share: a fraction 0…1, or a text with the per cent sign. */
export function shareOutcome(cell: Input | undefined, row: number, column = 1): Outcome | CellProblem {
  const figure = readFigure(cell, at(row, column));
  if (figure === null || isProblem(figure)) return figure;
  return figure.value >= 0 && figure.value <= 1 ? { share: figure.value } : NUMBER_PROBLEM;
}

/** A number of per cent, 0…100. */
export function percentOutcome(cell: Input | undefined, row: number, column = 1): Outcome | CellProblem {
  const figure = readFigure(cell, at(row, column));
  if (figure === null || isProblem(figure)) return figure;
  const share = figure.percent ? figure.value : figure.value / 100;
  return share >= 0 && share <= 1 ? { share } : NUMBER_PROBLEM;
}

/** «2», «3», «4», «5» alone: counts, or per cent if they sum to 100. */
export function marksOutcome(cells: readonly (Input | undefined)[], row: number): Outcome | CellProblem {
  const marks = readMarks(cells, row, 1);
  if (isProblem(marks)) return marks;
  const known = marks.filter((mark) => mark !== null);
  if (known.length < 4) return null;
  const [failed] = known;
  const sum = total(known);
  if (failed === undefined || sum === 0) return null;
  if (isWhole(sum, known)) return { share: failed.value / 100 };
  if (isFractional(sum, known)) return { share: failed.value };
  if (!known.every(isCount)) return valueProblem("marksDoNotSum", { row, sum: round(sum) });
  return { participants: sum, failed: failed.value };
}

/** Participants, «2», «3», «4», «5»: counts if they sum to participants, per cent if they sum to 100. */
export function participantsMarksOutcome(
  cells: readonly (Input | undefined)[],
  row: number,
): Outcome | CellProblem {
  const participants = readCount(cells[0], at(row, 1));
  if (isProblem(participants)) return participants;
  const marks = readMarks(cells.slice(1), row, 2);
  if (isProblem(marks)) return marks;
  if (participants === null || participants === 0) return null;
  const known = marks.filter((mark) => mark !== null);
  const sum = total(known);
  const counts = known.every(isCount) && sum === participants;
  const [failed] = marks;
  if (known.length < 4) {
    // a blank «2» where the others already make up all participants is a proven 0 (domain reference)
    return counts && known.length === 3 && failed === null ? { participants, failed: 0 } : null;
  }
  if (failed === null || failed === undefined) return null;
  if (counts) return { participants, failed: failed.value };
  const percent = isWhole(sum, known) ? failed.value : isFractional(sum, known) ? failed.value * 100 : null;
  if (percent === null) return valueProblem("marksDoNotSum", { row, sum: round(sum) });
  // a per cent that no whole number of these participants prints as is a mistake in one of the two
  const heads = recover(participants, percent);
  const decimals = Math.max(...known.map(({ value }) => decimalsOf(value))) - (isWhole(sum, known) ? 0 : 2);
  // the sum may be 0.05 off, so may a mark: 30.05 of 20 is 6 people
  if (!agrees(heads, participants, percent, Math.min(1, Math.max(0, decimals)))) {
    return valueProblem("shareDisagrees", { column: 2, failed: heads, participants });
  }
  return { participants, failed: heads };
}

function readMarks(
  cells: readonly (Input | undefined)[],
  row: number,
  first: number,
): (Figure | null)[] | CellProblem {
  const marks: (Figure | null)[] = [];
  for (let index = 0; index < 4; index++) {
    const figure = readFigure(cells[index], at(row, first + index));
    if (isProblem(figure)) return figure;
    if (figure !== null && (figure.value < 0 || figure.value > MOST_PEOPLE)) return NUMBER_PROBLEM;
    marks.push(figure);
  }
  return marks;
}

const total = (marks: readonly Figure[]): number => marks.reduce((sum, { value }) => sum + value, 0);
const round = (value: number): number => Math.round(value * 100) / 100;
const isCount = ({ value, percent }: Figure): boolean => !percent && Number.isInteger(value);

/** Numbers of per cent: 12.5, 40, 30, 17.5. */
function isWhole(sum: number, marks: readonly Figure[]): boolean {
  return marks.every(({ percent }) => !percent) && Math.abs(sum - 100) <= SUM_TOLERANCE;
}

/** Cells in a per cent format hold fractions; one person with one mark, 1 0 0 0, stays a count. */
function isFractional(sum: number, marks: readonly Figure[]): boolean {
  return !marks.every(isCount) && Math.abs(sum - 1) * 100 <= SUM_TOLERANCE;
}
