import { hasCell } from "./areas";
import type { Area, Cell, Scalar, Sheet, Style } from "./model";

/** What a cell holds, without its style. */
export interface Content {
  value?: Scalar;
  error?: true;
  formula?: string;
}

export const getCell = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.cells.get(row)?.get(column);

/** Whether something is in the cell: a value, an error or a formula. A style alone does not count. */
export const hasContent = (cell: Cell): boolean => cell.value !== undefined || cell.formula !== undefined;

/** The style of a cell, of its column when there is no cell. */
export function styleAt(sheet: Sheet, row: number, column: number): Style | undefined {
  const cell = getCell(sheet, row, column);
  return cell ? cell.style : sheet.columnStyles.get(column);
}

/** Puts a new content, keeping the style, and notes the cell as touched. */
export function setContent(sheet: Sheet, row: number, column: number, content: Content): void {
  const style = styleAt(sheet, row, column);
  put(sheet, row, column, style ? { ...content, style } : { ...content });
  sheet.touched.values.add(row, column);
}

/** Empties the cell, keeping the style; a cell that was empty is not touched. */
export function clearContent(sheet: Sheet, row: number, column: number): void {
  const cell = getCell(sheet, row, column);
  if (!cell || !hasContent(cell)) return;
  if (cell.style) put(sheet, row, column, { style: cell.style });
  else remove(sheet, row, column);
  sheet.touched.values.add(row, column);
}

/** The result of a formula, or of the dynamic array that spills here; an unchanged one leaves the cell untouched. */
export function setResult(
  sheet: Sheet,
  row: number,
  column: number,
  result: Pick<Cell, "value" | "error" | "errorMessage" | "spilledFrom">,
): void {
  const cell = getCell(sheet, row, column);
  const same =
    cell !== undefined &&
    cell.value === result.value &&
    cell.error === result.error &&
    cell.errorMessage === result.errorMessage &&
    cell.spilledFrom === result.spilledFrom;
  if (same) return;
  put(sheet, row, column, {
    ...result,
    ...(cell?.formula !== undefined && { formula: cell.formula }),
    ...(cell?.array && { array: cell.array }),
    ...(cell?.style && { style: cell.style }),
  });
  sheet.touched.values.add(row, column);
}

export function setStyle(sheet: Sheet, row: number, column: number, style: Style | undefined): void {
  const cell = getCell(sheet, row, column);
  if (cell ? cell.style === style : sheet.columnStyles.get(column) === style) return;
  if (style) put(sheet, row, column, { ...cell, style });
  else if (sheet.columnStyles.has(column) || (cell && hasContent(cell))) {
    const content = { ...cell };
    delete content.style;
    put(sheet, row, column, content);
  } else remove(sheet, row, column);
  sheet.touched.styles.add(row, column);
}

/** Puts a cell without noting it: for readers of files. */
export function put(sheet: Sheet, row: number, column: number, cell: Cell): void {
  const columns = sheet.cells.get(row);
  if (columns) columns.set(column, cell);
  else sheet.cells.set(row, new Map([[column, cell]]));
}

function remove(sheet: Sheet, row: number, column: number): void {
  const columns = sheet.cells.get(row);
  if (!columns?.delete(column)) return;
  if (columns.size === 0) sheet.cells.delete(row);
}

/** Cells that exist within the area, without walking the empty rest of whole columns. */
export function* cellsIn(
  sheet: Sheet,
  area: Area,
): IterableIterator<[row: number, column: number, cell: Cell]> {
  for (const [row, columns] of rowsIn(sheet, area))
    for (const [column, cell] of columns) if (hasCell(area, row, column)) yield [row, column, cell];
}

function* rowsIn(sheet: Sheet, area: Area): IterableIterator<[number, ReadonlyMap<number, Cell>]> {
  if (area.bottom - area.top > sheet.cells.size) {
    for (const entry of sheet.cells) if (entry[0] >= area.top && entry[0] <= area.bottom) yield entry;
    return;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    const columns = sheet.cells.get(row);
    if (columns) yield [row, columns];
  }
}

/**
 * The smallest area that holds every cell with a content, or with a content or a format. `undefined` when there is
 * none. Source: learn.microsoft.com, Excel.Worksheet.getUsedRange, parameter `valuesOnly`.
 */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Area): Area | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, columns] of sheet.cells) {
    if (within && (row < within.top || row > within.bottom)) continue;
    for (const [column, cell] of columns) {
      if (valuesOnly && !hasContent(cell)) continue;
      if (within && (column < within.left || column > within.right)) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? undefined : { top, left, bottom, right };
}

/** The area that the dynamic array of a cell fills, with the cell; undefined where its formula gives one value. */
export function spillOf(sheet: Sheet, { top, left }: Area): Area | undefined {
  const anchor = `${top},${left}`;
  let [bottom, right] = [top, left];
  for (const [row, columns] of sheet.cells)
    for (const [column, { spilledFrom }] of columns)
      if (spilledFrom === anchor) [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  return bottom === top && right === left ? undefined : { top, left, bottom, right };
}
