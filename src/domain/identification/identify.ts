import type { Problem } from "../problem";
import { formatYear, type SchoolYear } from "../results/year";
import { compareProblems } from "../schools/order";
import type { DisputedResult, School, SchoolResult } from "../schools/school";
import { withDisputes } from "./disputes";
import { cellsBehind, evaluate, type SchoolStates } from "./evaluate";
import { countsOf } from "./low";
import type { IdentificationSettings, Rule } from "./rule";
import { findRule, SMALL_GROUP } from "./rules";
import { LOW, NONE, NOT_LOW, tabulate, tabulateResults, usableYears, type YearTable } from "./tables";
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

/** The results as two tables of one shape. */
interface View {
  readonly rule: Rule;
  readonly results: readonly SchoolResult[];
  readonly titles: readonly string[];
  readonly current: YearTable;
  readonly before: YearTable;
}

/**
 * Finds the schools with low results by one of `RULES`.
 * @param schools every settled school, in Russian order of names as `settleSchools` leaves them; each gets a verdict,
 *   `insufficient` where it has no usable result in Y.
 * @param results of these schools, at most one per school × procedure × year, as `settleSchools` leaves them.
 * @param disputed figures of these schools that cannot be used; criteria that hang on them are unchecked.
 * @returns problems `yearMissing`, `yearBeforeSubstituted`, `smallGroup`, `shareRoundingCouldFlip`.
 * @throws RangeError for an unknown rule id or a result of a school that is not in `schools`.
 */
export function identify(
  schools: readonly School[],
  results: readonly SchoolResult[],
  settings: IdentificationSettings,
  disputed: readonly DisputedResult[] = [],
): Identification {
  const rule = findRule(settings.ruleId);
  const table = tabulateResults(schools, results, rule, settings);
  const { titles } = table;
  const { year, yearBefore, problems } = chooseYears(usableYears(table), settings);
  const [current, before] = [tabulate(table, year), tabulate(table, yearBefore)];
  const view: View = { rule, results, titles, current, before };

  const judged = schools.map((school, i) => judge(view, school, i));
  const basis = { rule, settings, schools, results, year, yearBefore };
  const verdicts = withDisputes(judged, disputed, basis);
  return {
    rule,
    threshold: settings.threshold,
    minParticipants: settings.minParticipants,
    year,
    yearBefore,
    procedures: titles.filter((_, i) => isUsed(view, i)),
    verdicts,
    problems: [...problems, ...smallGroups(verdicts), ...roundingRisks(view, verdicts)].sort(compareProblems),
  };
}

const NO_EVIDENCE: readonly Evidence[] = [];

function statesOf({ titles, current, before }: View, school: number): SchoolStates {
  const from = school * titles.length;
  return { current: current.states, before: before.states, from, to: from + titles.length };
}

function judge(view: View, { key, name }: School, number: number): Verdict {
  const states = statesOf(view, number);
  const { status, criteria, unchecked } = evaluate(view.rule, states);
  const evidence = criteria.length === 0 ? NO_EVIDENCE : evidenceOf(view, criteria, states);
  return { schoolKey: key, school: name, status, criteria, unchecked, evidence };
}

function evidenceOf(view: View, criteria: readonly Criterion[], states: SchoolStates): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const criterion of criteria) {
    const cells = cellsBehind(criterion, view.rule, states);
    for (const cell of cells.current) evidence.push(toEvidence(view, view.current, cell, criterion));
    for (const cell of cells.before) evidence.push(toEvidence(view, view.before, cell, criterion));
  }
  return evidence;
}

function toEvidence(
  { results, titles }: View,
  table: YearTable,
  cell: number,
  criterion: Criterion,
): Evidence {
  const result = resultOf(results, table, cell);
  const { participants, failed } = countsOf(result);
  return {
    criterion,
    procedure: titles[cell % titles.length] ?? "",
    year: result.year,
    participants,
    failed,
    share: participants !== null && failed !== null ? failed / participants : result.share,
    source: result.source,
  };
}

function resultOf(results: readonly SchoolResult[], table: YearTable, cell: number): SchoolResult {
  const result = results[table.resultAt(cell)];
  if (result === undefined) throw new RangeError("a low cell always has its result");
  return result;
}

function isUsed({ titles, current, before }: View, procedure: number): boolean {
  for (let cell = procedure; cell < current.states.length; cell += titles.length) {
    if (current.states[cell] !== NONE || before.states[cell] !== NONE) return true;
  }
  return false;
}

/** A low result of a handful of pupils is flagged, never left out by itself (domain reference). */
function smallGroups(verdicts: readonly Verdict[]): readonly Problem[] {
  const isSmall = ({ participants }: Evidence): boolean =>
    participants !== null && participants < SMALL_GROUP;
  return verdicts
    .filter(({ evidence }) => evidence.some(isSmall))
    .flatMap(({ school, evidence }) => {
      const seen = new Set<string>();
      return evidence
        .filter(isSmall)
        .flatMap(({ participants, procedure, year: ends, source }): Problem[] => {
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
    });
}

/**
 * Rounded shares on which a verdict hangs: those of schools whose verdict differs between all of them low and none.
 * The rules are monotone (one more low result never clears a school), so these two extremes decide.
 */
function roundingRisks(view: View, verdicts: readonly Verdict[]): readonly Problem[] {
  const bySchool = new Map<number, { readonly table: YearTable; readonly cell: number }[]>();
  for (const table of [view.current, view.before]) {
    for (const cell of table.unsure) {
      const school = Math.floor(cell / view.titles.length);
      const cells = bySchool.get(school);
      if (cells === undefined) bySchool.set(school, [{ table, cell }]);
      else cells.push({ table, cell });
    }
  }
  return [...bySchool].flatMap(([school, cells]) => {
    const statusIf = (state: number) => {
      const { from, to } = statesOf(view, school);
      const states = {
        current: view.current.states.slice(from, to),
        before: view.before.states.slice(from, to),
      };
      for (const { table, cell } of cells) {
        (table === view.current ? states.current : states.before)[cell - from] = state;
      }
      return evaluate(view.rule, { ...states, from: 0, to: to - from }).status;
    };
    if (statusIf(LOW) === statusIf(NOT_LOW)) return [];
    const name = verdicts[school]?.school ?? "";
    return cells.map(({ table, cell }) => roundingRisk(view, name, table, cell));
  });
}

function roundingRisk({ results, titles }: View, school: string, table: YearTable, cell: number): Problem {
  const { source, share, year, shareDecimals } = resultOf(results, table, cell);
  return {
    code: "shareRoundingCouldFlip",
    severity: "warning",
    source,
    fields: {
      school,
      procedure: titles[cell % titles.length] ?? "",
      year: formatYear(year),
      share: share ?? 0,
      decimals: shareDecimals ?? 0,
    },
  };
}
