import { type AddIn, boot, contents, sheetNames, sheetOf, texts } from "../harness";
import { HEADER, resultsOf, type, workbookOf, type Row } from "../made-up";
import { addedFiles } from "../../../src/excel/files/added-files";
import type { Outcome } from "../../../src/excel/jobs/create-roadmap";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});
afterEach(() => {
  addedFiles.setState({ grids: [] });
});

const MATHS = "ВПР математика 5";
const RUSSIAN = "ВПР русский язык 5";

/** Zero-based columns of «Школы», as its headings stand. */
const COLUMN = { name: 0, aliases: 2, different: 3, parent: 8, excluded: 9, reason: 10, key: 11 };
function rowOf(registry: Sheet, name: string): number {
  const found = Object.entries(contents(registry)).find(([, value]) => value === name);
  if (found === undefined) throw new Error(`no ${name} in ${texts(registry).join("|")}`);
  return Number(found[0].split(",")[0]);
}
function write(name: string, column: keyof typeof COLUMN, value: string): void {
  const registry = sheetOf(addin.host.workbook, "Школы");
  type(registry, rowOf(registry, name), COLUMN[column], value);
}
function done(outcome: Outcome | null): Extract<Outcome, { kind: "done" }> {
  if (outcome?.kind !== "done") throw new Error(outcome?.kind ?? "no outcome");
  return outcome;
}
const verdicts = (outcome: Outcome | null): Record<string, string> =>
  Object.fromEntries(
    done(outcome).analysis.identification.verdicts.map(({ school, status }) => [school, status]),
  );
const codes = (outcome: Outcome | null): string[] => done(outcome).problems.map(({ code }) => code);

const twoNames = (): Workbook =>
  resultsOf(
    ["МБОУ «СОШ № 5»", MATHS, 10, 4],
    ["СОШ № 5 г. Н-ска", RUSSIAN, 10, 4],
    ["Лесная СОШ", MATHS, 10, 1],
  );

test("an alias typed into the registry makes two names one school, and the question goes", async () => {
  addin.open(twoNames());
  const first = await addin.run();
  expect(codes(first.outcome)).toContain("schoolNearMatch");
  expect(Object.values(verdicts(first.outcome))).toEqual(["notLow", "notLow", "notLow"]);
  write("МБОУ «СОШ № 5»", "aliases", "СОШ № 5 г. Н-ска");
  const second = await addin.run("update");
  expect(codes(second.outcome)).not.toContain("schoolNearMatch");
  // two low results of one year: criterion 1
  expect(verdicts(second.outcome)).toEqual({ "МБОУ «СОШ № 5»": "low", "Лесная СОШ": "notLow" });
  expect(addin.host.unknownCalls).toEqual([]);
});

test("«Не путать с» ends the question too, and nothing is merged", async () => {
  addin.open(twoNames());
  await addin.run();
  write("МБОУ «СОШ № 5»", "different", "СОШ № 5 г. Н-ска");
  const { outcome } = await addin.run("update");
  expect(codes(outcome)).not.toContain("schoolNearMatch");
  expect(Object.keys(verdicts(outcome))).toHaveLength(3);
});

test("a school left out has no verdict and is named with its reason on «ШНОР» and in the passport", async () => {
  const workbook = addin.open(
    resultsOf(["Лесная СОШ", MATHS, 10, 9], ["Лесная СОШ", RUSSIAN, 10, 9], ["Луговая СОШ", MATHS, 10, 1]),
  );
  expect(verdicts((await addin.run()).outcome)["Лесная СОШ"]).toBe("low");
  write("Лесная СОШ", "excluded", "Да");
  write("Лесная СОШ", "reason", "санаторная школа");
  const { outcome } = await addin.run("update");
  expect(verdicts(outcome)).toEqual({ "Луговая СОШ": "notLow" });
  const list = texts(sheetOf(workbook, "ШНОР"));
  expect(list).toContain("Не рассматриваются (реестр школ)");
  expect(list).toContain("санаторная школа");
  expect(texts(sheetOf(workbook, "Дорожная карта"))).toContain(
    "Не рассматривались: Лесная СОШ (санаторная школа).",
  );
});

