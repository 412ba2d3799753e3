import { readWorkbook } from "../../../src/domain/results/read";
import { lines, troubles } from "./lines";
import { sheet, type SheetOptions } from "./sheet";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly options?: SheetOptions;
  readonly results: readonly string[];
  readonly problems?: readonly string[];
}

const MA5 = "ВПР математика 5 · 2025/2026";
const LEFT = [`СОШ №1 · ${MA5} · 20/4 · B4:C4`, `СОШ №2 · ${MA5} · 30/5 · B5:C5`];
const TITLE = "ВПР, 5 классы, 2025/2026 учебный год";

/** Whose title a lone cell over two tables is. */
const BESIDE: readonly Case[] = [
  {
    name: "a title over the first of two tables of the same schools is not the second's, whose own is lost",
    text: `${TITLE}
      Математика
      Школа | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №2 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №1 | 12 | 6`,
    results: LEFT,
    problems: ["procedureUnknown F3"],
  },
  {
    name: "the merge of a lost title tells that it was there, whatever the schools are",
    text: `${TITLE}
      Математика
      Школа | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №3 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №4 | 12 | 6`,
    options: { merges: [[1, 4, 1, 6]] },
    results: LEFT,
    problems: ["procedureUnknown F3"],
  },
  {
    name: "a list that goes on beside itself has one title",
    text: `${TITLE}
      Математика
      Школа | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №3 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №4 | 12 | 6`,
    results: [
      LEFT[0] ?? "",
      LEFT[1] ?? "",
      `СОШ №3 · ${MA5} · 16/8 · F4:G4`,
      `СОШ №4 · ${MA5} · 12/6 · F5:G5`,
    ],
  },
  {
    name: "the same schools under a title for each, the sheet's for both",
    text: `${TITLE}
      Математика | | | | Русский язык
      Школа | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №2 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №1 | 12 | 6`,
    results: [
      ...LEFT,
      "СОШ №2 · ВПР русский язык 5 · 2025/2026 · 16/8 · F4:G4",
      "СОШ №1 · ВПР русский язык 5 · 2025/2026 · 12/6 · F5:G5",
    ],
  },
  {
    name: "a title over a table whose «Школа» is lost is not the next table's, merged or not",
    text: `${TITLE}
      Математика
      Столбец 7 | Участники | «2» | | Школа | Участники | «2»
      СОШ №1 | 20 | 4 | | СОШ №2 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №1 | 12 | 6`,
    results: [],
    problems: ["procedureUnknown F3", "sheetNotRecognised A4:C5"],
  },
  {
    name: "beside a table that is none of schools the sheet's only title holds",
    text: `ВПР математика, 5 классы, 2025/2026 учебный год
      Группа | Число | Балл | | Школа | Участники | «2»
      1 | 20 | 4 | | СОШ №2 | 16 | 8
      2 | 30 | 5 | | СОШ №1 | 12 | 6`,
    results: [`СОШ №2 · ${MA5} · 16/8 · F3:G3`, `СОШ №1 · ${MA5} · 12/6 · F4:G4`],
    problems: ["columnNotRecognised A2"], // 1 and 2 under «Группа» may be figures whose label is lost
  },
  {
    name: "the classes in the headers tell the tables apart: the title is for both",
    text: `ВПР 2026
      Математика
      Школа | Участники, 5 класс | «2», 5 класс | | Школа | Участники, 6 класс | «2», 6 класс
      СОШ №1 | 20 | 4 | | СОШ №1 | 16 | 8
      СОШ №2 | 30 | 5 | | СОШ №2 | 12 | 6`,
    results: [
      ...LEFT,
      "СОШ №1 · ВПР математика 6 · 2025/2026 · 16/8 · F4:G4",
      "СОШ №2 · ВПР математика 6 · 2025/2026 · 12/6 · F5:G5",
    ],
  },
];

const CONTEXT = "ВПР математика 5 класс | | | ОГЭ математика | | | ОГЭ русский язык | |";
const WHOLE = "Участники | «2», чел. | «2», % | Участники | «2», чел. | «2», %";

