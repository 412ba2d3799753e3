import { parseArea } from "../../domain/results/corrections/area";
import { isOurChart } from "../../domain/documents/chart-titles";
import type { CellEdit } from "../../domain/monitoring/corrections";
import type { Journal } from "../unfinished/journal";
import { withLinks } from "../sheets/link-plan";
import { BEING_WRITTEN, constant, FINGERPRINT, MARK, writtenMark } from "../sheets/mark";
import { keptParts, mergeWork, withIds, type MergeWork } from "./merge-task";
import {
  FormulaThere,
  WorkbookError,
  type OwnSheet,
  type SheetTask,
  type Snapshot,
  type WrittenSheet,
} from "../port";
import { closing, lock, unlock } from "../unfinished/lock";
import { commit, forgetJournal, journaled, keepJournal, runNumber, tellNames } from "../unfinished/put-right";
import { anewSteps, editStep, finish, mergeSteps, type SheetRedo, type Standing } from "../unfinished/redo";
import { roomOf, type Room } from "../sheets/room";
import { uniqueName } from "../sheets/sheet-name";
import { checkUnchanged } from "./verify";
import { refuseWaiting } from "../unfinished/waiting";
import { cellSteps, stepsOf, type WriteStep } from "../sheets/write-plan";

interface Target {
  readonly task: SheetTask;
  readonly name: string;
  readonly tableName: string | null;
  /** What changes in a sheet that the user edited; null for one that is written anew. */
  readonly merge: MergeWork | null;
}

function targetsOf(tasks: readonly SheetTask[], { sheetNames, tableNames, own }: Snapshot): Target[] {
  const names = new Set(sheetNames.map((name) => name.toLowerCase()));
  const replaced = new Set(tasks.flatMap(({ replace }) => replace?.tables ?? []));
  const tables = new Set(tableNames.filter((name) => !replaced.has(name)).map((name) => name.toLowerCase()));
  const targets = tasks.map((task): Target => {
    const name = task.replace?.name ?? uniqueName(task.plan.name, names, " ");
    const tableName = task.plan.table === undefined ? null : uniqueName(task.plan.table.name, tables, "_");
    return { task, name, tableName, merge: null };
  });
  const nameOf = new Map([
    ...own.map(({ id, name }) => [id, name] as const),
    ...targets.map(({ task, name }) => [task.plan.id, name] as const),
  ]);
  return targets.map((target) => {
    const task = { ...target.task, plan: withIds(withLinks(target.task.plan, nameOf)) };
    return { ...target, task, merge: mergeWork(task) };
  });
}

function protectionGuard(tasks: readonly SheetTask[], snapshot: Snapshot): void {
  if (snapshot.structureProtected && tasks.some(({ replace }) => replace === undefined)) {
    throw new WorkbookError("structureProtected", snapshot.name);
  }
  const locked = tasks.find(({ replace }) => replace?.protected === true);
  if (locked?.replace !== undefined) throw new WorkbookError("sheetProtected", locked.replace.name);
}

/** Everything that a run writes, in the order in which it is written. */
interface Work {
  readonly targets: readonly Target[];
  readonly created: readonly Target[];
  /** After the point of no return: what cannot be taken back, but can be done again. */
  readonly redo: readonly SheetRedo[];
  /** Ids of sheets that take no edits between the last look and the writing. */
  readonly held: readonly string[];
  readonly kept: ReturnType<typeof keptParts>;
  readonly journal: Journal;
}

function workOf(
  tasks: readonly SheetTask[],
  snapshot: Snapshot,
  edits: readonly CellEdit[],
  others: readonly string[],
): Work {
  const targets = targetsOf(tasks, snapshot);
  const plans = targets.map(({ task }) => task.plan);
  const created = targets.filter(({ task }) => task.replace === undefined);
  const kept = keptParts(plans, tasks, snapshot);
  const redo = [...targets.flatMap(redoOf), ...edits.map((edit) => editOf(edit, snapshot))];
  const closes = snapshot.sheets !== undefined && closing.works;
  const held = !closes ? [] : [...new Set(redo.map(({ sheetId }) => sheetId))];
  return {
    targets,
    created,
    redo,
    held,
    kept,
    journal: {
      run: runNumber(),
      committed: false,
      created: Object.fromEntries(created.map(({ task: { plan } }) => [plan.id, writtenMark(plan)])),
      kept: [...(snapshot.keptParts?.map(({ part }) => part) ?? []), ...others],
      remove: kept.remove,
      held,
    },
  };
}

