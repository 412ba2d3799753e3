import type { Grid } from "../../domain/grid";
import { isEmpty } from "../../domain/regeneration/patch";
import { regenerate, type MergeReport, type Regeneration } from "../../domain/regeneration/regenerate";
import { rowsOfPlan } from "../../domain/regeneration/rows";
import type { Cells } from "../../domain/regeneration/users-cells";
import type { SheetPlan } from "../../domain/sheet-plan";
import { keptPart } from "../sheets/kept-state";
import { fingerprintOfPlan, writtenMark } from "../sheets/mark";
import type { SheetTask, Snapshot } from "../port";
import type { MergeRedo } from "../unfinished/redo";

/** A sheet that is changed in place. */
export interface MergeWork {
  readonly report: MergeReport;
  readonly redo: MergeRedo;
}

/** The work of a task that merges; null for one that writes anew. */
export function mergeWork({ plan, replace, merge }: SheetTask): MergeWork | null {
  if (replace?.grid === undefined || replace.grid === null || merge === undefined) return null;
  const made = regenerate({
    plan,
    grid: replace.grid,
    kept: replace.kept?.rows ?? null,
    choose: merge.choose,
  });
  if (made === null) return null;
  const { sheetId, grid, tables } = replace;
  const nothing = isEmpty(made.patch);
  return {
    report: made.report,
    redo: {
      kind: "merge",
      sheetId,
      patch: nothing ? null : made.patch,
      table: tables[0] ?? null,
      others: tables.slice(1),
      written: writtenMark(plan),
      marked: typeof replace.written === "string",
      ids: made.ids,
      before: nothing ? null : cellsOfGrid(grid),
    },
  };
}

/** The cells of a grid, as the journal keeps them. */
const cellsOfGrid = ({ top, left, cells, texts, spilled }: Grid): Cells => ({
  top,
  left,
  cells,
  ...(texts === undefined ? {} : { texts }),
  ...(spilled === undefined ? {} : { spilled }),
});

/** What a merge would do, for choosing between the two texts of a conflict; null where the sheet cannot be merged. */
export function tryMerge({ plan, replace }: SheetTask): Regeneration | null {
  if (replace?.grid === undefined || replace.grid === null) return null;
  // a table comes or goes with the whole sheet: Excel lets nobody delete all rows of one, and a patch makes none
  if ((plan.table === undefined) !== (replace.tables.length === 0)) return null;
  return regenerate({ plan, grid: replace.grid, kept: replace.kept?.rows ?? null });
}

/** The plan with its row ids in a hidden column after the last one. */
export function withIds(plan: SheetPlan): SheetPlan {
  const { rowIds, columns, blocks, hiddenColumns = [] } = plan;
  if (rowIds === undefined) return plan;
  const column = columns.length;
  return {
    ...plan,
    blocks: [...blocks, { row: 0, column, cells: rowIds.map((id) => [id]) }],
    hiddenColumns: [...hiddenColumns, column],
  };
}

/** Parts to add for what is written now, and those that no sheet needs any longer. */
export function keptParts(
  plans: readonly SheetPlan[],
  tasks: readonly SheetTask[],
  { own, keptParts: there = [] }: Snapshot,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const key = (sheet: string, written: string): string => `${sheet}\n${written}`;
  const rewritten = new Set(tasks.map(({ replace }) => replace?.sheetId));
  const made = plans.flatMap((plan) => {
    const rows = rowsOfPlan(plan);
    const written = fingerprintOfPlan(plan);
    return rows === null ? [] : [{ sheet: plan.id, written, rows }];
  });
  const needed = new Set([
    ...made.map(({ sheet, written }) => key(sheet, written)),
    ...own.flatMap(({ sheetId, kept }) =>
      kept === undefined || kept === null || rewritten.has(sheetId) ? [] : [key(kept.sheet, kept.written)],
    ),
  ]);
  const present = new Set(there.map(({ sheet, written }) => key(sheet ?? "", written ?? "")));
  return {
    add: made.filter(({ sheet, written }) => !present.has(key(sheet, written))).map(keptPart),
    remove: there
      .filter(({ sheet, written }) => sheet === null || written === null || !needed.has(key(sheet, written)))
      .map(({ part }) => part),
  };
}
