import { UniverCalculation } from "../../../src/workbench/calculation";
import { setContent } from "../../../src/workbench/store";
import type { Scalar } from "../../../src/workbench/store/model";
import { build, cellAt, EVERYTHING, place, sheetOf } from "./build";

// support.microsoft.com, "Remove or allow a circular reference in Excel".
it("marks cells that depend on themselves with 0, as Excel does, and does not hang", async () => {
  const workbook = build({ Лист: { A1: "=B1+1", B1: "=C1", C1: "=A1", D1: "=D1+1", E1: 5, F1: "=E1*2" } });
  const calculation = new UniverCalculation();
  await calculation.recalculate(workbook, EVERYTHING);
  expect(["A1", "B1", "C1", "D1"].map((cell) => cellAt(workbook, cell)?.value)).toEqual([0, 0, 0, 0]);
  expect(cellAt(workbook, "F1")?.value).toBe(10);
  expect(calculation.circular.map(({ row, column }) => [row, column]).sort()).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [0, 3],
  ]);
});

// learn.microsoft.com, "Excel recalculation": dependents after what they depend on, only what a change makes stale.
it("computes in the order of dependence, whatever the order of the cells", async () => {
  const workbook = build({ Лист: { A1: "=A2+1", A2: "=A3+1", A3: "=Б!A1" }, Б: { A1: "=Лист!B1", B7: 1 } });
  sheetOf(workbook, "Лист").cells.get(0)?.set(1, { value: 40 });
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  expect(cellAt(workbook, "A1")?.value).toBe(42);
});

it("recomputes what depends on a change and leaves the rest untouched", async () => {
  const workbook = build({ Лист: { A1: 1, B1: "=A1*2", C1: "=B1+1", D1: "=10" } });
  const sheet = sheetOf(workbook, "Лист");
  const calculation = new UniverCalculation();
  await calculation.recalculate(workbook, EVERYTHING);
  sheet.touched.values.clear();
  setContent(sheet, 0, 0, { value: 5 });
  await calculation.recalculate(workbook, { everything: false, areas: new Map([[sheet.id, [place("A1")]]]) });
  expect(["B1", "C1"].map((cell) => cellAt(workbook, cell)?.value)).toEqual([10, 11]);
  expect([...sheet.touched.values]).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
  ]);
});

it("does not touch cells whose stored results are right", async () => {
  const workbook = build({ Лист: { A1: 1 } });
  const sheet = sheetOf(workbook, "Лист");
  sheet.cells.get(0)?.set(1, { value: 2, formula: "=A1*2" });
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  expect(sheet.touched.values.size).toBe(0);
});

it("reads names and tables of the workbook", async () => {
  const workbook = build({
    Лист: {
      A1: "Школа",
      B1: "Не справились",
      A2: "Берёзовская СОШ",
      B2: 6,
      A3: "Полевая СОШ",
      B3: 2,
      D1: 30,
      D2: "=Порог*2",
      D3: "=SUM(Итоги[Не справились])",
      D4: "=Доля",
      C2: "=Итоги[[#This Row],[Не справились]]*10",
    },
  });
  workbook.names.push({ name: "Порог", formula: "=Лист!$D$1", visible: true, comment: "" });
  workbook.names.push({ name: "Доля", formula: "=0.3", visible: true, comment: "" });
  sheetOf(workbook, "Лист").tables.push({
    id: "1",
    name: "Итоги",
    area: place("A1:B3"),
    style: "",
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  });
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  const expected: [string, Scalar][] = [
    ["D2", 60],
    ["D3", 8],
    ["D4", 0.3],
    ["C2", 60],
  ];
  for (const [cell, value] of expected) expect([cell, cellAt(workbook, cell)?.value]).toEqual([cell, value]);
});

it("computes 6 000 rows of two formulas in seconds", async () => {
  const workbook = build({ Результаты: { B2: 30 } });
  const sheet = sheetOf(workbook, "Результаты");
  const last = 6_004;
  for (let row = 5; row <= last; row++) {
    const [participants, failed] = [row % 7, row % 3];
    sheet.cells.set(
      row - 1,
      new Map([
        [4, { value: participants }],
        [5, { value: failed }],
        [6, { value: 0, formula: `=IF(E${row}="","",F${row}/E${row})` }],
        [7, { value: 0, formula: `=IF(E${row}=0,"нет данных",F${row}*100>=$B$2*E${row})` }],
      ]),
    );
  }
  const start = performance.now();
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  const seconds = (performance.now() - start) / 1000;
  // Row 6004: 6004 mod 7 = 5 participants, mod 3 = 1 failed: a fifth, which is not low. Row 7: nobody took part.
  expect(cellAt(workbook, `G${last}`)?.value).toBeCloseTo(1 / 5, 12);
  expect(cellAt(workbook, `H${last}`)?.value).toBe(false);
  expect([cellAt(workbook, "G7")?.value, cellAt(workbook, "H7")?.value]).toEqual(["#DIV/0!", "нет данных"]);
  expect(seconds).toBeLessThan(15);
});
