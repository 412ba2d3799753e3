import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { sheet } from "./sheet";

interface Case {
  readonly name: string;
  readonly grid: Grid;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const MA5 = "ВПР математика 5 · 2018/2019";
const TITLE = "ВПР математика 5, 2018/2019";

const ROWS: readonly Case[] = [
  {
    name: "a school whose name begins as a total does",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | Не справились
      Максимовская СОШ | 10 | 3
      ОУ Лесная СОШ | 20 | 1
      Итого по СОШ | 30 | 4
    `),
    results: [`Максимовская СОШ · ${MA5} · 10/3 · B3:C3`, `ОУ Лесная СОШ · ${MA5} · 20/1 · B4:C4`],
  },
  {
    name: "what may be a village or a total is asked about, and so is a part of a school",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | Не справились
      СОШ № 1 | 10 | 3
      в т.ч. филиал «Лесная НОШ» | 4 | 1
      Средние Кармалки | 20 | 1
    `),
    results: [`СОШ № 1 · ${MA5} · 10/3 · B3:C3`],
    problems: ["rowNotRecognised A4", "rowNotRecognised A5"],
  },
  {
    name: "a row of the school «Школа» hides nothing below it",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | Не справились
      СОШ № 1 | 10 | 3
      Школа | 20 | 3
      СОШ № 2 | 20 | 1
    `),
    results: [`СОШ № 1 · ${MA5} · 10/3 · B3:C3`, `СОШ № 2 · ${MA5} · 20/1 · B5:C5`],
    problems: ["rowNotRecognised A4"],
  },
];

const SHARES: readonly Case[] = [
  {
    // 2/29 = 6.897 %, 1/33 = 3.03 %, 8/27 = 29.63 %: whole numbers rounded by hand beside a finer one.
    name: "whole per cents beside finer ones",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | % не справившихся
      СОШ № 1 | 29 | 7
      СОШ № 2 | 33 | 3
      СОШ № 3 | 27 | 29.63
    `),
    results: [
      `СОШ № 1 · ${MA5} · 29/2 · B3:C3`,
      `СОШ № 2 · ${MA5} · 33/1 · B4:C4`,
      `СОШ № 3 · ${MA5} · 27/8 · B5:C5`,
    ],
  },
  {
    // 1/10 = 10 %, 2/10 = 20 %: 15 fits at no number of decimals.
    name: "a per cent that no count gives",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | % не справившихся
      СОШ № 1 | 10 | 15
      СОШ № 3 | 27 | 29.63
    `),
    results: [`СОШ № 3 · ${MA5} · 27/8 · B4:C4`],
    problems: ["shareDisagrees C3"],
  },
];

const YEARS: readonly Case[] = [
  {
    name: "a year inside the procedure is the row's, whatever the sheet says",
    grid: sheet(
      `
      ОО | Процедура | Участники | Не справились
      СОШ № 1 | ВПР математика 5 (2017/2018) | 10 | 3
      СОШ № 1 | ЕГЭ-2018 русский язык | 20 | 1
    `,
      { sheet: "ВПР 2019" },
    ),
    results: [
      "СОШ № 1 · ВПР математика 5 · 2017/2018 · 10/3 · C2:D2",
      "СОШ № 1 · ЕГЭ русский язык · 2017/2018 · 20/1 · C3:D3",
    ],
    problems: ["yearDisagrees B2"],
  },
  {
    name: "the column of years is stronger than the procedure, and the difference is told once for its rows",
    grid: sheet(`
      ОО | Год | Процедура | Участники | Не справились
      СОШ № 1 | 2018/2019 | ЕГЭ русский 2017 | 10 | 3
      СОШ № 2 | 2018/2019 | ЕГЭ русский 2017 | 20 | 1
      СОШ № 2 | 2018/2019 | ЕГЭ русский 2019 | 30 | 1
    `),
    results: [
      "СОШ № 1 · ЕГЭ русский язык · 2018/2019 · 10/3 · D2:E2",
      "СОШ № 2 · ЕГЭ русский язык · 2018/2019 · 20/1 · D3:E3",
      "СОШ № 2 · ЕГЭ русский язык · 2018/2019 · 30/1 · D4:E4",
    ],
    problems: ["yearDisagrees C2:C3"],
  },
  {
    name: "a blank year is the title's, told once",
    grid: sheet(`
      ВПР 2018/2019
      ОО | Год | Процедура | Участники | Не справились
      СОШ № 1 | 2019 | ВПР математика 5 | 10 | 3
      СОШ № 2 | | ВПР математика 5 | 20 | 1
      СОШ № 3 | 2019 | ВПР математика 5 | 20 | 1
      СОШ № 4 | | ВПР математика 5 | 20 | 2
    `),
    results: [
      `СОШ № 1 · ${MA5} · 10/3 · D3:E3`,
      `СОШ № 2 · ${MA5} · 20/1 · D4:E4`,
      `СОШ № 3 · ${MA5} · 20/1 · D5:E5`,
      `СОШ № 4 · ${MA5} · 20/2 · D6:E6`,
    ],
    problems: ["yearTaken B4:B6"],
  },
  {
    name: "a blank year that nothing tells is one problem of its rows",
    grid: sheet(`
      ОО | Год | Процедура | Участники | Не справились
      СОШ № 1 | 2019 | ВПР математика 5 | 10 | 3
      СОШ № 2 | 2019 | ВПР математика 5 | 20 | 1
      СОШ № 3 | | ВПР математика 5 | 20 | 1
      СОШ № 4 | | ВПР математика 5 | 20 | 2
    `),
    results: [`СОШ № 1 · ${MA5} · 10/3 · D2:E2`, `СОШ № 2 · ${MA5} · 20/1 · D3:E3`],
    problems: ["yearUnknown B4:B5"],
  },
];

const ATTEMPTS: readonly Case[] = [
  {
    name: "a retake named by its procedure; September is one for ОГЭ, not for ВПР",
    grid: sheet(`
      ОО | Год | Процедура | Участники | Не справились
      СОШ № 1 | 2019 | ОГЭ математика | 10 | 3
      СОШ № 1 | 2019 | ОГЭ математика (пересдача) | 3 | 1
      СОШ № 1 | 2019 | ОГЭ математика, сентябрь | 1 | 1
      СОШ № 1 | 2019 | ВПР математика 5, сентябрь | 9 | 1
    `),
    results: [
      "СОШ № 1 · ОГЭ математика · 2018/2019 · 10/3 · D2:E2",
      "СОШ № 1 · ВПР математика 5 · 2018/2019 · 9/1 · D5:E5",
    ],
    problems: ["retakeLeftOut D3:E3", "retakeLeftOut D4:E4"],
  },
  {
    name: "a whole sheet of retakes is one problem",
    grid: sheet(
      `
      ОО | Участники | Не справились
      СОШ № 1 | 3 | 1
      СОШ № 2 | 4 | 1
    `,
      { sheet: "ОГЭ математика 2019 резерв" },
    ),
    results: [],
    problems: ["noResults", "retakeLeftOut B2:C2"],
  },
  {
    name: "retakes in columns beside the first attempt",
    grid: sheet(`
      ОГЭ математика 2019
      ОО | Участники | Не справились | Участники пересдачи | Не справились после пересдачи
      СОШ № 1 | 10 | 3 | 3 | 1
    `),
    results: ["СОШ № 1 · ОГЭ математика · 2018/2019 · 10/3 · B3:C3"],
    problems: ["retakeLeftOut D3:E3"],
  },
  {
    name: "«without retakes» is the first attempt",
    grid: sheet(`
      ОГЭ математика 2019 (без учёта пересдач)
      ОО | Участники | Не справились
      СОШ № 1 | 10 | 3
    `),
    results: ["СОШ № 1 · ОГЭ математика · 2018/2019 · 10/3 · B3:C3"],
  },
  {
    name: "columns of some of the participants are left out, and said so",
    grid: sheet(`
      ${TITLE}
      ОО | Участники | Участники ОВЗ | Не справились | Не справились ОВЗ
      СОШ № 1 | 10 | 2 | 3 | 1
    `),
    results: [`СОШ № 1 · ${MA5} · 10/3 · D3`],
    problems: ["columnLeftOut C2", "columnLeftOut E2"],
  },
];

test("retakes count where they are asked for", () => {
  const table = "ОО | Участники | Не справились\nСОШ № 1 | 3 | 1";
  const reading = readWorkbook([sheet(table, { sheet: "ОГЭ математика 2019 пересдача" })], {
    retakes: "last",
  });
  expect(lines(reading)).toEqual(["СОШ № 1 · ОГЭ математика · 2018/2019 · 3/1 · B2:C2"]);
  expect(troubles(reading)).toEqual([]);
});

test.each([...ROWS, ...SHARES, ...YEARS, ...ATTEMPTS])("$name", ({ grid, results, problems = [] }) => {
  const reading = readWorkbook([grid]);
  expect(lines(reading)).toEqual(results);
  expect(troubles(reading)).toEqual(problems);
});
