import type { CellValue } from "../../../src/domain/grid";
import { sheet, type Found } from "./found";
import type { Paper } from "./paper";

export const counted = (
  facts: readonly (readonly [school: string, participants: number, failed: number, row: number])[],
  rest: { readonly procedure: string; readonly year: string; readonly columns: readonly number[] },
) =>
  facts.map(([school, participants, failed, row]) => ({
    ...rest,
    school,
    participants,
    failed,
    share: failed / participants,
    row,
  }));

export const TWO_TABLES = [
  [1, "МБОУ «СОШ № 1»", 32, 4, null, 1, "МБОУ «Кленовская ООШ»", 16, 4],
  [2, "МБОУ «СОШ № 2»", 35, 6, null, 2, "МБОУ «СОШ № 2»", 22, 4],
  [3, "МБОУ «Кленовская ООШ»", 9, 2, null, 3, "МБОУ «СОШ № 1»", 38, 2],
] as const;

/** What the right one of the two tables says. */
export const RIGHT_TABLE = {
  facts: counted(
    [
      ["МБОУ «Кленовская ООШ»", 16, 4, 4],
      ["МБОУ «СОШ № 2»", 22, 4, 5],
      ["МБОУ «СОШ № 1»", 38, 2, 6],
    ],
    { procedure: "ВПР русский язык 5", year: "2025/2026", columns: [7, 8] },
  ),
  names: 6,
  loose: false,
} as const;

/** Two tables side by side under a merged title each, of which labels are lost. */
export const twoTables = (titles: readonly CellValue[], labels: readonly CellValue[]): Paper =>
  sheet({
    sheet: "ВПР 2026",
    cells: [["ВПР, 5 классы, 2025/2026 учебный год"], [], titles, labels, ...TWO_TABLES],
    merges: [
      { top: 2, bottom: 2, left: 0, right: 3 },
      { top: 2, bottom: 2, left: 5, right: 8 },
    ],
    ...RIGHT_TABLE,
  });

