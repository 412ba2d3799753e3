import { hostError } from "../protocol/errors";
import { cellCount, columnCount, isEntireColumn, isEntireRow, rowCount } from "../store/areas";
import { cellsIn, clearContent, getCell, setContent, setStyle, spillOf, styleAt } from "../store/cells";
import { readInput } from "../store/input";
import type { Area, Cell, Sheet } from "../store/model";
import { mergeStyle } from "../store/styles";
import { displayText } from "../store/text";
import { text } from "./arguments";
import type { Context, RangeRef } from "./context";
import { requireUnprotected, requireWholeArrays, requireWritable } from "./targets";

const isUnbounded = (area: Area): boolean => isEntireRow(area) || isEntireColumn(area);

/**
 * A matrix of the range's shape. Of whole rows or columns `null`: "the response will contain null values for
 * cell-level properties". Source: learn.microsoft.com, "Read or write to an unbounded range".
 */
function matrix<T>(
  { sheet, area }: RangeRef,
  { limits }: Context,
  read: (cell: Cell | undefined, column: number) => T,
): T[][] | null {
  if (isUnbounded(area)) return null;
  if (cellCount(area) > limits.rangeCells) throw hostError("RangeExceedsLimit");
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const columns = sheet.cells.get(row);
    const values: T[] = [];
    for (let column = area.left; column <= area.right; column++)
      values.push(read(columns?.get(column), column));
    rows.push(values);
  }
  return rows;
}

/** "The raw values"; an empty cell is an empty text, an error its text. */
export const readValues = (range: RangeRef, context: Context): unknown =>
  matrix(range, context, (cell) => cell?.value ?? (cell?.formula === undefined ? "" : 0));

/**
 * "If a cell has no formula, its value is returned instead." Each cell of an array typed with Ctrl+Shift+Enter has the
 * formula of all.
 */
export const readFormulas = (range: RangeRef, context: Context): unknown =>
  matrix(range, context, (cell) => cell?.formula ?? formulaOfArray(range.sheet, cell) ?? cell?.value ?? "");

function formulaOfArray(sheet: Sheet, cell: Cell | undefined): string | undefined {
  if (cell?.spilledFrom === undefined) return undefined;
  const [row = 0, column = 0] = cell.spilledFrom.split(",").map(Number);
  const anchor = getCell(sheet, row, column);
  return anchor?.array?.fixed === true ? anchor.formula : undefined;
}

/** "True if all cells would be saved as an array formula, false if none would; null if some would and some wouldn't." */
export function readSavedAsArray({ sheet, area }: RangeRef): boolean | null {
  let saved = 0;
  for (const [row, column, cell] of cellsIn(sheet, area))
    if (cell.array !== undefined || cell.spilledFrom !== undefined || spillOf(sheet, oneCell(row, column)))
      saved++;
  return saved === 0 ? false : saved === cellCount(area) ? true : null;
}

const oneCell = (row: number, column: number): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

export const readText = (range: RangeRef, context: Context): unknown =>
  matrix(range, context, (cell) => displayText(cell));

export const readNumberFormats = (range: RangeRef, context: Context): unknown =>
  matrix(range, context, (cell, column) => {
    const style = cell ? cell.style : range.sheet.columnStyles.get(column);
    return style?.numberFormat ?? "General";
  });

/** `Excel.RangeValueType`: Excel gives Double for every number. */
export const readValueTypes = (range: RangeRef, context: Context): unknown =>
  matrix(range, context, (cell) => {
    if (cell?.error) return "Error";
    const value = cell?.value ?? (cell?.formula === undefined ? undefined : 0);
    if (value === undefined) return "Empty";
    return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  });

/**
 * What a write means for each cell: a matrix of the range's shape cell by cell, a single value for all cells.
 * Source: learn.microsoft.com, "Set and get range values": "update all the cells with the same value".
 */
function spread({ area }: RangeRef, given: unknown): (row: number, column: number) => unknown {
  if (isUnbounded(area)) throw hostError("InvalidArgument");
  if (!Array.isArray(given)) return () => given;
  const rows: readonly unknown[] = given;
  const [first] = rows;
  if (rows.length === 1 && Array.isArray(first) && first.length === 1 && cellCount(area) > 1) {
    const single: unknown = first[0];
    return () => single;
  }
  const columns = columnCount(area);
  const fits =
    rows.length === rowCount(area) && rows.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw hostError("InvalidArgument", WRONG_SHAPE);
  return (row, column) => (rows[row - area.top] as readonly unknown[])[column - area.left];
}

export const WRONG_SHAPE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Sets values or formulas: both take the same texts. */
export function writeContents(range: RangeRef, given: unknown, context: Context): void {
  const { sheet, area } = range;
  const at = spread(range, given);
  requireWritable(sheet, area);
  requireWholeArrays(sheet, area);
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      writeCell(sheet, row, column, at(row, column));
  context.written(sheet, area);
}

function writeCell(sheet: Sheet, row: number, column: number, given: unknown): void {
  const style = styleAt(sheet, row, column);
  const input = readInput(given, style?.numberFormat);
  if (!input) throw hostError("InvalidArgument");
  if (input.kind === "leave") return;
  if (input.kind === "clear") {
    clearContent(sheet, row, column);
    return;
  }
  setContent(sheet, row, column, input.content);
  if (input.numberFormat !== undefined && style?.numberFormat === undefined)
    setStyle(sheet, row, column, mergeStyle(style, { numberFormat: input.numberFormat }));
}

/** `null` leaves the format of a cell alone, `""` is no format and refused as Excel refuses it. */
export function writeNumberFormats(range: RangeRef, given: unknown): void {
  const { sheet, area } = range;
  const at = spread(range, given);
  requireUnprotected(sheet);
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const value = at(row, column);
      if (value === null || value === undefined) continue;
      const format = text(value);
      const change = { numberFormat: format === "General" || format === "" ? null : format };
      setStyle(sheet, row, column, mergeStyle(styleAt(sheet, row, column), change, `n${format}`));
    }
}
