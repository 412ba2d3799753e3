import { type Snapshot, WorkbookError } from "../port";

/**
 * A run must not go by a sheet that is half written: what is missing there would be missing in every document.
 * @param sources names of the sheets that the run goes by
 * @throws WorkbookError `inputLocked` where one of them waits until it is not protected any more, `inputHalf` where a new
 * one waits to be taken away
 */
export function refuseWaiting(
  { waiting = [], own }: Pick<Snapshot, "waiting" | "own">,
  sources: readonly string[],
): void {
  const found = waiting.filter((name) => sources.includes(name));
  if (found.length === 0) return;
  const locked = found.filter((name) => own.some((sheet) => sheet.name === name && sheet.protected));
  if (locked.length > 0) throw new WorkbookError("inputLocked", locked.join("\n"));
  throw new WorkbookError("inputHalf", found.join("\n"));
}
