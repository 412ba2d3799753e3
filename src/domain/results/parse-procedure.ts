import { classIn } from "./class-letter";
import type { Form, Procedure } from "./procedure";
import { SUBJECTS } from "./subjects";
import { normaliseText, remembered, words } from "./text";
import { own } from "../text/own";

/** What texts tell of a procedure; a set with two members is a contradiction, not a choice. */
export interface ProcedureParts {
  readonly forms: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly levels: ReadonlySet<Level>;
  readonly grades: ReadonlySet<number>;
}

export type Level = "базовая" | "профильная" | "углублённая";

export const NO_PARTS: ProcedureParts = {
  forms: new Set(),
  subjects: new Set(),
  levels: new Set(),
  grades: new Set(),
};

/** Equal for equal parts. */
export function partsKey({ forms, subjects, levels, grades }: ProcedureParts): string {
  return [forms, subjects, levels, grades].map((set) => [...set].sort().join(",")).join("|");
}

/** Two classes at once, so that it is asked: «Класс» merged over another's column, whose numbers are no class. */
export const UNSURE_CLASS: ProcedureParts = { ...NO_PARTS, grades: new Set([0, -1]) };

/** Words that stand beside a procedure and say nothing of it. */
const FILLERS =
  /^(?:осен[а-я]*|весн[а-я]*|сентябр[а-я]*|октябр[а-я]*|март[а-я]*|апрел[а-я]*|пересдач[а-я]*|резерв[а-я]*|по|в|во|на|и|за|класс[а-я]*|кл|й|х|е|уровень|уровня|уровне|язык[а-я]*|яз|учебный|год[а-я]*|г|гг|мир[а-я]*|чтени[а-я]*|а|форма|предмет|результат[а-я]*|итоги|%|дол[яи]|количество|участник[а-я]*|участвовал[а-я]*|чел[а-я]*|не|справи[а-я]*|(?:на)?писа[а-я]*|участвова[а-я]*|освои[а-я]*|получил[а-я]*|статистика|отметкам|свод|сда[влю][а-я]*|сдачи|преодол[а-я]*|порог[а-я]*|получ[а-я]*|набра[а-я]*|отметк[а-я]*|оценк[а-я]*|балл[а-я]*|процент[а-я]*|успеваемость|качество|всего|выполн[а-я]*|обучающ[а-я]*|учащ[а-я]*|ученик[а-я]*|выпускник[а-я]*|написал[а-я]*|ниже|мин|минимум[а-я]*|минимальн[а-я]*)$/;
/** Other checks that are none of the three forms: their results are never taken for ВПР. ГВЭ: layouts.md L5. */
const OTHER_FORMS =
  /^(?:гвэ|рдр|нико|вкр|пиза|pisa|диагностич[а-я]*|контрольн[а-я]*|пробн[а-я]*|тренировочн[а-я]*|олимпиад[а-я]*|входн[а-я]*)$/;
const FULL_NAMES: readonly (readonly [RegExp, string])[] = [
  // A subject of its own, in whatever order its words stand.
  [/литературн[а-я]* чтени[а-я]* на родном(?: \(?русском\)?)? яз[а-я]*/g, "родночтение"],
  [/родн[а-я]* (?:русск[а-я]* )?литератур[а-я]*/g, "роднолит"],
  [/родн[а-я]* (?:русск[а-я]* яз[а-я]*|яз[а-я]*(?: русск[а-я]*)?|русск[а-я]*)/g, "роднойяз"],
  [/русск[а-я]* родн[а-я]*(?: яз[а-я]*)?/g, "роднойяз"],
  [/русс?к?[а-я]* яз[а-я]*/g, "русский"],
  [/всероссийск[а-я]* проверочн[а-я]* работ[а-я]*/g, "впр"],
  [/основно[а-я]* государственн[а-я]* экзамен[а-я]*/g, "огэ"],
  [/един[а-я]* государственн[а-я]* экзамен[а-я]*/g, "егэ"],
];
const FORMS: Readonly<Record<string, Form>> = { впр: "ВПР", огэ: "ОГЭ", егэ: "ЕГЭ" };

/** What one text tells of form, subject, level and class. */
export const procedureParts: (text: string) => ProcedureParts = remembered(readParts);

