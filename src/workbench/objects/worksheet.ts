import { hostError } from "../protocol/errors";
import { EventType } from "../protocol/events";
import { WHOLE_SHEET } from "../store/areas";
import { usedArea } from "../store/cells";
import { formatAddress } from "../store/address";
import type { Area, Sheet } from "../store/model";
import { deleteSheet, moveSheet } from "../store/sheets";
import { color, flag, integer, oneOf, text } from "./arguments";
import type { Context } from "./context";
import { defineClass } from "./define-class";
import { eventMethods } from "./event-methods";
import { renameInFormulas } from "../store/rename";
import { checkedArea, requireOpenStructure, rangeArgument } from "./targets";
import { requireSheetName } from "./worksheets";

const A1: Area = { top: 0, left: 0, bottom: 0, right: 0 };

/** Makes the sheet active; events of both sheets follow. A hidden sheet cannot be activated. */
function activate(sheet: Sheet, context: Context): void {
  const { workbook } = context;
  if (sheet.visibility !== "Visible") throw hostError("InvalidOperation");
  if (workbook.activeSheetId === sheet.id) return;
  const before = workbook.activeSheetId;
  workbook.activeSheetId = sheet.id;
  workbook.selection = A1;
  context.raise({ type: EventType.WorksheetDeactivated, sheetId: before, args: { worksheetId: before } });
  raiseActivated(sheet.id, context);
}

function raiseActivated(sheetId: string, context: Context): void {
  context.raise({ type: EventType.WorksheetActivated, sheetId, args: { worksheetId: sheetId } });
}

/** "If the workbook has only one visible worksheet, delete throws": GeneralException does not say why; InvalidOperation. */
function remove(sheet: Sheet, context: Context): void {
  const { workbook } = context;
  requireOpenStructure(context);
  const before = workbook.activeSheetId;
  const others = workbook.sheets.some((other) => other !== sheet && other.visibility === "Visible");
  if (!others || sheet.visibility === "VeryHidden") throw hostError("InvalidOperation");
  deleteSheet(workbook, sheet);
  if (workbook.activeSheetId !== before) raiseActivated(workbook.activeSheetId, context);
  context.restructured();
  const args = { source: "Local", worksheetId: sheet.id };
  context.raise({ type: EventType.WorksheetDeleted, sheetId: sheet.id, args });
}

/** learn.microsoft.com, Excel.Worksheet. */
export const worksheetClass = defineClass<Sheet>("Worksheet", {
  identity: (sheet) => ({ Id: sheet.id }),
  properties: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => sheet.tabColor,
    ShowGridlines: (sheet) => sheet.showGridlines,
  },
  setters: {
    Name: (sheet, value, context) => {
      requireOpenStructure(context);
      const name = text(value);
      requireSheetName(name, context, sheet);
      renameInFormulas(context.workbook, sheet.name, name);
      sheet.name = name;
      sheet.touched.aspects.add("name");
      context.restructured();
    },
    Position: (sheet, value, context) => {
      requireOpenStructure(context);
      const position = integer(value);
      if (position < 0 || position >= context.workbook.sheets.length) throw hostError("InvalidArgument");
      moveSheet(context.workbook, sheet, position);
    },
    Visibility: (sheet, value, context) => {
      requireOpenStructure(context);
      const visibility = oneOf(["Visible", "Hidden", "VeryHidden"], value);
      const others = context.workbook.sheets.filter(
        (other) => other !== sheet && other.visibility === "Visible",
      );
      const [next] = others;
      if (visibility !== "Visible" && !next) throw hostError("InvalidOperation");
      if (visibility !== "Visible" && next && context.workbook.activeSheetId === sheet.id)
        activate(next, context);
      sheet.visibility = visibility;
      sheet.touched.aspects.add("visibility");
    },
    // "When you want to remove the color, set it to an empty string."
    TabColor: (sheet, value) => {
      sheet.tabColor = value === "" ? "" : color(value);
      sheet.touched.aspects.add("tabColor");
    },
    // office.js sends the property `showGridlines` under this name (Worksheet_ShowGridlines_Set in its debug file)
    Gridlines: (sheet, value) => {
      sheet.showGridlines = flag(value);
      sheet.touched.aspects.add("gridlines");
    },
  },
  navigations: {
    Tables: (sheet, { make }) => make.tables(sheet),
    Charts: (sheet, { make }) => make.charts(sheet),
    Names: (sheet, { make }) => make.names(sheet),
    Protection: (sheet, { make }) => make.sheetProtection(sheet),
    FreezePanes: (sheet, { make }) => make.freezePanes(sheet),
    PageLayout: (sheet, { make }) => make.pageLayout(sheet),
    HorizontalPageBreaks: (sheet, { make }) => make.rowBreaks(sheet),
  },
  methods: {
    ...eventMethods((sheet: Sheet) => sheet.id),
    // Parent of an event's or a copied sheet's path: office.js addresses the sheet itself by it.
    _GetSheetById: (_, [id], { workbook, make }) => {
      const sheet = workbook.sheets.find((candidate) => candidate.id === id);
      return sheet ? make.worksheet(sheet) : null;
    },
    Activate: (sheet, _args, context) => {
      activate(sheet, context);
    },
    Delete: (sheet, _args, context) => {
      remove(sheet, context);
    },
    Calculate: (_, _args, context) => context.calculate(true),
    GetRange: (sheet, [address], context) => {
      if (address === undefined || address === null || address === "")
        return context.make.range(sheet, WHOLE_SHEET);
      const range = rangeArgument(address, sheet, context);
      return context.make.range(range.sheet, range.area);
    },
    GetCell: (sheet, [row, column], { make }) => {
      const [top, left] = [integer(row), integer(column)];
      return make.range(sheet, checkedArea({ top, left, bottom: top, right: left }));
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns], { make }) => {
      const [top, left] = [integer(row), integer(column)];
      return make.range(
        sheet,
        checkedArea({ top, left, bottom: top + integer(rows) - 1, right: left + integer(columns) - 1 }),
      );
    },
    // "If the entire worksheet is blank, this function will return the top left cell."
    GetUsedRange: (sheet, [valuesOnly], { make }) =>
      make.range(sheet, usedArea(sheet, valuesOnly === true) ?? A1),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], { make }) => {
      const area = usedArea(sheet, valuesOnly === true);
      return area ? make.range(sheet, area) : null;
    },
  },
});

/** `Excel.WorksheetSelectionChangedEventArgs`. */
export function select(sheet: Sheet, area: Area, context: Context): void {
  activate(sheet, context);
  context.workbook.selection = area;
  const address = formatAddress(sheet.name, area).split("!").at(-1);
  context.raise({
    type: EventType.WorksheetSelectionChanged,
    sheetId: sheet.id,
    args: { address, worksheetId: sheet.id, workbookId: "" },
  });
}
