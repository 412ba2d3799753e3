import type { Grid } from "../../../../src/domain/grid";
import { readWorkbook } from "../../../../src/domain/results/read";
import { lines, troubles } from "../lines";
import { sheet } from "../sheet";

const TITLES = `
  Статистика по отметкам

  ВПР 2026 Русский язык 4 класс
  Предмет: | Русский язык
  Максимальный первичный балл: | 24
  Дата: | '20.04.2026'
`;
const HEADER = "Группы участников | Кол-во ОО | Кол-во участников | 2 | 3 | 4 | 5";

interface Case {
  readonly name: string;
  readonly grid: Grid;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    // 12.36 % of 89 is 11.0004: 11 people. 13.33 % of 30 is 3.999: 4.
    name: "shares with two decimals; sums of 100.01; country, region and municipality are no schools",
    grid: sheet(`${TITLES}
      ${HEADER}
      Вся выборка | 35589 | 1722202 | 5.06 | 32.92 | 44.33 | 17.69
      Н-ская область | 560 | 30216 | 13.44 | 44.15 | 36.28 | 6.14
      Н-ский муниципальный район(reg20_m012) | 47 | 3162 | 13.57 | 46.9 | 33.65 | 5.88
      МБОУ «СОШ №1 г.Н-ск»(edu200001) | | 89 | 12.36 | 52.81 | 26.97 | 7.87
      МБОУ «Берёзовская СОШ»(edu200002) | | 30 | 13.33 | 46.67 | 40 | 0
    `),
    results: [
      "МБОУ «СОШ №1 г.Н-ск» · ВПР русский язык 4 · 2025/2026 · 89/11 · C12:G12",
      "МБОУ «Берёзовская СОШ» · ВПР русский язык 4 · 2025/2026 · 30/4 · C13:G13",
    ],
  },
  {
    name: "an extra column, a table that starts elsewhere, Latin letters in the header, marks as text",
    grid: sheet(
      `${TITLES}
      Группы учаcтников | Кoл-во ОО | Кол-во участников | '2' | '3' | '4' | '5' | Прочее
      Лицей (edu200003) | | 20 | 30 | 20 | 25 | 25 | 1
    `,
      { top: 3, left: 2 },
    ),
    results: ["Лицей · ВПР русский язык 4 · 2025/2026 · 20/6 · E12:I12"],
  },
  {
    name: "counts in place of shares are told by their sum",
    grid: sheet(`${TITLES}
      ${HEADER}
      Лицей (edu200003) | | 40 | 12 | 8 | 10 | 10
    `),
    results: ["Лицей · ВПР русский язык 4 · 2025/2026 · 40/12 · C9:G9"],
  },
  {
    // 12.36 % of 88 would be 10.88: no whole number of people.
    name: "marks that do not sum, a share that no number of people gives, an error, a word",
    grid: sheet(`${TITLES}
      ${HEADER}
      СОШ №1 (edu200001) | | 89 | 12.36 | 50 | 26.97 | 7.87
      СОШ №2 (edu200002) | | 88 | 12.36 | 52.81 | 26.97 | 7.86
      СОШ №3 (edu200003) | | 20 | #Н/Д | 20 | 25 | 25
      СОШ №4 (edu200004) | | 20 | много | 20 | 25 | 25
      СОШ №5 (edu200005) | | 20 | | 20 | 25 | 55
      СОШ №6 (edu200006) | | - | - | - | - | -
    `),
    results: [],
    problems: [
      "marksDoNotSum C9:G9",
      "shareDisagrees C10:G10",
      "errorValue D11",
      "notANumber D12",
      "incompleteRow D13",
    ],
  },
  {
    name: "a title merged over the table right above the header is no year over columns",
    grid: sheet(
      `
      ВПР 2026 Русский язык 4 класс
      ${HEADER}
      Лицей (edu200003) | | 20 | 30 | 20 | 25 | 25
    `,
      { merges: [[0, 0, 0, 6]] },
    ),
    results: ["Лицей · ВПР русский язык 4 · 2025/2026 · 20/6 · C3:G3"],
  },
  {
    name: "title and sheet tell different years",
    grid: sheet(
      `${TITLES}
      ${HEADER}
      Лицей (edu200003) | | 20 | 30 | 20 | 25 | 25
    `,
      { sheet: "ВПР 2025" },
    ),
    results: ["Лицей · ВПР русский язык 4 · 2025/2026 · 20/6 · C9:G9"],
    problems: ["yearDisagrees A3"],
  },
  {
    name: "titles that contradict each other leave the procedure open",
    grid: sheet(`
      ВПР 2026 Русский язык 4 класс
      Предмет: | Математика
      ${HEADER}
      Лицей (edu200003) | | 20 | 30 | 20 | 25 | 25
    `),
    results: [],
    problems: ["procedureUnknown A3"],
  },
  {
    // L7: the year stands over five columns; 25 % of 20 is 5, 40 % of 10 is 4.
    name: "the export of a portal: years over five columns each, district rows, subject from the sheet's name",
    grid: sheet(
      `
      Группы участников | 2025 | | | | | 2026
      | Кол-во участников | 2 | 3 | 4 | 5 | Кол-во участников | 2 | 3 | 4 | 5
      Все муниципалитеты | 3000 | 10 | 40 | 40 | 10 | 3000 | 10 | 40 | 40 | 10
      Н-ский район | 300 | 10 | 40 | 40 | 10 | 300 | 10 | 40 | 40 | 10
      МБОУ «СОШ №1» | 20 | 25 | 25 | 25 | 25 | 10 | 40 | 20 | 20 | 20
      МБОУ «СОШ №2» | | | | | | 10 | 0 | 20 | 40 | 40
    `,
      {
        sheet: "ВПР математика 5 класс",
        merges: [
          [0, 0, 1, 0],
          [0, 1, 0, 5],
          [0, 6, 0, 10],
        ],
      },
    ),
    results: [
      "МБОУ «СОШ №1» · ВПР математика 5 · 2024/2025 · 20/5 · B5:F5",
      "МБОУ «СОШ №1» · ВПР математика 5 · 2025/2026 · 10/4 · G5:K5",
      "МБОУ «СОШ №2» · ВПР математика 5 · 2025/2026 · 10/0 · G6:K6",
    ],
  },
];

it.each(CASES)("$name", ({ grid, results, problems = [] }) => {
  const reading = readWorkbook([grid]);
  expect(lines(reading)).toEqual(results);
  expect(troubles(reading)).toEqual(problems);
});

it("keeps the municipality, the login and the decimals", () => {
  const [reading] = [readWorkbook([CASES[0]?.grid ?? sheet("")])];
  const [first] = reading.results;
  expect(first).toMatchObject({
    schoolCode: "edu200001",
    municipality: "Н-ский муниципальный район",
    shareDecimals: 2,
  });
  expect(first?.share).toBeCloseTo(11 / 89, 12);
  expect(reading.tables).toMatchObject([
    { layout: "fisoko-marks", confidence: 1, rows: 2, address: "A8:G13" },
  ]);
});
