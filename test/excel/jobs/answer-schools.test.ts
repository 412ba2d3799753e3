import { type AddIn, boot, contents, sheetNames, sheetOf } from "../harness";
import { HEADER, resultsOf, type, workbookOf } from "../made-up";
import type { SchoolPair } from "../../../src/domain/answer-schools";
import type { SchoolAnswer } from "../../../src/domain/documents/registry-answer";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { answerSchools, takeAnswerBack } from "../../../src/excel/jobs/answer-schools";
import { prepare } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { WorkbookError } from "../../../src/excel/port";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { put } from "../../../src/workbench/store/cells";
import type { Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const [MATHS, RUSSIAN] = ["ВПР математика 5", "ВПР русский язык 5"];
/** The second and the first are alike, the third is another school: 4 of 10 twice is criterion 1 once they are one. */
const LIKE = (): Workbook =>
  resultsOf(
    ["МБОУ «СОШ № 5»", MATHS, 10, 4],
    ["СОШ № 5 г. Н-ска", RUSSIAN, 10, 4],
    ["Лесная СОШ", MATHS, 10, 1],
  );
const PAIR: SchoolPair = { first: "name:сош 5", second: "name:сош 5 г н ска" };

const answer = (pair: SchoolPair, said: SchoolAnswer) =>
  answerSchools(officeWorkbook, DEFAULT_SETTINGS, pair, said);
const read = async () => (await prepare(officeWorkbook, { settings: DEFAULT_SETTINGS })).analysis;
const names = async (): Promise<string[]> => (await read()).schools.map(({ name }) => name);
const asked = async (): Promise<number> =>
  (await read()).problems.filter(({ code }) => code === "schoolNearMatch").length;
const low = async (): Promise<string[]> => (await read()).group.group.map(({ school }) => school);

/** Content of a row of «Школы» by its school: other names, and «Не путать с». */
function row(workbook: Workbook, school: string): unknown[] {
  const cells = contents(sheetOf(workbook, "Школы"));
  const at = Object.entries(cells).find(([place, value]) => place.endsWith(",0") && value === school)?.[0];
  const number = at?.split(",")[0] ?? "";
  return [cells[`${number},2`] ?? "", cells[`${number},3`] ?? ""];
}
const places = async (outcome: ReturnType<typeof answer>): Promise<string> => (await outcome).kind;

test("«Да» without a registry: it is made in one go behind the user's sheet, and they are one school at once", async () => {
  const workbook = addin.open(LIKE());
  const data = contents(sheetOf(workbook, "Сводная"));
  expect([await asked(), await low()]).toEqual([1, []]);
  const outcome = await answer(PAIR, "same");
  if (outcome.kind !== "noted") throw new Error(outcome.kind);
  expect(sheetNames(workbook)).toEqual(["Сводная", "Школы"]);
  expect(row(workbook, "МБОУ «СОШ № 5»")).toEqual(["СОШ № 5 г. Н-ска", ""]);
  expect(outcome.prepared.analysis.schools.map(({ name }) => name)).toEqual(["Лесная СОШ", "МБОУ «СОШ № 5»"]);
  expect([await asked(), await low()]).toEqual([0, ["МБОУ «СОШ № 5»"]]);
  expect(contents(sheetOf(workbook, "Сводная"))).toEqual(data);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("with a registry one cell changes; taken back, every cell is as before", async () => {
  const workbook = addin.open(LIKE());
  await addin.run();
  const before = contents(sheetOf(workbook, "Школы"));
  const outcome = await answer(PAIR, "same");
  if (outcome.kind !== "noted") throw new Error(outcome.kind);
  const after = contents(sheetOf(workbook, "Школы"));
  const changed = Object.keys(after).filter((place) => after[place] !== before[place]);
  expect(changed).toHaveLength(1);
  expect(await names()).toHaveLength(2);
  expect((await takeAnswerBack(officeWorkbook, DEFAULT_SETTINGS, outcome.noted)).kind).toBe("noted");
  expect(contents(sheetOf(workbook, "Школы"))).toMatchObject(before);
  expect([(await names()).length, await asked()]).toEqual([3, 1]);
  expect((await takeAnswerBack(officeWorkbook, DEFAULT_SETTINGS, outcome.noted)).kind).toBe("gone");
});

test("«Нет»: the question goes and nothing is merged; what the user typed stays, also when it is taken back", async () => {
  const workbook = addin.open(LIKE());
  await addin.run();
  const registry = sheetOf(workbook, "Школы");
  const at = Object.entries(contents(registry)).find(([, value]) => value === "МБОУ «СОШ № 5»")?.[0] ?? "";
  type(registry, Number(at.split(",")[0]), 3, "СОШ № 15");
  const outcome = await answer(PAIR, "different");
  if (outcome.kind !== "noted") throw new Error(outcome.kind);
  expect(row(workbook, "МБОУ «СОШ № 5»")).toEqual(["", "СОШ № 15; СОШ № 5 г. Н-ска"]);
  expect([(await names()).length, await asked()]).toEqual([3, 0]);
  await takeAnswerBack(officeWorkbook, DEFAULT_SETTINGS, outcome.noted);
  expect(row(workbook, "МБОУ «СОШ № 5»")).toEqual(["", "СОШ № 15"]);
});

test("schools that are new to the registry are put below its last row together with the answer", async () => {
  const workbook = addin.open(resultsOf(["Лесная СОШ", MATHS, 10, 1]));
  await addin.run();
  const before = contents(sheetOf(workbook, "Школы"));
  const data = sheetOf(workbook, "Сводная");
  [
    ["МБОУ «СОШ № 5»", "2025/2026", MATHS, 10, 4],
    ["СОШ № 5 г. Н-ска", "2025/2026", RUSSIAN, 10, 4],
  ].forEach((line, index) => {
    line.forEach((value, column) => {
      type(data, 2 + index, column, value);
    });
  });
  expect(await places(answer(PAIR, "same"))).toBe("noted");
  expect(contents(sheetOf(workbook, "Школы"))).toMatchObject(before);
  expect(row(workbook, "МБОУ «СОШ № 5»")).toEqual(["СОШ № 5 г. Н-ска", ""]);
  expect(await names()).toEqual(["Лесная СОШ", "МБОУ «СОШ № 5»"]);
});

test("a protected registry refuses, and nothing is changed", async () => {
  const workbook = addin.open(LIKE());
  await addin.run();
  const registry = sheetOf(workbook, "Школы");
  registry.protected = true;
  const before = contents(registry);
  await expect(answer(PAIR, "same")).rejects.toMatchObject({ code: "sheetProtected" });
  expect(contents(registry)).toEqual(before);
});

/** Three requests read, two write; what is read after that changes nothing. */
test.each([1, 2, 3, 4, 5])("Excel refuses request %i: the workbook is as it was", async (k) => {
  const workbook = addin.open(LIKE());
  const before = contents(sheetOf(workbook, "Сводная"));
  const first = addin.host.counters.syncs;
  addin.host.intercept = ({ sync }) => (sync - first === k ? { fail: "GeneralException" } : "pass");
  await expect(answer(PAIR, "same")).rejects.toBeInstanceOf(WorkbookError);
  expect(sheetNames(workbook)).toEqual(["Сводная"]);
  expect(contents(sheetOf(workbook, "Сводная"))).toEqual(before);
  expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
});

/** What is read after the five requests of the answer: it is in the workbook by then, so nobody may say that it is not. */
test.each([6, 7, 8])("Excel refuses request %i: the answer stays, and that is said", async (k) => {
  const workbook = addin.open(LIKE());
  const first = addin.host.counters.syncs;
  addin.host.intercept = ({ sync }) => (sync - first === k ? { fail: "GeneralException" } : "pass");
  await expect(answer(PAIR, "same")).rejects.toMatchObject({ code: "writtenNotRead", detail: "Школы" });
  addin.host.intercept = undefined;
  expect(row(workbook, "МБОУ «СОШ № 5»")).toEqual(["СОШ № 5 г. Н-ска", ""]);
  expect(await names()).toHaveLength(2);
});

test("schools that are no longer in the data: nothing is written", async () => {
  const workbook = addin.open(LIKE());
  expect(await places(answer({ ...PAIR, second: "name:другая" }, "same"))).toBe("gone");
  expect(sheetNames(workbook)).toEqual(["Сводная"]);
});

test("figures that contradict: nothing is written until it is insisted on", async () => {
  const row = (school: string, failed: number) => [school, "2025/2026", MATHS, 10, failed];
  const workbook = addin.open(
    workbookOf({
      Сводная: [HEADER, row("Калиновская СОШ", 4), row("Лесная СОШ", 1)],
      Второй: [HEADER, row("Малиновская СОШ", 3)],
    }),
  );
  const pair = { first: "name:калиновская сош", second: "name:малиновская сош" };
  const said = await answer(pair, "same");
  expect(said).toMatchObject({ kind: "contradicting", count: 1 });
  expect(sheetNames(workbook)).toEqual(["Сводная", "Второй"]);
  expect(await names()).toHaveLength(3);
  const insisted = await answerSchools(officeWorkbook, DEFAULT_SETTINGS, pair, "same", true);
  expect(insisted.kind).toBe("noted");
  expect(await names()).toHaveLength(2);
  expect((await read()).results).toHaveLength(1); // of Лесная; neither figure of the other counts
});

test.each([
  ["same", 2],
  ["different", 3],
] as const)(
  "a formula of the user's in the cell of «%s»: it stays, and nothing is noted",
  async (said, column) => {
    const workbook = addin.open(LIKE());
    await addin.run();
    const registry = sheetOf(workbook, "Школы");
    const formula = '="Школа "&"на горе"';
    const rows = Object.entries(contents(registry)).flatMap(([place, value]) =>
      value === "МБОУ «СОШ № 5»" || value === "СОШ № 5 г. Н-ска" ? [Number(place.split(",")[0])] : [],
    );
    for (const at of new Set(rows)) put(registry, at, column, { value: "Школа на горе", formula });
    addin.host.context.restructured();
    await addin.host.calculate();
    const before = contents(registry);
    expect(await places(answer(PAIR, said))).toBe("notNoted");
    expect(contents(registry)).toEqual(before);
    expect(Object.values(before).filter((value) => value === formula)).toHaveLength(2);
    expect(workbook.settings.has(JOURNAL_KEY)).toBe(false);
  },
);

test("a formula that was put over an answer stays when it is taken back", async () => {
  const workbook = addin.open(LIKE());
  await addin.run();
  const outcome = await answer(PAIR, "same");
  if (outcome.kind !== "noted") throw new Error(outcome.kind);
  const registry = sheetOf(workbook, "Школы");
  const [place = ""] =
    Object.entries(contents(registry)).find(
      ([at, value]) => at.endsWith(",2") && value === outcome.noted.text,
    ) ?? [];
  const formula = `="${outcome.noted.text}"`;
  put(registry, Number(place.split(",")[0]), 2, { value: outcome.noted.text, formula });
  addin.host.context.restructured();
  await addin.host.calculate();
  expect((await takeAnswerBack(officeWorkbook, DEFAULT_SETTINGS, outcome.noted)).kind).toBe("notNoted");
  expect(contents(registry)[place]).toBe(formula);
});
