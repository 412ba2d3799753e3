import { cellAddress, type Area, type CellValue, type Grid } from "../grid";
import { looksLikeFormula } from "../regeneration/formula-like";
import type { Block, PlanCell, RowMoves as SheetMoves } from "../sheet-plan";
import { type Beside, type BesideRow } from "./beside";
import { rowMoves } from "./beside-moves";
import { carriedCell, type RowMoves } from "./carried-formula";

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
 * Reads rows of the user's by what their cells show: formulas where there are some, nothing where the formula of another
 * cell shows something.
 * @param formulas the same cells of the sheet
 */
export function usersRows(
  formulas: Grid,
): (shown: readonly CellValue[], index: number) => readonly PlanCell[] {
  const { top, left, cells, spilled = [] } = formulas;
  const filled = new Set(spilled);
  return (shown, index) =>
    shown.map((value, column): PlanCell => {
      if (filled.size > 0 && filled.has(cellAddress(top + index, left + column))) return null;
      const content = cells[index]?.[column];
      // a text that only looks like a formula is its own value
      return looksLikeFormula(content) && content !== value ? { formula: content } : value;
    });
}

/**
 * @param formulas the same cells, with formulas where there are some
 * @param header index of the table's header, −1 where there is none
 * @param width columns of the table
 */
export function besideOf(grid: Grid, formulas: Grid, header: number, width: number): Beside {
  const last = grid.cells.findLastIndex((row) => row.slice(0, width).some(isFilled));
  const users = usersRows(formulas);
  const rows = grid.cells.flatMap((row, index): BesideRow[] => {
    const cells = users(row, index).slice(width);
    if (!cells.some(isFilled)) return [];
    const formats = grid.formats?.[index]?.slice(width);
    return [{ row: grid.top + index, cells, ...(formats === undefined ? {} : { formats }) }];
  });
  const keys = grid.cells.slice(header + 1, last + 1).map(keyOfRow);
  return { sheet: grid.sheet, header: grid.top + header, keys, rows, tables: grid.tables ?? [] };
}

/** Where everything beside the table goes. */
export interface BesideLayout {
  readonly blocks: readonly Block[];
  /** A cell of the user's whose formula follows the rows that moved. */
  readonly carry: (cell: PlanCell) => PlanCell;
  /** Absent where rows of the table change their order, or Excel would refuse them. */
  readonly moves?: SheetMoves;
}

/** The sheet's last row. */
const LAST_ROW = 1_048_575;

/**
 * What puts it back: beside its row, or below the table where that row is gone. Where rows do not move, tables of the
 * user's stay where they are, and with them what they hold.
 * @param header row of the header
 * @param rows the table's rows
 */
export function layBeside(
  beside: Beside,
  header: number,
  rows: readonly (readonly PlanCell[])[],
  width: number,
): BesideLayout {
  const moved = movedRows(beside, header, rows);
  const { users, isFull } = placesOf(beside, moved, header + 1 + rows.length);
  const moves = beside.sheet === "" || isFull ? null : rowMoves(beside, moved, users);
  const fixed = moves === null ? columnsOf(beside.tables) : new Set<number>();
  const follow: RowMoves = {
    sheet: beside.sheet,
    rows: [...beside.keys.map((_, index) => beside.header + 1 + index), ...users.keys()],
    users: width,
    fixed,
    to: (row, ofUser) => {
      const place = (ofUser ? users.get(row) : undefined) ?? moved(row);
      return place === null ? null : Math.min(place, LAST_ROW);
    },
  };
  const carry = (cell: PlanCell): PlanCell =>
    typeof cell !== "object" || cell === null ? cell : carriedCell(cell.formula, follow);
  const blocks = beside.rows.flatMap(({ row, cells, formats }) => {
    const isPlain = formats?.every((format) => format === "General") ?? true;
    const place = users.get(row) ?? row;
    return runsOf(cells.length, (index) => fixed.has(width + index)).map(({ from, to, is }): Block => {
      const here = { row: is ? row : place, column: width + from };
      const mine = { ...here, cells: [cells.slice(from, to).map(carry)] };
      return formats === undefined || isPlain ? mine : { ...mine, formats: [formats.slice(from, to)] };
    });
  });
  return { blocks, carry, ...(moves === null ? {} : { moves }) };
}

/**
 * Rows of what stands beside the table. What would be pushed off the sheet stays in its row.
 * @param end the row below the table
 */
function placesOf(
  beside: Beside,
  moved: (row: number) => number | null,
  end: number,
): { readonly users: ReadonlyMap<number, number>; readonly isFull: boolean } {
  const users = new Map<number, number>();
  let isFull = false;
  let limit = LAST_ROW;
  for (const { row } of [...beside.rows].reverse()) {
    const place = moved(row);
    if (place === null) continue;
    users.set(row, place < end ? place : Math.min(place, limit));
    if (place < end) continue;
    isFull ||= place > limit;
    limit = Math.min(place, limit) - 1;
  }
  const gone = beside.rows.filter(({ row }) => !users.has(row));
  const taken = new Set(users.values());
  let next = Math.max(end, ...[...taken].map((row) => row + 1));
  if (gone.length > 0 && next + gone.length - 1 > LAST_ROW) [isFull, next] = [true, end];
  for (const { row } of gone) {
    while (taken.has(next)) next++;
    users.set(row, next++);
  }
  return { users, isFull };
}

/** Neighbours that are alike in this, up to `to`. */
function runsOf(
  length: number,
  of: (index: number) => boolean,
): readonly { readonly from: number; readonly to: number; readonly is: boolean }[] {
  const starts = Array.from({ length }, (_, index) => index).filter(
    (index) => index === 0 || of(index) !== of(index - 1),
  );
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? length, is: of(from) }));
}

const columnsOf = (areas: readonly Area[]): ReadonlySet<number> =>
  new Set(
    areas.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, index) => left + index)),
  );

/** Where each row of the sheet goes: with what it holds, or with the table's head or end; null where it is gone. */
function movedRows(
  beside: Beside,
  header: number,
  rows: readonly (readonly PlanCell[])[],
): (row: number) => number | null {
  const places = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const key = keyOfRow(row);
    places.set(key, [...(places.get(key) ?? []), header + 1 + index]);
  });
  const ofTable = beside.keys.map((key) => places.get(key)?.shift() ?? null);
  return (row) => {
    const index = row - beside.header - 1;
    if (index < 0) return header + 1 + index < 0 ? null : header + 1 + index;
    if (index < ofTable.length) return ofTable[index] ?? null;
    return header + 1 + rows.length + index - ofTable.length;
  };
}
