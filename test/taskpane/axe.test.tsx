/** @jest-environment jsdom */
import "./dom";
import axe from "axe-core";
import { WorkbookError } from "../../src/excel/port";
import { EARLIER, fakeWorkbook, type FakeWorkbook } from "./fake-workbook";
import { button, press, show, TO_DATA, TO_END, TO_ROADMAP, TO_SCHOOLS } from "./show";

const refusing = () => Promise.reject(new WorkbookError("structureProtected", ""));

/** Every screen: how it is reached and the button that shows that it is there. */
const SCREENS: readonly [string, () => FakeWorkbook, readonly string[], string | null][] = [
  ["start", () => fakeWorkbook(), [], "Прочитать результаты"],
  ["reading", () => fakeWorkbook(undefined, {}, { read: () => new Promise(() => undefined) }), TO_DATA, null],
  ["data", () => fakeWorkbook(), TO_DATA, "Показать школы"],
  ["settings", () => fakeWorkbook(), [...TO_DATA, "Изменить"], "Применить"],
  ["schools", () => fakeWorkbook(), TO_SCHOOLS, "Перейти к дорожной карте"],
  ["plan", () => fakeWorkbook(), TO_ROADMAP, "Создать дорожную карту"],
  ["question", () => fakeWorkbook(undefined, { own: EARLIER }), TO_END, "Обновить листы"],
  ["summary", () => fakeWorkbook(), TO_END, "Открыть дорожную карту"],
  ["nothing read", () => fakeWorkbook([]), TO_DATA, "Прочитать заново"],
  ["failure", () => fakeWorkbook(undefined, {}, { write: refusing }), TO_END, "Повторить"],
  [
    "notice",
    () => fakeWorkbook(undefined, {}, { select: refusing }),
    [...TO_DATA, "лист «ВПР», E11"],
    "Закрыть сообщение",
  ],
];

test.each(SCREENS)("axe finds nothing on the screen: %s", async (_, workbook, path, there) => {
  document.documentElement.lang = "ru";
  document.title = "ШНОР";
  const user = show(workbook());
  await press(user, ...path);
  if (there !== null) await button(there);
  // colours are not computed in jsdom
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
