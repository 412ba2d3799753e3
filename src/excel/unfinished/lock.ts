import { toWorkbookError } from "../runs/errors";

/**
 * Between the last look at a sheet and the request that writes it Excel takes what the user types, and nobody would see
 * it. So the sheet is protected with the look and open again with the writing: Excel itself refuses an edit in between.
 * The protection has no password. The journal names the sheets; these permissions tell the protection from one that the
 * user gave such a sheet since, and a copy of the sheet has them too.
 */
const OURS: Readonly<Excel.WorksheetProtectionOptions> = { allowPivotTables: true, allowEditScenarios: true };

/**
 * Whether Excel opens what an add-in closed. Some builds (Version 2605 of Microsoft 365) refuse even that, office-js issue
 * 6784: once one did, nothing is closed any more until the add-in starts anew, and what is typed in that moment is only
 * noticed before it.
 */
export const closing = { works: true };

/** Queues that a sheet takes no edits. Excel refuses where it is protected already. */
export function lock(sheet: Excel.Worksheet): void {
  sheet.protection.protect(OURS);
}

/** Queues that it takes them again. */
export function unlock(sheet: Excel.Worksheet): void {
  sheet.protection.unprotect();
}

/**
 * Queues that no sheet can be renamed, moved, added or deleted. Without a password, too: whoever finds the workbook closed
 * opens it by «Рецензирование → Защитить книгу». Excel refuses where the structure is protected already.
 */
export function lockStructure(workbook: Excel.Workbook): void {
  workbook.protection.protect();
}

/** Queues that they can again. */
export function unlockStructure(workbook: Excel.Workbook): void {
  workbook.protection.unprotect();
}

/** Loads how a sheet is protected, for `isLocked`. */
export function loadLock(sheet: Excel.Worksheet): void {
  sheet.protection.load("protected,options");
}

/** Whether a run closed the sheet and did not come to opening it. */
export function isLocked({ protection }: Excel.Worksheet): boolean {
  if (!protection.protected) return false;
  const allowed = Object.entries(protection.options).flatMap(([name, value]) =>
    value === true ? [name] : [],
  );
  return allowed.sort().join() === Object.keys(OURS).sort().join();
}

/**
 * What Excel says of what it does not change, such as a sheet whose protection got a password since. A lost answer, or a
 * cell that is being edited, is no such word.
 */
export const REFUSALS: ReadonlySet<string> = new Set(["denied", "hostFailed"]);

/** Opens the sheets that a broken-off run left closed. One that Excel does not open stays: it must not come in the way of every later start. */
export async function unlockAll(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<void> {
  if (sheets.length === 0) return;
  try {
    for (const sheet of sheets) unlock(sheet);
    await context.sync();
  } catch (error) {
    const { code } = toWorkbookError(error);
    if (!REFUSALS.has(code)) throw error;
    // each by itself, so that only what Excel refuses stays
    if (sheets.length === 1) closing.works &&= code !== "denied";
    else for (const sheet of sheets) await unlockAll(context, [sheet]);
  }
}

/** Opens the structure that a broken-off run left closed, in two tries. One that got a password since stays closed. */
export async function openStructure(context: Excel.RequestContext): Promise<void> {
  for (let tries = 2; tries > 0; tries--)
    try {
      unlockStructure(context.workbook);
      await context.sync();
      return;
    } catch (error) {
      const { code } = toWorkbookError(error);
      if (!REFUSALS.has(code)) throw error;
      if (tries === 1) closing.works &&= code !== "denied";
    }
}
