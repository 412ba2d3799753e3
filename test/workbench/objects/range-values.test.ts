import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
});
afterAll(() => {
  excel.dispose();
});

async function write(address: string, values: unknown, before?: unknown[][]): Promise<unknown> {
  const sheet = await excel.blank();
  let read: unknown;
  await excel.on(sheet, async (target, context) => {
    const range = target.getRange(address);
    if (before) range.values = before;
    await context.sync();
    range.values = values as never;
    range.load("values");
    await context.sync();
    read = range.values;
  });
  return read;
}

// learn.microsoft.com, "Set and get range values, text, or formulas using the Excel JavaScript API"; Excel.Range `values`.
describe("Range.values, as written and read back", () => {
  const cases: [
    what: string,
    address: string,
    values: unknown,
    before: unknown[][] | undefined,
    expected: unknown,
  ][] = [
    [
      "a matrix of the range's shape",
      "A1:B2",
      [
        [1, "а"],
        [true, 2.5],
      ],
      undefined,
      [
        [1, "а"],
        [true, 2.5],
      ],
    ],
    ["null leaves a cell alone", "A1:B1", [[null, 5]], [[1, 2]], [[1, 5]]],
    ["an empty text clears the cell", "A1:B1", [["", 5]], [[1, 2]], [["", 5]]],
    [
      "a single value goes into every cell",
      "A1:B2",
      7,
      undefined,
      [
        [7, 7],
        [7, 7],
      ],
    ],
    ["a leading apostrophe makes text and is no part of the value", "A1", [["'=1+1"]], undefined, [["=1+1"]]],
    ["text of digits is a number", "A1", [["12"]], undefined, [[12]]],
    ["a leading zero is lost, as when it is typed", "A1", [["007"]], undefined, [[7]]],
    // 46266 and 46290: days of 01.09.2026 and 25.09.2026 since 30.12.1899; there is no thirteenth month
    ["a date is read as in Russia", "A1:B1", [["01.09.2026", "25.09.2026"]], undefined, [[46266, 46290]]],
    ["what is no date there stays text", "A1", [["05.13.2026"]], undefined, [["05.13.2026"]]],
    ["an apostrophe keeps it", "A1", [["'007"]], undefined, [["007"]]],
    ["a per cent is a hundredth", "A1", [["12%"]], undefined, [[0.12]]],
    ["text of a boolean is a boolean", "A1", [["TRUE"]], undefined, [[true]]],
    ["text stays text", "A1", [["5 «Б» класс"]], undefined, [["5 «Б» класс"]]],
    ["an error text is an error", "A1", [["#N/A"]], undefined, [["#N/A"]]],
    ["emoji and Cyrillic survive the bridge", "A1", [["школа 🏫"]], undefined, [["школа 🏫"]]],
  ];
  it.each(cases)("%s", async (_what, address, values, before, expected) => {
    expect(await write(address, values, before)).toEqual(expected);
  });

  it("keeps every text as text in cells formatted as text", async () => {
    const sheet = await excel.blank();
    await excel.on(sheet, async (target, context) => {
      const range = target.getRange("A1:C1");
      range.numberFormat = [["@", "@", "@"]];
      range.values = [["007", "=A1", "1/2"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([["007", "=A1", "1/2"]]);
      expect(range.formulas).toEqual([["007", "=A1", "1/2"]]);
    });
  });

  // "The data returned … if the returned value starts with a plus, minus or equal sign, Excel interprets it as a formula."
  it.each([
    ["=1+1", "=1+1"],
    ["+A2", "=+A2"],
    ["-A2", "=-A2"],
  ])("takes %s as the formula %s", async (given, formula) => {
    const sheet = await excel.blank();
    await excel.on(sheet, async (target, context) => {
      const cell = target.getRange("A1");
      cell.values = [[given]];
      cell.load("formulas,values");
      await context.sync();
      expect(cell.formulas).toEqual([[formula]]);
      // Without a calculation engine a new formula reads as 0.
      expect(cell.values).toEqual([[0]]);
    });
  });
});

// learn.microsoft.com, "Error handling with the application-specific JavaScript APIs": InvalidArgument.
describe("a write of the wrong shape is refused", () => {
  const cases: [what: string, address: string, values: unknown][] = [
    ["too few rows", "A1:B2", [[1, 2]]],
    [
      "too many columns",
      "A1:B2",
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    ["a plain list", "A1:B2", [1, 2]],
    ["ragged rows", "A1:B2", [[1, 2], [3]]],
    ["an object in a cell", "A1", [[{ a: 1 }]]],
    [
      "wrong shape of a block that office.js splits",
      "A1:C1000",
      Array.from({ length: 999 }, () => [1, 2, 3]),
    ],
  ];
  it.each(cases)("%s", async (_what, address, values) => {
    const sheet = await excel.blank();
    const code = await excel.refusal((context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = values as never;
    });
    expect(code).toBe("InvalidArgument");
  });
});

describe("what a range tells about its cells", () => {
  it("gives text by the number format, and types of values", async () => {
    const sheet = await excel.blank();
    await excel.on(sheet, async (target, context) => {
      const range = target.getRange("A1:G1");
      range.numberFormat = [["0.0%", "dd.mm.yyyy", "General", "#,##0.00", "General", "General", "General"]];
      // 45000 is 15 March 2023: 45000 days after 30 December 1899.
      range.values = [[0.123, 45000, 0.5, 1234.5, true, "#DIV/0!", ""]];
      range.load("text,valueTypes,numberFormat");
      await context.sync();
      expect(range.text).toEqual([["12.3%", "15.03.2023", "0.5", "1,234.50", "TRUE", "#DIV/0!", ""]]);
      expect(range.valueTypes).toEqual([
        ["Double", "Double", "Double", "Double", "Boolean", "Error", "Empty"],
      ]);
      expect(range.numberFormat[0]?.[0]).toBe("0.0%");
    });
  });

  // Source: "Read or write to an unbounded range": cell-level properties are null, others are valid.
  it("gives null for cells of whole columns", async () => {
    const sheet = await excel.blank();
    await excel.on(sheet, async (target, context) => {
      const range = target.getRange("A:B");
      range.load("values,address,cellCount,rowCount");
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.address).toBe(`'${sheet}'!A:B`);
      expect(range.rowCount).toBe(1_048_576);
    });
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(sheet).getRange("A:B").values = "да" as never;
      }),
    ).toBe("InvalidArgument");
  });

  // learn.microsoft.com, "Resource limits and performance optimization": a range is limited to five million cells.
  it("refuses to read more than five million cells", async () => {
    const sheet = await excel.blank();
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(0, 0, 500_001, 10).load("values");
      }),
    ).toBe("RangeExceedsLimit");
  });

  it("keeps office.js's own refusal of a property that was not loaded", async () => {
    const sheet = await excel.blank();
    const code = await excel.refusal(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange("A1");
      await context.sync();
      expect(range.values).toBeDefined();
    });
    expect(code).toBe("PropertyNotLoaded");
  });

  it("reads a block of more than 1500 cells as it was written", async () => {
    const sheet = await excel.blank();
    const block = Array.from({ length: 1000 }, (_, row) => [row, row * 2, `с${row}`]);
    await excel.on(sheet, async (target, context) => {
      const range = target.getRange("A1:C1000");
      range.values = block;
      await context.sync();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(block);
    });
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
