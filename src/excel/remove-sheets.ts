import { constantText, MARK } from "./mark";
import { WorkbookError, type OwnSheet } from "./port";
import { run } from "./requests";

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
   * @throws WorkbookError `sheetGone` where one of them is no longer there or no longer ours
   */
  remove(sheets: readonly Pick<OwnSheet, "sheetId" | "id" | "name">[]): Promise<Removal>;
}

async function removeIn(
  context: Excel.RequestContext,
  wanted: Parameters<SheetRemover["remove"]>[0],
): Promise<Removal> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const all = workbook.worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  if (workbook.protection.protected) throw new WorkbookError("structureProtected", "");
  const found = wanted.map(({ sheetId, id, name }) => {
    const sheet = all.items.find((each) => each.id === sheetId);
    if (sheet === undefined) throw new WorkbookError("sheetGone", name);
    return { sheet, id, mark: sheet.names.getItemOrNullObject(MARK).load("formula") };
  });
  await context.sync();
  for (const { sheet, id, mark } of found)
    if (mark.isNullObject || constantText(mark.formula) !== id)
      throw new WorkbookError("sheetGone", sheet.name);
  const gone = new Set(found.map(({ sheet }) => sheet.id));
  const inSight = all.items.some(({ id, visibility }) => !gone.has(id) && visibility === "Visible");
  if (!inSight) return { kind: "lastSheet" };
  const names = found.map(({ sheet }) => sheet.name);
  for (const { sheet } of found) sheet.delete();
  await context.sync(); // all the deletions in one request
  return { kind: "removed", names };
}

/** The open workbook's sheets, through Office.js. */
export const sheetRemover: SheetRemover = {
  // one request deletes them all: there is no middle at which it could stop
  remove: (sheets) => run((context) => removeIn(context, sheets), { stoppable: false }),
};
