import type { PlanPeriod } from "../../../src/domain/measures/period";
import { stagesOf } from "../../../src/domain/monitoring/stages";
import { row } from "./support";

const YEAR: PlanPeriod = { unit: "calendarYear", start: 2027, years: 1 };

test("two a year where the roadmap sets none", () => {
  expect(stagesOf(YEAR, [row("1", "2027-02-01", "done")])).toEqual(["2027-07-31", "2027-12-31"]);
  expect(stagesOf({ unit: "schoolYear", start: 2026, years: 2 }, [])).toEqual([
    "2026-12-31",
    "2027-08-31",
    "2027-12-31",
    "2028-08-31",
  ]);
});

// seed 002, 4.3 and 4.4: control of the municipal roadmap at its first and second stage
test("the roadmap's own two, as they were moved; a withdrawn one closes nothing", () => {
  const first = row("4.3", "2027-07-10", "moved", null, { origin: "002:4.3" });
  const second = row("4.4", "2027-12-31", "notStarted", null, { origin: "002:4.4" });
  expect(stagesOf(YEAR, [second, first])).toEqual(["2027-07-10", "2027-12-31"]);
  expect(stagesOf(YEAR, [first, { ...second, status: "withdrawn" }])).toEqual(["2027-07-10"]);
});
