import { parseArea } from "../corrections/area";
import { idRole } from "../figure-words";
import { hasContext } from "../groups";
import { filledColumns, isFigureLabel } from "../header-cells";
import { claimTables } from "../read-table";
import { looksLikeSchool, rowKind } from "../row-words";
import { isSchoolName, schoolLabels } from "../school-columns";
import type { SheetView } from "../sheet-view";
import { normaliseText } from "../text";
import { SCHOOLS_IN_COLUMNS, turnView, type SchoolsInColumns } from "../turned-view";
import type { Layout, RecognisedTable } from "./layout";

/** Labels before the schools: procedure, class, figure. */
const MOST_LABELS = 4;
/** Where both ways of reading fit, schools in rows win. */
const DOUBT = 0.5;

/**
 * Procedures and figures in rows, a school in each column: ordinary in a municipality of a few schools. Read as the same
 * table turned, with addresses of the sheet as it is.
 */
export const schoolsInColumns: Layout = {
  id: SCHOOLS_IN_COLUMNS,
  recognise(view) {
    const found: RecognisedTable[] = [];
    for (let row = 0; row < view.rows; row++) {
      const tables = tablesAt(view, row);
      for (const table of tables) found.push(...claimsOf(view, table));
      row = Math.max(row, ...tables.map(({ bottom }) => bottom));
    }
    return found;
  },
};

function claimsOf(view: SheetView, table: SchoolsInColumns): readonly RecognisedTable[] {
  const turned = turnView(view, table);
  const claims = claimTables(
    turned,
    SCHOOLS_IN_COLUMNS,
    ({ groups }) => groups.length === 1 || groups.some(hasContext),
  );
  return claims.flatMap((claim) => {
    const area = parseArea(turned.area(claim));
    if (area === null) return [];
    const { top, left } = view.grid;
    return {
      layout: SCHOOLS_IN_COLUMNS,
      confidence: claim.confidence * DOUBT,
      top: area.top - top,
      bottom: area.bottom - top,
      left: area.left - left,
      right: area.right - left,
      read: () => {
        const reading = claim.read();
        // roles of its rows have no letters of columns to stand under
        return { ...reading, table: { ...reading.table, columns: [] } };
      },
    };
  });
}

/** The tables whose schools stand in this row, side by side with labels of their own; none where it has no two names. */
function tablesAt(view: SheetView, row: number): readonly SchoolsInColumns[] {
  const names = Array.from({ length: view.columns }, (_, column) => column).filter((column) =>
    isSchool(view, row, column),
  );
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return [];
  const bottom = lastFigures(view, row, first, last);
  if (bottom === null) return [];
  const tables: SchoolsInColumns[] = [];
  let from = 0;
  for (const own of runsOf(view, row, bottom, names)) {
    const table = tableOf(view, { top: row, bottom }, own, from);
    if (table === null) continue; // told as not recognised beside those that are
    tables.push(table);
    from = table.right + 1;
  }
  return tables;
}

/** Names that no column of labels parts. */
function runsOf(
  view: SheetView,
  top: number,
  bottom: number,
  names: readonly number[],
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const name of names) {
    const run = runs.at(-1);
    const before = run?.at(-1) ?? name;
    const between = Array.from({ length: name - before }, (_, at) => before + at).slice(1);
    const parted = between.some((column) => kindOf(view, top, bottom, column) === "labels");
    if (run === undefined || parted) runs.push([name]);
    else run.push(name);
  }
  return runs;
}

