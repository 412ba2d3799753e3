/**
 * Between the last look at a sheet and the request that writes it Excel takes what the user types, and nobody would see
 * it. So the sheet is protected with the look and open again with the writing: Excel itself refuses an edit in between.
 * The protection has no password. These permissions, which nobody asks for alone, tell it from one of the user's, in a
 * copy of the sheet too.
 */
const OURS: Readonly<Excel.WorksheetProtectionOptions> = { allowPivotTables: true, allowEditScenarios: true };

/** Queues that a sheet takes no edits. Excel refuses where it is protected already. */
export function lock(sheet: Excel.Worksheet): void {
  sheet.protection.protect(OURS);
}

/** Queues that it takes them again. */
export function unlock(sheet: Excel.Worksheet): void {
  sheet.protection.unprotect();
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

/** Opens the sheets that a broken-off run left closed. */
export async function unlockAll(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<void> {
  if (sheets.length === 0) return;
  for (const sheet of sheets) unlock(sheet);
  await context.sync();
}
