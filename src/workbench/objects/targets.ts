import { hostError } from "../protocol/errors";
import { parseArea, splitSheetName } from "../store/address";
import { cellCount, isInSheet } from "../store/areas";
import { cellsIn } from "../store/cells";
import { findSheet } from "../store/create";
import type { Area, Sheet, Workbook } from "../store/model";
import type { Context, RangeRef } from "./context";

/** An area that must lie within the sheet; otherwise InvalidArgument. */
export function checkedArea(area: Area): Area {
  if (!isInSheet(area)) throw hostError("InvalidArgument");
  return area;
}

/** An address or a name, with or without a sheet name: `A1:B2`, `'Лист 1'!A:C`, `Итоги`. */
function findRange(workbook: Workbook, address: string, sheet: Sheet): RangeRef | undefined {
  const { sheet: sheetName, rest } = splitSheetName(address.replace(/^=/, ""));
  const target = sheetName === undefined ? sheet : findSheet(workbook, sheetName);
  const area = parseArea(rest);
  if (target && area) return { sheet: target, area };
  if (!target) return undefined;
  return namedRange(workbook, rest, target) ?? tableRange(workbook, rest);
}

function namedRange(workbook: Workbook, name: string, sheet: Sheet): RangeRef | undefined {
  const wanted = name.toLowerCase();
  const found = [...sheet.names, ...workbook.names].find(
    (candidate) => candidate.name.toLowerCase() === wanted,
  );
  const { sheet: sheetName, rest } = splitSheetName((found?.formula ?? "").replace(/^=/, ""));
  const area = parseArea(rest);
  const target = sheetName === undefined ? undefined : findSheet(workbook, sheetName);
  return target && area ? { sheet: target, area } : undefined;
}

function tableRange(workbook: Workbook, name: string): RangeRef | undefined {
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (table)
      return { sheet, area: table.showHeaders ? { ...table.area, top: table.area.top + 1 } : table.area };
  }
  return undefined;
}

/** An argument that may be an address or a Range object. */
export function rangeArgument(value: unknown, sheet: Sheet, context: Context): RangeRef {
  const range =
    context.rangeOf(value) ??
    (typeof value === "string" ? findRange(context.workbook, value, sheet) : undefined);
  if (!range) throw hostError("InvalidArgument");
  return range;
}

/** Refuses a range of a sheet that was deleted. */
export function living<T extends { readonly sheet: Sheet }>(ref: T, { workbook }: Context): T {
  if (!workbook.sheets.includes(ref.sheet)) throw hostError("ItemNotFound");
  return ref;
}

/**
 * Refuses a write into locked cells of a protected sheet; cells are locked unless their format says otherwise.
 * Source: learn.microsoft.com, "Work with worksheets using the Excel JavaScript API", data protection.
 */
export function requireWritable(sheet: Sheet, area: Area): void {
  if (!sheet.protected) return;
  let unlocked = 0;
  for (const [, , cell] of cellsIn(sheet, area)) if (cell.style?.locked === false) unlocked++;
  if (unlocked < cellCount(area)) throw hostError("AccessDenied");
}

/** Formats, tables, rows and columns of a protected sheet cannot be changed at all. */
export function requireUnprotected(sheet: Sheet): void {
  if (sheet.protected) throw hostError("AccessDenied");
}

export function requireOpenStructure({ workbook }: Context): void {
  if (workbook.structureProtected) throw hostError("AccessDenied");
}
