import { type AddIn, boot, contents, look, sheetNames, sheetOf, texts } from "../harness";
import { fill, small, type } from "../made-up";
import type { Workbook } from "../../../src/workbench/store/model";
import { addSheet } from "../../../src/workbench/store/create";
import { clearContent, put, setStyle } from "../../../src/workbench/store/cells";
import { describeSettings, readSettings } from "../../../src/domain/documents/schools-sheet";
import { officeWorkbook } from "../../../src/excel/office-workbook";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const DOCUMENTS = ["Дорожная карта", "ШНОР", "Результаты"];
const OWN = [...DOCUMENTS, "Реквизиты", "Решения по школам", "Школы"];
const USERS = ["Сводная", "Заметки"];

const idsOf = (names: readonly string[]): string[] =>
  names.map((name) => sheetOf(addin.host.workbook, name).id);
const tableNames = (): string[] =>
  addin.host.workbook.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));

test("the first run asks nothing and puts five sheets behind the user's", async () => {
  const workbook = addin.open(small());
  const before = USERS.map((name) => contents(sheetOf(workbook, name)));
  const { outcome, asked } = await addin.run();
  expect(asked).toBeNull();
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
  expect(outcome).toMatchObject({
    kind: "done",
    written: OWN.map((name) => ({ name, how: "created" })),
    keptEdited: [],
  });
  expect(sheetOf(workbook, "Дорожная карта").id).toBe(workbook.activeSheetId);
  expect(USERS.map((name) => contents(sheetOf(workbook, name)))).toEqual(before);
  expect(addin.host.unknownCalls).toEqual([]);
});

describe("a second run asks about the three documents and", () => {
  test("«update» writes them anew in place", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const ids = idsOf(OWN);
    const { outcome, asked } = await addin.run("update");
    expect(asked?.map(({ name, unchanged }) => [name, unchanged])).toEqual(
      DOCUMENTS.map((name) => [name, true]),
    );
    expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
    expect(idsOf(OWN)).toEqual(ids);
    expect(outcome).toMatchObject({ written: DOCUMENTS.map((name) => ({ name, how: "updated" })) });
  });

  test("«new» makes documents beside them, under names of their own", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const before = DOCUMENTS.map((name) => look(sheetOf(workbook, name)));
    await addin.run("new");
    expect(sheetNames(workbook)).toEqual([...USERS, ...OWN, ...DOCUMENTS.map((name) => `${name} (2)`)]);
    expect(DOCUMENTS.map((name) => look(sheetOf(workbook, name)))).toEqual(before);
    expect(tableNames()).toEqual([
      "ШНОР_Перечень",
      "ШНОР_Результаты",
      "ШНОР_Перечень_2",
      "ШНОР_Результаты_2",
    ]);
  });

  test("«cancel» changes nothing", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const before = workbook.sheets.map((sheet) => [sheet.name, look(sheet)]);
    const { outcome } = await addin.run("cancel");
    expect(outcome).toEqual({ kind: "cancelled" });
    expect(workbook.sheets.map((sheet) => [sheet.name, look(sheet)])).toEqual(before);
  });
});

/** Rows of the results that make two schools low. */
const LOW_ROWS = [1, 3, 5, 7];

/** Failed participants of the two schools whose list is made: all are low, or none is. */
const LOW = 4;
const FINE = 1;

test.each([
  ["nobody is low any more: paragraphs and the table go", LOW, FINE],
  ["two schools become low: paragraphs and the table come", FINE, LOW],
])("an updated sheet looks in everything like one made for the first time: %s", async (_name, was, is) => {
  const district = (failed: number): Workbook => {
    const workbook = small();
    for (const row of LOW_ROWS) type(sheetOf(workbook, "Сводная"), row, 4, failed);
    return workbook;
  };
  const workbook = addin.open(district(was));
  await addin.run();
  for (const row of LOW_ROWS) type(sheetOf(workbook, "Сводная"), row, 4, is);
  expect((await addin.run("update")).error).toBeNull();
  const updated = DOCUMENTS.map((name) => look(sheetOf(workbook, name)));
  const fresh = addin.open(district(is));
  await addin.run();
  expect(updated).toEqual(DOCUMENTS.map((name) => look(sheetOf(fresh, name))));
});

