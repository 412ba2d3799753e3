import { cellAddress } from "../domain/grid";
import { journalInPlace } from "./journal";
import { WorkbookError } from "./port";
import { commit, forgetJournal, keepJournal, runNumber } from "./put-right";
import { bytesOfValues, type ValuesRedo } from "./redo";
import { roomOf } from "./room";

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
    const { row, column, values, sheetId } = each;
    await room(bytesOfValues(values));
    const sheet = workbook.worksheets.getItemOrNullObject(sheetId).load("name");
    const range = sheet.getRangeByIndexes(row, column, values.length, values[0]?.length ?? 1);
    cells.push({ each, sheet, range: range.load("formulas,values") });
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

/** An answer that is another by now is out of date, and a cell that it does not fill any more may be the user's. */
function isAsRead({ formulas, values }: Excel.Range, { formula, values: read }: ValuesWork): boolean {
  return (
    formulas[0]?.[0] === formula &&
    read.every((line, row) => line.every((value, column) => asValue(values[row]?.[column]) === value))
  );
}

/** Text keeps what it is by an apostrophe, which is not part of the value: «1.1», «#N/A» and «=…» stay text. */
export const asValue = (value: unknown): unknown =>
  typeof value === "string" && value !== "" ? `'${value}` : value;
