/** A run breaks off in the middle of a sheet, and somebody protects that sheet before the add-in can put it right. */
import { type AddIn, boot, look, sheetNames, sheetOf } from "../harness";
import { prepare, run } from "../faults/bench";
import { copyOf } from "../faults/digest";
import { breakOff, isHalf, jobNamed } from "../faults/half";
import { createExamples } from "../../../src/excel/jobs/create-examples";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { JOURNAL_NAMESPACE, LEFT_NAMESPACE } from "../../../src/excel/sheets/kept-state";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { patience } from "../../../src/excel/runs/requests";
import { JOURNAL_KEY, LEFT_KEY } from "../../../src/excel/settings";
import type { Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});
afterEach(() => {
  patience.milliseconds = 300_000;
});

const partsOf = ({ customXmlParts }: Workbook, namespace: string): number =>
  customXmlParts.filter(({ namespaceUri }) => namespaceUri === namespace).length;

const start = async () => (await readAndAnalyse(officeWorkbook, {})).recovered;

describe.each([
  ["a merge: its rows are half taken out and put in", "Обновить", "ШНОР"],
  ["a sheet that is written anew: it may be empty by now", "Добавить файл", "Добавленные файлы"],
] as const)("%s", (_, job, name) => {
  // how far the request comes before the sheet is begun depends on what is written before it: the first half sheet counts
  const broken = async () => {
    for (const part of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const run = await breakOff(addin, job, part);
      if (isHalf(sheetOf(run.workbook, name))) return run;
    }
    throw new Error("never half changed");
  };

  test("the pane is told which sheet, at every start; other work goes on; once unprotected it is finished", async () => {
    const { workbook, done } = await broken();
    const sheet = sheetOf(workbook, name);
    sheet.protected = true;
    const half = look(sheet);
    expect(await start()).toMatchObject({ outcome: "finished", locked: [name] });
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
    expect(partsOf(workbook, JOURNAL_NAMESPACE)).toBe(0);
    expect(look(sheet)).toEqual(half);

    await createExamples(officeWorkbook); // has a journal of its own: what waits must outlive it
    expect(sheetNames(workbook)).toContain("Примеры формул");
    expect(await start()).toMatchObject({ outcome: "nothing", locked: [name] });

    sheet.protected = false;
    expect(await start()).toEqual({ outcome: "finished", removed: [] });
    expect(look(sheet)).toEqual(look(sheetOf(done, name)));
    expect([workbook.settings.has(LEFT_KEY), partsOf(workbook, LEFT_NAMESPACE)]).toEqual([false, 0]);
    expect(await start()).toBeUndefined();
  });

  test("a sheet that the user deletes instead is forgotten", async () => {
    const { workbook } = await broken();
    sheetOf(workbook, name).protected = true;
    await start();
    await addin.globals.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
    await start();
    expect([workbook.settings.has(LEFT_KEY), partsOf(workbook, LEFT_NAMESPACE)]).toEqual([false, 0]);
    expect(await start()).toBeUndefined();
  });
});

test("protected while the run itself tidies up: the error names the sheet, and a retry finishes it", async () => {
  const job = jobNamed("Обновить");
  const { base, done, lastWrite } = await prepare(addin, job);
  for (const after of [0.3, 0.5, 0.7, 0.9]) {
    const workbook = addin.open(copyOf(base));
    const first = addin.host.counters.syncs;
    addin.host.intercept = ({ sync }) => {
      if (sync - first === lastWrite + 1) {
        const half = workbook.sheets.find(isHalf);
        if (half !== undefined) half.protected = true;
      }
      return sync - first === lastWrite ? { fail: "GeneralException", after } : "pass";
    };
    const { error } = await run(addin, job);
    const locked = workbook.sheets.find((sheet) => sheet.protected);
    addin.host.intercept = undefined;
    if (locked === undefined) continue;
    expect(error).toMatchObject({ code: "leftLocked", detail: locked.name });
    locked.protected = false;
    await start();
    expect(look(locked)).toEqual(look(sheetOf(done, locked.name)));
    return;
  }
  throw new Error("never half changed");
});

test("new sheets are begun, and the structure is protected before they can be taken back: no start fails for it", async () => {
  const { job, workbook, done } = await breakOff(addin, "Список и дорожная карта", 0.3);
  const begun = workbook.sheets.filter(isHalf).map(({ name }) => name);
  expect(begun.length).toBeGreaterThan(0);
  workbook.structureProtected = true;
  expect(await start()).toEqual({ outcome: "undone", removed: [], begun });
  expect(await start()).toEqual({ outcome: "nothing", removed: [], begun });
  workbook.structureProtected = false;
  expect(await start()).toEqual({ outcome: "undone", removed: begun });
  expect([workbook.settings.has(LEFT_KEY), partsOf(workbook, LEFT_NAMESPACE)]).toEqual([false, 0]);
  expect((await run(addin, job)).error).toBeNull();
  expect(sheetNames(workbook).sort()).toEqual(sheetNames(done).sort());
});
