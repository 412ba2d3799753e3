import { parseCell } from "../results/cell";
import {
  isInputError,
  isProblem,
  NUMBER_PROBLEM,
  valueProblem,
  type CellProblem,
  type Input,
  type Place,
} from "./input";

/** A number of a cell; `percent` when its text carries the sign, the value then being the fraction. */
export interface Figure {
  readonly value: number;
  readonly percent: boolean;
}

/**
 * Reads a figure as the reader of results sheets does: 12, "12,5", "1 200", "30 %".
 * @returns null for a blank and for «н/д»; a problem for an error cell and for other text.
 * @example readFigure("34,8 %", null) // { value: 0.348, percent: true }
 */
export function readFigure(input: Input | undefined, place: Place | null): Figure | null | CellProblem {
  // a plain number needs no reading; long ranges are made of them
  if (typeof input === "number" && Number.isFinite(input)) return { value: input, percent: false };
  if (isInputError(input)) return { problem: "input", error: input.error, place };
  const cell = parseCell(input);
  switch (cell.kind) {
    case "blank":
    case "noData":
      return null;
    case "number":
      // 9 decimals: 34.8 / 100 is 0.34799999999999998 in binary
      return { value: cell.percent ? Math.round(cell.value * 1e7) / 1e9 : cell.value, percent: cell.percent };
    default:
      return valueProblem("notANumber", {
        text: cell.text,
        row: place?.row ?? 0,
        column: place?.column ?? 0,
      });
  }
}

/**
 * Reads a number given as a parameter. Left out it is null; «н/д» there is a mistake, not a parameter left out.
 */
export function readOption(input: Input): Figure | null | CellProblem {
  if (typeof input === "string" && parseCell(input).kind === "noData") {
    return valueProblem("notANumber", { text: input.trim(), row: 0, column: 0 });
  }
  return readFigure(input, null);
}

/**
 * More people than any table holds. Below it a count × 100 × a threshold of six decimals is exact in binary, above it a
 * verdict would be a guess, and sums overflow.
 */
export const MOST_PEOPLE = 90_000_000;

/** A number of people: whole, not negative. */
export function readCount(input: Input | undefined, place: Place | null): number | null | CellProblem {
  // a plain number needs no figure made of it
  if (typeof input === "number" && Number.isFinite(input)) return peopleIn(input);
  const figure = readFigure(input, place);
  if (figure === null || isProblem(figure)) return figure;
  if (figure.percent) {
    return valueProblem("notANumber", {
      text: typeof input === "string" ? input : "",
      row: place?.row ?? 0,
      column: place?.column ?? 0,
    });
  }
  return peopleIn(figure.value);
}

const peopleIn = (value: number): number | CellProblem =>
  Number.isInteger(value) && value >= 0 && value <= MOST_PEOPLE ? value : NUMBER_PROBLEM;
