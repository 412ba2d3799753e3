import type { CellValue, Grid } from "../grid";
import { inRow, readCell } from "../regeneration/rows";
import type { Block, PlanCell } from "../sheet-plan";

/** What the user put to the right of the table of «Добавленные файлы»: it stays with its row. */
export interface BesideRow {
  /** The row it stands beside, by what that holds; a place before or behind the table, in rows from it. */
  readonly at: string | { readonly before: number } | { readonly behind: number };
  /** From the first column that is not of the table; formulas free of their row. */
  readonly cells: readonly PlanCell[];
}

/** Columns that tell one row from another: the file, its place there, the school, year and procedure. */
const KEY_COLUMNS = 8;

const keyOfRow = (row: readonly (PlanCell | undefined)[]): string =>
  JSON.stringify(
    Array.from({ length: KEY_COLUMNS }, (_, column) => {
      const cell = row[column] ?? "";
      return typeof cell === "object" ? cell.formula : String(cell).trim();
    }),
  );

const isFilled = (cell: CellValue | PlanCell | undefined): boolean =>
  cell !== null && cell !== undefined && cell !== "";

/**
 * @param formulas the same cells, with formulas where there are some
 * @param header index of the table's header
 * @param width columns of the table
 */
export function besideOf(grid: Grid, formulas: Grid, header: number, width: number): readonly BesideRow[] {
  const last = grid.cells.findLastIndex((row) => row.slice(0, width).some(isFilled));
  return grid.cells.flatMap((row, index): BesideRow[] => {
    const cells = row.slice(width).map((value, column): PlanCell => {
      const content = formulas.cells[index]?.[width + column] ?? null;
      // a text that only looks like a formula is its own value
      return content === value ? value : readCell(content, grid.top + index);
    });
    if (!cells.some(isFilled)) return [];
    if (index <= header) return [{ at: { before: header - index }, cells }];
    return [{ at: index > last ? { behind: index - last } : keyOfRow(row), cells }];
  });
}

/**
 * Blocks that put it back: beside its row, or below the table where that row is gone.
 * @param header row of the header
 * @param rows the table's rows
 */
export function besideBlocks(
  beside: readonly BesideRow[],
  header: number,
  rows: readonly (readonly PlanCell[])[],
  width: number,
): readonly Block[] {
  const last = header + rows.length;
  const places = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const key = keyOfRow(row);
    places.set(key, [...(places.get(key) ?? []), header + 1 + index]);
  });
  const taken = new Set<number>();
  const wanted = beside.map(({ at, cells }) => {
    const row =
      typeof at === "string"
        ? places.get(at)?.shift()
        : "before" in at
          ? header - at.before
          : last + at.behind;
    const free = row !== undefined && row >= 0 && !taken.has(row);
    if (free) taken.add(row);
    return { row: free ? row : null, cells };
  });
  let next = Math.max(last, ...taken) + 1;
  return wanted.map(({ row, cells }): Block => {
    const place = row ?? next++;
    return {
      row: place,
      column: width,
      cells: [
        cells.map((cell) =>
          typeof cell === "object" && cell !== null ? { formula: inRow(cell.formula, place) } : cell,
        ),
      ],
    };
  });
}
