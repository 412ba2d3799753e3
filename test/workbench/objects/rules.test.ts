import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

// learn.microsoft.com, "Apply conditional formatting to Excel ranges"; Excel.ConditionalFormat and its kin.
describe("conditional formats", () => {
  it("are added at the first priority with their rule and look", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const range = sheet.getRange("B2:B9");
      const custom = range.conditionalFormats.add("Custom");
      custom.custom.rule.formula = "=$B2>=30";
      custom.custom.format.fill.color = "#FFC7CE";
      custom.custom.format.font.color = "#9C0006";
      custom.custom.format.font.bold = true;
      custom.stopIfTrue = true;
      const value = range.conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=30", operator: "GreaterThan" };
      value.cellValue.format.fill.color = "#FFFF00";
      const scale = range.conditionalFormats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#00FF00" },
        maximum: { type: "HighestValue", color: "#FF0000" },
      };
      const formats = range.conditionalFormats.load("items/type,items/priority,items/id");
      const rule = custom.custom.rule.load("formula");
      const fill = custom.custom.format.fill.load("color");
      custom.load("stopIfTrue");
      value.cellValue.load("rule");
      scale.colorScale.load("criteria,threeColorScale");
      const other = custom.cellValueOrNullObject;
      await context.sync();
      expect(formats.items.map(({ type, priority }) => [type, priority])).toEqual([
        ["ColorScale", 0],
        ["CellValue", 1],
        ["Custom", 2],
      ]);
      expect([rule.formula, fill.color, custom.stopIfTrue]).toEqual(["=$B2>=30", "#FFC7CE", true]);
      expect(value.cellValue.rule).toEqual({ formula1: "=30", operator: "GreaterThan" });
      expect([scale.colorScale.threeColorScale, other.isNullObject]).toEqual([false, true]);
    });
  });
  it("are counted for the range they touch, and cleared from a part of it", async () => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      sheet.getRange("A1:A9").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const counts = [sheet.getRange("A9:C9"), sheet.getRange("B1")].map((range) =>
        range.conditionalFormats.getCount(),
      );
      sheet.getRange("A4:A6").conditionalFormats.clearAll();
      await context.sync();
      expect(counts.map((count) => count.value)).toEqual([1, 0]);
    });
    const areas = excel.host.workbook.sheets.find((sheet) => sheet.name === name)?.conditionalFormats[0]
      ?.areas;
    expect(areas?.map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 2],
      [6, 8],
    ]);
  });
});

// learn.microsoft.com, "Add data validation to Excel ranges"; Excel.DataValidation.
describe("data validation", () => {
  it("keeps rule, alert, prompt and blanks, also on a part of the range", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const validation = sheet.getRange("C4:C63").dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: "выполнено,не выполнено" } };
      validation.errorAlert = {
        message: "Выберите из списка",
        showAlert: true,
        style: "Stop",
        title: "Статус",
      };
      validation.prompt = { message: "Статус", showPrompt: true, title: "" };
      validation.ignoreBlanks = false;
      const part = sheet.getRange("C5").dataValidation.load("rule,type,errorAlert,ignoreBlanks");
      const wider = sheet.getRange("C4:D5").dataValidation.load("type");
      const none = sheet.getRange("A1").dataValidation.load("type");
      await context.sync();
      expect(part.toJSON()).toMatchObject({
        type: "List",
        ignoreBlanks: false,
        rule: { list: { source: "выполнено,не выполнено" } },
        errorAlert: { style: "Stop" },
      });
      expect([wider.type, none.type]).toEqual(["MixedCriteria", "None"]);
      sheet.getRange("C5").dataValidation.clear();
      part.load("type");
      const rest = sheet.getRange("C6:C63").dataValidation.load("type");
      await context.sync();
      expect([part.type, rest.type]).toEqual(["None", "List"]);
    });
  });
  it.each([
    ["a list of more than 255 characters", { list: { inCellDropDown: true, source: "я".repeat(256) } }],
    ["two rules at once", { list: { inCellDropDown: true, source: "а" }, custom: { formula: "=TRUE" } }],
    ["a rule that is none", { odd: {} }],
  ])("refuses %s", async (_what, rule) => {
    const name = await excel.blank();
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(name).getRange("A1").dataValidation.rule =
          rule as Excel.DataValidationRule;
      }),
    ).toBe("InvalidArgument");
  });
});

// learn.microsoft.com, "Page layout and print settings"; Excel.PageLayout.
describe("page layout", () => {
  it("keeps every setting of a printed sheet", async () => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      page.centerHorizontally = true;
      page.printGridlines = true;
      page.setPrintArea("A1:F40");
      page.setPrintTitleRows("$1:$3");
      page.setPrintTitleColumns("A:B");
      page.setPrintMargins("Centimeters", { left: 2.54, top: 1.27 });
      page.rightMargin = 36;
      page.headersFooters.defaultForAllPages.centerFooter = "&P из &N";
      sheet.horizontalPageBreaks.add("A21");
      page.load(
        "orientation,paperSize,zoom,centerHorizontally,printGridlines,leftMargin,topMargin,rightMargin,bottomMargin",
      );
      const footer = page.headersFooters.defaultForAllPages.load("centerFooter,leftHeader");
      const area = page.getPrintAreaOrNullObject().load("address");
      const rows = page.getPrintTitleRowsOrNullObject().load("address");
      await context.sync();
      // 2.54 cm is an inch, 72 points; Excel's normal bottom margin is 0.75 inch.
      expect(page.toJSON()).toMatchObject({
        orientation: "Landscape",
        paperSize: "A4",
        zoom: { horizontalFitToPages: 1 },
        centerHorizontally: true,
        printGridlines: true,
        leftMargin: 72,
        topMargin: 36,
        rightMargin: 36,
        bottomMargin: 54,
      });
      expect([footer.centerFooter, footer.leftHeader]).toEqual(["&P из &N", ""]);
      expect([area.address, rows.address]).toEqual([`'${name}'!A1:F40`, `'${name}'!1:3`]);
    });
    expect(excel.host.workbook.sheets.find((sheet) => sheet.name === name)?.page).toMatchObject({
      titleRows: { first: 0, last: 2 },
      titleColumns: { first: 0, last: 1 },
      rowBreaks: [20],
    });
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
