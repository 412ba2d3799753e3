import { carriedCell, type RowMoves } from "../../domain/documents/carried-formula";
import { cellAddress, type Grid } from "../../domain/grid";
import { looksLikeFormula, textsLikeFormulas } from "../../domain/regeneration/formula-like";
import { placeInTheEnd, progressOf, strangers } from "../../domain/regeneration/progress";
import { restore } from "../../domain/regeneration/restore";
import {
  blocksAround,
  mergesAround,
  rowsOf,
  type Cells,
  type UsersCell,
} from "../../domain/regeneration/users-cells";
import type { SheetPatch } from "../../domain/regeneration/patch";
import type { PlanCell } from "../../domain/sheet-plan";
import { cellsOf } from "./anew-again";
import { patchSteps } from "../sheets/apply-patch";
import { BEING_WRITTEN, constantText, FINGERPRINT, fingerprintOfGrid } from "../sheets/mark";
import { mergeSteps, type MergeRedo } from "./redo";
import type { ToDo } from "./to-do";
import { cellSteps, type WriteStep } from "../sheets/write-plan";

/**
 * A merge again. A sheet that carries the run's number was half changed: the changes go on where they broke off, around
 * what the user has typed since; where the user moved rows, it is put back by its rows and changed anew. One that is as
 * it was is changed. Any other was changed already, or is the user's.
 */
export function mergeAgain(sheet: Excel.Worksheet, work: MergeRedo, run: string): () => Promise<ToDo> {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas,values");
  const tables = sheet.tables.load("items/name");
  return async () => {
    const marked = !fingerprint.isNullObject;
    const { patch, before } = work;
    if (before === null || patch === null)
      return { steps: mergeSteps({ ...work, marked }, run), half: false, mine: [] };
    const now = withTexts(cellsOf(used, "formulas"), used);
    const mark = marked ? constantText(fingerprint.formula) : null;
    const half = mark === BEING_WRITTEN + run;
    if (!half && (now === null || printOf(now) !== printOf(before))) {
      if (mark !== work.written) return { steps: [], half, mine: [], users: true };
      // a start that broke off after the last step has told nobody
      return { steps: [], half, mine: progressOf(patch, before, now)?.mine ?? [] };
    }
    const standing = await standingTables(sheet, tables.items, work);
    const {
      first,
      rows,
      mine,
      patch: rest,
    } = half ? goOn(sheet.name, work, patch, before, now) : begin(patch);
    const steps = [...first, ...mergeSteps({ ...work, patch: rest, marked }, run, standing, rows)];
    return { steps, half, mine };
  };
}

/** With what tells texts that look like formulas. */
const withTexts = (cells: Cells | null, used: Excel.Range): Cells | null =>
  cells === null
    ? null
    : { ...cells, texts: textsLikeFormulas(cells.cells, used.values, cells.top, cells.left) };

const printOf = (cells: Cells): string => fingerprintOfGrid({ sheet: "", ...cells });

/** What is left of a merge. */
interface Rest {
  readonly first: readonly WriteStep[];
  /** Deletions, then insertions, that are done. */
  readonly rows: number;
  readonly patch: SheetPatch;
  /** The user's cells, by their place in the end. */
  readonly mine: readonly UsersCell[];
}

const begin = (patch: SheetPatch): Rest => ({ first: [], rows: 0, patch, mine: [] });

function goOn(
  name: string,
  { ids }: MergeRedo,
  patch: SheetPatch,
  before: NonNullable<MergeRedo["before"]>,
  now: Cells | null,
): Rest {
  const progress = progressOf(patch, before, now);
  if (progress === null) return backFirst(name, patch, before, now, ids);
  const { rows, mine } = progress;
  const inTheEnd = (row: number): number | null => placeInTheEnd(patch, rows, row);
  const saved = below(
    mine.filter(({ row }) => inTheEnd(row) === null),
    Math.max(rowsOf(now).length, rowsOf(before).length),
  );
  const places = [...mine, ...saved].flatMap((cell): UsersCell[] => {
    const row = inTheEnd(cell.row);
    return row === null ? [] : [{ ...cell, row }];
  });
  return {
    // at their new place before their row goes: whatever breaks off, they are there
    first: writing(saved, now, { name, inTheEnd }),
    rows,
    patch: {
      ...patch,
      blocks: blocksAround(patch.blocks, places),
      merges: mergesAround(patch.merges, places),
    },
    mine: places,
  };
}

