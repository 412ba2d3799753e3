import type { Problem } from "../problem";
import { procedureTitle } from "../results/procedure";
import { formatYear, type SchoolYear } from "../results/year";
import { compareProblems } from "../schools/order";
import type { DisputedResult, SchoolResult } from "../schools/school";
import { withDisputes } from "./disputes";
import { cellsBehind, evaluate } from "./evaluate";
import { figuresOf, NOT_COUNTED, type ResultColumns } from "./result-columns";
import type { IdentificationSettings, Rule } from "./rule";
import { findRule, SMALL_GROUP } from "./rules";
import { inYears, LOW, NOT_LOW, tabulate, usableAt, usableYears, usedTitles } from "./tables";
import type { StateTable, YearsOfTable } from "./tables";
import type { Criterion, Evidence, Verdict } from "./verdict";
import { chooseYears } from "./years";

/** Verdicts with everything that they were made under. */
export interface Identification {
  readonly rule: Rule;
  /** Per cent, inclusive. */
  readonly threshold: number;
  readonly minParticipants: number;
  /** Year in view; null when there is no usable result at all. */
  readonly year: SchoolYear | null;
  /** The earlier year; null when there is none. */
  readonly yearBefore: SchoolYear | null;
  /** Titles of the listed procedures that have a usable result in either year, in the rule's order. */
  readonly procedures: readonly string[];
  /** One per school, in the order of the schools. */
  readonly verdicts: readonly Verdict[];
  readonly problems: readonly Problem[];
}

/** What every verdict is made from. */
interface View {
  readonly rule: Rule;
  readonly settings: IdentificationSettings;
  readonly columns: ResultColumns;
  readonly table: YearsOfTable;
  /** Numbers of the sittings of the procedures, in Y and in Y′; −1 for one that was not held. */
  readonly sittings: { readonly current: readonly number[]; readonly before: readonly number[] };
}

/**
 * Finds the schools with low results by one of `RULES`.
 * @param columns every settled school, in Russian order of names as `settleSchools` leaves them – each gets a verdict,
 *   `insufficient` where it has no usable result in Y – and their results, at most one per school × procedure × year.
 * @param disputed figures of these schools that cannot be used; criteria that hang on them are unchecked.
 * @returns problems `yearMissing`, `yearBeforeSubstituted`, `smallGroup`, `shareRoundingCouldFlip`.
 * @throws RangeError for an unknown rule id.
 */
export function identify(
  columns: ResultColumns,
  settings: IdentificationSettings,
  disputed: readonly DisputedResult[] = [],
): Identification {
  const rule = findRule(settings.ruleId);
  const states = tabulate(columns, rule, settings);
  const { year, yearBefore, problems } = chooseYears(usableYears(states), settings);
  const sittingsOf = (one: SchoolYear | null): number[] =>
    states.titles.map((title) =>
      columns.sittings.findIndex((sitting) => sitting.title === title && sitting.year === one),
    );
  const sittings = { current: sittingsOf(year), before: sittingsOf(yearBefore) };
  const view: View = { rule, settings, columns, table: inYears(states, year, yearBefore), sittings };

  const onFew: Verdict[] = [];
  const judged = columns.keys.map((key, school) => {
    const verdict = judge(view, key, school);
    // looked at while it is at hand: to walk a country's evidence again costs as much as to judge
    if (verdict.evidence.length > 0 && verdict.evidence.some(isSmall)) onFew.push(verdict);
    return verdict;
  });
  const verdicts = withDisputes(judged, disputed, { rule, settings, columns, year, yearBefore });
  return {
    rule,
    threshold: settings.threshold,
    minParticipants: settings.minParticipants,
    year,
    yearBefore,
    procedures: usedTitles(states, [year, yearBefore]),
    verdicts,
    problems: [
      ...problems,
      ...onFew.flatMap(smallGroups),
      ...roundingRisks(view, states, [year, yearBefore]),
    ].sort(compareProblems),
  };
}

