/** «Убрать созданные листы» over real office.js. */
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { OwnSheet } from "../../../src/excel/port";
import { sheetRemover } from "../../../src/excel/writing/remove-sheets";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { type AddIn, boot, sheetNames, sheetOf } from "../harness";
import { HEADER, ROWS, workbookOf } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

/** A workbook with the user's sheet and those of one run. */
async function made() {
  const workbook = addin.open(workbookOf({ Сводная: [HEADER, ...ROWS] }));
  await addin.run();
  const { own } = await officeWorkbook.read();
  return { workbook, own };
}

test("every sheet of the add-in goes in one request, the user's stays", async () => {
  const { workbook, own } = await made();
  expect(own.length).toBeGreaterThan(3);
  const before = addin.host.counters.syncs;
  const removal = await sheetRemover.remove(own);
  expect(removal).toEqual({ kind: "removed", names: own.map(({ name }) => name) });
  expect(sheetNames(workbook)).toEqual(["Сводная"]);
  expect(addin.host.counters.syncs - before).toBeLessThanOrEqual(4);
  expect((await officeWorkbook.read()).own).toEqual([]);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("the structure is protected after the last look: all sheets are there, the reason is said, a retry works", async () => {
  const { workbook, own } = await made();
  const names = sheetNames(workbook);
  addin.host.intercept = () => {
    if (workbook.settings.has(JOURNAL_KEY)) workbook.structureProtected = true;
    return "pass";
  };
  await expect(sheetRemover.remove(own)).rejects.toMatchObject({ code: "structureProtected" });
  addin.host.intercept = undefined;
  expect(sheetNames(workbook)).toEqual(names);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  workbook.structureProtected = false;
  expect(await sheetRemover.remove(own)).toMatchObject({ kind: "removed" });
});

test("a sheet without our mark is never removed, and nothing else with it", async () => {
  const { workbook, own } = await made();
  const names = sheetNames(workbook);
  const users: OwnSheet = {
    sheetId: sheetOf(workbook, "Сводная").id,
    id: "results",
    kind: "results",
    name: "Сводная",
    grid: null,
    unchanged: true,
    tables: [],
    protected: false,
  };
  await expect(sheetRemover.remove([...own, users])).rejects.toMatchObject({ code: "sheetGone" });
  expect(sheetNames(workbook)).toEqual(names);
});

test("Excel keeps one sheet in sight: with the user's sheet hidden nothing is removed", async () => {
  const { workbook, own } = await made();
  const names = sheetNames(workbook);
  sheetOf(workbook, "Сводная").visibility = "Hidden";
  expect(await sheetRemover.remove(own)).toEqual({ kind: "lastSheet" });
  expect(sheetNames(workbook)).toEqual(names);
});

test("a run after it makes the sheets again", async () => {
  const { workbook, own } = await made();
  await sheetRemover.remove(own);
  const { outcome, asked } = await addin.run();
  expect([outcome?.kind, asked]).toEqual(["done", null]);
  expect(sheetNames(workbook)).toContain("Дорожная карта");
});
