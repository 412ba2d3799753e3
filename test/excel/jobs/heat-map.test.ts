/** «Тепловая карта» over real office.js: figures, a native colour scale, native counts and their chart. */
import { createHeatMap } from "../../../src/excel/jobs/create-heat-map";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Scalar } from "../../../src/workbench/store/model";
import { type AddIn, boot, sheetNames, sheetOf } from "../harness";
import { workbookOf } from "../made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const [MATHS, RUSSIAN] = ["ВПР математика 5", "ВПР русский язык 5"];
/** Берёзовская is low twice; Лесная is never low; Полевая has no Russian. */
const ROWS: Scalar[][] = [
  ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"],
  ["Берёзовская СОШ", MATHS, "2024/2025", 10, 3],
  ["Берёзовская СОШ", RUSSIAN, "2024/2025", 10, 6],
  ["Лесная СОШ", MATHS, "2024/2025", 10, 0],
  ["Лесная СОШ", RUSSIAN, "2024/2025", 10, 1],
  ["Полевая ООШ", MATHS, "2024/2025", 10, 9],
];

const make = (year = 2025) => createHeatMap(officeWorkbook, DEFAULT_SETTINGS, year);

/** Texts, figures and formulas of the sheet, row by row. */
function rowsOf(name: string, workbook: Parameters<typeof sheetOf>[0]): string[] {
  return [...sheetOf(workbook, name).cells]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) =>
      [...cells]
        .sort(([a], [b]) => a - b)
        .flatMap(([, { formula, value }]) =>
          value === undefined || value === "" ? [] : [String(formula ?? value)],
        )
        .join(" | "),
    );
}

test("the map, its counts and its chart", async () => {
  const workbook = addin.open(workbookOf({ ВПР: ROWS }));
  expect(await make()).toMatchObject({ name: "Тепловая карта", how: "created" });
  const rows = rowsOf("Тепловая карта", workbook);
  expect(rows).toEqual(
    expect.arrayContaining([
      `Школа | В перечне | ${MATHS} | ${RUSSIAN}`,
      "Берёзовская СОШ | да | 0.3 | 0.6",
      "Лесная СОШ | нет | 0 | 0.1",
      "Полевая ООШ | нет | 0.9",
    ]),
  );
  const sheet = sheetOf(workbook, "Тепловая карта");
  expect(sheet.charts).toHaveLength(1);
  expect(sheet.conditionalFormats).toHaveLength(1);
  await addin.host.calculate();
  const counts = [...sheet.cells.values()].flatMap((cells) =>
    cells.get(1)?.formula === undefined
      ? []
      : [[cells.get(0)?.value, cells.get(1)?.value, cells.get(2)?.value]],
  );
  // at 30 %: maths low in two of three schools, Russian in one of two
  expect(counts).toEqual([
    [MATHS, 2, 1],
    [RUSSIAN, 1, 1],
  ]);
  expect(addin.host.unknownCalls).toEqual([]);
});

test("made again it stands in its place; beside one that was edited a new one is made", async () => {
  const workbook = addin.open(workbookOf({ ВПР: ROWS }));
  await make();
  expect(await make()).toMatchObject({ name: "Тепловая карта", how: "updated" });
  const sheet = sheetOf(workbook, "Тепловая карта");
  sheet.cells.get(5)?.set(0, { value: "Исправлено" });
  expect(await make()).toMatchObject({ how: "created" });
  expect(sheetNames(workbook)).toHaveLength(3);
});

test("a year without figures makes no sheet", async () => {
  const workbook = addin.open(workbookOf({ ВПР: ROWS }));
  expect(await make(2019)).toBeNull();
  expect(sheetNames(workbook)).toEqual(["ВПР"]);
});