/** Columns that passed for others: found after the sheets of `found.ts`. */
export const FOUND_COLUMNS: readonly Found[] = [
  {
    what: "the header again right below itself, «Доля, %» merged over «Не справились»: 5 of 19 passed for 5 %",
    seed: 90210411,
    paper: sheet({
      cells: [
        ["Доля, %", "Не справились", "ОО", "Участники", "Процедура", "Учебный год"],
        ["Доля, %", null, null, "Участники", "Процедура", "Учебный год"],
        [26.3, 5, "МБОУ «СОШ № 3»", 19, "ОГЭ математика", "2025/2026"],
        [35.3, 6, "МБОУ «Кленовская ООШ»", 17, "ОГЭ математика", "2025/2026"],
        [20.6, 7, "МБОУ «СОШ № 2»", 34, "ОГЭ математика", "2025/2026"],
        [41.7, 15, "МБОУ «СОШ № 1»", 36, "ОГЭ математика", "2025/2026"],
        [18.2, 6, "МБОУ «СОШ № 4»", 33, "ОГЭ математика", "2025/2026"],
      ],
      merges: [{ top: 1, bottom: 1, left: 0, right: 2 }],
      facts: counted(
        [
          ["МБОУ «СОШ № 3»", 19, 5, 2],
          ["МБОУ «Кленовская ООШ»", 17, 6, 3],
          ["МБОУ «СОШ № 2»", 34, 7, 4],
          ["МБОУ «СОШ № 1»", 36, 15, 5],
          ["МБОУ «СОШ № 4»", 33, 6, 6],
        ],
        { procedure: "ОГЭ математика", year: "2025/2026", columns: [0, 1, 3] },
      ),
      names: 2,
      loose: false,
    }),
    changes: [],
  },
  {
    what: "labels of the left table's figures lost: its schools took the figures of the right table",
    seed: 177700123,
    paper: sheet({
      sheet: "ВПР 2026",
      cells: [
        ["ВПР, 5 классы, 2025/2026 учебный год"],
        [],
        [null, null, null, null, null, "Русский язык, 5 класс"],
        ["№", "Школа", null, null, null, "№", "Школа", "Участники", "«2»"],
        ...TWO_TABLES,
      ],
      merges: [
        { top: 2, bottom: 2, left: 0, right: 3 },
        { top: 2, bottom: 2, left: 5, right: 8 },
        { top: 3, bottom: 3, left: 1, right: 3 },
      ],
      ...RIGHT_TABLE,
    }),
    changes: [],
  },
  {
    what: "counts under «%»: no number of people gives most of them, and 5 of 19 fits 5 % by chance",
    seed: 90210411,
    paper: sheet({
      cells: [
        ["ОО", "Участники", "% не справившихся", "Процедура", "Учебный год"],
        ["МБОУ «СОШ № 1»", 19, 5, "ОГЭ математика", "2025/2026"],
        ["МБОУ «СОШ № 2»", 36, 15, "ОГЭ математика", "2025/2026"],
        ["МБОУ «СОШ № 3»", 40, 14, "ОГЭ математика", "2025/2026"],
        ["МБОУ «СОШ № 4»", 34, 7, "ОГЭ математика", "2025/2026"],
      ],
      facts: counted(
        [
          ["МБОУ «СОШ № 1»", 19, 5, 1],
          ["МБОУ «СОШ № 2»", 36, 15, 2],
          ["МБОУ «СОШ № 3»", 40, 14, 3],
          ["МБОУ «СОШ № 4»", 34, 7, 4],
        ],
        { procedure: "ОГЭ математика", year: "2025/2026", columns: [1, 2] },
      ),
      names: 0,
      loose: false,
    }),
    changes: [],
  },
  {
    what: "«№ п/п» copied over the names and a column of shares: the shares were lost in silence",
    seed: 1118788,
    paper: sheet({
      sheet: "ЕГЭ-2026",
      cells: [
        ["Единый государственный экзамен, доля выпускников ниже минимума"],
        [],
        ["№ п/п", "№ п/п", "№ п/п", "ЕГЭ матем. баз.,\n% не преодолевших порог"],
        [1, "МБОУ «СОШ № 1»", "29,6%", "100"],
        [2, "МБОУ «СОШ № 2»", "50%", "1,5"],
        [3, "МБОУ «СОШ № 3»", "25%", "30"],
      ],
      facts: [
        { school: "МБОУ «СОШ № 1»", share: 0.296, row: 3 },
        { school: "МБОУ «СОШ № 2»", share: 0.5, row: 4 },
        { school: "МБОУ «СОШ № 3»", share: 0.25, row: 5 },
      ]
        .map((fact) => ({ ...fact, procedure: "ЕГЭ русский язык", columns: [2] }))
        .concat(
          [
            { school: "МБОУ «СОШ № 1»", share: 1, row: 3 },
            { school: "МБОУ «СОШ № 2»", share: 0.015, row: 4 },
            { school: "МБОУ «СОШ № 3»", share: 0.3, row: 5 },
          ].map((fact) => ({ ...fact, procedure: "ЕГЭ математика базовая", columns: [3] })),
        )
        .map((fact) => ({ ...fact, participants: null, failed: null, year: "2025/2026" })),
      names: 1,
      loose: false,
    }),
    changes: [],
  },
  {
    what: "one name blank among three below a repeated header: the school above it took the row",
    seed: 1047517,
    paper: sheet({
      cells: [
        [
          "№ п/п",
          "Учебный год",
          "Форма",
          "Предмет",
          "Класс",
          "Наименование ОО",
          "Участники",
          "Не справились",
        ],
        [10, "2018/2019", "ОГЭ", "русский язык", 9, "Гимназия № 3", 1, 0],
        [11, "2017/2018", "ОГЭ", "русский язык", 9, null, 2, 0],
        [12, "2018/2019", "ОГЭ", "русский язык", 9, "Осиновская ООШ", 1, 0],
      ],
      facts: [
        { school: "Гимназия № 3", year: "2018/2019", participants: 1, row: 1 },
        { school: "Осиновская ООШ", year: "2017/2018", participants: 2, row: 2 },
        { school: "Осиновская ООШ", year: "2018/2019", participants: 1, row: 3 },
      ].map((fact) => ({
        ...fact,
        failed: 0,
        share: 0,
        procedure: "ОГЭ русский язык",
        columns: [6, 7],
      })),
      names: 5,
      loose: true,
    }),
    changes: [],
  },
  {
    what: "labels of subjects and participants lost under the names, the header again below «Русский язык | выпуска нет»",
    seed: 1308844,
    paper: sheet({
      cells: [
        ["Свод по ОГЭ, 2025/2026 учебный год"],
        [],
        ["№ п/п", "Наименование ОО", null, null, "Доля не преодолевших порог"],
        [1, "МБОУ «СОШ № 1»", "Математика", 20, "10%"],
        [null, null, "Русский язык", 40, "25%"],
        [2, "МБОУ «СОШ № 11»", "Математика", "выпуска нет"],
        [null, null, "Русский язык", "выпуска нет"],
        ["№ п/п", "Наименование ОО", null, null, "Доля не преодолевших порог"],
        [3, "МБОУ «Лицей № 2»", "Математика", 30, "20%"],
        [null, null, "Русский язык", 10, "50%"],
      ],
      merges: [
        { top: 2, bottom: 2, left: 1, right: 3 },
        ...[3, 5, 8].flatMap((top) => [0, 1].map((left) => ({ top, bottom: top + 1, left, right: left }))),
      ],
      facts: counted([["МБОУ «Лицей № 2»", 30, 6, 8]], {
        procedure: "ОГЭ математика",
        year: "2025/2026",
        columns: [4],
      }).concat(
        counted([["МБОУ «Лицей № 2»", 10, 5, 9]], {
          procedure: "ОГЭ русский язык",
          year: "2025/2026",
          columns: [4],
        }),
      ),
      names: 1,
      loose: false,
    }),
    changes: [],
  },
  {
    what: "the left table's title and the right table's «№» lost: the right table's title passed for the left one's",
    seed: 1332601,
    paper: twoTables(
      ["Столбец 7", null, null, null, null, "Русский язык, 5 класс"],
      ["№", "Школа", "Участники", "«2»", null, "Столбец 7", "Школа", "Участники", "«2»"],
    ),
    changes: [],
  },
  {
    what: "both counts blank beside 14,3 under a bare «%»: the result was lost in silence",
    seed: 1356358,
    paper: sheet({
      sheet: "ВПР 2025-2026",
      cells: [
        ["Школа", "Математика, 5 класс"],
        [null, "участников", "«2», чел.", "%"],
        ["МБОУ «СОШ № 1»", 38, 3, 7.9],
        ["МБОУ «СОШ № 2»", 32, 12, 37.5],
        ["МБОУ «СОШ № 3»", null, null, 14.3],
      ],
      merges: [{ top: 0, bottom: 0, left: 1, right: 3 }],
      facts: counted(
        [
          ["МБОУ «СОШ № 1»", 38, 3, 2],
          ["МБОУ «СОШ № 2»", 32, 12, 3],
          ["МБОУ «СОШ № 3»", 7, 1, 4],
        ],
        { procedure: "ВПР математика 5", year: "2025/2026", columns: [1, 2, 3] },
      ),
      names: 0,
      loose: false,
    }),
    changes: [],
  },
];