function readParts(text: string): ProcedureParts {
  const plain = FULL_NAMES.reduce(
    (long, [name, short]) => long.replace(name, short),
    withoutYears(normaliseText(text)),
  );
  const tokens = words(plain);
  const programme = /(?:программ[а-я]* (?:за )?)(\d{1,2})(?: го)? кл/.exec(plain)?.[1];
  const forms = new Set<string>();
  const subjects = new Set<string>();
  const levels = new Set<Level>();
  const bare: number[] = [];
  const grades = new Set<number>();
  let unknown = 0;
  const codes: string[] = [];
  tokens.forEach((token, at) => {
    const form = formOf(token, tokens[at + 1]);
    const subject = subjectOf(token);
    const level = levelOf(token);
    if (form !== null) forms.add(form);
    else if (subject !== null) subjects.add(subject);
    else if (level !== null) levels.add(level);
    else if (/^\d+$/.test(token)) {
      if (tokens[at - 1] === "гиа") return;
      if (isClassNumber(tokens, at)) grades.add(Number(token));
      else bare.push(Number(token));
    } else if (CODES.has(token)) codes.push(token);
    else if (token === "б" || token === "п") levels.add(token === "б" ? "базовая" : "профильная");
    else if (!FILLERS.test(token)) unknown += 1;
  });
  const isProcedure = unknown === 0;
  // A code alone, or beside a form or a class: «МА 5», «ЕГЭ МА проф».
  if (isProcedure && subjects.size === 0) for (const code of codes) subjects.add(CODES.get(code) ?? code);
  const short = isProcedure && (subjects.size > 0 || forms.size > 0);
  if (short && grades.size === 0)
    for (const number of bare) if (number >= 4 && number <= 11) grades.add(number);
  if (programme !== undefined) return { forms, subjects, levels, grades: new Set([Number(programme)]) };
  return {
    forms,
    subjects,
    levels: short || subjects.size > 0 ? levels : longLevels(levels, tokens),
    grades,
  };
}

/** «б» and «п» are levels only in a text that names a subject; a full word always. */
function longLevels(levels: ReadonlySet<Level>, tokens: readonly string[]): ReadonlySet<Level> {
  return tokens.some((token) => token.length > 2 && levelOf(token) !== null) ? levels : new Set();
}

const CODES = new Map(SUBJECTS.flatMap(({ title, codes }) => codes.map((code) => [code, title] as const)));

function withoutYears(plain: string): string {
  return plain.replace(/20\d\d( ?(?:20)?\d\d(?= |$))?/g, " ");
}

function formOf(token: string, next: string | undefined): string | null {
  if (token === "гиа") return next === "9" ? "ОГЭ" : next === "11" ? "ЕГЭ" : null;
  return own(FORMS, token) ?? (OTHER_FORMS.test(token) ? token : null);
}

const subjectOf = remembered((token: string): string | null => {
  const found = SUBJECTS.find(
    ({ stems, whole }) => whole.includes(token) || stems.some((stem) => token.startsWith(stem)),
  );
  return found?.title ?? null;
});

/** Whether a word of a normalised text names a subject, in full or by its code, or goes with one: «рус. яз.», «проф.». */
export function isSubjectWord(token: string): boolean {
  return (
    subjectOf(token) !== null ||
    CODES.has(token) ||
    levelOf(token) !== null ||
    /^(?:яз|язык[а-я]*|мир[а-я]*|чтени[а-я]*)$/.test(token)
  );
}

function levelOf(token: string): Level | null {
  if (/^баз(?:а|ов[а-я]*|овый)?$/.test(token)) return "базовая";
  if (/^проф(?:и?л?ь?|ильн[а-я]*|иль[а-я]*)$/.test(token)) return "профильная";
  return /^углубл[а-я]*$/.test(token) ? "углублённая" : null;
}

/** «5 кл», «5-й класс», «5-х классах», «класс 5», «класс: 5». */
function isClassNumber(tokens: readonly string[], at: number): boolean {
  const isClass = (token: string | undefined): boolean =>
    token !== undefined && /^(?:кл|класс[а-я]*)$/.test(token);
  const ending = /^(?:й|х|е|го|ый|ые|ых|и|м|параллель)$/;
  // «5, 6 классы»: both are classes.
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next] ?? "";
    if (isClass(token)) return true;
    if (!ending.test(token) && !/^\d{1,2}$/.test(token)) break;
  }
  return isClass(tokens[at - 1]);
}

/** A cell of a column «Класс»: «5», «5 класс», «5А». */
export function gradeParts(text: string): ProcedureParts {
  const one = classIn(text);
  if (one !== null) return { ...NO_PARTS, grades: new Set([one.grade]) };
  const match = /^(\d{1,2})(?: (?:й|х|е))?(?: (?:кл|класс[а-я]*))?$/.exec(normaliseText(text));
  return match === null ? NO_PARTS : { ...NO_PARTS, grades: new Set([Number(match[1])]) };
}