function redoOf({ task: { plan, replace, append }, tableName, merge }: Target): SheetRedo[] {
  if (replace === undefined) return [];
  if (merge !== null) return [merge.redo];
  const { sheetId, grid, charts = [] } = replace;
  const before = grid === null ? null : { top: grid.top, left: grid.left, cells: grid.cells };
  return append === undefined
    ? [{ kind: "anew", sheetId, plan, table: tableName, before, charts }]
    : [{ kind: "append", sheetId, blocks: append }];
}

function editOf(
  { sheet, address, value }: CellEdit,
  { own }: Snapshot,
): Extract<SheetRedo, { kind: "edit" }> {
  const found = own.find(({ name }) => name === sheet);
  if (found === undefined) throw new WorkbookError("sheetGone", sheet);
  const { sheetId, grid } = found;
  const place = parseArea(address);
  const before = place === null ? null : grid?.cells[place.top - grid.top]?.[place.left - grid.left];
  return { kind: "edit", sheetId, address, before: before ?? "", value };
}

const standingOn = (sheet: OwnSheet | undefined): Standing => ({
  tables: sheet?.tables ?? [],
  charts: (sheet?.charts ?? []).filter(isOurChart),
  kept: sheet?.grid?.tables ?? [],
  rows: sheet?.grid == null ? 0 : sheet.grid.top + sheet.grid.cells.length,
});

/**
 * Writes the sheets. A batch is not a transaction, so a journal in the workbook comes first and goes with the last
 * request: what is new can be taken back, so it comes before the point of no return; what changes sheets that are there
 * comes after it and is kept in the journal, so that it can be finished.
 * @param others ids of kept parts that another run added since the reading: taking this run back leaves them
 */
export async function writeSheets(
  tasks: readonly SheetTask[],
  snapshot: Snapshot,
  edits: readonly CellEdit[],
  sources: readonly string[],
  others: readonly string[],
): Promise<readonly WrittenSheet[]> {
  refuseWaiting(snapshot, sources);
  protectionGuard(tasks, snapshot);
  const work = workOf(tasks, snapshot, edits, others);
  const changed = [...new Set(work.redo.map(({ sheetId }) => sheetId))];
  await journaled(changed, async (context, begun) => {
    const parts = await begin(context, work, snapshot, sources);
    begun();
    await carryOut(context, work, snapshot, parts);
  });
  return work.targets.map(({ task: { plan, replace }, name, merge }) => ({
    id: plan.id,
    kind: plan.kind,
    name,
    how: replace === undefined ? "created" : "updated",
    ...(plan.measures === undefined ? {} : { measures: plan.measures }),
    ...(plan.indicators === undefined ? {} : { indicators: plan.indicators }),
    ...(merge === null ? {} : { merged: merge.report }),
  }));
}

/** The journal, what undoes and redoes the run, and the check that nothing changed since it was read. */
async function begin(
  context: Excel.RequestContext,
  { created, redo, held, journal }: Work,
  snapshot: Snapshot,
  sources: readonly string[],
): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = await keepJournal(context, journal, redo, roomOf(context));
  const guard = formulaGuard(context, redo, snapshot);
  if (snapshot.sheets === undefined) {
    await context.sync();
    guard();
    return parts;
  }
  await checkUnchanged(context, {
    snapshot,
    sources,
    names: created.map(({ name }) => name),
    written: new Set(redo.map(({ sheetId }) => sheetId)),
    held,
  });
  guard();
  return parts;
}

