import { hostError } from "../protocol/errors";
import { EventType } from "../protocol/events";
import { formatArea } from "../store/address";
import {
  columnCount,
  COLUMNS,
  contains,
  intersection,
  rowCount,
  ROWS,
  isEntireColumn,
  isEntireRow,
  subtract,
} from "../store/areas";
import { cellsIn, clearContent, hasContent, setStyle } from "../store/cells";
import type { Area, Sheet } from "../store/model";
import { type Shift, shiftArea, shiftSheet } from "../store/shift";
import { shiftFormulas } from "../store/shift-formulas";
import { optionalText, oneOf } from "./arguments";
import type { Context, RangeRef } from "./context";
import { requireUncutArrays, requireUnprotected, requireWholeArrays, requireWritable } from "./targets";

type ApplyTo = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks";
const APPLY_TO: readonly ApplyTo[] = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"];

/** learn.microsoft.com, Excel.ClearApplyTo: all, contents (formats stay), formats (contents stay), hyperlinks. */
export function clear({ sheet, area }: RangeRef, given: unknown, context: Context): void {
  const applyTo = given === null || given === undefined ? "All" : oneOf(APPLY_TO, given);
  if (applyTo === "Contents") requireWritable(sheet, area);
  else requireUnprotected(sheet);
  if (applyTo === "All" || applyTo === "Contents") {
    requireWholeArrays(sheet, area);
    for (const [row, column] of [...cellsIn(sheet, area)]) clearContent(sheet, row, column);
    context.written(sheet, area);
  }
  if (applyTo === "All" || applyTo === "Formats") clearFormats(sheet, area);
  if (applyTo !== "Contents" && applyTo !== "Formats") removeHyperlinks(sheet, area);
}

function clearFormats(sheet: Sheet, area: Area): void {
  for (const [row, column] of [...cellsIn(sheet, area)]) setStyle(sheet, row, column, undefined);
  if (isEntireColumn(area)) {
    for (let column = area.left; column <= area.right; column++) sheet.columnStyles.delete(column);
    sheet.touched.aspects.add("columnStyles");
  }
  const formats = sheet.conditionalFormats.filter(({ areas }) =>
    areas.some((each) => intersection(each, area)),
  );
  for (const format of formats) format.areas = format.areas.flatMap((each) => subtract(each, area));
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  if (formats.length > 0) sheet.touched.aspects.add("conditionalFormats");
  if (sheet.merges.some((each) => intersection(each, area))) unmerge({ sheet, area });
}

/** "Merge the range cells into one region"; `across`: each row by itself. Only the upper left value stays. */
export function merge({ sheet, area }: RangeRef, across: boolean, context: Context): void {
  requireUnprotected(sheet);
  const parts = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, at) => ({
        ...area,
        top: area.top + at,
        bottom: area.top + at,
      }))
    : [area];
  if (sheet.tables.some((table) => intersection(table.area, area))) throw hostError("InvalidOperation");
  for (const part of parts) {
    sheet.merges = sheet.merges.filter((each) => !intersection(each, part));
    keepFirstValue(sheet, part, context);
    if (part.top !== part.bottom || part.left !== part.right) sheet.merges.push(part);
  }
  sheet.touched.aspects.add("merges");
}

function keepFirstValue(sheet: Sheet, area: Area, context: Context): void {
  let cleared = false;
  for (const [row, column, cell] of [...cellsIn(sheet, area)]) {
    if ((row === area.top && column === area.left) || !hasContent(cell)) continue;
    clearContent(sheet, row, column);
    cleared = true;
  }
  if (cleared) context.written(sheet, area);
}

export function unmerge({ sheet, area }: RangeRef): void {
  requireUnprotected(sheet);
  sheet.merges = sheet.merges.filter((each) => !intersection(each, area));
  sheet.touched.aspects.add("merges");
}

/** Merged areas that the range holds or cuts. */
export const mergedAreas = ({ sheet, area }: RangeRef): Area[] =>
  sheet.merges.filter((each) => intersection(each, area) !== undefined);

