import { copyableSheets } from "../../../../src/domain/documents/file-copy";
import { readWorkbook } from "../../../../src/domain/results/read";
import { problemText } from "../../../../src/locales/problems";
import { lines, troubles } from "../lines";
import { sheet } from "../sheet";

const OF_TWO = [
  "СОШ №1 · ВПР математика 5 · 2025/2026 · 3/1 · E3:E5",
  "СОШ №2 · ВПР математика 5 · 2025/2026 · 1/1 · E6",
];

/** Three of school 1 have a mark, one of them «2»; one was absent. School 2: one, «2». Both classes are one parallel. */
test.each([
  [
    "school, class, name, subject, mark",
    `ВПР 2026
     Школа | Класс | ФИО | Предмет | Отметка
     СОШ №1 | 5А | Абракадабров Аб | Математика | 3
     СОШ №1 | 5А | Бубликовский Бу | Математика | 2
     СОШ №1 | 5Б | Вавилонюк Ва | Математика | 5
     СОШ №2 | 5А | Гогельмогель Го | Математика | 2
     СОШ №1 | 5Б | Дрюндель Др | Математика | отсутствовал`,
    OF_TWO,
    [],
  ],
  [
    "codes instead of names, the subject in the title, marks as text, a mark of the journal beside",
    `ВПР 2026, математика
     Школа | Класс | Код участника | Отметка за четверть | Отметка за ВПР
     СОШ №1 | 5А | 40001 | 2 | '3'
     СОШ №1 | 5А | 40002 | 3 | '2'
     СОШ №1 | 5Б | 40003 | 3 | '5'
     СОШ №2 | 5А | 40004 | 3 | '2'`,
    OF_TWO,
    [],
  ],
  [
    "ЕГЭ gives scores but for base mathematics: marks of it are asked about, once per procedure",
    `ЕГЭ 2026
     Школа | Класс | ФИО | Предмет | Отметка
     СОШ №1 | 11А | Абракадабров Аб | Русский язык | 3
     СОШ №1 | 11А | Бубликовский Бу | Русский язык | 4
     СОШ №1 | 11А | Абракадабров Аб | Математика базовая | 2
     СОШ №1 | 11А | Бубликовский Бу | Математика профильная | 4`,
    ["СОШ №1 · ЕГЭ математика базовая · 2025/2026 · 1/1 · E5"],
    ["procedureUnknown D3", "procedureUnknown D6"],
  ],
  [
    "two columns of marks are no list that could be read",
    `ВПР 2026, математика
     Школа | Класс | ФИО | Отметка | Оценка
     СОШ №1 | 5А | Абракадабров Аб | 3 | 2`,
    [],
    ["noResults", "pupilsNotRead A2:E3"],
  ],
  [
    "a list without schools is not read",
    `ВПР 2026, математика 5 класс
     № | ФИО | Отметка
     1 | Абракадабров Аб | 3`,
    [],
    ["noResults", "pupilsNotRead A2:C3"],
  ],
  [
    "a mark that is none, a school that is missing",
    `ВПР 2026
     Школа | Класс | ФИО | Предмет | Отметка
     СОШ №1 | 5А | Абракадабров Аб | Математика | 3
     СОШ №1 | 5А | Бубликовский Бу | Математика | Вавилонюк
      | 5Б | Гогельмогель Го | Математика | 5`,
    ["СОШ №1 · ВПР математика 5 · 2025/2026 · 1/0 · E3"],
    ["markUnknown E4", "schoolNameMissing A5"],
  ],
  [
    "neither form nor year told",
    `Школа | Класс | ФИО | Предмет | Отметка
     СОШ №1 | 9А | Абракадабров Аб | Математика | 3`,
    [],
    ["procedureUnknown D2"],
  ],
])("%s", (_name, text, results, problems) => {
  const reading = readWorkbook([sheet(text)]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
  const out = JSON.stringify(reading) + reading.problems.map((one) => problemText(one, "ru")).join("\n");
  expect(/Абракадабров|Бубликовский|Вавилонюк|Гогельмогель|Дрюндель|4000/.exec(out)).toBeNull();
});

test("a sheet of pupils cannot be copied into the workbook", () => {
  const list = sheet(
    `ВПР 2026, математика
     Школа | Класс | ФИО | Отметка
     СОШ №1 | 5А | Абракадабров Аб | 3`,
    { file: "список.xlsx" },
  );
  const reading = readWorkbook([list]);
  expect(reading.results).toHaveLength(1);
  expect(copyableSheets("список.xlsx", [list], reading)).toEqual([]);
});
