import { asOwnWrite } from "../edits/watch-edits";
import { exclusive } from "../runs/exclusive";
import { type Journal, journalInPlace } from "../unfinished/journal";
import { constantText, fingerprintOfGrid, isInput, MARK } from "../sheets/mark";
import { WorkbookError, type OwnSheet } from "../port";
import { closing, lockStructure, unlockStructure } from "../unfinished/lock";
import { commit, forgetJournal, journaled, keepJournal, runNumber } from "../unfinished/put-right";
import { recover } from "../unfinished/recover";
import { tellRecovery } from "../unfinished/recovered";
import type { RemoveRedo } from "../unfinished/redo";
import { toWorkbookError } from "../runs/errors";
import { run } from "../runs/requests";
import { JOURNAL_KEY } from "../settings";
import { roomOf } from "../sheets/room";
import { checkUnchanged } from "./verify";

/** What became of a wish to remove sheets. */
export type Removal =
  | { readonly kind: "removed"; readonly names: readonly string[] }
  /** No other sheet would be left in sight, which Excel does not allow; nothing was removed. */
  | { readonly kind: "lastSheet" };

/** Removes sheets of the workbook; loaded when the user asks for it. */
export interface SheetRemover {
  /**
   * Removes all of these sheets or none; there is no undo. A sheet is known by Excel's id and by our mark, so nothing
   * that the user made is ever removed.
   * @param sheets as the user saw them when they agreed
   * @throws WorkbookError `sheetGone` where one of them is no longer there or no longer ours, `changedMeanwhile` where
   * its cells are not as the user saw them
   */
  remove(sheets: readonly OwnSheet[]): Promise<Removal>;
}

/** Whether the sheets are there and ours, and another one stays in sight. */
async function mayGo(context: Excel.RequestContext, wanted: readonly OwnSheet[]): Promise<boolean> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const all = workbook.worksheets.load("items/id,items/name,items/visibility");
  const found = wanted.map((sheet) => {
    const there = workbook.worksheets.getItemOrNullObject(sheet.sheetId);
    return { sheet, there, mark: there.names.getItemOrNullObject(MARK).load("formula") };
  });
  await context.sync();
  if (workbook.protection.protected) throw new WorkbookError("structureProtected", "");
  for (const { sheet, there, mark } of found)
    if (there.isNullObject || mark.isNullObject || constantText(mark.formula) !== sheet.id)
      throw new WorkbookError("sheetGone", sheet.name);
  const gone = new Set(wanted.map(({ sheetId }) => sheetId));
  return all.items.some(({ id, visibility }) => !gone.has(id) && visibility === "Visible");
}

function removalOf({ sheetId, id, kind, grid }: OwnSheet): RemoveRedo {
  const print = fingerprintOfGrid(grid ?? { sheet: "", top: 0, left: 0, cells: [] });
  return { kind: "remove", sheetId, id, print, of: isInput(kind) ? "values" : "formulas" };
}

/**
 * Deletions have no undo, so a removal that breaks off is finished from the journal. Between the look and the deletion
 * the sheets take no edits and the structure of the workbook is closed: a sheet that the user calls by another name in
 * that moment is not what they agreed to lose.
 */
async function removeAll(context: Excel.RequestContext, wanted: readonly OwnSheet[], begun: () => void) {
  const { workbook } = context;
  const closes = closing.works;
  const held = wanted.flatMap((sheet) => (sheet.protected || !closes ? [] : [sheet.sheetId])); // a protected one takes no edits anyway
  const others = journalInPlace(runNumber(), held);
  const journal: Journal = closes ? { ...others, structure: true } : others;
  const room = roomOf(context);
  const parts = await keepJournal(context, journal, wanted.map(removalOf), room);
  await checkUnchanged(context, {
    snapshot: { name: "", own: wanted, grids: [], sheets: [] },
    sources: wanted.map(({ name }) => name),
    names: [],
    written: new Set(),
    held,
    close: () => {
      if (closes) lockStructure(workbook);
    },
  }).catch((error: unknown) => disown(error, others));
  begun();
  if (closes) unlockStructure(workbook);
  await commit(workbook, journal, room);
  for (const { sheetId } of wanted) workbook.worksheets.getItem(sheetId).delete();
  forgetJournal(workbook, parts);
  await context.sync();
}

/**
 * The user protected the structure since `mayGo`: it is theirs, and whoever tidies up must not open it.
 * @param journal without the structure
 */
async function disown(error: unknown, journal: Journal): Promise<never> {
  const { code, detail } = toWorkbookError(error);
  if (code !== "denied" || !/^WorkbookProtection\.protect/i.test(detail)) throw error;
  await run(
    async ({ workbook }) => {
      workbook.settings.add(JOURNAL_KEY, JSON.stringify(journal));
      await workbook.context.sync();
    },
    { stoppable: false },
  );
  throw new WorkbookError("structureProtected", "");
}

/** The open workbook's sheets, through Office.js. */
export const sheetRemover: SheetRemover = {
  remove: (sheets) =>
    exclusive(async () => {
      // the journal of an unfinished run must not be lost; what it changes is no longer as the user saw it
      tellRecovery(
        await asOwnWrite(
          () => true,
          () => run(recover, { stoppable: false }),
        ),
      );
      if (!(await run((context) => mayGo(context, sheets)))) return { kind: "lastSheet" };
      const ids = sheets.flatMap((sheet) => (sheet.protected ? [] : [sheet.sheetId]));
      await journaled(ids, (context, begun) => removeAll(context, sheets, begun));
      return { kind: "removed", names: sheets.map(({ name }) => name) };
    }),
};
