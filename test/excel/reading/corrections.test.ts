import { type AddIn, boot, contents, sheetNames, sheetOf, texts } from "../harness";
import { workbookOf } from "../made-up";
import { makeCorrections, type Wish } from "../../../src/domain/results/corrections/make";
import type { Correction } from "../../../src/domain/results/corrections/correction";
import { procedureTitle } from "../../../src/domain/results/procedure";
import { addedFiles } from "../../../src/excel/files/added-files";
import { prepare, type Outcome } from "../../../src/excel/jobs/create-roadmap";
import { copySheets, sheetsToCopy } from "../../../src/excel/files/copy-sheets";
import { removeFile } from "../../../src/excel/files/remove-file";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { CORRECTIONS_KEY } from "../../../src/excel/settings";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import type { Workbook } from "../../../src/workbench/store/model";

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

/** No header of it tells schools or participants. */
const strange = (): Workbook =>
  workbookOf({
    "Свод 2026": [
      ["ВПР математика 5 класс"],
      ["Площадка", "База", "Получили «2»"],
      ["Лесная", 20, 8],
      ["Луговая", 10, 1],
    ],
  });

const figures = (outcome: Outcome | null): readonly string[] =>
  outcome?.kind !== "done"
    ? [outcome?.kind ?? "none"]
    : outcome.analysis.results.map(
        ({ school, procedure, year, failed, participants }) =>
          `${school} ${procedureTitle(procedure)} ${year} ${failed}/${participants}`,
      );
const codes = (outcome: Outcome | null): readonly string[] =>
  outcome === null || outcome.kind === "cancelled" ? [] : outcome.problems.map(({ code }) => code);

async function correct(wish: Wish): Promise<readonly Correction[]> {
  const { snapshot } = await prepare(officeWorkbook, {});
  const [grid] = snapshot.grids;
  if (grid === undefined) throw new Error("no sheet");
  const table = { sheet: grid.sheet, header: null, address: "A1:C4" };
  const made = makeCorrections(grid, table, wish, snapshot.name);
  if (typeof made === "string") throw new Error(made);
  const list = [...(snapshot.corrections?.list ?? []), ...made];
  await officeWorkbook.saveCorrections(list);
  return list;
}

