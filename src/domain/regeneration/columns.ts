import type { Grid } from "../grid";
import { cellReader } from "./formula-like";
import { contentOf, type GeneratedRow } from "./rows";

/** Where the document's columns are in the sheet; zero-based sheet columns. */
export interface Columns {
  /** Sheet column of each column of the document; null where the user deleted it. */
  readonly of: readonly (number | null)[];
  /** The hidden column of ids. */
  readonly ids: number;
}

/** Below this part of its filled cells a column is not recognised by what is in it. */
const ALIKE = 0.25;

/**
 * Finds the columns of a document wherever the user added, moved or deleted some: ids by the known ones, the others by
 * what they hold in rows that are known.
 * @param known the rows as last generated, else as generated now
 * @returns null where the column of ids is gone
 */
export function findColumns(grid: Grid, known: readonly GeneratedRow[]): Columns | null {
  const byId = new Map(known.map((row) => [row.id, row]));
  const ids = columnOfIds(grid, byId);
  if (ids === null) return null;
  const width = known[0]?.cells.length ?? 0;
  const of = new Array<number | null>(width).fill(null);
  const taken = new Set([ids]);
  for (const { column, at } of candidates(grid, byId, ids, width)) {
    if (of[column] !== null || taken.has(at)) continue;
    of[column] = at;
    taken.add(at);
  }
  fillGaps(of, taken, ids);
  return { of, ids };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function columnOfIds(grid: Grid, known: ReadonlyMap<string, GeneratedRow>): number | null {
  const counts = new Map<number, number>();
  for (const row of grid.cells)
    row.forEach((value, c) => {
      if (known.has(text(value))) counts.set(grid.left + c, (counts.get(grid.left + c) ?? 0) + 1);
    });
  let best: number | null = null;
  for (const [column, count] of counts) if (best === null || count >= (counts.get(best) ?? 0)) best = column;
  return best;
}

interface Candidate {
  readonly column: number;
  readonly at: number;
  readonly score: number;
}

/** Pairs of columns that hold the same in enough known rows, the most alike first. */
function candidates(
  grid: Grid,
  known: ReadonlyMap<string, GeneratedRow>,
  ids: number,
  width: number,
): readonly Candidate[] {
  const alike = new Map<number, number>(); // document column * 2^14 + sheet column; a sheet has 2^14 columns
  const filled = new Array<number>(width).fill(0);
  const read = cellReader(grid);
  grid.cells.forEach((row, r) => {
    const generated = known.get(text(row[ids - grid.left]));
    if (generated === undefined) return;
    const here = row.map((value, c) => contentOf(read(value, grid.top + r, grid.left + c)));
    generated.cells.forEach((cell, column) => {
      const wanted = contentOf(cell);
      if (wanted === "") return;
      filled[column] = (filled[column] ?? 0) + 1;
      here.forEach((content, c) => {
        const key = column * 16384 + grid.left + c;
        if (content === wanted) alike.set(key, (alike.get(key) ?? 0) + 1);
      });
    });
  });
  return [...alike]
    .map(([key, score]): Candidate => ({ column: Math.floor(key / 16384), at: key % 16384, score }))
    .filter(({ column, score }) => score >= ALIKE * (filled[column] ?? 0))
    .sort((a, b) => b.score - a.score || Math.abs(a.at - a.column) - Math.abs(b.at - b.column));
}

/** A column whose cells were all edited is the one that stands between its neighbours. */
function fillGaps(of: (number | null)[], taken: ReadonlySet<number>, ids: number): void {
  of.forEach((at, column) => {
    if (at !== null) return;
    const before = column === 0 ? -1 : of[column - 1];
    const after = of.slice(column + 1).find((next) => next !== null) ?? ids;
    const missing = of.slice(column).findIndex((next) => next !== null);
    const gap = missing < 0 ? of.length - column : missing;
    if (typeof before === "number" && !taken.has(before + 1) && after - before - 1 === gap)
      of[column] = before + 1;
  });
}
