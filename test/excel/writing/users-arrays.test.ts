/** A formula of the user's that fills several cells goes on filling them when the sheet is written anew or its rows move. */
import { type AddIn, boot, sheetOf, valueAt } from "../harness";
import { fileA, fileB, nothing, ready, roadmap } from "../faults/jobs";
import { type } from "../made-up";
import { addedFiles } from "../../../src/excel/files/added-files";
import { getCell } from "../../../src/workbench/store/cells";
import type { Sheet } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterEach(nothing);
afterAll(() => {
  addin.dispose();
});

const COLUMN = 16; // Q, right of everything that is ours
const rowOf = (sheet: Sheet, text: string): number =>
  [...sheet.cells].find(([, columns]) => [...columns.values()].some(({ value }) => value === text))?.[0] ??
  NaN;

/** What is done between two runs, and the row beside which the formula stands. */
const CASES = [
  {
    name: "beside a file's row, which goes down",
    sheet: "Добавленные файлы",
    row: "Б.xlsx",
    formula: "=SEQUENCE(3)",
    shown: [[1], [2], [3]],
    change: () => {
      addedFiles.setState({ grids: [fileA, fileB] });
    },
  },
  {
    name: "beside a school's row, which goes up",
    sheet: "ШНОР",
    row: "СОШ № 3",
    formula: "=TRANSPOSE(SEQUENCE(3))",
    shown: [[1, 2, 3]],
    change: (results: Sheet) => {
      type(results, 9, 4, 7);
      type(results, 11, 4, 7);
    },
  },
] as const;

test.each(CASES)("$name", async ({ sheet: name, row, formula, shown, change }) => {
  const workbook = await ready(addin);
  addedFiles.setState({ grids: [fileB] });
  await roadmap();
  const sheet = sheetOf(workbook, name);
  const before = rowOf(sheet, row);
  await addin.globals.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem(name).getRangeByIndexes(before, COLUMN, 1, 1);
    cell.formulas = [[formula]];
    await context.sync();
  });
  await addin.host.calculate();
  change(sheetOf(workbook, "Сводная"));
  for (let time = 0; time < 2; time++) {
    await roadmap();
    await addin.host.calculate();
    const now = rowOf(sheet, row);
    expect(now).not.toBe(before); // else nothing is tried
    expect(getCell(sheet, now, COLUMN)?.formula).toBe(formula);
    // its own values left in its way would make it #SPILL!
    const seen = shown.map((line, r) => line.map((_, c) => valueAt(sheet, now + r, COLUMN + c)));
    expect(seen).toEqual(shown);
  }
});
