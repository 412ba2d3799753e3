/** The look at the workbook for the first screen, over real office.js. */
import { constant, FINGERPRINT, MARK } from "../../../src/excel/sheets/mark";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { lookAtWorkbook, watchSheets } from "../../../src/excel/reading/look";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { createWorkbook } from "../../../src/workbench/store/create";
import type { Workbook } from "../../../src/workbench/store/model";
import { type AddIn, boot, look as everything, sheetOf } from "../harness";
import { HEADER, ROWS, small, workbookOf } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const always = (): boolean => true;

/** @returns what was seen, in how many requests; the workbook must be as before, cell by cell. */
async function seen(workbook: Workbook): Promise<{ look: unknown; syncs: number }> {
  const state = (): unknown => [
    workbook.sheets.map(everything),
    [...workbook.settings],
    workbook.activeSheetId,
  ];
  const before = JSON.stringify(state());
  const { syncs } = addin.host.counters;
  const look = await officeWorkbook.look(always);
  expect(JSON.stringify(state())).toBe(before);
  expect(addin.host.unknownCalls).toEqual([]);
  return { look, syncs: addin.host.counters.syncs - syncs };
}

test("an empty workbook has nothing", async () => {
  const workbook = addin.open(createWorkbook({ name: "Книга1.xlsx", sheets: ["Лист1", "Лист2"] }));
  expect(await seen(workbook)).toEqual({ look: { data: [], own: [], unfinished: false }, syncs: 2 });
});

test("sheets with cells are named with the size of their used area, hidden ones too", async () => {
  const workbook = addin.open(
    workbookOf({ Сводная: [HEADER, ...ROWS], Пустой: [], Заметки: [["Позвонить"], [42]] }),
  );
  sheetOf(workbook, "Заметки").visibility = "Hidden";
  // 4 schools, 2 procedures, 2 years, the header; 5 columns
  const data = [
    { name: "Сводная", rows: 17, columns: 5, hidden: false },
    { name: "Заметки", rows: 2, columns: 1, hidden: true },
  ];
  expect(await seen(workbook)).toEqual({ look: { data, own: [], unfinished: false }, syncs: 2 });
});

describe("after a run", () => {
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = addin.open(small());
    await addin.run();
  });

  test("the add-in's sheets are known by their marks, the roadmap with what it runs over", async () => {
    sheetOf(workbook, "Дорожная карта").name = "Карта на год";
    const { look, syncs } = await seen(workbook);
    expect(syncs).toBe(3);
    expect(look).toMatchObject({
      data: [{ name: "Сводная" }, { name: "Заметки" }],
      unfinished: false,
    });
    const { own } = look as NonNullable<Awaited<ReturnType<typeof officeWorkbook.look>>>;
    expect(own.map(({ kind, name }) => [kind, name])).toEqual([
      ["roadmap", "Карта на год"],
      ["lowSchools", "ШНОР"],
      ["results", "Результаты"],
      ["requisites", "Реквизиты"],
      ["decisions", "Решения по школам"],
      ["registry", "Школы"],
    ]);
    // results of 2025/2026: the plan of the template for a school year begins in September 2026
    expect(own.map(({ period }) => period)).toEqual([
      { unit: "schoolYear", start: 2026, years: 1 },
      ...[null, null, null, null, null],
    ]);
  });

  test("a run that was broken off is told; a sheet that it did not finish is not said to be there", async () => {
    workbook.settings.set(JOURNAL_KEY, JSON.stringify({ run: "x", committed: false, created: {} }));
    const name = sheetOf(workbook, "ШНОР").names.find((each) => each.name === FINGERPRINT);
    if (name === undefined) throw new Error("no fingerprint");
    name.formula = constant("…x");
    const { look } = await seen(workbook);
    expect(look).toMatchObject({ unfinished: true });
    expect(JSON.stringify(look)).not.toContain("ШНОР");
  });

  test("a name like the mark that is no id of ours leaves a sheet the user's", async () => {
    const mark = sheetOf(workbook, "Результаты").names.find((each) => each.name === MARK);
    if (mark === undefined) throw new Error("no mark");
    mark.formula = constant("somebody");
    const { look } = await seen(workbook);
    expect(look).toMatchObject({ data: [{ name: "Сводная" }, { name: "Заметки" }, { name: "Результаты" }] });
  });
});

test.each([0, 1, 2])("no request is sent after it is no longer wanted: %i were", async (count) => {
  addin.open(small());
  const { syncs } = addin.host.counters;
  let asked = 0;
  expect(await lookAtWorkbook(() => asked++ < count)).toBeNull();
  expect(addin.host.counters.syncs - syncs).toBe(count);
});

test("a request that Excel refuses is an error of the look alone", async () => {
  addin.open(small());
  addin.host.intercept = () => ({ fail: "AccessDenied" });
  await expect(officeWorkbook.look(always)).rejects.toMatchObject({ name: "WorkbookError" });
});

test("sheets that come and go are heard of until the listening ends", async () => {
  addin.open(small());
  let heard = 0;
  const end = await watchSheets(() => heard++);
  const change = (): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Новый");
      await context.sync();
      sheet.delete();
      await context.sync();
    });
  await change();
  expect(heard).toBe(2);
  end();
  await new Promise((resume) => setTimeout(resume, 20));
  await change();
  expect(heard).toBe(2);
});
