import type { Change } from "./mutate";
import type { Paper } from "./paper";

/** A sheet that `npm run fuzz` once read wrongly, as it was shrunk; the seed and what went wrong. */
export interface Found {
  readonly what: string;
  readonly seed: number;
  readonly paper: Paper;
  readonly changes: readonly Change[];
}

type Told = Pick<Paper, "cells" | "facts" | "names" | "loose"> & Partial<Pick<Paper, "sheet" | "merges">>;

/** A sheet by its cells; rows and columns get their positions as ids, formats are empty. */
export function sheet({ cells: told, merges = [], ...rest }: Told): Paper {
  const width = Math.max(...told.map((row) => row.length));
  const cells = told.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
  return {
    sheet: "Свод",
    merges,
    ...rest,
    cells,
    formats: cells.map((row) => row.map(() => "")),
    rows: cells.map((_, at) => at),
    columns: Array.from({ length: width }, (_, at) => at),
  };
}

const fourSchools = ["МБОУ «СОШ № 1»", "МБОУ «СОШ № 11»", "МКОУ «Берёзовская СОШ»", "МБОУ «Лицей № 2»"];

export const FOUND: readonly Found[] = [
  {
    what: "labels of the names and of the procedure lost in a merge, a column of codes beside: participants passed for names",
    seed: 771204,
    paper: sheet({
      cells: [
        ["Итоги оценочных процедур"],
        [],
        [
          "№ п/п",
          "Учебный год",
          "Процедура",
          "Наименование ОО",
          "Кол-во участников",
          "Получили «2», чел.",
          "Доля «2», %",
        ],
        ...fourSchools.map((school, at) => [at + 1, "2018/2019", "ОГЭ математика", school, 1, 0, 0]),
      ],
      facts: fourSchools.map((school, at) => ({
        school,
        procedure: "ОГЭ математика",
        year: "2018/2019",
        participants: 1,
        failed: 0,
        share: 0,
        row: 3 + at,
        columns: [4, 5, 6],
      })),
      names: 3,
      loose: true,
    }),
    changes: [
      { kind: "mergeHeader", at: 298, which: 0, what: 183 },
      { kind: "addColumn", at: 396, which: 443, what: 0 },
      { kind: "shuffleColumns", at: 0, which: 0, what: 508 },
    ],
  },
  {
    what: "label of the names lost, header again below: a school «с углублённым изучением» passed for a title",
    seed: 906155,
    paper: sheet({
      sheet: "ВПР 2026",
      cells: [
        ["№ п/п", "???", "Математика"],
        [null, null, "5 класс"],
        [null, null, "Писали, чел.", "«2», чел."],
        [1, "МБОУ «СОШ № 1»", 90, 3],
        [2, "МБОУ «СОШ № 4 с углублённым изучением отдельных предметов»", 80, 5],
        ["№ п/п", "Образовательная организация", "Математика"],
        [null, null, "5 класс"],
        [null, null, "Писали, чел.", "«2», чел."],
        [3, "МБОУ «Берёзовская СОШ»", 24, 3],
        [4, "МБОУ «Малиновская СОШ»", 12, 1],
      ],
      facts: [
        { school: "МБОУ «СОШ № 1»", participants: 90, failed: 3, share: 3 / 90, row: 3 },
        {
          school: "МБОУ «СОШ № 4 с углублённым изучением отдельных предметов»",
          participants: 80,
          failed: 5,
          share: 5 / 80,
          row: 4,
        },
        { school: "МБОУ «Берёзовская СОШ»", participants: 24, failed: 3, share: 3 / 24, row: 8 },
        { school: "МБОУ «Малиновская СОШ»", participants: 12, failed: 1, share: 1 / 12, row: 9 },
      ].map((fact) => ({ ...fact, procedure: "ВПР математика 5", year: "2025/2026", columns: [2, 3] })),
      names: 1,
      loose: false,
    }),
    changes: [],
  },
  {
    what: "the label of the participants lost left of the names, a share blank: the school passed for one without a result",
    seed: 906155,
    paper: sheet({
      cells: [
        ["Итоги оценочных процедур"],
        [],
        [
          "№ п/п",
          "Учебный год",
          "Форма",
          "Предмет",
          "Класс",
          "Уровень",
          "Наименование ОО",
          "Писали",
          "% не справившихся",
        ],
        ...fourSchools.map((school, at) => [
          ...[at + 1, "2018/2019", "ЕГЭ", "математика", 11, "базовая", school, 1, "0%"],
        ]),
      ],
      facts: fourSchools.map((school, at) => ({
        school,
        procedure: "ЕГЭ математика базовая",
        year: "2018/2019",
        participants: 1,
        failed: 0,
        share: 0,
        row: 3 + at,
        columns: [7, 8],
      })),
      names: 6,
      loose: true,
    }),
    changes: [
      { kind: "shuffleColumns", at: 0, which: 0, what: 342 },
      { kind: "blankFigure", at: 0, which: 513, what: 0 },
      { kind: "spoilHeader", at: 411, which: 0, what: 0 },
    ],
  },
  {
    what: "a procedure's cell blank, the header again below it: the rows below passed for a table without a year",
    seed: 906155,
    paper: sheet({
      cells: [
        ["Итоги за 2018/2019 учебный год"],
        [],
        ["№ п/п", "Процедура", "Наименование ОО", "сдавали", "сдали"],
        ...[...fourSchools, "Гимназия № 3"].map((school, at) => [
          ...[at + 1, "ЕГЭ матем. (база)", school, at === 1 ? 3 : 1, at === 1 ? 3 : 1],
        ]),
      ],
      facts: [...fourSchools, "Гимназия № 3"].map((school, at) => ({
        school,
        procedure: "ЕГЭ математика базовая",
        year: "2018/2019",
        participants: at === 1 ? 3 : 1,
        failed: 0,
        share: 0,
        row: 3 + at,
        columns: [3, 4],
      })),
      names: 2,
      loose: true,
    }),
    changes: [
      { kind: "blankCell", at: 116, which: 572, what: 0 },
      { kind: "repeatHeader", at: 6, which: 0, what: 0 },
    ],
  },
  {
    what: "«Процедура» copied over the participants, a share blank: the school passed for one without a result",
    seed: 220911,
    paper: sheet({
      cells: [
        ["Итоги оценочных процедур"],
        [],
        ["№ п/п", "Учебный год", "Процедура", "Наименование ОО", "Писали", "% не справившихся"],
        ...fourSchools.map((school, at) => [at + 1, "2018/2019", "ЕГЭ русский язык", school, 1, "0%"]),
      ],
      facts: fourSchools.map((school, at) => ({
        school,
        procedure: "ЕГЭ русский язык",
        year: "2018/2019",
        participants: 1,
        failed: 0,
        share: 0,
        row: 3 + at,
        columns: [4, 5],
      })),
      names: 3,
      loose: true,
    }),
    changes: [
      { kind: "mergeHeader", at: 374, which: 0, what: 327 },
      { kind: "blankFigure", at: 0, which: 91, what: 0 },
      { kind: "splitHeader", at: 0, which: 0, what: 171 },
    ],
  },
  {
    what: "«Класс» merged over names and participants, the class itself blank: 10 participants passed for class 10",
    seed: 220911,
    paper: sheet({
      cells: [
        ["ВПР: доли отметок, %"],
        [],
        ["Год", "Предмет", "Класс", "Наименование школы", "Писали", 2, 3, 4, 5],
        ["2024/2025", "Русский язык", 6, "МБОУ «СОШ № 1»", 10, 10, 30, 20, 40],
        ["2024/2025", "Русский язык", 6, "МБОУ «СОШ № 2»", 26, 3.85, 34.62, 46.15, 15.38],
      ],
      facts: [
        { school: "МБОУ «СОШ № 1»", participants: 10, failed: 1, share: 0.1, row: 3 },
        { school: "МБОУ «СОШ № 2»", participants: 26, failed: 1, share: 1 / 26, row: 4 },
      ].map((fact) => ({
        ...fact,
        procedure: "ВПР русский язык 6",
        year: "2024/2025",
        columns: [4, 5, 6, 7, 8],
      })),
      names: 3,
      loose: false,
    }),
    changes: [
      { kind: "mergeHeader", at: 3, which: 0, what: 1 },
      { kind: "blankCell", at: 0, which: 2, what: 0 },
    ],
  },
  {
    what: "«Предмет» lost, the header again below «Русский язык | выпуска нет»: mathematics passed for Russian",
    seed: 141414,
    paper: sheet({
      cells: [
        ["Свод по ОГЭ, 2025/2026 учебный год"],
        [],
        ["№ п/п", "Наименование ОО", null, "Сдавали, чел.", "Доля не преодолевших порог"],
        [1, "МБОУ «СОШ № 1»", "Математика", 20, "10%"],
        [null, null, "Русский язык", 40, "25%"],
        [2, "МБОУ «СОШ № 11»", "Математика", "выпуска нет"],
        [null, null, "Русский язык", "выпуска нет"],
        ["№ п/п", "Наименование ОО", null, "Сдавали, чел.", "Доля не преодолевших порог"],
        [3, "МБОУ «Лицей № 2»", "Математика", 30, "20%"],
        [null, null, "Русский язык", 10, "50%"],
      ],
      merges: [
        { top: 2, bottom: 2, left: 1, right: 2 },
        ...[3, 5, 8].flatMap((top) => [0, 1].map((left) => ({ top, bottom: top + 1, left, right: left }))),
      ],
      facts: [
        { school: "МБОУ «СОШ № 1»", subject: "математика", participants: 20, failed: 2, row: 3 },
        { school: "МБОУ «СОШ № 1»", subject: "русский язык", participants: 40, failed: 10, row: 4 },
        { school: "МБОУ «Лицей № 2»", subject: "математика", participants: 30, failed: 6, row: 8 },
        { school: "МБОУ «Лицей № 2»", subject: "русский язык", participants: 10, failed: 5, row: 9 },
      ].map(({ subject, ...fact }) => ({
        ...fact,
        share: fact.failed / fact.participants,
        procedure: `ОГЭ ${subject}`,
        year: "2025/2026",
        columns: [3, 4],
      })),
      names: 1,
      loose: false,
    }),
    changes: [],
  },
];
