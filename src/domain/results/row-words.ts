import { normaliseText, remembered } from "./text";

/** What the label of a row says it is; a note with figures beside it becomes a question to the user. */
export type RowKind = "total" | "region" | "note" | "school" | "other";

const SCHOOL_WORDS =
  /(?:^|[ №])(?:[а-я]{0,4}(?:сош|оош|нош|сшг?|ош)(?: |$|\d)|м[бакч]?о[уо]|мбоу|маоу|мкоу|моу|гбоу|гкоу|гбу|мбу|мку|чоу|ано|школ|гимнази|лице[йяю]|кадет|интернат|сунц|колледж|техникум|(?:эв)?сош)|(?:сош|оош|нош)/;
const PLURAL = "(?:школы|лицеи|гимназии|интернаты|сош|оош|оо|оу|организации|учреждения)";
/** What no school's name begins with, whole words only: «Итоговская СОШ» is a school, «Итого по СОШ» is not. */
const TOTALS = new RegExp(
  `^(?:% |процент |доля )?(?:${[
    "(?:общий |общие )?итог[ои]?(?: |$)",
    "всего(?: |$)",
    "сумма(?: |$)",
    "средн(?:ее|ий|яя|ие|его|их)(?:$| (?:балл|значени|показат|процент|результат|отметк|%)| по )",
    "средние (?:общеобразовательные )?(?:школы|оо|оу|сош)",
    "среднии$",
    "в (?:среднем|целом)(?: |$)",
    "по (?:район|округ|муниципал|город|област|кра[юе](?: |$)|регион|республик|школам|всем|оо(?: |$)|оу(?: |$)|мо(?: |$)|росси|рф(?: |$))",
    "(?:вся )?выборка(?: |$)",
    "(?:мин|макс)(?:им)?(?:ум|альн[а-я]*)?(?:$| (?:балл|значени|показат|процент|результат|отметк|%)| по )",
    "медиана(?: |$)",
    "(?:россия|российская федерация|рф)(?:$| (?:вся|всего|в целом|reg))",
    "(?:доля|количество|число) (?:школ|оо|оу)(?: |$)",
    `(?:городские|сельские|все|прочие|остальные|другие|дневные|вечерние) ${PLURAL}(?: |$)`,
    // In the plural these are no names; «оо» and «оу» are both, and a total only with a territory.
    "(?:школы|лицеи|гимназии)(?: [а-я]|$)",
    "(?:оо|оу) (?:(?:[а-я]+ )?[а-я]*ого )?(?:муниципальн[а-я]* |городск[а-я]* )?(?:района|округа|города|муниципалитета|образования|области|региона|республики|края|мо|го|мр|рф|россии)(?: |$)",
  ].join("|")})`,
);
/** Where a name of a place may begin as a total does, and no word tells a school: not a thing to drop in silence. */
const MAYBE_TOTALS = /^(?:средн(?:ее|ий|яя|ие)|россия|российская федерация|рф|мин|макс|оо$|оу$)(?: |$)/;
/** A part of the row above: its people are counted there. */
const PARTS = /^(?:в т ч|в том числе|из них)(?: |$)/;
const REGION =
  /(?:^| )(?:муниципальн[а-я]* (?:район|округ|образовани)[а-я]*|городск(?:ой|ого) округ[а-я]*|район|округ|область|край|республика|мр|мо|го)(?: reg[a-zа-я0-9 ]*)?$|^(?:город|г|республика|муниципальн[а-я]* (?:район|округ|образовани)[а-я]*|городской округ|региональн[а-я]*|регион|мо|го) |^(?:регион|район|округ|муниципалитет|город|все муниципалитеты)(?: всего)?$/;
const NOTES =
  /^(?:примечани|прим |исп |исполнител|директор|начальник|заведующ|заместител|зам |руководител|методист|составил|подготовил|ответственн|тел |телефон|источник|м п$|подпись|дата|согласовано|утвержд|председател|специалист|главный|ведущий|по данным|данные |сведения|условные|н д |внимание|столбец \d+$)/;

/** Who signs or notes, with the school beside: «Директор МБОУ СОШ № 5». */
const SIGNED = /^(?:директор|зам|заместител[а-я]*|исп|исполнител[а-я]*|прим|примечани[а-я]*)(?: |$)/;

/** «Фамилия Имя Отчество», the last word a patronymic; «Фамилия И. О.». */
const PERSON =
  /^\s*[а-яё-]+ +[а-яё-]+ +[а-яё]+(?:ович|евич|ьич|овна|евна|ична|оглы|кызы)\s*$|^\s*[а-яё-]{2,} +[а-яё]\. ?[а-яё]\.?\s*$/i;
/** Two or three words with a capital each: «Фамилия Имя» where a figure is expected. */
const NAMES = /^\s*[А-ЯЁ][а-яё-]+(?: +[А-ЯЁ][а-яё-]*\.?){1,2}\s*$/;

/** Whether a text can be nothing but a person's name. */
export const looksLikePerson = (text: string): boolean => PERSON.test(text);

/** A cell's text for a problem; one that may be a pupil's name is not repeated (domain reference, Roadmaps: personal data). */
export function withoutPerson(text: string): string {
  return looksLikePerson(text) || NAMES.test(text) ? "…" : text;
}

/** Classifies the label of a row: its school cell, or the only text of the row. */
export const rowKind: (label: string) => RowKind = remembered((label) => {
  if (/^\s*(?:\*|<|¹|²|\d\)\s)/.test(label)) return "note";
  const text = normaliseText(label);
  const school = SCHOOL_WORDS.test(text);
  if (PARTS.test(text)) return "note";
  if (TOTALS.test(text)) return "total";
  if (NOTES.test(text)) return school && !SIGNED.test(text) ? "school" : "note";
  if (school || /^(?:оо|оу) [а-я]/.test(text)) return "school";
  if (MAYBE_TOTALS.test(text) || looksLikePerson(label)) return "note";
  return REGION.test(text) ? "region" : "other";
});

/** Whether a label is of a part of the row above: «в т.ч. филиал …». */
export function isPart(label: string): boolean {
  return PARTS.test(normaliseText(label));
}

/** Whether a text reads like the name of a school. */
export function looksLikeSchool(label: string): boolean {
  return rowKind(label) === "school";
}

/** The ФИС ОКО login glued to a name: «…(edu200001)»; layouts.md L1. */
export function loginOf(text: string): string | null {
  return /(?:^|[^a-z])((?:edu|sch|ksh)\d{5,8})(?!\d)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
