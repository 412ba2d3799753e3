import { intersection } from "./areas";
import { cellsIn, usedArea } from "./cells";
import type { Area, Cell, Sheet } from "./model";
import { displayText } from "./text";

/** Points, in Excel's default workbook with Calibri 11. */
export const DEFAULT_ROW_HEIGHT = 15;
export const DEFAULT_COLUMN_WIDTH = 48;
/** support.microsoft.com, "Excel specifications and limits": 409 points and 255 characters. */
export const MAX_ROW_HEIGHT = 409.5;
/** Points of one character of the default font, and of the margins of a cell. */
const CHARACTER = 5.25;
const PADDING = 3.75;
/** Mean width of a character, parts of the font size; on the wide side, so that no line of a wrapped text is cut. */
const WRAPPED_CHARACTER = 0.5;

/** The size of all rows or columns of the area, `null` when they differ. */
export function uniformSize(
  first: number,
  last: number,
  sizes: ReadonlyMap<number, number>,
  fallback: number,
): number | null {
  const found = new Set<number>();
  let own = 0;
  for (const [index, size] of sizes)
    if (index >= first && index <= last) {
      found.add(size);
      own++;
    }
  if (own < last - first + 1) found.add(fallback);
  const [only = fallback] = found;
  return found.size === 1 ? only : null;
}

/** Heights of rows, set by hand or fitted. */
export function heightsOf({ rowHeights, fittedHeights }: Sheet): ReadonlyMap<number, number> {
  return fittedHeights.size === 0 ? rowHeights : new Map([...fittedHeights, ...rowHeights]);
}

/** Widths by the longest text of each column; a merged or wrapped cell does not count, as in Excel. */
export function autofitColumns(sheet: Sheet, area: Area): void {
  const widest = new Map<number, number>();
  for (const [row, column, cell] of cellsIn(sheet, area)) {
    if (cell.style?.wrap || isMerged(sheet, row, column)) continue;
    const text = displayText(cell);
    if (text !== "")
      widest.set(column, Math.max(widest.get(column) ?? 0, text.length * characterWidth(cell)));
  }
  for (const [column, width] of widest)
    sheet.columnWidths.set(column, round(Math.min(width, 255 * CHARACTER) + PADDING));
  if (widest.size > 0) sheet.touched.aspects.add("columnWidths");
}

/**
 * Heights by the wrapped texts of each row. An estimate from numbers of characters, not a measure of glyphs. Excel
 * fits unmerged cells only.
 */
export function autofitRows(sheet: Sheet, area: Area): void {
  const used = usedArea(sheet, false);
  const within = used && intersection(used, area);
  if (!within) return;
  for (let row = within.top; row <= within.bottom; row++) {
    let height = DEFAULT_ROW_HEIGHT;
    for (const [column, cell] of sheet.cells.get(row) ?? [])
      if (!isMerged(sheet, row, column)) height = Math.max(height, cellHeight(sheet, column, cell));
    sheet.rowHeights.delete(row);
    sheet.fittedHeights.set(row, Math.min(round(height), MAX_ROW_HEIGHT));
  }
  sheet.touched.aspects.add("rowHeights");
}

function cellHeight(sheet: Sheet, column: number, cell: Cell): number {
  const size = cell.style?.fontSize ?? 11;
  const line = (DEFAULT_ROW_HEIGHT * size) / 11;
  if (!cell.style?.wrap) return line;
  const width = (sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH) - PADDING;
  const room = Math.max(1, Math.floor(width / (size * WRAPPED_CHARACTER)));
  const lines = displayText(cell)
    .split("\n")
    .reduce((sum, part) => sum + wrappedLines(part, room), 0);
  return line * lines;
}

/** Lines of a paragraph whose words go to the next line whole; a word longer than the line is cut. */
function wrappedLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(" ")) {
    const gap = used === 0 ? 0 : 1;
    if (used + gap + length <= room) used += gap + length;
    else {
      lines += (used === 0 ? 0 : 1) + Math.ceil(length / room) - 1;
      used = length % room || Math.min(length, room);
    }
  }
  return lines;
}

const characterWidth = (cell: Cell): number => (CHARACTER * (cell.style?.fontSize ?? 11)) / 11;
const round = (points: number): number => Math.round(points * 4) / 4;
const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
