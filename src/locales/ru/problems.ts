import type { ProblemTexts } from "../problem-texts";

const reading: Readonly<Record<string, string>> = { add: "включить", remove: "исключить" };
const yearFrom: Readonly<Record<string, string>> = {
  column: "в столбце",
  title: "в названии таблицы",
  sheet: "в имени листа",
  file: "в имени файла",
};
const gaps: Readonly<Record<string, string>> = {
  form: "не указана форма (ВПР, ОГЭ, ЕГЭ)",
  subject: "не указан предмет",
  class: "не указан класс",
  level: "не указан уровень (базовая, профильная)",
  otherForm: "это не ВПР, не ОГЭ и не ЕГЭ",
};
/** A figure beside sure ones is worth a look; one that the result hangs on costs the result; nobody's costs nothing. */
const lost = (severity: string): string => {
  if (severity === "error") return "Результат не учтён.";
  return severity === "info"
    ? "Участников нет, на результаты это не влияет."
    : "Результат взят из других столбцов.";
};
const quoted = (text: string): string => (text === "" ? "" : ` «${text}»`);
const missing: Readonly<Record<string, string>> = { ground: "основание", date: "дату" };

/** Wording: what is wrong, then what to do. The cell is put in front by the caller. */
export const problems: ProblemTexts = {
  emptyWorkbook: () => "В книге нет данных. Откройте книгу с результатами ВПР, ОГЭ, ЕГЭ и повторите.",
  noResults: () =>
    "Результаты не найдены. Нужна таблица, где есть столбцы «Школа», «Участников» и «Не справились» (или доля, или отметки «2»–«5»), а процедура и учебный год указаны в заголовке или в столбцах.",
  noListedResults: ({ of }) =>
    `Результаты прочитаны (${of("procedures")}), но по правилу «${of("rule")}» судить не по чему: оно рассматривает русский язык и математику, и участников должно быть не меньше заданного числа. Добавьте результаты или измените настройки.`,
  sheetNotRecognised: () =>
    "лист похож на результаты, но таблица не понята, данные с него не учтены. Проверьте заголовки столбцов: школа, участники, не справились, доля.",
  columnNotRecognised: ({ of }) =>
    `столбец${quoted(of("header"))} не понят и не учтён. Если в нём результаты, уточните заголовок.`,
  rowNotRecognised: ({ of }) =>
    `строка «${of("text")}» не похожа ни на школу, ни на итог и не учтена. Проверьте её.`,
  yearUnknown: ({ of }) =>
    `${of("text") === "" ? "учебный год не указан" : `учебный год «${of("text")}» не понят`}, результаты не учтены. Впишите год в заголовок таблицы или в имя листа, например «2018/2019».`,
  yearDisagrees: ({ of }) =>
    `годы расходятся: в таблице ${of("used")}, ${yearFrom[of("from")] ?? "рядом"} ${of("other")}. Взят ${of("used")}, проверьте.`,
  procedureUnknown: ({ of }) =>
    `процедура${quoted(of("text"))} не определена: ${gaps[of("missing")] ?? "название неполное"}. Результаты не учтены. Образец: «ВПР математика 5», «ЕГЭ математика базовая».`,
  errorValue: ({ of, severity }) =>
    `в ячейке ошибка ${of("value")}. ${lost(severity)} Исправьте формулу или впишите число.`,
  notANumber: ({ of, severity }) =>
    `вместо числа стоит «${of("value")}». ${lost(severity)} Впишите число или «н/д».`,
  negativeCount: ({ of }) => `отрицательное число ${of("value")}, результат не учтён. Исправьте значение.`,
  fractionalCount: ({ of }) =>
    `дробное число ${of("value")} там, где считают людей, результат не учтён. Впишите целое число.`,
  failedAboveParticipants: ({ of }) =>
    `не справившихся (${of("failed")}) больше, чем участников (${of("participants")}), результат не учтён. Проверьте оба числа.`,
  shareOutOfRange: ({ of }) =>
    `доля ${of("value")} % вне пределов 0–100 %, результат не учтён. Исправьте значение.`,
  shareAmbiguous: ({ of }) =>
    `непонятно, доля это или процент: ${of("value")}. Результат не учтён. Добавьте знак % или укажите число не справившихся.`,
  shareDisagrees: ({ of, severity }) =>
    severity === "error"
      ? `${of("printed")} % не получается ни при каком числе из ${of("participants")} участников. Результат не учтён, проверьте оба числа.`
      : `указано ${of("printed")} %, а по числам это ${of("failed")} из ${of("participants")}. Взяты числа, проверьте строку.`,
  shareRoundingCouldFlip: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: доля округлена, точное значение может оказаться по другую сторону порога. Впишите число участников и не справившихся.`,
  marksDoNotSum: ({ of }) =>
    `сумма отметок ${of("sum")}, а должно быть ${of("participants")}. Результат не учтён, проверьте строку.`,
  incompleteRow: () =>
    "строка заполнена не полностью, результат не учтён. Впишите недостающее число или «н/д».",
  duplicateDiffers: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: разные данные дважды — ${of("first")} и ${of("second")}${related}. Не учтено ни то, ни другое: оставьте верное.`,
  duplicateSame: ({ of, related }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: те же данные повторены${related}. Учтены один раз.`,
  schoolNearMatch: ({ of, related }) =>
    `похожие названия: «${of("first")}» и «${of("second")}»${related}. Считаются разными школами; если это одна школа, напишите название одинаково.`,
  schoolNameMissing: () => "есть числа, но нет названия школы, строка не учтена. Впишите школу.",
  smallGroup: ({ of }) =>
    `${of("school")}, ${of("procedure")}, ${of("year")}: низкий результат у группы из ${of("participants")} чел. Малая группа, проверьте причины.`,
  yearBeforeSubstituted: ({ of }) =>
    `За ${of("wanted")} результатов нет, ${of("year")} сравнивается с ближайшим более ранним годом: ${of("used")}.`,
  yearMissing: ({ of }) =>
    `За ${of("year")} учебный год результатов нет. Выберите другой год или добавьте данные.`,
  adjustmentUnknownSchool: ({ of }) =>
    `решение «${reading[of("action")] ?? of("action")}» не применено: школы «${of("school")}» нет среди результатов. Напишите название как в таблице.`,
  adjustmentIncomplete: ({ of }) =>
    `у решения по школе «${of("school")}» не указали ${of("missing")
      .split(", ")
      .map((name) => missing[name] ?? name)
      .join(" и ")}. Решение применено, допишите.`,
  decisionUnreadable: ({ of }) =>
    of("value") === ""
      ? "строка решения заполнена не полностью. Укажите школу и решение: «включить» или «исключить»."
      : `решение «${of("value")}» не понято. Укажите школу и выберите «включить» или «исключить».`,
  requisiteUnknown: ({ of }) =>
    `реквизит «${of("label")}» неизвестен, значение не попадёт в документы. Верните исходное название строки.`,
};
