import type { Grid } from "../grid";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import type { Placed } from "./order";
import { patchOf, type SheetPatch } from "./patch";
import { contentOf, type SheetRow } from "./rows";
import { rowsOfGrid } from "./sheet-rows";

const NOTHING: Pick<SheetPlan, "columns" | "blocks" | "styles" | "merges" | "rowHeights" | "autofit"> = {
  columns: [],
  blocks: [],
  styles: [],
  merges: [],
  rowHeights: [],
  autofit: [],
};

/**
 * What turns a half-changed sheet back into what it was. Rows that are still there are found by their content, then by
 * the id that stands in them, and are not touched, so their formats stay.
 * @param ids column of row ids in `before`
 */
export function restore(now: Grid | null, before: Grid, ids: number): SheetPatch {
  const width = Math.max(right(before), now === null ? 0 : right(now));
  const of = Array.from({ length: width }, (_, column) => column);
  const columns = { of, ids: width };
  const grid = now ?? { ...before, top: 0, left: 0, cells: [] };
  const mine = rowsOfGrid(grid, columns);
  const wanted = rowsOfGrid(before, columns);
  const from = match(mine, wanted, ids);
  const rows = wanted.map(({ cells }, index): Placed & { cells: readonly (PlanCell | undefined)[] } => ({
    id: null,
    from: from[index] ?? null,
    cells,
  }));
  const plan = { ...NOTHING, id: "", kind: "roadmap", name: "", print: PRINT } satisfies SheetPlan;
  return patchOf({ plan, grid, columns, mine, rows, copies: [] });
}

const PRINT = {
  orientation: "portrait",
  area: { top: 0, left: 0, bottom: 0, right: 0 },
  footer: "",
} as const;

const right = ({ left, cells }: Grid): number => left + (cells[0]?.length ?? 0);

/** For each wanted row the place where it is now. */
function match(
  mine: readonly SheetRow[],
  wanted: readonly SheetRow[],
  ids: number,
): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const found = new Array<number | undefined>(wanted.length).fill(undefined);
  const by = (key: (row: SheetRow) => string): void => {
    const places = new Map<string, number[]>();
    mine.forEach((row, index) => {
      if (taken.has(index) || key(row) === "") return;
      const list = places.get(key(row));
      if (list === undefined) places.set(key(row), [index]);
      else list.push(index);
    });
    wanted.forEach((row, index) => {
      if (found[index] !== undefined) return;
      const place = places.get(key(row))?.shift();
      if (place === undefined) return;
      found[index] = place;
      taken.add(place);
    });
  };
  by(({ cells }) => JSON.stringify(cells.map(contentOf)));
  by(({ cells }) => contentOf(cells[ids]));
  return found;
}
