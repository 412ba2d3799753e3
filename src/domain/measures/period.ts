/** What a plan runs over: `years` school years from September of `start`, or calendar years from January of it. */
export interface PlanPeriod {
  readonly unit: "schoolYear" | "calendarYear";
  readonly start: number;
  readonly years: number;
}

/** First and last day, ISO dates, both inclusive. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The period of a template's plan that begins in the calendar year `start`. */
export const periodFrom = (
  template: { readonly period: Omit<PlanPeriod, "start"> },
  start: number,
): PlanPeriod => ({
  ...template.period,
  start,
});

const two = (value: number): string => String(value).padStart(2, "0");

/** @example isoDate(2027, 4, 1) // "2027-04-01" */
export const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(day)}`;

/** Number of days of a month. */
export const monthLength = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * First and last day of the plan. A school-year plan ends on 31 August, so that summing up in July and August is
 * inside it (seed 000, items 37 and 38).
 * @example periodSpan({ unit: "schoolYear", start: 2026, years: 1 }) // { start: "2026-09-01", end: "2027-08-31" }
 */
export function periodSpan({ unit, start, years }: PlanPeriod): Span {
  return unit === "schoolYear"
    ? { start: isoDate(start, 9, 1), end: isoDate(start + years, 8, 31) }
    : { start: isoDate(start, 1, 1), end: isoDate(start + years - 1, 12, 31) };
}

/** Calendar year of a month of the plan, `shift` years after its first one. */
export function yearOfMonth({ unit, start }: PlanPeriod, month: number, shift = 0): number {
  return start + shift + (unit === "schoolYear" && month < 9 ? 1 : 0);
}

/**
 * Days of the school year that begins in September of `year`. It ends with May: the federal programmes end lessons
 * on 26 May, June to August are for examinations and summing up.
 */
export const schoolYearSpan = (year: number): Span => ({
  start: isoDate(year, 9, 1),
  end: isoDate(year + 1, 5, 31),
});

/**
 * The period as a document names it.
 * @example formatPeriod({ unit: "schoolYear", start: 2026, years: 1 }) // "2026/2027 учебный год"
 */
export function formatPeriod({ unit, start, years }: PlanPeriod): string {
  if (unit === "schoolYear") {
    const last = start + years - 1;
    return years === 1
      ? `${start}/${start + 1} учебный год`
      : `${start}/${start + 1} – ${last}/${last + 1} учебные годы`;
  }
  return years === 1 ? `${start} год` : `${start}–${start + years - 1} годы`;
}
