import { areaAddress, cellAddress, type Area, type CellValue, type Grid } from "../grid";
import type { Source } from "../problem";
import { parseCell, type Cell } from "./cell";
import { parseArea } from "./corrections/area";
import type { Said } from "./corrections/said";

/** A grid by local row and column, with its merges and addresses at hand. */
export interface SheetView {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  /** What the user said of its tables. */
  readonly said?: readonly Said[];
  value(row: number, column: number): CellValue;
  /** Trimmed text; a number as written, a blank as "". */
  text(row: number, column: number): string;
  /** Text of a cell, or of the merged area that covers it. */
  mergedText(row: number, column: number): string;
  cell(row: number, column: number): Cell;
  /** The merged area that covers the cell, in local coordinates and clipped to the grid. */
  merge(row: number, column: number): Area | null;
  address(row: number, column: number): string;
  area(area: Area): string;
  source(row: number, column: number): Source;
  sourceOf(area: Area): Source;
  /** The first and the last local row that an address of this sheet lies in; null for what is no address. */
  rowsOf(address: string): readonly [number, number] | null;
}

/** @param openWorkbook name of the open workbook: sources inside it carry no file. */
export function viewSheet(grid: Grid, openWorkbook?: string, said: readonly Said[] = []): SheetView {
  const { cells, formats, top, left, sheet } = grid;
  const columns = cells[0]?.length ?? 0;
  const merges = mergeIndex(grid, columns);
  const file = grid.file !== undefined && grid.file !== openWorkbook ? { file: grid.file } : {};
  const value = (row: number, column: number): CellValue => cells[row]?.[column] ?? null;
  const address = (row: number, column: number): string => cellAddress(row + top, column + left);
  const area = (local: Area): string =>
    areaAddress({
      top: local.top + top,
      left: local.left + left,
      bottom: local.bottom + top,
      right: local.right + left,
    });
  const text = (row: number, column: number): string => {
    const found = value(row, column);
    return found === null ? "" : typeof found === "string" ? found.trim() : String(found);
  };
  const merge = (row: number, column: number): Area | null => merges.get(row * columns + column) ?? null;
  return {
    grid,
    rows: cells.length,
    columns,
    said,
    value,
    text,
    mergedText: (row, column) => {
      const area = merge(row, column);
      return area === null ? text(row, column) : text(area.top, area.left);
    },
    cell: (row, column) => parseCell(value(row, column), formats?.[row]?.[column]),
    merge,
    address,
    area,
    source: (row, column) => ({ ...file, sheet, address: address(row, column) }),
    sourceOf: (local) => ({ ...file, sheet, address: area(local) }),
    rowsOf: (text) => {
      const found = parseArea(text);
      return found === null ? null : [found.top - top, found.bottom - top];
    },
  };
}

/** The sheet without the cells of some areas; a title merged over more than an area stays. */
export function withoutAreas(view: SheetView, areas: readonly Area[]): SheetView {
  const { grid } = view;
  const openWorkbook = view.source(0, 0).file === undefined ? grid.file : undefined;
  const inside = (row: number, column: number): boolean =>
    areas.some(({ top, bottom, left, right }) => {
      if (row < top || row > bottom || column < left || column > right) return false;
      const merge = view.merge(row, column);
      return merge === null || (merge.right <= right && merge.bottom <= bottom);
    });
  const cells = grid.cells.map((line, row) =>
    line.map((value, column) => (inside(row, column) ? null : value)),
  );
  return viewSheet({ ...grid, cells }, openWorkbook, view.said);
}

function mergeIndex(grid: Grid, columns: number): ReadonlyMap<number, Area> {
  const index = new Map<number, Area>();
  for (const merge of grid.merges ?? []) {
    const local = {
      top: Math.max(0, merge.top - grid.top),
      left: Math.max(0, merge.left - grid.left),
      bottom: Math.min(grid.cells.length - 1, merge.bottom - grid.top),
      right: Math.min(columns - 1, merge.right - grid.left),
    };
    for (let row = local.top; row <= local.bottom; row++) {
      for (let column = local.left; column <= local.right; column++) index.set(row * columns + column, local);
    }
  }
  return index;
}
