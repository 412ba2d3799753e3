import type { CellEdit } from "../domain/monitoring/corrections";
import type { CellValue, Grid } from "../domain/grid";
import type { SheetPatch } from "../domain/regeneration/patch";
import { progressOf } from "../domain/regeneration/progress";
import { restore } from "../domain/regeneration/restore";
import type { Block, SheetPlan } from "../domain/sheet-plan";
import { patchSteps } from "./apply-patch";
import { fromPart, isRecord, JOURNAL_NAMESPACE, toPart } from "./kept-state";
import { BEING_WRITTEN, constant, constantText, FINGERPRINT, fingerprintOfGrid, writtenMark } from "./mark";
import { WorkbookError } from "./port";
import { asWritten, cellSteps, stepsOf, type WriteStep } from "./write-plan";

/** A sheet that the user edited, changed in place. */
export interface MergeRedo {
  readonly kind: "merge";
  readonly sheetId: string;
  /** Null where nothing but the fingerprint changes. */
  readonly patch: SheetPatch | null;
  readonly table: string | null;
  /** Its fingerprint in the end. */
  readonly written: string;
  /** Whether it has one yet. */
  readonly marked: boolean;
  /** Column of its row ids. */
  readonly ids: number;
  /** The sheet as it was: one that was half changed is put back first. */
  readonly before: Pick<Grid, "top" | "left" | "cells"> | null;
}

/**
 * What a run does after its point of no return, in a shape that a later start can do again: a sheet is emptied and
 * written anew, rows are put below the user's, single cells change.
 */
export type Redo = SheetRedo | ValuesRedo | RemoveRedo;

/** Of these, what comes with the sheets that a run writes. */
export type SheetRedo =
  | MergeRedo
  | {
      readonly kind: "anew";
      readonly sheetId: string;
      readonly plan: SheetPlan;
      readonly table: string | null;
    }
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

/** Letters of one part: far from the 5 MB of a request, whatever becomes of its quotes in XML and JSON. */
const PIECE_LETTERS = 250_000;

/** The parts that keep the work for a later start. */
export function redoParts(work: readonly Redo[]): readonly string[] {
  if (work.length === 0) return [];
  const json = JSON.stringify(work);
  return Array.from({ length: Math.ceil(json.length / PIECE_LETTERS) }, (_, index) =>
    toPart(JOURNAL_NAMESPACE, {
      redo: index,
      piece: json.slice(index * PIECE_LETTERS, (index + 1) * PIECE_LETTERS),
    }),
  );
}

export function readRedo(parts: readonly string[]): readonly Redo[] {
  const pieces = parts.flatMap((xml) => {
    const value = fromPart(xml);
    if (!isRecord(value) || typeof value["redo"] !== "number" || typeof value["piece"] !== "string")
      return [];
    return [{ index: value["redo"], piece: value["piece"] }];
  });
  if (pieces.length === 0) return [];
  pieces.sort((a, b) => a.index - b.index);
  try {
    return JSON.parse(pieces.map(({ piece }) => piece).join("")) as Redo[]; // as `redoParts` wrote it
  } catch {
    return []; // somebody damaged a part
  }
}

/** What stands on a sheet and goes when it is written anew. */
export interface Standing {
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  /** Rows from the first to the last used one. */
  readonly rows: number;
}

/** An own sheet anew in place, so that references to it from elsewhere stay. */
export function anewSteps(
  { plan, table }: Extract<Redo, { kind: "anew" }>,
  standing: Standing,
  run: string,
): readonly WriteStep[] {
  return [
    {
      bytes: 10_000,
      queue: (sheet) => {
        finish(sheet, BEING_WRITTEN + run);
        empty(sheet, standing);
      },
    },
    ...stepsOf(plan, table),
    {
      bytes: 1000,
      queue: (sheet) => {
        finish(sheet, writtenMark(plan));
      },
    },
  ];
}

