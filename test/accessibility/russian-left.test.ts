import { russianLeft, type RussianLeft } from "../../scripts/accessibility/russian-left";

let left: RussianLeft;
beforeAll(async () => {
  left = await russianLeft();
});

test.each<[text: string, remains: boolean, why: string]>([
  ["Order 7, 9 января 2026 г.", true, "a date with a Russian month is the pane's own"],
  ["Прочитать результаты", true, "a button that was not translated"],
  ["Read the results: ещё 3", true, "one word among English ones"],
  ["sheet “ВПР 2025”, C25:E25", false, "a sheet of the workbook"],
  ["МБОУ «Ольховская ООШ»: results for 2024/2025 only", false, "a school, then English"],
  ["Кол-во участников –", false, "a heading of the workbook"],
  ["ЕГЭ математика профильная, 2025/2026: 30.8% (4 of 13)", false, "a procedure"],
  ["Make from it: Дорожная карта проекта «500+»", false, "a template, which is a Russian document"],
  ["Управление образования, Методический центр", false, "roles as documents write them"],
])("%s: Russian left: %s (%s)", (text, remains) => {
  expect(left([text])).toEqual(remains ? [text] : []);
});
