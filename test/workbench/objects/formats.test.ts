import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

type Set = (range: Excel.Range) => void;
type Get = (range: Excel.Range) => unknown;
// learn.microsoft.com, Excel.RangeFormat, RangeFill, RangeFont, RangeBorder, FormatProtection.
const cases: [what: string, path: string, set: Set, get: Get, before: unknown, after: unknown][] = [
  [
    "wrapText",
    "format/wrapText",
    (r) => {
      r.format.wrapText = true;
    },
    (r) => r.format.wrapText,
    false,
    true,
  ],
  [
    "horizontalAlignment",
    "format/horizontalAlignment",
    (r) => {
      r.format.horizontalAlignment = "Center";
    },
    (r) => r.format.horizontalAlignment,
    "General",
    "Center",
  ],
  [
    "verticalAlignment",
    "format/verticalAlignment",
    (r) => {
      r.format.verticalAlignment = "Top";
    },
    (r) => r.format.verticalAlignment,
    "Bottom",
    "Top",
  ],
  [
    "indentLevel",
    "format/indentLevel",
    (r) => {
      r.format.indentLevel = 2;
    },
    (r) => r.format.indentLevel,
    0,
    2,
  ],
  [
    "textOrientation",
    "format/textOrientation",
    (r) => {
      r.format.textOrientation = 90;
    },
    (r) => r.format.textOrientation,
    0,
    90,
  ],
  [
    "rowHeight",
    "format/rowHeight",
    (r) => {
      r.format.rowHeight = 30;
    },
    (r) => r.format.rowHeight,
    15,
    30,
  ],
  [
    "columnWidth",
    "format/columnWidth",
    (r) => {
      r.format.columnWidth = 120;
    },
    (r) => r.format.columnWidth,
    48,
    120,
  ],
  [
    "fill.color",
    "format/fill/color",
    (r) => {
      r.format.fill.color = "#c6efce";
    },
    (r) => r.format.fill.color,
    "#FFFFFF",
    "#C6EFCE",
  ],
  [
    "font.bold",
    "format/font/bold",
    (r) => {
      r.format.font.bold = true;
    },
    (r) => r.format.font.bold,
    false,
    true,
  ],
  [
    "font.italic",
    "format/font/italic",
    (r) => {
      r.format.font.italic = true;
    },
    (r) => r.format.font.italic,
    false,
    true,
  ],
  [
    "font.name",
    "format/font/name",
    (r) => {
      r.format.font.name = "Arial";
    },
    (r) => r.format.font.name,
    "Calibri",
    "Arial",
  ],
  [
    "font.size",
    "format/font/size",
    (r) => {
      r.format.font.size = 14;
    },
    (r) => r.format.font.size,
    11,
    14,
  ],
  [
    "font.color",
    "format/font/color",
    (r) => {
      r.format.font.color = "red";
    },
    (r) => r.format.font.color,
    "#000000",
    "#FF0000",
  ],
  [
    "font.underline",
    "format/font/underline",
    (r) => {
      r.format.font.underline = "Single";
    },
    (r) => r.format.font.underline,
    "None",
    "Single",
  ],
  [
    "font.strikethrough",
    "format/font/strikethrough",
    (r) => {
      r.format.font.strikethrough = true;
    },
    (r) => r.format.font.strikethrough,
    false,
    true,
  ],
  [
    "protection.locked",
    "format/protection/locked",
    (r) => {
      r.format.protection.locked = false;
    },
    (r) => r.format.protection.locked,
    true,
    false,
  ],
];
describe.each(cases)("format.%s", (_what, path, set, get, before, after) => {
  it("has its default, is set for all cells, and is null when cells differ", async () => {
    const seen: unknown[] = [];
    await excel.on(await excel.blank(), async (sheet, context) => {
      const range = sheet.getRange("B2:C3").load(path);
      await context.sync();
      seen.push(get(range));
      set(range);
      range.load(path);
      const wider = sheet.getRange("B2:D5").load(path);
      await context.sync();
      seen.push(get(range), get(wider));
    });
    // A row height is one for B2:C3 and differs in rows 4 and 5, a width differs in column D.
    expect(seen).toEqual([before, after, null]);
  });
  it("is set for whole columns", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      if (path === "format/rowHeight") return;
      set(sheet.getRange("B:C"));
      const cell = sheet.getRange("C900000").load(path);
      await context.sync();
      expect(get(cell)).toBe(after);
    });
  });
});