/** What a formula of the user's shows was read, or it was not looked at: a value must not take the formula's place. */
function formulaGuard(
  { workbook }: Excel.RequestContext,
  redo: readonly SheetRedo[],
  { own }: Snapshot,
): () => void {
  const cells = redo.flatMap((each) => {
    const sheet = own.find(({ sheetId }) => sheetId === each.sheetId);
    if (each.kind !== "edit" || sheet === undefined) return [];
    const { sheetId, address } = each;
    const range = workbook.worksheets.getItemOrNullObject(sheetId).getRange(address).load("formulas,values");
    return [{ range, place: { sheet: sheet.name, address } }];
  });
  return () => {
    for (const { range, place } of cells) {
      const content: unknown = (range.formulas as unknown[][])[0]?.[0];
      const shown: unknown = (range.values as unknown[][])[0]?.[0];
      // a text that only looks like a formula is its own value
      if (typeof content === "string" && content.startsWith("=") && content !== shown)
        throw new FormulaThere(place);
    }
  };
}

async function carryOut(
  context: Excel.RequestContext,
  work: Work,
  snapshot: Snapshot,
  parts: readonly Excel.CustomXmlPart[],
): Promise<void> {
  const { workbook } = context;
  const { targets, created, redo, held, kept, journal } = work;
  const open = (opening: boolean): void => {
    for (const id of held) {
      const sheet = workbook.worksheets.getItemOrNullObject(id);
      if (opening) unlock(sheet);
      else lock(sheet);
    }
  };
  open(true);
  const room = roomOf(context, open);
  const names = created.map(({ task: { plan }, name }) => [plan.id, name] as const);
  await tellNames(workbook, journal, Object.fromEntries(names), room);
  const made: { readonly target: Target; readonly sheet: Excel.Worksheet }[] = [];
  for (const target of created)
    made.push({ target, sheet: await create(workbook, target, journal.run, room) });
  for (const xml of kept.add) {
    await room(xml.length * 2);
    workbook.customXmlParts.add(xml);
  }
  await commit(workbook, journal, room);
  for (const { target, sheet } of made) finish(sheet, writtenMark(target.task.plan));
  for (const each of redo) await carryOutRedo(workbook, each, snapshot, journal.run, room);
  for (const part of kept.remove) workbook.customXmlParts.getItemOrNullObject(part).delete();
  const inView = targets.filter(({ task }) => task.background !== true);
  const shown = inView.find(({ task }) => task.plan.kind === "roadmap") ?? inView[0];
  if (shown?.task.replace !== undefined) workbook.worksheets.getItem(shown.task.replace.sheetId).activate();
  else made.find(({ target }) => target === shown)?.sheet.activate();
  forgetJournal(workbook, parts);
  await context.sync();
}

async function create(
  workbook: Excel.Workbook,
  { task: { plan }, name, tableName }: Target,
  number: string,
  room: Room,
): Promise<Excel.Worksheet> {
  const sheet = workbook.worksheets.add(name);
  // named ours before anything is in it, so that what a failed run began is found again
  sheet.names.add(MARK, constant(plan.id)).visible = false;
  sheet.names.add(FINGERPRINT, constant(BEING_WRITTEN + number)).visible = false;
  for (const step of stepsOf(plan, tableName)) {
    await room(step.bytes);
    step.queue(sheet);
  }
  return sheet;
}

async function carryOutRedo(
  workbook: Excel.Workbook,
  work: SheetRedo,
  { own }: Snapshot,
  number: string,
  room: Room,
): Promise<void> {
  const sheet = workbook.worksheets.getItem(work.sheetId);
  const replace = own.find(({ sheetId }) => sheetId === work.sheetId);
  const steps = stepsOfRedo(work, standingOn(replace), number);
  for (const step of steps) {
    await room(step.bytes);
    step.queue(sheet);
  }
}

function stepsOfRedo(work: SheetRedo, standing: Standing, number: string): readonly WriteStep[] {
  switch (work.kind) {
    case "merge":
      return mergeSteps(work, number);
    case "append":
      return cellSteps(work.blocks);
    case "edit":
      return [editStep(work)];
    case "anew":
      return anewSteps(work, standing, number);
  }
}
