import type { Problem, Source } from "../problem";
import { procedureTitle } from "../results/procedure";
import type { BuiltSchool } from "./build";
import type { Ambiguity } from "./identity";
import { sameFigures } from "./duplicates";
import { findNearPairs, type Likeness } from "./near";
import { compareSources } from "./order";
import type { SchoolResult } from "./school";

/** `login`: one name, another login in other years. `several`: a name without a login that several schools have. */
export type QuestionReason = Likeness | "login" | "several";

interface Question {
  readonly first: string;
  readonly second: string;
  readonly why: QuestionReason;
  /** Further schools that `first` could be. */
  readonly others?: readonly string[];
}

interface Trace {
  /** The first cell of the school. */
  source: Source;
  /** «ВПР математика 5|2019»: what it has results in. */
  readonly cells: Set<string>;
  /** The same by sheet, with the figures. */
  readonly rows: Map<string, SchoolResult[]>;
  readonly years: Set<number>;
}

/** @example pairId("name:сош 5", "edu:223017") // "edu:223017|name:сош 5" */
export function pairId(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/**
 * Pairs of schools that may be one, as problems with both names and cells. Two that have the same procedure in the
 * same year are hardly one school: these are `info`, the rest `warning`. Where these figures differ on one sheet, the
 * two are rows of one table: the field `apart` says that there is nothing to answer. Pairs in `different` were answered before.
 */
export function askAboutPairs(
  schools: readonly BuiltSchool[],
  ambiguities: readonly Ambiguity[],
  results: readonly SchoolResult[],
  different: ReadonlySet<string>,
  mentioned: readonly Pick<SchoolResult, "schoolKey" | "source">[] = [],
): readonly Problem[] {
  const open = (a: string, b: string) => !different.has(pairId(a, b));
  const several = ambiguities.flatMap((ambiguity) => severalQuestion(ambiguity, open));
  const severalPairs = new Set(
    ambiguities.flatMap(({ key, candidates }) => candidates.map((candidate) => pairId(key, candidate))),
  );
  const alike = findNearPairs(
    schools.map(({ school, names, ...rest }) => ({ key: school.key, names: [...names], ...rest })),
  ).filter(({ first, second }) => !severalPairs.has(pairId(first, second)));
  const pairs: readonly Question[] = [...alike, ...sameNameOtherLogin(schools)];
  const questions = [...several, ...pairs.filter(({ first, second }) => open(first, second))];
  const asked = new Set(questions.flatMap(({ first, second, others = [] }) => [first, second, ...others]));
  const traces = traceSchools(results, asked, mentioned);
  const names = new Map(schools.map(({ school }) => [school.key, school.name]));
  return questions.flatMap((question) => toProblem(question, traces, names) ?? []);
}

/** One question for all the schools that a name without a login could be. */
function severalQuestion(
  { key, candidates }: Ambiguity,
  open: (a: string, b: string) => boolean,
): readonly Question[] {
  const [second, ...others] = candidates.filter((candidate) => open(key, candidate));
  return second === undefined ? [] : [{ first: key, second, others, why: "several" }];
}

/** 2 of 639 schools changed their login's digits from one year to the next (domain reference). */
function sameNameOtherLogin(schools: readonly BuiltSchool[]): readonly Question[] {
  const byName = new Map<string, string[]>();
  for (const { school, names, municipality, login } of schools) {
    if (!login) continue;
    for (const name of names) {
      const place = `${municipality}\n${name}`;
      const keys = byName.get(place);
      if (keys === undefined) byName.set(place, [school.key]);
      else keys.push(school.key);
    }
  }
  // three of one name are three schools of a region without municipalities, not a changed login
  return [...byName.values()].flatMap((keys): Question[] => {
    const [first, second] = [...keys].sort();
    return keys.length === 2 && first !== undefined && second !== undefined
      ? [{ first, second, why: "login" }]
      : [];
  });
}

function toProblem(
  { first, second, why, others = [] }: Question,
  traces: ReadonlyMap<string, Trace>,
  names: ReadonlyMap<string, string>,
): Problem | null {
  const [a, b] = [traces.get(first), traces.get(second)];
  if (a === undefined || b === undefined) return null;
  const meet = meets(a.cells, b.cells);
  if (meet && why === "status") return null;
  if (why === "login" && meets(a.years, b.years)) return null;
  return {
    code: "schoolNearMatch",
    severity: meet && why !== "several" ? "info" : "warning",
    source: a.source,
    related: [b.source, ...others.flatMap((key) => traces.get(key)?.source ?? [])],
    fields: {
      first: names.get(first) ?? first,
      second: names.get(second) ?? second,
      firstKey: first,
      secondKey: second,
      why,
      ...(why !== "several" && areApart(a, b) ? { apart: "sheet" } : {}),
    },
  };
}

/** A table has one row for a school: two that differ in one procedure and year of one sheet are two schools. */
function areApart(a: Trace, b: Trace): boolean {
  for (const [place, own] of a.rows) {
    const others = b.rows.get(place);
    if (others !== undefined && !own.some((result) => others.some((other) => sameFigures(result, other))))
      return true;
  }
  return false;
}

function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

const emptyTrace = (source: Source): Trace => ({
  source,
  cells: new Set(),
  rows: new Map(),
  years: new Set(),
});

function traceSchools(
  results: readonly SchoolResult[],
  keys: ReadonlySet<string>,
  mentioned: readonly Pick<SchoolResult, "schoolKey" | "source">[],
): ReadonlyMap<string, Trace> {
  const traces = new Map<string, Trace>();
  if (keys.size === 0) return traces;
  for (const { schoolKey, source } of mentioned)
    if (keys.has(schoolKey) && !traces.has(schoolKey)) traces.set(schoolKey, emptyTrace(source));
  for (const result of results) {
    const { schoolKey, source, procedure, year } = result;
    if (!keys.has(schoolKey)) continue;
    let trace = traces.get(schoolKey);
    if (trace === undefined) traces.set(schoolKey, (trace = emptyTrace(source)));
    if (compareSources(source, trace.source) < 0) trace.source = source;
    const cell = `${procedureTitle(procedure)}|${year}`;
    trace.cells.add(cell);
    const place = `${source.file ?? ""}\n${source.sheet}\n${cell}`;
    const row = trace.rows.get(place);
    if (row === undefined) trace.rows.set(place, [result]);
    else row.push(result);
    trace.years.add(year);
  }
  return traces;
}
