import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

// learn.microsoft.com, "Work with tables using the Excel JavaScript API"; Excel.Table, Excel.TableCollection.
describe("tables", () => {
  it("are added with their parts, and found by name in any case", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["Школа", "Доля"],
        ["а", 1],
        ["б", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Результаты";
      table.style = "TableStyleLight9";
      table.showBandedRows = false;
      table.load("id,name,style,showHeaders,showTotals,showFilterButton,showBandedRows");
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()].map((range) =>
        range.load("address"),
      );
      const found = context.workbook.tables.getItem("РЕЗУЛЬТАТЫ").load("id");
      const columns = table.columns.load("items/name");
      const rows = table.rows.getCount();
      await context.sync();
      expect(table.toJSON()).toMatchObject({
        name: "Результаты",
        style: "TableStyleLight9",
        showHeaders: true,
        showTotals: false,
        showFilterButton: true,
        showBandedRows: false,
      });
      expect(parts.map((range) => range.address.split("!")[1])).toEqual(["A1:B3", "A1:B1", "A2:B3"]);
      expect(found.id).toBe(table.id);
      expect([columns.items.map((column) => column.name), rows.value]).toEqual([["Школа", "Доля"], 2]);
    });
  });
  it("name blank, repeated and numeric headers", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:D2").values = [
        ["Имя", "", "Имя", 2024],
        [1, 2, 3, 4],
      ];
      sheet.tables.add("A1:D2", true);
      const header = sheet.getRange("A1:D1").load("values");
      await context.sync();
      expect(header.values).toEqual([["Имя", "Column2", "Имя2", "2024"]]);
    });
  });
  it("without headers shift the data down by one row", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      const table = sheet.tables.add("A1:B2", false);
      const range = table.getRange().load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["Column1", "Column2"],
        [1, 2],
        [3, 4],
      ]);
    });
  });
  it("are resized, turned into ranges and deleted", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:A4").values = [["а"], [1], [2], [3]];
      const table = sheet.tables.add("A1:A2", true);
      table.resize("A1:A4");
      const range = table.getRange().load("address");
      await context.sync();
      expect(range.address).toContain("!A1:A4");
      table.convertToRange();
      const count = sheet.tables.getCount();
      const values = sheet.getRange("A4").load("values");
      await context.sync();
      expect([count.value, values.values]).toEqual([0, [[3]]]);
      sheet.tables.add("A1:A4", true).delete();
      const empty = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(empty.isNullObject).toBe(true);
    });
  });
  it.each([
    [
      "an overlap",
      (sheet: Excel.Worksheet) => {
        sheet.tables.add("A1:B3", true);
        sheet.tables.add("B2:C5", true);
      },
      // learn.microsoft.com, error handling: "A table can't overlap with another table, …, merged cells"
      "MergedRangeConflict",
    ],
    [
      "merged cells",
      (sheet: Excel.Worksheet) => {
        sheet.getRange("A2:B2").merge();
        sheet.tables.add("A1:B3", true);
      },
      "MergedRangeConflict",
    ],
    [
      "a name with a space",
      (sheet: Excel.Worksheet) => {
        sheet.tables.add("A1:B3", true).name = "два слова";
      },
      "InvalidArgument",
    ],
    [
      "a name like a cell",
      (sheet: Excel.Worksheet) => {
        sheet.tables.add("A1:B3", true).name = "AB12";
      },
      "InvalidArgument",
    ],
    [
      "a taken name",
      (sheet: Excel.Worksheet) => {
        sheet.tables.add("A1:B3", true).name = "Т";
        sheet.tables.add("D1:E3", true).name = "т";
      },
      "ItemAlreadyExists",
    ],
    [
      "a table that is not there",
      (sheet: Excel.Worksheet) => {
        sheet.tables.getItem("нет").load("name");
      },
      "ItemNotFound",
    ],
  ])("refuse %s", async (_what, batch, code) => {
    const name = await excel.blank();
    expect(
      await excel.refusal((context) => {
        batch(context.workbook.worksheets.getItem(name));
      }),
    ).toBe(code);
  });
});

// learn.microsoft.com, Excel.NamedItem, Excel.NamedItemCollection.
describe("names", () => {
  it("of a sheet are apart from those of the workbook, and may be hidden", async () => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      sheet.names.add("_метка", '="паспорт"').visible = false;
      context.workbook.names.add("_метка", sheet.getRange("B2:C3"), "область");
      const own = sheet.names.getItem("_метка").load("name,value,visible,scope,type,formula");
      const shared = context.workbook.names.getItem("_МЕТКА").load("value,visible,scope,comment,type");
      const range = context.workbook.names.getItem("_метка").getRange().load("address");
      await context.sync();
      expect(own.toJSON()).toMatchObject({
        name: "_метка",
        value: "паспорт",
        visible: false,
        scope: "Worksheet",
        type: "String",
      });
      expect(shared.toJSON()).toMatchObject({
        value: `'${name}'!$B$2:$C$3`,
        visible: true,
        scope: "Workbook",
        comment: "область",
        type: "Range",
      });
      expect(range.address).toBe(`'${name}'!B2:C3`);
      const items = sheet.names.load("items/name,items/visible");
      await context.sync();
      expect(items.items.map((item) => [item.name, item.visible])).toEqual([["_метка", false]]);
      items.items[0]?.delete();
      context.workbook.names.getItem("_метка").delete();
      const none = sheet.names.getItemOrNullObject("_метка");
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
  it("stand for their range in getRange of a sheet", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.names.add("Итого", sheet.getRange("D4"));
      const range = sheet.getRange("Итого").load("address");
      await context.sync();
      expect(range.address).toMatch(/!D4$/);
    });
  });
  it.each([
    ["a space", "два слова", "InvalidArgument"],
    ["a cell", "A1", "InvalidArgument"],
    ["a digit first", "1а", "InvalidArgument"],
    ["a name that is taken", "занято", "ItemAlreadyExists"],
  ])("refuse %s", async (_what, given, code) => {
    const name = await excel.blank();
    await excel.on(name, (sheet) => {
      sheet.names.add("Занято", "=1");
    });
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(name).names.add(given, "=2");
      }),
    ).toBe(code);
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
