import { boot, type Harness } from "../protocol/harness";

let excel: Harness;
let name: string;
beforeAll(async () => {
  excel = await boot();
  name = await excel.blank();
});
afterAll(() => {
  excel.dispose();
});

type Find = (sheet: Excel.Worksheet) => Excel.Range;
// learn.microsoft.com, Excel.Range and Excel.Worksheet: the method named in each case.
const cases: [what: string, find: Find, expected: string][] = [
  ["getRange of cells", (sheet) => sheet.getRange("b2:A1"), "A1:B2"],
  ["getRange with dollars", (sheet) => sheet.getRange("$C$3"), "C3"],
  ["getRange of columns", (sheet) => sheet.getRange("A:F"), "A:F"],
  ["getRange of rows", (sheet) => sheet.getRange("1:3"), "1:3"],
  ["getCell, zero-based", (sheet) => sheet.getCell(2, 1), "B3"],
  ["getRangeByIndexes", (sheet) => sheet.getRangeByIndexes(1, 1, 2, 3), "B2:D3"],
  ["getCell of a range, also outside it", (sheet) => sheet.getRange("B2:C3").getCell(5, 0), "B7"],
  ["getRow", (sheet) => sheet.getRange("B2:C9").getRow(1), "B3:C3"],
  ["getColumn", (sheet) => sheet.getRange("B2:C9").getColumn(1), "C2:C9"],
  ["getLastRow", (sheet) => sheet.getRange("B2:C9").getLastRow(), "B9:C9"],
  ["getEntireRow", (sheet) => sheet.getRange("B2:C3").getEntireRow(), "2:3"],
  ["getEntireColumn", (sheet) => sheet.getRange("B2:C3").getEntireColumn(), "B:C"],
  ["getOffsetRange", (sheet) => sheet.getRange("B2:C3").getOffsetRange(2, -1), "A4:B5"],
  ["getResizedRange", (sheet) => sheet.getRange("B2:C3").getResizedRange(1, 2), "B2:E4"],
  ["getAbsoluteResizedRange", (sheet) => sheet.getRange("B2:C3").getAbsoluteResizedRange(1, 4), "B2:E2"],
  ["getBoundingRect", (sheet) => sheet.getRange("B2").getBoundingRect("D5:E5"), "B2:E5"],
  [
    "getIntersectionOrNullObject",
    (sheet) => sheet.getRange("A1:C3").getIntersectionOrNullObject("B2:E5"),
    "B2:C3",
  ],
];
it.each(cases)("%s", async (_what, find, expected) => {
  await excel.on(name, async (sheet, context) => {
    const range = find(sheet).load("address");
    await context.sync();
    expect(range.address).toBe(`'${name}'!${expected}`);
  });
});

const refused: [what: string, find: Find, code: string][] = [
  ["no address", (sheet) => sheet.getRange("не адрес!"), "InvalidArgument"],
  ["a cell beyond the last column", (sheet) => sheet.getRange("XFE1"), "InvalidArgument"],
  ["a row beyond the last", (sheet) => sheet.getRange("A1048577"), "InvalidArgument"],
  ["an offset off the sheet", (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0), "InvalidArgument"],
  ["no rows", (sheet) => sheet.getRangeByIndexes(0, 0, 0, 1), "InvalidArgument"],
  ["no intersection", (sheet) => sheet.getRange("A1").getIntersection("C3"), "ItemNotFound"],
];
it.each(refused)("refuses %s", async (_what, find, code) => {
  expect(
    await excel.refusal((context) => {
      find(context.workbook.worksheets.getItem(name)).load("address");
    }),
  ).toBe(code);
});

it("tells sizes and places", async () => {
  await excel.on(name, async (sheet, context) => {
    const range = sheet.getRange("B3:D4").load("rowIndex,columnIndex,rowCount,columnCount,cellCount");
    await context.sync();
    expect(range.toJSON()).toMatchObject({
      rowIndex: 2,
      columnIndex: 1,
      rowCount: 2,
      columnCount: 3,
      cellCount: 6,
    });
  });
});

