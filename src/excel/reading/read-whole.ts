import type { Snapshot, WorkbookPort } from "../port";
import { tellRecovery } from "../unfinished/recovered";
import type { Recovery } from "../recovery";

/**
 * The workbook once an unfinished run is put right. Whoever writes reads it so: a journal of its own would take the
 * place of that run's, and what the run began could neither be taken back nor finished any more.
 */
export async function readWhole(
  port: Pick<WorkbookPort, "read" | "removeUnfinished">,
  progress?: (done: number) => void,
): Promise<Snapshot> {
  return (await readRecovered(port, progress)).snapshot;
}

/** The same, with what was put right; null where nothing was unfinished. */
export async function readRecovered(
  port: Pick<WorkbookPort, "read" | "removeUnfinished">,
  progress?: (done: number) => void,
): Promise<{ readonly snapshot: Snapshot; readonly recovered: Recovery | null }> {
  const snapshot = await port.read(progress);
  if (!snapshot.unfinished) return { snapshot, recovered: null };
  const recovered = await port.removeUnfinished();
  tellRecovery(recovered);
  return { snapshot: await port.read(progress), recovered };
}
