import type { SheetContent } from "../files";
import { own } from "../../xlsx/own";

/** What the page keeps without showing it. */
export type KeptKind = SheetContent | "rule" | "list";

/** Forms after 1, after 2, after 5. */
type Forms = readonly [one: string, few: string, many: string];

const KINDS: Readonly<Record<KeptKind, Forms>> = {
  chart: ["диаграмма", "диаграммы", "диаграмм"],
  image: ["рисунок", "рисунка", "рисунков"],
  shape: ["фигура", "фигуры", "фигур"],
  comment: ["примечание", "примечания", "примечаний"],
  pivotTable: ["сводная таблица", "сводные таблицы", "сводных таблиц"],
  slicer: ["срез", "среза", "срезов"],
  control: ["элемент управления", "элемента управления", "элементов управления"],
  object: ["вложенный объект", "вложенных объекта", "вложенных объектов"],
  rule: ["правило условного оформления", "правила условного оформления", "правил условного оформления"],
  list: ["выпадающий список", "выпадающих списка", "выпадающих списков"],
};

/** A note that is not of a part. */
export const FROM_1904 = "date1904";
/** The two systems lie 1462 days apart: support.microsoft.com, «Date systems in Excel». */
const DATES_FROM_1904 =
  "Даты этой книги считаются с 1904 года: здесь они показаны на 4 года и 1 день раньше, в файле остаются верными.";

const IN_BOOK: Readonly<Record<string, string>> = {
  vbaProject: "макросы",
  externalLink: "связи с другими книгами",
  connections: "подключения к данным",
  otherSheet: "листы диаграмм",
};

/**
 * The sentence for a sheet and its book; empty when there is nothing to say.
 * @example keptText(new Map([["chart", 2]]), []) // "На этом листе есть: 2 диаграммы. Сохраняется в файле, но здесь не показано."
 */
export function keptText(onSheet: ReadonlyMap<KeptKind, number>, inBook: readonly string[]): string {
  const counted = [...onSheet].flatMap(([kind, count]) =>
    count > 0 ? [`${count} ${plural(count, KINDS[kind])}`] : [],
  );
  const named = inBook.flatMap((kind) => own(IN_BOOK, kind) ?? []);
  const dates = inBook.includes(FROM_1904) ? [DATES_FROM_1904] : [];
  const sentences = [
    ...(counted.length > 0 ? [`На этом листе есть: ${counted.join(", ")}.`] : []),
    ...(named.length > 0 ? [`В книге есть: ${named.join(", ")}.`] : []),
  ];
  const kept = sentences.length > 0 ? [...sentences, "Сохраняется в файле, но здесь не показано."] : [];
  return [...kept, ...dates].join(" ");
}

const rules = new Intl.PluralRules("ru");

function plural(count: number, [one, few, many]: Forms): string {
  const rule = rules.select(count);
  return rule === "one" ? one : rule === "few" ? few : many;
}