// learn.microsoft.com, Excel.Range.merge, unmerge, getMergedAreasOrNullObject.
describe("merging", () => {
  it.each([
    [
      false,
      ["A1:C2"],
      [
        [1, "", ""],
        ["", "", ""],
      ],
    ],
    [
      true,
      ["A1:C1", "A2:C2"],
      [
        [1, "", ""],
        [4, "", ""],
      ],
    ],
  ])("keeps the first value of each merged area (across %s)", async (across, expected, values) => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const range = sheet.getRange("A1:C2");
      range.values = [
        [1, 2, 3],
        [4, 5, 6],
      ];
      range.merge(across);
      const merged = range.getMergedAreasOrNullObject().load("address");
      range.load("values");
      await context.sync();
      expect(merged.address.split(",").map((each) => each.split("!")[1])).toEqual(expected);
      expect(range.values).toEqual(values);
      range.unmerge();
      const none = range.getMergedAreasOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
});

// learn.microsoft.com, Excel.ClearApplyTo.
describe("clear", () => {
  it.each([
    ["Contents", "", "#FFFF00"],
    ["Formats", 5, "#FFFFFF"],
    ["All", "", "#FFFFFF"],
  ] as const)("%s", async (applyTo, value, fill) => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [[5]];
      range.format.fill.color = "yellow";
      range.clear(applyTo);
      range.load("values,format/fill/color");
      await context.sync();
      expect([range.values[0]?.[0], range.format.fill.color]).toEqual([value, fill]);
    });
  });
});

// learn.microsoft.com, Excel.Range.insert and delete.
describe("whole rows", () => {
  it("move values, formulas and tracked ranges", async () => {
    await excel.on(await excel.blank(), async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B3").formulas = [["=SUM(A1:A3)+$A$3"]];
      const third = sheet.getRange("A3").load("address");
      await context.sync();
      sheet.getRange("2:3").insert("Down");
      third.load("address,values");
      const moved = sheet.getRange("B5").load("formulas");
      await context.sync();
      expect([third.address.split("!")[1], third.values[0]?.[0]]).toEqual(["A5", 3]);
      expect(moved.formulas).toEqual([["=SUM(A1:A5)+$A$5"]]);
      sheet.getRange("1:4").delete("Up");
      const back = sheet.getRange("A1:B1").load("formulas");
      await context.sync();
      expect(back.formulas).toEqual([[3, "=SUM(A1:A1)+$A$1"]]);
    });
  });

  // learn.microsoft.com, error handling: NonBlankCellOffSheet
  it.each([
    ["rows", "A1048576", "1:2"],
    ["columns", "XFD1", "B:B"],
  ])("are refused where %s would push a filled cell off the sheet", async (_what, filled, inserted) => {
    const name = await excel.blank();
    await excel.on(name, (sheet) => {
      sheet.getRange(filled).values = [[1]];
    });
    const insert = (address: string) =>
      excel.refusal((context) => {
        context.workbook.worksheets.getItem(name).getRange(address).insert("Down");
      });
    expect(await insert(inserted)).toBe("NonBlankCellOffSheet");
    await excel.on(name, (sheet) => {
      sheet.getRange(filled).clear();
    });
    expect(await insert(inserted)).toBe("passed");
  });
});

it("keeps hidden rows, hyperlinks and the selection", async () => {
  await excel.on(name, async (sheet, context) => {
    sheet.getRange("5:6").rowHidden = true;
    const some = sheet.getRange("5:7").load("rowHidden");
    const all = sheet.getRange("5:6").load("rowHidden");
    const cell = sheet.getRange("A9");
    cell.hyperlink = { documentReference: "Sheet1!A1", textToDisplay: "к листу", screenTip: "перейти" };
    cell.load("hyperlink,values");
    sheet.getRange("B2:C3").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    expect([some.rowHidden, all.rowHidden]).toEqual([null, true]);
    expect(cell.hyperlink).toMatchObject({
      documentReference: "Sheet1!A1",
      textToDisplay: "к листу",
      screenTip: "перейти",
    });
    expect(cell.values).toEqual([["к листу"]]);
    expect([selected.address, active.address]).toEqual([`'${name}'!B2:C3`, `'${name}'!B2`]);
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
