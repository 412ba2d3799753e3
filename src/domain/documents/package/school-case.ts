import type { Analysis } from "../../analysis";
import { findingsOf } from "../../analysis";
import { lowState } from "../../identification/low";
import type { Adjustment, Verdict } from "../../identification/verdict";
import { procedureTitle, type Procedure } from "../../results/procedure";
import type { SchoolYear } from "../../results/year";
import type { SchoolResult } from "../../schools/school";

/** Years that a school's own document shows, the one in view among them. */
const YEARS_SHOWN = 3;

/** A procedure in which a school was low in one or both of the years that the rule looks at. */
export interface LowProcedure {
  readonly procedure: Procedure;
  readonly title: string;
  /** Its low results, the earlier year first. */
  readonly results: readonly SchoolResult[];
  /** Low in the year in view, not only in the earlier one. */
  readonly current: boolean;
}

/** A school of the group with everything its own documents say. */
export interface SchoolCase {
  readonly key: string;
  /** As documents print it. */
  readonly name: string;
  /** Null for a school added by hand that has no results. */
  readonly verdict: Verdict | null;
  /** The decision that added it; null for a computed one. */
  readonly added: Adjustment | null;
  /** Results of the listed procedures, by procedure and year. */
  readonly results: readonly SchoolResult[];
  readonly low: readonly LowProcedure[];
}

/** The schools of the group, in the order of the group. Names are printed as the analysis has them. */
export function schoolCases(analysis: Analysis): readonly SchoolCase[] {
  const { identification, group } = analysis;
  const { year, yearBefore, threshold, minParticipants, procedures } = identification;
  const order = new Map(procedures.map((title, index) => [title, index]));
  const rank = ({ procedure }: SchoolResult): number =>
    order.get(procedureTitle(procedure)) ?? procedures.length;
  const bySchool = new Map<string, SchoolResult[]>();
  for (const result of findingsOf(analysis).results) {
    if (year === null || result.year > year || result.year <= year - YEARS_SHOWN) {
      if (result.year !== yearBefore) continue; // a gap between the two years may be longer
    }
    bySchool.set(result.schoolKey, [...(bySchool.get(result.schoolKey) ?? []), result]);
  }
  return group.group.map(({ schoolKey, school, verdict, added }) => {
    const results = [...(bySchool.get(schoolKey) ?? [])].sort((a, b) => rank(a) - rank(b) || a.year - b.year);
    const low = results.filter(
      (result) =>
        (result.year === year || result.year === yearBefore) &&
        lowState(result, threshold, minParticipants) === "low",
    );
    return { key: schoolKey, name: school, verdict, added, results, low: lowProcedures(low, year) };
  });
}

function lowProcedures(low: readonly SchoolResult[], year: SchoolYear | null): readonly LowProcedure[] {
  const byTitle = new Map<string, SchoolResult[]>();
  for (const result of low) {
    const title = procedureTitle(result.procedure);
    byTitle.set(title, [...(byTitle.get(title) ?? []), result]);
  }
  return [...byTitle].flatMap(([title, results]) => {
    const [first] = results;
    if (first === undefined) return [];
    const current = results.some((result) => result.year === year);
    return [{ procedure: first.procedure, title, results, current }];
  });
}
