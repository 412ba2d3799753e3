import type { ComparedPart, JournalComparison, Result } from "../results/result";

/** Counts of those below, at and above their mark of the term; a share with «%» where no count is known. */
export function comparedText({ lowered, confirmed, raised }: JournalComparison): string {
  return [lowered, confirmed, raised]
    .map(({ count, share }) => {
      if (count !== null) return String(count);
      return share === null ? "–" : `${Number((share * 100).toFixed(2))}%`;
    })
    .join("; ");
}

/** The inverse; null where the text is something else. @param place a row read as a result: school, year, participants */
export function comparisonOf(place: Result, compared: string): JournalComparison | null {
  const { school, schoolCode, municipality, procedure, year, participants, source } = place;
  const [lowered, confirmed, raised, ...rest] = compared.split(";").map((part) => partOf(part, participants));
  if (lowered == null || confirmed == null || raised == null || rest.length > 0) return null;
  return {
    school,
    ...(schoolCode === undefined ? {} : { schoolCode }),
    ...(municipality === undefined ? {} : { municipality }),
    ...{ procedure, year, participants, lowered, confirmed, raised, source },
  };
}

function partOf(text: string, participants: number | null): ComparedPart | null {
  const plain = text.trim().replace(",", ".");
  if (plain === "–" || plain === "-") return { count: null, share: null };
  if (/^\d+$/.test(plain)) {
    const count = Number(plain);
    return { count, share: participants === null || participants === 0 ? null : count / participants };
  }
  return /^\d+(?:\.\d+)?%$/.test(plain) ? { count: null, share: Number(plain.slice(0, -1)) / 100 } : null;
}
