import type { DayMonth, DeadlineRule } from "./deadline-rule";
import type { PlanPeriod, Span } from "./period";
import { isoDate, monthLength, periodSpan, schoolYearSpan, yearOfMonth } from "./period";

/**
 * First and last day of a deadline in a plan's period. «До 1 апреля» begins with the plan; a deadline that names no
 * dates of its own (постоянно, по графику, none, unreadable) lasts as long as the plan. A year the rule names may lie outside
 * the plan: the dates are then those the rule says.
 * @example resolveDeadline({ kind: "months", from: 10, to: 11 }, { unit: "schoolYear", start: 2026, years: 1 })
 * // { start: "2026-10-01", end: "2026-11-30" }
 */
export function resolveDeadline(rule: DeadlineRule, period: PlanPeriod): Span {
  switch (rule.kind) {
    case "months":
      return monthsSpan(
        yearOfMonth(period, rule.from, rule.shift),
        rule.from,
        yearOfMonth(period, rule.to, rule.shift),
        rule.to,
      );
    case "monthList":
      return listSpan(datedMonths(rule.months, period, rule.shift), period);
    case "date": {
      const day = dayOf(rule, period, rule.shift);
      return { start: day, end: day };
    }
    case "until":
      return { start: periodSpan(period).start, end: dayOf(rule, period, rule.shift) };
    case "days":
      return daysSpan(rule.from, rule.to, period, rule.shift);
    case "quarters": {
      const [from, to] = [rule.from * 3 - 2, rule.to * 3];
      return monthsSpan(yearOfMonth(period, from, rule.shift), from, yearOfMonth(period, to, rule.shift), to);
    }
    case "years":
      return { start: isoDate(period.start + rule.from, 1, 1), end: isoDate(period.start + rule.to, 12, 31) };
    case "throughout":
      return throughout(rule.period, rule.shift, period);
    case "schoolYearEdge": {
      const at = rule.edge === "start" ? 9 : 5;
      const named = rule.shift === undefined ? undefined : period.start + rule.shift + (at === 5 ? 1 : 0);
      const year = named ?? yearOfMonth(period, at);
      return monthsSpan(year, at, year, at);
    }
    case "recurring":
      return recurring(rule.every, rule.at, period);
    case "onward":
      return onward(rule.from, period);
    case "schedule":
      return rule.schoolYear === undefined
        ? periodSpan(period)
        : schoolYearSpan(period.start + rule.schoolYear);
    case "none":
    case "asTyped":
      return periodSpan(period);
    case "compound":
      return compound(rule.parts, period);
  }
}

/** Months of a list with their years: each after the one before it. */
export function datedMonths(
  months: readonly number[],
  period: PlanPeriod,
  shift = 0,
): readonly { readonly year: number; readonly month: number }[] {
  const dated: { year: number; month: number }[] = [];
  for (const month of months) {
    const year = yearOfMonth(period, month, shift);
    const before = dated.at(-1);
    const next = before === undefined ? year : before.year + (month < before.month ? 1 : 0);
    dated.push({ year: Math.max(year, next), month });
  }
  return dated;
}

/** Whole months; an end before its beginning is in the next year. */
function monthsSpan(fromYear: number, from: number, toYear: number, to: number): Span {
  const year = toYear * 12 + to < fromYear * 12 + from ? toYear + 1 : toYear;
  return { start: isoDate(fromYear, from, 1), end: isoDate(year, to, monthLength(year, to)) };
}

function listSpan(dated: ReturnType<typeof datedMonths>, period: PlanPeriod): Span {
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return periodSpan(period);
  return monthsSpan(first.year, first.month, last.year, last.month);
}

/** The day in its year; 29 February of a year without it is its 28th. */
function dayOf({ day, month }: DayMonth, period: PlanPeriod, shift?: number): string {
  const year = yearOfMonth(period, month, shift);
  return isoDate(year, month, Math.min(day, monthLength(year, month)));
}

function daysSpan(from: DayMonth, to: DayMonth, period: PlanPeriod, shift = 0): Span {
  const start = dayOf(from, period, shift);
  const end = dayOf(to, period, shift);
  return { start, end: end < start ? dayOf(to, period, shift + 1) : end };
}

function throughout(
  what: "plan" | "year" | "schoolYear",
  shift: number | undefined,
  period: PlanPeriod,
): Span {
  if (what === "plan") return periodSpan(period);
  if (what === "schoolYear") {
    if (shift !== undefined) return schoolYearSpan(period.start + shift);
    if (period.unit === "calendarYear") return periodSpan(period);
    return {
      start: schoolYearSpan(period.start).start,
      end: schoolYearSpan(period.start + period.years - 1).end,
    };
  }
  if (shift === undefined) return periodSpan(period);
  return { start: isoDate(period.start + shift, 1, 1), end: isoDate(period.start + shift, 12, 31) };
}

/** A yearly date comes once in each year of the plan; the months of «ежеквартально: …» are its occurrences. */
function recurring(every: string, at: DeadlineRule | undefined, period: PlanPeriod): Span {
  if (at === undefined) return periodSpan(period);
  if (every !== "year") return resolveDeadline(at, period);
  const year = (index: number): Span =>
    resolveDeadline(at, { ...period, start: period.start + index, years: 1 });
  return { start: year(0).start, end: year(period.years - 1).end };
}

function onward(
  from: { period: "year" | "schoolYear"; shift: number } | undefined,
  period: PlanPeriod,
): Span {
  const plan = periodSpan(period);
  if (from === undefined) return plan;
  const start = isoDate(period.start + from.shift, from.period === "year" ? 1 : 9, 1);
  return { start, end: plan.end < start ? start : plan.end };
}

function compound(parts: readonly DeadlineRule[], period: PlanPeriod): Span {
  const spans = parts.map((part) => resolveDeadline(part, period));
  const plan = periodSpan(period);
  const end = spans.map((span) => span.end).reduce((latest, each) => (each > latest ? each : latest), "");
  return { start: spans[0]?.start ?? plan.start, end: end === "" ? plan.end : end };
}
