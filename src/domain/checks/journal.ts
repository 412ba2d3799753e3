import type { Problem } from "../problem";
import { procedureTitle } from "../results/procedure";
import type { JournalComparison, Result } from "../results/result";
import { formatYear } from "../results/year";
import { loginKey, nameKey } from "../schools/key";
import { loginDigits, normaliseMunicipality, normaliseSchoolName, splitLogin } from "../schools/name";
import type { SchoolResult } from "../schools/school";
import type { Checked } from "./checked";

/**
 * Participants of a result against those of its comparison with the journal, which is another sheet of the same
 * procedure. The comparison leaves out those without a mark of the term, so fewer are worth knowing, more are wrong.
 */
export function participantsAgainstJournal({ results, journal }: Checked): Problem[] {
  if (journal.length === 0) return [];
  const known = schoolsByName(results);
  const byCell = new Map(results.map((result) => [cellKey(result.schoolKey, result), result]));
  return journal.flatMap((comparison): Problem[] => {
    const school = schoolOf(comparison, known);
    const result = school === null ? undefined : byCell.get(cellKey(school, comparison));
    if (result === undefined || result.participants === null || comparison.participants === null) return [];
    if (result.participants === comparison.participants) return [];
    return [
      {
        code: "participantsBetweenSheets",
        severity: comparison.participants > result.participants ? "warning" : "info",
        source: result.source,
        related: [comparison.source],
        fields: {
          school: result.school,
          procedure: procedureTitle(result.procedure),
          year: formatYear(result.year),
          first: result.participants,
          second: comparison.participants,
        },
      },
    ];
  });
}

const cellKey = (school: string, { procedure, year }: Pick<Result, "procedure" | "year">): string =>
  `${school}\n${procedureTitle(procedure)}\n${year}`;

/** Ways to name a school, the surest first. */
function namesOf({
  school,
  schoolCode = "",
  municipality = "",
}: Pick<JournalComparison, "school" | "schoolCode" | "municipality">): readonly string[] {
  const { name, login } = splitLogin(school);
  const digits = loginDigits(schoolCode) ?? login;
  const form = normaliseSchoolName(name);
  const names = form === "" ? [] : [nameKey(form, normaliseMunicipality(municipality)), nameKey(form, "")];
  return [...(digits === null ? [] : [loginKey(digits)]), ...names];
}

/** Schools by every way in which their results name them. */
function schoolsByName(results: readonly SchoolResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const result of results)
    for (const name of namesOf(result)) found.set(name, (found.get(name) ?? new Set()).add(result.schoolKey));
  return found;
}

/** The one school that is meant; null where it could be several or none. */
function schoolOf(
  comparison: JournalComparison,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  for (const name of namesOf(comparison)) {
    const schools = known.get(name);
    if (schools === undefined) continue;
    const [only] = schools;
    return schools.size === 1 && only !== undefined ? only : null;
  }
  return null;
}
