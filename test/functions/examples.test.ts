/** The sheet «Примеры формул» as it is written, and every example calculated there. */
import { EXAMPLES } from "../../src/domain/cells/examples";
import { createExamples } from "../../src/excel/jobs/create-examples";
import { officeWorkbook } from "../../src/excel/office-workbook";
import { FUNCTIONS } from "../../src/functions/functions";
import { getCell } from "../../src/workbench/store";
import { sheetOf } from "../workbench/calculation/build";
import { bootFunctions, type Calculated } from "./calculated";

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
  Object.assign(globalThis, { Excel: book.node.Excel, Office: book.node.Office });
}, 60_000);
afterAll(() => {
  book.dispose();
});

test("every function has one example", () => {
  expect(EXAMPLES.map(({ id }) => id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
});

test("the sheet shows each function with its answer, and is made once", async () => {
  const workbook = await book.calculate({ Лист: { A1: "Свой лист" } });
  expect(await createExamples(officeWorkbook)).toEqual({ name: "Примеры формул", how: "created" });
  await book.node.host.calculate();
  const sheet = sheetOf(workbook, "Примеры формул");
  const answers = [...sheet.cells].flatMap(([row, columns]) =>
    columns.get(6)?.formula === undefined ? [] : [{ row, formula: columns.get(6)?.formula ?? "" }],
  );
  expect(answers.map(({ formula }) => /NOR\.([A-Z]+)/.exec(formula)?.[1])).toEqual(
    EXAMPLES.map(({ id }) => id),
  );
  for (const [index, { row }] of answers.entries()) {
    const { id, shown } = EXAMPLES[index] ?? { id: "", shown: [] };
    const found = shown.map((line, r) => line.map((_, c) => getCell(sheet, row + r, 6 + c)?.value ?? ""));
    expect([id, found]).toEqual([id, shown]);
  }
  expect(await createExamples(officeWorkbook)).toEqual({ name: "Примеры формул", how: "shown" });
  expect(book.node.host.unknownCalls).toEqual([]);
});
