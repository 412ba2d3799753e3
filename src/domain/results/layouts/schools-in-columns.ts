import { idRole } from "../figure-words";
import { hasContext } from "../groups";
import { isFigureLabel, isLabel } from "../header-cells";
import { claimTables } from "../read-table";
import { looksLikeSchool, rowKind } from "../row-words";
import type { SheetView } from "../sheet-view";
import { normaliseText } from "../text";
import { turnView, type SchoolsInColumns } from "../turned-view";
import type { Layout, RecognisedTable } from "./layout";

const ID = "schools-in-columns";
/** Labels before the schools: procedure, class, figure. */
const MOST_LABELS = 4;
/** Where both ways of reading fit, schools in rows win. */
const DOUBT = 0.5;

/**
 * Procedures and figures in rows, a school in each column: ordinary in a municipality of a few schools. Read as the same
 * table turned, with addresses of the sheet as it is.
 */
export const schoolsInColumns: Layout = {
  id: ID,
  recognise(view) {
    const found: RecognisedTable[] = [];
    for (let row = 0; row < view.rows; row++) {
      const table = tableAt(view, row);
      if (table === null) continue;
      found.push(...claimsOf(view, table));
      row = table.bottom;
    }
    return found;
  },
};

function claimsOf(view: SheetView, table: SchoolsInColumns): readonly RecognisedTable[] {
  const turned = claimTables(
    turnView(view, table),
    ID,
    ({ groups }) => groups.length === 1 || groups.some(hasContext),
  );
  const { top, bottom, left, right } = table;
  return turned.map((claim) => ({
    layout: ID,
    confidence: claim.confidence * DOUBT,
    top,
    bottom,
    left,
    right,
    read: () => {
      const reading = claim.read();
      // roles of its rows have no letters of columns to stand under
      return { ...reading, table: { ...reading.table, columns: [] } };
    },
  }));
}

/** The table whose schools stand in this row; null where the row has none. */
function tableAt(view: SheetView, row: number): SchoolsInColumns | null {
  const names = Array.from({ length: view.columns }, (_, column) => column).filter((column) =>
    isSchool(view, row, column),
  );
  const [firstSchool] = names;
  const lastSchool = names.at(-1);
  if (firstSchool === undefined || lastSchool === undefined || names.length < 2 || firstSchool === 0)
    return null;
  const left = firstLabel(view, row, firstSchool);
  const bottom = lastFigures(view, row, firstSchool, lastSchool);
  if (left === null || bottom === null) return null;
  const labels = labelsIn(view, row, bottom, left, firstSchool);
  if (labels.some(looksLikeSchool) || !hasFigureLabel(view, row, bottom, left, firstSchool)) return null;
  const right = lastColumn(view, row, bottom, lastSchool);
  const headings = headingsIn(view, { top: row, bottom, left, firstSchool, right });
  return { top: row, bottom, left, firstSchool, right, headings };
}

/** A name over one column; one merged over several is a title of a table of its own. */
function isSchool(view: SheetView, row: number, column: number): boolean {
  const merge = view.merge(row, column);
  if (merge !== null && merge.right > merge.left) return false;
  return view.cell(row, column).kind === "text" && looksLikeSchool(view.text(row, column));
}

/** The leftmost of the columns of labels right before the schools. */
function firstLabel(view: SheetView, row: number, firstSchool: number): number | null {
  let left: number | null = null;
  for (let column = firstSchool - 1; column >= Math.max(0, firstSchool - MOST_LABELS); column--) {
    const labels = [1, 2, 3, 4, 5, 6].filter(
      (below) => view.text(row + below, column) !== "" && isLabel(view, row + below, column),
    );
    if (labels.length === 0 || isCount(view, row, column)) break;
    left = column;
  }
  return left;
}

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

/** The last row with a figure under a school, as long as labels go on; null where there is none. */
function lastFigures(view: SheetView, top: number, first: number, last: number): number | null {
  let bottom: number | null = null;
  for (let row = top + 1; row < view.rows; row++) {
    let names = 0;
    let figures = 0;
    for (let column = first; column <= last; column++) {
      if (isSchool(view, row, column)) names += 1;
      if (view.cell(row, column).kind === "number") figures += 1;
    }
    if (names >= 2) break; // another table begins
    if (figures > 0) bottom = row;
  }
  return bottom;
}

/** Totals and columns without a name stand beside the schools: they are read as rows without a name would be. */
function lastColumn(view: SheetView, top: number, bottom: number, lastSchool: number): number {
  let right = lastSchool;
  for (let column = lastSchool + 1; column < view.columns; column++) {
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
