import { procedureTitle } from "../results/procedure";
import type { DisputedResult, SchoolResult } from "../schools/school";
import { evaluate } from "./evaluate";
import { columnsOf, type ResultColumns } from "./result-columns";
import type { IdentificationSettings, Rule } from "./rule";
import { inYears, tabulate } from "./tables";
import type { Criterion, Dispute, Verdict } from "./verdict";
import type { YearsInView } from "./years";

/** What the verdicts were made from. */
export interface Basis extends Pick<YearsInView, "year" | "yearBefore"> {
  readonly rule: Rule;
  readonly settings: IdentificationSettings;
  readonly columns: ResultColumns;
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
  { rule, settings, columns: { keys, names, results }, year, yearBefore }: Basis,
): ReadonlyMap<string, { readonly criteria: readonly Criterion[]; readonly titles: readonly string[] }> {
  const some = keys
    .map((key, number) => ({ key, name: names[number] ?? "" }))
    .filter(({ key }) => open.has(key));
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
  const states = tabulate(columnsOf(some, all), rule, settings);
  const { titles } = states;
  const table = inYears(states, year, yearBefore);
  return new Map(
    some.map(({ key }, school) => [key, { criteria: evaluate(rule, table, school).criteria, titles }]),
  );
}
