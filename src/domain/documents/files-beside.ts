import { cellAddress, type CellValue, type Grid } from "../grid";
import { looksLikeFormula } from "../regeneration/formula-like";
import { spans, staying } from "../regeneration/patch";
import type { Block, PlanCell, RowMoves as SheetMoves } from "../sheet-plan";
import { carriedCell, type RowMoves } from "./carried-formula";

/** What the user put to the right of the table of «Добавленные файлы», and the rows as they stood: it goes with them. */
export interface Beside {
  readonly sheet: string;
  /** Row of the table's header; the row above the sheet's first one where it is not found. */
  readonly header: number;
  /** The table's rows below the header by what they hold. */
  readonly keys: readonly string[];
  readonly rows: readonly BesideRow[];
}

interface BesideRow {
  readonly row: number;
  /** From the first column that is not of the table. */
  readonly cells: readonly PlanCell[];
  /** Their number formats, where they were read. */
  readonly formats?: readonly string[];
}

export const NOTHING_BESIDE: Beside = { sheet: "", header: 0, keys: [], rows: [] };

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
  return { sheet: grid.sheet, header: grid.top + header, keys, rows };
}

/** More runs of rows than this are not moved, and the look of what stands beside them is lost. */
const MOST_RUNS = 50;

/** Where everything beside the table goes. */
export interface BesideLayout {
  readonly blocks: readonly Block[];
  /** A cell of the user's whose formula follows the rows that moved. */
  readonly carry: (cell: PlanCell) => PlanCell;
  /** Absent where rows of the table change their order. */
  readonly moves?: SheetMoves;
}

/**
 * What puts it back: beside its row, or below the table where that row is gone.
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
  const users = new Map<number, number>();
  let next = Math.max(header + rows.length, ...beside.rows.flatMap(({ row }) => moved(row) ?? [])) + 1;
  for (const { row } of beside.rows) users.set(row, moved(row) ?? next++);
  const follow: RowMoves = {
    sheet: beside.sheet,
    rows: [...beside.keys.map((_, index) => beside.header + 1 + index), ...users.keys()],
    users: width,
    to: (row, ofUser) => (ofUser ? users.get(row) : undefined) ?? moved(row),
  };
  const carry = (cell: PlanCell): PlanCell =>
    typeof cell !== "object" || cell === null ? cell : carriedCell(cell.formula, follow);
  const blocks = beside.rows.map(({ row, cells, formats }): Block => {
    const isPlain = formats?.every((format) => format === "General") ?? true;
    return {
      row: users.get(row) ?? next,
      column: width,
      cells: [cells.map(carry)],
      ...(formats === undefined || isPlain ? {} : { formats: [formats] }),
    };
  });
  const moves = beside.sheet === "" ? null : rowMoves(beside, moved, users);
  return { blocks, carry, ...(moves === null ? {} : { moves }) };
}

/** The moves of rows, where rows of the table keep their order: one that is taken out and put in elsewhere loses its look. */
function rowMoves(
  { header, keys, rows }: Beside,
  moved: (row: number) => number | null,
  users: ReadonlyMap<number, number>,
): SheetMoves | null {
  const last = Math.max(header + keys.length, ...rows.map(({ row }) => row));
  const places = Array.from({ length: last + 1 }, (_, row) => moved(row));
  const from: (number | null)[] = [];
  places.forEach((place, row) => {
    const to = place ?? users.get(row);
    if (to !== undefined) from[to] = row;
  });
  const all = Array.from(from, (row) => row ?? null);
  const stay = staying(all);
  const inPlace = new Set([...stay].map((index) => all[index]));
  const isLost = places.some((place, row) => place !== null && !inPlace.has(row));
  const deletions = spans(places.flatMap((_, row) => (inPlace.has(row) ? [] : [row]))).reverse();
  const insertions = spans(all.flatMap((_, row) => (stay.has(row) ? [] : [row])));
  return isLost || deletions.length + insertions.length > MOST_RUNS ? null : { deletions, insertions };
}

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
