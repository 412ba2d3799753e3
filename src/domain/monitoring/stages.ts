import { isoDate, periodSpan, type PlanPeriod } from "../measures/period";

/**
 * Last days of the stages of control, two a year. In a calendar year as project «500+» has them: June – July and
 * November – December (seed 002, 4.3 and 4.4); in a school year its half-years: the end of December and of the plan.
 * @example stagesOf({ unit: "calendarYear", start: 2027, years: 1 }) // ["2027-07-31", "2027-12-31"]
 */
export function stagesOf(period: PlanPeriod): readonly string[] {
  return Array.from({ length: period.years }, (_, index) => {
    const year = { ...period, start: period.start + index, years: 1 };
    return period.unit === "calendarYear"
      ? [isoDate(year.start, 7, 31), isoDate(year.start, 12, 31)]
      : [isoDate(year.start, 12, 31), periodSpan(year).end];
  }).flat();
}
