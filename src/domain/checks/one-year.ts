import type { Problem, Source } from "../problem";
import { formatYear, type SchoolYear } from "../results/year";
import { compareSources } from "../schools/order";
import type { SchoolResult } from "../schools/school";
import { byName } from "../text/russian";
import { held, type Checked } from "./checked";

/** More schools than this without one and the same year are the year's trouble, not the schools': one problem. */
const MOST_SCHOOLS = 10;
/** Names and cells that a grouped problem lists. */
const MOST_LISTED = 10;

interface Lone {
  readonly school: string;
  readonly source: Source;
}

/**
 * Schools that have results in one of the two years in view only. Where both years have such schools, they may be one
 * school under a new name, which would cost it criterion 2: a warning. Else the school was opened or closed.
 */
export function schoolsInOneYear(checked: Checked): Problem[] {
  const { year, yearBefore } = checked.identification;
  if (year === null || yearBefore === null) return [];
  const years = yearsOf(checked);
  const [onlyNow, onlyBefore] = [
    lone(checked, years, year, yearBefore),
    lone(checked, years, yearBefore, year),
  ];
  const severity = onlyNow.length > 0 && onlyBefore.length > 0 ? "warning" : "info";
  return [
    ...problemsOf(onlyNow, year, yearBefore, severity),
    ...problemsOf(onlyBefore, yearBefore, year, severity),
  ];
}

/** Years in which a school took part in anything, figures in dispute among them. */
function yearsOf({ results, disputed }: Checked): ReadonlyMap<string, ReadonlySet<SchoolYear>> {
  const years = new Map<string, Set<SchoolYear>>();
  const add = (key: string, year: SchoolYear): void => {
    years.set(key, (years.get(key) ?? new Set()).add(year));
  };
  for (const result of results) if (held(result)) add(result.schoolKey, result.year);
  for (const { schoolKey, year } of disputed) add(schoolKey, year);
  return years;
}

function lone(
  { identification, results }: Checked,
  years: ReadonlyMap<string, ReadonlySet<SchoolYear>>,
  there: SchoolYear,
  missing: SchoolYear,
): readonly Lone[] {
  const names = new Map(
    identification.verdicts.flatMap(({ schoolKey, school }) => {
      const own = years.get(schoolKey);
      return own?.has(there) === true && !own.has(missing) ? [[schoolKey, school] as const] : [];
    }),
  );
  const first = new Map<string, SchoolResult>();
  for (const result of results) {
    if (result.year !== there || !held(result) || !names.has(result.schoolKey)) continue;
    const before = first.get(result.schoolKey);
    if (before === undefined || compareSources(result.source, before.source) < 0)
      first.set(result.schoolKey, result);
  }
  return [...first]
    .map(([key, { source }]) => ({ school: names.get(key) ?? key, source }))
    .sort((a, b) => byName(a.school, b.school) || compareSources(a.source, b.source));
}

function problemsOf(
  schools: readonly Lone[],
  there: SchoolYear,
  missing: SchoolYear,
  severity: "warning" | "info",
): Problem[] {
  const years = { year: formatYear(there), missing: formatYear(missing) };
  if (schools.length <= MOST_SCHOOLS)
    return schools.map(({ school, source }) => ({
      code: "schoolInOneYear",
      severity,
      source,
      fields: { school, ...years },
    }));
  const [first, ...rest] = [...schools].map(({ source }) => source).sort(compareSources);
  const listed = schools.slice(0, MOST_LISTED).map(({ school }) => school);
  return [
    {
      code: "schoolsInOneYear",
      severity: "warning",
      ...(first === undefined ? {} : { source: first }),
      related: rest.slice(0, MOST_LISTED - 1),
      fields: { ...years, count: schools.length, schools: listed.join("; "), group: years.missing },
    },
  ];
}
