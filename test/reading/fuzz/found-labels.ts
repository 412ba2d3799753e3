import { sheet, type Found } from "./found";
import { counted, RIGHT_TABLE, TWO_TABLES, twoTables } from "./found-columns";

const SCHOOLS = ["МБОУ «СОШ № 1»", "МБОУ «СОШ № 11»", "МКОУ «Берёзовская СОШ»", "МБОУ «Лицей № 2»"];

const FIGURES = ["Кол-во участников", "Получили «2», чел.", "Доля «2», %"];

/** Labels that passed for a neighbour's: found after the sheets of `found-columns.ts`. */
export const FOUND_LABELS: readonly Found[] = [
  {
    what: "the right table's title lost, the left one's without its merge: the left subject went to both tables",
    seed: 1324682,
    paper: sheet({
      sheet: "ВПР 2026",
      cells: [
        ["ВПР, 5 классы, 2025/2026 учебный год"],
        [],
        ["Математика, 5 класс"],
        ["№", "Школа", "Участники", "«2»", null, "№", "Школа", "Участники", "«2»"],
        ...TWO_TABLES,
      ],
      merges: [{ top: 2, bottom: 2, left: 5, right: 8 }],
      ...RIGHT_TABLE,
      facts: [
        ...counted(
          [
            ["МБОУ «СОШ № 1»", 32, 4, 4],
            ["МБОУ «СОШ № 2»", 35, 6, 5],
            ["МБОУ «Кленовская ООШ»", 9, 2, 6],
          ],
          { procedure: "ВПР математика 5", year: "2025/2026", columns: [2, 3] },
        ),
        ...RIGHT_TABLE.facts,
      ],
    }),
    changes: [],
  },
  {
    what: "the left table's «Школа» and the right table's title lost: the left title went to the right table",
    seed: 2026112901,
    paper: twoTables(
      ["Математика, 5 класс"],
      ["№", "Столбец 7", "Участники", "«2»", null, "№", "Школа", "Участники", "«2»"],
    ),
    changes: [],
  },
  {
    what: "«Доля» copied over the next procedure's participants, whose own «Доля» its merge left out: 2 people passed for 2 %",
    seed: 1277168,
    paper: sheet({
      cells: [
        ["Результаты за 2018/2019 учебный год"],
        [],
        [null, "Школа", "ВПР математика 5 класс", null, null, "ОГЭ математика", null, null, "ОГЭ рус. яз."],
        [null, null, ...FIGURES, ...FIGURES, ...FIGURES],
        ...SCHOOLS.map((school, at) => [at + 1, school, 1, 0, 0, 1, 0, 0, at === 3 ? 2 : 1, 0, 0]),
      ],
      facts: ["ВПР математика 5", "ОГЭ математика", "ОГЭ русский язык"].flatMap((procedure, block) =>
        counted(
          SCHOOLS.map((school, at) => [school, block === 2 && at === 3 ? 2 : 1, 0, 4 + at] as const),
          { procedure, year: "2018/2019", columns: [2, 3, 4].map((column) => column + block * 3) },
        ),
      ),
      names: 1,
      loose: false,
    }),
    changes: [
      { kind: "mergeHeader", at: 220, which: 0, what: 0 },
      { kind: "splitHeader", at: 0, which: 0, what: 339 },
      { kind: "mergeHeader", at: 256, which: 0, what: 0 },
    ],
  },
];
