import { isoDate, periodSpan, type PlanPeriod } from "../measures/period";
import type { ExecutionRow } from "./read-roadmap";

/** Measures that close a stage of the roadmap's control, by their items: the two of project «500+» (seed 002). */
const STAGE_ITEMS: readonly string[] = ["002:4.3", "002:4.4"];

/**
 * Last days of the stages of control, ISO, in order: the deadlines that the roadmap itself sets for them, moved ones as
 * they were moved; where it sets none, two a year. In a calendar year as project «500+» has them: June – July and
 * November – December (seed 002, 4.3 and 4.4); in a school year its half-years: the end of December and of the plan.
 * @example stagesOf({ unit: "calendarYear", start: 2027, years: 1 }, []) // ["2027-07-31", "2027-12-31"]
 */
export function stagesOf(
  period: PlanPeriod,
  rows: readonly Pick<ExecutionRow, "origin" | "due" | "status">[],
): readonly string[] {
  const own = rows.flatMap(({ origin, due, status }) =>
    due !== null && status !== "withdrawn" && STAGE_ITEMS.includes(origin ?? "") ? [due] : [],
  );
  if (own.length > 0) return [...new Set(own)].sort();
  return Array.from({ length: period.years }, (_, index) => {
    const year = { ...period, start: period.start + index, years: 1 };
    return period.unit === "calendarYear"
      ? [isoDate(year.start, 7, 31), isoDate(year.start, 12, 31)]
      : [isoDate(year.start, 12, 31), periodSpan(year).end];
  }).flat();
}
