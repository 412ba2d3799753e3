import type { CellEdit } from "../../domain/monitoring/corrections";
import { edits, noteCame, noteEdit } from "./edits";
import { listen } from "./listening";
import { constantText, kindOf, MARK } from "../sheets/mark";
import type { SheetTask, Snapshot } from "../port";
import { run } from "../runs/requests";

/** Milliseconds in which Excel tells of a write after it was done. */
const ECHO = 1000;

/** A write of this add-in that goes on or may still be told of. */
interface OwnWrite {
  readonly touches: (sheetId: string) => boolean;
  until: number;
}
let ownWrites: readonly OwnWrite[] = [];

/** Runs what writes into these sheets: what Excel tells of them meanwhile is no edit of the user's. */
export async function asOwnWrite<T>(touches: OwnWrite["touches"], write: () => Promise<T>): Promise<T> {
  const now: OwnWrite = { touches, until: Infinity };
  ownWrites = [...ownWrites.filter(({ until }) => until > Date.now()), now];
  try {
    return await write();
  } finally {
    now.until = Date.now() + ECHO;
  }
}

/** Sheets that a run writes: those of its tasks and edits, and whatever comes new. */
export function writtenBy(
  tasks: readonly SheetTask[],
  { sheets = [] }: Snapshot,
  cells: readonly CellEdit[],
): OwnWrite["touches"] {
  const named = new Set(cells.map(({ sheet }) => sheet));
  const others = new Set(sheets.filter(({ name }) => !named.has(name)).map(({ id }) => id));
  for (const { replace } of tasks) if (replace !== undefined) others.delete(replace.sheetId);
  return (sheetId) => !others.has(sheetId);
}

function isOwnWrite(args: Excel.WorksheetChangedEventArgs): boolean {
  if (args.source === "Remote") return false;
  // an Excel that says who it was says so of the user too; in others it is known by the time and by the sheet
  const says = Office.context.requirements.isSetSupported("ExcelApi", "1.14");
  if (says && args.triggerSource === "Unknown") return false;
  const { worksheetId } = args;
  if (edits.getState().came.get(worksheetId)?.own === null) return false; // a new sheet of the user's
  return ownWrites.some(({ until, touches }) => until > Date.now() && touches(worksheetId));
}

/**
 * Listens to what the user and co-authors do to sheets, and notes it in `edits`; what the add-in writes is left out.
 * @returns ends the listening; where Excel refuses, nothing is ever noted
 */
export const watchEdits = (): Promise<() => void> =>
  listen({
    changed: (args) => {
      if (!isOwnWrite(args)) noteEdit(args.worksheetId, "edited");
    },
    added: (sheetId) => {
      lookAt(sheetId).catch(() => undefined); // gone again
    },
    deleted: (sheetId) => {
      noteEdit(sheetId, "deleted");
    },
    // the add-in renames nothing; what is shown names the sheet as it was called
    renamed: (sheetId) => {
      noteEdit(sheetId, "edited");
    },
  });

/** Whose a sheet is that came, and whether there is something on it already. */
async function lookAt(sheetId: string): Promise<void> {
  await run(
    async ({ workbook }) => {
      const sheet = workbook.worksheets.getItemOrNullObject(sheetId).load("name");
      const mark = sheet.names.getItemOrNullObject(MARK).load("formula");
      const used = sheet.getUsedRangeOrNullObject(true).load("address");
      await workbook.context.sync();
      if (sheet.isNullObject) return;
      const id = mark.isNullObject ? null : constantText(mark.formula);
      const own = id === null || kindOf(id) === null ? null : id;
      noteCame(sheetId, { name: sheet.name, own });
      if (own === null && !used.isNullObject) noteEdit(sheetId, "added");
    },
    { stoppable: false },
  );
}
