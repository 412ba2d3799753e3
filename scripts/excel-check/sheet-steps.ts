import { local, type Step, type StepTools, valuesOf } from "./step";

const addressOf = async ({ context }: StepTools, range: Excel.Range): Promise<string> => {
  range.load("address");
  await context.sync();
  return local(range.address);
};

/** Sheets: names, rows put in, rules that grow, print set-up. */
export const SHEET_STEPS: readonly Step[] = [
  {
    id: "hidden-name",
    behaviour: "a hidden name in a sheet's own scope stays when the sheet is renamed",
    source: "Excel.NamedItem, visible and scope",
    expected: ["mark:1", false],
    run: async ({ sheet, context }) => {
      sheet.names.add("_check_mark", '="mark:1"').visible = false;
      await context.sync();
      sheet.name = "Check renamed";
      await context.sync();
      const name = context.workbook.worksheets.getItem("Check renamed").names.getItem("_check_mark");
      name.load("value,visible");
      await context.sync();
      return [name.value as unknown, name.visible];
    },
  },
  {
    id: "rows-merged",
    behaviour: "whole rows put in above rows merged across move them, formulas follow",
    source: "behaviour of Excel's own command; Excel.Range.insert",
    expected: ["A4:C4", [["=A5*2"]]],
    run: async (tools) => {
      const { sheet, context } = tools;
      sheet.getRange("A2:C2").merge();
      sheet.getRange("A3:B3").formulas = [[5, "=A3*2"]];
      await context.sync();
      sheet.getRange("2:3").insert("Down");
      const merged = sheet.getRange("A1:C9").getMergedAreasOrNullObject().load("address");
      const formula = sheet.getRange("B5").load("formulas");
      await context.sync();
      return [local(merged.address), formula.formulas];
    },
  },
  {
    id: "rule-grows",
    behaviour: "a conditional format grows with rows put inside of it",
    source: "behaviour of Excel's own command",
    expected: "A1:A7",
    run: async (tools) => {
      const { sheet, context } = tools;
      const rule = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=$A1>3";
      rule.custom.format.fill.color = "#FFC7CE";
      await context.sync();
      sheet.getRange("3:4").insert("Down");
      await context.sync();
      return addressOf(tools, sheet.getRange("A1:A9").conditionalFormats.getItemAt(0).getRange());
    },
  },
  {
    id: "list-grows",
    behaviour: "a drop-down grows with rows put inside of it",
    source: "behaviour of Excel's own command",
    expected: "List",
    run: async ({ sheet, context }) => {
      const list = { list: { inCellDropDown: true, source: "a,b" } };
      sheet.getRange("A1:A5").dataValidation.rule = list;
      await context.sync();
      sheet.getRange("3:4").insert("Down");
      const validation = sheet.getRange("A1:A7").dataValidation.load("type");
      await context.sync();
      return validation.type;
    },
  },
  {
    id: "clear-formats",
    behaviour: 'clear("Formats") takes conditional formats of the cells away',
    source: "behaviour of Excel's own command",
    expected: [0, 1],
    run: async ({ sheet, context }) => {
      const rule = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=$A1>3";
      await context.sync();
      sheet.getRange("A2").clear("Formats");
      const inside = sheet.getRange("A2").conditionalFormats.getCount();
      const beside = sheet.getRange("A3").conditionalFormats.getCount();
      await context.sync();
      return [inside.value, beside.value];
    },
  },
  {
    id: "table-again",
    behaviour: "a table is made anew over its rows after convertToRange",
    source: "Excel.Table.convertToRange, Excel.TableCollection.add",
    expected: "A1:B4",
    run: async (tools) => {
      const { sheet, context } = tools;
      sheet.getRange("A1:B3").values = [
        ["School", "Share"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      await context.sync();
      table.convertToRange();
      sheet.getRange("3:3").insert("Down");
      await context.sync();
      return addressOf(tools, sheet.tables.add("A1:B4", true).getRange());
    },
  },
  {
    id: "fit-pages",
    behaviour: "zoom with one page wide and 0 tall means as many pages tall as needed",
    source: "Excel.PageLayoutZoomOptions; 0 is what the file format stores",
    expected: "accepted",
    run: async ({ sheet, context }) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      await context.sync();
      return "accepted";
    },
  },
  {
    id: "autofit-rows",
    behaviour: "autofitRows on whole rows fits wrapped, unmerged text",
    source: "Excel.RangeFormat.autofitRows",
    expected: true,
    run: async ({ sheet, context }) => {
      const cell = sheet.getRange("A1");
      cell.format.columnWidth = 60;
      cell.format.wrapText = true;
      cell.values = [["word ".repeat(40)]];
      sheet.getRange("1:1").format.autofitRows();
      cell.format.load("rowHeight");
      await context.sync();
      return cell.format.rowHeight > 60;
    },
  },
  {
    id: "gridlines",
    behaviour: "showGridlines is set and read",
    source: "Excel.Worksheet.showGridlines; it travels as Gridlines, as seen in office.js",
    expected: false,
    run: async ({ sheet, context }) => {
      sheet.showGridlines = false;
      await context.sync();
      sheet.load("showGridlines");
      await context.sync();
      return sheet.showGridlines;
    },
  },
  {
    id: "custom-xml",
    behaviour: "a custom XML part of 300 kilobytes is kept and read in one request",
    source: "Excel.CustomXmlPart, ExcelApi 1.5",
    expected: 300_000,
    run: async ({ context }) => {
      const body = "x".repeat(300_000);
      const part = context.workbook.customXmlParts.add(`<check xmlns="urn:shnor:check">${body}</check>`);
      await context.sync();
      const xml = part.getXml();
      await context.sync();
      part.delete();
      await context.sync();
      return xml.value.split("x".repeat(1000)).length * 1000 - 1000;
    },
  },
  {
    id: "merged-areas",
    behaviour: "merged areas of several thousand used rows come in one answer",
    source: "Excel.Range.getMergedAreasOrNullObject, ExcelApi 1.13",
    expected: 2,
    run: async ({ sheet, context }) => {
      sheet.getRange("A1:B1").merge();
      sheet.getRange("A5000:B5000").merge();
      const areas = sheet.getRange("A1:B5000").getMergedAreasOrNullObject().load("areaCount");
      await context.sync();
      return areas.areaCount;
    },
  },
  {
    id: "changed-event",
    behaviour: "a block of 2000 rows written at once raises one onChanged with its address",
    source: "learn.microsoft.com, Excel.WorksheetChangedEventArgs; one event is an assumption",
    expected: ["A1:B2000"],
    run: async ({ sheet, context }) => {
      const heard: string[] = [];
      sheet.onChanged.add(({ address }) => {
        heard.push(address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("A1:B2000").values = Array.from({ length: 2000 }, (_, row) => [row, 1]);
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return heard;
    },
  },
  {
    id: "deleted-row",
    behaviour: "a formula that names a deleted row becomes #REF!",
    source: "support.microsoft.com, «How to correct a #REF! error»",
    expected: [["#REF!"]],
    run: async (tools) => {
      const { sheet, context } = tools;
      sheet.getRange("A1:A2").formulas = [["=A2"], [5]];
      await context.sync();
      sheet.getRange("2:2").delete("Up");
      await context.sync();
      return valuesOf(tools, "A1");
    },
  },
];
