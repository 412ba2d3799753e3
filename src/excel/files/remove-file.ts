import { FILES_ID, planFiles, readKept, type FileStore } from "../../domain/documents/files-sheet";
import { addedFiles } from "./added-files";
import type { WorkbookPort } from "../port";
import { readWhole } from "../reading/read-whole";
import { asRun } from "../runs/runs";
import { refuseWaiting } from "../unfinished/waiting";

/**
 * Forgets a file that was added: its results of this run and its rows of «Добавленные файлы». Other rows stay, those
 * that cannot be read too. Copies of its sheets are the user's to delete.
 * @throws WorkbookError when Excel refuses; nothing is forgotten then
 */
export async function removeFile(port: WorkbookPort, file: string): Promise<void> {
  await asRun("files", ({ bound }) => removeRows(bound(port), file));
  addedFiles.setState(({ grids, failures = [] }) => ({
    grids: grids.filter((grid) => grid.file !== file),
    failures: failures.filter((failure) => failure.file !== file),
  }));
}

async function removeRows(port: WorkbookPort, file: string): Promise<void> {
  const snapshot = await readWhole(port);
  const sheet = snapshot.own.find(({ id }) => id === FILES_ID);
  refuseWaiting(snapshot, sheet === undefined ? [] : [sheet.name]); // what is to be forgotten would come back
  if (sheet?.grid == null) return;
  const shown = sheet.shown ?? sheet.grid;
  const before = readKept(shown, new Set());
  const after = readKept(shown, new Set([file]), sheet.grid);
  const had = rowsOf(before) > rowsOf(after);
  if (had) await port.write([{ plan: planFiles(after, "always"), replace: sheet }], snapshot);
}

function rowsOf({ results, journal, remarks, unread }: FileStore): number {
  return results.length + journal.length + remarks.length + unread.length;
}
