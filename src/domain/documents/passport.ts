import { formatYear } from "../results/year";
import type { Adjustment } from "../identification/verdict";
import type { Rule } from "../identification/rule";
import { counted, formatDate, formatPercent, joinRussian } from "../text/russian";
import { conclude, type Findings } from "./conclusions";
import { requisite, type Requisites } from "./requisites";
import type { ExcludedSchool } from "../schools/settle-with-registry";

/** Decisions of people, kept apart from what was computed. */
export interface ByHand {
  /** Schools that the registry keeps out of the judging. */
  readonly excluded?: readonly ExcludedSchool[];
  readonly added: readonly Adjustment[];
  readonly removed: readonly Adjustment[];
}

/** A paragraph with the name of its place: a conclusion that appears does not rename those after it. */
export interface Paragraph {
  readonly id: string;
  readonly text: string;
}

/** Section 1 of a roadmap's passport: the problem, as paragraphs. */
export function problemParagraphs(
  findings: Findings,
  byHand: ByHand,
  requisites: Requisites,
): readonly Paragraph[] {
  const { identification } = findings;
  const conclusions = conclude(findings);
  const named = (id: string, texts: readonly string[]): Paragraph[] =>
    texts.map((text, index) => ({ id: index === 0 ? id : `${id}/${index + 1}`, text }));
  return [
    ...named("problem found", [found(findings, requisites)]),
    ...named("problem by hand", byHandTexts(byHand)),
    ...named("problem criteria", criteriaTexts(identification.rule)),
    ...named("problem low", [lowMeans(identification.threshold, identification.minParticipants)]),
    ...(identification.procedures.length === 0
      ? []
      : named("problem procedures", [`Рассмотрены процедуры: ${identification.procedures.join("; ")}.`])),
    ...(conclusions.length === 0 ? [] : named("conclusions", ["По результатам анализа сделаны выводы:"])),
    ...conclusions.map(({ id, text }, index) => ({
      id: `conclusion ${id}`,
      text: `${index + 1}) ${index === conclusions.length - 1 ? text.replace(/\.?$/, ".") : `${text};`}`,
    })),
    ...(groupIsEmpty(findings, byHand) ? [] : named("why a plan", [WHY_A_PLAN])),
  ];
}

/** The same as texts alone. */
export const describeProblem = (...given: Parameters<typeof problemParagraphs>): readonly string[] =>
  problemParagraphs(...given).map(({ text }) => text);

const WHY_A_PLAN =
  "Перечисленным школам нужна адресная поддержка: помощь учителям и руководителям, работа с обучающимися и их родителями, усиление ресурсов. Меры, сроки и ответственные установлены планом мероприятий.";

function groupIsEmpty({ identification }: Findings, { added, removed }: ByHand): boolean {
  const out = new Set(removed.map(({ schoolKey }) => schoolKey));
  const computed = identification.verdicts.filter(({ status }) => status === "low");
  return added.length === 0 && computed.every(({ schoolKey }) => out.has(schoolKey));
}

/** «ВПР, ОГЭ и ЕГЭ»: the forms that were looked at, in the order of the rule. */
function formsOf(procedures: readonly string[]): string {
  const forms = [...new Set(procedures.map((title) => title.split(" ")[0] ?? ""))];
  return forms.length === 0 ? "оценочных процедур" : joinRussian(forms);
}

function found(
  { identification: { verdicts, year, yearBefore, procedures } }: Findings,
  requisites: Requisites,
): string {
  const low = verdicts.filter(({ status }) => status === "low");
  const years = [yearBefore, year].flatMap((one) => (one === null ? [] : [formatYear(one)]));
  const when = `${joinRussian(years)} ${years.length === 1 ? "учебного года" : "учебных годов"}`;
  const place = requisite(requisites, "municipalityGenitive");
  const start = `Проведён анализ результатов ${formsOf(procedures)} ${when} в школах ${place}.`;
  if (low.length === 0)
    return verdicts.every(({ status }) => status === "insufficient")
      ? `${start} Данных${year === null ? "" : ` за ${formatYear(year)} учебный год`} нет ни по одной школе, перечень не определён.`
      : `${start} Школ с низкими образовательными результатами по принятым критериям не выявлено.`;
  const count = counted(low.length, "школа", "школы", "школ");
  return `${start} Низкие образовательные результаты выявлены по расчёту: ${count} — ${low.map(({ school }) => school).join("; ")}.`;
}

function byHandTexts({ added, removed, excluded = [] }: ByHand): string[] {
  const list = (items: readonly Adjustment[]): string =>
    items
      .map(
        ({ school, ground, date }) =>
          `${school} (${ground || "основание не указано"}${date === null ? "" : `, ${formatDate(date)}`})`,
      )
      .join("; ");
  return [
    ...(added.length === 0 ? [] : [`Включены в перечень решением: ${list(added)}.`]),
    ...(removed.length === 0 ? [] : [`Исключены из перечня решением: ${list(removed)}.`]),
    ...(excluded.length === 0
      ? []
      : [
          `Не рассматривались: ${excluded.map(({ school, reason }) => `${school} (${reason || "причина не указана"})`).join("; ")}.`,
        ]),
  ];
}

const NUMBERS = ["ноль", "одной", "двум", "трём", "четырём", "пяти"];

function criteriaTexts({ criterion1, criterion2 }: Rule): string[] {
  const count = NUMBERS[criterion1.count] ?? String(criterion1.count);
  const within =
    criterion1.years === "inView"
      ? "в рассматриваемом учебном году"
      : "в пределах одного из двух учебных годов";
  const repeated =
    criterion2.procedures === "any"
      ? "низкий результат есть и в рассматриваемом, и в более раннем учебном году, хотя бы по одной процедуре в каждом"
      : "низкий результат по одной и той же процедуре есть и в рассматриваемом, и в более раннем учебном году";
  return [
    "Школа относится к этой группе, если выполнен хотя бы один критерий:",
    `1) низкие результаты ${within} получены не менее чем по ${count} процедурам;`,
    `2) ${repeated}.`,
  ];
}

function lowMeans(threshold: number, minParticipants: number): string {
  const base = `Результат считается низким, если доля участников с отметкой «2» (для ОГЭ и ЕГЭ — ниже минимального балла) не меньше ${formatPercent(threshold)}.`;
  if (minParticipants === 0) return base;
  return `${base} Процедуры, в которых участвовало меньше ${counted(minParticipants, "обучающегося", "обучающихся", "обучающихся")}, не учитывались.`;
}