test("a colour set by hand stays with its row, though more than a hundred rows come", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const results = sheetOf(workbook, "Результаты");
  const rowOf = (school: string): number =>
    [...results.cells].find(([, cells]) => cells.get(1)?.value === school)?.[0] ?? -1;
  const last = "СОШ № 4"; // the new schools come before it, in the order of names
  setStyle(results, rowOf(last), 1, { fill: "#FFFF00" });
  fill(
    sheetOf(workbook, "Сводная"),
    Array.from({ length: 130 }, (_, n) =>
      n < 17 ? [] : [`Гимназия № ${n}`, "2025/2026", "ВПР математика 5", 10, 1],
    ),
  );
  expect((await addin.run("update")).error).toBeNull();
  expect(rowOf(last)).toBeGreaterThan(113);
  expect(results.cells.get(rowOf(last))?.get(1)?.style?.fill).toBe("#FFFF00");
});

test("a document that the user edited is brought up to date in its place, with the edit", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  type(roadmap, 40, 1, "Наше собственное мероприятие");
  const edited = look(roadmap);
  const { outcome, asked } = await addin.run("update");
  expect(asked?.find(({ name }) => name === "Дорожная карта")?.unchanged).toBe(false);
  expect(outcome).toMatchObject({
    keptEdited: [],
    merged: [{ sheet: "Дорожная карта", kept: 1, arrived: 0 }],
  });
  expect(look(roadmap)).toEqual(edited);
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
});

test("an edited document whose row ids are gone is left aside; a new one stands beside it", async () => {
  const workbook = addin.open(small());
  await addin.run();
  const roadmap = sheetOf(workbook, "Дорожная карта");
  const ids = Math.max(...roadmap.hiddenColumns);
  for (const row of roadmap.cells.keys()) clearContent(roadmap, row, ids);
  const edited = look(roadmap);
  const { outcome } = await addin.run("update");
  expect(outcome).toMatchObject({ keptEdited: ["Дорожная карта"] });
  expect(look(roadmap)).toEqual(edited);
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN, "Дорожная карта (2)"]);
  const again = await addin.run("update"); // now the second one is the one to update
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN, "Дорожная карта (2)"]);
  expect(look(roadmap)).toEqual(edited);
  expect(again.outcome).toMatchObject({
    written: [{ name: "Дорожная карта (2)", how: "updated" }, { name: "ШНОР" }, { name: "Результаты" }],
  });
});

test("a recalculated formula is no edit", async () => {
  const workbook = addin.open(small());
  await addin.run();
  await addin.host.calculate();
  const { asked } = await addin.run("cancel");
  expect(asked?.every(({ unchanged }) => unchanged)).toBe(true);
  expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
});

test("a renamed document is found and keeps its new name", async () => {
  const workbook = addin.open(small());
  await addin.run();
  sheetOf(workbook, "ШНОР").name = "Перечень для приказа";
  const { asked } = await addin.run("update");
  expect(asked?.map(({ name }) => name)).toContain("Перечень для приказа");
  expect(sheetNames(workbook)).toEqual([...USERS, "Дорожная карта", "Перечень для приказа", ...OWN.slice(2)]);
});

test.each(OWN)("the sheet «%s», deleted by the user, is made again", async (name) => {
  const workbook = addin.open(small());
  await addin.run();
  workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== name);
  await addin.run("update");
  expect(sheetNames(workbook).sort()).toEqual([...USERS, ...OWN].sort());
});

