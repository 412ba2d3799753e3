import { cellAddress } from "../../domain/grid";
import { journalInPlace } from "../unfinished/journal";
import { WorkbookError } from "../port";
import { commit, forgetJournal, keepJournal, runNumber } from "../unfinished/put-right";
import type { ValuesRedo } from "../unfinished/redo";
import { roomOf } from "../sheets/room";
import { bytesOfValues, isAsRead, rangeOf } from "../unfinished/values-again";

/** A formula that becomes values, with the name of its sheet as the user knows it. */
export interface ValuesWork extends ValuesRedo {
  readonly sheet: string;
}

/**
 * Writes values in place of formulas, all or none: what breaks off is finished from the journal.
 * @param begun called when every formula was seen to stand where it was read, with the same answer
 * @throws WorkbookError `changedMeanwhile` with the first cell that holds something else by now
 */
export async function writeValues(
  context: Excel.RequestContext,
  work: readonly ValuesWork[],
  begun: () => void,
): Promise<void> {
  const { workbook } = context;
  const journal = journalInPlace(runNumber());
  const room = roomOf(context);
  const parts = await keepJournal(context, journal, work, room);
  const cells: { readonly each: ValuesWork; readonly sheet: Excel.Worksheet; readonly range: Excel.Range }[] =
    [];
  for (const each of work) {
    await room(bytesOfValues(each.values));
    const sheet = workbook.worksheets.getItemOrNullObject(each.sheetId).load("name");
    cells.push({ each, sheet, range: rangeOf(sheet, each).load("formulas,values") });
  }
  const locked = cells.map(({ sheet }) => sheet.protection.load("protected"));
  await context.sync();
  for (const [index, { each, sheet, range }] of cells.entries()) {
    if (sheet.isNullObject || sheet.name !== each.sheet || !isAsRead(range, each))
      throw new WorkbookError("changedMeanwhile", `«${each.sheet}», ${cellAddress(each.row, each.column)}`);
    if (locked[index]?.protected === true) throw new WorkbookError("sheetProtected", each.sheet);
  }
  begun();
  await commit(workbook, journal, room);
  for (const { each, range } of cells) {
    await room(bytesOfValues(each.values));
    range.values = each.values.map((line) => [...line]);
  }
  forgetJournal(workbook, parts);
  await context.sync();
}
