/** A cell as read: a date is a serial number, an error is its text (`#N/A`), a blank is null. */
export type CellValue = string | number | boolean | null;

/** The used part of one sheet as read. Rows are rectangular. */
export interface Grid {
  readonly sheet: string;
  /** The file that carries the sheet; the open workbook's own name counts too, for the year in it. */
  readonly file?: string;
  /** Zero-based position of the first cell. */
  readonly top: number;
  readonly left: number;
  /** The user does not see the sheet; what is read from it is said. */
  readonly hidden?: boolean;
  readonly cells: readonly (readonly CellValue[])[];
  /** Addresses of cells read with formulas whose text begins with «=» and is none; absent: there are none. */
  readonly texts?: readonly string[];
  /** Addresses of cells read with formulas that the formula of another cell fills; absent: there are none. */
  readonly spilled?: readonly string[];
  /** Number format per cell, same shape as `cells`; absent where it was not read. */
  readonly formats?: readonly (readonly string[])[];
  /** Merged areas in sheet coordinates, zero-based and inclusive; absent where they were not read. */
  readonly merges?: readonly Area[];
  /** Areas of the user's tables beside ours on a sheet of ours; absent: there are none. */
  readonly tables?: readonly Area[];
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is left of an area without those that lie in it. */
export const areasWithout = (area: Area, holes: readonly Area[]): readonly Area[] =>
  holes.reduce<readonly Area[]>((areas, hole) => areas.flatMap((each) => areaWithout(each, hole)), [area]);

function areaWithout(area: Area, hole: Area): readonly Area[] {
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  if (top > bottom || hole.left > area.right || hole.right < area.left) return [area];
  return [
    { ...area, bottom: top - 1 },
    { ...area, top, bottom, right: hole.left - 1 },
    { ...area, top, bottom, left: hole.right + 1 },
    { ...area, top: bottom + 1 },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of a zero-based cell. @example cellAddress(11, 5) // "F12" */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** @example areaAddress({ top: 0, left: 0, bottom: 1, right: 1 }) // "A1:B2" */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}
