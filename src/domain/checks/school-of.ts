import type { Problem, Source } from "../problem";
import type { Reading } from "../results/result";

/**
 * Finds the school that a problem is about: the one it names, else the one whose row its cell stands in. Empty where
 * the row has no school, or several, as two tables side by side may, and for a problem of a whole group.
 */
export function schoolFinder({ results, mentioned, disputed = [] }: Reading): (problem: Problem) => string {
  const byRow = new Map<string, string | null>();
  const add = (school: string, source: Source): void => {
    const row = rowOf(source);
    if (row === null) return;
    const there = byRow.get(row);
    byRow.set(row, there === undefined || there === school ? school : null);
  };
  for (const each of [...results, ...mentioned, ...disputed]) add(each.school, each.source);
  return ({ source, fields: { school, group } }) => {
    if (group !== undefined) return "";
    if (typeof school === "string" && school !== "") return school;
    const row = source === undefined ? null : rowOf(source);
    return row === null ? "" : (byRow.get(row) ?? "");
  };
}

/** A row of a sheet as a key; null for an address of several rows or of a whole sheet. */
function rowOf({ file = "", sheet, address }: Source): string | null {
  const rows = new Set([...address.matchAll(/[A-Z]+(\d+)/g)].map(([, row]) => row));
  const [row] = rows;
  return rows.size === 1 && row !== undefined ? `${file}\n${sheet}\n${row}` : null;
}
