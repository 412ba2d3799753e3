import { cellsBehind, evaluate, type Evaluation } from "../identification/evaluate";
import type { Rule } from "../identification/rule";
import { RULES } from "../identification/rules";
import { LOW, NONE, NOT_LOW, type YearsOfTable } from "../identification/tables";
import type { Criterion } from "../identification/verdict";
import {
  errorIn,
  isInputError,
  isProblem,
  valueProblem,
  widthOf,
  type CellProblem,
  type Input,
  type Range,
} from "./input";
import { readKind, readMinimum, readThreshold } from "./options";
import { answer, type LowAnswer, type Outcome } from "./outcome";
import { pairOutcome, shareOutcome } from "./rows";
import { tripleOutcomes } from "./triples";

const KINDS = ["shares", "counts", "triples"] as const;
type SchoolKind = (typeof KINDS)[number];

export interface LowSchoolOptions {
  /** Results of Y′, the same procedures in the same order; null when left out. */
  readonly yearBefore: Range | null;
  readonly rule: Input;
  readonly threshold: Input;
  readonly kind: Input;
  readonly minParticipants: Input;
}

/** Everything the verdict rests on, for WHYLOW to put into words. */
export interface SchoolCheck extends Evaluation {
  readonly rule: Rule;
  readonly outcomes: readonly Outcome[];
  readonly outcomesBefore: readonly Outcome[];
  /** Positions of the procedures that make a criterion met, in Y and in Y′. */
  readonly behind: (criterion: Criterion) => {
    readonly current: readonly number[];
    readonly before: readonly number[];
  };
}

/**
 * Whether a school is low by its results of two years (issue A, point 5; domain reference, Identification).
 * Without results of Y′ only criterion 1 within Y is checked: TRUE, or no data for the rest.
 * @example lowSchool([[0.3, 0.4]], { yearBefore: null, rule: null, threshold: null, kind: "доли", minParticipants: null })
 * // true
 */
export function lowSchool(year: Range, options: LowSchoolOptions): LowAnswer | CellProblem {
  const check = checkSchool(year, options);
  return isProblem(check) ? check : schoolAnswer(check);
}

/** A criterion that could not be checked cannot be said in one cell: what is missing never turns into FALSE. */
export function schoolAnswer({ status, unchecked }: Evaluation): LowAnswer {
  if (status === "low") return true;
  return status === "notLow" && unchecked.length === 0 ? false : "noData";
}

export function checkSchool(year: Range, options: LowSchoolOptions): SchoolCheck | CellProblem {
  const settings = readSettings(options);
  if (isProblem(settings)) return settings;
  const outcomes = yearOutcomes(year, settings.kind, "year");
  if (isProblem(outcomes)) return outcomes;
  const before =
    options.yearBefore === null ? null : yearOutcomes(options.yearBefore, settings.kind, "yearBefore");
  if (isProblem(before)) return before;
  if (before !== null && before.length !== outcomes.length) {
    return valueProblem("widthsDiffer", {
      year: widthOf(year),
      yearBefore: widthOf(options.yearBefore ?? []),
    });
  }
  const states = statesOf(outcomes, before ?? [], settings);
  if (isProblem(states)) return states;
  return {
    ...evaluate(settings.rule, states, ONLY_SCHOOL),
    rule: settings.rule,
    outcomes,
    outcomesBefore: before ?? [],
    behind: (criterion) => cellsBehind(criterion, settings.rule, states, ONLY_SCHOOL),
  };
}

const ONLY_SCHOOL = 0;

/** The same table of states that the button works on. */
function statesOf(
  outcomes: readonly Outcome[],
  before: readonly Outcome[],
  settings: Settings,
): YearsOfTable | CellProblem {
  const current = answersOf(outcomes, settings);
  if (isProblem(current)) return current;
  const earlier = answersOf(before, settings);
  if (isProblem(earlier)) return earlier;
  const empty = new Uint8Array(current.length);
  return {
    current: Uint8Array.from(current, stateOf),
    before: before.length === 0 ? empty : Uint8Array.from(earlier, stateOf),
    step: 1,
  };
}

const stateOf = (answer: LowAnswer): number => (answer === "noData" ? NONE : answer ? LOW : NOT_LOW);

interface Settings {
  readonly rule: Rule;
  readonly kind: SchoolKind;
  readonly threshold: number;
  readonly minimum: number;
}

function readSettings(options: LowSchoolOptions): Settings | CellProblem {
  const rule = readRule(options.rule);
  if (isProblem(rule)) return rule;
  const threshold = readThreshold(options.threshold);
  if (isProblem(threshold)) return threshold;
  const kind = readKind(options.kind, KINDS);
  if (isProblem(kind)) return kind;
  const minimum = readMinimum(options.minParticipants);
  if (isProblem(minimum)) return minimum;
  return { rule, kind: kind ?? "shares", threshold, minimum };
}

/** «000», «004»; Excel drops leading zeros of a number, a blank cell arrives as 0 on desktop: 0 is «000», the default. */
export function readRule(input: Input): Rule | CellProblem {
  if (isInputError(input)) return { problem: "input", error: input.error, place: null };
  const text = String(input ?? "").replace(/[«»"\s]/g, "");
  const id = /^\d*$/.test(text) ? text.padStart(3, "0") : text;
  const rule = RULES.find((candidate) => candidate.id === id);
  return (
    rule ?? valueProblem("ruleUnknown", { rule: text, choices: RULES.map((known) => known.id).join(", ") })
  );
}

function yearOutcomes(
  range: Range,
  kind: SchoolKind,
  argument: "year" | "yearBefore",
): readonly Outcome[] | CellProblem {
  const error = errorIn(range);
  if (error !== null) return error;
  const [row, ...others] = range;
  if (row === undefined || others.length > 0)
    return valueProblem("oneRowNeeded", { argument, rows: range.length });
  if (kind === "triples") return tripleOutcomes(row);
  if (kind === "shares") return firstProblemOr(row.map((cell, index) => shareOutcome(cell, 1, index + 1)));
  if (row.length % 2 !== 0) return valueProblem("pairsNeeded", { width: row.length });
  return firstProblemOr(
    Array.from({ length: row.length / 2 }, (_, pair) =>
      pairOutcome([row[2 * pair], row[2 * pair + 1]], 1, 2 * pair + 1),
    ),
  );
}

/** One verdict cannot be given when one of its cells is wrong. */
function firstProblemOr<T>(values: readonly (T | CellProblem)[]): readonly T[] | CellProblem {
  const good: T[] = [];
  for (const value of values) {
    if (isProblem(value)) return value;
    good.push(value);
  }
  return good;
}

function answersOf(outcomes: readonly Outcome[], settings: Settings): readonly LowAnswer[] | CellProblem {
  return firstProblemOr(outcomes.map((outcome) => answer(outcome, settings.threshold, settings.minimum)));
}
