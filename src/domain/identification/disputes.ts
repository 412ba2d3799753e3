import { procedureTitle } from "../results/procedure";
import type { DisputedResult, School, SchoolResult } from "../schools/school";
import { evaluate } from "./evaluate";
import type { IdentificationSettings, Rule } from "./rule";
import { tabulate, tabulateResults } from "./tables";
import type { Criterion, Dispute, Verdict } from "./verdict";
import type { YearsInView } from "./years";

/** What the verdicts were made from. */
export interface Basis extends Pick<YearsInView, "year" | "yearBefore"> {
  readonly rule: Rule;
  readonly settings: IdentificationSettings;
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
}

/**
 * Names the criteria of schools not found low that figures in dispute could make met: a rule is monotone, so it is
 * enough to take all of them for low. The status stays what the usable figures give.
 */
export function withDisputes(
  verdicts: readonly Verdict[],
  disputed: readonly DisputedResult[],
  basis: Basis,
): readonly Verdict[] {
  if (disputed.length === 0) return verdicts;
  const keys = new Set(disputed.map(({ schoolKey }) => schoolKey));
  const open = new Set(
    verdicts.flatMap(({ schoolKey, status }) => (status !== "low" && keys.has(schoolKey) ? [schoolKey] : [])),
  );
  const figures = disputed.filter(({ schoolKey, year }) => open.has(schoolKey) && inView(year, basis));
  if (figures.length === 0) return verdicts;
  const met = metAtWorst(figures, open, basis);
  return verdicts.map((verdict) => {
    const { criteria = [], titles = [] } = met.get(verdict.schoolKey) ?? {};
    const own = figures.filter(
      ({ schoolKey, procedure }) =>
        schoolKey === verdict.schoolKey && titles.includes(procedureTitle(procedure)),
    );
    if (criteria.length === 0 || own.length === 0) return verdict;
    const dispute: Dispute = {
      criteria,
      figures: own.map(({ procedure, year, cells }) => ({
        procedure: procedureTitle(procedure),
        year,
        cells,
      })),
    };
    const unchecked = ([1, 2] as const).filter(
      (criterion) => verdict.unchecked.includes(criterion) || criteria.includes(criterion),
    );
    return { ...verdict, unchecked, disputed: dispute };
  });
}

const inView = (year: number, { year: now, yearBefore }: Basis): boolean =>
  year === now || year === yearBefore;

/** Criteria that are met with every figure in dispute low; a usable figure of the same procedure and year holds. */
function metAtWorst(
  figures: readonly DisputedResult[],
  open: ReadonlySet<string>,
  { rule, settings, schools, results, year, yearBefore }: Basis,
): ReadonlyMap<string, { readonly criteria: readonly Criterion[]; readonly titles: readonly string[] }> {
  const some = schools.filter(({ key }) => open.has(key));
  const everybody = Math.max(1, settings.minParticipants);
  const low = figures.map(({ schoolKey, procedure, year: ends, cells }): SchoolResult => ({
    school: schoolKey,
    schoolKey,
    procedure,
    year: ends,
    participants: everybody,
    failed: everybody,
    share: 1,
    source: cells[0] ?? { sheet: "", address: "" },
  }));
  // the later of two results of a cell holds, so the usable ones come last
  const all = [...low, ...results.filter(({ schoolKey }) => open.has(schoolKey))];
  const table = tabulateResults(some, all, rule, settings);
  const { titles } = table;
  const [current, before] = [tabulate(table, year).states, tabulate(table, yearBefore).states];
  return new Map(
    some.map(({ key }, school) => {
      const from = school * titles.length;
      const { criteria } = evaluate(rule, { current, before, from, to: from + titles.length });
      return [key, { criteria, titles }];
    }),
  );
}
