import { findSheet } from "./create";
import type { Sheet, Workbook } from "./model";

/** Why a name cannot be given to a sheet. */
export type SheetNameProblem = "illegal" | "taken";

/**
 * Excel's rules for names of sheets: 1 to 31 characters, none of `/ \ ? * [ ] :`, no apostrophe at either end.
 * Source: support.microsoft.com, "Rename a worksheet".
 */
export function checkSheetName(workbook: Workbook, name: string, own?: Sheet): SheetNameProblem | undefined {
  if (name.trim() === "" || name.length > 31 || /[/\\?*[\]:]/.test(name) || /^'|'$/.test(name))
    return "illegal";
  const other = findSheet(workbook, name);
  return other && other !== own ? "taken" : undefined;
}

/** Takes the sheet out; a sheet of the opened file is noted as removed. The sheet beside it becomes active. */
export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  const at = workbook.sheets.indexOf(sheet);
  if (at < 0) return;
  workbook.sheets.splice(at, 1);
  if (sheet.origin !== undefined) workbook.removed.push(sheet.origin);
  if (workbook.activeSheetId !== sheet.id) return;
  const visible = (candidate: Sheet): boolean => candidate.visibility === "Visible";
  const next = workbook.sheets.slice(at).find(visible) ?? workbook.sheets.slice(0, at).findLast(visible);
  workbook.activeSheetId = next?.id ?? "";
  workbook.selection = { top: 0, left: 0, bottom: 0, right: 0 };
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
  for (const each of workbook.sheets) each.touched.aspects.add("position");
}
