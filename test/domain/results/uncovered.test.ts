import type { RecognisedTable } from "../../../src/domain/results/layouts/layout";
import { viewSheet } from "../../../src/domain/results/sheet-view";
import { uncoveredSchools } from "../../../src/domain/results/uncovered";

/** A school known by its number alone, above a table that begins in row 3. */
const view = viewSheet({
  sheet: "Отметки",
  top: 0,
  left: 0,
  cells: [
    ["№ 5", 20, 4],
    [null, null, null],
    ["Школа", "Участники", "«2»"],
    ["№ 7", 18, 3],
  ],
});
const table = { top: 2, bottom: 3, left: 0, right: 2 } as RecognisedTable; // only the claimed area is looked at

test.each([
  // its figures would be lost with the header that stood above it
  ["beside a table", [table], { top: 0, bottom: 0, left: 0, right: 2 }],
  // «№ 5» with numbers is anything where nothing is known to be results
  ["without any table", [], null],
])("a school named by its number alone, %s", (_name, claims, expected) => {
  expect(uncoveredSchools(view, claims)).toEqual(expected);
});

/** Labels of figures below a table, with the text that stands over their two numbers. */
const below = (name: string | null) =>
  viewSheet({
    sheet: "Свод",
    top: 0,
    left: 0,
    cells: [
      ["Школа", "Участники", "«2»"],
      ["СОШ № 1", 18, 3],
      [null, name, null],
      ["участников", 50, null],
      ["получили «2»", 9, null],
    ],
  });
const whole = { top: 2, bottom: 4, left: 0, right: 1 };

test.each([
  ["a text that may be a school's name", "Берёзовская", whole],
  ["nothing: the table is summed up", null, null],
  ["the word for a total", "Итого", null],
  ["the municipality", "Н-ский муниципальный округ", null],
  // a summary of the municipality by years, subjects, classes or plan, which staff ordinarily keep
  ["a school year", "2024/2025", null],
  ["a year", "2025 г.", null],
  ["a subject", "Русский язык", null],
  ["a procedure", "ВПР математика 5", null],
  ["a class", "5А", null],
  ["a unit", "чел.", null],
  ["the word for a value", "Значение", null],
  ["a plan", "План", null],
  ["a change", "+/-", null],
  ["several schools", "Сельские школы", null],
  ["a group", "Группа 1", null],
  ["a date", "04.06.2026", null],
  ["a month", "Апрель", null],
  ["pupils, whose word has «нош» in it", "Юноши", null],
  ["a teacher", "Иванова И. И.", null],
])("labels of both figures with numbers under %s", (_name, name, expected) => {
  const table = { top: 0, bottom: 1, left: 0, right: 2 } as RecognisedTable; // only the claimed area is looked at
  expect(uncoveredSchools(below(name), [table])).toEqual(expected);
});

test.each([
  ["one school", "СОШ № 5", true],
  ["an office's summary", "Статистика по муниципалитету", false],
  ["nothing", null, false],
])("labels of both figures under a text of their own column: %s", (_name, heading, asked) => {
  const cells = [
    [heading, null],
    ["участников", 50],
    ["получили «2»", 9],
  ];
  const found = uncoveredSchools(viewSheet({ sheet: "Свод", top: 0, left: 0, cells }), []);
  expect(found !== null).toBe(asked);
});

/** Figures by subject are of a school where the sheet or a title names it, and of the municipality where an office does. */
test.each([
  ["the sheet is named by a school", "СОШ № 5", null, true],
  ["the title is a school's name", "Свод", "МБОУ «Берёзовская школа»", true],
  ["the title is of all schools", "Свод", "Результаты школ Н-ского района", false],
  ["the letterhead is a centre's", "Свод", "МБУ «Информационно-методический центр»", false],
])("figures by subject: %s", (_name, name, title, asked) => {
  const cells = [
    [title, null],
    ["Показатель", "Математика"],
    ["участников", 50],
    ["получили «2»", 9],
  ];
  const found = uncoveredSchools(viewSheet({ sheet: name, top: 0, left: 0, cells }), []);
  expect(found !== null).toBe(asked);
});
