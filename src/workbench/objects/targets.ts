import { hostError } from "../protocol/errors";
import { parseArea, splitSheetName } from "../store/address";
import { cellCount, contains, isEntireRow, isInSheet } from "../store/areas";
import { cellsIn, getCell } from "../store/cells";
import { findSheet } from "../store/create";
import type { Area, Cell, Sheet, Workbook } from "../store/model";
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

/**
 * Refuses to change a part of an array typed with Ctrl+Shift+Enter: «You can't change part of an array». Source:
 * support.microsoft.com, "Guidelines and examples of array formulas". Which code Excel answers is not documented.
 */
export function requireWholeArrays(sheet: Sheet, area: Area): void {
  for (const [row, column, cell] of cellsIn(sheet, area)) {
    const array = fixedArrayOf(sheet, row, column, cell);
    if (array && !contains(area, array)) throw hostError("InvalidOperation");
  }
}

/** Refuses rows or columns that would be put between those of such an array. */
export function requireUncutArrays(sheet: Sheet, area: Area): void {
  for (const [row, column, cell] of cellsIn(sheet, area)) {
    const array = fixedArrayOf(sheet, row, column, cell);
    const inside = array && (isEntireRow(area) ? array.top < area.top : array.left < area.left);
    if (inside) throw hostError("InvalidOperation");
  }
}

function fixedArrayOf(sheet: Sheet, row: number, column: number, cell: Cell): Area | undefined {
  const [top = row, left = column] = cell.spilledFrom?.split(",").map(Number) ?? [];
  const array = cell.array ?? (cell.spilledFrom === undefined ? undefined : getCell(sheet, top, left)?.array);
  if (array?.fixed !== true) return undefined;
  return { top, left, bottom: top + array.rows - 1, right: left + array.columns - 1 };
}

/** Formats, tables, rows and columns of a protected sheet cannot be changed at all. */
export function requireUnprotected(sheet: Sheet): void {
  if (sheet.protected) throw hostError("AccessDenied");
}

export function requireOpenStructure({ workbook }: Context): void {
  if (workbook.structureProtected) throw hostError("AccessDenied");
}
