/** A text that begins with «=» and is no formula, typed with an apostrophe or into a cell of text: it stays a text. */
import { type AddIn, boot, sheetOf } from "../harness";
import { type } from "../made-up";
import { prepare as prepareJob } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { isHalf, jobNamed } from "../faults/half";
import { fileA, fileB, type Job, ready } from "../faults/jobs";
import { addedFiles } from "../../../src/excel/files/added-files";
import { createRoadmap, prepare } from "../../../src/excel/jobs/create-roadmap";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { put } from "../../../src/workbench/store/cells";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterEach(() => {
  addedFiles.setState({ grids: [] });
});
afterAll(() => {
  addin.dispose();
});

const TODAY = "2026-11-22";
/** Excel would refuse the first as a formula, and take the second for one that shows another value. */
const TEXTS = ["=см. приказ № 5", "=1+1"] as const;
const RIGHT = 20;

/** What the cells with these texts are now. */
function kinds(sheet: Sheet): readonly string[] {
  const cells = [...sheet.cells.values()].flatMap((columns) => [...columns.values()]);
  return TEXTS.map((text) =>
    cells
      .flatMap(({ value, formula }) => (formula === text ? ["formula"] : value === text ? ["text"] : []))
      .join(),
  );
}
const BOTH_TEXT = ["text", "text"];

/** Where a cell holds this text. */
function rowOf(sheet: Sheet, text: string): number {
  const found = [...sheet.cells].find(([, columns]) =>
    [...columns.values()].some(({ value }) => value === text),
  );
  if (found === undefined) throw new Error(`no «${text}» on ${sheet.name}`);
  return found[0];
}

/** The first by an apostrophe, the second into a cell of text. */
function typeTexts(sheet: Sheet, row: number, column = RIGHT): void {
  put(sheet, row, column, { value: TEXTS[0] });
  put(sheet, row, column + 1, { value: TEXTS[1], style: { numberFormat: "@" } });
}

const update = (): Promise<unknown> =>
  createRoadmap(officeWorkbook, {
    package: "all",
    chooseExisting: () => Promise.resolve("update"),
    resolveConflicts: () => Promise.resolve(() => "mine"),
    today: TODAY,
  });

/** «Школа № 3» becomes low: its row of «ШНОР» goes above the heading of the others. */
function makeLow(workbook: Workbook): void {
  type(sheetOf(workbook, "Сводная"), 9, 4, 7);
  type(sheetOf(workbook, "Сводная"), 11, 4, 7);
}

interface Case {
  readonly sheet: string;
  /** A text of the row where it is typed. */
  readonly row: string;
  readonly column?: number;
}

const CASES: readonly Case[] = [
  { sheet: "ШНОР", row: "СОШ № 3" }, // a row that is taken out and put in elsewhere
  { sheet: "ШНОР", row: "СОШ № 1" }, // one that stays
  { sheet: "Результаты", row: "СОШ № 3" },
  { sheet: "Дорожная карта", row: "000:2" },
  { sheet: "Дорожная карта", row: "000:2", column: 3 }, // a cell of the document
  { sheet: "Назначения", row: "СОШ № 2", column: 3 }, // the cell of the curator and that of the mentor
  { sheet: "Назначения", row: "СОШ № 2" },
];

test.each(CASES)(
  "$sheet, row «$row», column $column: a text through two updates",
  async ({ sheet, row, column }) => {
    const workbook = await ready(addin, { package: "all" });
    await update();
    const typed = sheetOf(workbook, sheet);
    typeTexts(typed, rowOf(typed, row), column);
    makeLow(workbook);
    for (let time = 0; time < 2; time++) {
      await update();
      expect(kinds(typed)).toEqual(BOTH_TEXT);
    }
  },
);

test("a formula with the same look stays a formula, in a row that moves too", async () => {
  const workbook = await ready(addin);
  await update();
  const sheet = sheetOf(workbook, "ШНОР");
  put(sheet, rowOf(sheet, "СОШ № 3"), RIGHT, { formula: "=1+1", value: 2 });
  makeLow(workbook);
  await update();
  expect(kinds(sheet)).toEqual(["", "formula"]);
});

test("a conflict where the user's text is chosen", async () => {
  const workbook = await ready(addin);
  await update();
  const sheet = sheetOf(workbook, "ШНОР");
  const row = rowOf(sheet, "СОШ № 3");
  const last = Math.max(...(sheet.cells.get(row)?.keys() ?? []));
  for (let column = 1; column < last; column++) put(sheet, row, column, { value: TEXTS[0] }); // but for its id
  makeLow(workbook);
  await update();
  expect(kinds(sheet)[0]).toMatch(/^text(,text)*$/);
});

test("«Добавленные файлы»: beside a row that moves, and below the table", async () => {
  const workbook = await ready(addin);
  addedFiles.setState({ grids: [fileB] });
  await update();
  const sheet = sheetOf(workbook, "Добавленные файлы");
  typeTexts(sheet, rowOf(sheet, "Б.xlsx"));
  addedFiles.setState({ grids: [fileA, fileB] });
  await update();
  expect(kinds(sheet)).toEqual(BOTH_TEXT);
});

test("«История изменений»: a reason of a change", async () => {
  const workbook = await ready(addin);
  await update();
  await monitorRoadmap(officeWorkbook, { today: TODAY });
  const history = sheetOf(workbook, "История изменений");
  const below = Math.max(...history.cells.keys()) + 1;
  typeTexts(history, below, 1);
  for (let time = 0; time < 2; time++) {
    await monitorRoadmap(officeWorkbook, { today: TODAY });
    await update();
    expect(kinds(history)).toEqual(BOTH_TEXT);
  }
});

/** «Обновить» with texts in a row that moves and one that stays. */
const JOB: Job = {
  ...jobNamed("Обновить"),
  prepare: async (host) => {
    const workbook = await jobNamed("Обновить").prepare(host);
    const sheet = sheetOf(workbook, "ШНОР");
    typeTexts(sheet, rowOf(sheet, "СОШ № 3"));
    return workbook;
  },
};

test("a run that breaks off, wherever it does, and is finished", async () => {
  const prepared = await prepareJob(addin, JOB);
  expect(kinds(sheetOf(prepared.done, "ШНОР"))).toEqual(BOTH_TEXT);
  let half = 0;
  for (let part = 0.05; part < 1; part += 0.05)
    for (const moved of [false, true]) {
      const { workbook } = await brokenOff(addin, prepared, part);
      const sheet = sheetOf(workbook, "ШНОР");
      if (!isHalf(sheet)) continue;
      half++;
      if (moved)
        // rows that the user moves are put back first
        await addin.globals.Excel.run(async (context) => {
          context.workbook.worksheets.getItem("ШНОР").getRange("3:3").insert("Down");
          await context.sync();
        });
      await prepare(officeWorkbook, {});
      expect(kinds(sheet)).toEqual(BOTH_TEXT);
    }
  expect(half).toBeGreaterThan(4); // else nothing is tried
}, 60_000);

test("it costs a request only where such a text, or a formula of the user's, is there", async () => {
  const workbook = await ready(addin);
  await addin.run();
  const { syncs } = await addin.run("update");
  const sheet = sheetOf(workbook, "ШНОР");
  typeTexts(sheet, rowOf(sheet, "СОШ № 1"));
  await addin.run("update");
  expect((await addin.run("update")).syncs).toBe(syncs + 1);
});
