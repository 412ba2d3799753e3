import { datedMonths, resolveDeadline } from "./deadline";
import { recurrences } from "./deadline-format";
import type { DeadlineRule, Recurrence } from "./deadline-rule";
import { canonical } from "./deadline-words";
import type { PlanPeriod } from "./period";
import { monthLength, yearOfMonth } from "./period";
import { own } from "../text/own";

/**
 * Reads a deadline as staff write it. Years named in the text are taken relative to the plan's period, so the same
 * rule serves the next plan. A range whose end was left out («Октябрь- 2020») is read as its one month.
 * @returns null when it cannot be read: the text is then to be kept as typed.
 * @example parseDeadline("Ноябрь 2026 года, в течение учебного года", { unit: "schoolYear", start: 2026, years: 1 })
 * // { kind: "compound", parts: [{ kind: "months", from: 11, to: 11 }, { kind: "throughout", period: "schoolYear" }] }
 */
export function parseDeadline(text: string, period: PlanPeriod): DeadlineRule | null {
  const typed = text.trim();
  if (typed === "") return { kind: "none" };
  return parseSimple(typed, period) ?? parseThen(typed, period) ?? parseParts(typed, period);
}

/**
 * The same for a cell of a table: an unreadable text becomes an `asTyped` rule, which prints as it was typed and
 * which the caller reports.
 */
export const readDeadline = (text: string, period: PlanPeriod): DeadlineRule =>
  parseDeadline(text, period) ?? { kind: "asTyped", text: text.trim() };

type Reader = (text: string, period: PlanPeriod) => DeadlineRule | null;

function parseSimple(typed: string, period: PlanPeriod): DeadlineRule | null {
  const text = canonical(typed).replace(/^с (.*(?:m\d|квартал).*|\d) по (.+)$/, "$1-$2");
  for (const read of readers) {
    const rule = read(text, period);
    if (rule !== null) return rule;
  }
  return parseRecurring(typed, period) ?? parseSchedule(typed, period);
}

const readers: readonly Reader[] = [
  readMonths,
  readMonthList,
  readDays,
  readDay,
  readQuarters,
  readYears,
  readThroughout,
  readOnward,
];

/** Number of a captured group; undefined where the group is absent. */
const numeric = (group: string | undefined): number | undefined =>
  group === undefined ? undefined : Number(group);

/** `shift` of a named year, left out where it says nothing. */
function shiftOf(month: number, year: number | undefined, period: PlanPeriod): { shift?: number } {
  const shift = year === undefined ? 0 : year - yearOfMonth(period, month);
  return shift === 0 ? {} : { shift };
}

