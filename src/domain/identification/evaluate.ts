import type { Rule } from "./rule";
import { LOW, NONE } from "./tables";
import type { Criterion, VerdictStatus } from "./verdict";

/** The states of one school: a span of a table's cells for each of the two years. */
export interface SchoolStates {
  /** States in Y and in Y′, school by school, procedure by procedure. */
  readonly current: Uint8Array;
  readonly before: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What a rule says of one school, in procedures as numbers. */
export interface Evaluation {
  readonly status: VerdictStatus;
  readonly criteria: readonly Criterion[];
  readonly unchecked: readonly Criterion[];
}

const NO_CRITERIA: readonly Criterion[] = [];

/**
 * Applies a rule to the states of one school (domain reference, table of Identification). A school without a usable
 * result in Y is `insufficient` unless a criterion is met by Y′ alone; a criterion is unchecked when it is not met
 * and the school has no usable result in a year that it needs.
 */
export function evaluate(rule: Rule, { current, before, from, to }: SchoolStates): Evaluation {
  let [usableNow, usableBefore, lowNow, lowBefore, lowBoth] = [0, 0, 0, 0, 0];
  for (let cell = from; cell < to; cell++) {
    const now = current[cell] ?? NONE;
    const earlier = before[cell] ?? NONE;
    if (now !== NONE) usableNow++;
    if (earlier !== NONE) usableBefore++;
    if (now === LOW) lowNow++;
    if (earlier === LOW) lowBefore++;
    if (now === LOW && earlier === LOW) lowBoth++;
  }
  const { count, years } = rule.criterion1;
  const met1 = lowNow >= count || (years === "either" && lowBefore >= count);
  const met2 = rule.criterion2.procedures === "same" ? lowBoth > 0 : lowNow > 0 && lowBefore > 0;
  return {
    status: met1 || met2 ? "low" : usableNow === 0 ? "insufficient" : "notLow",
    criteria: pick(met1, met2),
    unchecked: pick(!met1 && usableNow === 0, !met2 && (usableNow === 0 || usableBefore === 0)),
  };
}

function pick(first: boolean, second: boolean): readonly Criterion[] {
  if (first) return second ? [1, 2] : [1];
  return second ? [2] : NO_CRITERIA;
}

/** Cells of the low results that make a criterion met, year by year in the rule's order of procedures. */
export function cellsBehind(
  criterion: Criterion,
  rule: Rule,
  { current, before, from, to }: SchoolStates,
): { readonly current: readonly number[]; readonly before: readonly number[] } {
  const [now, earlier] = [lowCells(current, from, to), lowCells(before, from, to)];
  if (criterion === 2) {
    if (rule.criterion2.procedures === "any") return { current: now, before: earlier };
    const both = now.filter((cell) => before[cell] === LOW);
    return { current: both, before: both };
  }
  const { count, years } = rule.criterion1;
  return {
    current: now.length >= count ? now : [],
    before: years === "either" && earlier.length >= count ? earlier : [],
  };
}

function lowCells(states: Uint8Array, from: number, to: number): number[] {
  const cells: number[] = [];
  for (let cell = from; cell < to; cell++) if (states[cell] === LOW) cells.push(cell);
  return cells;
}
