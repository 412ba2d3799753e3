import { figureWords } from "./figure-words";
import { hasParts, procedureParts } from "./parse-procedure";
import { looksLikeSchool } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";
import { parseYear } from "./year";

/** Longer texts are sentences, not labels. */
export const LONGEST_LABEL = 160;

export function filledColumns(view: SheetView, row: number): readonly number[] {
  const filled: number[] = [];
  for (let column = 0; column < view.columns; column++)
    if (view.text(row, column) !== "") filled.push(column);
  return filled;
}

/**
 * A row of column numbers 1, 2, 3 … under the header; a digit spoiled or a cell merged away leaves it one: no
 * school has five figures that follow their columns, for then more failed than took part.
 */
export function isNumbering(view: SheetView, row: number): boolean {
  if (view.columns < 3) return false;
  const filled = filledColumns(view, row);
  const [first = 0] = filled;
  if (filled.length < 3) return false;
  const numbers = filled.map((column) => Number(view.text(row, column)));
  if (numbers.every((number, at) => number === at + 1)) return true;
  const right = numbers.filter((number, at) => number === (filled[at] ?? 0) - first + 1).length;
  return right >= 5 && right * 3 >= numbers.length * 2;
}

export function isLabel(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column);
  if (typeof value === "number")
    return Number.isInteger(value) && ((value >= 2 && value <= 11) || isYear(value));
  const text = view.text(row, column);
  if (text.length > LONGEST_LABEL || text.startsWith("#")) return false;
  // «25 %» and «12,5» are figures; «2», «%», «2018» are labels.
  if (/^[\d.,\s]+%?$/.test(text) && !/^(?:[2-9]|1[01]|20\d\d)$/.test(text)) return false;
  return !looksLikeSchool(text);
}

function isYear(value: number): boolean {
  return value >= 2010 && value <= 2099;
}

export function isFigureLabel(view: SheetView, row: number, column: number): boolean {
  const text = view.text(row, column);
  if (text === "" || text.length > LONGEST_LABEL) return false;
  const { topic, unit } = figureWords(normaliseText(text));
  return (
    (topic !== null && topic !== "other") ||
    unit !== null ||
    parseYear(text) !== null ||
    hasParts(procedureParts(text))
  );
}

/** Whether any label of figures, years or procedures stands in an area of the header. */
export function hasFigures(view: SheetView, top: number, bottom: number, from: number, to: number): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = from; column <= to; column++) if (isFigureLabel(view, row, column)) return true;
  }
  return false;
}
