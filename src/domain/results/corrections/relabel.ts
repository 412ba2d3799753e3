import type { Area, CellValue, Grid } from "../../grid";
import { figureWords, idRole } from "../figure-words";
import { isNumbering } from "../header-cells";
import { clearParts, procedureParts } from "../parse-procedure";
import type { SheetView } from "../sheet-view";
import { normaliseText } from "../text";
import { parseYear } from "../year";
import type { ColumnRole } from "./correction";

/** The plainest header of each role: what every layout of rows of schools reads it by. */
const LABELS: Readonly<Record<ColumnRole, string>> = {
  school: "Школа",
  municipality: "Муниципалитет",
  code: "Логин",
  year: "Учебный год",
  procedure: "Процедура",
  participants: "Участников",
  failed: "Не справились",
  passed: "Справились",
  share: "Доля не справившихся",
  passShare: "Успеваемость",
  mark2: "Получили «2»",
  mark3: "Получили «3»",
  mark4: "Получили «4»",
  mark5: "Получили «5»",
  other: "Примечание",
};
const IDS: ReadonlySet<ColumnRole> = new Set([
  "school",
  "municipality",
  "code",
  "year",
  "procedure",
  "other",
]);
const SAMPLE_ROWS = 200;

/**
 * The sheet with the headers of columns written as their roles want them, so that a corrected column is read as any
 * other with such a header. Year and procedure in the old text stay; cells below the header are not touched.
 */
export function relabel(
  view: SheetView,
  changes: readonly { readonly header: Area; readonly roles: ReadonlyMap<number, ColumnRole> }[],
): Grid {
  const { grid } = view;
  const cells = grid.cells.map((row) => row).slice();
  let merges = grid.merges;
  const put = (row: number, column: number, text: CellValue): void => {
    const line = [...(cells[row] ?? [])];
    line[column] = text;
    cells[row] = line;
  };
  for (const { header, roles } of changes) {
    for (const [column, role] of withDisplaced(view, header, roles)) {
      const { row, merge } = labelOf(view, header, column);
      if (merge !== null && merge.left < merge.right) {
        // a label over several columns: each gets it as its own
        for (let at = merge.left; at <= merge.right; at++)
          if (!roles.has(at) || at === column) put(merge.top, at, view.value(merge.top, merge.left));
        merges = merges?.filter((area) => !isSame(view, area, merge));
      }
      const at = merge === null ? row : merge.top;
      put(at, column, labelText(view, header, column, role));
    }
  }
  return { ...grid, cells, ...(merges === undefined ? {} : { merges }) };
}

/** One column names the schools: a label of names over another gives way. */
function withDisplaced(
  view: SheetView,
  header: Area,
  roles: ReadonlyMap<number, ColumnRole>,
): ReadonlyMap<number, ColumnRole> {
  if (![...roles.values()].includes("school")) return roles;
  const all = new Map(roles);
  for (let column = header.left; column <= header.right; column++) {
    const { row } = labelOf(view, header, column);
    const role = idRole(normaliseText(view.mergedText(row, column)));
    if (role === "school" && !all.has(column)) all.set(column, "other");
  }
  return all;
}

/** The lowest label of a column. */
function labelOf(
  view: SheetView,
  header: Area,
  column: number,
): { readonly row: number; readonly merge: Area | null } {
  for (let row = header.bottom; row >= header.top; row--) {
    if (isNumbering(view, row) || view.mergedText(row, column) === "") continue;
    return { row, merge: view.merge(row, column) };
  }
  return { row: header.bottom, merge: null };
}

const isSame = ({ grid }: SheetView, area: Area, local: Area): boolean =>
  area.top <= local.top + grid.top &&
  area.bottom >= local.bottom + grid.top &&
  area.left <= local.left + grid.left &&
  area.right >= local.right + grid.left;

function labelText(view: SheetView, header: Area, column: number, role: ColumnRole): string {
  const label = LABELS[role];
  if (IDS.has(role)) return label;
  const { row } = labelOf(view, header, column);
  const old = view.mergedText(row, column);
  const { forms, subjects, levels, grades } = clearParts(procedureParts(old));
  const year = parseYear(old);
  const context = [
    ...forms,
    ...subjects,
    ...(subjects.size === 0 ? [] : levels), // «База» alone may count anything
    ...[...grades].map((grade) => `${grade} класс`),
    ...(year === null ? [] : [String(year)]),
  ];
  const isPercent = role === "share" || role === "passShare" || role.startsWith("mark");
  const unit = isPercent && inPercent(view, header, column, old, role) ? ", %" : "";
  return `${context.length === 0 ? "" : `${context.join(" ")}: `}${label}${unit}`;
}

/** Whether the figures are per cents: the old header says so, or a share goes above 1. */
function inPercent(view: SheetView, header: Area, column: number, old: string, role: ColumnRole): boolean {
  const { unit } = figureWords(normaliseText(old));
  if (unit === "percent" || unit === "fraction") return unit === "percent";
  for (let row = header.bottom + 1; row < Math.min(view.rows, header.bottom + SAMPLE_ROWS); row++) {
    const value = view.value(row, column);
    if (typeof value === "string" && value.includes("%")) return true;
    if (typeof value !== "number") continue;
    if (role.startsWith("mark") ? !Number.isInteger(value) : value > 1) return true;
  }
  return false;
}
