import { cellAddress, type Grid } from "../grid";
import type { SheetPlan } from "../sheet-plan";
import { findColumns } from "./columns";
import { mergeRows, type CellConflict, type Choice } from "./merge";
import { patchOf, type SheetPatch } from "./patch";
import { contentOf, rowsOfPlan, type GeneratedRow } from "./rows";
import { rowsOfGrid } from "./sheet-rows";

export interface RegenerateInput {
  readonly plan: SheetPlan;
  /** The sheet as it is now, with formulas. */
  readonly grid: Grid;
  /** What was generated last; null where that was lost. */
  readonly kept: readonly GeneratedRow[] | null;
  readonly choose?: (conflict: CellConflict) => Choice;
}

/** Both texts of a cell that the user and the template changed differently. */
export interface Conflict {
  /** Cell of the sheet after the merge. */
  readonly address: string;
  /** Cell of the sheet as it is now, for showing it before the merge. */
  readonly now: string;
  readonly id: string;
  readonly column: number;
  readonly mine: string;
  readonly theirs: string;
  /** Which of them stands in the cell. */
  readonly chosen: Choice;
}

export interface MergeReport {
  readonly kept: number;
  readonly arrived: number;
  readonly conflicts: readonly Conflict[];
  /** The last generated state was lost: every difference counted as the user's edit. */
  readonly stateLost: boolean;
  /** Copied rows that became the user's own. */
  readonly copies: number;
  /** Rows that the template dropped and that stay because they were edited, by their cells. */
  readonly dropped: readonly string[];
  /** With the state lost: rows of the template that are not in the sheet and were not put in. */
  readonly withheld: readonly string[];
}

export interface Regeneration {
  readonly patch: SheetPatch;
  readonly report: MergeReport;
  /** Sheet column of the row ids before the merge. */
  readonly ids: number;
}

/**
 * The sheet made again with everything that the user did to it.
 * @returns null where it cannot be merged: the plan has no ids, their column is gone, or the document has other columns
 */
export function regenerate({
  plan,
  grid,
  kept,
  choose = () => "mine",
}: RegenerateInput): Regeneration | null {
  const theirs = rowsOfPlan(plan);
  if (theirs === null) return null;
  const base = kept;
  if (base !== null && base[0]?.cells.length !== theirs[0]?.cells.length) return null;
  const columns = findColumns(grid, base ?? theirs);
  if (columns === null) return null;
  const mine = rowsOfGrid(grid, columns);
  const merge = mergeRows({ base, mine, theirs, choose });
  const { rows, copies } = merge;
  const place = new Map(rows.map(({ id }, index) => [id, index]));
  const copied = new Set(copies);
  const placeNow = new Map(
    mine.flatMap(({ id }, index) => (copied.has(index) ? [] : [[id, index] as const])),
  );
  const inSheet = (row: number | undefined, column: number): string =>
    cellAddress(row ?? 0, columns.of[column] ?? columns.ids);
  const address = (id: string, column: number): string => inSheet(place.get(id), column);
  return {
    ids: columns.ids,
    patch: patchOf({ plan, grid, columns, mine, rows, copies }),
    report: {
      kept: merge.kept,
      arrived: merge.arrived,
      conflicts: merge.conflicts.map((conflict) => ({
        id: conflict.id,
        column: conflict.column,
        address: address(conflict.id, conflict.column),
        now: inSheet(placeNow.get(conflict.id), conflict.column),
        mine: contentOf(conflict.mine),
        theirs: contentOf(conflict.theirs),
        chosen: choose(conflict),
      })),
      stateLost: base === null,
      copies: copies.length,
      dropped: merge.dropped.map((id) => address(id, 0)),
      withheld: merge.withheld,
    },
  };
}
