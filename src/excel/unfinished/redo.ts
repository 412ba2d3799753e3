import { areaInTheEnd } from "../../domain/documents/beside-moves";
import { areasWithout, type Area } from "../../domain/grid";
import type { CellEdit } from "../../domain/monitoring/corrections";
import type { SheetPatch } from "../../domain/regeneration/patch";
import {
  areasAround,
  blocksAround,
  mergesAround,
  type Cells,
  type UsersCell,
} from "../../domain/regeneration/users-cells";
import type { Block, SheetPlan } from "../../domain/sheet-plan";
import { bytesOfMoves, moveRows, patchSteps } from "../sheets/apply-patch";
import { JOURNAL_NAMESPACE, LEFT_NAMESPACE } from "../sheets/kept-state";
import { BEING_WRITTEN, constant, FINGERPRINT, writtenMark } from "../sheets/mark";
import { addChart, asWritten, stepsOf, type WriteStep } from "../sheets/write-plan";
import { partsOf, readParts } from "./pieces";

/** A sheet that the user edited, changed in place. */
export interface MergeRedo {
  readonly kind: "merge";
  readonly sheetId: string;
  /** Null where nothing but the fingerprint changes. */
  readonly patch: SheetPatch | null;
  readonly table: string | null;
  /** Other tables of that sheet; absent in the journal of an earlier version. */
  readonly others?: readonly string[];
  /** Its fingerprint in the end. */
  readonly written: string;
  /** Whether it has one yet. */
  readonly marked: boolean;
  /** Column of its row ids. */
  readonly ids: number;
  /** The sheet as it was: one that was half changed is put back first. */
  readonly before: Cells | null;
}

/** A sheet that is emptied and written anew. */
export interface AnewRedo {
  readonly kind: "anew";
  readonly sheetId: string;
  readonly plan: SheetPlan;
  readonly table: string | null;
  /** The sheet as it was; null where it was empty. Absent in the journal of an earlier version. */
  readonly before?: Cells | null;
  /** Names of the charts that were there. Absent in the journal of an earlier version. */
  readonly charts?: readonly string[];
}

/**
 * What a run does after its point of no return, in a shape that a later start can do again: a sheet is emptied and
 * written anew, rows are put below the user's, single cells change.
 */
export type Redo = SheetRedo | ValuesRedo | RemoveRedo;

/** Of these, what comes with the sheets that a run writes. */
export type SheetRedo =
  | MergeRedo
  | AnewRedo
  | { readonly kind: "append"; readonly sheetId: string; readonly blocks: readonly Block[] }
  | {
      readonly kind: "edit";
      readonly sheetId: string;
      readonly address: string;
      /** What stood there: a cell that holds something else by now is the user's. */
      readonly before: string | number | boolean;
      readonly value: CellEdit["value"];
    };

/** A formula gives way to the values of the cells that it fills. */
export interface ValuesRedo {
  readonly kind: "values";
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** What stood there: a cell that holds something else by now is the user's, or was done already. */
  readonly formula: string;
  /** As they are written: texts with their apostrophe. */
  readonly values: readonly (readonly unknown[])[];
}

/** One of our sheets goes. */
export interface RemoveRedo {
  readonly kind: "remove";
  readonly sheetId: string;
  /** Our id of it. */
  readonly id: string;
  /** Fingerprint of its cells: what somebody changed since stays. */
  readonly print: string;
  /** What of its cells the fingerprint is of. */
  readonly of: "formulas" | "values";
}

/** The parts that keep the work for a later start. */
export function redoParts(work: readonly Redo[]): readonly string[] {
  return partsOf(JOURNAL_NAMESPACE, work);
}

export function readRedo(parts: readonly string[]): readonly Redo[] {
  return readParts(parts) as readonly Redo[]; // as `redoParts` wrote it
}

/** A piece of work that waits until its sheet, or the workbook, is not protected any more, with the number of its run. */
export interface LeftWork {
  readonly run: string;
  readonly work: SheetRedo | RemoveRedo;
}

export const leftParts = (left: readonly LeftWork[]): readonly string[] => partsOf(LEFT_NAMESPACE, left);

export function readLeft(parts: readonly string[]): readonly LeftWork[] {
  return readParts(parts) as readonly LeftWork[]; // as `leftParts` wrote it
}

/** What stands on a sheet and goes when it is written anew. */
export interface Standing {
  /** Tables of ours: those of the user's stay. */
  readonly tables: readonly string[];
  /** Charts of ours: those of the user's stay. */
  readonly charts: readonly string[];
  /** Where tables of the user's lie, which stay with what they hold. */
  readonly kept: readonly Area[];
  /** Rows from the first to the last used one. */
  readonly rows: number;
}

/** Stands behind the run's number once the rows of a sheet that is written anew have moved. */
const MOVED = "+";
/** Stands there while its charts are made, last of all: a chart without a name of ours may be ours then, and never else. */
const CHARTING = "*";

