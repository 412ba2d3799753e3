import type { Criterion } from "../identification/verdict";
import { shareOf } from "./fail-share";
import {
  errorIn,
  isInputError,
  isProblem,
  valueProblem,
  type CellProblem,
  type Input,
  type Range,
} from "./input";
import { checkSchool, schoolAnswer, type LowSchoolOptions } from "./low-school";
import { readThreshold } from "./options";
import type { Outcome } from "./outcome";

/** A low result behind a criterion. */
export interface LowProcedure {
  /** From the headers; null where there are none. */
  readonly name: string | null;
  /** One-based position in the row of the school. */
  readonly position: number;
  /** Fraction 0…1. */
  readonly share: number;
}
export interface CriterionMet {
  readonly criterion: Criterion;
  readonly year: readonly LowProcedure[];
  readonly yearBefore: readonly LowProcedure[];
  /** The two lists name the same procedures, in the same order. */
  readonly same: boolean;
}
/** Why a school is low; no criteria where it is not. Text is made in `locales/`. */
export interface WhyLow {
  readonly answer: boolean | "noData";
  /** Per cent. */
  readonly threshold: number;
  readonly met: readonly CriterionMet[];
}

/** @param headers Names of the procedures in one row, as wide as the data: of a pair or a triple the first that is there. */
export function whyLow(year: Range, options: LowSchoolOptions, headers: Range | null): WhyLow | CellProblem {
  const check = checkSchool(year, options);
  if (isProblem(check)) return check;
  const threshold = readThreshold(options.threshold);
  if (isProblem(threshold)) return threshold;
  const names = readHeaders(headers, year[0]?.length ?? 0, check.outcomes.length);
  if (isProblem(names)) return names;
  const list = (positions: readonly number[], outcomes: readonly Outcome[]): LowProcedure[] =>
    positions.map((position) => ({
      name: names[position] ?? null,
      position: position + 1,
      share: shareOf(outcomes[position] ?? null) ?? 0,
    }));
  const met = check.criteria.map((criterion): CriterionMet => {
    const { current, before } = check.behind(criterion);
    return {
      criterion,
      year: list(current, check.outcomes),
      yearBefore: list(before, check.outcomesBefore),
      same: current.length > 0 && current.join() === before.join(),
    };
  });
  return { answer: schoolAnswer(check), threshold, met };
}

function readHeaders(
  headers: Range | null,
  width: number,
  procedures: number,
): readonly (string | null)[] | CellProblem {
  if (headers === null) return [];
  const [row, ...others] = headers;
  if (row === undefined || others.length > 0) {
    return valueProblem("oneRowNeeded", { argument: "headers", rows: headers.length });
  }
  const error = errorIn(headers);
  if (error !== null) return error;
  if (row.length === procedures) return row.map(toName);
  if (row.length !== width) return valueProblem("headersDiffer", { headers: row.length, width });
  const step = width / procedures;
  return Array.from(
    { length: procedures },
    (_, index) =>
      row
        .slice(index * step, (index + 1) * step)
        .map(toName)
        .find((name) => name !== null) ?? null,
  );
}

/** A blank header arrives as 0 on desktop. */
function toName(cell: Input): string | null {
  if (cell === null || cell === 0 || cell === "" || isInputError(cell)) return null;
  return String(cell).trim();
}
