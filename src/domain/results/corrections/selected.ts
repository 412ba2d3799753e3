import { areaAddress, columnName, type Area, type Grid } from "../../grid";
import type { ReadTable } from "../result";
import { contains, overlaps, parseArea } from "./area";
import type { Correction } from "./correction";
import { isPupilLayout } from "./steer";

/** What «Это не результаты» means for a selection. */
export type NotResults =
  /** Nothing there is read. */
  | { readonly kind: "nothing" }
  | { readonly kind: "tables"; readonly tables: readonly ReadTable[] }
  /** Whole columns of a table that goes on being read. */
  | { readonly kind: "columns"; readonly table: ReadTable; readonly columns: readonly string[] }
  /** A part of a table: the whole of it may be meant or not. */
  | { readonly kind: "ask"; readonly table: ReadTable };

/** What «Это результаты» means for a selection. */
export type Results =
  | { readonly kind: "empty" }
  /** It is read already. */
  | { readonly kind: "already"; readonly table: ReadTable }
  /** The user put it aside before. */
  | { readonly kind: "restore"; readonly corrections: readonly Correction[] }
  /** Ranges to try, the likeliest first; `table`: one that is read there with other borders. */
  | { readonly kind: "range"; readonly table: ReadTable | null; readonly addresses: readonly string[] };

interface Placed {
  readonly table: ReadTable;
  readonly area: Area;
}

/** A cell alone stands for its whole table; a selection, for what it covers. Whole columns of Excel count to the table's end. */
export function meantAsNotResults(tables: readonly ReadTable[], sheet: string, selected: Area): NotResults {
  const met = placed(tables, sheet).filter(({ area }) => overlaps(area, selected));
  const [first, ...others] = met;
  if (first === undefined) return { kind: "nothing" };
  if (isCell(selected) || others.length > 0 || contains(selected, first.area))
    return { kind: "tables", tables: met.map(({ table }) => table) };
  const { table, area } = first;
  const body = parseArea(table.header)?.bottom ?? area.top;
  const rows = selected.top <= body + 1 && selected.bottom >= area.bottom;
  const columns = lettersOf(area, selected);
  const school = table.columns.some(({ column, role }) => role === "school" && columns.includes(column));
  return rows && !school && !isPupilLayout(table.layout)
    ? { kind: "columns", table, columns }
    : { kind: "ask", table };
}

export function meantAsResults(
  tables: readonly ReadTable[],
  kept: readonly Correction[],
  grid: Grid,
  selected: Area,
): Results {
  const asided = kept.filter((each) => putsAside(each, grid.sheet, selected));
  if (asided.length > 0) return { kind: "restore", corrections: asided };
  const here = placed(tables, grid.sheet);
  const inside = here.find(({ area }) => contains(area, selected));
  if (inside !== undefined) return { kind: "already", table: inside.table };
  const area = isCell(selected) ? regionAround(grid, selected) : clipped(grid, selected);
  if (area === null || area.top === area.bottom) return { kind: "empty" };
  const met = here.find((each) => overlaps(each.area, area));
  // a title may stand right above the labels
  const tops = isCell(selected) ? [area.top, area.top + 1, area.top + 2] : [area.top];
  const addresses = tops.filter((top) => top < area.bottom).map((top) => areaAddress({ ...area, top }));
  return { kind: "range", table: met?.table ?? null, addresses };
}

const isCell = ({ top, left, bottom, right }: Area): boolean => top === bottom && left === right;

const placed = (tables: readonly ReadTable[], sheet: string): readonly Placed[] =>
  tables.flatMap((table) => {
    const area = table.sheet === sheet && table.file === undefined ? parseArea(table.address) : null;
    return area === null ? [] : [{ table, area }];
  });

function lettersOf(table: Area, { left, right }: Area): readonly string[] {
  const first = Math.max(table.left, left);
  return Array.from({ length: Math.min(table.right, right) - first + 1 }, (_, at) => columnName(first + at));
}

/** Whether a correction keeps something of the selection from being read: a table from its header on, a column. */
function putsAside({ at, change }: Correction, sheet: string, selected: Area): boolean {
  const header = at.sheet === sheet && at.file === undefined ? parseArea(at.header) : null;
  if (header === null) return false;
  const below = (area: Area): boolean =>
    overlaps({ ...area, bottom: Math.max(selected.bottom, header.bottom) }, selected);
  if (change.kind === "notResults") return below(header);
  if (change.kind !== "role" || change.role !== "other") return false;
  const column = header.left + change.column;
  return below({ ...header, left: column, right: column });
}

function clipped(grid: Grid, selected: Area): Area | null {
  const area = {
    top: Math.max(selected.top, grid.top),
    left: Math.max(selected.left, grid.left),
    bottom: Math.min(selected.bottom, grid.top + grid.cells.length - 1),
    right: Math.min(selected.right, grid.left + (grid.cells[0]?.length ?? 0) - 1),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

/** Cells around one up to blank rows and columns, as Excel's Ctrl+A takes them; null where all of them are blank. */
export function regionAround(grid: Grid, cell: Area): Area | null {
  const filled = (row: number, column: number): boolean => {
    const value = grid.cells[row - grid.top]?.[column - grid.left] ?? null;
    return value !== null && value !== "";
  };
  const some = ({ top, left, bottom, right }: Area): boolean => {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (filled(row, column)) return true;
    return false;
  };
  let area = cell;
  for (let grown = true; grown;) {
    const { top, left, bottom, right } = area;
    const beside = { top: top - 1, left: left - 1, bottom: bottom + 1, right: right + 1 };
    const next = {
      top: top > 0 && some({ ...beside, bottom: top - 1 }) ? top - 1 : top,
      left: left > 0 && some({ ...beside, right: left - 1 }) ? left - 1 : left,
      bottom: some({ ...beside, top: bottom + 1 }) ? bottom + 1 : bottom,
      right: some({ ...beside, left: right + 1 }) ? right + 1 : right,
    };
    grown = areaAddress(next) !== areaAddress(area);
    area = next;
  }
  return some(area) ? area : null;
}
