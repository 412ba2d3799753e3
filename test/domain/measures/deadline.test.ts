import { resolveDeadline } from "../../../src/domain/measures/deadline";
import * as rules from "../../../src/domain/measures/deadline-rule";
import type { PlanPeriod } from "../../../src/domain/measures/period";

const school: PlanPeriod = { unit: "schoolYear", start: 2019, years: 1 };
const twoSchoolYears: PlanPeriod = { unit: "schoolYear", start: 2026, years: 2 };
const calendar: PlanPeriod = { unit: "calendarYear", start: 2026, years: 2 };

// Dates counted on a calendar; 2020 and 2028 are leap years, 2027 is not.
test.each<[string, rules.DeadlineRule, PlanPeriod, string, string]>([
  ["October of a plan of 2019/2020", rules.month(10), school, "2019-10-01", "2019-10-31"],
  ["June and July are of its second year", rules.month(6, 7), school, "2020-06-01", "2020-07-31"],
  ["a leap February", rules.month(2), school, "2020-02-01", "2020-02-29"],
  ["over the new year", rules.month(12, 5), school, "2019-12-01", "2020-05-31"],
  [
    "from August to September it is the next school year",
    rules.month(8, 9),
    school,
    "2020-08-01",
    "2020-09-30",
  ],
  ["the second year of two", rules.month(10, 11, 1), twoSchoolYears, "2027-10-01", "2027-11-30"],
  ["29 February where there is none", rules.until(29, 2), twoSchoolYears, "2026-09-01", "2027-02-28"],
  ["every school year of two", rules.allSchoolYear, twoSchoolYears, "2026-09-01", "2028-05-31"],
  [
    "one school year of a calendar plan",
    { kind: "throughout", period: "schoolYear", shift: 0 },
    calendar,
    "2026-09-01",
    "2027-05-31",
  ],
  ["months that run on past two new years", rules.monthList(5, 2, 1), calendar, "2026-05-01", "2028-01-31"],
  [
    "the end of a named school year is in its second year",
    { kind: "schoolYearEdge", edge: "end", shift: 0 },
    calendar,
    "2027-05-01",
    "2027-05-31",
  ],
  ["no school year named in a calendar plan", rules.allSchoolYear, calendar, "2026-01-01", "2027-12-31"],
  ["over the new year in a calendar plan", rules.month(9, 5), calendar, "2026-09-01", "2027-05-31"],
  ["yearly until 31 August", rules.yearly(rules.until(31, 8)), calendar, "2026-01-01", "2027-08-31"],
  ["yearly in May", rules.yearly(rules.month(5)), twoSchoolYears, "2027-05-01", "2028-05-31"],
  [
    "onward from after the plan",
    { kind: "onward", from: { period: "year", shift: 9 } },
    calendar,
    "2035-01-01",
    "2035-01-01",
  ],
])("%s", (_, rule, period, start, end) => {
  expect(resolveDeadline(rule, period)).toEqual({ start, end });
});
