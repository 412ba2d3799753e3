import { BEING_WRITTEN, constantText, FINGERPRINT, MARK } from "../sheets/mark";
import type { LeftWork, RemoveRedo } from "./redo";
import { isAsSeen, printOf } from "./remove-again";

/** A new sheet of a run that broke off and could not be taken back: the structure of the workbook is protected. */
export interface BegunLeft extends LeftWork {
  readonly work: RemoveRedo;
  readonly name: string;
}

export const isBegun = (left: LeftWork): left is LeftWork & { readonly work: RemoveRedo } =>
  left.work.kind === "remove";

/** What is to be kept of a sheet that a run began, so that a later start takes it back. @param id ours of the sheet */
export async function leaveBegun(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  id: string,
  run: string,
): Promise<BegunLeft> {
  const print = await printOf(context, sheet, "formulas");
  const work: RemoveRedo = { kind: "remove", sheetId: sheet.id, id, print, of: "formulas" };
  return { run, work, name: sheet.name };
}

/**
 * Takes back what an earlier start could not. A sheet that the user changed since stays, and still no run may go by it:
 * what is missing there would be missing in every document.
 * @returns names of those that were removed, and what is left for the next start
 */
export async function takeBackAgain(
  context: Excel.RequestContext,
  waiting: readonly (LeftWork & { readonly work: RemoveRedo })[],
): Promise<{ readonly removed: readonly string[]; readonly stay: readonly BegunLeft[] }> {
  if (waiting.length === 0) return { removed: [], stay: [] };
  const { workbook } = context;
  workbook.protection.load("protected");
  const seen = waiting.map((each) => {
    const sheet = workbook.worksheets.getItemOrNullObject(each.work.sheetId).load("name");
    const nameOf = (name: string): Excel.NamedItem => sheet.names.getItemOrNullObject(name).load("formula");
    return { each, sheet, mark: nameOf(MARK), fingerprint: nameOf(FINGERPRINT) };
  });
  await context.sync();
  const removed: string[] = [];
  const stay: BegunLeft[] = [];
  for (const { each, sheet, mark, fingerprint } of seen) {
    if (sheet.isNullObject) continue; // the user deleted it
    // one that was only just added is not marked yet; another run's fingerprint: it was written anew since
    const { run, work } = each;
    if (!fingerprint.isNullObject && constantText(fingerprint.formula) !== BEING_WRITTEN + run) continue;
    const { name } = sheet;
    const bare = mark.isNullObject && fingerprint.isNullObject;
    const isSame = bare
      ? work.print === (await printOf(context, sheet, work.of))
      : await isAsSeen(context, sheet, work);
    if (workbook.protection.protected || !isSame) {
      stay.push({ ...each, name });
      continue;
    }
    sheet.delete();
    removed.push(name);
  }
  return { removed, stay };
}
