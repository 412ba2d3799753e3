import type { Area, Grid } from "../grid";
import type { Block, PlanCell, SheetPlan } from "../sheet-plan";
import type { Columns } from "./columns";
import type { MergedRow } from "./merge";
import { mergedBreaks } from "./pages";
import { cellReader } from "./formula-like";
import { freeOfRow, inRow, same, type SheetRow } from "./rows";

/** Whole rows, inclusive. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * What turns the sheet as it is into the result: rows taken out, rows put in, cells written. Rows that stay are not
 * touched, so their formats, comments and the formulas that point to them stay too.
 */
export interface SheetPatch extends Pick<
  SheetPlan,
  "blocks" | "styles" | "merges" | "rowHeights" | "autofit"
> {
  /** Taken out in this order, places as they are then: from below. */
  readonly deletions: readonly RowSpan[];
  /** Put in after that in this order, places as they are then: from above. */
  readonly insertions: readonly RowSpan[];
  /** For rows that are put in: clearing what they take over from the row above takes these too. */
  readonly highlights: NonNullable<SheetPlan["highlights"]>;
  /** The table of the sheet in its new extent. */
  readonly table?: Area;
  readonly frozenRows?: number;
  /** Rows that begin a page, where rows came or went. */
  readonly breaks?: readonly number[];
}

interface PatchInput {
  readonly plan: SheetPlan;
  readonly grid: Grid;
  readonly columns: Columns;
  readonly mine: readonly SheetRow[];
  readonly rows: readonly MergedRow[];
  /** Places of rows whose id is no longer theirs. */
  readonly copies: readonly number[];
}

export const isEmpty = ({ deletions, insertions, blocks }: SheetPatch): boolean =>
  deletions.length + insertions.length + blocks.length === 0;

export function patchOf(input: PatchInput): SheetPatch {
  const { plan, columns, mine, rows, copies } = input;
  const stay = staying(rows.map(({ from }) => from));
  const staysFrom = new Set([...stay].map((index) => rows[index]?.from));
  const put = rows.flatMap((_, index) => (stay.has(index) ? [] : [index]));
  const place = new Map(rows.map(({ id }, index) => [id, index]));
  const look = looks(plan, columns, rows);
  const copied = new Set(copies);
  const read = cellReader(input.grid);
  const blocks = rows.flatMap((row, index): Block[] =>
    stay.has(index)
      ? changes(row, index, mine, columns, copied)
      : [wholeRow(row, index, input.grid, columns, read)],
  );
  const changed = new Set(blocks.map(({ row }) => row));
  const deletions = spans(mine.flatMap((_, from) => (staysFrom.has(from) ? [] : [from]))).reverse();
  const breaks = deletions.length + put.length === 0 ? undefined : mergedBreaks(plan, rows);
  return {
    deletions,
    insertions: spans(put),
    ...(breaks === undefined ? {} : { breaks }),
    blocks,
    ...look(put, changed),
    highlights: highlightsOf(plan, columns, rows, put, place),
    ...movedParts(plan, columns, place),
  };
}