/** How far a sheet that is written anew came; null where it is not in the midst of it. */
export function stageOf(mark: string | null, run: string): "begun" | "moved" | "charting" | null {
  if (mark === BEING_WRITTEN + run) return "begun";
  if (mark === BEING_WRITTEN + run + CHARTING) return "charting";
  return mark === BEING_WRITTEN + run + MOVED ? "moved" : null;
}

/**
 * An own sheet anew in place, so that references to it from elsewhere stay.
 * @param mine cells of the user's, which stay as they are
 * @param rowsDone moves of rows that a run that broke off did already
 */
export function anewSteps(
  { plan, table }: AnewRedo,
  standing: Standing,
  run: string,
  mine: readonly UsersCell[] = [],
  rowsDone = 0,
): readonly WriteStep[] {
  const blocks = blocksAround(plan.blocks, mine);
  const { charts = [], ...others } = plan;
  const { moves, columns } = plan;
  return [
    {
      bytes: 10_000 + 1500 * mine.length + (moves === undefined ? 0 : bytesOfMoves(moves)),
      queue: (sheet) => {
        // as long as the mark tells that one without a name may be ours
        for (const name of standing.charts) sheet.charts.getItem(name).delete();
        finish(sheet, BEING_WRITTEN + run);
        takeTables(sheet, standing, mine.length === 0 && moves === undefined);
        if (moves !== undefined) {
          moveRows(sheet, moves, rowsDone);
          finish(sheet, BEING_WRITTEN + run + MOVED);
        }
        const kept = standing.kept.flatMap((area) =>
          moves === undefined ? [area] : (areaInTheEnd(moves, rowsDone, area) ?? []),
        );
        const ours = moves === undefined ? WHOLE : { ...WHOLE, right: columns.length - 1 };
        empty(sheet, { ...standing, kept }, mine, ours);
      },
    },
    ...stepsOf({ ...others, blocks, merges: mergesAround(plan.merges, mine) }, table),
    {
      bytes: 1000 + 5000 * charts.length,
      queue: (sheet) => {
        if (charts.length > 0) finish(sheet, BEING_WRITTEN + run + CHARTING);
        for (const chart of charts) addChart(sheet, chart);
        finish(sheet, writtenMark(plan));
      },
    },
  ];
}

/** The changes of a merge, with the run's number on the sheet while they are made. */
export function mergeSteps(
  { patch, table, written, marked }: MergeRedo,
  run: string,
  standing: readonly string[] = table === null ? [] : [table],
  rowsDone = 0,
): readonly WriteStep[] {
  const mark = (text: string, there: boolean): WriteStep => ({
    bytes: 1000,
    queue: (sheet) => {
      finish(sheet, text, there);
    },
  });
  if (patch === null) return [mark(written, marked)];
  const steps = patchSteps(patch, table ?? undefined, standing, rowsDone);
  return [mark(BEING_WRITTEN + run, marked), ...steps, mark(written, true)];
}

/**
 * Gives a sheet its fingerprint: with that of what was generated it is whole. One call where it has one already, so that
 * no failure leaves it without.
 */
export function finish(sheet: Excel.Worksheet, written: string, marked = true): void {
  if (marked) sheet.names.getItem(FINGERPRINT).formula = constant(written);
  else sheet.names.add(FINGERPRINT, constant(written)).visible = false;
}

const WHOLE: Area = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

/** @param whole with their cells */
function takeTables(sheet: Excel.Worksheet, { tables }: Standing, whole: boolean): void {
  for (const name of tables) {
    if (whole) sheet.tables.getItem(name).delete();
    else sheet.tables.getItem(name).convertToRange();
  }
}

/** @param ours columns whose look goes with what they hold */
function empty(
  sheet: Excel.Worksheet,
  { rows, kept }: Standing,
  mine: readonly UsersCell[],
  ours: Area,
): void {
  const at = (area: Area): Excel.Range => {
    const { top, left, bottom, right } = area;
    return area === WHOLE
      ? sheet.getRange()
      : sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  };
  const look = areasWithout(ours, kept).map(at);
  for (const range of look) {
    range.unmerge();
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
  }
  const around = mine.length === 0 ? [WHOLE] : areasAround(WHOLE, mine);
  for (const area of around.flatMap((each) => areasWithout(each, kept))) at(area).clear("Contents");
  // a row that was high for a text of the earlier run must not stay so under another text
  if (rows > 0) sheet.getRange(`1:${rows}`).format.autofitRows();
  for (const range of look) range.clear(mine.length === 0 ? "All" : "Formats");
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
}

export const editStep = ({ address, value }: Extract<Redo, { kind: "edit" }>): WriteStep => ({
  bytes: 1500,
  queue: (sheet) => {
    sheet.getRange(address).values = [[asWritten(value)]];
  },
});
