import type { CellEdit } from "../domain/monitoring/corrections";
import type { Correction } from "../domain/results/corrections/correction";
import { writeCorrections } from "../domain/results/corrections/store";
import type { Settings } from "../domain/settings";
import { toWorkbookError } from "./errors";
import { undoMerges } from "./journal";
import { withLinks } from "./link-plan";
import { BEING_WRITTEN, constant, FINGERPRINT, MARK, writtenMark } from "./mark";
import { keptParts, mergeWork, withIds, type MergeWork } from "./merge-task";
import {
  WorkbookError,
  type OwnSheet,
  type SheetTask,
  type Snapshot,
  type WorkbookPort,
  type WrittenSheet,
} from "./port";
import { readWorkbook } from "./read-workbook";
import { CORRECTIONS_KEY, JOURNAL_KEY, SETTINGS_KEY } from "./settings";
import { uniqueName } from "./sheet-name";
import { asWritten, cellSteps, REQUEST_BYTES, stepsOf } from "./write-plan";

/** One batch; waits while the user edits a cell; every failure is a `WorkbookError`. */
async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw toWorkbookError(error);
  }
}

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

/** Empties an own sheet in place, so that references to it from elsewhere stay. */
function empty(sheet: Excel.Worksheet, { tables, grid, charts }: OwnSheet): void {
  for (const name of tables) sheet.tables.getItem(name).delete();
  for (const name of charts ?? []) sheet.charts.getItem(name).delete();
  const all = sheet.getRange();
  all.unmerge();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear("Contents");
  // a row that was high for a text of the earlier run must not stay so under another text
  if (grid !== null) sheet.getRange(`1:${grid.top + grid.cells.length}`).format.autofitRows();
  all.clear();
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
}

/** Names the sheet ours before anything is in it, so that what a failed run began is found again. */
function markBegun(sheet: Excel.Worksheet, { plan, replace }: SheetTask): void {
  if (replace === undefined) sheet.names.add(MARK, constant(plan.id)).visible = false;
  else sheet.names.getItem(FINGERPRINT).delete();
  sheet.names.add(FINGERPRINT, constant(BEING_WRITTEN)).visible = false;
}

function markWritten(sheet: Excel.Worksheet, { plan, replace, merge }: SheetTask): void {
  if (merge === undefined || typeof replace?.written === "string") sheet.names.getItem(FINGERPRINT).delete();
  sheet.names.add(FINGERPRINT, constant(writtenMark(plan))).visible = false;
}

/**
 * Writes the sheets. A batch is not a transaction, so a journal in the workbook names the new sheets first; it goes
 * with the last request. After a failure, or at the next start, sheets of an unfinished journal are removed.
 */
async function write(
  tasks: readonly SheetTask[],
  snapshot: Snapshot,
  edits: readonly CellEdit[] = [],
): Promise<readonly WrittenSheet[]> {
  protectionGuard(tasks, snapshot);
  const targets = targetsOf(tasks, snapshot);
  const merges = targets.flatMap(({ merge }) => merge ?? []);
  const created = targets.filter(({ task }) => task.replace === undefined).map(({ name }) => name);
  try {
    await run(async (context) => {
      const { workbook } = context;
      let bytes = 0;
      const room = async (needed: number): Promise<void> => {
        if (bytes > 0 && bytes + needed > REQUEST_BYTES) {
          await context.sync();
          bytes = 0;
        }
        bytes += needed;
      };
      workbook.settings.add(JOURNAL_KEY, JSON.stringify(created));
      const journal: Excel.CustomXmlPart[] = [];
      for (const { journal: xml } of merges) {
        if (xml === null) continue;
        await room(xml.length * 2);
        journal.push(workbook.customXmlParts.add(xml));
      }
      await context.sync();
      bytes = 0;
      for (const target of targets) {
        const { task, name, tableName, merge } = target;
        const sheets = context.workbook.worksheets;
        const sheet = task.replace === undefined ? sheets.add(name) : sheets.getItem(task.replace.sheetId);
        if (task.append !== undefined) {
          for (const step of cellSteps(task.append)) {
            await room(step.bytes);
            step.queue(sheet);
          }
          continue;
        }
        if (merge === null) {
          markBegun(sheet, task);
          if (task.replace !== undefined) empty(sheet, task.replace);
        }
        for (const step of merge?.steps ?? stepsOf(task.plan, tableName)) {
          await room(step.bytes);
          step.queue(sheet);
        }
        markWritten(sheet, task);
      }
      const kept = keptParts(
        targets.map(({ task: { plan } }) => plan),
        tasks,
        snapshot,
      );
      for (const xml of kept.add) {
        await room(xml.length * 2);
        workbook.customXmlParts.add(xml);
      }
      for (const part of kept.remove) workbook.customXmlParts.getItem(part).delete();
      for (const part of journal) part.delete();
      for (const { sheet, address, value } of edits)
        workbook.worksheets.getItem(sheet).getRange(address).values = [[asWritten(value)]];
      const shown = targets.find(({ task }) => task.plan.kind === "roadmap") ?? targets[0];
      if (shown !== undefined)
        context.workbook.worksheets.getItem(shown.task.replace?.sheetId ?? shown.name).activate();
      context.workbook.settings.getItem(JOURNAL_KEY).delete();
      await context.sync();
    });
  } catch (error) {
    await removeUnfinished().catch(() => undefined); // the journal stays, the next start tries again
    throw error;
  }
  return targets.map(({ task: { plan, replace }, name, merge }) => ({
    id: plan.id,
    kind: plan.kind,
    name,
    how: replace === undefined ? "created" : "updated",
    ...(plan.measures === undefined ? {} : { measures: plan.measures }),
    ...(plan.indicators === undefined ? {} : { indicators: plan.indicators }),
    ...(merge === null ? {} : { merged: merge.report }),
  }));
}

/**
 * Removes sheets that an unfinished run began: only those that its journal names and that carry the add-in's mark.
 * @returns their names
 */
async function removeUnfinished(): Promise<readonly string[]> {
  return run(async (context) => {
    await undoMerges(context);
    const journal = context.workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("value");
    await context.sync();
    if (journal.isNullObject) return [];
    const names = journalNames(journal.value);
    const sheets = names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name");
      return { sheet, mark: sheet.names.getItemOrNullObject(MARK).load("name") };
    });
    await context.sync();
    const removed = sheets.filter(({ sheet, mark }) => !sheet.isNullObject && !mark.isNullObject);
    const gone = removed.map(({ sheet }) => sheet.name);
    for (const { sheet } of removed) sheet.delete();
    journal.delete();
    await context.sync();
    return gone;
  });
}

function journalNames(value: unknown): string[] {
  try {
    const names: unknown = JSON.parse(String(value));
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
  } catch {
    return [];
  }
}

/** The open workbook, through Office.js. */
export const officeWorkbook: WorkbookPort = {
  read: (progress) => run((context) => readWorkbook(context, progress)),
  write,
  removeUnfinished,
  saveSettings: (settings: Settings) =>
    run(async (context) => {
      context.workbook.settings.add(SETTINGS_KEY, JSON.stringify(settings));
      await context.sync();
    }),
  saveCorrections: (list: readonly Correction[]) =>
    run(async (context) => {
      context.workbook.settings.add(CORRECTIONS_KEY, writeCorrections(list));
      await context.sync();
    }),
  select: ({ sheet, address }) =>
    run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    }),
};
