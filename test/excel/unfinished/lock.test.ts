/** A sheet takes no edits between the last look at it and the request that writes it. */
import { type AddIn, boot, sheetOf } from "../harness";
import { small, type } from "../made-up";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { patience } from "../../../src/excel/runs/requests";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { addSheet } from "../../../src/workbench/store/create";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

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

/** A workbook whose sheet «ШНОР» is to change. */
async function outdated(): Promise<{ readonly workbook: Workbook; readonly sheet: Sheet }> {
  const workbook = addin.open(small());
  await addin.run();
  for (const row of [9, 11]) type(sheetOf(workbook, "Сводная"), row, 4, 7);
  return { workbook, sheet: sheetOf(workbook, "ШНОР") };
}

test("sheets that are written are closed from the last look on and open at the end; sheets that are read are never closed", async () => {
  const { workbook, sheet } = await outdated();
  const seen: (readonly [closed: boolean, others: boolean])[] = [];
  addin.host.intercept = () => {
    const others = ["Сводная", "Заметки", "Реквизиты"].some((name) => sheetOf(workbook, name).protected);
    if (workbook.settings.has(JOURNAL_KEY)) seen.push([sheet.protected, others]);
    return "pass";
  };
  expect((await addin.run("update")).error).toBeNull();
  expect(seen).toEqual([[true, false]]);
  expect(workbook.sheets.filter((each) => each.protected)).toEqual([]);
});

test("a first run closes nothing: there is no sheet yet that anybody could edit", async () => {
  const workbook = addin.open(small());
  const seen: boolean[] = [];
  addin.host.intercept = () => {
    seen.push(workbook.sheets.some((sheet) => sheet.protected));
    return "pass";
  };
  await addin.run();
  expect(seen).not.toContain(true);
});

test("a writing of several requests keeps the sheets closed between them", async () => {
  const { workbook } = await outdated();
  const sheet = sheetOf(workbook, "Результаты");
  const snapshot = await officeWorkbook.read();
  const replace = snapshot.own.find(({ name }) => name === "Результаты");
  if (replace === undefined) throw new Error("no sheet");
  const cells = Array.from({ length: 300 }, () => ["я".repeat(16_000)]); // 9 MB: three requests of 4 MB
  const seen: boolean[] = [];
  addin.host.intercept = () => {
    if (workbook.settings.has(JOURNAL_KEY)) seen.push(sheet.protected);
    return "pass";
  };
  const area = { top: 0, left: 0, bottom: 299, right: 0 };
  const plan: SheetPlan = {
    ...{ id: "results", kind: "results", name: "Результаты", columns: [20] },
    ...{ blocks: [{ row: 0, column: 0, cells }], styles: [], merges: [], rowHeights: [], autofit: [] },
    print: { orientation: "portrait", area, footer: "" },
  };
  await officeWorkbook.write([{ plan, replace }], snapshot);
  const closed = seen.slice(seen.indexOf(true)); // the journal of the work takes some requests before the look
  expect(closed.length).toBeGreaterThan(2);
  expect(closed).not.toContain(false);
  expect(sheet.protected).toBe(false);
}, 120_000);

describe("Excel is gone between the look and the writing", () => {
  const gone = async () => {
    const opened = await outdated();
    const { workbook } = opened;
    addin.host.intercept = () => {
      const closed = workbook.sheets.some((sheet) => sheet.protected);
      patience.milliseconds = 150;
      return closed ? { drop: 0 } : "pass";
    };
    await addin.run("update");
    addin.host.intercept = undefined;
    patience.milliseconds = 300_000;
    expect(opened.sheet.protected).toBe(true);
    return opened;
  };
  const start = async (): Promise<void> => {
    expect((await officeWorkbook.read()).unfinished).toBe(true);
    await officeWorkbook.removeUnfinished();
  };

  test("the next start opens what the run closed", async () => {
    const { workbook } = await gone();
    await start();
    expect(workbook.sheets.filter((each) => each.protected)).toEqual([]);
  });

  test("what the user protected since stays protected", async () => {
    const { workbook, sheet } = await gone();
    sheet.protected = false; // Excel: «Снять защиту листа», which asks for no password
    delete sheet.allowed;
    sheet.protected = true;
    sheetOf(workbook, "Заметки").protected = true;
    await start();
    expect(workbook.sheets.filter((each) => each.protected).map(({ name }) => name)).toEqual([
      "Заметки",
      "ШНОР",
    ]);
  });

  /** What the user protected with the very permissions that a run closes sheets with. */
  const likeOurs = (sheet: Sheet): void => {
    sheet.protected = true;
    sheet.allowed = ["allowEditScenarios", "allowPivotTables"];
  };

  test("a sheet that the run did not close stays protected, whatever it permits", async () => {
    const { workbook } = await gone();
    likeOurs(sheetOf(workbook, "Заметки"));
    likeOurs(sheetOf(workbook, "Реквизиты")); // one of ours, which the run does not write
    await start();
    const closed = workbook.sheets.filter((each) => each.protected).map(({ name }) => name);
    expect(closed).toEqual(["Заметки", "Реквизиты"]);
  });

  test("a copy of a closed sheet is opened: it has the mark of the sheet", async () => {
    const { workbook, sheet } = await gone();
    const copy = addSheet(workbook, "ШНОР (2)"); // Excel copies the names of a sheet, and its protection
    copy.names.push(...sheet.names);
    likeOurs(copy);
    addin.host.context.restructured();
    await start();
    expect(workbook.sheets.filter((each) => each.protected)).toEqual([]);
  });

  test("sheets that Excel does not open come in the way of no start: all else is put right", async () => {
    const { workbook, sheet } = await gone();
    addin.host.intercept = ({ body }) =>
      body.Actions.some(({ Name }) => Name === "Unprotect") ? { fail: "AccessDenied" } : "pass";
    await start();
    expect(sheet.protected).toBe(true); // the user opens it: «Снять защиту листа»
    expect((await officeWorkbook.read()).unfinished).toBe(false);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });
});

/** Builds of Excel that refuse to open even what an add-in closed, office-js issue 6784. */
test("where Excel does not open what was closed, it is told, and the next run closes nothing", async () => {
  const { workbook } = await outdated();
  addin.host.intercept = ({ body }) =>
    body.Actions.some(({ Name }) => Name === "Unprotect") ? { fail: "AccessDenied" } : "pass";
  const { error } = await addin.run("update");
  // said with the names of the sheets; «Книга не изменена» is true
  expect(error).toMatchObject({ code: "sheetProtected", detail: "Дорожная карта», «ШНОР», «Результаты" });
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  for (const each of workbook.sheets) {
    each.protected = false; // by hand: «Рецензирование → Снять защиту листа»
    delete each.allowed;
  }
  const again = await addin.run("update");
  expect(again.error).toBeNull();
  expect(workbook.sheets.filter((each) => each.protected)).toEqual([]);
});

test("a sheet that the user protects between reading and the last look stays so, and is named", async () => {
  const { workbook, sheet } = await outdated();
  let requests = 0;
  addin.host.intercept = () => {
    if (++requests === 4) sheet.protected = true; // three requests read
    return "pass";
  };
  const { error } = await addin.run("update");
  expect(error).toMatchObject({ code: "sheetProtected", detail: "ШНОР" });
  expect(workbook.sheets.filter((each) => each.protected)).toEqual([sheet]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
});
