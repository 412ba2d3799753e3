import type { Area } from "../grid";
import { placeInTheEnd } from "../regeneration/progress";
import { spans, staying } from "../regeneration/patch";
import type { RowMoves } from "../sheet-plan";
import type { Beside } from "./beside";

/** More runs of rows than this are not moved, and the look of what stands beside them is lost. */
const MOST_RUNS = 50;

/**
 * The moves of rows, where rows of the table keep their order: one that is taken out and put in elsewhere loses its look.
 * None where Excel would refuse them for a table of the user's.
 */
export function rowMoves(
  { header, keys, rows, tables }: Beside,
  moved: (row: number) => number | null,
  users: ReadonlyMap<number, number>,
): RowMoves | null {
  const last = Math.max(header + keys.length, ...rows.map(({ row }) => row));
  const places = Array.from({ length: last + 1 }, (_, row) => moved(row));
  const from: (number | null)[] = [];
  places.forEach((place, row) => {
    const to = place ?? users.get(row);
    if (to !== undefined) from[to] = row;
  });
  const all = Array.from(from, (row) => row ?? null);
  const stay = staying(all);
  const inPlace = new Set([...stay].map((index) => all[index]));
  const isLost = places.some((place, row) => place !== null && !inPlace.has(row));
  const deletions = spans(places.flatMap((_, row) => (inPlace.has(row) ? [] : [row]))).reverse();
  const insertions = spans(all.flatMap((_, row) => (stay.has(row) ? [] : [row])));
  const moves = { deletions, insertions };
  return isLost || deletions.length + insertions.length > MOST_RUNS || isRefused(moves, tables)
    ? null
    : moves;
}

/** A table keeps its heading and a row below it, and no more than one has rows put in or taken out. */
function isRefused(moves: RowMoves, tables: readonly Area[]): boolean {
  const after = tables.map((table) => areaInTheEnd(moves, 0, table));
  const touched = tables.filter(({ top, bottom }, index) => {
    const area = after[index];
    const isCut = moves.deletions.some(({ from, to }) => to >= top && from <= bottom);
    return isCut || area == null || area.bottom - area.top !== bottom - top;
  });
  return touched.length > 1 || after.some((area) => area === null);
}

/**
 * Where a table is after the moves that are left; null where its heading goes, or all below it.
 * @param done deletions, then insertions, that are done
 */
export function areaInTheEnd(moves: RowMoves, done: number, area: Area): Area | null {
  const top = placeInTheEnd(moves, done, area.top);
  if (top === null) return null;
  for (let row = area.bottom; row > area.top; row--) {
    const bottom = placeInTheEnd(moves, done, row);
    if (bottom !== null) return { ...area, top, bottom };
  }
  return null;
}