/** Adds two texts of equal weight, such as the rows of one header: differing parts contradict each other. */
export function joinParts(one: ProcedureParts, other: ProcedureParts): ProcedureParts {
  return {
    forms: new Set([...one.forms, ...other.forms]),
    subjects: new Set([...one.subjects, ...other.subjects]),
    levels: new Set([...one.levels, ...other.levels]),
    grades: new Set([...one.grades, ...other.grades]),
  };
}

/** Fills what the stronger text leaves open from the weaker one (header → title → sheet name → file name). */
export function fillParts(strong: ProcedureParts, weak: ProcedureParts): ProcedureParts {
  return {
    forms: strong.forms.size > 0 ? strong.forms : weak.forms,
    // A level or a class of another subject says nothing of this one.
    subjects: strong.subjects.size > 0 ? strong.subjects : weak.subjects,
    levels: strong.levels.size > 0 ? strong.levels : weak.levels,
    grades: strong.grades.size > 0 ? strong.grades : weak.grades,
  };
}

/** Leaves out what a text tells in two ways: a title «ВПР, ОГЭ, ЕГЭ» names no form of the table under it. */
export function clearParts({ forms, subjects, levels, grades }: ProcedureParts): ProcedureParts {
  const one = <T>(set: ReadonlySet<T>): ReadonlySet<T> => (set.size > 1 ? new Set() : set);
  return { forms: one(forms), subjects: one(subjects), levels: one(levels), grades: one(grades) };
}

/** Parts without the kinds that others tell. @example without a subject where `told` has one, whichever it is */
export function withoutKinds(parts: ProcedureParts, told: ProcedureParts): ProcedureParts {
  const kept = <T>(set: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> =>
    other.size > 0 ? new Set() : set;
  return {
    forms: kept(parts.forms, told.forms),
    subjects: kept(parts.subjects, told.subjects),
    levels: kept(parts.levels, told.levels),
    grades: kept(parts.grades, told.grades),
  };
}

export function hasParts(parts: ProcedureParts): boolean {
  return parts.forms.size + parts.subjects.size + parts.levels.size + parts.grades.size > 0;
}

/** `otherForm`: told, and none of ВПР, ОГЭ, ЕГЭ. */
export type ProcedureGap = "form" | "otherForm" | "subject" | "class" | "level";

/**
 * The one procedure that the parts tell, or what is missing or told in two ways.
 * Without a form, classes 4–8 and 10 are ВПР and a level without a class is ЕГЭ: no other of the three forms has them.
 */
export function resolveProcedure(parts: ProcedureParts): Procedure | ProcedureGap {
  if (isOtherForm(parts)) return "otherForm";
  const subject = only(parts.subjects);
  if (subject === null) return "subject";
  const grade = only(parts.grades);
  const level = only(parts.levels);
  const form = parts.forms.size === 0 ? impliedForm(grade, level) : knownForm(only(parts.forms));
  if (form === null) return "form";
  if (form === "ВПР") {
    if (grade === null || grade < 4 || grade > 11) return "class";
    return { form, subject: level === "углублённая" ? `${subject} ${level}` : subject, grade };
  }
  if (parts.grades.size > 1 || (grade !== null && grade !== (form === "ОГЭ" ? 9 : 11))) return "class";
  if (form === "ОГЭ" || subject !== "математика") return { form, subject };
  return level === null || level === "углублённая" ? "level" : { form, subject: `${subject} ${level}` };
}

function only<T>(set: ReadonlySet<T>): T | null {
  const [first] = set;
  return set.size === 1 && first !== undefined ? first : null;
}

function knownForm(form: string | null): Form | null {
  return form === "ВПР" || form === "ОГЭ" || form === "ЕГЭ" ? form : null;
}

/** Whether the parts tell one form that is none of the three: ГВЭ, РДР, an olympiad. */
function isOtherForm({ forms }: ProcedureParts): boolean {
  const form = only(forms);
  return form !== null && knownForm(form) === null;
}

function impliedForm(grade: number | null, level: Level | null): Form | null {
  if (grade !== null) return (grade >= 4 && grade <= 8) || grade === 10 ? "ВПР" : null;
  return level === "базовая" || level === "профильная" ? "ЕГЭ" : null;
}

/**
 * Reads a procedure out of one text, in any order and abbreviation; null where the text does not tell exactly one.
 * @example parseProcedure("ВПР рус. яз. 5 кл.") // { form: "ВПР", subject: "русский язык", grade: 5 }
 * @example parseProcedure("ЕГЭ математика") // null: base or profile is not told
 */
export function parseProcedure(text: string): Procedure | null {
  const resolved = resolveProcedure(procedureParts(text));
  return typeof resolved === "string" ? null : resolved;
}
