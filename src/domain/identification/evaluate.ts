import type { Rule } from "./rule";
import { LOW, NONE, type YearsOfTable } from "./tables";
import type { Criterion, VerdictStatus } from "./verdict";

/** What a rule says of one school, in procedures as numbers. */
export interface Evaluation {
  readonly status: VerdictStatus;
  readonly criteria: readonly Criterion[];
  readonly unchecked: readonly Criterion[];
}

/**
 * Applies a rule to one school's cells (domain reference, table of Identification). A school without a usable
 * result in Y is `insufficient` unless a criterion is met by Y′ alone; a criterion is unchecked when it is not met
 * and the school has no usable result in a year that it needs.
 * @param school its number in the table.
 */
export function evaluate(rule: Rule, { current, before, step }: YearsOfTable, school: number): Evaluation {
  let usableNow = 0;
  let usableBefore = 0;
  let lowNow = 0;
  let lowBefore = 0;
  let lowBoth = 0;
  for (let cell = school; cell < current.length; cell += step) {
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

/** By which criteria are picked; shared, since nearly all of a country's schools have nothing to say. */
const PICKED: readonly (readonly Criterion[])[] = [[], [1], [2], [1, 2]];

function pick(first: boolean, second: boolean): readonly Criterion[] {
  return PICKED[(first ? 1 : 0) + (second ? 2 : 0)] ?? [];
}

/** Cells of the low results that make a criterion met, in the block of either year, in the rule's order of procedures. */
export function cellsBehind(
  criterion: Criterion,
  rule: Rule,
  { current, before, step }: YearsOfTable,
  school: number,
): { readonly current: readonly number[]; readonly before: readonly number[] } {
  const [now, earlier] = [lowCells(current, step, school), lowCells(before, step, school)];
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

function lowCells(block: Uint8Array, step: number, school: number): number[] {
  const low: number[] = [];
  for (let cell = school; cell < block.length; cell += step) if (block[cell] === LOW) low.push(cell);
  return low;
}
