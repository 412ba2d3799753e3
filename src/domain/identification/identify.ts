import type { Problem } from "../problem";
import { formatYear, type SchoolYear } from "../results/year";
import { compareProblems } from "../schools/order";
import type { DisputedResult } from "../schools/school";
import { withDisputes } from "./disputes";
import { cellsBehind, evaluate } from "./evaluate";
import { countsOf } from "./low";
import type { ResultColumns } from "./result-columns";
import type { IdentificationSettings, Rule } from "./rule";
import { findRule, SMALL_GROUP } from "./rules";
import { inYears, rowOf, tabulate, unsureIn, usableYears, usedTitles } from "./tables";
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
  readonly columns: ResultColumns;
  readonly table: YearsOfTable;
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
  const view: View = { rule, columns, table: inYears(states, year, yearBefore) };

  const judged = columns.keys.map((key, school) => judge(view, key, school));
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
      ...smallGroups(verdicts),
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
  const { rule, columns, table } = view;
  const evidence: Evidence[] = [];
  for (const criterion of criteria) {
    const { current, before } = cellsBehind(criterion, rule, table, school);
    for (const cell of current)
      evidence.push(toEvidence(columns, rowOf(table.current[cell] ?? 0), criterion));
    for (const cell of before) evidence.push(toEvidence(columns, rowOf(table.before[cell] ?? 0), criterion));
  }
  return evidence;
}

function toEvidence(columns: ResultColumns, row: number, criterion: Criterion): Evidence {
  const { result, title } = resultOf(columns, row);
  const { participants, failed } = countsOf(result);
  return {
    criterion,
    procedure: title,
    year: result.year,
    participants,
    failed,
    share: participants !== null && failed !== null ? failed / participants : result.share,
    source: result.source,
  };
}

function resultOf({ results, sittings, sitting }: ResultColumns, row: number) {
  const [result, title] = [results[row], sittings[sitting[row] ?? 0]?.title];
  if (result === undefined || title === undefined) throw new RangeError("a low cell always has its result");
  return { result, title };
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
function roundingRisks(
  { rule, columns }: View,
  states: StateTable,
  years: readonly [SchoolYear | null, SchoolYear | null],
): readonly Problem[] {
  const { cells, step } = states;
  const unsure = unsureIn(states, years);
  if (unsure.length === 0) return [];
  const suppose = (sign: 1 | -1): YearsOfTable => {
    const supposed = cells.slice();
    for (const cell of unsure) supposed[cell] = sign * Math.abs(cells[cell] ?? 0);
    return inYears({ ...states, cells: supposed }, ...years);
  };
  const [low, notLow] = [suppose(-1), suppose(1)];
  return unsure.flatMap((cell) => {
    const school = cell % step;
    if (evaluate(rule, low, school).status === evaluate(rule, notLow, school).status) return [];
    return [roundingRisk(columns, columns.names[school] ?? "", rowOf(cells[cell] ?? 0))];
  });
}

function roundingRisk(columns: ResultColumns, school: string, row: number): Problem {
  const { result, title } = resultOf(columns, row);
  const { source, share, year, shareDecimals } = result;
  return {
    code: "shareRoundingCouldFlip",
    severity: "warning",
    source,
    fields: {
      school,
      procedure: title,
      year: formatYear(year),
      share: share ?? 0,
      decimals: shareDecimals ?? 0,
    },
  };
}
