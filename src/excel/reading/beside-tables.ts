import type { Area } from "../../domain/grid";
import { toArea } from "./pages";

/** A table, and where it lies. */
export interface PlacedTable {
  readonly name: string;
  readonly area: Area;
}

/** Tables of a sheet of ours: those that lie right of our columns are the user's. */
export interface TablesOnSheet {
  readonly ours: readonly string[];
  readonly users: readonly PlacedTable[];
}

/**
 * Asks where the tables lie. @param width our columns
 * @returns what tells them apart after the next sync
 */
export function askTables(tables: readonly Excel.Table[], width: number): () => TablesOnSheet {
  const asked = tables.map((table) => ({
    name: table.name,
    range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  return () => {
    const placed = asked.map(({ name, range }): PlacedTable => ({ name, area: toArea(range) }));
    const isUsers = ({ area }: PlacedTable): boolean => area.left >= width;
    return {
      ours: placed.filter((each) => !isUsers(each)).map(({ name }) => name),
      users: placed.filter(isUsers),
    };
  };
}
