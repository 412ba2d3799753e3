import { readWorkbook } from "../../../src/domain/results/read";
import { sheet } from "./sheet";

const WIDE = sheet(
  `
  Результаты ВПР
  № | Школа | 2018/2019 | | Средний балл
  | | Математика 5, участники | «2» |
  1 | СОШ №1 | 10 | 3 | 3.5
  | Итого | 10 | 3 | 3.5
  * по данным школ
`,
  { file: "Свод.xlsx", merges: [[1, 2, 1, 3]] },
);

const LIST = sheet(
  `
  Школа | Участники | Не справились
  СОШ №1 | 10 | 3
`,
  { sheet: "ОГЭ математика 2019", file: "Работа.xlsx" },
);

test("every table says what it was taken for", () => {
  const { tables } = readWorkbook([WIDE, LIST], { openWorkbook: "Работа.xlsx" });
  expect(tables).toEqual([
    {
      file: "Свод.xlsx",
      sheet: "Лист1",
      layout: "wide",
      address: "A2:E6",
      header: "A2:E3",
      rows: 1,
      confidence: 1,
      columns: [
        { column: "A", role: "number" },
        { column: "B", role: "school" },
        {
          column: "C",
          role: "participants",
          year: 2019,
          yearFrom: "header",
          procedure: "ВПР математика 5",
          procedureFrom: "header",
        },
        {
          column: "D",
          role: "mark2",
          year: 2019,
          yearFrom: "header",
          procedure: "ВПР математика 5",
          procedureFrom: "header",
        },
        { column: "E", role: "other" },
      ],
      leftOut: [
        { address: "A5:E5", why: "total" },
        { address: "A6:E6", why: "note" },
      ],
    },
    {
      sheet: "ОГЭ математика 2019",
      layout: "long-list",
      address: "A1:C2",
      header: "A1:C1",
      rows: 1,
      confidence: 1,
      columns: [
        { column: "A", role: "school" },
        {
          column: "B",
          role: "participants",
          year: 2019,
          yearFrom: "sheet",
          procedure: "ОГЭ математика",
          procedureFrom: "sheet",
        },
        {
          column: "C",
          role: "failed",
          year: 2019,
          yearFrom: "sheet",
          procedure: "ОГЭ математика",
          procedureFrom: "sheet",
        },
      ],
      leftOut: [],
    },
  ]);
});

test("only what came from another file carries the file", () => {
  const { results } = readWorkbook([WIDE, LIST], { openWorkbook: "Работа.xlsx" });
  expect(results.map(({ source }) => source)).toEqual([
    { file: "Свод.xlsx", sheet: "Лист1", address: "C4:D4" },
    { sheet: "ОГЭ математика 2019", address: "B2:C2" },
  ]);
});

test("a layout joins as one entry of the list and wins where it is surer", () => {
  const own = {
    id: "own",
    recognise: () => [
      {
        layout: "own",
        confidence: 1.1,
        top: 0,
        bottom: 1,
        left: 0,
        right: 2,
        read: () => ({
          table: {
            sheet: "x",
            layout: "own",
            address: "A1",
            header: "A1",
            rows: 0,
            confidence: 1,
            columns: [],
            leftOut: [],
          },
          results: [],
          problems: [],
        }),
      },
    ],
  };
  const { tables } = readWorkbook([LIST], { layouts: [own] });
  expect(tables.map(({ layout }) => layout)).toEqual(["own"]);
});