it.each([
  [
    "a colour that is none",
    (r: Excel.Range) => {
      r.format.fill.color = "красный";
    },
  ],
  [
    "a row above 409.5 points",
    (r: Excel.Range) => {
      r.format.rowHeight = 410;
    },
  ],
  [
    "an alignment that is none",
    (r: Excel.Range) => {
      r.format.horizontalAlignment = "Middle" as "Center";
    },
  ],
  [
    "an indent above 250",
    (r: Excel.Range) => {
      r.format.indentLevel = 251;
    },
  ],
])("refuses %s", async (_what, set) => {
  const sheet = await excel.blank();
  expect(
    await excel.refusal((context) => {
      set(context.workbook.worksheets.getItem(sheet).getRange("A1"));
    }),
  ).toBe("InvalidArgument");
});

describe("borders", () => {
  it("outline a range and rule its inside", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const range = sheet.getRange("B2:C3");
      for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const)
        range.format.borders.getItem(edge).style = "Continuous";
      const inside = range.format.borders.getItem("InsideHorizontal");
      inside.weight = "Medium";
      inside.color = "#0000FF";
      const at = (address: string, edge: Excel.BorderIndex) =>
        sheet.getRange(address).format.borders.getItem(edge).load("style,weight,color");
      const { BorderIndex } = excel.Excel;
      const seen = [
        at("B2", BorderIndex.edgeTop),
        at("B2", BorderIndex.edgeBottom),
        at("B3", BorderIndex.edgeTop),
        at("B2", BorderIndex.edgeRight),
      ];
      await context.sync();
      expect(seen.map(({ style, weight, color }) => [style, weight, color])).toEqual([
        ["Continuous", "Thin", "#000000"],
        ["Continuous", "Medium", "#0000FF"],
        ["Continuous", "Medium", "#0000FF"],
        ["None", "Thin", "#000000"],
      ]);
    });
  });
});

describe("autofit", () => {
  it("widens a column to its longest text and heightens a wrapped row, merged cells not", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:A2").values = [["коротко"], ["а".repeat(40)]];
      sheet.getRange("C1").values = [["слово ".repeat(20)]];
      sheet.getRange("C1").format.wrapText = true;
      sheet.getRange("A:A").format.autofitColumns();
      sheet.getRange("1:1").format.autofitRows();
      const [column, row] = [
        sheet.getRange("A1").load("format/columnWidth"),
        sheet.getRange("C1").load("format/rowHeight"),
      ];
      await context.sync();
      // 40 characters of 5.25 points and the margins of a cell.
      expect(column.format.columnWidth).toBeCloseTo(40 * 5.25 + 3.75, 1);
      expect(row.format.rowHeight).toBeGreaterThan(15 * 5);
    });
  });
});

it("shares one style object between equal looks", async () => {
  const name = await excel.blank();
  await excel.on(name, (sheet) => {
    sheet.getRange("A1:A5").format.font.bold = true;
    sheet.getRange("A1:A5").format.fill.color = "#FFFF00";
    sheet.getRange("C1").format.fill.color = "#FFFF00";
    sheet.getRange("C1").format.font.bold = true;
  });
  const cells = excel.host.workbook.sheets.find((sheet) => sheet.name === name)?.cells;
  expect(cells?.get(0)?.get(0)?.style).toBe(cells?.get(0)?.get(2)?.style);
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
