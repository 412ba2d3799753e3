import { readWorkbook } from "../../../src/domain/results/read";
import { classIn } from "../../../src/domain/results/class-letter";
import { lines, troubles } from "./lines";
import { sheet } from "./sheet";

test.each([
  ["5А", "5А"],
  ["5 «Б»", "5Б"],
  ["5-в класс", "5В"],
  ["11Б", "11Б"],
  ["9A", "9А"],
  ["Математика 6В, участники", "6В"],
  ["5", ""],
  ["5 класс", ""],
  ["5-е классы", ""],
  ["5-х", ""],
  ["МА 5", ""],
  ["12А", ""],
  ["5 и 6 классы", ""],
])("%s names the class «%s»", (text, expected) => {
  const found = classIn(text);
  expect(found === null ? "" : `${found.grade}${found.letter}`).toBe(expected);
});

const BOTH = [
  "СОШ №1 · ВПР математика 5 · 2025/2026 · 42/8 · ",
  "СОШ №2 · ВПР математика 5 · 2025/2026 · 18/1 · ",
];
const at = (...areas: readonly string[]): string[] => areas.map((area, row) => `${BOTH[row] ?? ""}${area}`);

/** 20 + 22 took part, 3 + 5 failed; school 2 has one class. */
test.each([
  [
    "columns of a class each, two rows of header",
    `Школа | 5А | | 5Б |
      | Участников | «2» | Участников | «2»
     СОШ №1 | 20 | 3 | 22 | 5
     СОШ №2 | 18 | 1 | | `,
    at("B4:E4", "B5:C5"),
    [],
  ],
  [
    "columns of a class each, one row of header",
    `Школа | 5А участников | 5А «2» | 5Б участников | 5Б «2»
     СОШ №1 | 20 | 3 | 22 | 5
     СОШ №2 | 18 | 1 | н/д | н/д`,
    at("B3:E3", "B4:C4"),
    [],
  ],
  [
    "rows of a class each",
    `Школа | Класс | Участников | «2»
     СОШ №1 | 5А | 20 | 3
     СОШ №1 | 5Б | 22 | 5
     СОШ №2 | 5А | 18 | 1`,
    at("C3:D4", "C5:D5"),
    [],
  ],
  [
    "the parallel itself beside its classes counts, and is no duplicate of them",
    `Школа | Класс | Участников | «2»
     СОШ №1 | 5А | 20 | 3
     СОШ №1 | 5Б | 22 | 5
     СОШ №1 | 5 | 42 | 8`,
    at("C5:D5"),
    [],
  ],
  [
    "one class that cannot be read takes the whole parallel with it",
    `Школа | Класс | Участников | «2»
     СОШ №1 | 5А | 20 | 3
     СОШ №1 | 5Б | много | 5
     СОШ №2 | 5А | 18 | 1`,
    [],
    // school 2's «5А» stands alone then: no other letter was read
    ["notANumber C4", "classesNotAdded C3:D3", "classesNotAdded C5:D5"],
  ],
  [
    "one class twice",
    `Школа | Класс | Участников | «2»
     СОШ №1 | 5А | 20 | 3
     СОШ №1 | 5А | 22 | 5`,
    [],
    ["classesNotAdded C3:D3"],
  ],
  [
    "shares of classes make no share of the parallel",
    `Школа | 5А, % не справившихся | 5Б, % не справившихся
     СОШ №1 | 15 | 22`,
    [],
    ["classesNotAdded B3"],
  ],
])("%s", (_name, body, results, problems) => {
  const reading = readWorkbook([sheet(`ВПР 2026 математика\n${body}`)]);
  expect({ results: lines(reading), problems: troubles(reading) }).toEqual({ results, problems });
});
