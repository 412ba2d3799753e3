import type { CellValue, Grid } from "../grid";
import { seedColumns } from "../measures/columns";
import type { RoadmapColumn } from "../measures/measure";
import { EXECUTION_COLUMNS, type ExecutionKey } from "./columns";

/** Where the columns of a roadmap stand, as positions in the rows of its grid. */
export interface RoadmapTable {
  /** Row of the headings inside the grid. */
  readonly header: number;
  readonly columns: Readonly<Partial<Record<RoadmapColumn, number>>>;
  readonly execution: Readonly<Partial<Record<ExecutionKey, number>>>;
}

const normal = (value: CellValue | undefined): string =>
  typeof value === "string" ? value.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ") : "";

/** Every heading that a roadmap of ours may have. */
const HEADINGS = new Map<string, RoadmapColumn>(
  [...Object.values(seedColumns).flat(), { column: "result" as const, header: "Ожидаемый результат" }].map(
    ({ column, header }) => [normal(header), column],
  ),
);
const EXECUTION = new Map<string, ExecutionKey>(
  EXECUTION_COLUMNS.map(({ header, key }) => [normal(header), key]),
);

/** Headings that make a row the row of headings: some may have been deleted or renamed. */
const ENOUGH = 2;

/**
 * Finds the table of measures by its headings, wherever rows and columns were moved.
 * @returns null where no row has at least two of them
 */
export function findTable(grid: Grid): RoadmapTable | null {
  for (const [header, row] of grid.cells.entries()) {
    const columns: Partial<Record<RoadmapColumn, number>> = {};
    const execution: Partial<Record<ExecutionKey, number>> = {};
    row.forEach((cell, at) => {
      const [column, key] = [HEADINGS.get(normal(cell)), EXECUTION.get(normal(cell))];
      if (column !== undefined) columns[column] ??= at;
      if (key !== undefined) execution[key] ??= at;
    });
    const found = Object.keys(columns).length + Object.keys(execution).length;
    if (found >= ENOUGH && (columns.number !== undefined || columns.measure !== undefined))
      return { header, columns, execution };
  }
  return null;
}
