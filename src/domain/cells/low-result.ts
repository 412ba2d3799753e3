import {
  isProblem,
  NUMBER_PROBLEM,
  valueProblem,
  widthOf,
  type CellProblem,
  type Input,
  type Range,
} from "./input";
import { readFigure } from "./number";
import { readKind, readMinimum, readThreshold } from "./options";
import { answer, type LowAnswer, type Outcome } from "./outcome";
import { marksOutcome, pairOutcome, participantsMarksOutcome, percentOutcome, shareOutcome } from "./rows";

const KINDS = ["shares", "percents", "marks", "counts"] as const;
type ResultKind = (typeof KINDS)[number];

export interface LowResultOptions {
  readonly threshold: Input;
  readonly kind: Input;
  readonly minParticipants: Input;
}

/**
 * Whether each result of a range is low (issue A, point 5). A row that cannot be read gets its own problem, the others
 * their answers.
 * @returns one row per row of the range; one cell for a list of marks; a problem where the whole call is wrong.
 * @example lowResult([[10, 3]], { threshold: null, kind: null, minParticipants: null }) // [[true]]
 */
export function lowResult(
  range: Range,
  options: LowResultOptions,
): (LowAnswer | CellProblem)[][] | CellProblem {
  const threshold = readThreshold(options.threshold);
  if (isProblem(threshold)) return threshold;
  const minimum = readMinimum(options.minParticipants);
  if (isProblem(minimum)) return minimum;
  return answersOf(range, options.kind, (outcome) => answer(outcome, threshold, minimum));
}

/** What is answered of each result of a range, read by its kind or by its width; shared by LOWRESULT and FAILSHARE. */
export function answersOf<T>(
  range: Range,
  kindInput: Input,
  toAnswer: (outcome: Outcome) => T,
): (T | CellProblem)[][] | CellProblem {
  const kind = readKind(kindInput, KINDS);
  if (isProblem(kind)) return kind;
  const of = (outcome: Outcome | CellProblem): T | CellProblem =>
    isProblem(outcome) ? outcome : toAnswer(outcome);
  return kind === null ? byWidth(range, of) : byKind(range, kind, of);
}

/** What is answered of a result as read, or of the problem in its place. */
type Answering<T> = (outcome: Outcome | CellProblem) => T;

function byWidth<T>(range: Range, of: Answering<T>): T[][] | CellProblem {
  const width = widthOf(range);
  const reader =
    width === 2 ? pairOutcome : width === 4 ? marksOutcome : width === 5 ? participantsMarksOutcome : null;
  if (reader === null) return valueProblem("kindNeeded", { width, choices: KINDS.join(" ") });
  return range.map((row, index) => [of(reader(row, index + 1))]);
}

function byKind<T>(range: Range, kind: ResultKind, of: Answering<T>): T[][] | CellProblem {
  switch (kind) {
    case "shares":
      return range.map((row, r) => row.map((cell, c) => of(shareOutcome(cell, r + 1, c + 1))));
    case "percents":
      return range.map((row, r) => row.map((cell, c) => of(percentOutcome(cell, r + 1, c + 1))));
    case "marks": {
      const outcome = listOfMarks(range);
      return isProblem(outcome) ? outcome : [[of(outcome)]];
    }
    case "counts":
      return pairs(range, of);
  }
}

/** Pairs participants, failed: side by side, as many as there are; or one pair, one above the other. */
function pairs<T>(range: Range, of: Answering<T>): T[][] | CellProblem {
  const width = widthOf(range);
  if (width === 1 && range.length === 2) return [[of(pairOutcome([range[0]?.[0], range[1]?.[0]], 1))]];
  if (width === 0 || width % 2 !== 0) return valueProblem("pairsNeeded", { width });
  return range.map((row, r) =>
    Array.from({ length: width / 2 }, (_, pair) =>
      of(pairOutcome([row[2 * pair], row[2 * pair + 1]], r + 1, 2 * pair + 1)),
    ),
  );
}

/** Words of a list of marks that mean «did not write the paper». */
const ABSENT = /^(?:н|нб|отсутствовал[а]?|не писал[а]?|[xх])$/i;

const UNIT = /[%\p{L}]/u;

/** A column or a row of marks: one result. A 0 is a blank, since no such mark exists. */
function listOfMarks(range: Range): Outcome | CellProblem {
  if (range.length > 1 && widthOf(range) > 1) return valueProblem("vectorNeeded");
  let participants = 0;
  let failed = 0;
  for (const [r, row] of range.entries()) {
    for (const [c, cell] of row.entries()) {
      if (typeof cell === "string" && ABSENT.test(cell.trim())) continue;
      const place = { row: r + 1, column: c + 1 };
      const mark = readFigure(cell, place);
      if (isProblem(mark)) return mark;
      // «200 %» is no mark 2, «5 чел.» is no mark 5
      if (typeof cell === "string" && mark !== null && UNIT.test(cell)) {
        return valueProblem("notANumber", { text: cell.trim(), ...place });
      }
      if (mark === null || mark.value === 0) continue;
      if (![2, 3, 4, 5].includes(mark.value)) return NUMBER_PROBLEM;
      participants++;
      if (mark.value === 2) failed++;
    }
  }
  return participants === 0 ? null : { participants, failed };
}
