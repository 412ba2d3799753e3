import type { Column } from "./columns";
import { hasParts } from "./parse-procedure";
import { normaliseText } from "./text";

/** Whether the header itself tells a year or a part of the procedure. */
export function hasContext({ year, parts }: Pick<Column, "year" | "parts">): boolean {
  return year !== null || hasParts(parts);
}

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
  const kinds = (run: readonly Column[]): readonly string[] =>
    run.map(({ role, mark, unit }) => `${role}${mark ?? ""}${unit === "percent" ? "%" : ""}`);
  const [first] = runs;
  if (first === undefined || first.length < 2) return columns;
  const pattern = kinds(first);
  const regular =
    pattern[0] === "participants" &&
    new Set(pattern).size === pattern.length &&
    runs.every((run) => (run[0]?.parts.subjects.size ?? 0) > 0 && kinds(run).join() === pattern.join());
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

const FAILING: ReadonlySet<Column["role"]> = new Set(["failed", "passed", "share", "passShare", "mark"]);
