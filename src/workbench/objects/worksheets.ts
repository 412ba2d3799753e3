import { hostError } from "../protocol/errors";
import { EventType, WORKBOOK_TARGET } from "../protocol/events";
import { addSheet, findSheet, freeSheetName } from "../store/create";
import type { Sheet } from "../store/model";
import { checkSheetName } from "../store/sheets";
import { key, optionalText } from "./arguments";
import type { Context } from "./context";
import { defineClass } from "./define-class";
import { eventMethods } from "./event-methods";
import { requireOpenStructure } from "./targets";
import { activeSheet } from "./workbook";

/** Refuses a name as Excel does: InvalidArgument for an illegal one, ItemAlreadyExists for one that is taken. */
export function requireSheetName(name: string, context: Context, own?: Sheet): void {
  const problem = checkSheetName(context.workbook, name, own);
  if (problem) throw hostError(problem === "taken" ? "ItemAlreadyExists" : "InvalidArgument");
}

const visible = (sheet: Sheet): boolean => sheet.visibility === "Visible";

/** learn.microsoft.com, Excel.WorksheetCollection. */
export const worksheetsClass = defineClass<null>("WorksheetCollection", {
  items: (_, { workbook, make }) => workbook.sheets.map((sheet) => make.worksheet(sheet)),
  getItem: (_, name, { workbook, make }) => {
    const sheet = findSheet(workbook, key(name));
    return sheet ? make.worksheet(sheet) : null;
  },
  methods: {
    ...eventMethods(() => WORKBOOK_TARGET),
    // "The worksheet will be added at the end of existing worksheets"; it is not activated.
    Add: (_, [name], context) => {
      requireOpenStructure(context);
      const given = optionalText(name) ?? freeSheetName(context.workbook);
      requireSheetName(given, context);
      const sheet = addSheet(context.workbook, given);
      context.restructured();
      const args = { type: "WorksheetAdded", source: "Local", worksheetId: sheet.id };
      context.raise({ type: EventType.WorksheetAdded, sheetId: sheet.id, args });
      return context.make.worksheet(sheet);
    },
    GetItemOrNullObject: (_, [name], { workbook, make }) => {
      const sheet = findSheet(workbook, key(name));
      return sheet ? make.worksheet(sheet) : null;
    },
    GetActiveWorksheet: (_, _args, context) => context.make.worksheet(activeSheet(context)),
    GetFirst: (_, [visibleOnly], { workbook, make }) => {
      const sheet = workbook.sheets.find((candidate) => visibleOnly !== true || visible(candidate));
      return sheet ? make.worksheet(sheet) : null;
    },
    GetLast: (_, [visibleOnly], { workbook, make }) => {
      const sheet = workbook.sheets.findLast((candidate) => visibleOnly !== true || visible(candidate));
      return sheet ? make.worksheet(sheet) : null;
    },
    GetCount: (_, [visibleOnly], { workbook }) =>
      workbook.sheets.filter((candidate) => visibleOnly !== true || visible(candidate)).length,
  },
});