/** Indexes of the longest run of rows that keep their order: all others are put anew. */
export function staying(from: readonly (number | null)[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Array<number>(from.length).fill(-1);
  from.forEach((value, index) => {
    if (value === null) return;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}

/** @example spans([1, 2, 5]) // [{ from: 1, to: 2 }, { from: 5, to: 5 }] */
export function spans(rows: readonly number[]): RowSpan[] {
  const found: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.to === row - 1) last.to = row;
    else found.push({ from: row, to: row });
  }
  return found;
}

/** A cell for a row: formulas name it. */
const cellIn = (cell: PlanCell, row: number): PlanCell =>
  cell !== null && typeof cell === "object" ? { formula: inRow(cell.formula, row) } : cell;

function changes(
  row: MergedRow,
  index: number,
  mine: readonly SheetRow[],
  { of, ids }: Columns,
  copied: ReadonlySet<number>,
): Block[] {
  const here = row.from === null ? undefined : mine[row.from];
  const cells = row.cells.flatMap((cell, column): Block[] => {
    const at = of[column];
    if (at === null || at === undefined || same(cell, here?.cells[column])) return [];
    return [{ row: index, column: at, cells: [[cellIn(cell ?? null, index)]] }];
  });
  const orphan = row.from !== null && copied.has(row.from);
  return orphan ? [...cells, { row: index, column: ids, cells: [[null]] }] : cells;
}

/** A row that is put in: a new one, or one that moves with everything that stands in it. */
function wholeRow(
  { id, from, cells }: MergedRow,
  index: number,
  grid: Grid,
  { of, ids }: Columns,
  read: ReturnType<typeof cellReader>,
): Block {
  const old = from === null ? [] : (grid.cells[from - grid.top] ?? []);
  const last = Math.max(ids, grid.left + old.length - 1);
  const line = Array.from({ length: last + 1 }, (_, at): PlanCell =>
    cellIn(read(old[at - grid.left] ?? null, from ?? 0, at), index),
  );
  cells.forEach((cell, column) => {
    const at = of[column];
    if (at !== null && at !== undefined) line[at] = cellIn(cell ?? null, index);
  });
  line[ids] = id;
  return { row: index, column: 0, cells: [line] };
}

type Look = Pick<SheetPatch, "styles" | "merges" | "rowHeights" | "autofit">;

/** The look of rows that are put in, and heights of rows whose text changed, as the plan has them. */
function looks(plan: SheetPlan, { of }: Columns, rows: readonly MergedRow[]) {
  const planRow = new Map(plan.rowIds?.map((id, index) => [id, index]));
  const planned = rows.map(({ id }) => (id === null ? undefined : planRow.get(id)));
  const across = (area: Area, row: number): Area[] => {
    const at = of.slice(area.left, area.right + 1).filter((column) => column !== null);
    return at.length === 0 ? [] : [{ top: row, bottom: row, left: Math.min(...at), right: Math.max(...at) }];
  };
  const on = (row: number) => (area: Area) => area.top <= row && row <= area.bottom;
  /** A row of the user's own that moves looks like the row above it. */
  const model = (index: number): number | undefined =>
    planned[index] ?? planned.slice(0, index).findLast((row) => row !== undefined);
  return (put: readonly number[], changed: ReadonlySet<number>): Look => ({
    styles: put.flatMap((index) => {
      const row = model(index);
      if (row === undefined) return [];
      return plan.styles
        .filter(({ area }) => on(row)(area))
        .flatMap(({ area, style }) => across(area, index).map((each) => ({ area: each, style })));
    }),
    merges: put.flatMap((index) => {
      const row = planned[index];
      return row === undefined ? [] : plan.merges.filter(on(row)).flatMap((area) => across(area, index));
    }),
    rowHeights: [...changed].flatMap((index) => {
      const height = plan.rowHeights.find(({ row }) => row === planned[index]);
      return height === undefined ? [] : [{ row: index, points: height.points }];
    }),
    autofit: [...changed].flatMap((index) => {
      const row = planned[index];
      const fits = row === undefined || plan.autofit.some(({ from, to }) => from <= row && row <= to);
      return fits ? [{ from: index, to: index }] : [];
    }),
  });
}

/** Highlights of rows that are put in. Where the user moved columns the formulas would point astray: left out there. */
function highlightsOf(
  { highlights = [], rowIds = [] }: SheetPlan,
  { of }: Columns,
  rows: readonly MergedRow[],
  put: readonly number[],
  place: ReadonlyMap<string | null, number>,
): NonNullable<SheetPlan["highlights"]> {
  if (of.some((at, column) => at !== column)) return [];
  const planRow = new Map(rowIds.map((id, index) => [id, index]));
  const fixed = (formula: string): string =>
    formula.replace(/(\$[A-Z]{1,3}\$)(\d+)/g, (whole, column: string, digits: string) => {
      const at = place.get(rowIds[Number(digits) - 1] ?? null);
      return at === undefined ? whole : `${column}${at + 1}`;
    });
  return put.flatMap((index) => {
    const row = planRow.get(rows[index]?.id ?? "");
    if (row === undefined) return [];
    return highlights
      .filter(({ area }) => area.top <= row && row <= area.bottom)
      .map(({ area, formula, style }) => ({
        area: { ...area, top: index, bottom: index },
        formula: inRow(freeOfRow(fixed(formula), area.top), index),
        style,
      }));
  });
}

/** The table and the frozen rows, where their first and last rows are now. */
function movedParts(
  { table, frozenRows, rowIds = [] }: SheetPlan,
  { of }: Columns,
  place: ReadonlyMap<string | null, number>,
): Pick<SheetPatch, "table" | "frozenRows"> {
  const at = (row: number): number | undefined => place.get(rowIds[row] ?? null);
  const frozen = frozenRows === undefined ? undefined : at(frozenRows - 1);
  const top = table === undefined ? undefined : at(table.area.top);
  const bottoms =
    table === undefined
      ? []
      : rowIds.slice(table.area.top, table.area.bottom + 1).flatMap((id) => place.get(id) ?? []);
  const sides = of.filter((column) => column !== null);
  // a table cannot hold what stands below it in the document, such as a merged heading: rows put beyond it stay outside
  const below = table === undefined ? [] : rowIds.slice(table.area.bottom + 1);
  const end = Math.min(...below.flatMap((id) => place.get(id) ?? []).filter((row) => row > (top ?? 0)));
  const bottom = Math.max(...bottoms.filter((row) => row < end));
  return {
    ...(frozen === undefined ? {} : { frozenRows: frozen + 1 }),
    ...(top === undefined || sides.length === 0 || bottom <= top
      ? {}
      : {
          table: {
            top,
            bottom,
            left: Math.min(...sides),
            right: Math.max(...sides),
          },
        }),
  };
}
