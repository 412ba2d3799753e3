import { looksLikeSchool } from "../row-words";
import { withoutAreas, type SheetView } from "../sheet-view";
import type { Area } from "../../grid";
import { besideOf, isSchoolHeader } from "./extent";
import { examHeaderAt, isExamSchool, type ExamHeader } from "./exam-columns";
import { plainLabel } from "./headers";
import { titleRows } from "./told";

/**
 * How far protocols reach on a sheet: a table of schools by name above, below or beside them is another's. Protocols
 * name schools by code, so every block, title and footer between two such tables is theirs.
 */
export function examArea(view: SheetView, header: ExamHeader): Area {
  const right = rightOf(view, header);
  return { top: topOf(view, header), bottom: bottomOf(view, header, right), left: 0, right };
}

/** The sheet without what stands around an area. */
export function onlyArea(view: SheetView, { top, bottom, right }: Area): SheetView {
  const [lastRow, lastColumn] = [view.rows - 1, view.columns - 1];
  const around: Area[] = [];
  if (top > 0) around.push({ top: 0, bottom: top - 1, left: 0, right: lastColumn });
  if (bottom < lastRow) around.push({ top: bottom + 1, bottom: lastRow, left: 0, right: lastColumn });
  if (right < lastColumn) around.push({ top: 0, bottom: lastRow, left: right + 1, right: lastColumn });
  return around.length === 0 ? view : withoutAreas(view, around);
}

/** Below the last row above that names a school with figures. */
function topOf(view: SheetView, header: ExamHeader): number {
  for (let row = header.top - 1; row >= 0; row--) if (isSchoolRow(view, row)) return row + 1;
  return 0;
}

function isSchoolRow(view: SheetView, row: number): boolean {
  let names = false;
  let figures = 0;
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    if (typeof value === "number") figures += 1;
    else if (typeof value === "string" && value.length < 160) names ||= looksLikeSchool(value);
  }
  return names && figures >= 2;
}

/** The row before the titles of a table below whose header names schools. */
function bottomOf(view: SheetView, header: ExamHeader, right: number): number {
  for (let row = header.bottom + 1; row < view.rows; row++) {
    if (!isSchoolHeader(view, row, right) || examHeaderAt(view, row) !== null) continue;
    const titles = titleRows(view, row).filter((title) => title.row > header.bottom);
    return (
      Math.min(row, ...titles.filter((title) => !isPerson(view, title.row, header)).map((one) => one.row)) - 1
    );
  }
  return view.rows - 1;
}

/** A row with a school's code in its column is no title. */
function isPerson(view: SheetView, row: number, { columns }: ExamHeader): boolean {
  const school = columns.get("school");
  return school !== undefined && /^\d{3,9}$/.test(view.text(row, school.index));
}

/** The column before a table beside: a label of schools, or a second «Код ОО», right of what a protocol needs. */
function rightOf(view: SheetView, { columns }: ExamHeader): number {
  const result = Math.min(
    ...(["score", "mark"] as const).map((role) => columns.get(role)?.index ?? Infinity),
  );
  const needed = (["school", "surname", "code", "place"] as const).map(
    (role) => columns.get(role)?.index ?? 0,
  );
  const last = Math.max(...needed, Number.isFinite(result) ? result : 0);
  const named = besideOf(view, { last });
  for (let column = last + 1; column <= named; column++) {
    const end = endBefore(view, column);
    if (end !== null) return end;
  }
  return named;
}

/** Schools named right of a protocol, or another «Код ОО», are of another table; «№» before it is its own. */
function endBefore(view: SheetView, column: number): number | null {
  for (let row = 0; row < view.rows; row++) {
    const value = view.value(row, column);
    if (typeof value !== "string" || value.length > 160) continue;
    if (looksLikeSchool(value)) return column - 1;
    if (!isExamSchool(plainLabel(value))) continue;
    return plainLabel(view.text(row, column - 1)).startsWith("№") ? column - 2 : column - 1;
  }
  return null;
}