/** The sheet as it was, by its rows; what the user typed is put below it first. */
function backFirst(
  name: string,
  patch: SheetPatch,
  before: NonNullable<MergeRedo["before"]>,
  now: Cells | null,
  ids: number,
): Rest {
  const typed = strangers(patch, before, now);
  const grid = (cells: Cells): Grid => ({ sheet: "", ...cells });
  const saved = below(typed, rowsOf(now).length);
  const wanted = below(typed, rowsOf(before).length);
  const back = restore(
    now === null ? null : grid(withCells(now, saved)),
    grid(withCells(before, wanted)),
    ids,
  );
  const inTheEnd = (row: number): number | null => {
    const place = placeInTheEnd(back, 0, row);
    return place === null ? null : placeInTheEnd(patch, 0, place);
  };
  return {
    first: [...writing(saved, now, { name, inTheEnd }), ...patchSteps(back, undefined)],
    rows: 0,
    patch,
    mine: wanted.flatMap((cell): UsersCell[] => {
      const row = placeInTheEnd(patch, 0, cell.row);
      return row === null ? [] : [{ ...cell, row }];
    }),
  };
}

/** A cell of the user's on its way, and the row where it stood. */
interface SavedCell extends UsersCell {
  readonly from: number;
}

/** The cells a row below the last one, those of one row in one row. */
function below(cells: readonly UsersCell[], last: number): readonly SavedCell[] {
  const rows = [...new Set(cells.map(({ row }) => row))];
  return cells.map((cell) => ({ ...cell, row: last + 1 + rows.indexOf(cell.row), from: cell.row }));
}

/** As texts: a formula is told from the one that Excel has carried along by nothing else, and must not be written again. */
function withCells(cells: Cells, more: readonly UsersCell[]): Cells {
  const rows = rowsOf(cells).map((row) => [...row]);
  for (const { row, column, content } of more) {
    while (rows.length <= row) rows.push([]);
    const line = rows[row];
    while (line !== undefined && line.length < column) line.push(null);
    if (line !== undefined) line[column] = content;
  }
  const width = Math.max(...rows.map(({ length }) => length), 0);
  return {
    top: 0,
    left: 0,
    cells: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    texts: [...(cells.texts ?? []), ...more.map(({ row, column }) => cellAddress(row, column))],
  };
}

/**
 * The cells at their new places, before any row goes: Excel itself then carries what a formula points to. A formula that
 * points to a row that is to go is put there as a text that says so, since Excel would leave no more of it than #REF!.
 */
function writing(
  cells: readonly SavedCell[],
  now: Cells | null,
  rows: { readonly name: string; readonly inTheEnd: (row: number) => number | null },
): readonly WriteStep[] {
  const texts = new Set(now?.texts);
  const moves: RowMoves = {
    sheet: rows.name,
    rows: rowsOf(now).map((_, row) => row),
    users: 0,
    to: rows.inTheEnd,
  };
  const written = ({ from, column, content }: SavedCell): PlanCell => {
    if (!looksLikeFormula(content) || texts.has(cellAddress(from, column))) return content;
    const cell = carriedCell(content, moves);
    return typeof cell === "object" ? { formula: content } : cell;
  };
  return cellSteps(cells.map((cell) => ({ row: cell.row, column: cell.column, cells: [[written(cell)]] })));
}

/**
 * Tables that a merge takes apart: its own one, or where a run broke off between making it anew and naming it, what
 * stands there under a name of Excel's.
 */
async function standingTables(
  sheet: Excel.Worksheet,
  tables: readonly Excel.Table[],
  { table, others = [], patch }: MergeRedo,
): Promise<readonly string[]> {
  if (table === null || tables.some(({ name }) => name === table)) return table === null ? [] : [table];
  const area = patch?.table;
  const unknown = tables.filter(({ name }) => !others.includes(name));
  if (area === undefined || unknown.length === 0) return [];
  const placed = unknown.map((each) => ({
    name: each.name,
    range: each.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await sheet.context.sync();
  return placed.flatMap(({ name, range: { rowIndex, columnIndex, rowCount, columnCount } }) => {
    const apart =
      rowIndex > area.bottom ||
      rowIndex + rowCount <= area.top ||
      columnIndex > area.right ||
      columnIndex + columnCount <= area.left;
    return apart ? [] : [name];
  });
}