test("results of a branch are added to its school: 2 of 10 and 8 of 10 make 10 of 20", async () => {
  addin.open(
    resultsOf(["Лесная СОШ", MATHS, 10, 2], ["Лесная НОШ", MATHS, 10, 8], ["Лесная НОШ", RUSSIAN, 5, 1]),
  );
  await addin.run();
  write("Лесная НОШ", "parent", "лесная сош");
  const { outcome } = await addin.run("update");
  expect(verdicts(outcome)).toEqual({ "Лесная СОШ": "notLow" });
  const figures = done(outcome).analysis.results.map(({ procedure, participants, failed }) => [
    procedure.subject,
    participants,
    failed,
  ]);
  expect(figures.sort()).toEqual([
    ["математика", 20, 10],
    ["русский язык", 5, 1],
  ]);
  expect(codes(outcome)).toContain("branchAdded");
});

test("new schools are put below the last row; every cell of the user's stays", async () => {
  const workbook = addin.open(resultsOf(["Лесная СОШ", MATHS, 10, 1], ["Луговая СОШ", MATHS, 10, 1]));
  await addin.run();
  write("Луговая СОШ", "aliases", "Школа на лугу");
  const registry = sheetOf(workbook, "Школы");
  type(registry, rowOf(registry, "Луговая СОШ") + 1, 13, "моя пометка сбоку");
  const before = contents(registry);
  const data = sheetOf(workbook, "Сводная");
  [["Речная СОШ", "2025/2026", MATHS, 10, 1]].forEach((row) => {
    row.forEach((value, column) => {
      type(data, 3, column, value);
    });
  });
  const { outcome } = await addin.run("update");
  expect(contents(registry)).toMatchObject(before);
  const row = rowOf(registry, "Речная СОШ");
  expect(row).toBe(rowOf(registry, "Луговая СОШ") + 2); // below the note beside the table
  expect(contents(registry)[`${row},${COLUMN.key}`]).toBe("name:речная сош");
  expect(done(outcome).written.map(({ name }) => name)).toContain("Школы");
  const again = await addin.run("update");
  expect(Object.values(contents(registry)).filter((value) => value === "Речная СОШ")).toHaveLength(1);
  expect(done(again.outcome).written.map(({ name }) => name)).not.toContain("Школы");
  expect(sheetNames(workbook).filter((name) => name.startsWith("Школы"))).toEqual(["Школы"]);
});

test("a protected registry is left alone, and the run goes through", async () => {
  const workbook = addin.open(resultsOf(["Лесная СОШ", MATHS, 10, 1]));
  await addin.run();
  const registry = sheetOf(workbook, "Школы");
  registry.protected = true;
  type(sheetOf(workbook, "Сводная"), 1, 0, "Речная СОШ");
  const before = contents(registry);
  const { outcome } = await addin.run("update");
  expect(codes(outcome)).toContain("registryProtected");
  expect(contents(registry)).toEqual(before);
});

const inFile = (rows: readonly Row[], file = "ОГЭ.csv") => [
  {
    sheet: "ОГЭ",
    file,
    top: 0,
    left: 0,
    cells: [
      HEADER,
      ...rows.map(([school, procedure, ...n]) => [school, "2025/2026", procedure, ...n.map(String)]),
    ],
  },
];

test("results of an added file stay known when the file is gone; added anew it replaces what was kept", async () => {
  const workbook = addin.open(resultsOf(["Лесная СОШ", MATHS, 10, 4]));
  addedFiles.setState({ grids: inFile([["Лесная СОШ", RUSSIAN, 10, 5]]) });
  const first = await addin.run();
  expect(verdicts(first.outcome)).toEqual({ "Лесная СОШ": "low" });
  expect(sheetNames(workbook)).not.toContain("ОГЭ"); // the file's sheet is not put into the workbook
  const kept = contents(sheetOf(workbook, "Добавленные файлы"));

  addedFiles.setState({ grids: [] }); // the next start
  const second = await addin.run("update");
  const sources = done(second.outcome).analysis.results.map(({ source }) => source);
  expect(sources).toContainEqual({ file: "ОГЭ.csv", sheet: "ОГЭ", address: "D2:E2" });
  expect(verdicts(second.outcome)).toEqual({ "Лесная СОШ": "low" });
  expect(contents(sheetOf(workbook, "Добавленные файлы"))).toEqual(kept);

  addedFiles.setState({ grids: inFile([["Лесная СОШ", RUSSIAN, 10, 1]]) });
  const third = await addin.run("update");
  expect(verdicts(third.outcome)).toEqual({ "Лесная СОШ": "notLow" });
  expect(codes(third.outcome)).not.toContain("duplicateDiffers");
  expect(addin.host.unknownCalls).toEqual([]);
});

