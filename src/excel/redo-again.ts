import type { CellValue, Grid } from "../domain/grid";
import { progressOf } from "../domain/regeneration/progress";
import { restore } from "../domain/regeneration/restore";
import { patchSteps } from "./apply-patch";
import { BEING_WRITTEN, constantText, FINGERPRINT, fingerprintOfGrid, writtenMark } from "./mark";
import { anewSteps, editStep, mergeSteps, type MergeRedo, type Redo, type Standing } from "./redo";
import type { Room } from "./room";
import { cellSteps, type WriteStep } from "./write-plan";

/** Work that is left, since its sheet was protected meanwhile. */
interface Locked {
  /** The sheet as the user knows it. */
  readonly name: string;
  /** It was half changed, so the work must not be forgotten; else the sheet is as it was. */
  readonly half: boolean;
}

/** Queues a piece of work, after it was made sure that nobody else was there. @returns null unless it is left */
type Again = (room: Room) => Promise<Locked | null>;

/** What is to be done yet, once that is known. */
interface ToDo {
  readonly steps: readonly WriteStep[];
  readonly half: boolean;
}

/**
 * Loads what tells whether a piece of work was done already or the user has been there since, and gives what to do after
 * the next sync.
 * @param onlyHalf a sheet that is not half changed any more is somebody else's by now
 */
export function prepareAgain(
  { workbook }: Excel.RequestContext,
  work: Redo,
  run: string,
  onlyHalf = false,
): Again {
  const sheet = workbook.worksheets.getItemOrNullObject(work.sheetId).load("name");
  sheet.protection.load("protected");
  const toDo = toDoAgain(sheet, work, run);
  return async (room) => {
    if (sheet.isNullObject) return null; // the user deleted it
    const { steps, half } = await toDo();
    if (onlyHalf && !half) return null;
    // Excel would refuse it at every start, and with it all else that is to be put right
    if (steps.length > 0 && sheet.protection.protected) return { name: sheet.name, half };
    for (const { bytes, queue } of steps) {
      await room(bytes);
      queue(sheet);
    }
    return null;
  };
}

function toDoAgain(sheet: Excel.Worksheet, work: Redo, run: string): () => ToDo | Promise<ToDo> {
  const whole = (steps: readonly WriteStep[]): ToDo => ({ steps, half: false });
  switch (work.kind) {
    case "merge":
      return mergeAgain(sheet, work, run);
    case "anew":
      return anewAgain(sheet, work, run);
    case "remove":
    case "values":
      return () => whole([]); // by `removeAgain` and `valuesAgain`
    case "edit": {
      const cell = sheet.getRange(work.address).load("formulas");
      return () => whole(cell.formulas[0]?.[0] === work.before ? [editStep(work)] : []);
    }
    case "append": {
      const places = work.blocks.map((block) => {
        const { row, column, cells } = block;
        const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
        return { block, range: range.load("values") };
      });
      return () => {
        const free = places.filter(({ range: { values } }) => values.flat().every((value) => value === ""));
        return whole(cellSteps(free.map(({ block }) => block)));
      };
    }
  }
}

/**
 * A merge again. A sheet that carries the run's number was half changed: the changes go on where they broke off; where
 * somebody was there since, it is put back by its rows and changed anew. One that is as it was is changed. Any other was
 * changed already.
 */
function mergeAgain(sheet: Excel.Worksheet, work: MergeRedo, run: string): () => ToDo | Promise<ToDo> {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas");
  const tables = sheet.tables.load("items/name");
  return async () => {
    const marked = !fingerprint.isNullObject;
    if (work.before === null || work.patch === null)
      return { steps: mergeSteps({ ...work, marked }, run), half: false };
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
    if (!half && (now === null || fingerprintOfGrid(now) !== fingerprintOfGrid(before)))
      return { steps: [], half };
    const standing = await standingTables(sheet, tables.items, work);
    const progress = half ? progressOf(work.patch, before, now) : { rows: 0 };
    const back = progress === null ? patchSteps(restore(now, before, work.ids), undefined) : [];
    return { steps: [...back, ...mergeSteps({ ...work, marked }, run, standing, progress?.rows)], half };
  };
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

function anewAgain(sheet: Excel.Worksheet, work: Extract<Redo, { kind: "anew" }>, run: string): () => ToDo {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject().load("rowIndex,rowCount");
  const tables = sheet.tables.load("items/name");
  const charts = sheet.charts.load("items/name");
  return () => {
    const mark = fingerprint.isNullObject ? null : constantText(fingerprint.formula);
    if (mark === writtenMark(work.plan)) return { steps: [], half: false };
    const standing: Standing = {
      tables: tables.items.map(({ name }) => name),
      charts: charts.items.map(({ name }) => name),
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    };
    return { steps: anewSteps(work, standing, run), half: mark === BEING_WRITTEN + run };
  };
}
