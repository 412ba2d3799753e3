import { BEING_WRITTEN, FINGERPRINT } from "../../../src/excel/sheets/mark";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { type AddIn, boot, look, sheetNames, sheetOf } from "../harness";
import { small, type, workbookOf } from "../made-up";
import { workbookErrorText } from "../../../src/locales/workbook-errors";
import type { Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const USERS = ["Сводная", "Заметки"];
const DOCUMENTS = ["Дорожная карта", "ШНОР", "Результаты"];
const OWN = [...DOCUMENTS, "Реквизиты", "Решения по школам", "Школы"];
const everything = (workbook: Workbook): object =>
  workbook.sheets.map((sheet) => ({ name: sheet.name, ...look(sheet) }));

describe("protection is explained, nothing is changed", () => {
  test("of the workbook's structure", async () => {
    const workbook = addin.open(small());
    workbook.structureProtected = true;
    const before = everything(workbook);
    const { error } = await addin.run();
    expect(error?.code).toBe("structureProtected");
    expect(workbookErrorText("structureProtected", "ru")).toMatch(/Структура книги защищена.*Снимите защиту/);
    expect(everything(workbook)).toEqual(before);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });

  test("of the structure, where own sheets only need an update: that is done", async () => {
    const workbook = addin.open(small());
    await addin.run();
    workbook.structureProtected = true;
    const { error, outcome } = await addin.run("update");
    expect(error).toBeNull();
    expect(outcome?.kind).toBe("done");
  });

  test("of an own sheet", async () => {
    const workbook = addin.open(small());
    await addin.run();
    sheetOf(workbook, "ШНОР").protected = true;
    const before = everything(workbook);
    const { error } = await addin.run("update");
    expect(error).toMatchObject({ code: "sheetProtected", detail: "ШНОР" });
    expect(everything(workbook)).toEqual(before);
  });

  /** Between the last look and the writing, which the look cannot see: Excel then says «AccessDenied», as of a sheet. */
  test.each([
    ["the structure, where sheets are to be added", []],
    ["the structure, and a sheet of the user's that nobody writes", ["Заметки"]],
  ] as const)("protected at the last moment: %s", async (_, sheets) => {
    const workbook = addin.open(small());
    const before = everything(workbook);
    const protect = (on: boolean): void => {
      workbook.structureProtected = on;
      for (const name of sheets) sheetOf(workbook, name).protected = on;
    };
    let seen = false;
    addin.host.intercept = () => {
      // the request after the one that leaves the journal is the one that writes
      if (!seen && workbook.settings.has(JOURNAL_KEY)) {
        protect(true);
        seen = true;
      }
      return "pass";
    };
    const { error } = await addin.run();
    addin.host.intercept = undefined;
    expect(error).toMatchObject({ code: "structureProtected" });
    protect(false);
    expect(everything(workbook)).toEqual(before);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });

  test("of the sheet with results: it is only read", async () => {
    const workbook = addin.open(small());
    sheetOf(workbook, "Сводная").protected = true;
    expect((await addin.run()).error).toBeNull();
    expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
  });
});

test("while a cell is edited the run waits, then does its work", async () => {
  const workbook = addin.open(small());
  addin.host.cellEditing = true;
  const running = addin.run();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sheetNames(workbook)).toEqual(USERS);
  addin.host.cellEditing = false;
  expect((await running).error).toBeNull();
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
});

/** Requests of a first run: list of sheets, their areas, their cells, journal, sheets. */
const REQUESTS = [1, 2, 3, 4, 5];
const fail = (at: (sync: number) => boolean): void => {
  const first = addin.host.counters.syncs;
  addin.host.intercept = ({ sync }) =>
    at(sync - first) ? { fail: "GeneralException", message: "нарочно" } : "pass";
};

describe("Excel refuses a request once", () => {
  test.each(REQUESTS)("request %i: the workbook is as it was", async (k) => {
    const workbook = addin.open(small());
    const before = everything(workbook);
    fail((sync) => sync === k);
    const { error } = await addin.run();
    expect(error?.code).toBe("hostFailed");
    expect(everything(workbook)).toEqual(before);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });

  test("there is no sixth request", async () => {
    addin.open(small());
    expect((await addin.run()).syncs).toBe(REQUESTS.length);
  });
});

describe("Excel refuses everything from a request on", () => {
  test.each(REQUESTS)("from request %i: the next start puts it right", async (k) => {
    const workbook = addin.open(small());
    fail((sync) => sync >= k);
    // from the writing on Excel also refuses to take back what may have been begun
    expect((await addin.run()).error?.code).toBe(k === REQUESTS.length ? "leftUnfinished" : "hostFailed");
    addin.host.intercept = undefined;
    expect((await addin.run()).error).toBeNull();
    expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });
});