test("a figure of a file that contradicts the workbook is still told of at the next start", async () => {
  addin.open(resultsOf(["Лесная СОШ", MATHS, 10, 4], ["Лесная СОШ", RUSSIAN, 10, 1]));
  addedFiles.setState({ grids: inFile([["Лесная СОШ", MATHS, 10, 5]]) });
  expect(codes((await addin.run()).outcome)).toContain("duplicateDiffers");
  addedFiles.setState({ grids: [] });
  expect(codes((await addin.run("update")).outcome)).toContain("duplicateDiffers");
});

/** ФИС ОКО's comparison with the journal (layouts.md, L2): no results, and 20 + 1 of 20 that do not add up. */
const COMPARISON = [
  {
    sheet: "МА 5 Сравнение",
    file: "Сравнение.xlsx",
    top: 0,
    left: 0,
    cells: [
      ["ВПР 2026 Математика 5 класс", ...Array<null>(7).fill(null)],
      [
        "Группы участников",
        "Кол-во участников(всего)",
        ...[
          "Понизили (Отметка < Отметка",
          "Подтвердили (Отметка = Отметке",
          "Повысили (Отметка > Отметка",
        ].flatMap((part) => [`${part} по журналу) %`, `${part} по журналу) Кол-во участников`]),
      ],
      ["Лесная СОШ(edu200001)", 20, 50, 10, 45, 9, 5, 1],
      ["Речная СОШ(edu200002)", 20, 50, 10, 50, 10, 5, 1],
    ],
  },
];

test("a comparison with the journal and the number of remarks stay known at the next starts", async () => {
  const workbook = addin.open(resultsOf(["Лесная СОШ", MATHS, 20, 4]));
  addedFiles.setState({ grids: COMPARISON });
  const first = done((await addin.run()).outcome).analysis;
  expect(first.reading.problems.map(({ code }) => code)).toContain("comparisonDoesNotSum");
  const kept = contents(sheetOf(workbook, "Добавленные файлы"));

  addedFiles.setState({ grids: [] });
  for (let start = 2; start <= 3; start++) {
    const { reading, files } = done((await addin.run("update")).outcome).analysis;
    expect(reading.journal).toEqual(first.reading.journal);
    expect(files.remarks).toEqual([{ file: "Сравнение.xlsx", count: 1 }]);
    const said = reading.problems.filter(({ code }) => code === "keptRemarks");
    expect(said.map(({ fields }) => fields)).toEqual([{ file: "Сравнение.xlsx", count: 1 }]);
    expect(contents(sheetOf(workbook, "Добавленные файлы"))).toEqual(kept);
  }
});

test("a sheet «Реквизиты» of the user's own is read, and no second one is made", async () => {
  const workbook = addin.open(
    workbookOf({
      Сводная: [
        HEADER,
        ["Лесная СОШ", "2025/2026", MATHS, 20, 8],
        ["Лесная СОШ", "2025/2026", RUSSIAN, 20, 8],
      ],
      Реквизиты: [
        ["Наши данные", "", ""],
        ["1", "Должность руководителя", "Начальник отдела"],
        ["2", "Руководитель (инициалы, фамилия)", "А.А. Тестов"],
        ["3", "Телефон", "2-12-34"],
      ],
    }),
  );
  const outcome = done((await addin.run()).outcome);
  expect(sheetNames(workbook).filter((name) => name.startsWith("Реквизиты"))).toEqual(["Реквизиты"]);
  expect(texts(sheetOf(workbook, "Дорожная карта")).join("|")).toContain("А.А. Тестов");
  expect(outcome.problems.map(({ code }) => code)).not.toContain("requisiteUnknown");
  await monitorRoadmap(officeWorkbook, { today: "2027-03-15" });
  expect(texts(sheetOf(workbook, "Отчёт об исполнении")).join("|")).toContain("А.А. Тестов");
});

test("a hidden sheet of the workbook is read, and that is said", async () => {
  const workbook = addin.open(
    workbookOf({ Итоги: [["Итоги"]], Сводная: [HEADER, ["Лесная СОШ", "2025/2026", MATHS, 20, 8]] }),
  );
  const [, hidden] = workbook.sheets;
  if (hidden !== undefined) hidden.visibility = "Hidden";
  const { problems, analysis } = done((await addin.run()).outcome);
  expect(analysis.results).toHaveLength(1);
  expect(problems.find(({ code }) => code === "hiddenSheetRead")?.source?.sheet).toBe("Сводная");
});
