import { COLUMNS, isEntireColumn, isEntireRow, ROWS } from "./areas";
import type { Area } from "./model";

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** @example columnIndex("AB") // 27 */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A name that is not plain letters, digits and underscores, or looks like a cell, stands in apostrophes. */
export function quoteSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name) && !/^r\d*c\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `A1`, `A1:B2`, `A:F`, `1:3`. */
export function formatArea(area: Area): string {
  if (isEntireRow(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isEntireColumn(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  const first = `${columnName(area.left)}${area.top + 1}`;
  const last = `${columnName(area.right)}${area.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

export const formatAddress = (sheetName: string, area: Area): string =>
  `${quoteSheetName(sheetName)}!${formatArea(area)}`;

const CORNER = /^\$?([a-z]{1,3})?\$?(\d{1,7})?$/i;

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match) return undefined;
  const [, letters, digits] = match;
  const row = digits === undefined ? undefined : Number(digits) - 1;
  const column = letters === undefined ? undefined : columnIndex(letters);
  if ((row !== undefined && (row < 0 || row >= ROWS)) || (column !== undefined && column >= COLUMNS))
    return undefined;
  return { ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** Cells without a sheet name, `$` allowed; `undefined` when the text is not an address or leaves the sheet. */
export function parseArea(text: string): Area | undefined {
  const [firstText = "", lastText, ...rest] = text.trim().split(":");
  if (rest.length > 0) return undefined;
  const first = parseCorner(firstText);
  const last = lastText === undefined ? first : parseCorner(lastText);
  if (!first || !last) return undefined;
  const rows = ordered(first.row, last.row);
  const columns = ordered(first.column, last.column);
  if (rows === "mixed" || columns === "mixed") return undefined;
  // A single letter or number is a name, not a column or a row; only `A:A` and `1:1` are.
  if ((!rows || !columns) && (lastText === undefined || (!rows && !columns))) return undefined;
  const [top, bottom] = rows ?? [0, ROWS - 1];
  const [left, right] = columns ?? [0, COLUMNS - 1];
  return { top, left, bottom, right };
}

function ordered(
  a: number | undefined,
  b: number | undefined,
): readonly [number, number] | "mixed" | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) return "mixed";
  return a <= b ? [a, b] : [b, a];
}

/** Splits `'Лист 1'!A1` into the sheet name, unquoted, and the rest. */
export function splitSheetName(text: string): { sheet?: string; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const at = text.lastIndexOf("!");
  return at > 0 ? { sheet: text.slice(0, at), rest: text.slice(at + 1) } : { rest: text };
}

/** @example parseAddress("'Лист 1'!$A$1:B2") // { sheet: "Лист 1", area: { top: 0, left: 0, bottom: 1, right: 1 } } */
export function parseAddress(text: string): { sheet?: string; area: Area } | undefined {
  const { sheet, rest } = splitSheetName(text.trim());
  const area = parseArea(rest);
  return area && { ...(sheet !== undefined && { sheet }), area };
}