describe("what the user typed comes into the documents", () => {
  test("decisions", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const decisions = sheetOf(workbook, "Решения по школам");
    fill(decisions, [
      [],
      [],
      [],
      [],
      ["СОШ № 3", "включить", "НСУ", 46266],
      ["СОШ № 1", "исключить", "слияние", "02.09.2026"],
    ]);
    await addin.run("update");
    const passport = texts(sheetOf(workbook, "Дорожная карта"));
    expect(passport).toContain("Включены в перечень решением: СОШ № 3 (НСУ, 1 сентября 2026 г.).");
    expect(passport).toContain("Исключены из перечня решением: СОШ № 1 (слияние, 2 сентября 2026 г.).");
    expect(texts(sheetOf(workbook, "ШНОР"))).toContain("включена решением от 1 сентября 2026 г.");
    expect(sheetNames(workbook)).toEqual([...USERS, ...OWN]);
  });

  test("a school that is a formula: what its cell shows counts", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const decisions = sheetOf(workbook, "Решения по школам");
    fill(decisions, [[], [], [], [], [null, "включить", "НСУ", 46266]]);
    put(decisions, 4, 0, { formula: "=Сводная!A10", value: "СОШ № 3" });
    await addin.run("update");
    expect(texts(sheetOf(workbook, "Дорожная карта"))).toContain(
      "Включены в перечень решением: СОШ № 3 (НСУ, 1 сентября 2026 г.).",
    );
  });

  test("requisites, and a text that begins like a formula stays text", async () => {
    const workbook = addin.open(small());
    await addin.run();
    const requisites = sheetOf(workbook, "Реквизиты");
    const row = (label: string): number =>
      [...requisites.cells].find(([, columns]) => columns.get(0)?.value === label)?.[0] ?? -1;
    type(requisites, row("Номер приказа"), 1, "15-од");
    type(requisites, row("Дата приказа"), 1, 46266);
    type(requisites, row("Руководитель (инициалы, фамилия)"), 1, "=И. О. Фамилия");
    await addin.run("update");
    const roadmap = texts(sheetOf(workbook, "Дорожная карта"));
    expect(roadmap).toContain("от 1 сентября 2026 г. № 15-од");
    expect(roadmap).toContain("=И. О. Фамилия");
    const cell = [...sheetOf(workbook, "Дорожная карта").cells.values()].flatMap((columns) => [
      ...columns.values(),
    ]);
    expect(cell.find(({ value }) => value === "=И. О. Фамилия")?.formula).toBeUndefined();
  });
});

describe("names that the user has taken", () => {
  test("sheets «ШНОР» and «результаты»", async () => {
    const workbook = small();
    fill(addSheet(workbook, "ШНОР"), [["моё"]]);
    fill(addSheet(workbook, "результаты"), [["тоже моё"]]);
    addin.open(workbook);
    await addin.run();
    expect(sheetNames(workbook)).toEqual([
      ...USERS,
      "ШНОР",
      "результаты",
      "Дорожная карта",
      "ШНОР (2)",
      "Результаты (2)",
      "Реквизиты",
      "Решения по школам",
      "Школы",
    ]);
    expect(contents(sheetOf(workbook, "ШНОР"))).toEqual({ "0,0": "моё" });
    expect(contents(sheetOf(workbook, "результаты"))).toEqual({ "0,0": "тоже моё" });
  });

  test("a defined name in the place of a table's", async () => {
    const workbook = small();
    workbook.names.push({ name: "шнор_перечень", formula: "=Заметки!$A$1", visible: true, comment: "" });
    addin.open(workbook);
    const { error } = await addin.run();
    expect(error).toBeNull();
    expect(tableNames()).toEqual(["ШНОР_Перечень_2", "ШНОР_Результаты"]);
  });
});

test("the list says by what settings it was made, as the pane compares them with those now", async () => {
  addin.open(small());
  const { outcome } = await addin.run("new", { threshold: 25 });
  if (outcome?.kind !== "done") throw new Error("nothing was made");
  const list = (await officeWorkbook.read()).own.find(({ kind }) => kind === "lowSchools");
  expect(readSettings(list?.grid ?? { cells: [] })).toBe(describeSettings(outcome.analysis.identification));
});
