import type { CellValue } from "../../domain/grid";
import { constantText, fingerprintOfGrid, MARK } from "../sheets/mark";
import type { Redo, RemoveRedo } from "./redo";

/** Cells of one answer: those of a page of the reader's. */
const PAGE_CELLS = 150_000;

/**
 * Goes on with a removal of sheets that broke off. What somebody has changed since stays, and so does the last sheet in
 * sight, and everything where the structure of the workbook was protected meanwhile.
 * @returns what stays for that reason
 */
export async function removeAgain(
  context: Excel.RequestContext,
  work: readonly Redo[],
): Promise<readonly string[]> {
  const removals = work.filter((each): each is RemoveRedo => each.kind === "remove");
  if (removals.length === 0) return [];
  const all = context.workbook.worksheets.load("items/id,items/name,items/visibility");
  context.workbook.protection.load("protected");
  await context.sync();
  const going = new Set<Excel.Worksheet>();
  for (const removal of removals) {
    const sheet = all.items.find(({ id }) => id === removal.sheetId);
    if (sheet !== undefined && (await isAsSeen(context, sheet, removal))) going.add(sheet);
  }
  const inSight = all.items.some((sheet) => !going.has(sheet) && sheet.visibility === "Visible");
  // Excel would refuse it at every start, and with it all else that is to be put right
  if (context.workbook.protection.protected) return [...going].map(({ name }) => `«${name}»`);
  if (inSight) for (const sheet of going) sheet.delete();
  return [];
}

/** Whether a sheet is the one that was seen, with the cells that it had. */
export async function isAsSeen(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { id, print, of }: RemoveRedo,
): Promise<boolean> {
  const mark = sheet.names.getItemOrNullObject(MARK).load("formula");
  await context.sync();
  if (mark.isNullObject || constantText(mark.formula) !== id) return false;
  return print === (await printOf(context, sheet, of));
}

/** Fingerprint of the cells of a sheet as they are now. */
export async function printOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  of: RemoveRedo["of"],
): Promise<string> {
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const none = { sheet: "", top: 0, left: 0, cells: [] };
  if (used.isNullObject) return fingerprintOfGrid(none);
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const cells: CellValue[][] = [];
  const most = Math.max(1, Math.floor(PAGE_CELLS / columnCount));
  for (let from = 0; from < rowCount; from += most) {
    const rows = Math.min(most, rowCount - from);
    const page = sheet.getRangeByIndexes(top + from, left, rows, columnCount).load(of);
    await context.sync();
    cells.push(...(page[of] as CellValue[][])); // strings, numbers and booleans
  }
  return fingerprintOfGrid({ ...none, top, left, cells });
}
