import type { CellValue } from "../../grid";
import { idRole } from "../figure-words";
import { filledColumns } from "../header-cells";
import { hasParts, procedureParts } from "../parse-procedure";
import { loginOf, looksLikeSchool } from "../row-words";
import { segmentStart } from "../school-columns";
import { withoutAreas, type SheetView } from "../sheet-view";
import { normaliseText, remembered } from "../text";
import { plainLabel, type FoundHeader } from "./headers";
import type { RecognisedTable, TableReading } from "./layout";
import { titleRows } from "./told";

/** How far a table of a known layout reaches: other tables of the sheet stay for other layouts. */
export interface Extent {
  /** Last row before the titles of the next table; local. */
  readonly bottom: number;
  /** Last column before the table beside. */
  readonly right: number;
  /** Rows that print the header again on a further page. */
  readonly repeated: ReadonlySet<number>;
}

export interface Known {
  /** Lowest row of the header. */
  readonly row: number;
  readonly left: number;
  /** The last column whose header the layout knows. */
  readonly last: number;
  /** Whether schools stand in rows; else one may stand in a title. */
  readonly schoolsInRows: boolean;
}

/** Finds the end of a table whose header is known. */
function extentOf(view: SheetView, header: Known): Extent {
  const right = besideOf(view, header);
  const own = labelsIn(view, header.row, header.left, header.last);
  const repeated = new Set<number>();
  for (let row = header.row + 1; row < view.rows; row++) {
    if (!isHeader(view, row, 0, right)) continue;
    const titles = titlesAbove(view, row, header);
    const again = labelsIn(view, row, header.left, header.last) === own && titles.every(isPage);
    if (again) repeated.add(row);
    else return { bottom: Math.min(row, ...titles.map((title) => title.row)) - 1, right, repeated };
  }
  return { bottom: view.rows - 1, right, repeated };
}

/** Titles of the next table, nearest first, without the last schools of this one that have no figures. */
function titlesAbove(view: SheetView, row: number, header: Known): readonly { row: number; text: string }[] {
  const titles = titleRows(view, row).filter((title) => title.row > header.row);
  while (header.schoolsInRows && isBody(titles.at(-1)?.text ?? "")) titles.pop();
  return titles;
}

function isBody(text: string): boolean {
  return (looksLikeSchool(text) || loginOf(text) !== null) && !hasParts(procedureParts(text));
}

/** «Лист 2», «Продолжение»: no title of another table. */
function isPage({ text }: { readonly text: string }): boolean {
  return /^(?:лист|страница|стр|продолжение)(?: |$)/.test(normaliseText(text));
}

function labelsIn(view: SheetView, row: number, left: number, right: number): string {
  const labels: string[] = [];
  for (let column = left; column <= right; column++) labels.push(plainLabel(view.text(row, column)));
  return labels.join("|");
}

/** The column before a table beside: a label of schools right of the known columns. */
export function besideOf(view: SheetView, { last }: Pick<Known, "last">): number {
  for (let column = last + 1; column < view.columns; column++) {
    for (let at = 0; at < view.rows; at++) {
      if (!isSchoolLabel(view, at, column) || !hasOtherLabels(view, at, column, column)) continue;
      return Math.max(last, segmentStart(view, at, at, column) - 1);
    }
  }
  return view.columns - 1;
}

/** Whether a row is the header of a table of schools or pupils. */
function isHeader(view: SheetView, row: number, left: number, right: number): boolean {
  const line = view.grid.cells[row] ?? [];
  if (hasFigure(line, left, right)) return false;
  for (let column = left; column <= right; column++) {
    const text = labelIn(line[column]);
    if (text !== null && (isSchool(text) || isPupil(text))) return hasOtherLabels(view, row, column, left);
  }
  return false;
}

/**
 * Whether there is a figure that no header has. A sheet of pupils has millions of cells: nearly every row says it by one
 * of its last, where totals stand.
 */
