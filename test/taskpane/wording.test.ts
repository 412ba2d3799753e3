import { templateSheetName } from "../../src/domain/measures/template-sheet";
import { templateIds } from "../../src/domain/measures/templates";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { noticeText } from "../../src/locales/notices";
import { askedPane as askedEn } from "../../src/locales/en/asked-pane";
import { controlPane as controlEn } from "../../src/locales/en/control-pane";
import { pane as paneEn } from "../../src/locales/en/pane";
import { askedPane as askedRu } from "../../src/locales/ru/asked-pane";
import { insightPane } from "../../src/locales/ru/insight-pane";
import { pane } from "../../src/locales/ru/pane";

const plain = (text: string): string => text.replaceAll("\u00A0", " ");

/** The genitive: singular after 1, 21, 31, but not after 11. */
test.each([
  [1, "от 1 участника"],
  [2, "от 2 участников"],
  [11, "от 11 участников"],
  [21, "от 21 участника"],
  [111, "от 111 участников"],
])("a minimum of %i", (minParticipants, expected) => {
  const { threshold, ruleId, retakes } = DEFAULT_SETTINGS;
  const parts = pane.settings.sentence({
    threshold,
    ruleId,
    retakes,
    year: null,
    yearBefore: null,
    minParticipants,
  });
  expect(parts.find(({ field }) => field === "minParticipants")?.text).toBe(expected);
});

test.each([
  [1, 1, "Войдёт 1, выйдет 1"],
  [2, 1, "Войдут 2, выйдет 1"],
  [21, 11, "Войдёт 21, выйдут 11"],
  [0, 5, "Войдут 0, выйдут 5"],
  [0, 0, "Состав тот же"],
])("%i enter, %i leave", (enter, leave, expected) => {
  expect(insightPane.whatIf.moves(enter, leave)).toBe(expected);
});

test.each([
  [["А"], "Лист «А» с вашими правками не тронут, новый стоит рядом."],
  [["А", "Б"], "Листы «А» и «Б» с вашими правками не тронуты, новые стоят рядом."],
])("sheets that were kept: %j", (names, expected) => {
  expect(plain(pane.roadmap.kept(names))).toBe(expected);
});

/** A decimal comma and a space before «%» in Russian, a point and none in English. */
test.each([
  [30, "низкий результат (порог 30 %)", "low result (threshold 30%)"],
  [33.3, "низкий результат (порог 33,3 %)", "low result (threshold 33.3%)"],
])("a low result at %d per cent", (threshold, russian, english) => {
  expect(plain(askedRu.low("low", threshold))).toBe(russian);
  expect(askedEn.low("low", threshold)).toBe(english);
});

/** 27 characters: Excel has 31, and « (2)» takes four. */
test.each([
  ["own:Наш", "Наш", "Шаблон – Наш"],
  ["own:1", "Дорожная карта по ресурсам и кадрам", "Шаблон – Дорожная карта"],
  ["own:2", "План работы и контроля", "Шаблон – План работы"],
  ["project-500", "Дорожная карта проекта «500+»", "Шаблон – Проект «500+»"],
  ["own:3", "Сверхдлинноеназваниебезпробелов", "Шаблон – Сверхдлинноеназваниебезпробелов"],
])("the sheet of the template %s, %s", (id, name, expected) => {
  expect(templateSheetName(id, name)).toBe(expected);
});

test("every template has a sheet name of its own, shorter than Excel's limit", () => {
  const names = templateIds.map((id) => templateSheetName(id, "Дорожная карта с одним началом на всех"));
  expect(new Set(names).size).toBe(templateIds.length);
  expect(names.filter((name) => name.length > 27)).toEqual([]);
});

test("a cell not shown and settings not kept say nothing of what became of the workbook", () => {
  for (const about of ["select", "settings"] as const)
    for (const code of ["sheetGone", "hostFailed", "cellEditing", "noAnswer"])
      for (const locale of ["ru", "en"] as const)
        expect(noticeText(about, code, locale)).not.toMatch(/не изменен|убран|unchanged|removed/i);
  expect(noticeText("select", "sheetGone", "ru")).toMatch(/^Лист удалён/);
});

test.each([
  ["a decision", paneEn.schools.ground("", "2026-09-01"), "no ground given, 1 September 2026"],
  ["a decision without a date", paneEn.schools.ground("Order 7", null), "Order 7, no date given"],
  ["a deadline", controlEn.item("1", "2027-03-14", -1), "No. 1, by 14 March 2027, overdue by 1 day"],
  ["the end of the plan", paneEn.start.over("2027-05-31"), "ended on 31 May 2027."],
])("a date in the English pane, of %s: English months, day first", (_, text, expected) => {
  expect(plain(text)).toContain(expected);
});
