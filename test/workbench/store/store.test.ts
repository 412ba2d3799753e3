import { formatAddress, parseAddress, parseArea } from "../../../src/workbench/store/address";
import { CellSet } from "../../../src/workbench/store/cell-set";
import { addSheet, createWorkbook } from "../../../src/workbench/store/create";
import { setContent, setResult, setStyle } from "../../../src/workbench/store/cells";
import { renameInFormulas } from "../../../src/workbench/store/rename";
import { shiftFormula } from "../../../src/workbench/store/shift-formulas";
import { mergeStyle } from "../../../src/workbench/store/styles";

describe("parseArea", () => {
  it.each([
    ["A1", [0, 0, 0, 0]],
    ["$B$3", [2, 1, 2, 1]],
    ["b2:A1", [0, 0, 1, 1]],
    ["A:F", [0, 0, 1_048_575, 5]],
    ["$1:$3", [0, 0, 2, 16_383]],
    ["XFD1048576", [1_048_575, 16_383, 1_048_575, 16_383]],
  ])("%s", (text, expected) => {
    const area = parseArea(text);
    expect(area && [area.top, area.left, area.bottom, area.right]).toEqual(expected);
  });
  it.each(["", "A", "1", "XFE1", "A0", "A1048577", "A1:B", "A1:B2:C3", "Итоги", "A-1"])("not %p", (text) => {
    expect(parseArea(text)).toBeUndefined();
  });
});

describe("addresses with sheet names", () => {
  it.each([
    ["Лист1", "Лист1!A1"],
    ["Лист 1", "'Лист 1'!A1"],
    ["д'Артаньян", "'д''Артаньян'!A1"],
    ["2024", "'2024'!A1"],
    ["AB12", "'AB12'!A1"],
    ["а!б", "'а!б'!A1"],
  ])("of %s", (name, address) => {
    expect(formatAddress(name, { top: 0, left: 0, bottom: 0, right: 0 })).toBe(address);
    expect(parseAddress(address)?.sheet).toBe(name);
  });
});

describe("touched cells", () => {
  it("are those whose content or style changed, nothing else", () => {
    const [sheet] = createWorkbook().sheets;
    if (!sheet) throw new Error("no sheet");
    setContent(sheet, 1, 2, { value: 5 });
    setStyle(sheet, 3, 4, mergeStyle(undefined, { bold: true }));
    setStyle(sheet, 5, 6, undefined);
    sheet.touched.values.clear();
    setResult(sheet, 1, 2, { value: 5 });
    setResult(sheet, 7, 8, { value: 6 });
    expect([...sheet.touched.values]).toEqual([[7, 8]]);
    expect([...sheet.touched.styles]).toEqual([[3, 4]]);
  });
  it("are kept in a set", () => {
    const set = new CellSet();
    set.add(1, 2);
    set.add(1, 2);
    set.add(3, 0);
    expect([set.size, set.has(1, 2), set.has(2, 1), set.delete(3, 0), set.size]).toEqual([
      2,
      true,
      false,
      true,
      1,
    ]);
  });
});

describe("mergeStyle", () => {
  it("gives one object for equal styles, and none for the default", () => {
    const bold = mergeStyle(undefined, { bold: true });
    const both = mergeStyle(bold, { fill: "#FFFF00" });
    expect(mergeStyle(mergeStyle(undefined, { fill: "#FFFF00" }), { bold: true })).toBe(both);
    expect(mergeStyle(both, { fill: null })).toBe(bold);
    expect(mergeStyle(bold, { bold: null })).toBeUndefined();
  });
});

describe("formulas that follow", () => {
  const inserted = { direction: "rows", change: "insert", first: 1, last: 2 } as const;
  const deleted = { direction: "rows", change: "delete", first: 1, last: 2 } as const;
  const column = { direction: "columns", change: "delete", first: 0, last: 0 } as const;
  it.each([
    ["=A1+A2", inserted, "=A1+A4"],
    ["=SUM(A1:A5)", inserted, "=SUM(A1:A7)"],
    ['=$B$3&"A3"', inserted, '=$B$5&"A3"'],
    ["=SUM(A:A)", inserted, "=SUM(A:A)"],
    ["=SUM(2:4)", inserted, "=SUM(4:6)"],
    ["=A2", deleted, "=#REF!"],
    ["=SUM(A1:A5)", deleted, "=SUM(A1:A3)"],
    ["=SUM(A1:C1)", column, "=SUM(A1:B1)"],
    ["=LOG10(B2)+Другой!B2", column, "=LOG10(A2)+Другой!B2"],
    ["=Лист!C1+'Лист'!C1", column, "=Лист!B1+'Лист'!B1"],
  ])("%s", (formula, shift, expected) => {
    expect(shiftFormula(formula, true, "Лист", shift)).toBe(expected);
  });

  it("a sheet's new name", () => {
    const workbook = createWorkbook({ sheets: ["А", "Б"] });
    const [first] = workbook.sheets;
    if (!first) throw new Error("no sheet");
    setContent(first, 0, 0, { value: 0, formula: '=Б!A1+ББ!A1&"Б!A1"' });
    renameInFormulas(workbook, "Б", "В 1");
    expect(first.cells.get(0)?.get(0)?.formula).toBe("='В 1'!A1+ББ!A1&\"Б!A1\"");
  });
});

it("gives new sheets ids like Excel's, each once", () => {
  const workbook = createWorkbook({ sheets: ["А", "Б"] });
  addSheet(workbook, "В");
  expect(workbook.sheets.map(({ id }) => id)).toEqual([
    "{00000000-0001-0000-0000-000000000000}",
    "{00000000-0002-0000-0000-000000000000}",
    "{00000000-0003-0000-0000-000000000000}",
  ]);
});
