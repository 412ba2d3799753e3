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

const MARKS =
  "Группы участников | Кол-во ОО | Кол-во участников | 2 | 3 | 4 | 5\nСОШ №1(edu200001) | | 20 | 35 | 25 | 25 | 15";
const PROTOCOL =
  "№ | Код ОО | Класс | Код ППЭ | Фамилия | Имя | Отчество | Первичный балл | Оценка\n1 | 13450 | 9А | 101 | Абракадабров | Аб | Вг | 10 | 2";
const LISTED = (subject: string): string =>
  `Школа | Класс | ФИО |${subject === "" ? "" : " Предмет |"} Отметка\nСОШ №1 | 5А | Абракадабров Аб |${subject} 3`;

test.each([
  ["title", `ВПР 2026 Русский язык 4 класс\n${MARKS}`, "Лист1", undefined],
  ["sheet", `Статистика по отметкам\n${MARKS}`, "ВПР 2026 РУ 4", undefined],
  ["file", `Статистика по отметкам\n${MARKS}`, "Лист1", "ВПР 2026 русский язык 4 класс.xlsx"],
  ["title", `02 - Математика 2026.06.02\n${PROTOCOL}`, "Лист1", undefined],
  ["file", PROTOCOL, "Лист1", "02_2026.06.02.csv"],
  ["title", `ОГЭ 2026 математика\n${PROTOCOL}`, "Лист1", undefined],
  ["column", `ВПР 2026\n${LISTED(" Математика |")}`, "Лист1", undefined],
  ["title", `ВПР 2026 математика 5 класс\n${LISTED("")}`, "Лист1", undefined],
])("the procedure of a known layout comes from: %s", (from, text, name, file) => {
  const { tables, results } = readWorkbook([
    sheet(text, { sheet: name, ...(file === undefined ? {} : { file }) }),
  ]);
  expect(results).toHaveLength(1);
  const told = tables.flatMap(({ columns }) => columns.filter(({ procedure }) => procedure !== undefined));
  expect([...new Set(told.map(({ procedureFrom }) => procedureFrom))]).toEqual([from]);
});
