import type { Problem } from "../problem";
import { procedureTitle } from "../results/procedure";
import { formatYear, type SchoolYear } from "../results/year";
import { compareSources } from "../schools/order";
import { held, type Checked } from "./checked";

/**
 * Listed procedures that have results in one of the two years in view only. In the year in view their data may not be
 * there yet, so that is a warning; in the earlier one the procedure may not have been held (no ОГЭ in 2020).
 */
export function proceduresInOneYear(checked: Checked): Problem[] {
  const { year, yearBefore } = checked.identification;
  if (year === null || yearBefore === null) return [];
  return [
    ...missingIn(checked, year, yearBefore, "warning"),
    ...missingIn(checked, yearBefore, year, "info"),
  ];
}

function missingIn(
  { identification: { procedures }, results }: Checked,
  missing: SchoolYear,
  there: SchoolYear,
  severity: "warning" | "info",
): Problem[] {
  const listed = new Set(procedures);
  const present = new Set<string>();
  for (const result of results)
    if (result.year === missing && held(result)) present.add(procedureTitle(result.procedure));
  const others = results.filter(
    (result) => result.year === there && held(result) && isMissing(procedureTitle(result.procedure)),
  );
  const titles = new Set(others.map(({ procedure }) => procedureTitle(procedure)));
  const [first] = others.map(({ source }) => source).sort(compareSources);
  if (first === undefined || present.size === 0) return []; // a year with nothing at all is said by `yearMissing`
  return [
    {
      code: "proceduresMissing",
      severity,
      source: first,
      fields: {
        year: formatYear(missing),
        other: formatYear(there),
        count: titles.size,
        procedures: procedures.filter((title) => titles.has(title)).join("; "),
        group: formatYear(missing),
      },
    },
  ];

  function isMissing(title: string): boolean {
    return listed.has(title) && !present.has(title);
  }
}
