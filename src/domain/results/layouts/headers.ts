import type { ReadTable } from "../result";
import type { SheetView } from "../sheet-view";
import { normaliseText, remembered } from "../text";

/** A column of a known layout; its value may stand anywhere before the next header (cells merged in the original). */
export interface RoleColumn {
  readonly index: number;
  /** Last column before the next header cell. */
  readonly last: number;
}

export type RoleColumns<R extends string> = ReadonlyMap<R, RoleColumn>;

/** A header row found by the roles of its cells. */
export interface FoundHeader<R extends string> {
  readonly row: number;
  readonly columns: RoleColumns<R>;
  /** First and last filled cell of the row. */
  readonly left: number;
  readonly right: number;
}

/** Index of the column of each role; -1 where the header has none. */
export function indexesOf<R extends string>(
  { columns }: FoundHeader<R>,
  roles: readonly R[],
): Readonly<Record<R, number>> {
  const entries = roles.map((role) => [role, columns.get(role)?.index ?? -1]);
  return Object.fromEntries(entries) as Record<R, number>; // as: fromEntries forgets the keys
}

/** Titles and requisites take fewer rows than this; a header further down is not of these layouts. */
const HEADER_WITHIN = 40;
const LONGEST_LABEL = 200;

/** Finds the first row whose cells have roles that a layout accepts. */
export function findHeader<R extends string>(
  view: SheetView,
  roleOf: (normalised: string) => R | null,
  accepts: (columns: RoleColumns<R>) => boolean,
  from = 0,
  within = HEADER_WITHIN,
): FoundHeader<R> | null {
  const start = firstFilled(view, from);
  for (let row = start; row < Math.min(view.rows, start + within); row++) {
    const header = headerAt(view, row, roleOf);
    if (header !== null && accepts(header.columns)) return header;
  }
  return null;
}

/** The first row with a filled cell, from a row on. */
export function firstFilled(view: SheetView, from: number): number {
  for (let row = from; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const value = view.value(row, column);
      if (value !== null && value !== "") return row;
    }
  }
  return view.rows;
}

/** The roles of one row's cells; the first cell of each role counts. */
export function headerAt<R extends string>(
  view: SheetView,
  row: number,
  roleOf: (normalised: string) => R | null,
): FoundHeader<R> | null {
  const filled: number[] = [];
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    if (value !== null && value !== "") filled.push(column);
  }
  const [left] = filled;
  const right = filled.at(-1);
  if (left === undefined || right === undefined) return null;
  const columns = new Map<R, RoleColumn>();
  filled.forEach((index, at) => {
    const value = view.value(row, index);
    if (typeof value !== "string" || value.length > LONGEST_LABEL) return;
    const role = roleOf(plainLabel(value));
    if (role === null || columns.has(role)) return;
    columns.set(role, { index, last: (filled[at + 1] ?? index + 1) - 1 });
  });
  return { row, columns, left, right };
}

/** A header's text as roles are compared. */
export const plainLabel: (text: string) => string = remembered(normaliseText);

/** Text of a column in a row, wherever in its span it stands. */
export function textIn(view: SheetView, row: number, column: RoleColumn | undefined): string {
  if (column === undefined) return "";
  for (let at = column.index; at <= column.last; at++) {
    const text = view.text(row, at);
    if (text !== "") return text;
  }
  return "";
}

/** The cell of a column in a row, wherever in its span it stands. */
export function valueIn(view: SheetView, row: number, column: RoleColumn): string | number | boolean | null {
  for (let at = column.index; at <= column.last; at++) {
    const value = view.value(row, at);
    if (value !== null && value !== "") return value;
  }
  return null;
}

type LeftOut = ReadTable["leftOut"][number];

/** Rows left out, neighbours of one reason as one area: 1 500 pre-filled rows are one line of the report. */
export class LeftOutRows {
  private readonly areas: { top: number; bottom: number; why: LeftOut["why"] }[] = [];

  constructor(
    private readonly view: SheetView,
    private readonly left: number,
    private readonly right: number,
  ) {}

  add(row: number, why: LeftOut["why"]): void {
    const last = this.areas.at(-1);
    if (last?.why === why && last.bottom === row - 1) last.bottom = row;
    else this.areas.push({ top: row, bottom: row, why });
  }

  get list(): readonly LeftOut[] {
    return this.areas.map(({ top, bottom, why }) => ({
      address: this.view.area({ top, bottom, left: this.left, right: this.right }),
      why,
    }));
  }
}

/** Letter of a column. */
export function letterOf(view: SheetView, column: number): string {
  return view.address(0, column).replace(/\d+$/, "");
}
