import type { Column } from "./columns";
import { hasParts } from "./parse-procedure";
import { normaliseText } from "./text";

/** Whether the header itself tells a year or a part of the procedure. */
export function hasContext({ year, parts }: Pick<Column, "year" | "parts">): boolean {
  return year !== null || hasParts(parts);
}

const kindOf = ({ role, mark, unit }: Column): string =>
  `${role}${mark ?? ""}${unit === "percent" ? "%" : ""}`;

/**
 * «МА 5 участники | «2» | % | РУ 5 участники | «2» | %» in one row: the procedure stands over the participants and holds
 * for what follows. Taken only where every such run has the same columns in the same order.
 */
export function spreadProcedures(columns: readonly Column[]): readonly Column[] {
  const runs: Column[][] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run === undefined || column.parts.subjects.size > 0) runs.push([column]);
    else run.push(column);
  }
  const [first] = runs;
  if (first === undefined || first.length < 2) return columns;
  const pattern = first.map(kindOf);
  const regular =
    pattern[0] === "participants" &&
    new Set(pattern).size === pattern.length &&
    runs.every((run) => (run[0]?.parts.subjects.size ?? 0) > 0 && run.map(kindOf).join() === pattern.join());
  if (!regular) return columns;
  return runs.flatMap((run) =>
    run.map((column) => ({
      ...column,
      parts: run[0]?.parts ?? column.parts,
      year: column.year ?? run[0]?.year ?? null,
      yearCell: column.yearCell ?? run[0]?.yearCell ?? null,
    })),
  );
}

/**
 * Columns without a year or a procedure belong to the one group beside them. Beside several groups they are totals
 * over the row where they say so, else a question. So are they where the one group has a column of numbers that nobody
 * understands: its own participants may be there, and those beside it another procedure's.
 * @param isOpen whether a column holds numbers under a header that tells a procedure and no figure
 */
export function settleOrphans(
  sets: readonly Column[][],
  isOpen: (column: Column) => boolean,
): {
  readonly sets: readonly Column[][];
  readonly loose: readonly Column[];
} {
  const known = sets.filter((columns) => columns.some(hasContext));
  const orphans = sets.filter((columns) => !columns.some(hasContext));
  const [only] = known;
  if (only === undefined) return { sets: orphans, loose: [] };
  if (known.length === 1 && only.some(isOpen) && orphans.length > 0) {
    return { sets: known, loose: orphans.flat().filter(({ role }) => role !== "unknown") };
  }
  if (known.length === 1) return { sets: [[...only, ...orphans.flat()]], loose: [] };
  const loose = orphans
    .flat()
    .filter(({ role, header }) => FAILING.has(role) && !/итог|всего|общ|сумм/.test(normaliseText(header)));
  return { sets: known, loose };
}

/**
 * Whether the next column, which is of no procedure, tells a figure that a procedure has already, and no other
 * procedure has its columns in this order: its label reached one column too far or too short, and which is which is open.
 * Not of one that is whole: participants, failed and their share prove one another row by row.
 */
export function isTorn(
  columns: readonly Column[],
  sets: readonly (readonly Column[])[],
  loose: readonly Column[],
): boolean {
  const last = Math.max(...columns.map(({ index }) => index));
  const kinds = columns.map(kindOf);
  // one with a year of its own stands in a set
  const ofNone = columns.some(({ parts }) => hasParts(parts))
    ? sets.flat().filter(({ parts, role }) => !hasParts(parts) && FAILING.has(role))
    : [];
  const next = [...loose, ...ofNone].find(({ index }) => index === last + 1);
  if (next === undefined || !kinds.includes(kindOf(next)) || isWhole(kinds)) return false;
  return !sets.some((other) => other !== columns && other.map(kindOf).join() === kinds.join());
}

const isWhole = (kinds: readonly string[]): boolean =>
  WHOLE.every((anyOf) => kinds.filter((kind) => anyOf.has(kind)).length === 1);

/** Kinds of which a whole procedure has one each. */
const WHOLE: readonly ReadonlySet<string>[] = [
  new Set(["participants"]),
  new Set(["failed", "passed", "mark2"]),
  new Set(["share", "share%", "passShare%", "mark2%"]),
];

const FAILING: ReadonlySet<Column["role"]> = new Set(["failed", "passed", "share", "passShare", "mark"]);