const NO_EVIDENCE: readonly Evidence[] = [];

function judge(view: View, schoolKey: string, number: number): Verdict {
  const { status, criteria, unchecked } = evaluate(view.rule, view.table, number);
  const school = view.columns.names[number] ?? "";
  const evidence = criteria.length === 0 ? NO_EVIDENCE : evidenceOf(view, criteria, number);
  return { schoolKey, school, status, criteria, unchecked, evidence };
}

function evidenceOf(view: View, criteria: readonly Criterion[], school: number): readonly Evidence[] {
  const { rule, table, sittings } = view;
  const evidence: Evidence[] = [];
  for (const criterion of criteria) {
    const cells = cellsBehind(criterion, rule, table, school);
    for (const year of ["current", "before"] as const)
      for (const cell of cells[year]) {
        const sitting = sittings[year][(cell - school) / table.step] ?? -1;
        evidence.push(toEvidence(view, sitting, school, criterion));
      }
  }
  return evidence;
}

function toEvidence(view: View, number: number, school: number, criterion: Criterion): Evidence {
  const { columns, settings } = view;
  const sitting = columns.sittings[number];
  if (sitting === undefined) throw new RangeError("a low cell always has its sitting");
  const { title: procedure, year } = sitting;
  const [participants, failed] = [sitting.counts[2 * school] ?? 0, sitting.counts[2 * school + 1] ?? 0];
  const source = sitting.sources[school];
  if (participants !== NOT_COUNTED && source !== undefined)
    return { criterion, procedure, year, participants, failed, share: failed / participants, source };
  const usable = usableAt(columns, sitting, school, settings);
  if (usable === null) throw new RangeError("a low cell always has its result");
  const { result } = usable;
  return { criterion, procedure, year, ...figuresOf(result), source: result.source };
}

const isSmall = ({ participants }: Evidence): boolean => participants !== null && participants < SMALL_GROUP;

/** A low result of a handful of pupils is flagged, never left out by itself (domain reference). */
function smallGroups({ school, evidence }: Verdict): readonly Problem[] {
  const seen = new Set<string>();
  return evidence.filter(isSmall).flatMap(({ participants, procedure, year: ends, source }): Problem[] => {
    const year = formatYear(ends);
    const id = `${year} ${procedure}`;
    if (participants === null || seen.has(id)) return [];
    seen.add(id);
    return [
      {
        code: "smallGroup",
        severity: "info",
        source,
        fields: { school, procedure, year, participants },
      },
    ];
  });
}

/**
 * Rounded shares on which a verdict hangs: those of schools whose verdict differs between all of them low and none.
 * The rules are monotone (one more low result never clears a school), so these two extremes decide.
 */
function roundingRisks(
  { rule, columns }: View,
  table: StateTable,
  years: readonly [SchoolYear | null, SchoolYear | null],
): readonly Problem[] {
  const unsure = table.unsure.filter(({ row }) => years.includes(columns.results[row]?.year ?? null));
  if (unsure.length === 0) return [];
  const suppose = (state: number): YearsOfTable => {
    const states = table.states.slice();
    for (const { cell } of unsure) states[cell] = state;
    return inYears({ ...table, states }, ...years);
  };
  const [low, notLow] = [suppose(LOW), suppose(NOT_LOW)];
  return unsure.flatMap(({ row, school }) => {
    const result = columns.results[row];
    if (result === undefined || evaluate(rule, low, school).status === evaluate(rule, notLow, school).status)
      return [];
    return [roundingRisk(columns.names[school] ?? "", result)];
  });
}

function roundingRisk(school: string, result: SchoolResult): Problem {
  const { procedure, source, share, year, shareDecimals } = result;
  return {
    code: "shareRoundingCouldFlip",
    severity: "warning",
    source,
    fields: {
      school,
      procedure: procedureTitle(procedure),
      year: formatYear(year),
      share: share ?? 0,
      decimals: shareDecimals ?? 0,
    },
  };
}