export function setHidden({ sheet, area }: RangeRef, direction: "rows" | "columns", hidden: boolean): void {
  requireUnprotected(sheet);
  const set = direction === "rows" ? sheet.hiddenRows : sheet.hiddenColumns;
  const [first, last] = direction === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  for (let index = first; index <= last; index++)
    if (hidden) set.add(index);
    else set.delete(index);
  sheet.touched.aspects.add("hidden");
}

type Link = Record<string, unknown>;

/** `Excel.RangeHyperlink` of the first cell, with the shown text; `null` when it has none. */
export function readHyperlink({ sheet, area }: RangeRef): Link | null {
  const link = sheet.hyperlinks.get(`${area.top},${area.left}`);
  if (!link) return null;
  const shown = sheet.cells.get(area.top)?.get(area.left)?.value;
  return { ...link, ...(shown !== undefined && { textToDisplay: String(shown) }) };
}

/** Sets the link of every cell, and the shown text when it is given; `null` takes links away. */
export function writeHyperlink({ sheet, area }: RangeRef, link: Link | null, context: Context): void {
  requireUnprotected(sheet);
  removeHyperlinks(sheet, area);
  if (!link) return;
  const parts = ["address", "documentReference", "screenTip"] as const;
  const kept = Object.fromEntries(
    parts.flatMap((part): [string, string][] => {
      const value = optionalText(link[part]);
      return value === undefined || value === "" ? [] : [[part, value]];
    }),
  );
  const shown = optionalText(link["textToDisplay"]);
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      sheet.hyperlinks.set(`${row},${column}`, kept);
  if (shown !== undefined) context.make.range(sheet, area).setter("Values")?.(`'${shown}`);
}

function removeHyperlinks(sheet: Sheet, area: Area): void {
  for (const key of [...sheet.hyperlinks.keys()]) {
    const [row = -1, column = -1] = key.split(",").map(Number);
    if (contains(area, { top: row, left: column, bottom: row, right: column })) sheet.hyperlinks.delete(key);
  }
  sheet.touched.aspects.add("hyperlinks");
}

/** Whole rows and whole columns only; a part of a sheet that shifts is not what the product does. */
export function deleteCells({ sheet, area }: RangeRef, shift: unknown, context: Context): void {
  requireUnprotected(sheet);
  oneOf(["Up", "Left"], shift);
  shiftCells(sheet, area, "delete", context);
}

export function insertCells({ sheet, area }: RangeRef, shift: unknown, context: Context): unknown {
  requireUnprotected(sheet);
  oneOf(["Down", "Right"], shift);
  shiftCells(sheet, area, "insert", context);
  return context.make.range(sheet, area);
}

/** learn.microsoft.com, error handling: NonBlankCellOffSheet, also of a cell that has a format only. */
function requireRoom(sheet: Sheet, area: Area): void {
  const pushed: Area = isEntireRow(area)
    ? { ...area, top: ROWS - rowCount(area), bottom: ROWS - 1 }
    : { ...area, left: COLUMNS - columnCount(area), right: COLUMNS - 1 };
  if (cellsIn(sheet, pushed).next().done !== true) throw hostError("NonBlankCellOffSheet");
}

function shiftCells(sheet: Sheet, area: Area, change: Shift["change"], context: Context): void {
  const rows = isEntireRow(area);
  if (!rows && !isEntireColumn(area))
    throw hostError(
      "UnsupportedOperation",
      "The embedded host inserts and deletes whole rows and columns only.",
    );
  const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  if (change === "delete") requireWholeArrays(sheet, area);
  else {
    requireUncutArrays(sheet, area);
    requireRoom(sheet, area);
  }
  const shift: Shift = { direction: rows ? "rows" : "columns", change, first, last };
  shiftSheet(sheet, shift);
  shiftFormulas(context.workbook, sheet, shift);
  for (const object of context.references.objects) {
    const range = context.rangeOf(object);
    if (range?.sheet === sheet && range.area !== area)
      range.area = shiftArea(range.area, shift) ?? range.area;
  }
  context.restructured();
  const changeType = `${rows ? "Row" : "Column"}${change === "insert" ? "Inserted" : "Deleted"}`;
  const args = { changeType, source: "Local", address: formatArea(area), worksheetId: sheet.id };
  context.raise({ type: EventType.WorksheetChanged, sheetId: sheet.id, args });
}
