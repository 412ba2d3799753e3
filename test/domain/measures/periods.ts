import fc from "fast-check";
import type { PlanPeriod } from "../../../src/domain/measures/period";

/** Any period of a plan. */
export const anyPeriod: fc.Arbitrary<PlanPeriod> = fc.record({
  unit: fc.constantFrom("schoolYear" as const, "calendarYear" as const),
  start: fc.integer({ min: 2019, max: 2040 }),
  years: fc.integer({ min: 1, max: 6 }),
});
