import { hostError } from "../protocol/errors";
import type { Context, Makers } from "./context";
import { rangeClass } from "./range";
import { worksheetClass } from "./worksheet";
import { worksheetsClass } from "./worksheets";

const missing = (): never => {
  throw hostError("ApiNotFound");
};

/** Every class of the host's object model in one place; the context is asked for late, as it holds the makers. */
export function makers(context: () => Context): Makers {
  return {
    range: (sheet, area) => rangeClass.of({ sheet, area }, context()),
    worksheet: (sheet) => worksheetClass.of(sheet, context()),
    worksheets: () => worksheetsClass.of(null, context()),
    areas: missing,
    tables: missing,
    table: missing,
    names: missing,
    name: missing,
    rangeFormat: missing,
    validation: missing,
    conditionalFormats: missing,
    conditionalFormat: missing,
    sheetProtection: missing,
    freezePanes: missing,
    pageLayout: missing,
    rowBreaks: missing,
    application: missing,
    workbookProtection: missing,
    settings: missing,
    customXmlParts: missing,
    customXmlPart: missing,
  };
}
