import { hostError } from "../protocol/errors";
import { findSheet } from "../store/create";
import type { Sheet } from "../store/model";
import type { Context } from "./context";
import { defineClass } from "./define-class";

/** learn.microsoft.com, Excel.Workbook. The root of every request. */
export const workbookClass = defineClass<null>("Workbook", {
  properties: { Name: (_, { workbook }) => workbook.name },
  navigations: {
    Worksheets: (_, { make }) => make.worksheets(),
    Tables: (_, { make }) => make.tables(),
    Names: (_, { make }) => make.names(),
    Settings: (_, { make }) => make.settings(),
    CustomXmlParts: (_, { make }) => make.customXmlParts(),
    Application: (_, { make }) => make.application(),
    Protection: (_, { make }) => make.workbookProtection(),
  },
  methods: {
    GetSelectedRange: (_, _args, context) =>
      context.make.range(activeSheet(context), context.workbook.selection),
    // `getRange` of an event's arguments.
    _GetRangeForEventByReferenceId: (_, [id], { references }) => {
      const range = references.find(String(id));
      if (!range) throw hostError("ItemNotFound");
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, [id], { references }) =>
      references.find(String(id)) ?? null,
    GetActiveCell: (_, _args, context) => {
      const { top, left } = context.workbook.selection;
      return context.make.range(activeSheet(context), { top, left, bottom: top, right: left });
    },
  },
});

export function activeSheet({ workbook }: Context): Sheet {
  const sheet = findSheet(workbook, workbook.activeSheetId) ?? workbook.sheets[0];
  if (!sheet) throw hostError("ItemNotFound");
  return sheet;
}
