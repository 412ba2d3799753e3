import { datedMonths, resolveDeadline } from "./deadline";
import type { DeadlineRule, Recurrence } from "./deadline-rule";
import type { PlanPeriod } from "./period";

/** Month names, nominative and genitive, January first. */
export const monthNames: readonly (readonly [string, string])[] = [
  ["январь", "января"],
  ["февраль", "февраля"],
  ["март", "марта"],
  ["апрель", "апреля"],
  ["май", "мая"],
  ["июнь", "июня"],
  ["июль", "июля"],
  ["август", "августа"],
  ["сентябрь", "сентября"],
  ["октябрь", "октября"],
  ["ноябрь", "ноября"],
  ["декабрь", "декабря"],
];

/** Adverbs of recurring deadlines. */
export const recurrences: Readonly<Record<Recurrence, string>> = {
  year: "ежегодно",
  quarter: "ежеквартально",
  month: "ежемесячно",
  week: "еженедельно",
};

const roman = ["", "I", "II", "III", "IV"];
const nominative = (month: number): string => monthNames[month - 1]?.[0] ?? "";
const genitive = (month: number): string => monthNames[month - 1]?.[1] ?? "";
const schoolYear = (year: number): string => `${year}/${year + 1}`;

/**
 * A deadline as a document prints it, in a plan's period. Dashes: between words with spaces, between figures without.
 * @example formatDeadline({ kind: "months", from: 10, to: 11 }, { unit: "schoolYear", start: 2026, years: 1 })
 * // "октябрь – ноябрь 2026 г."
 */
export function formatDeadline(rule: DeadlineRule, period: PlanPeriod): string {
  switch (rule.kind) {
    case "throughout":
      return throughout(rule.period, rule.shift, period);
    case "schoolYearEdge": {
      const edge = rule.edge === "start" ? "в начале" : "в конце";
      return `${edge} ${rule.shift === undefined ? "" : `${schoolYear(period.start + rule.shift)} `}учебного года`;
    }
    case "recurring":
      return recurring(rule.every, rule.at, period);
    case "onward":
      return onward(rule.from, period);
    case "schedule":
      return rule.schoolYear === undefined
        ? rule.text
        : `${rule.text} в ${schoolYear(period.start + rule.schoolYear)} учебном году`;
    case "none":
      return "";
    case "asTyped":
      return rule.text;
    case "compound":
      return rule.parts
        .map((part, index) => (index === 0 ? formatDeadline(part, period) : next(part, period)))
        .join("");
    default:
      return dated(rule, period, true);
  }
}

type Dated = Extract<
  DeadlineRule,
  { kind: "months" | "monthList" | "date" | "until" | "days" | "quarters" | "years" }
>;

/** Deadlines with dates of their own; without years inside «ежегодно». */
function dated(rule: Dated, period: PlanPeriod, withYear: boolean): string {
  const { start, end } = resolveDeadline(rule, period);
  const [from, to] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const year = (value: number): string => (withYear ? ` ${value} г.` : "");
  const range = (first: string, last: string): string =>
    from === to || !withYear ? `${first} – ${last}${year(to)}` : `${first}${year(from)} – ${last}${year(to)}`;
  switch (rule.kind) {
    case "months":
      return rule.from === rule.to && from === to
        ? `${nominative(rule.from)}${year(from)}`
        : range(nominative(rule.from), nominative(rule.to));
    case "monthList":
      return list(datedMonths(rule.months, period, rule.shift), year);
    case "date":
      return `${rule.day} ${genitive(rule.month)}${year(from)}`;
    case "until":
      return `до ${rule.day} ${genitive(rule.month)}${year(to)}`;
    case "days":
      return rule.from.month === rule.to.month && from === to
        ? `${rule.from.day}–${rule.to.day} ${genitive(rule.to.month)}${year(to)}`
        : range(`${rule.from.day} ${genitive(rule.from.month)}`, `${rule.to.day} ${genitive(rule.to.month)}`);
    case "quarters":
      return rule.from === rule.to
        ? `${roman[rule.from] ?? ""} квартал${year(to)}`
        : `${roman[rule.from] ?? ""}–${roman[rule.to] ?? ""} кварталы${year(to)}`;
    case "years":
      return from === to ? `${from} год` : `${from}–${to} годы`;
  }
}

/** Months of one year together: «ноябрь 2026 г., февраль и апрель 2027 г.». */
function list(months: ReturnType<typeof datedMonths>, year: (value: number) => string): string {
  const groups = new Map<number, string[]>();
  for (const { year: of, month } of months) groups.set(of, [...(groups.get(of) ?? []), nominative(month)]);
  return [...groups]
    .map(([of, names]) => {
      const last = names.at(-1) ?? "";
      const rest = names.slice(0, -1).join(", ");
      return `${rest === "" ? last : `${rest} и ${last}`}${year(of)}`;
    })
    .join(", ");
}

function throughout(
  what: "plan" | "year" | "schoolYear",
  shift: number | undefined,
  period: PlanPeriod,
): string {
  if (what === "plan") return "весь период реализации";
  const only = period.years === 1 && period.unit === (what === "year" ? "calendarYear" : "schoolYear");
  const named = shift ?? (only ? 0 : undefined);
  if (what === "year")
    return named === undefined ? "в течение года" : `в течение ${period.start + named} года`;
  return named === undefined
    ? "в течение учебного года"
    : `в течение ${schoolYear(period.start + named)} учебного года`;
}

function recurring(every: Recurrence, at: DeadlineRule | undefined, period: PlanPeriod): string {
  const adverb = recurrences[every];
  if (at === undefined) return adverb;
  const withYear = every !== "year";
  switch (at.kind) {
    case "months":
    case "monthList":
    case "quarters":
    case "years":
      return `${adverb}: ${dated(at, period, withYear)}`;
    case "date":
    case "until":
    case "days":
      return `${adverb} ${dated(at, period, withYear)}`;
    default:
      return `${adverb} ${formatDeadline(at, period)}`;
  }
}

function onward(
  from: { period: "year" | "schoolYear"; shift: number } | undefined,
  period: PlanPeriod,
): string {
  if (from === undefined) return "постоянно";
  const year = period.start + from.shift;
  return from.period === "year" ? `с ${year} года, далее – постоянно` : `с ${schoolYear(year)} учебного года`;
}

/** A later part of a compound. */
function next(part: DeadlineRule, period: PlanPeriod): string {
  if (part.kind === "onward" && part.from === undefined) return ", далее – постоянно";
  if (part.kind === "throughout" && part.period === "schoolYear" && part.shift === undefined)
    return ", далее в течение учебного года";
  if (part.kind === "throughout" || part.kind === "recurring")
    return `, далее ${formatDeadline(part, period)}`;
  return `, ${formatDeadline(part, period)}`;
}
