import type { Snapshot, WorkbookPort } from "./port";

/**
 * The workbook once an unfinished run is put right. Whoever writes reads it so: a journal of its own would take the
 * place of that run's, and what the run began could neither be taken back nor finished any more.
 */
export async function readWhole(
  port: Pick<WorkbookPort, "read" | "removeUnfinished">,
  progress?: (done: number) => void,
): Promise<Snapshot> {
  const snapshot = await port.read(progress);
  if (!snapshot.unfinished) return snapshot;
  await port.removeUnfinished();
  return port.read(progress);
}