function hasFigure(line: readonly CellValue[], left: number, right: number): boolean {
  for (let column = right; column >= left; column--) {
    const value = line[column];
    if (typeof value === "number" && !isMarkOrYear(value)) return true;
  }
  return false;
}

/** Whether a row is the header of a table of schools by name. */
export function isSchoolHeader(view: SheetView, row: number, right: number): boolean {
  for (let column = 0; column <= right; column++)
    if (isSchoolLabel(view, row, column)) return hasOtherLabels(view, row, column, 0);
  return false;
}

/** «ОО»; «X» of a task that was not tried is looked at a million times. */
const SHORTEST = 2;
const LONGEST = 80;
/** Cheap, for the thousands of rows of pupils: only a text with one of these can be a label. */
const MAYBE_LABEL = /школ|организац|учрежд|наимен|назван|^\s*[оo][оoуy]\s*$|групп|фамил|ф\.?\s?и\.?\s?о|код/i;
const maybeLabel = remembered((text: string) => MAYBE_LABEL.test(text));

function labelIn(value: CellValue | undefined): string | null {
  if (typeof value !== "string" || value.length < SHORTEST || value.length > LONGEST) return null;
  return maybeLabel(value) ? value : null;
}

const isSchool = remembered((text: string) => idRole(normaliseText(text)) === "school");
const isPupil = remembered((text: string) =>
  /^(?:фамилия|фио|ф и о|код(?: участника| обучающегося)?)$/.test(normaliseText(text)),
);

function isSchoolLabel(view: SheetView, row: number, column: number): boolean {
  const text = labelIn(view.value(row, column));
  return text !== null && isSchool(text);
}

/** At least one more text in the row, and no figures but marks and years: a school called «Школа» has figures beside. */
function hasOtherLabels(view: SheetView, row: number, column: number, from: number): boolean {
  const others = filledColumns(view, row).filter((other) => other >= from && other !== column);
  const figures = others.map((other) => view.value(row, other)).filter((value) => typeof value === "number");
  return others.length > figures.length && figures.every(isMarkOrYear);
}

function isMarkOrYear(value: number): boolean {
  return Number.isInteger(value) && ((value >= 2 && value <= 11) || value >= 2010);
}

/** A table that a layout has found, to be read as far as it reaches. */
export interface FoundTable extends Known {
  /** @param own the sheet without the tables beside */
  read(extent: Extent, own: SheetView): TableReading;
}

/** Claims of a layout whose tables stand one below another: each is looked for below the end of the one before. */
export function claimsBelow(
  view: SheetView,
  layout: string,
  find: (from: number) => FoundTable | null,
  confidence = 2,
): readonly RecognisedTable[] {
  const claims: RecognisedTable[] = [];
  let top = 0;
  for (let found = find(0); found !== null; found = find(top)) {
    const table = found;
    const extent = extentOf(view, table);
    const area = { top, left: 0, bottom: extent.bottom, right: extent.right };
    claims.push({ layout, confidence, ...area, read: () => table.read(extent, leftOf(view, extent)) });
    top = extent.bottom + 1;
  }
  return claims;
}

function leftOf(view: SheetView, { right }: Extent): SheetView {
  if (right >= view.columns - 1) return view;
  return withoutAreas(view, [{ top: 0, left: right + 1, bottom: view.rows - 1, right: view.columns - 1 }]);
}

/** A found header without what stands beside the table. */
export function within<R extends string>(header: FoundHeader<R>, { right }: Extent): FoundHeader<R> {
  const columns = new Map([...header.columns].filter(([, { index }]) => index <= right));
  return { ...header, columns, right: Math.min(header.right, right) };
}

/** The last column that a layout needs; roles right of it may be of the table beside. */
export function lastOf<R extends string>({ columns }: FoundHeader<R>, needed: readonly R[]): number {
  return Math.max(...needed.map((role) => columns.get(role)?.index ?? 0));
}
