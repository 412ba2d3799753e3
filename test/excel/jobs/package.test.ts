import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import type { Scalar, Workbook } from "../../../src/workbench/store/model";
import { boot, contents, sheetNames, sheetOf, texts, type AddIn } from "../harness";
import { HEADER, municipality, small, type, workbookOf } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const all = { package: "all" } as const;

/** Address of the cell that holds a text, as `row,column`. */
function find(workbook: Workbook, sheet: string, text: string): readonly [number, number] {
  const found = Object.entries(contents(sheetOf(workbook, sheet))).find(([, value]) => value === text);
  const [row, column] = (found?.[0] ?? "").split(",").map(Number);
  if (row === undefined || column === undefined) throw new Error(`no «${text}» in ${sheet}`);
  return [row, column];
}

test("thirty low schools: at most eight syncs and one per 4 MB, no call that is not known", async () => {
  const workbook = addin.open(municipality(90)); // every third school is low
  const { outcome, error, syncs, bytes } = await addin.run("new", all);
  expect(error).toBeNull();
  if (outcome?.kind !== "done") throw new Error("the run did not end");
  const count = (kind: string): number => outcome.written.filter((sheet) => sheet.kind === kind).length;
  expect([count("schoolRoadmap"), count("notice"), count("order"), count("contents")]).toEqual([
    30, 30, 2, 1,
  ]);
  expect(syncs).toBeLessThanOrEqual(8 + Math.floor(bytes / 4_000_000));
  expect(addin.host.unknownCalls).toEqual([]);
  expect(sheetNames(workbook)).toHaveLength(1 + outcome.written.length);
}, 120_000);

test("the contents lead to the sheets under the names that they got", async () => {
  const workbook = addin.open(small());
  type(sheetOf(workbook, "Заметки"), 5, 0, "x");
  sheetOf(workbook, "Заметки").name = "Приказ"; // the wanted name is taken
  await addin.run("new", all);
  const links = Object.values(contents(sheetOf(workbook, "Содержание"))).filter(
    (value): value is string => typeof value === "string" && value.startsWith("=HYPERLINK"),
  );
  const targets = links.map((formula) => /"#'(.+)'!A1"/.exec(formula)?.[1] ?? formula);
  expect(targets).toContain("Приказ (2)");
  expect(targets).toContain("Справочник");
  expect(targets.filter((name) => !sheetNames(workbook).includes(name))).toEqual([]);
  // all new sheets but the contents themselves
  expect(targets).toHaveLength(sheetNames(workbook).length - 3);
});

test("what was typed on «Справочник» and «Назначения» is in the documents of the next run", async () => {
  const workbook = addin.open(small());
  await addin.run("new", all);
  const [role] = find(workbook, "Справочник", "Муниципальный координатор");
  type(sheetOf(workbook, "Справочник"), role, 3, "Иванова И. И.");
  const [row] = find(workbook, "Назначения", "СОШ № 1");
  type(sheetOf(workbook, "Назначения"), row, 4, "Жукова Ж. Ж.");
  const { outcome } = await addin.run("update", all);
  if (outcome?.kind !== "done") throw new Error("the run did not end");
  expect(outcome.keptEdited).toEqual([]);
  expect(outcome.merged).toMatchObject([{ sheet: "Назначения", kept: 0, conflicts: [] }]); // the document has it now
  expect(texts(sheetOf(workbook, "Назначения")).join("\n")).toContain("Жукова Ж. Ж.");
  expect(texts(sheetOf(workbook, "Приказ")).join("\n")).toContain(
    "муниципального координатора: Иванова И. И.",
  );
  expect(texts(sheetOf(workbook, "Увед. СОШ № 1")).join("\n")).toContain("наставник: Жукова Ж. Ж.");
  expect(texts(sheetOf(workbook, "Увед. СОШ № 2")).join("\n")).not.toContain("Жукова");
});

test("rows of an updated document are as high in the saved file as their new texts need", async () => {
  const workbook = addin.open(small());
  await addin.run("new", all);
  const [row] = find(workbook, "Реквизиты", "Орган управления образованием (родительный падеж)");
  type(
    sheetOf(workbook, "Реквизиты"),
    row,
    1,
    "Управления образования администрации Н-ского муниципального округа",
  );
  await addin.run("update", all);
  const saved = await openWorkbook(await saveWorkbook(workbook), "saved.xlsx");
  for (const name of ["Приказ", "Дорожная карта", "Назначения"]) {
    const heights = [...sheetOf(workbook, name).rowHeights];
    expect(heights.length).toBeGreaterThan(5);
    expect(Object.fromEntries(sheetOf(saved, name).rowHeights)).toMatchObject(Object.fromEntries(heights));
  }
});

test.each(["=1+1", "'СОШ", "СОШ/№ 5: [*?]", "С".repeat(60)])("a school called %s", async (name) => {
  const rows = ["ВПР математика 5", "ВПР русский язык 5"].map((procedure): Scalar[] => [
    name,
    "2025/2026",
    procedure,
    20,
    8,
  ]);
  const workbook = addin.open(workbookOf({ Сводная: [HEADER.map(String), ...rows] }));
  const { outcome, error } = await addin.run("new", all);
  expect(error).toBeNull();
  if (outcome?.kind !== "done") throw new Error("the run did not end");
  expect(outcome.written.filter(({ kind }) => kind === "schoolRoadmap")).toHaveLength(1);
  expect(sheetNames(workbook).filter((sheet) => sheet.length > 31 || /[/\\?*[\]:]/.test(sheet))).toEqual([]);
});