/** A label that reaches one column too far, and the procedure one too short. */
const TORN: readonly Case[] = [
  {
    // 20 participants of whom 1 failed: 20 % of 5 would fit by chance
    name: "«%» copied over the next procedure's participants, its last column out of the merge",
    text: `2025/2026
      Школа | ${CONTEXT}
       | ${WHOLE} | «2», % | «2», чел. | «2», %
      СОШ №1 | 20 | 4 | 20 | 10 | 1 | 10 | 20 | 1 | 5
      СОШ №2 | 30 | 3 | 10 | 10 | 2 | 20 | 20 | 4 | 20`,
    options: {
      merges: [
        [1, 1, 1, 3],
        [1, 4, 1, 6],
        [1, 7, 1, 8],
      ],
    },
    results: [
      `СОШ №1 · ${MA5} · 20/4 · B4:D4`,
      `СОШ №2 · ${MA5} · 30/3 · B5:D5`,
      "СОШ №1 · ОГЭ математика · 2025/2026 · 10/1 · E4:G4",
      "СОШ №2 · ОГЭ математика · 2025/2026 · 10/2 · E5:G5",
    ],
    problems: ["columnNotRecognised H3", "columnNotRecognised I3", "columnNotRecognised J3"],
  },
  {
    name: "a share of nothing after procedures that are whole is asked about alone",
    text: `2025/2026
      Школа | ВПР математика 5 класс | | | ОГЭ математика | | |
       | ${WHOLE} | «2», %
      СОШ №1 | 20 | 4 | 20 | 10 | 1 | 10 | 15`,
    options: {
      merges: [
        [1, 1, 1, 3],
        [1, 4, 1, 6],
      ],
    },
    results: [`СОШ №1 · ${MA5} · 20/4 · B4:D4`, "СОШ №1 · ОГЭ математика · 2025/2026 · 10/1 · E4:G4"],
    problems: ["columnNotRecognised H3"],
  },
  {
    // 4 of 20 is 20 %, in each row: the three prove one another, whatever the last column is
    name: "a share of nothing after a procedure that has its participants, failed and share",
    text: `2025/2026
      Школа | ВПР математика 5 класс | | ВПР русский язык 5 класс | | | Доля не справившихся
       | Участники | Не справились | Участники | Не справились | Доля не справившихся |
      СОШ №1 | 20 | 4 | 20 | 4 | 20 | 23
      СОШ №2 | 30 | 5 | 20 | 5 | 25 | 23`,
    options: {
      merges: [
        [1, 1, 1, 2],
        [1, 3, 1, 5],
      ],
    },
    results: [
      `СОШ №1 · ${MA5} · 20/4 · B4:C4`,
      `СОШ №2 · ${MA5} · 30/5 · B5:C5`,
      "СОШ №1 · ВПР русский язык 5 · 2025/2026 · 20/4 · D4:F4",
      "СОШ №2 · ВПР русский язык 5 · 2025/2026 · 20/5 · D5:F5",
    ],
    problems: ["columnNotRecognised G2"],
  },
];

/** Failed beside a share, and nobody who took part. */
const SHARES: readonly Case[] = [
  {
    // 5 of 20 is 25 %; 4 of 12 is 33 %, 4 of 13 is 31 %: never 32 %
    name: "a per cent that the failed give with no number of participants",
    text: `ВПР 2026 математика 5 класс
      Школа | Не справились, чел. | Не справились, %
      СОШ №1 | 5 | 25
      СОШ №2 | 4 | 32
      СОШ №3 | 3 | 10`,
    results: [`СОШ №1 · ${MA5} · 25% · B3:C3`, `СОШ №3 · ${MA5} · 10% · B5:C5`],
    problems: ["shareDisagrees C4"],
  },
  {
    name: "nobody failed, and more than 0 %; somebody failed, and 0,4 % printed as 0 %",
    text: `ВПР 2026 математика 5 класс
      Школа | Не справились, чел. | Не справились, %
      СОШ №1 | 0 | 2
      СОШ №2 | 0 | 0
      СОШ №3 | 1 | 0`,
    results: [`СОШ №2 · ${MA5} · 0% · B4:C4`, `СОШ №3 · ${MA5} · 0% · B5:C5`],
    problems: ["shareDisagrees C3"],
  },
  {
    // 32, 42 and 34 took part: 4 of 12 is 33 %, 4 of 13 is 31 %; 9 of 21 is 43 %, 9 of 22 is 41 %; 7 of 20 is 35 %, 7 of 21 is 33 %
    name: "most of the per cents impossible: the column is something else",
    text: `ВПР 2026 математика 5 класс
      Школа | Не справились, чел. | Не справились, %
      СОШ №1 | 4 | 32
      СОШ №2 | 9 | 42
      СОШ №3 | 7 | 34
      СОШ №4 | 1 | 20`,
    results: [],
    problems: ["columnNotRecognised C2"],
  },
  {
    // 2 of 3 is 66.666… %, 8 of 9 88.888… %, 4 of 15 26.666… %; 1 failed of nobody gives 66.66 %
    name: "per cents cut off, not rounded",
    text: `ВПР 2026 математика 5 класс
      Школа | Не справились, чел. | Не справились, %
      СОШ №1 | 2 | 66.66
      СОШ №2 | 8 | 88.88
      СОШ №3 | 4 | 26.66
      СОШ №4 | 1 | 66.66`,
    results: [
      `СОШ №1 · ${MA5} · 66.66% · B3:C3`,
      `СОШ №2 · ${MA5} · 88.88% · B4:C4`,
      `СОШ №3 · ${MA5} · 26.66% · B5:C5`,
    ],
    problems: ["shareDisagrees C6"],
  },
  {
    // nobody failed is 100 %, never 99 %
    name: "those who passed in per cents cut off: too many failed, not too few",
    text: `ВПР 2026 математика 5 класс
      Школа | Не справились, чел. | Справились, %
      СОШ №1 | 1 | 66
      СОШ №2 | 1 | 87
      СОШ №3 | 0 | 99
      СОШ №4 | 0 | 100`,
    results: [
      `СОШ №1 · ${MA5} · 34% · B3:C3`, // 2 of 3 passed: 66.67 %
      `СОШ №2 · ${MA5} · 13% · B4:C4`, // 7 of 8: 87.5 %
      `СОШ №4 · ${MA5} · 0% · B6:C6`,
    ],
    problems: ["shareDisagrees C5"],
  },
];

test.each([...BESIDE, ...TORN, ...SHARES])("$name", ({ text, options, results, problems = [] }) => {
  const reading = readWorkbook([sheet(text, options)]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
});
