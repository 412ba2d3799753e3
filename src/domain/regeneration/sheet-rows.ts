import type { CellValue, Grid } from "../grid";
import type { Columns } from "./columns";
import { cellReader } from "./formula-like";
import type { SheetRow } from "./rows";

/** Every row from the first of the sheet to its last used one, in the columns of the document. */
export function rowsOfGrid(grid: Grid, { of, ids }: Columns): readonly SheetRow[] {
  const ours = new Set([...of, ids]);
  const empty: SheetRow = {
    id: null,
    cells: of.map((at) => (at === null ? undefined : null)),
    beside: false,
  };
  const read = cellReader(grid);
  const rows = grid.cells.map((line, r): SheetRow => {
    const at = (column: number): CellValue => line[column - grid.left] ?? null;
    const id = at(ids);
    return {
      id: typeof id === "string" && id !== "" ? id : null,
      cells: of.map((column) => (column === null ? undefined : read(at(column), grid.top + r, column))),
      beside: line.some((value, c) => value !== null && value !== "" && !ours.has(grid.left + c)),
    };
  });
  return [...new Array<SheetRow>(grid.top).fill(empty), ...rows];
}