/** As `shiftOf`, for years: left out only where the plan is that one year, since otherwise it means «every year». */
function shiftOfYear(
  year: number | undefined,
  period: PlanPeriod,
  unit: PlanPeriod["unit"] = "schoolYear",
): { shift?: number } {
  if (year === undefined) return {};
  if (period.unit === unit && period.years === 1 && year === period.start) return {};
  return { shift: year - period.start };
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (day: number, month: number): boolean =>
  isMonth(month) && day >= 1 && day <= monthLength(2024, month);

function readMonths(text: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^m(\d+)(?:[ -]?(20\d\d))?(?:-m(\d+)(?: (20\d\d))?)?-?$/.exec(text);
  if (match === null) return null;
  const from = Number(match[1]);
  const to = numeric(match[3]) ?? from;
  const lastYear = numeric(match[4]);
  const firstYear = numeric(match[2]) ?? (lastYear !== undefined && to < from ? lastYear - 1 : lastYear);
  const rule: DeadlineRule = { kind: "months", from, to, ...shiftOf(from, firstYear, period) };
  const end = Number(resolveDeadline(rule, period).end.slice(0, 4));
  return lastYear === undefined || end === lastYear ? rule : null;
}

/** A month without a year takes that of the next month that has one. */
function readMonthList(text: string, period: PlanPeriod): DeadlineRule | null {
  if (!/^m\d+(?: 20\d\d)?(?:(?:[,;]? и |[,;]? ?)m\d+(?: 20\d\d)?)+$/.test(text)) return null;
  const found = [...text.matchAll(/m(\d+)(?: (20\d\d))?/g)].map(([, month, year]) => ({
    month: Number(month),
    year: numeric(year),
  }));
  const months = found.map(({ month }) => month);
  const first = found[0];
  if (first === undefined) return null;
  const year = found.find((each) => each.year !== undefined)?.year;
  const shift = shiftOf(first.month, year, period);
  const dated = datedMonths(months, period, shift.shift);
  const agree = found.every((each, index) => each.year === undefined || each.year === dated[index]?.year);
  return agree ? { kind: "monthList", months, ...shift } : null;
}

function readDays(text: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^(\d{1,2})(?: m(\d+))?(?: (20\d\d))?-(\d{1,2}) m(\d+)(?: (20\d\d))?$/.exec(text);
  if (match === null) return null;
  const to = { day: Number(match[4]), month: Number(match[5]) };
  const from = { day: Number(match[1]), month: numeric(match[2]) ?? to.month };
  if (!isDay(from.day, from.month) || !isDay(to.day, to.month)) return null;
  const lastYear = numeric(match[6]);
  const wraps = from.month * 100 + from.day > to.month * 100 + to.day;
  const firstYear = numeric(match[3]) ?? (lastYear !== undefined && wraps ? lastYear - 1 : lastYear);
  const rule: DeadlineRule = { kind: "days", from, to, ...shiftOf(from.month, firstYear, period) };
  const end = Number(resolveDeadline(rule, period).end.slice(0, 4));
  return lastYear === undefined || end === lastYear ? rule : null;
}

function readDay(text: string, period: PlanPeriod): DeadlineRule | null {
  const end = /^(?:до|к) конц[ау] m(\d+)(?: (20\d\d))?$/.exec(text);
  if (end !== null) {
    const month = Number(end[1]);
    // 29 February is the 28th where there is none
    return {
      kind: "until",
      day: monthLength(2024, month),
      month,
      ...shiftOf(month, numeric(end[2]), period),
    };
  }
  const match = /^(до |к |не поздн?ее |не позже )?(\d{1,2}) m(\d+)(?: (20\d\d))?$/.exec(text);
  if (match === null) return null;
  const [day, month] = [Number(match[2]), Number(match[3])];
  if (!isDay(day, month)) return null;
  const kind = match[1] === undefined ? "date" : "until";
  return { kind, day, month, ...shiftOf(month, numeric(match[4]), period) };
}

const quarterNumbers: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function readQuarters(text: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^([1-4]|i{1,3}|iv)(?:-([1-4]|i{1,3}|iv))? квартал[а-я]*(?: (20\d\d))?$/.exec(text);
  if (match?.[1] === undefined) return null;
  const number = (digits: string): number => own(quarterNumbers, digits) ?? Number(digits);
  const from = number(match[1]);
  const to = match[2] === undefined ? from : number(match[2]);
  if (to < from) return null;
  return { kind: "quarters", from, to, ...shiftOf(from * 3 - 2, numeric(match[3]), period) };
}

function readYears(text: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^(20\d\d)(?:-(20\d\d))?$/.exec(text);
  if (match === null) return null;
  const from = Number(match[1]) - period.start;
  const to = (numeric(match[2]) ?? Number(match[1])) - period.start;
  return to < from ? null : { kind: "years", from, to };
}

/** First year of «2023/2024», «2023-24»; NaN when the two do not follow each other. */
function schoolYear(first: string | undefined, second: string | undefined): number | undefined {
  if (first === undefined || second === undefined) return undefined;
  return Number(second) % 100 === (Number(first) + 1) % 100 ? Number(first) : NaN;
}

function readThroughout(text: string, period: PlanPeriod): DeadlineRule | null {
  if (text === "withinyear" || text === "весь") return { kind: "throughout", period: "year" };
  if (/^(?:весь период|в течение всего периода|в течение периода)(?: реализации.*)?$/.test(text))
    return { kind: "throughout", period: "plan" };
  const year = /^(?:в течение|весь) (20\d\d)$/.exec(text);
  if (year !== null)
    return { kind: "throughout", period: "year", ...shiftOfYear(Number(year[1]), period, "calendarYear") };
  const match =
    /^(в начале |в конце |в течение |весь )?(?:всего )?(?:(20\d\d)[/-]((?:20)?\d\d) )?sy(?: (20\d\d)[/-]((?:20)?\d\d))?$/.exec(
      text,
    ) ?? /^(весь )период(?: реализации)? (20\d\d)\/((?:20)?\d\d)$/.exec(text);
  if (match === null) return null;
  const start = schoolYear(match[2] ?? match[4], match[3] ?? match[5]);
  if (Number.isNaN(start)) return null;
  if (match[1] === "в начале " || match[1] === "в конце ") {
    const edge = match[1] === "в начале " ? "start" : "end";
    return { kind: "schoolYearEdge", edge, ...(start === undefined ? {} : { shift: start - period.start }) };
  }
  return { kind: "throughout", period: "schoolYear", ...shiftOfYear(start, period) };
}

function readOnward(text: string, period: PlanPeriod): DeadlineRule | null {
  if (text === "постоянно") return { kind: "onward" };
  const match =
    /^(?:начиная )?с (20\d\d)(?:[/-]((?:20)?\d\d) sy)?(?:,? (?:и )?далее(?:[-, ]+постоянно)?)?$/.exec(text);
  if (match === null) return null;
  const first = Number(match[1]);
  if (Number.isNaN(schoolYear(match[1], match[2]))) return null;
  return {
    kind: "onward",
    from: { period: match[2] === undefined ? "year" : "schoolYear", shift: first - period.start },
  };
}

/** «ежегодно», «ежегодно: сентябрь, май», «ежегодно до 31 августа». */
function parseRecurring(typed: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^([а-яё]+)[\s:,–-]*(.*)$/isu.exec(typed);
  const every = recurrenceOf(match?.[1]?.toLowerCase());
  if (match === null || every === null) return null;
  if (match[2] === undefined || match[2] === "") return { kind: "recurring", every };
  const at = parseSimple(match[2], period);
  if (at === null || at.kind === "recurring") return null;
  return { kind: "recurring", every, at: every === "year" ? inPlanOrder(at, period) : at };
}

function recurrenceOf(adverb: string | undefined): Recurrence | null {
  const all: readonly Recurrence[] = ["year", "quarter", "month", "week"];
  return all.find((each) => recurrences[each] === adverb) ?? null;
}

/** Months that come every year, in the order in which a year of the plan has them. */
function inPlanOrder(rule: DeadlineRule, period: PlanPeriod): DeadlineRule {
  if (rule.kind !== "monthList") return rule;
  const place = (month: number): number => yearOfMonth(period, month) * 12 + month;
  return { ...rule, months: rule.months.toSorted((a, b) => place(a) - place(b)) };
}

/** A date set by another schedule or event: kept in its own words, with the school year apart. */
function parseSchedule(typed: string, period: PlanPeriod): DeadlineRule | null {
  const words = typed.replace(/\s+/g, " ").replace(/\.$/, "");
  const match = /^(.*?)(?: (?:в|на) (20\d\d)\s*[/–-]\s*((?:20)?\d\d) (?:учебном году|учебный год))?$/iu.exec(
    words,
  );
  const text = match?.[1] ?? words;
  if (!/^(?:в соответствии с|согласно|по|ко?|при|после|перед) \p{L}{3,}/iu.test(text)) return null;
  if (/m\d|квартал|20\d\d/.test(canonical(text)) || text.includes(";")) return null;
  const start = schoolYear(match?.[2], match?.[3]);
  if (Number.isNaN(start)) return null;
  const printed = text.charAt(0).toLowerCase() + text.slice(1);
  return {
    kind: "schedule",
    text: printed,
    ...(start === undefined ? {} : { schoolYear: start - period.start }),
  };
}

/** «2026, далее – постоянно»; «ноябрь 2026 г., далее в течение учебного года». */
function parseThen(typed: string, period: PlanPeriod): DeadlineRule | null {
  const match = /^(.+?),?\s+(?:и\s+)?далее[\s,–—-]+(.+)$/isu.exec(typed);
  return match === null ? null : compoundOf([match[1] ?? "", match[2] ?? ""], period);
}

/** Several deadlines between commas. */
function parseParts(typed: string, period: PlanPeriod): DeadlineRule | null {
  return compoundOf(typed.split(/[,;]/), period);
}

function compoundOf(texts: readonly string[], period: PlanPeriod): DeadlineRule | null {
  if (texts.length < 2) return null;
  const parts: DeadlineRule[] = [];
  for (const text of texts) {
    const part = text.trim() === "" ? null : parseSimple(text.trim(), period);
    if (part === null) return null;
    parts.push(part);
  }
  return { kind: "compound", parts };
}
