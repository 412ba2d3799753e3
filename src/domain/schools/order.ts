import type { Problem, Source } from "../problem";
import type { School } from "./school";

const russian = new Intl.Collator("ru", { numeric: true });

/** Russian order of names with numbers as numbers: «СОШ №2» before «СОШ №10». */
export function compareSchools(a: Pick<School, "name" | "key">, b: Pick<School, "name" | "key">): number {
  // the collator is dear, and a country has thousands of «СОШ № 1»
  return (a.name === b.name ? 0 : russian.compare(a.name, b.name)) || compareText(a.key, b.key);
}

/** By file, sheet, row, column: an order that does not depend on the order in which rows were read. */
export function compareSources(a: Source, b: Source): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    compareText(a.sheet, b.sheet) ||
    compareAddresses(a.address, b.address)
  );
}

/** By code, then by cell. */
export function compareProblems(a: Problem, b: Problem): number {
  const placed = a.source !== undefined && b.source !== undefined ? compareSources(a.source, b.source) : 0;
  return (
    compareText(a.code, b.code) || placed || compareText(JSON.stringify(a.fields), JSON.stringify(b.fields))
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareAddresses(a: string, b: string): number {
  if (a === b) return 0;
  const [, columnA = "", rowA = "0"] = /^([A-Z]*)(\d+)/.exec(a) ?? [];
  const [, columnB = "", rowB = "0"] = /^([A-Z]*)(\d+)/.exec(b) ?? [];
  return (
    Number(rowA) - Number(rowB) ||
    columnA.length - columnB.length ||
    compareText(columnA, columnB) ||
    compareText(a, b)
  );
}
