import {
  monthList,
  quarterly,
  quarters,
  then,
  until,
  yearly,
  month,
} from "../../../src/domain/measures/deadline-rule";
import type { DeadlineRule } from "../../../src/domain/measures/deadline-rule";
import type { PlanPeriod } from "../../../src/domain/measures/period";
import { dueOf, occurrences } from "../../../src/domain/monitoring/occurrences";

const SCHOOL: PlanPeriod = { unit: "schoolYear", start: 2026, years: 1 };
const FIVE: PlanPeriod = { unit: "calendarYear", start: 2026, years: 5 };

// a school-year plan runs from 1 September 2026 to 31 August 2027
const CASES: readonly [string, DeadlineRule, PlanPeriod, readonly string[]][] = [
  ["one month", month(10), SCHOOL, ["2026-10-31"]],
  ["a list of months", monthList(11, 2, 4), SCHOOL, ["2026-11-30", "2027-02-28", "2027-04-30"]],
  [
    "yearly by a day, five years",
    yearly(until(31, 8)),
    FIVE,
    [2026, 2027, 2028, 2029, 2030].map((y) => `${y}-08-31`),
  ],
  [
    "yearly, two months a year",
    yearly(monthList(9, 5)),
    { unit: "schoolYear", start: 2026, years: 2 },
    ["2026-09-30", "2027-05-31", "2027-09-30", "2028-05-31"],
  ],
  ["yearly without a day", yearly(), { ...FIVE, years: 2 }, ["2026-12-31", "2027-12-31"]],
  [
    "quarterly in a school year: quarters are cut to the plan",
    quarterly(),
    SCHOOL,
    ["2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30", "2027-08-31"],
  ],
  ["quarterly with quarters named", quarterly(quarters(1, 2)), FIVE, ["2026-06-30"]],
  [
    "monthly",
    { kind: "recurring", every: "month" },
    { ...FIVE, years: 1 },
    [
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
      "2026-07-31",
      "2026-08-31",
      "2026-09-30",
      "2026-10-31",
      "2026-11-30",
      "2026-12-31",
    ],
  ],
  ["parts of a compound in order", then(month(11), month(9)), SCHOOL, ["2026-09-30", "2026-11-30"]],
  ["all the time", { kind: "onward" }, SCHOOL, ["2027-08-31"]],
];

test.each(CASES)("%s", (_, rule, period, expected) => {
  expect(occurrences(rule, period).map(({ end }) => end)).toEqual(expected);
});

test("weeks end on Sundays and cover the plan without gaps", () => {
  const weeks = occurrences(
    { kind: "recurring", every: "week" },
    { unit: "calendarYear", start: 2026, years: 1 },
  );
  // 1 January 2026 is a Thursday: its week ends on the 4th; 31 December is a Thursday too: 53 weeks
  expect(weeks[0]).toEqual({ start: "2026-01-01", end: "2026-01-04" });
  expect(weeks[1]).toEqual({ start: "2026-01-05", end: "2026-01-11" });
  expect(weeks.at(-1)).toEqual({ start: "2026-12-28", end: "2026-12-31" });
  expect(weeks).toHaveLength(53);
});

test("the due date is the last day of the last occurrence", () => {
  for (const [, rule, period, ends] of CASES) expect(dueOf(rule, period)).toBe(ends.at(-1));
});
