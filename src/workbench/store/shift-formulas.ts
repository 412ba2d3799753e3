import { columnName, parseArea, quoteSheetName } from "./address";
import { isEntireColumn, isEntireRow } from "./areas";
import type { Area, Sheet, Workbook } from "./model";
import { followInRules } from "./follow-rules";
import { followInNames } from "./rename";
import { type Shift, shiftArea } from "./shift";

/**
 * A text, another book's cells, a column of a table, or a reference with or without its sheet, not part of a longer name or
 * followed by `(`.
 */
const REFERENCE =
  /"(?:[^"]|"")*"|\[[^[\]]*\][\p{L}\p{N}_.]*!\$?[\p{L}\p{N}_.]+(?:[:$]+[\p{L}\p{N}_.]+)*|\[[^[\]]*\]|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[a-z]{1,3}\$?\d+(?::\$?[a-z]{1,3}\$?\d+)?|\$?[a-z]{1,3}:\$?[a-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!])/giu;

/** References to the sheet follow its cells; one whose cells are all deleted becomes `#REF!`, as in Excel. */
export function shiftFormula(formula: string, own: boolean, sheetName: string, shift: Shift): string {
  const names = new Set(
    [`${sheetName}!`, `${quoteSheetName(sheetName)}!`, `'${sheetName}'!`].map((name) => name.toLowerCase()),
  );
  return formula.replace(
    REFERENCE,
    (found: string, prefix: string | undefined, cells: string | undefined) => {
      const about = prefix === undefined ? own : names.has(prefix.toLowerCase());
      const area = cells === undefined || !about ? undefined : parseArea(cells);
      if (!area || cells === undefined) return found;
      const moved = shiftArea(area, shift);
      return `${prefix ?? ""}${moved ? format(moved, cells) : "#REF!"}`;
    },
  );
}

/** The area with the dollar signs where they stood. */
function format(area: Area, before: string): string {
  const [first = "", last = first] = before.split(":");
  const column = (index: number, corner: string): string =>
    `${/^\$[a-z]/i.test(corner) ? "$" : ""}${columnName(index)}`;
  const row = (index: number, corner: string): string => `${/\$\d/.test(corner) ? "$" : ""}${index + 1}`;
  if (isEntireColumn(area)) return `${column(area.left, first)}:${column(area.right, last)}`;
  if (isEntireRow(area)) return `${row(area.top, first)}:${row(area.bottom, last)}`;
  const start = column(area.left, first) + row(area.top, first);
  return before.includes(":") ? `${start}:${column(area.right, last)}${row(area.bottom, last)}` : start;
}

/** Formulas of all sheets and names after rows or columns of one sheet moved. */
export function shiftFormulas(workbook: Workbook, moved: Sheet, shift: Shift): void {
  (workbook.changes ??= []).push({ kind: "shift", sheetId: moved.id, sheetName: moved.name, shift });
  for (const sheet of workbook.sheets) {
    const own = sheet === moved;
    const follow = (formula: string): string => shiftFormula(formula, own, moved.name, shift);
    for (const [row, columns] of sheet.cells)
      for (const [column, cell] of columns) {
        if (cell.formula === undefined) continue;
        const formula = follow(cell.formula);
        if (formula === cell.formula) continue;
        columns.set(column, { ...cell, formula });
        sheet.touched.values.add(row, column);
      }
    followInRules(sheet, follow);
    followInNames(sheet, follow);
  }
  for (const name of workbook.names) name.formula = shiftFormula(name.formula, false, moved.name, shift);
}
