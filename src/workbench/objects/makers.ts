import { chartClass, chartsClass } from "./charts";
import { conditionalFormatClass, conditionalFormatsClass } from "./conditional-formats";
import type { Context, Makers } from "./context";
import { validationClass } from "./data-validation";
import { nameClass, namesClass } from "./names";
import { pageLayoutClass } from "./page-layout";
import { rangeClass } from "./range";
import { rangeAreasClass } from "./range-areas";
import { rangeFormatClass } from "./range-format";
import { freezePanesClass, rowBreaksClass, sheetProtectionClass } from "./sheet-parts";
import { tableClass, tablesClass } from "./tables";
import {
  applicationClass,
  type ApplicationState,
  customXmlPartClass,
  customXmlPartsClass,
  settingsClass,
  workbookProtectionClass,
} from "./workbook-parts";
import { worksheetClass } from "./worksheet";
import { worksheetsClass } from "./worksheets";

/** Every class of the host's object model in one place; the context is asked for late, as it holds the makers. */
export function makers(context: () => Context): Makers {
  const application: ApplicationState = { calculationMode: "Automatic" };
  return {
    range: (sheet, area) => rangeClass.of({ sheet, area }, context()),
    areas: (ref) => rangeAreasClass.of(ref, context()),
    worksheet: (sheet) => worksheetClass.of(sheet, context()),
    worksheets: () => worksheetsClass.of(null, context()),
    tables: (sheet) => tablesClass.of(sheet, context()),
    table: (ref) => tableClass.of(ref, context()),
    names: (sheet) => namesClass.of(sheet, context()),
    name: (ref) => nameClass.of(ref, context()),
    rangeFormat: (ref) => rangeFormatClass.of(ref, context()),
    validation: (ref) => validationClass.of(ref, context()),
    charts: (sheet) => chartsClass.of(sheet, context()),
    chart: (ref) => chartClass.of(ref, context()),
    conditionalFormats: (ref) => conditionalFormatsClass.of(ref, context()),
    conditionalFormat: (ref) => conditionalFormatClass.of(ref, context()),
    sheetProtection: (sheet) => sheetProtectionClass.of(sheet, context()),
    freezePanes: (sheet) => freezePanesClass.of(sheet, context()),
    pageLayout: (sheet) => pageLayoutClass.of(sheet, context()),
    rowBreaks: (sheet) => rowBreaksClass.of(sheet, context()),
    application: () => applicationClass.of(application, context()),
    workbookProtection: () => workbookProtectionClass.of(null, context()),
    settings: () => settingsClass.of(null, context()),
    customXmlParts: () => customXmlPartsClass.of(null, context()),
    customXmlPart: (part) => customXmlPartClass.of(part, context()),
  };
}
