import { lowState } from "../../identification/low";
import { SMALL_GROUP } from "../../identification/rules";
import type { Identification } from "../../identification/identify";
import { procedureTitle } from "../../results/procedure";
import type { School, SchoolResult } from "../../schools/school";
import { byName } from "../../text/russian";
import type { SchoolCase } from "./school-case";

/** Schools that one partner helps, while others are free. */
const PER_PARTNER = 2;

/** A school that can help another: it did well in what the other is low in. */
export interface Partner {
  readonly key: string;
  readonly name: string;
  /** Its results in the procedures in which the helped school is low. */
  readonly results: readonly SchoolResult[];
}

interface Candidate extends Partner {
  readonly meanShare: number;
}

export interface PartnerInput {
  readonly cases: readonly SchoolCase[];
  readonly schools: readonly School[];
  /** Results of the listed procedures. */
  readonly results: readonly SchoolResult[];
  readonly identification: Pick<Identification, "year" | "threshold" | "minParticipants" | "verdicts">;
}

/**
 * Suggests a partner to each school by its low procedures: a school outside the group with results of the year in view
 * in the same procedures, none of them low, none of a small group. More of the procedures is better, then a smaller
 * mean share of those who failed. A partner gets at most two schools as long as the others can be served otherwise;
 * then the least loaded one helps a third.
 * @returns by key of the helped school; schools that nobody can help are left out
 */
export function suggestPartners(input: PartnerInput): ReadonlyMap<string, Partner> {
  const bySchool = new Map<string, SchoolResult[]>();
  for (const result of input.results)
    bySchool.set(result.schoolKey, [...(bySchool.get(result.schoolKey) ?? []), result]);
  const wishes = new Map(input.cases.map((school) => [school.key, candidatesFor(school, input, bySchool)]));
  const helped = new Map<string, string[]>(); // partner → schools
  const partnerOf = new Map<string, Candidate>();

  const give = (school: string, seen: Set<string>): boolean => {
    for (const candidate of wishes.get(school) ?? []) {
      if (seen.has(candidate.key)) continue;
      seen.add(candidate.key);
      const load = helped.get(candidate.key) ?? [];
      const leaver =
        load.length < PER_PARTNER ? null : (load.find((other) => give(other, seen)) ?? undefined);
      if (leaver === undefined) continue;
      const rest = (helped.get(candidate.key) ?? []).filter((other) => other !== leaver);
      helped.set(candidate.key, [...rest, school]);
      partnerOf.set(school, candidate);
      return true;
    }
    return false;
  };
  const load = ({ key }: Candidate): number => helped.get(key)?.length ?? 0;
  for (const { key } of input.cases) {
    if (give(key, new Set())) continue;
    const [least] = [...(wishes.get(key) ?? [])].sort((a, b) => load(a) - load(b));
    if (least === undefined) continue;
    helped.set(least.key, [...(helped.get(least.key) ?? []), key]);
    partnerOf.set(key, least);
  }
  return partnerOf;
}

/** Those who can help a school, the best first. */
function candidatesFor(
  school: SchoolCase,
  { schools, identification, cases }: PartnerInput,
  bySchool: ReadonlyMap<string, readonly SchoolResult[]>,
): readonly Candidate[] {
  const { year, threshold, minParticipants, verdicts } = identification;
  const titles = new Set(school.low.map(({ title }) => title));
  const inGroup = new Set(cases.map(({ key }) => key));
  const fit = new Set(verdicts.filter(({ status }) => status === "notLow").map(({ schoolKey }) => schoolKey));
  const home = schools.find(({ key }) => key === school.key)?.municipality;
  const found = schools.flatMap(({ key, name, municipality }): Candidate[] => {
    if (inGroup.has(key) || !fit.has(key)) return [];
    if (home !== undefined && municipality !== undefined && municipality !== home) return [];
    const same = (bySchool.get(key) ?? []).filter(
      (result) => result.year === year && titles.has(procedureTitle(result.procedure)),
    );
    if (same.some((result) => lowState(result, threshold, minParticipants) === "low")) return [];
    const solid = same.filter(
      ({ participants, share }) => share !== null && (participants === null || participants >= SMALL_GROUP),
    );
    if (solid.length === 0) return [];
    const meanShare = solid.reduce((sum, { share }) => sum + (share ?? 0), 0) / solid.length;
    return [{ key, name, results: solid, meanShare }];
  });
  return found.sort(
    (a, b) => b.results.length - a.results.length || a.meanShare - b.meanShare || byName(a.name, b.name),
  );
}
