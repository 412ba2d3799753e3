import type { CellValue, Grid } from "../grid";

/** Sheets that the user fills in line by line: where their lines begin, and which say something. */

/** The row of the headings, wherever rows above it were added or deleted. */
export function headingsRow(grid: Grid, headings: readonly string[]): number | null {
  const is = (value: CellValue | undefined, heading: string): boolean =>
    typeof value === "string" && value.trim().toLowerCase() === heading.toLowerCase();
  const found = grid.cells.findIndex((row) =>
    headings.every((heading, column) => is(row[column - grid.left], heading)),
  );
  return found < 0 ? null : grid.top + found;
}

export const isBlankCell = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || String(value).trim() === "";
