import { local, refusal, type Step, valuesOf } from "./step";

const WORK =
  "learn.microsoft.com, «Set and get range values, text, or formulas using the Excel JavaScript API»";
const ERRORS = "learn.microsoft.com, «Error handling with the application-specific JavaScript APIs»";

/** Cells: what is written and what is read back. */
export const VALUES_STEPS: readonly Step[] = [
  {
    id: "null-keeps",
    behaviour: "null in a matrix leaves its cell alone, an empty text clears it",
    source: "learn.microsoft.com, «Blank and null values in Excel add-ins»",
    expected: [[1, "", 5]],
    run: async (tools) => {
      tools.sheet.getRange("A1:C1").values = [[1, 2, 3]];
      await tools.context.sync();
      tools.sheet.getRange("A1:C1").values = [[null, "", 5]];
      return valuesOf(tools, "A1:C1");
    },
  },
  {
    id: "one-for-all",
    behaviour: "a single value goes into every cell of the range",
    source: WORK,
    expected: [[7], [7]],
    run: async (tools) => {
      tools.sheet.getRange("A1:A2").values = 7 as unknown as unknown[][]; // the documented short form, not in the types
      return valuesOf(tools, "A1:A2");
    },
  },
  {
    id: "wrong-shape",
    behaviour: "a matrix of another shape is refused",
    source: ERRORS,
    expected: "InvalidArgument",
    run: async ({ sheet, context }) =>
      refusal(context, () => {
        sheet.getRange("A1:B2").values = [[1, 2, 3]];
      }),
  },
  {
    id: "typed-texts",
    behaviour:
      "texts of numbers, shares and truth become what they say; a leading apostrophe keeps a text and is no part of it",
    source: WORK,
    expected: [[12, 0.12, true, "=1+1", "007"]],
    run: async (tools) => {
      tools.sheet.getRange("A1:E1").values = [["12", "12%", "TRUE", "'=1+1", "'007"]];
      return valuesOf(tools, "A1:E1");
    },
  },
  {
    id: "date-serial",
    behaviour: "a date is a serial; its text comes by the number format",
    source: "support.microsoft.com, «Date systems in Excel»",
    expected: [43709, "01.09.2019"],
    run: async ({ sheet, context }) => {
      const cell = sheet.getRange("A1");
      cell.numberFormat = [["dd.mm.yyyy"]];
      cell.values = [[43709]];
      cell.load("values,text");
      await context.sync();
      return [cell.values[0]?.[0] as unknown, cell.text[0]?.[0]];
    },
  },
  {
    id: "formula-back",
    behaviour: "a formula is read back as it was written",
    source: "assumption: an unchanged sheet keeps its fingerprint (excel/sheets/mark.ts)",
    expected: [["=SUM(B1:B3)*2", '=IF(A1>0,"yes","no")', '=COUNTIFS(B:B,">0",C:C,$A$1)']],
    run: async ({ sheet, context }) => {
      const range = sheet.getRange("D1:F1");
      range.formulas = [["=SUM(B1:B3)*2", '=IF(A1>0,"yes","no")', '=COUNTIFS(B:B,">0",C:C,$A$1)']];
      range.load("formulas");
      await context.sync();
      return range.formulas;
    },
  },
  {
    id: "item-not-found",
    behaviour: "getItem of a sheet that is not there",
    source: ERRORS,
    expected: "ItemNotFound",
    run: async ({ context }) =>
      refusal(context, () => context.workbook.worksheets.getItem("no such sheet").load("name")),
  },
  {
    id: "item-exists",
    behaviour: "a second sheet of the same name, in other letters",
    source: ERRORS,
    expected: "ItemAlreadyExists",
    run: async ({ sheet, context }) => {
      sheet.name = "Check twice";
      await context.sync();
      return refusal(context, () => context.workbook.worksheets.add("check TWICE"));
    },
  },
  {
    id: "batch-stops",
    behaviour: "a batch stops at its first error and keeps what came before it",
    source: ERRORS,
    expected: ["ItemNotFound", [[1, ""]]],
    run: async (tools) => {
      const { sheet, context } = tools;
      const code = await refusal(context, () => {
        sheet.getRange("A1").values = [[1]];
        sheet.tables.getItem("no such table").delete();
        sheet.getRange("B1").values = [[2]];
      });
      return [code, await valuesOf(tools, "A1:B1")];
    },
  },
  {
    id: "protected-sheet",
    behaviour: "a write into a protected sheet",
    source: "learn.microsoft.com, «Work with worksheets using the Excel JavaScript API», data protection",
    expected: "AccessDenied",
    run: async ({ sheet, context }) => {
      sheet.protection.protect();
      await context.sync();
      return refusal(context, () => {
        sheet.getRange("A1").values = [[1]];
      });
    },
  },
  {
    id: "used-range",
    behaviour: "formats alone count as used, but not by values",
    source: "learn.microsoft.com, Excel.Worksheet.getUsedRange, parameter valuesOnly",
    expected: ["A1:C3", "A1"],
    run: async ({ sheet, context }) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("C3").format.fill.color = "#FFF2CC";
      const [all, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      all.load("address");
      values.load("address");
      await context.sync();
      return [local(all.address), local(values.address)];
    },
  },
];
