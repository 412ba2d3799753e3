import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

// learn.microsoft.com, "Work with worksheets using the Excel JavaScript API", "Data protection".
describe("protection", () => {
  type Batch = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;
  const onProtectedSheet: [what: string, batch: Batch, expected: string][] = [
    [
      "values into a locked cell",
      (sheet) => {
        sheet.getRange("A1").values = [[1]];
      },
      "AccessDenied",
    ],
    [
      "values into an unlocked cell",
      (sheet) => {
        sheet.getRange("B1").values = [[1]];
      },
      "passed",
    ],
    [
      "values into locked and unlocked cells",
      (sheet) => {
        sheet.getRange("A1:B1").values = [[1, 2]];
      },
      "AccessDenied",
    ],
    [
      "a format",
      (sheet) => {
        sheet.getRange("B1").format.font.bold = true;
      },
      "AccessDenied",
    ],
    [
      "a column width",
      (sheet) => {
        sheet.getRange("B:B").format.columnWidth = 90;
      },
      "AccessDenied",
    ],
    [
      "a merge",
      (sheet) => {
        sheet.getRange("B1:C1").merge();
      },
      "AccessDenied",
    ],
    [
      "a table",
      (sheet) => {
        sheet.tables.add("D1:E3", true);
      },
      "AccessDenied",
    ],
    [
      "reading",
      (sheet) => {
        sheet.getRange("A1").load("values");
      },
      "passed",
    ],
    [
      "protecting again",
      (sheet) => {
        sheet.protection.protect();
      },
      "AccessDenied",
    ],
  ];
  it.each(onProtectedSheet)("of a sheet: %s", async (_what, batch, expected) => {
    const name = await excel.blank();
    await excel.on(name, (sheet) => {
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect();
    });
    expect(
      await excel.refusal((context) => {
        batch(context.workbook.worksheets.getItem(name), context);
      }),
    ).toBe(expected);
    await excel.on(name, (sheet) => {
      sheet.protection.unprotect();
    });
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(name).getRange("A1").values = [[1]];
      }),
    ).toBe("passed");
  });

  const onProtectedStructure: [what: string, batch: Batch, expected: string][] = [
    [
      "adding a sheet",
      (_sheet, context) => {
        context.workbook.worksheets.add();
      },
      "AccessDenied",
    ],
    [
      "deleting a sheet",
      (sheet) => {
        sheet.delete();
      },
      "AccessDenied",
    ],
    [
      "renaming a sheet",
      (sheet) => {
        sheet.name = "другое";
      },
      "AccessDenied",
    ],
    [
      "hiding a sheet",
      (sheet) => {
        sheet.visibility = "Hidden";
      },
      "AccessDenied",
    ],
    [
      "moving a sheet",
      (sheet) => {
        sheet.position = 0;
      },
      "AccessDenied",
    ],
    [
      "writing values",
      (sheet) => {
        sheet.getRange("A1").values = [[1]];
      },
      "passed",
    ],
  ];
  it.each(onProtectedStructure)("of the structure: %s", async (_what, batch, expected) => {
    const name = await excel.blank();
    await excel.Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const code = await excel.refusal((context) => {
      batch(context.workbook.worksheets.getItem(name), context);
    });
    await excel.Excel.run(async (context) => {
      const protection = context.workbook.protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
      protection.unprotect();
      await context.sync();
    });
    expect(code).toBe(expected);
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