test("a correction is kept in the file: the sheet is read by it after saving and opening", async () => {
  const opened = addin.open(strange());
  expect((await addin.run()).outcome?.kind).toBe("nothingRead");
  expect(sheetNames(opened)).toEqual(["Свод 2026"]);
  const list = await correct({
    kind: "range",
    address: "A2:C4",
    roles: { A: "school", B: "participants" },
  });
  expect(sheetNames(opened)).toEqual(["Свод 2026"]); // nothing is written but the correction
  const expected = ["Лесная ВПР математика 5 2026 8/20", "Луговая ВПР математика 5 2026 1/10"];
  expect(figures((await addin.run()).outcome)).toEqual(expected);

  const bytes = await saveWorkbook(addin.host.workbook);
  addin.open(await openWorkbook(bytes, "Книга.xlsx"));
  const { snapshot } = await prepare(officeWorkbook, {});
  expect(snapshot.corrections).toEqual({ list, problems: [] });
  expect(figures((await addin.run()).outcome)).toEqual(expected);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("taken back, the sheet is read as before", async () => {
  addin.open(strange());
  await correct({ kind: "range", address: "A2:C4", roles: { A: "school", B: "participants" } });
  await officeWorkbook.saveCorrections([]);
  expect((await addin.run()).outcome?.kind).toBe("nothingRead");
});

test.each([
  ["no JSON", "{"],
  ["another version", '{"version":9}'],
  ["a number", 5],
])("a damaged store (%s) is told and stops nothing", async (_, stored) => {
  const workbook = addin.open(
    workbookOf({
      "ВПР 2026": [
        ["Школа", "Процедура", "Участников", "Не справились"],
        ["Лесная СОШ", "ВПР математика 5", 20, 8],
      ],
    }),
  );
  workbook.settings.set(CORRECTIONS_KEY, stored);
  const { outcome } = await addin.run();
  expect(figures(outcome)).toEqual(["Лесная СОШ ВПР математика 5 2026 8/20"]);
  expect(codes(outcome)).toContain("recognitionUnreadable");
});

const HEADER = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];
const row = (school: string, failed: number) => [school, "ВПР математика 5", "2025/2026", 20, failed];
const PUPILS = [
  ["Логин ОО", "Код участника", "Класс", "Вариант", "Первичный балл", "Отметка"],
  ["edu200001", 10001, 5, 1, 10, 3],
];

describe("files added by mistake", () => {
  const file = (name: string, school: string) => ({
    sheet: "Итоги",
    file: name,
    top: 0,
    left: 0,
    cells: [HEADER, row(school, 9)],
  });
  const book = () => workbookOf({ Свод: [HEADER, row("Лесная СОШ", 1)] });

  test("a file is forgotten: in this run, on «Добавленные файлы» and after opening; others stay", async () => {
    addin.open(book());
    addedFiles.setState({ grids: [file("Наш.xlsx", "Луговая СОШ"), file("Чужой.xlsx", "Полевая СОШ")] });
    expect(figures((await addin.run()).outcome)).toHaveLength(3);
    await removeFile(officeWorkbook, "Чужой.xlsx");
    const { analysis } = await prepare(officeWorkbook, {});
    expect(analysis.results.map(({ school }) => school).sort()).toEqual(["Лесная СОШ", "Луговая СОШ"]);
    const kept = texts(sheetOf(addin.host.workbook, "Добавленные файлы"));
    expect(kept).toContain("Наш.xlsx");
    expect(kept).not.toContain("Чужой.xlsx");
    await removeFile(officeWorkbook, "Наш.xlsx");
    addin.open(await openWorkbook(await saveWorkbook(addin.host.workbook), "Книга.xlsx"));
    expect(figures((await addin.run("update")).outcome)).toEqual(["Лесная СОШ ВПР математика 5 2026 1/20"]);
    expect(texts(sheetOf(addin.host.workbook, "Добавленные файлы"))).not.toContain("Наш.xlsx");
    expect(addin.host.unknownCalls).toEqual([]);
  });

  test("sheets of schools are copied on request, sheets of pupils and unread ones never; copies are not read again", async () => {
    addin.open(book());
    addedFiles.setState({
      grids: [
        {
          sheet: "Итоги",
          file: "Ф.xlsx",
          top: 1,
          left: 1,
          cells: [
            ["Итоги района", null, null, null, null, null],
            [...HEADER, "Доля"],
            [...row("=Полевая СОШ", 9), 0.45],
          ],
          formats: [[], [], ["", "", "", "", "", "0.0%"]],
        },
        { sheet: "Ученики", file: "Ф.xlsx", top: 0, left: 0, cells: PUPILS },
        {
          sheet: "Список",
          file: "Ф.xlsx",
          top: 0,
          left: 0,
          cells: [
            ["Класс", "Кто"],
            ["5А", "Ученик Первый"],
          ],
        },
      ],
    });
    const { analysis } = await prepare(officeWorkbook, {});
    expect(sheetsToCopy("Ф.xlsx", analysis).map(({ sheet }) => sheet)).toEqual(["Итоги"]);
    const before = figures((await addin.run()).outcome);
    const written = await copySheets(officeWorkbook, "Ф.xlsx", analysis);
    expect(written.map(({ name, how }) => [name, how])).toEqual([["Копия – Итоги", "created"]]);
    // at the addresses of the file: B2 holds the title, B4 the school
    expect(contents(sheetOf(addin.host.workbook, "Копия – Итоги"))).toMatchObject({
      "1,1": "Итоги района",
      "3,1": "=Полевая СОШ",
      "3,5": 9,
    });
    const all = JSON.stringify(addin.host.workbook.sheets.map((sheet) => texts(sheet)));
    expect(all).not.toContain("10001");
    expect(all).not.toContain("Ученик Первый");
    expect(figures((await addin.run("update")).outcome)).toEqual(before);
    const again = await copySheets(officeWorkbook, "Ф.xlsx", analysis);
    expect(again.map(({ how }) => how)).toEqual(["updated"]);
    expect(addin.host.unknownCalls).toEqual([]);
  });
});
