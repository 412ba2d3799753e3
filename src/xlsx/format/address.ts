/** Zero-based and inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const letters: string[] = [];

/** `A` for column 0. */
export function columnName(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  letters[column] = name;
  return name;
}

/** `A1` for row 0, column 0. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** Column of `A`, `$A`; -1 when it is not one. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const char of name.replace("$", "").toUpperCase()) index = index * 26 + char.charCodeAt(0) - 64;
  return index - 1;
}

/** Column of the cell address between two positions of a text: no piece is cut out for a plain one. */
export function columnAt(xml: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 48 && code <= 57) return column - 1;
    else return columnIndex(xml.slice(from, to).replace(/[$\d]/g, ""));
  }
  return column - 1;
}

/** `A1:B2`, or `A1` for one cell. */
export function areaName({ top, left, bottom, right }: Area, absolute = false): string {
  const $ = absolute ? "$" : "";
  const corner = (row: number, column: number) => `${$}${columnName(column)}${$}${row + 1}`;
  return top === bottom && left === right && !absolute
    ? corner(top, left)
    : `${corner(top, left)}:${corner(bottom, right)}`;
}

/** Area of `A1`, `$A$1:B2`, `A:C`, `1:3`; nothing when it is not one. */
export function parseArea(text: string): Area | undefined {
  const found = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, left, top, right, bottom] = found;
  if (left === undefined && top === undefined) return undefined;
  const whole = text.includes(":");
  const first = {
    row: top === undefined ? 0 : Number(top) - 1,
    column: left === undefined ? 0 : columnIndex(left),
  };
  if (!whole)
    return left !== undefined && top !== undefined
      ? area(first.row, first.column, first.row, first.column)
      : undefined;
  const lastRow = bottom === undefined ? LAST_ROW : Number(bottom) - 1;
  const lastColumn = right === undefined ? LAST_COLUMN : columnIndex(right);
  return area(first.row, first.column, lastRow, lastColumn);
}

function area(top: number, left: number, bottom: number, right: number): Area | undefined {
  if (top < 0 || left < 0 || bottom > LAST_ROW || right > LAST_COLUMN) return undefined;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** Areas of a sqref: `A1 B2:C3`. */
export function parseAreas(text: string | undefined): Area[] {
  return (text ?? "").split(/\s+/).flatMap((part) => parseArea(part) ?? []);
}

/** Sheet name as formulas write it. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(name) && !/^([A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
