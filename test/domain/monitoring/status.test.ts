import { countStates } from "../../../src/domain/monitoring/count";
import {
  addDays,
  monthEnd,
  parseStatus,
  STATUS_WORDS,
  stateOf,
  type State,
  type Status,
} from "../../../src/domain/monitoring/status";

const TODAY = "2027-03-15";

// 30 days after 15 March are 14 April (16 days to 31 March and 14 more)
const CASES: readonly [
  name: string,
  due: string | null,
  status: Status,
  fact: string | null,
  expected: State,
][] = [
  ["done the day before", "2027-03-10", "done", "2027-03-09", "onTime"],
  ["done on the last day", "2027-03-10", "done", "2027-03-10", "onTime"],
  ["done the day after", "2027-03-10", "done", "2027-03-11", "late"],
  ["approved counts as done", "2027-03-10", "approved", "2027-03-10", "onTime"],
  ["approved late", "2026-12-31", "approved", "2027-01-01", "late"],
  ["done, nobody wrote when", "2027-03-10", "done", null, "doneUndated"],
  ["done without a deadline", null, "done", "2027-03-10", "doneUndated"],
  ["due yesterday", "2027-03-14", "inProgress", null, "overdue"],
  ["due today is not overdue", "2027-03-15", "notStarted", null, "dueSoon"],
  ["due tomorrow", "2027-03-16", "inProgress", null, "dueSoon"],
  ["due in 30 days", "2027-04-14", "notStarted", null, "dueSoon"],
  ["due in 31 days", "2027-04-15", "notStarted", null, "notDue"],
  ["moved to a day that is past", "2027-03-01", "moved", null, "overdue"],
  ["moved to a day ahead", "2027-09-01", "moved", null, "notDue"],
  ["withdrawn, its deadline past", "2027-01-01", "withdrawn", null, "withdrawn"],
  ["withdrawn after it was done", "2027-01-01", "withdrawn", "2026-12-01", "withdrawn"],
  ["no deadline", null, "inProgress", null, "noDue"],
  ["a date without the status is not done", "2027-03-01", "inProgress", "2027-03-01", "overdue"],
];

test.each(CASES)("%s", (_, due, status, fact, expected) => {
  expect(stateOf({ due, status, fact, today: TODAY })).toBe(expected);
});

test("the same measures another day", () => {
  const measure = { due: "2027-03-15", status: "inProgress", fact: null } as const;
  expect(
    ["2027-02-12", "2027-02-13", "2027-03-15", "2027-03-16"].map((today) => stateOf({ ...measure, today })),
  ).toEqual(
    // February has 28 days: 30 days before 15 March is 13 February
    ["notDue", "dueSoon", "dueSoon", "overdue"],
  );
});

test("counts are those of the table above", () => {
  const rows = CASES.map(([, due, status, fact]) => ({ due, status, fact }));
  // counted by hand in the last column
  expect(countStates(rows, TODAY)).toEqual({
    total: 18,
    done: 7,
    onTime: 3,
    late: 2,
    overdue: 3,
    dueSoon: 3,
    withdrawn: 2,
  });
  expect(countStates([], TODAY)).toMatchObject({ total: 0, done: 0, overdue: 0 });
});

test.each([
  ["выполнено", "done"],
  [" Выполнено ", "done"],
  ["ОДОБРЕНО", "approved"],
  ["не  начато", "notStarted"],
  ["", "notStarted"],
  ["снято", "withdrawn"],
  ["сделано", null],
  ["constructor", null],
])("status «%s»", (text, expected) => {
  expect(parseStatus(text)).toBe(expected);
});

test("the drop-down fits the 255 characters of a list", () => {
  expect(STATUS_WORDS).toEqual(["не начато", "в работе", "выполнено", "одобрено", "перенесено", "снято"]);
  expect(STATUS_WORDS.join(",").length).toBeLessThan(256);
});

test.each([
  ["2027-02-27", 2, "2027-03-01"],
  ["2028-02-27", 2, "2028-02-29"],
  ["2026-12-31", 1, "2027-01-01"],
])("%s and %i days", (from, days, expected) => {
  expect(addDays(from, days)).toBe(expected);
});

test("end of a month", () => {
  expect(["2027-02-03", "2028-02-03", "2026-12-01"].map(monthEnd)).toEqual([
    "2027-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
});