function tableOf(
  view: SheetView,
  rows: Pick<SchoolsInColumns, "top" | "bottom">,
  names: readonly number[],
  from: number,
): SchoolsInColumns | null {
  const { top, bottom } = rows;
  const firstSchool = firstFigures(view, top, bottom, names[0] ?? from, from);
  const left = firstLabel(view, top, bottom, firstSchool, from);
  if (left === null) return null;
  const labels = labelsIn(view, top, bottom, left, firstSchool);
  if (labels.some(looksLikeSchool) || !hasFigureLabel(view, top, bottom, left, firstSchool)) return null;
  const right = lastColumn(view, top, bottom, names.at(-1) ?? firstSchool);
  const table = { top, bottom, left, firstSchool, right };
  if (isToldPerSchool(view, table)) return null;
  const headings = headingsIn(view, table);
  return { ...table, headings };
}

/** A name over one column; one merged over several is a title of a table of its own, «Школа» is a label. */
function isSchool(view: SheetView, row: number, column: number): boolean {
  const merge = view.merge(row, column);
  return (merge === null || merge.right === merge.left) && isSchoolName(view, row, column);
}

/** Columns of figures before the first name are of schools whose names are lost: they are told, not left out. */
function firstFigures(view: SheetView, top: number, bottom: number, firstName: number, from: number): number {
  let first = firstName;
  while (first > from && kindOf(view, top, bottom, first - 1) === "figures") first -= 1;
  return first;
}

/** The leftmost of the columns of labels right before the schools; null where there is none, or too many. */
function firstLabel(
  view: SheetView,
  top: number,
  bottom: number,
  firstSchool: number,
  from: number,
): number | null {
  let left = firstSchool;
  while (left > from && kindOf(view, top, bottom, left - 1) === "labels") left -= 1;
  return left === firstSchool || firstSchool - left > MOST_LABELS ? null : left;
}

/** Years and classes are labels made of numbers; any other column of numbers alone holds figures or counts the rows. */
function kindOf(
  view: SheetView,
  top: number,
  bottom: number,
  column: number,
): "labels" | "figures" | "count" | "blank" {
  if (isCount(view, top, column)) return "count";
  const rows = rowsBetween(top, bottom);
  const cells = rows.map((row) => view.cell(row, column));
  const texts = rows.filter((row, at) => cells[at]?.kind === "text" && /\p{L}/u.test(view.text(row, column)));
  const numbers = cells.flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
  // a figure typed as a word makes no column of labels
  if (texts.length > numbers.length || texts.some((row) => isFigureLabel(view, row, column))) return "labels";
  if (numbers.length === 0) return "blank";
  const labels = numbers.every((number) => number >= 2010 && number <= 2099) || isClass(view, top, column);
  return labels ? "labels" : "figures";
}

const isClass = (view: SheetView, row: number, column: number): boolean =>
  /^класс/.test(normaliseText(view.text(row, column)));

/** Numbers of rows: 1, 2, 3 … as they come; as labels they would pass for marks or classes. */
function isCount(view: SheetView, row: number, column: number): boolean {
  if (idRole(normaliseText(view.text(row, column))) === "number") return true;
  const numbers: number[] = [];
  for (let below = row + 1; below < view.rows && numbers.length < 4; below++) {
    const text = view.text(below, column);
    if (text !== "") numbers.push(Number(text.replace(/\.$/, "")));
  }
  return numbers.length > 1 && numbers.every((number, at) => number === at + 1);
}

/** The last row of figures, or of what is typed in their place, under a school; null where there is none. */
function lastFigures(view: SheetView, top: number, first: number, last: number): number | null {
  let bottom: number | null = null;
  let figures = 0;
  for (let row = top + 1; row < view.rows; row++) {
    const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const names = columns.filter((column) => isSchool(view, row, column)).length;
    // another table begins, either way round
    if (names >= 2 || schoolLabels(view, row).length > 0) break;
    if (isBlank(view, row) && isBlank(view, row + 1)) break;
    const numbers = columns.filter((column) => view.cell(row, column).kind === "number").length;
    figures += numbers;
    if (numbers > 0 || isLine(view, row, columns)) bottom = row;
  }
  return figures > 0 ? bottom : null;
}

