import { datedMonths, resolveDeadline } from "../measures/deadline";
import type { DeadlineRule, Recurrence } from "../measures/deadline-rule";
import { isoDate, monthLength, periodSpan, type PlanPeriod, type Span } from "../measures/period";
import { addDays } from "./status";

/** The day by which a measure is to be done: the last day of its deadline. */
export const dueOf = (rule: DeadlineRule, period: PlanPeriod): string => resolveDeadline(rule, period).end;

/**
 * Every time a measure is to be done: months of a list, each year, quarter, month or week of a recurring one, parts of
 * a compound one. A deadline that comes once is its one span. Recurring work without months of its own follows the
 * calendar inside the plan: a quarter that the plan only touches is cut to it.
 * @example occurrences({ kind: "monthList", months: [11, 2] }, { unit: "schoolYear", start: 2026, years: 1 })
 * // [{ start: "2026-11-01", end: "2026-11-30" }, { start: "2027-02-01", end: "2027-02-28" }]
 */
export function occurrences(rule: DeadlineRule, period: PlanPeriod): readonly Span[] {
  switch (rule.kind) {
    case "monthList":
      return datedMonths(rule.months, period, rule.shift).map(({ year, month }) => monthSpan(year, month));
    case "recurring":
      return recurring(rule.every, rule.at, period);
    case "compound":
      return distinct(rule.parts.flatMap((part) => occurrences(part, period)));
    default:
      return [resolveDeadline(rule, period)];
  }
}

function recurring(every: Recurrence, at: DeadlineRule | undefined, period: PlanPeriod): readonly Span[] {
  if (every === "year") {
    return Array.from({ length: period.years }, (_, index) => {
      const year = { ...period, start: period.start + index, years: 1 };
      return at === undefined ? [periodSpan(year)] : occurrences(at, year);
    }).flat();
  }
  if (at !== undefined) return occurrences(at, period);
  const { start, end } = periodSpan(period);
  const spans: Span[] = [];
  for (let from = start; from <= end;) {
    const last = endOfPart(every, from);
    const to = last < end ? last : end;
    spans.push({ start: from, end: to });
    from = addDays(to, 1);
  }
  return spans;
}

/** Last day of the week (Sunday), month or calendar quarter of a day. */
function endOfPart(every: Exclude<Recurrence, "year">, iso: string): string {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  if (every === "month") return monthSpan(year, month).end;
  if (every === "quarter") return monthSpan(year, Math.ceil(month / 3) * 3).end;
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return addDays(iso, (7 - weekday) % 7);
}

const monthSpan = (year: number, month: number): Span => ({
  start: isoDate(year, month, 1),
  end: isoDate(year, month, monthLength(year, month)),
});

function distinct(spans: readonly Span[]): readonly Span[] {
  const seen = new Set<string>();
  return spans
    .filter(({ start, end }) => {
      const key = `${start} ${end}`;
      return seen.has(key) ? false : (seen.add(key), true);
    })
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
}
