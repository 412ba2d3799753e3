/** A run breaks off in the middle of a sheet, and the user types there before the add-in finishes it. */
import { type AddIn, boot, contents, sheetOf } from "../harness";
import { type } from "../made-up";
import { prepare, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { FEWER_LOW, breakOff, isHalf } from "../faults/half";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { parseArea } from "../../../src/domain/results/corrections/area";
import type { Sheet } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const MINE = "моя заметка";
const start = async () => (await readAndAnalyse(officeWorkbook, {})).recovered;

/** Every place that a start told of as left. */
function expectLeft(sheet: Sheet, left: readonly string[] | undefined, done: Sheet): void {
  const places = (left ?? []).map((told) => {
    const at = parseArea(told.replace(`«${sheet.name}», `, ""));
    return at === null ? told : `${at.top},${at.left}`;
  });
  const mine = Object.entries(contents(sheet)).flatMap(([place, value]) => (value === MINE ? [place] : []));
  expect(places).toEqual(mine);
  expect(mine).toHaveLength(1);
  const other = (of: Sheet) => Object.entries(contents(of)).filter(([place]) => !mine.includes(place));
  expect(Object.fromEntries(other(sheet))).toEqual(Object.fromEntries(other(done)));
}

const PLACES = [
  ["a cell of the document", 5, 1],
  ["a cell that a heading covers once it is merged", 1, 2],
  ["below", 60, 1],
  ["far to the right", 3, 20],
] as const;
/** One break in the middle of the rows or of the emptied sheet, one shortly before the end. */
const SHEETS = [
  ["Обновить", "ШНОР", 0.3],
  ["Обновить", "ШНОР", 0.6],
  ["Добавить файл", "Добавленные файлы", 0.55],
  ["Добавить файл", "Добавленные файлы", 0.8],
] as const;
const CASES = SHEETS.flatMap(([job, name, part]) =>
  PLACES.flatMap(([place, row, column]) =>
    [false, true].map((locked) => ({ job, name, part, place, row, column, locked })),
  ),
);

test.each(CASES)(
  "$name at $part, $place, protected meanwhile: $locked: the text stays, is told, and all else is as it was to be",
  async ({ job, name, part, row, column, locked }) => {
    const { workbook, done } = await breakOff(addin, job, part);
    const sheet = sheetOf(workbook, name);
    expect(isHalf(sheet)).toBe(true); // else nothing is tried
    // a heading that is merged already takes no text there
    if (sheet.merges.some((area) => area.top <= row && row <= area.bottom && column <= area.right)) return;
    if (locked) {
      sheet.protected = true;
      await start();
      sheet.protected = false;
    }
    type(sheet, row, column, MINE);
    expectLeft(sheet, (await start())?.left, sheetOf(done, name));
    expect(isHalf(sheet)).toBe(false);
    expect(await start()).toBeUndefined();
    expect(Object.values(contents(sheet))).toContain(MINE);
  },
);

test.each([
  ["Обновить", "ШНОР", 0.6],
  ["Добавить файл", "Добавленные файлы", 0.7],
] as const)(
  "%s: the finishing breaks off too, wherever it does: the text stays",
  async (job, name, part) => {
    let last = 0;
    for (let at = 1; at <= last + 1; at++)
      for (const after of [0.2, 0.6, 0.9]) {
        const { workbook, done } = await breakOff(addin, job, part);
        const sheet = sheetOf(workbook, name);
        type(sheet, 5, 1, MINE);
        const first = addin.host.counters.syncs;
        addin.host.intercept = ({ sync }) => {
          if (sync - first < at) return "pass";
          last = at; // of a start that comes so far
          return { fail: "GeneralException", after };
        };
        await start().catch(() => undefined);
        addin.host.intercept = undefined;
        const recovered = await start();
        expect(Object.values(contents(sheet))).toContain(MINE);
        if (recovered !== undefined) expectLeft(sheet, recovered.left, sheetOf(done, name));
      }
    expect(last).toBeGreaterThan(5); // the requests of a start
  },
  120_000,
);

test("a text in a row that is to go is put below the table", async () => {
  const prepared: Prepared = await prepare(addin, FEWER_LOW);
  const rows = (sheet: Sheet): number => Object.keys(contents(sheet)).length;
  expect(rows(sheetOf(prepared.done, "ШНОР"))).toBeLessThan(rows(sheetOf(prepared.base, "ШНОР")));
  let tried = 0;
  for (let part = 0.1; part < 0.5; part += 0.02) {
    const { workbook } = await brokenOff(addin, prepared, part);
    const sheet = sheetOf(workbook, "ШНОР");
    if (!isHalf(sheet) || rows(sheet) < rows(sheetOf(prepared.base, "ШНОР"))) continue;
    tried++;
    type(sheet, 4, 20, MINE);
    expectLeft(sheet, (await start())?.left, sheetOf(prepared.done, "ШНОР"));
  }
  expect(tried).toBeGreaterThan(0);
});

test("the user put a row in: the sheet is put back by its rows, and what was typed stands below", async () => {
  const { workbook, done } = await breakOff(addin, "Обновить", 0.6);
  const sheet = sheetOf(workbook, "ШНОР");
  await addin.globals.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("ШНОР").getRange("3:3");
    range.insert("Down");
    await context.sync();
  });
  type(sheet, 2, 0, MINE);
  expectLeft(sheet, (await start())?.left, sheetOf(done, "ШНОР"));
});
