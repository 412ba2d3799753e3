import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { grid, sheet } from "./sheet";

interface Case {
  readonly name: string;
  readonly grid: Grid;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const LONG: readonly Case[] = [
  {
    name: "a row per school, year and procedure",
    grid: sheet(`
      Сведения о результатах
      № п/п | Учебный год | Процедура | Наименование ОО | Кол-во участников | Не справились
      1 | 2018/2019 | ВПР математика 5 | МБОУ «Берёзовская СОШ» | 40 | 12
      2 | 2017/2018 | ЕГЭ матем. (баз.) | СОШ №5 | 20 | 1
      | | | Итого | 60 | 13
      * по данным школ
    `),
    results: [
      "МБОУ «Берёзовская СОШ» · ВПР математика 5 · 2018/2019 · 40/12 · E3:F3",
      "СОШ №5 · ЕГЭ математика базовая · 2017/2018 · 20/1 · E4:F4",
    ],
  },
  {
    name: "form, subject and class in columns of their own, in another order, with Latin look-alikes",
    grid: sheet(`
      Получили «2», % | Шкoла | Kласс | Предмeт | Форма | Гoд | Учаcтвовало
      '30,0' | СОШ №5 | 5 | рус. яз. | ВПР | 2019 | 10
      12.5 | Лицей | | Математика | ОГЭ | 2019 | 8
    `),
    results: [
      "СОШ №5 · ВПР русский язык 5 · 2018/2019 · 10/3 · A2",
      "Лицей · ОГЭ математика · 2018/2019 · 8/1 · A3",
    ],
  },
  {
    name: "year and procedure from the title",
    grid: sheet(`
      Результаты ВПР по математике, 5 класс
      2018-2019 учебный год

      ОО | Участники | «2»
      СОШ №5 | 10 | 3
    `),
    results: ["СОШ №5 · ВПР математика 5 · 2018/2019 · 10/3 · B5:C5"],
  },
  {
    name: "year from the sheet name, a table that starts anywhere",
    grid: sheet(
      `
      ОО | Процедура | Писали | Не преодолели порог
      СОШ №5 | ЕГЭ МА проф | 10 | 3
    `,
      { sheet: "2019", top: 6, left: 3 },
    ),
    results: ["СОШ №5 · ЕГЭ математика профильная · 2018/2019 · 10/3 · F8:G8"],
  },
  {
    name: "year from the file name only",
    grid: sheet(
      `
      ОО | Процедура | Писали | Не преодолели порог
      СОШ №5 | ОГЭ русский язык | 10 | 3
    `,
      { file: "Итоги 2019.xlsx" },
    ),
    results: ["СОШ №5 · ОГЭ русский язык · 2018/2019 · 10/3 · C2:D2"],
  },
  {
    name: "marks as counts; a proven zero; a blank that proves nothing",
    grid: sheet(
      `
      ВПР математика 5
      Школа | Всего участников | 2 | 3 | 4 | 5
      СОШ №1 | 10 | | 4 | 4 | 2
      СОШ №2 | 10 | | 4 | 4 |
      СОШ №3 | 10 | 3 | 4 | 3 |
      СОШ №4 | 10 | 3 | 4 | 4 | 2
    `,
      { sheet: "2019" },
    ),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/0 · B3:F3",
      "СОШ №3 · ВПР математика 5 · 2018/2019 · 10/3 · B5:F5",
    ],
    problems: ["incompleteRow C4", "marksDoNotSum B6"],
  },
  {
    name: "marks as per cent, as ФИС ОКО prints them",
    grid: sheet(`
      ВПР 2026 Русский язык 4 класс
      Группы участников | Кол-во ОО | Кол-во участников | 2 | 3 | 4 | 5
      Вся выборка | 35589 | 1722202 | 5.06 | 32.92 | 44.33 | 17.69
      Н-ский муниципальный район | 47 | 3162 | 13.57 | 46.9 | 33.65 | 5.88
      МБОУ «СОШ №1 г.Н-ск»(edu200001) | | 89 | 12.36 | 52.81 | 26.97 | 7.87
    `),
    // 89 * 12.36 % = 11.0004
    results: ["МБОУ «СОШ №1 г.Н-ск» · ВПР русский язык 4 · 2025/2026 · 89/11 · C5:G5"],
  },
  {
    name: "the name once per block of rows",
    grid: sheet(`
      Школа | Процедура | Год | Участники | Не справились
      СОШ №1 | ВПР МА 5 | 2019 | 10 | 3
      | ВПР РУ 5 | 2019 | 11 | 2
      СОШ №2 | ВПР МА 5 | 2019 | 12 | 1
      | ВПР РУ 5 | 2019 | 13 | 0
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/3 · D2:E2",
      "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 11/2 · D3:E3",
      "СОШ №2 · ВПР математика 5 · 2018/2019 · 12/1 · D4:E4",
      "СОШ №2 · ВПР русский язык 5 · 2018/2019 · 13/0 · D5:E5",
    ],
  },
  {
    name: "a forgotten name",
    grid: sheet(`
      Школа | Процедура | Год | Участники | Не справились
      СОШ №1 | ВПР МА 5 | 2019 | 10 | 3
      СОШ №1 | ВПР РУ 5 | 2019 | 11 | 2
      | ВПР МА 5 | 2019 | 12 | 1
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/3 · D2:E2",
      "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 11/2 · D3:E3",
    ],
    problems: ["schoolNameMissing A4"],
  },
  {
    name: "bad figures name their cells",
    grid: sheet(`
      ОГЭ математика 2019
      Школа | Участники | Не справились | %
      СОШ №1 | 10 | 11 | 110
      СОШ №2 | -5 | 1 | 10
      СОШ №3 | 10 | 2.5 | 25
      СОШ №4 | #Н/Д | 1 | 10
      СОШ №5 | 10 | много | 10
      СОШ №6 | 0 | 0 | #ДЕЛ/0!
      СОШ №7 | н/д | - |
      СОШ №8 | 10 | |
      СОШ №9 | 10 | 3 | 50
      СОШ №10 | 10 | 3 | 30
    `),
    results: [
      "СОШ №9 · ОГЭ математика · 2018/2019 · 10/3 · B11:D11",
      "СОШ №10 · ОГЭ математика · 2018/2019 · 10/3 · B12:D12",
    ],
    problems: [
      "failedAboveParticipants C3",
      "negativeCount B4",
      "fractionalCount C5",
      "errorValue B6",
      "notANumber C7",
      // issue A, bad input: an error value in a number's place is said, though nobody took part
      "errorValue D8",
      "incompleteRow C10",
      "shareDisagrees D11",
    ],
  },
  {
    name: "headings between blocks, a repeated header, a second table below",
    grid: sheet(`
      2018/2019 учебный год
      Школа | Участники | Не справились
      ВПР математика 5 класс
      СОШ №1 | 10 | 3
      ВПР русский язык 5 класс
      СОШ №1 | 11 | 2
      Школа | Участники | Не справились
      СОШ №2 | 12 | 1
      По району | 23 | 3

      ОГЭ математика
      Школа | Участники | Не справились
      СОШ №1 | 20 | 5
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/3 · B4:C4",
      "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 11/2 · B6:C6",
      "СОШ №2 · ВПР русский язык 5 · 2018/2019 · 12/1 · B8:C8",
      "СОШ №1 · ОГЭ математика · 2018/2019 · 20/5 · B13:C13",
    ],
  },
  {
    name: "nothing tells the level or the year",
    grid: sheet(`
      Школа | Экзамен | Участники | Не справились
      СОШ №1 | ЕГЭ математика | 10 | 3
    `),
    results: [],
    problems: ["yearUnknown C1", "procedureUnknown B2"],
  },
];

const WIDE: readonly Case[] = [
  {
    name: "year / procedure / figure under merges",
    grid: sheet(
      `
      Результаты оценочных процедур
      № п/п | ОО | 2017/2018 | | | | | | 2018/2019 | |
      | | ВПР математика 5 | | | ВПР русский язык 5 | | | ОГЭ математика | |
      | | Участники | «2» | % | Участники | «2» | % | Участники | «2» | %
      1 | СОШ №1 | 10 | 3 | '30%' | 20 | 5 | '25,0' | н/д | - |
      2 | СОШ №2 | 8 | 0 | 0 | | | | 9 | 1 | '11,1'
      | Итого по району | 18 | 3 | 16.7 | 20 | 5 | 25 | 9 | 1 | 11.1
    `,
      {
        merges: [
          [1, 0, 3, 0],
          [1, 1, 3, 1],
          [1, 2, 1, 7],
          [1, 8, 1, 10],
          [2, 2, 2, 4],
          [2, 5, 2, 7],
          [2, 8, 2, 10],
        ],
      },
    ),
    results: [
      "СОШ №1 · ВПР математика 5 · 2017/2018 · 10/3 · C5:E5",
      "СОШ №2 · ВПР математика 5 · 2017/2018 · 8/0 · C6:E6",
      "СОШ №1 · ВПР русский язык 5 · 2017/2018 · 20/5 · F5:H5",
      "СОШ №2 · ОГЭ математика · 2018/2019 · 9/1 · I6:K6",
    ],
  },
  {
    name: "the same without merges, label in the lowest row",
    grid: sheet(`
      | 2017/2018 | | | | 2018/2019 |
      | ВПР математика 5 | | ВПР русский язык 5 | | ОГЭ математика |
      Школа | участники | «2» | участники | «2» | участники | «2»
      СОШ №1 | 10 | 3 | 20 | 5 | 7 | 1
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2017/2018 · 10/3 · B4:C4",
      "СОШ №1 · ВПР русский язык 5 · 2017/2018 · 20/5 · D4:E4",
      "СОШ №1 · ОГЭ математика · 2018/2019 · 7/1 · F4:G4",
    ],
  },
  {
    name: "figure above procedure",
    grid: sheet(
      `
      ВПР, 2019 год
      Школа | Количество участников | | Не справились, чел. |
      | Математика 5 | Русский язык 5 | Математика 5 | Русский язык 5
      СОШ №1 | 10 | 11 | 3 | 2
    `,
    ),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/3 · D4",
      "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 11/2 · E4",
    ],
  },
  {
    name: "form, subject, class in three rows, marks in a fourth",
    grid: sheet(`
      Школа | ВПР 2018/2019 | | | | | | | |
      | Математика | | | | | | | |
      | 5 класс | | | | | 6 класс | |
      | участники | 2 | 3 | 4 | 5 | участники | «2» | %
      1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
      СОШ №1 | 10 | 3 | 3 | 2 | 2 | 8 | 2 | 25
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 10/3 · B6:F6",
      "СОШ №1 · ВПР математика 6 · 2018/2019 · 8/2 · G6:I6",
    ],
  },
  {
    name: "a matrix of shares whose title names them",
    grid: sheet(`
      Доля обучающихся, получивших «2», % (ВПР, 2019)
      Школа | МА 5 | РУ 5
      СОШ №1 | '30,0' | '7,5%'
      СОШ №2 | н/д | 31.25
    `),
    results: [
      "СОШ №1 · ВПР математика 5 · 2018/2019 · 30% · B3",
      "СОШ №1 · ВПР русский язык 5 · 2018/2019 · 7.5% · C3",
      "СОШ №2 · ВПР русский язык 5 · 2018/2019 · 31.25% · C4",
    ],
  },
  {
    name: "a matrix of numbers that nothing names",
    grid: sheet(`
      ВПР 2019
      Школа | МА 5 | РУ 5
      СОШ №1 | 30 | 7
    `),
    results: [],
    problems: ["columnNotRecognised B2", "columnNotRecognised C2"],
  },
];

describe.each([
  ["long list", "long-list", LONG],
  ["wide", "wide", WIDE],
] as const)("%s", (_title, _layout, cases) => {
  it.each(cases)("$name", ({ grid: input, results, problems = [] }) => {
    const reading = readWorkbook([input]);
    expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
  });
});

describe("the workbook as a whole", () => {
  const names = sheet(`
    Список школ
    СОШ №1 | ул. Лесная, 1
    СОШ №2 | ул. Садовая, 2
  `);
  const odd = sheet(`
    СОШ №1 | 12 | 4
    СОШ №2 | 15 | 3
  `);
  it.each([
    ["no cells", [grid([])], ["emptyWorkbook"]],
    ["blank cells", [grid([[null], [null]])], ["emptyWorkbook"]],
    ["an ordinary list", [names], ["noResults"]],
    ["names and numbers without a header", [odd], ["noResults", "sheetNotRecognised A1:C2"]],
  ])("%s", (_name, grids, expected) => {
    expect(troubles(readWorkbook(grids))).toEqual(expected);
  });
});

describe("a hidden sheet", () => {
  const table = sheet(`
    Школа | Учебный год | Процедура | Участников | Не справились
    СОШ №1 | 2025/2026 | ВПР математика 5 | 20 | 7
  `);
  const list = sheet(`
    Список школ
    СОШ №1 | ул. Лесная, 1
  `);
  it.each([
    ["its results count, and that is said", { ...table, hidden: true }, 1, ["hiddenSheetRead A1:E2"]],
    ["one that is seen needs no word", table, 1, []],
    ["one without results needs no word", { ...list, hidden: true }, 0, ["noResults"]],
  ])("%s", (_name, input, results, expected) => {
    const reading = readWorkbook([input]);
    expect(reading.results).toHaveLength(results);
    expect(troubles(reading)).toEqual(expected);
  });
});
