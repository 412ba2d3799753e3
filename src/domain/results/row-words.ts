import { normaliseText, remembered } from "./text";

/** What the label of a row says it is. */
export type RowKind = "total" | "region" | "note" | "school" | "other";

const SCHOOL_WORDS =
  /(?:^|[ №])(?:[а-я]{0,4}(?:сош|оош|нош|сшг?|ош)(?: |$|\d)|м[бакч]?о[уо]|мбоу|маоу|мкоу|моу|гбоу|гкоу|гбу|мбу|мку|чоу|ано|школ|гимнази|лице[йяю]|кадет|интернат|сунц|колледж|техникум|(?:эв)?сош)|(?:сош|оош|нош)/;
const TOTALS =
  /^(?:% |процент |доля )?(?:(?:общий )?итог|всего(?: |$)|сумма|среднее|среднии|средний (?:балл|показат|процент|результат|по)|средн[а-я]* (?:значени|показат|по |процент)|средние|в среднем|в целом|по (?:район|округ|муниципал|город|област|кра[юе]|регион|республик|школам|всем|оо |мо |росси|рф)|вся выборка|выборка|миним|максим|медиана|россия|российская федерация|рф$|доля школ|количество школ|(?:городские|сельские|все|прочие|остальные|другие) (?:школ|оо|оу|сош)|(?:школы|лицеи|гимназии|оо|оу)(?: [а-я]|$))/;
const REGION =
  /(?:^| )(?:муниципальн[а-я]* (?:район|округ|образовани)[а-я]*|городск(?:ой|ого) округ[а-я]*|район|округ|область|край|республика|мр|мо|го)(?: reg[a-zа-я0-9 ]*)?$|^(?:город|г|республика|муниципальн[а-я]* (?:район|округ|образовани)[а-я]*|городской округ|региональн[а-я]*|регион|мо|го) |^(?:регион|район|округ|муниципалитет|город|все муниципалитеты)(?: всего)?$/;
const NOTES =
  /^(?:примечани|прим |исп |исполнител|директор|начальник|заведующ|заместител|зам |руководител|методист|составил|подготовил|ответственн|тел |телефон|источник|м п$|подпись|дата|согласовано|утвержд|председател|специалист|главный|ведущий|по данным|данные |сведения|условные|н д |внимание)/;

/** Classifies the label of a row: its school cell, or the only text of the row. */
export const rowKind: (label: string) => RowKind = remembered((label) => {
  if (/^\s*(?:\*|<|¹|²|\d\)\s)/.test(label)) return "note";
  const text = normaliseText(label);
  const school = SCHOOL_WORDS.test(text);
  if (TOTALS.test(text) && !/^средн[а-я]* (?:школ|общеобр)/.test(text)) return "total";
  if (NOTES.test(text)) return school && !/^(?:директор|зам|исп|примеч)/.test(text) ? "school" : "note";
  if (school) return "school";
  return REGION.test(text) ? "region" : "other";
});

/** Whether a text reads like the name of a school. */
export function looksLikeSchool(label: string): boolean {
  return rowKind(label) === "school";
}

/** The ФИС ОКО login glued to a name: «…(edu200001)»; layouts.md L1. */
export function loginOf(text: string): string | null {
  return /(?:^|[^a-z])((?:edu|sch|ksh)\d{5,8})(?!\d)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