/** The changes of a merge, with the run's number on the sheet while they are made. */
export function mergeSteps(
  { patch, table, written, marked }: MergeRedo,
  run: string,
  tableStands = table !== null,
  rowsDone = 0,
): readonly WriteStep[] {
  const mark = (text: string, there: boolean): WriteStep => ({
    bytes: 1000,
    queue: (sheet) => {
      finish(sheet, text, there);
    },
  });
  if (patch === null) return [mark(written, marked)];
  const steps = patchSteps(patch, table ?? undefined, tableStands, rowsDone);
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

function empty(sheet: Excel.Worksheet, { tables, charts, rows }: Standing): void {
  for (const name of tables) sheet.tables.getItem(name).delete();
  for (const name of charts) sheet.charts.getItem(name).delete();
  const all = sheet.getRange();
  all.unmerge();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear("Contents");
  // a row that was high for a text of the earlier run must not stay so under another text
  if (rows > 0) sheet.getRange(`1:${rows}`).format.autofitRows();
  all.clear();
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
}

/**
 * Queues a piece of work, after it was made sure that nobody else was there.
 * @returns the name of the sheet where the work is left, since it was protected meanwhile
 */
type Again = (room: (bytes: number) => Promise<void>) => Promise<readonly string[]>;

/**
 * Loads what tells whether a piece of work was done already or the user has been there since, and gives what to do after
 * the next sync.
 */
export function prepareAgain({ workbook }: Excel.RequestContext, work: Redo, run: string): Again {
  const sheet = workbook.worksheets.getItemOrNullObject(work.sheetId).load("name");
  sheet.protection.load("protected");
  const steps = stepsAgain(sheet, work, run);
  return async (room) => {
    if (sheet.isNullObject) return []; // the user deleted it
    const queued = steps();
    // Excel would refuse it at every start, and with it all else that is to be put right
    if (queued.length > 0 && sheet.protection.protected) return [`«${sheet.name}»`];
    for (const { bytes, queue } of queued) {
      await room(bytes);
      queue(sheet);
    }
    return [];
  };
}

/**
 * A merge again. A sheet that carries the run's number was half changed: the changes go on where they broke off; where
 * somebody was there since, it is put back by its rows and changed anew. One that is as it was is changed. Any other was
 * changed already.
 */
function mergeAgain(sheet: Excel.Worksheet, work: MergeRedo, run: string): () => readonly WriteStep[] {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas");
  const tables = sheet.tables.load("items/name");
  return () => {
    const marked = !fingerprint.isNullObject;
    if (work.before === null || work.patch === null) return mergeSteps({ ...work, marked }, run);
    const before: Grid = { sheet: sheet.name, ...work.before };
    const now: Grid | null = used.isNullObject
      ? null
      : {
          sheet: sheet.name,
          top: used.rowIndex,
          left: used.columnIndex,
          cells: used.formulas as CellValue[][], // strings, numbers and booleans
        };
    const half = marked && constantText(fingerprint.formula) === BEING_WRITTEN + run;
    // what puts the user's rows back must not be forgotten
    if (half && sheet.protection.protected) throw new WorkbookError("sheetProtected", sheet.name);
    if (!half && (now === null || fingerprintOfGrid(now) !== fingerprintOfGrid(before))) return [];
    const stands = tables.items.some(({ name }) => name === work.table);
    const progress = half ? progressOf(work.patch, before, now) : { rows: 0 };
    const back = progress === null ? patchSteps(restore(now, before, work.ids), undefined) : [];
    return [...back, ...mergeSteps({ ...work, marked }, run, stands, progress?.rows)];
  };
}

function stepsAgain(sheet: Excel.Worksheet, work: Redo, run: string): () => readonly WriteStep[] {
  if (work.kind === "merge") return mergeAgain(sheet, work, run);
  if (work.kind === "anew") {
    const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
    const used = sheet.getUsedRangeOrNullObject().load("rowIndex,rowCount");
    const tables = sheet.tables.load("items/name");
    const charts = sheet.charts.load("items/name");
    return () => {
      const whole = !fingerprint.isNullObject && constantText(fingerprint.formula) === writtenMark(work.plan);
      if (whole) return [];
      const standing: Standing = {
        tables: tables.items.map(({ name }) => name),
        charts: charts.items.map(({ name }) => name),
        rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      };
      return anewSteps(work, standing, run);
    };
  }
  if (work.kind === "remove" || work.kind === "values") return () => []; // by `removeAgain` and `valuesAgain`
  if (work.kind === "edit") {
    const cell = sheet.getRange(work.address).load("formulas");
    return () => (cell.formulas[0]?.[0] === work.before ? [editStep(work)] : []);
  }
  const places = work.blocks.map((block) => {
    const { row, column, cells } = block;
    const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
    return { block, range: range.load("values") };
  });
  return () => {
    const free = places.filter(({ range: { values } }) => values.flat().every((value) => value === ""));
    return cellSteps(free.map(({ block }) => block));
  };
}

export const editStep = ({ address, value }: Extract<Redo, { kind: "edit" }>): WriteStep => ({
  bytes: 1500,
  queue: (sheet) => {
    sheet.getRange(address).values = [[asWritten(value)]];
  },
});
