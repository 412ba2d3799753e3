import type { Problem } from "../problem";
import { formatYear, type SchoolYear } from "../results/year";
import type { IdentificationSettings } from "./rule";

/** Y and Y′ as they are used. */
export interface YearsInView {
  /** Null when no listed procedure has a usable result in any year. */
  readonly year: SchoolYear | null;
  /** Null when there is no earlier year with results. */
  readonly yearBefore: SchoolYear | null;
  readonly problems: readonly Problem[];
}

/**
 * Chooses Y, by default the newest year with results, and Y′, by default Y − 1. Gap years are ordinary (seed 000 plans
 * September 2020 from 2018 and 2019): without Y − 1 the nearest earlier year with results stands in, and is said
 * (`yearBeforeSubstituted`). A year the user gave stays even without results (`yearMissing`); one given as Y′ that is
 * not before Y compares a year with itself or with its future, and is not used (`yearMissing`).
 * @param usable years with usable results, oldest first.
 */
export function chooseYears(
  usable: readonly SchoolYear[],
  settings: Pick<IdentificationSettings, "year" | "yearBefore">,
): YearsInView {
  const problems: Problem[] = [];
  const year = settings.year ?? usable.at(-1) ?? null;
  if (settings.year !== null && !usable.includes(settings.year))
    problems.push(missing(settings.year, "year"));
  if (settings.yearBefore !== null) {
    const earlier = year === null || settings.yearBefore < year;
    if (!earlier || !usable.includes(settings.yearBefore))
      problems.push(missing(settings.yearBefore, "yearBefore"));
    return { year, yearBefore: earlier ? settings.yearBefore : null, problems };
  }
  if (year === null) return { year, yearBefore: null, problems };
  const yearBefore = usable.findLast((candidate) => candidate < year) ?? null;
  if (yearBefore !== null && yearBefore !== year - 1) {
    problems.push({
      code: "yearBeforeSubstituted",
      severity: "info",
      fields: { year: formatYear(year), wanted: formatYear(year - 1), used: formatYear(yearBefore) },
    });
  }
  return { year, yearBefore, problems };
}

function missing(year: SchoolYear, role: "year" | "yearBefore"): Problem {
  // nothing can be said of a year in view without results; without the earlier one only criterion 2 is missing
  const severity = role === "year" ? "error" : "warning";
  return { code: "yearMissing", severity, fields: { year: formatYear(year), role } };
}
