import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import * as rules from "../../../src/domain/measures/deadline-rule";
import { formatPeriod, periodSpan, type PlanPeriod } from "../../../src/domain/measures/period";

const school: PlanPeriod = { unit: "schoolYear", start: 2026, years: 1 };
const calendar: PlanPeriod = { unit: "calendarYear", start: 2026, years: 1 };
const sixYears: PlanPeriod = { unit: "calendarYear", start: 2026, years: 6 };

// The forms asked for in the requirements, then those of official documents: the year with «г.» after every month
// of another year, Roman quarters, dashes with spaces between words and without between figures.
test.each<[string, rules.DeadlineRule, PlanPeriod]>([
  ["октябрь – ноябрь 2026 г.", rules.month(10, 11), school],
  ["до 1 апреля 2027 г.", rules.until(1, 4), school],
  ["в течение 2026/2027 учебного года", rules.allSchoolYear, school],
  ["ноябрь 2026 г., далее в течение учебного года", rules.then(rules.month(11), rules.allSchoolYear), school],
  ["сентябрь 2026 г. – май 2027 г.", rules.month(9, 5), school],
  ["июнь – июль 2027 г.", rules.month(6, 7), school],
  ["ноябрь 2026 г., февраль и апрель 2027 г.", rules.monthList(11, 2, 4), school],
  [
    "сентябрь и ноябрь 2026 г., январь, апрель и июнь 2027 г.",
    rules.monthList(9, 11, 1, 4, 6),
    { ...calendar, years: 2 },
  ],
  ["декабрь 2026 г. – январь 2027 г.", rules.month(12, 1), calendar],
  ["21–31 марта 2026 г.", rules.days(21, 3, 31, 3), calendar],
  ["25 апреля – 1 июня 2026 г.", rules.days(25, 4, 1, 6), calendar],
  ["25 декабря 2026 г. – 15 января 2027 г.", rules.days(25, 12, 15, 1), school],
  ["IV квартал 2026 г.", rules.quarters(4), calendar],
  ["I–IV кварталы 2026 г.", rules.quarters(1, 4), calendar],
  ["в течение 2026 года", rules.allYear, calendar],
  ["в течение года", rules.allYear, sixYears],
  ["2026 год", rules.yearOf(0), sixYears],
  ["2026 год, далее – постоянно", rules.then(rules.yearOf(0), rules.always), sixYears],
  ["ежегодно", rules.yearly(), sixYears],
  ["ежегодно: май и сентябрь", rules.yearly(rules.monthList(5, 9)), sixYears],
  ["ежегодно до 31 августа", rules.yearly(rules.until(31, 8)), sixYears],
  ["ежегодно в конце учебного года", rules.yearly({ kind: "schoolYearEdge", edge: "end" }), sixYears],
  ["с 2027 года, далее – постоянно", { kind: "onward", from: { period: "year", shift: 1 } }, sixYears],
  ["с 2026/2027 учебного года", { kind: "onward", from: { period: "schoolYear", shift: 0 } }, sixYears],
  ["по отдельному графику", rules.schedule("по отдельному графику"), sixYears],
  ["весь период реализации", { kind: "throughout", period: "plan" }, sixYears],
  ["", { kind: "none" }, school],
])("«%s»", (expected, rule, period) => {
  expect(formatDeadline(rule, period)).toBe(expected);
});

test.each<[PlanPeriod, string, string, string]>([
  [school, "2026/2027 учебный год", "2026-09-01", "2027-08-31"],
  [calendar, "2026 год", "2026-01-01", "2026-12-31"],
  [sixYears, "2026–2031 годы", "2026-01-01", "2031-12-31"],
  [
    { unit: "schoolYear", start: 2026, years: 3 },
    "2026/2027 – 2028/2029 учебные годы",
    "2026-09-01",
    "2029-08-31",
  ],
])("a plan of %p", (period, name, start, end) => {
  expect(formatPeriod(period)).toBe(name);
  expect(periodSpan(period)).toEqual({ start, end });
});