/** Lets the operations of the fifth request pass up to one, as Excel does: a batch is not a transaction. */
function breakBatch(part: number): void {
  const { counters } = addin.host;
  const first = counters.syncs;
  let broken = false;
  addin.host.intercept = ({ sync, body }) => {
    if (sync - first !== REQUESTS.length || broken) return "pass";
    broken = true;
    const action = body.Actions[Math.floor(body.Actions.length * part)];
    if (action !== undefined) Object.assign(action, { ObjectPathId: 999_999_999 });
    return "pass";
  };
}

describe("Excel breaks off in the middle of the writing", () => {
  test.each([0.05, 0.3, 0.6])("of new sheets, at %d: they are removed", async (part) => {
    const workbook = addin.open(small());
    const before = everything(workbook);
    breakBatch(part);
    expect((await addin.run()).error).not.toBeNull();
    expect(everything(workbook)).toEqual(before);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });

  test.each([0.05, 0.3, 0.6])("of an update, at %d: it is finished all the same", async (part) => {
    const workbook = addin.open(small());
    await addin.run();
    const whole = everything(workbook);
    breakBatch(part);
    await addin.run("update");
    expect(everything(workbook)).toEqual(whole);
    addin.host.intercept = undefined;
    const { asked, outcome } = await addin.run("update");
    expect(asked?.every(({ unchanged }) => unchanged)).toBe(true);
    expect(outcome).toMatchObject({ kind: "done", keptEdited: [] });
    expect(everything(workbook)).toEqual(whole);
  });
});

test("Excel breaks off when all sheets are written: the run is finished, not taken back", async () => {
  const workbook = addin.open(small());
  const first = addin.host.counters.syncs;
  addin.host.intercept = ({ sync }) =>
    sync - first === REQUESTS.length ? { fail: "GeneralException", after: 0.995 } : "pass";
  const { error, outcome } = await addin.run();
  expect(error).toBeNull();
  expect(outcome?.kind).toBe("done");
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  const read = await addin.run("update");
  expect(read.asked?.every(({ unchanged }) => unchanged)).toBe(true);
});

test("leftovers of a run that never came back are removed at the next start, and nothing else", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  const mark = roadmap.names.find(({ name }) => name === FINGERPRINT);
  if (mark !== undefined) mark.formula = `="${BEING_WRITTEN}r1"`;
  roadmap.name = "Переименован"; // what the user called it since does not matter
  // of the sheets that the run was to make, one carries its number; another is whole and of an earlier run
  const created = { "roadmap:low-results-roadmap": "x", results: "y" };
  workbook.settings.set(JOURNAL_KEY, JSON.stringify({ run: "r1", created, kept: [], remove: [] }));
  const { error } = await addin.run("update");
  expect(error).toBeNull();
  expect(workbook.sheets).not.toContain(roadmap);
  expect(sheetNames(workbook).sort()).toEqual([...USERS, ...OWN].sort());
});

test.each(["не JSON", "{}", "[1, null]"])("a spoilt journal «%s» does no harm", async (journal) => {
  const workbook = addin.open(small());
  workbook.settings.set(JOURNAL_KEY, journal);
  expect((await addin.run()).error).toBeNull();
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
});

describe("nothing to read: the workbook is as it was", () => {
  test.each([
    ["an empty workbook", workbookOf({ Лист1: [] }), "emptyWorkbook"],
    [
      "no results",
      workbookOf({
        План: [
          ["Дата", "Дело"],
          ["1 мая", "Отчёт"],
        ],
      }),
      "noResults",
    ],
    [
      "only procedures that the rule does not look at",
      workbookOf({
        Химия: [
          ["Школа", "Учебный год", "Процедура", "Участников", "Не справились"],
          ["СОШ № 1", "2025/2026", "ОГЭ химия", 10, 4],
        ],
      }),
      "noListedResults",
    ],
  ])("%s", async (_name, workbook, code) => {
    addin.open(workbook);
    const before = everything(workbook);
    const { outcome } = await addin.run();
    expect(outcome).toMatchObject({ kind: "nothingRead" });
    expect(outcome?.kind === "nothingRead" ? outcome.problems.map((problem) => problem.code) : []).toContain(
      code,
    );
    expect(everything(workbook)).toEqual(before);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  });
});

test("a sheet that the user deletes while the run is writing is told as such", async () => {
  const workbook = addin.open(small());
  await addin.run();
  type(sheetOf(workbook, "Сводная"), 1, 4, 1);
  const first = addin.host.counters.syncs;
  addin.host.intercept = ({ sync }) => {
    if (sync - first === 5) workbook.sheets = workbook.sheets.filter(({ name }) => name !== "ШНОР");
    return "pass";
  };
  expect((await addin.run("update")).error?.code).toBe("sheetGone");
});
