import fc from "fast-check";
import { resolveDeadline } from "../../../src/domain/measures/deadline";
import { formatDeadline } from "../../../src/domain/measures/deadline-format";
import { parseDeadline } from "../../../src/domain/measures/deadline-parse";
import type { DeadlineRule } from "../../../src/domain/measures/measure";
import type { PlanPeriod } from "../../../src/domain/measures/period";
import { anyPeriod as period } from "./periods";
import { fuzz } from "../../fuzz";

const month = fc.integer({ min: 1, max: 12 });
// to the 28th: every month has it, every year
const day = fc.integer({ min: 1, max: 28 });
const shift = fc.integer({ min: 0, max: 3 });
const quarters = fc.constantFrom([1, 1], [2, 2], [4, 4], [1, 2], [3, 4], [1, 4]);

const dated: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constant("months" as const), from: month, to: month, shift }),
  fc.record({ kind: fc.constant("date" as const), day, month, shift }),
  fc.record({ kind: fc.constant("until" as const), day, month, shift }),
  fc.record({
    kind: fc.constant("days" as const),
    from: fc.record({ day, month }),
    to: fc.record({ day, month }),
    shift,
  }),
  fc.record({
    kind: fc.constant("monthList" as const),
    months: fc.uniqueArray(month, { minLength: 2, maxLength: 5 }),
    shift,
  }),
);

const plain: fc.Arbitrary<DeadlineRule> = fc.oneof(
  dated,
  fc.record({
    kind: fc.constant("throughout" as const),
    period: fc.constantFrom("year" as const, "schoolYear" as const),
    shift,
  }),
  fc.record({
    kind: fc.constant("schoolYearEdge" as const),
    edge: fc.constantFrom("start" as const, "end" as const),
    shift,
  }),
  fc.record({ kind: fc.constant("years" as const), from: fc.constant(0), to: shift }),
  fc.record({
    kind: fc.constant("onward" as const),
    from: fc.record({ period: fc.constantFrom("year" as const, "schoolYear" as const), shift }),
  }),
  fc.record({
    kind: fc.constant("recurring" as const),
    every: fc.constantFrom("year" as const, "quarter" as const, "month" as const),
  }),
);

const quarterRule = (numbers: readonly number[]): DeadlineRule => ({
  kind: "quarters",
  from: numbers[0] ?? 1,
  to: numbers[1] ?? 1,
});

const roundTrip = (rule: DeadlineRule, plan: PlanPeriod): void => {
  const printed = formatDeadline(rule, plan);
  const read = parseDeadline(printed, plan);
  expect(read).not.toBeNull();
  if (read === null) return;
  expect(resolveDeadline(read, plan)).toEqual(resolveDeadline(rule, plan));
  expect(formatDeadline(read, plan)).toBe(printed);
};

test("what is printed is read back as the same days, whatever the plan", () => {
  fc.assert(fc.property(plain, period, roundTrip), fuzz(2000));
});

test("so are quarters of a calendar plan", () => {
  fc.assert(
    fc.property(quarters, period, (numbers, plan) => {
      roundTrip(quarterRule(numbers), { ...plan, unit: "calendarYear" });
    }),
    fuzz(100),
  );
});

test("so are two parts in a row", () => {
  fc.assert(
    fc.property(dated, period, (first, plan) => {
      roundTrip({ kind: "compound", parts: [first, { kind: "onward" }] }, plan);
      roundTrip({ kind: "compound", parts: [first, { kind: "throughout", period: "schoolYear" }] }, plan);
    }),
    fuzz(500),
  );
});

test("a deadline never ends before it starts when it is read from its own print", () => {
  fc.assert(
    fc.property(dated, period, (rule, plan) => {
      fc.pre(rule.kind !== "until");
      const { start, end } = resolveDeadline(rule, plan);
      expect(start <= end).toBe(true);
    }),
    fuzz(100),
  );
});
