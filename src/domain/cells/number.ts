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

/** How staff write «there is no figure» (domain reference: н/д, «-», blanks). */
const NO_DATA =
  /^(?:[-–—−]+|н\.?\s*\/?\s*д\.?|нет(?: данных)?|не (?:участвовал[аи]?|проводил[аио]сь?)|n\/?a)?$/i;

/** Whether a text stands for a blank. */
export function saysNoData(text: string): boolean {
  return NO_DATA.test(text.replace(/[\s\u00a0\u202f]+/g, " ").trim());
}

const NUMBER = /^[-+−]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?$/;

/**
 * Reads a figure as staff write it: 12, "12,5", "1 200", "30 %".
 * @returns null for a blank and for «н/д»; a problem for an error cell and for other text.
 * @example readFigure("34,8 %", null) // { value: 0.348, percent: true }
 */
export function readFigure(input: Input | undefined, place: Place | null): Figure | null | CellProblem {
  if (input === null || input === undefined) return null;
  if (isInputError(input)) return { problem: "input", error: input.error, place };
  if (typeof input === "number") {
    return Number.isFinite(input) ? { value: input, percent: false } : NUMBER_PROBLEM;
  }
  if (typeof input === "boolean") return notANumber(String(input).toUpperCase(), place);
  if (saysNoData(input)) return null;
  const text = input.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const percent = text.endsWith("%");
  const digits = (percent ? text.slice(0, -1) : text).trim();
  if (!NUMBER.test(digits)) return notANumber(text, place);
  const value = Number(digits.replace(/ /g, "").replace(",", ".").replace("−", "-"));
  // 9 decimals: 34.8 / 100 is 0.34799999999999998 in binary
  return { value: percent ? Math.round(value * 1e7) / 1e9 : value, percent };
}

/** A number of people: whole, not negative. */
export function readCount(input: Input | undefined, place: Place | null): number | null | CellProblem {
  const figure = readFigure(input, place);
  if (figure === null || isProblem(figure)) return figure;
  if (figure.percent) return notANumber(typeof input === "string" ? input : "", place);
  return Number.isInteger(figure.value) && figure.value >= 0 ? figure.value : NUMBER_PROBLEM;
}

function notANumber(text: string, place: Place | null): CellProblem {
  return valueProblem("notANumber", { text, row: place?.row ?? 0, column: place?.column ?? 0 });
}
