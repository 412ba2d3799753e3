import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

// support.microsoft.com, "Rename a worksheet"; learn.microsoft.com, "Error handling …": codes of errors.
describe("names of sheets", () => {
  const cases: [what: string, name: string, expected: string][] = [
    ["31 characters", "я".repeat(31), "passed"],
    ["32 characters", "я".repeat(32), "InvalidArgument"],
    ["blank", " ", "InvalidArgument"],
    ...["/", "\\", "?", "*", "[", "]", ":"].map((sign): [string, string, string] => [
      `a ${sign}`,
      `а${sign}б`,
      "InvalidArgument",
    ]),
    ["a leading apostrophe", "'а", "InvalidArgument"],
    ["a trailing apostrophe", "а'", "InvalidArgument"],
    ["an apostrophe inside", "а'б", "passed"],
    ["one that is taken, in another case", "sHEET1", "ItemAlreadyExists"],
  ];
  it.each(cases)("add with %s", async (_what, name, expected) => {
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.add(name);
      }),
    ).toBe(expected);
  });
  it.each(cases)("rename to %s", async (what, name, expected) => {
    const sheet = await excel.blank();
    const target = expected === "passed" ? name.replace(/.$/, "2") : name;
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(sheet).name = target;
      }),
    ).toBe(expected);
    expect(what).not.toBe("");
  });
  it("may change its own case", async () => {
    await excel.on("Sheet1", (sheet) => {
      sheet.name = "SHEET1";
    });
    await excel.on("SHEET1", (sheet) => {
      sheet.name = "Sheet1";
    });
  });
});

// learn.microsoft.com, Excel.WorksheetCollection.
describe("the collection of sheets", () => {
  it("adds at the end without activating, and finds by name in any case and by id", async () => {
    await excel.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add("Дорожная карта");
      added.load("id,position");
      const active = worksheets.getActiveWorksheet();
      active.load("name");
      const count = worksheets.getCount();
      await context.sync();
      expect(added.id).toMatch(/^\{00000000-[0-9A-F]{4}-0000-0000-000000000000\}$/);
      expect(added.position).toBe(count.value - 1);
      expect(active.name).toBe("Sheet1");
      const again = worksheets.getItem("дорожная КАРТА").load("id");
      const byId = worksheets.getItem(added.id).load("name");
      await context.sync();
      expect([again.id, byId.name]).toEqual([added.id, "Дорожная карта"]);
    });
  });
  it("gives distinct ids, also after a sheet was deleted", async () => {
    await excel.Excel.run(async (context) => {
      const first = context.workbook.worksheets.add("раз").load("id");
      await context.sync();
      const { id } = first;
      first.delete();
      const second = context.workbook.worksheets.add("два").load("id");
      await context.sync();
      expect(second.id).not.toBe(id);
    });
  });
  it("lists items with what was asked", async () => {
    await excel.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
      expect(sheets.items[0]?.name).toBe("Sheet1");
      expect(sheets.items[0]?.visibility).toBe("Visible");
      expect(() => sheets.items[0]?.position).toThrow(
        expect.objectContaining({ code: "PropertyNotLoaded" }) as Error,
      );
    });
  });
  it("answers ItemNotFound for getItem, and a null object for getItemOrNullObject", async () => {
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem("нет").load("name");
      }),
    ).toBe("ItemNotFound");
    await excel.Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("нет");
      const there = context.workbook.worksheets.getItemOrNullObject("Sheet1");
      await context.sync();
      expect([missing.isNullObject, there.isNullObject]).toEqual([true, false]);
    });
  });
  // Microsoft's Script Lab samples delete a sheet so before they make it.
  it("does nothing to a null object", async () => {
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItemOrNullObject("нет").delete();
      }),
    ).toBe("passed");
  });
});

describe("a sheet", () => {
  it("keeps colour, gridlines, visibility and frozen panes", async () => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      sheet.tabColor = "#ff8800";
      sheet.showGridlines = false;
      sheet.visibility = "VeryHidden";
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      sheet.load("tabColor,showGridlines,visibility");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect([sheet.tabColor, sheet.showGridlines, sheet.visibility]).toEqual([
        "#FF8800",
        false,
        "VeryHidden",
      ]);
      expect(frozen.address).toBe(`'${name}'!A1:B3`);
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
  it("keeps at least one sheet visible", async () => {
    const other = await boot();
    expect(
      await other.refusal((context) => {
        context.workbook.worksheets.getItem("Sheet1").delete();
      }),
    ).toBe("InvalidOperation");
    expect(
      await other.refusal((context) => {
        context.workbook.worksheets.getItem("Sheet1").visibility = "Hidden";
      }),
    ).toBe("InvalidOperation");
    other.dispose();
  });
  it("takes its new name into formulas and names", async () => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      const formula = context.workbook.worksheets.getItem("Sheet1").getRange("Z1");
      formula.formulas = [[`=SUM('${name}'!A1:A3)&"'${name}'!"`]];
      context.workbook.names.add("Сводка", sheet.getRange("A1:B2"));
      sheet.name = "Итоги";
      formula.load("formulas");
      const item = context.workbook.names.getItem("Сводка").load("formula");
      await context.sync();
      expect(formula.formulas).toEqual([[`=SUM(Итоги!A1:A3)&"'${name}'!"`]]);
      expect(item.formula).toBe("=Итоги!$A$1:$B$2");
      sheet.delete();
    });
  });
  // learn.microsoft.com, Excel.Worksheet.getUsedRange: values and formats; with valuesOnly values only.
  it.each([
    [false, "B2:D5"],
    [true, "B2:C3"],
  ])("knows its used range (valuesOnly %s: %s)", async (valuesOnly, expected) => {
    const name = await excel.blank();
    await excel.on(name, async (sheet, context) => {
      sheet.getRange("B2:C3").values = [
        [1, ""],
        ["", 2],
      ];
      sheet.getRange("D5").format.fill.color = "#FFFF00";
      const used = sheet.getUsedRange(valuesOnly).load("address");
      await context.sync();
      expect(used.address).toBe(`'${name}'!${expected}`);
    });
  });
  it("has a null used range when empty", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const [none, first] = [sheet.getUsedRangeOrNullObject(true), sheet.getUsedRange().load("address")];
      await context.sync();
      expect([none.isNullObject, first.address.endsWith("!A1")]).toEqual([true, true]);
    });
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
