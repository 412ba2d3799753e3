import { cellAddress } from "../../domain/grid";
import { journalInPlace } from "../unfinished/journal";
import { WorkbookError } from "../port";
import {
  type Back,
  backOf,
  type Before,
  BYTES_OF_CELL,
  isArray,
  keepBack,
  loadBefore,
  placesOf,
} from "../unfinished/put-back";
import { commit, forgetJournal, keepJournal, runNumber } from "../unfinished/put-right";
import type { ValuesRedo } from "../unfinished/redo";
import { run } from "../runs/requests";
import { roomOf } from "../sheets/room";
import { REQUEST_BYTES } from "../sheets/write-plan";
import { bytesOfValues, isAsRead, rangeOf } from "../unfinished/values-again";

/** A formula that becomes values, with the name of its sheet as the user knows it. */
export interface ValuesWork extends ValuesRedo {
  readonly sheet: string;
}

interface Cells {
  readonly each: ValuesWork;
  readonly sheet: Excel.Worksheet;
}

/**
 * Writes values in place of formulas, all or none: what breaks off is finished from the journal. These are sheets of the
 * user's, which are not closed between the look and the writing: that would clear Excel's list of what can be undone. So
 * the request that writes looks once more at what it covers; where that is not what was read, all goes back.
 * @param begun called when every formula was seen to stand where it was read, with the same answer
 * @throws WorkbookError `changedMeanwhile` with the first cell that holds something else by now; `overwritten` where what
 * the user did in the moment of the writing could not be kept to be put back
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
  const cells: (Cells & { readonly range: Excel.Range })[] = [];
  for (const each of work) {
    await room(bytesOfValues(each.values));
    const sheet = workbook.worksheets.getItemOrNullObject(each.sheetId).load("name");
    cells.push({ each, sheet, range: rangeOf(sheet, each).load("formulas,values") });
  }
  const locked = cells.map(({ sheet }) => sheet.protection.load("protected"));
  await context.sync();
  for (const [index, { each, sheet, range }] of cells.entries()) {
    if (sheet.isNullObject || sheet.name !== each.sheet || !isAsRead(range, each)) throw changed(each);
    if (locked[index]?.protected === true) throw new WorkbookError("sheetProtected", each.sheet);
  }
  begun();
  await commit(workbook, journal, roomOf(context));
  const written: Written[] = [];
  const requests = requestsOf(cells);
  for (const [index, request] of requests.entries()) {
    const now = queue(request);
    if (index === requests.length - 1) forgetJournal(workbook, parts);
    await context.sync();
    written.push(...now);
    const users = now.filter((one) => isUsers(one, index === 0));
    if (users.length > 0) await takeBack(journal.run, written, users);
  }
}

const changed = ({ sheet, row, column }: ValuesWork): WorkbookError =>
  new WorkbookError("changedMeanwhile", `«${sheet}», ${cellAddress(row, column)}`);

/** Of the calls that look at cells and write them. */
function bytesOf({ values }: ValuesWork): number {
  const cells = values.flat().length;
  return 2 * bytesOfValues(values) + (cells > 1 ? BYTES_OF_CELL * cells : 0);
}

function requestsOf(cells: readonly Cells[]): readonly (readonly Cells[])[] {
  const requests: Cells[][] = [[]];
  let bytes = 0;
  for (const each of cells) {
    bytes += bytesOf(each.each);
    if (bytes > REQUEST_BYTES && requests.at(-1)?.length !== 0) {
      requests.push([]);
      bytes = bytesOf(each.each);
    }
    requests.at(-1)?.push(each);
  }
  return requests;
}

interface Written {
  readonly each: ValuesWork;
  readonly before: Before;
}

/** All is looked at before the first is written: a formula may read another's cell. */
function queue(request: readonly Cells[]): readonly Written[] {
  const now = request.map(({ each, sheet }) => {
    const { values } = each;
    return { each, before: loadBefore(rangeOf(sheet, each), values.length, values[0]?.length) };
  });
  for (const { each, sheet } of request) rangeOf(sheet, each).values = each.values.map((line) => [...line]);
  return now;
}

/**
 * Whether the cells held something else than the formula and what it fills. Its answer counts in the first request alone:
 * from then on what was written may be what changes it.
 */
function isUsers({ each, before }: Written, first: boolean): boolean {
  if (first && !isAsRead(before.range, each)) return true;
  const { formula, values } = each;
  return before.range.formulas[0]?.[0] !== formula || (values.flat().length > 1 && !isArray(before));
}

/** Whoever tidies up puts back what is kept here, at once or at the next start. */
async function takeBack(
  number: string,
  written: readonly Written[],
  users: readonly Written[],
): Promise<never> {
  const back = ({ each, before }: Written): Back => {
    const { sheetId, row, column, values } = each;
    return backOf(before, { sheetId, row, column }, values);
  };
  try {
    await run((context) => keepBack(context, number, written.map(back)), { stoppable: false });
  } catch {
    const places = users.flatMap((one) =>
      placesOf(back(one)).map((place) => `«${one.each.sheet}», ${place}`),
    );
    throw new WorkbookError("overwritten", places.join("; "));
  }
  const [first] = users;
  throw first === undefined ? new WorkbookError("changedMeanwhile", "") : changed(first.each);
}
