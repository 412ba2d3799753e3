/**
 * A deadline relative to the plan's period. A month names that month of the plan's first year: in a school-year plan
 * September–December of `start`, January–August of `start + 1`; in a calendar-year plan any month of `start`.
 * `shift` counts years after that; an end before its beginning falls into the next year.
 */
export type DeadlineRule =
  /** One month, or from month to month. */
  | { readonly kind: "months"; readonly from: number; readonly to: number; readonly shift?: number }
  /** Several separate months, each after the one before. */
  | { readonly kind: "monthList"; readonly months: readonly number[]; readonly shift?: number }
  /** That very day. */
  | { readonly kind: "date"; readonly day: number; readonly month: number; readonly shift?: number }
  /** At the latest on that day. */
  | { readonly kind: "until"; readonly day: number; readonly month: number; readonly shift?: number }
  | { readonly kind: "days"; readonly from: DayMonth; readonly to: DayMonth; readonly shift?: number }
  /** Calendar quarters 1–4. */
  | { readonly kind: "quarters"; readonly from: number; readonly to: number; readonly shift?: number }
  /** Calendar years `start + from` … `start + to`. */
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  /** All the time of it; without `shift` every such year of the plan. */
  | { readonly kind: "throughout"; readonly period: "plan" | "year" | "schoolYear"; readonly shift?: number }
  /** First or last month of a school year; without `shift` the first of them in the plan. */
  | { readonly kind: "schoolYearEdge"; readonly edge: "start" | "end"; readonly shift?: number }
  | { readonly kind: "recurring"; readonly every: Recurrence; readonly at?: DeadlineRule }
  /** Without an end; without `from` since the plan's first day. */
  | {
      readonly kind: "onward";
      readonly from?: { readonly period: "year" | "schoolYear"; readonly shift: number };
    }
  /** Another schedule or event sets the date: the words as they are printed. */
  | { readonly kind: "schedule"; readonly text: string; readonly schoolYear?: number }
  | { readonly kind: "none" }
  /** What a person typed and `parseDeadline` could not read. */
  | { readonly kind: "asTyped"; readonly text: string }
  /** The first part, then the others. */
  | { readonly kind: "compound"; readonly parts: readonly DeadlineRule[] };

export interface DayMonth {
  readonly day: number;
  readonly month: number;
}

export type Recurrence = "year" | "quarter" | "month" | "week";

// Short forms for the templates.

export const month = (from: number, to = from, shift?: number): DeadlineRule => ({
  kind: "months",
  from,
  to,
  ...(shift === undefined ? {} : { shift }),
});
export const monthList = (...months: number[]): DeadlineRule => ({ kind: "monthList", months });
export const until = (day: number, inMonth: number, shift = 0): DeadlineRule => ({
  kind: "until",
  day,
  month: inMonth,
  shift,
});
export const days = (fromDay: number, fromMonth: number, toDay: number, toMonth: number): DeadlineRule => ({
  kind: "days",
  from: { day: fromDay, month: fromMonth },
  to: { day: toDay, month: toMonth },
});
export const quarters = (from: number, to = from): DeadlineRule => ({ kind: "quarters", from, to });
export const yearOf = (shift: number): DeadlineRule => ({ kind: "years", from: shift, to: shift });
export const allSchoolYear: DeadlineRule = { kind: "throughout", period: "schoolYear" };
export const allYear: DeadlineRule = { kind: "throughout", period: "year" };
export const always: DeadlineRule = { kind: "onward" };
export const yearly = (at?: DeadlineRule): DeadlineRule => ({
  kind: "recurring",
  every: "year",
  ...(at === undefined ? {} : { at }),
});
export const quarterly = (at?: DeadlineRule): DeadlineRule => ({
  kind: "recurring",
  every: "quarter",
  ...(at === undefined ? {} : { at }),
});
export const schedule = (text: string): DeadlineRule => ({ kind: "schedule", text });
/** The first part, then the others. */
export const then = (...parts: DeadlineRule[]): DeadlineRule => ({ kind: "compound", parts });
