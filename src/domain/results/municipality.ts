import type { Problem } from "../problem";
import { normaliseMunicipality } from "../schools/name";
import { compareText } from "../schools/order";
import type { Mention, Result } from "./result";

/** The municipalities that rows of the data name, each in its commonest spelling, in Russian order. */
function municipalitiesOf(results: readonly Result[]): readonly string[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { municipality = "" } of results) {
    const form = normaliseMunicipality(municipality);
    if (form === "") continue;
    const counts = spellings.get(form) ?? new Map<string, number>();
    counts.set(municipality.trim(), (counts.get(municipality.trim()) ?? 0) + 1);
    spellings.set(form, counts);
  }
  return [...spellings.values()]
    .flatMap((counts) => {
      const [best] = [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b));
      return best === undefined ? [] : [best[0]];
    })
    .sort((a, b) => a.localeCompare(b, "ru"));
}

export interface OfMunicipality {
  readonly results: readonly Result[];
  /** Of all rows that name one. */
  readonly municipalities: readonly string[];
  /** Results of other municipalities, not used. */
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}

/**
 * The results of one municipality out of a regional file. Rows that name none stay: they are of the user's own sheets.
 * @param wanted null: all of them, with a problem where there are several
 * @returns problems `municipalitiesSeveral`, `municipalityOthers`, `municipalityMissing`
 */
export function ofMunicipality(results: readonly Result[], wanted: string | null): OfMunicipality {
  const municipalities = municipalitiesOf(results);
  if (wanted === null || municipalities.length === 0) {
    const problems: Problem[] =
      municipalities.length < 2
        ? []
        : [
            {
              code: "municipalitiesSeveral",
              severity: "warning",
              fields: { count: municipalities.length, names: municipalities.slice(0, 5).join("; ") },
            },
          ];
    return { results, municipalities, leftOut: 0, problems };
  }
  const form = normaliseMunicipality(wanted);
  const known = new Map<string, boolean>();
  const isOther = ({ municipality = "" }: Result): boolean => {
    let other = known.get(municipality);
    if (other === undefined) {
      const its = normaliseMunicipality(municipality);
      known.set(municipality, (other = its !== "" && its !== form));
    }
    return other;
  };
  const kept = results.filter((result) => !isOther(result));
  const leftOut = results.length - kept.length;
  const found = municipalities.some((name) => normaliseMunicipality(name) === form);
  const fields = { municipality: wanted, count: leftOut };
  const problems: Problem[] = [
    ...(found ? [] : [{ code: "municipalityMissing" as const, severity: "warning" as const, fields }]),
    ...(leftOut === 0 ? [] : [{ code: "municipalityOthers" as const, severity: "info" as const, fields }]),
  ];
  return { results: kept, municipalities, leftOut, problems };
}

/** Schools without a usable result: those of the municipality and those of rows that name none. */
export function mentionedIn<T extends Mention>(mentioned: readonly T[], wanted: string | null): readonly T[] {
  if (wanted === null) return mentioned;
  const form = normaliseMunicipality(wanted);
  return mentioned.filter(({ municipality = "" }) =>
    ["", form].includes(normaliseMunicipality(municipality)),
  );
}
