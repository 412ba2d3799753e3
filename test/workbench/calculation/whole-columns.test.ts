import { UniverCalculation } from "../../../src/workbench/calculation";
import { shortened } from "../../../src/workbench/calculation/whole-columns";
import { setContent } from "../../../src/workbench/store";
import { build, cellAt, EVERYTHING, sheetOf } from "./build";

describe("whole columns as the engine gets them", () => {
  test.each([
    ["=SUM(A:A)", "=SUM($A$1:$A$500)"],
    ["=VLOOKUP(B2,Лист2!$A:D,4,0)", "=VLOOKUP(B2,Лист2!$A$1:$D$500,4,0)"],
    [
      "=SUMIF('Свод А:Б'!A:A,\"A:A\",'Свод А:Б'!B:B)",
      "=SUMIF('Свод А:Б'!$A$1:$A$500,\"A:A\",'Свод А:Б'!$B$1:$B$500)",
    ],
  ])("%s", (formula, expected) => {
    expect(shortened(formula, 500)).toBe(expected);
  });
  // The number of rows or of empty cells is part of these results; the last ones fill cells themselves.
  test.each([
    "=ROWS(A:A)",
    "=COUNTBLANK(A:A)",
    '=COUNTIF(A:A,"<>да")',
    "=INDEX(A:A,9000)",
    "=A:A",
    "=SUM(A1:B2)",
    "=SUM(1:3)",
  ])("%s stays", (formula) => {
    expect(shortened(formula, 500)).toBe(formula);
  });
});

test("a figure far below what was filled before counts at once, and goes with its cell", async () => {
  const workbook = build({ Лист1: { A1: 1, A2: 2, C1: "=SUM(A:A)", C2: "=VLOOKUP(7,A:B,2,0)" } });
  const sheet = sheetOf(workbook, "Лист1");
  const calculation = new UniverCalculation();
  const at = async (row: number, value: number | undefined): Promise<unknown> => {
    if (value === undefined) sheet.cells.delete(row);
    else setContent(sheet, row, 0, { value });
    const areas = new Map([[sheet.id, [{ top: row, left: 0, bottom: row, right: 0 }]]]);
    await calculation.recalculate(workbook, { everything: false, areas });
    return [cellAt(workbook, "C1")?.value, cellAt(workbook, "C2")?.value];
  };
  await calculation.recalculate(workbook, EVERYTHING);
  expect(cellAt(workbook, "C1")?.value).toBe(3);
  // B is empty beside the 7 in A: 0, as a reference to an empty cell gives.
  expect(await at(40_000, 7)).toEqual([10, 0]);
  expect(await at(40_000, undefined)).toEqual([3, "#N/A"]);
});

test("two hundred sums of a whole column take seconds, not a third of a minute", async () => {
  const cells = Object.fromEntries(Array.from({ length: 200 }, (_, row) => [`B${row + 1}`, "=SUM(A:A)"]));
  const workbook = build({ Лист1: { A1: 5, ...cells } });
  const started = performance.now();
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  // 0.1 s each before: 20 s. With room for a busy machine.
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(cellAt(workbook, "B200")?.value).toBe(5);
});

test("a sum of thousands of terms does not keep the others from being computed", async () => {
  // 4000 terms are 7999 characters, fewer than the 8192 that Excel allows.
  const workbook = build({ Лист1: { A1: 2, B1: "=A1*2" } });
  const sheet = sheetOf(workbook, "Лист1");
  sheet.cells
    .get(0)
    ?.set(3, { formula: `=${Array.from({ length: 4000 }, () => "1").join("+")}`, value: 4000 });
  sheet.cells.get(0)?.set(4, { formula: `=${Array.from({ length: 4000 }, () => "1").join("+")}` });
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  expect(["B1", "D1", "E1"].map((cell) => cellAt(workbook, cell)?.value)).toEqual([4, 4000, "#VALUE!"]);
});