/** A label with something under a school: «21/8» is no number, and its row is of the table all the same. */
function isLine(view: SheetView, row: number, columns: readonly number[]): boolean {
  const [first = 0] = columns;
  const label = Array.from({ length: first }, (_, column) => view.text(row, column)).find(
    (text) => text !== "",
  );
  if (label === undefined || rowKind(label) === "note") return false;
  return columns.some((column) => view.text(row, column) !== "");
}

const isBlank = (view: SheetView, row: number): boolean => filledColumns(view, row).length === 0;

/**
 * Whether something beside the names tells schools apart: a subject or a year over some of them, the second half of a
 * name or a class below it. What holds for one school would be read for all, so such a table is asked about.
 */
function isToldPerSchool(view: SheetView, table: Omit<SchoolsInColumns, "headings">): boolean {
  const { top, bottom, left, firstSchool, right } = table;
  for (let row = top - 1; row >= 0 && !isBlank(view, row); row--) {
    if (isOverSome(view, row, firstSchool, right)) return true;
  }
  return rowsBetween(top, bottom).some((row) => {
    for (let column = left; column < firstSchool; column++) {
      const merge = view.merge(row, column);
      if (view.text(row, column) !== "" || (merge !== null && merge.top < row)) return false;
    }
    for (let column = firstSchool; column <= right; column++)
      if (view.cell(row, column).kind === "text") return true;
    return false;
  });
}

/** Whether a row above the names says something of some schools alone; numbers that count them do not. */
function isOverSome(view: SheetView, row: number, firstSchool: number, right: number): boolean {
  const over = filledColumns(view, row).filter((column) => {
    if (column < firstSchool || column > right) return false;
    const merge = view.merge(row, column);
    return merge === null || merge.left > firstSchool || merge.right < right;
  });
  const values = over.map((column) => view.value(row, column));
  // classes and years repeat, and no class of these procedures is the first
  const counts =
    values.every(Number.isInteger) && values.includes(1) && new Set(values).size === values.length;
  return over.length > 0 && !counts;
}

/** Totals and columns without a name stand beside the schools: they are read as rows without a name would be. */
function lastColumn(view: SheetView, top: number, bottom: number, lastSchool: number): number {
  let right = lastSchool;
  for (let column = lastSchool + 1; column < view.columns; column++) {
    if (kindOf(view, top, bottom, column) === "labels") break;
    const numbers = rowsBetween(top, bottom).some((row) => view.cell(row, column).kind === "number");
    if (!numbers && view.text(top, column) === "") break;
    right = column;
  }
  return right;
}

function labelsIn(view: SheetView, top: number, bottom: number, left: number, end: number): string[] {
  return rowsBetween(top, bottom).flatMap((row) =>
    Array.from({ length: end - left }, (_, at) => view.text(row, left + at)).filter((text) => text !== ""),
  );
}

function hasFigureLabel(view: SheetView, top: number, bottom: number, left: number, end: number): boolean {
  return rowsBetween(top, bottom).some((row) =>
    Array.from({ length: end - left }, (_, at) => left + at).some((column) =>
      isFigureLabel(view, row, column),
    ),
  );
}

/** Rows with a label in the first column and nothing else, or with one merged over the whole table. */
function headingsIn(view: SheetView, table: Omit<SchoolsInColumns, "headings">): ReadonlySet<number> {
  const { top, bottom, left, right } = table;
  return new Set(
    rowsBetween(top, bottom).filter((row) => {
      if (!isText(view, row, left) || rowKind(view.text(row, left)) === "note") return false;
      for (let column = left + 1; column <= right; column++) if (view.text(row, column) !== "") return false;
      return true;
    }),
  );
}

const isText = (view: SheetView, row: number, column: number): boolean =>
  row < view.rows && view.cell(row, column).kind === "text";

const rowsBetween = (top: number, bottom: number): readonly number[] =>
  Array.from({ length: bottom - top }, (_, at) => top + 1 + at);
