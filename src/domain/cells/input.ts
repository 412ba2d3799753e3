/** What a custom function gets and gives, free of the host. */

/** An error value of a cell, `#N/A`. */
export interface InputError {
  readonly error: string;
}
/** A cell or an argument; null for a blank or for what was left out. */
export type Input = string | number | boolean | null | InputError;
export type Range = readonly (readonly Input[])[];

/** One-based place inside the argument, as a user counts. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Why there is no answer. A value, not an exception: it belongs in a cell. */
export type CellProblem =
  /** A number out of its range: `#NUM!`. */
  | { readonly problem: "number" }
  /** An error cell of the input: the same error comes out. */
  | { readonly problem: "input"; readonly error: string; readonly place: Place | null }
  /** A shape or a text that cannot be understood: `#VALUE!` with a text made in `locales/`. */
  | {
      readonly problem: "value";
      readonly code: ValueCode;
      readonly fields: Readonly<Record<string, string | number>>;
    };

export type ValueCode =
  | "kindNeeded"
  | "kindUnknown"
  | "ruleUnknown"
  | "notANumber"
  | "marksDoNotSum"
  | "shareDisagrees"
  | "shareAmbiguous"
  | "minimumNeedsCounts"
  | "vectorNeeded"
  | "pairsNeeded"
  | "oneRowNeeded"
  | "triplesNeeded"
  | "widthsDiffer"
  | "blankUnknown"
  | "headersDiffer"
  | "shapesDiffer"
  | "yearsNeeded"
  | "deadlineUnknown"
  | "yearNeeded"
  | "yearUnknown"
  | "partUnknown"
  | "statusUnknown"
  | "todayNeeded"
  | "notADate"
  | "notAName"
  | "templateUnknown"
  | "sectionUnknown"
  | "tableNotRead"
  | "tableProblem";

export const NUMBER_PROBLEM: CellProblem = { problem: "number" };

export function valueProblem(
  code: ValueCode,
  fields: Readonly<Record<string, string | number>> = {},
): CellProblem {
  return { problem: "value", code, fields };
}

export function isProblem(value: unknown): value is CellProblem {
  return typeof value === "object" && value !== null && "problem" in value;
}

export function isInputError(value: unknown): value is InputError {
  return typeof value === "object" && value !== null && "error" in value && !("problem" in value);
}

/** The widest row: Excel passes rectangles, a literal array may not be one. */
export function widthOf(range: Range): number {
  return range.reduce((width, row) => Math.max(width, row.length), 0);
}

/** The first error cell of a range, with its place; null where there is none. */
export function errorIn(range: Range): CellProblem | null {
  for (const [r, row] of range.entries())
    for (const [c, cell] of row.entries())
      if (isInputError(cell))
        return { problem: "input", error: cell.error, place: { row: r + 1, column: c + 1 } };
  return null;
}
