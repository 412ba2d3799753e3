/** A run breaks off in the middle of a sheet, and the user puts formulas where a row is to go before it is finished. */
import { type AddIn, boot, sheetOf } from "../harness";
import { prepare, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { FEWER_LOW, isHalf } from "../faults/half";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { getCell, put } from "../../../src/workbench/store/cells";
import type { Sheet } from "../../../src/workbench/store/model";

let addin: AddIn;
let prepared: Prepared;
beforeAll(async () => {
  addin = await boot();
  prepared = await prepare(addin, FEWER_LOW);
});
afterAll(() => {
  addin.dispose();
});

const ROW = 4;
const RIGHT = 20;
const LOST = "Формула ссылалась на строки, которых здесь больше нет: ";

interface Typed {
  readonly typed: { readonly formula?: string; readonly value: string | number };
  /** What is to stand below the table, with a formula's leading «=» only where it is one. */
  readonly formula?: string;
  readonly text?: string;
}

const TYPED: Readonly<Record<string, Typed>> = {
  "of another sheet": {
    typed: { formula: "=SUM(Сводная!E2:E3)", value: 0 },
    formula: "=SUM(Сводная!E2:E3)",
  },
  // the title of the sheet stays where it is
  "of a row that stays": { typed: { formula: "=LEN(A1)", value: 4 }, formula: "=LEN(A1)" },
  // Excel would make #REF!*2 of it
  "of the row that goes": {
    typed: { formula: `=A${ROW + 1}&"!"`, value: "!" },
    text: `${LOST}=A${ROW + 1}&"!"`,
  },
  "a text that looks like one": { typed: { value: "=1+1" }, text: "=1+1" },
};

/** Contents of the cells in the column where the user typed. */
const inColumn = (sheet: Sheet, column: number): readonly object[] =>
  [...sheet.cells.values()].flatMap((columns): object[] => {
    const cell = columns.get(column);
    if (cell?.value === undefined || cell.value === "") return [];
    return [cell.formula === undefined ? { text: cell.value } : { formula: cell.formula }];
  });

/** The row is still there: it is taken out later, and put in anew below. */
const isThere = (sheet: Sheet): boolean => getCell(sheet, ROW, 1)?.value === "СОШ № 1";

async function tryAll(meanwhile: () => Promise<void>): Promise<void> {
  let tried = 0;
  for (let part = 0.1; part < 0.5; part += 0.02) {
    const { workbook } = await brokenOff(addin, prepared, part);
    const sheet = sheetOf(workbook, "ШНОР");
    if (!isHalf(sheet) || !isThere(sheet)) continue;
    tried++;
    await meanwhile();
    Object.values(TYPED).forEach(({ typed }, index) => {
      put(sheet, ROW, RIGHT + index, typed);
    });
    addin.host.context.restructured();
    await readAndAnalyse(officeWorkbook, {});
    expect(isHalf(sheet)).toBe(false);
    Object.entries(TYPED).forEach(([name, { formula, text }], index) => {
      const expected = formula === undefined ? { text } : { formula };
      expect([name, inColumn(sheet, RIGHT + index)]).toEqual([name, [expected]]);
    });
  }
  expect(tried).toBeGreaterThan(0);
}

test("in a row that goes: a formula stays one below the table where all that it points to stays, else it is a text that says so", async () => {
  await tryAll(() => Promise.resolve());
});

test("the user put a row in as well, so that the sheet is put back by its rows first", async () => {
  await tryAll(() =>
    addin.globals.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("ШНОР").getRange("5:5").insert("Down");
      await context.sync();
    }),
  );
});
