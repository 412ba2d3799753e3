/** «Убрать созданные листы» over real office.js. */
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { OwnSheet } from "../../../src/excel/port";
import { patience } from "../../../src/excel/runs/requests";
import { sheetRemover } from "../../../src/excel/writing/remove-sheets";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { prepare } from "../faults/bench";
import { copyOf } from "../faults/digest";
import { brokenOff } from "../faults/faults";
import { jobNamed } from "../faults/half";
import { type AddIn, boot, contents, sheetNames, sheetOf } from "../harness";
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

test("in the moment between the last look and the deletion no sheet can be renamed; the structure is open at the end", async () => {
  const { workbook, own } = await made();
  const seen: boolean[] = [];
  addin.host.intercept = () => {
    seen.push(workbook.structureProtected);
    return "pass";
  };
  expect(await sheetRemover.remove(own)).toMatchObject({ kind: "removed" });
  expect(seen).toEqual([false, false, false, true]); // what is unfinished, what may go, the look, the deletion
  expect(workbook.structureProtected).toBe(false);
});

test("the structure gets a password after the last look: all sheets are there, the reason is said, a retry works", async () => {
  const { workbook, own } = await made();
  const names = sheetNames(workbook);
  addin.host.intercept = () => {
    if (workbook.settings.has(JOURNAL_KEY)) workbook.structurePassword = "тайна";
    return "pass";
  };
  await expect(sheetRemover.remove(own)).rejects.toMatchObject({ code: "structureProtected" });
  addin.host.intercept = undefined;
  expect(sheetNames(workbook)).toEqual(names);
  expect(workbook.structureProtected).toBe(true); // it is the user's
  expect(workbook.sheets.filter((sheet) => sheet.protected)).toEqual([]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  workbook.structureProtected = false;
  delete workbook.structurePassword;
  expect(await sheetRemover.remove(own)).toMatchObject({ kind: "removed" });
});

test("the user protects the structure before the last look: it stays so, and nothing is removed", async () => {
  const { workbook, own } = await made();
  const names = sheetNames(workbook);
  let requests = 0;
  addin.host.intercept = () => {
    if (++requests === 3) workbook.structureProtected = true;
    return "pass";
  };
  await expect(sheetRemover.remove(own)).rejects.toMatchObject({ code: "structureProtected" });
  expect(sheetNames(workbook)).toEqual(names);
  expect(workbook.structureProtected).toBe(true);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
});

test("a run broke off since the sheets were listed: it is finished first, its journal does not give way to that of the removal", async () => {
  const prepared = await prepare(addin, jobNamed("Добавить файл"));
  addin.open(copyOf(prepared.base));
  const { own } = await officeWorkbook.read();
  const { workbook } = await brokenOff(addin, prepared, 0.55);
  const files = sheetOf(workbook, "Добавленные файлы");
  expect(contents(files)).toEqual({}); // else nothing is tried
  // the run changed the list, so it is not what the user agreed to lose
  const list = own.filter(({ name }) => name === "ШНОР");
  await expect(sheetRemover.remove(list)).rejects.toMatchObject({ code: "changedMeanwhile" });
  expect(contents(files)).toEqual(contents(sheetOf(prepared.done, "Добавленные файлы")));
});

describe("Excel is gone between the look and the deletion", () => {
  afterEach(() => {
    patience.milliseconds = 300_000;
  });
  const gone = async () => {
    const { workbook, own } = await made();
    addin.host.intercept = () => {
      patience.milliseconds = 150;
      return workbook.structureProtected ? { drop: 0 } : "pass";
    };
    await expect(sheetRemover.remove(own)).rejects.toMatchObject({ code: "noAnswer" });
    addin.host.intercept = undefined;
    patience.milliseconds = 300_000;
    expect(workbook.structureProtected).toBe(true);
    return { workbook, own, start: () => officeWorkbook.removeUnfinished() };
  };

  test("the next start opens the structure, and all sheets are there", async () => {
    const { workbook, own, start } = await gone();
    expect(await start()).toMatchObject({ outcome: "undone" });
    expect(workbook.structureProtected).toBe(false);
    expect(sheetNames(workbook)).toHaveLength(own.length + 1);
  });

  test("one that got a password since comes in the way of no start: it stays, all else is put right", async () => {
    const { workbook, start } = await gone();
    workbook.structurePassword = "тайна";
    expect(await start()).toMatchObject({ outcome: "undone" });
    expect(workbook.structureProtected).toBe(true);
    expect(workbook.sheets.filter((sheet) => sheet.protected)).toEqual([]);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
    expect(await start()).toEqual({ outcome: "nothing", removed: [] });
  });

  test("a structure that no removal closed stays as the user protected it", async () => {
    const { workbook, start } = await gone();
    await start();
    workbook.structureProtected = true;
    await addin.run("update").catch(() => undefined);
    expect(await start()).toMatchObject({ outcome: "nothing" });
    expect(workbook.structureProtected).toBe(true);
  });
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
