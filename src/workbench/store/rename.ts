import { quoteSheetName } from "./address";
import { followInRules } from "./follow-rules";
import type { Sheet, Workbook } from "./model";

/** A formula in which the sheet has its new name. */
export function renameMentions(formula: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const quoted = escaped.replaceAll("'", "''");
  // A text in quotation marks is matched first and kept as it is.
  const mention = new RegExp(`"(?:[^"]|"")*"|'${quoted}'!|(?<![\\p{L}\\p{N}_.'\\]])${escaped}!`, "giu");
  return formula.replace(mention, (found) => (found.startsWith('"') ? found : `${quoteSheetName(to)}!`));
}

/** Formulas and names that speak of a sheet follow its new name, as in Excel. */
export function renameInFormulas(workbook: Workbook, from: string, to: string): void {
  (workbook.changes ??= []).push({ kind: "rename", from, to });
  const rename = (formula: string): string => renameMentions(formula, from, to);
  for (const sheet of workbook.sheets) {
    for (const [row, columns] of sheet.cells)
      for (const [column, cell] of columns) {
        if (cell.formula === undefined || !cell.formula.includes("!")) continue;
        const formula = rename(cell.formula);
        if (formula === cell.formula) continue;
        columns.set(column, { ...cell, formula });
        sheet.touched.values.add(row, column);
      }
    followInNames(sheet, rename);
    followInRules(sheet, rename);
  }
  for (const name of workbook.names) name.formula = rename(name.formula);
}

/** Names of a sheet follow too; those of the workbook are compared with the file when it is saved. */
export function followInNames(sheet: Sheet, follow: (formula: string) => string): void {
  for (const name of sheet.names) {
    const formula = follow(name.formula);
    if (formula === name.formula) continue;
    name.formula = formula;
    sheet.touched.aspects.add("names");
  }
}
