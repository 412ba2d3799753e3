import { explained } from "../runs/denied";
import type { Journal } from "./journal";
import { WorkbookError, type WorkbookErrorCode } from "../port";
import { recover } from "./recover";
import { redoParts, type Redo } from "./redo";
import { run } from "../runs/requests";
import type { Room } from "../sheets/room";
import { JOURNAL_KEY } from "../settings";

/** The number of a run, by which its own sheets are told from those of another. */
export const runNumber = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

/**
 * Runs a batch that keeps a journal while it writes. Where it fails, the workbook is put right: what was begun is taken
 * back or finished.
 * @param sheets ids of the sheets that are there and change
 * @param batch calls `begun` when all was checked and the writing begins
 * @throws WorkbookError where the workbook is not as the batch was to leave it
 */
export async function journaled(
  sheets: readonly string[],
  batch: (context: Excel.RequestContext, begun: () => void) => Promise<void>,
): Promise<void> {
  let writing = false;
  try {
    await run((context) =>
      batch(context, () => {
        writing = true;
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (!(await isDoneAfterAll(error, writing))) throw await explained(error, sheets);
  }
}

/** What is said of a workbook that was put right as far as protection lets. */
const SAID: ReadonlySet<WorkbookErrorCode> = new Set(["leftLocked", "structureProtected", "overwritten"]);

/**
 * Puts the workbook right after a failure.
 * @returns true where the run is whole in spite of it: its last answer was lost, or it could be finished
 */
async function isDoneAfterAll(error: WorkbookError, begun: boolean): Promise<boolean> {
  // Excel does not answer: the next start looks after it; or what was to be put right could not even be kept
  if (error.code === "noAnswer" || error.code === "overwritten") return false;
  const overwrote = begun && error.code === "changedMeanwhile"; // the journal has what stood there
  try {
    const { outcome, locked = [], ...stays } = await run(recover, { stoppable: false });
    const left = [
      ...(stays.overwritten ?? []),
      ...(stays.left ?? []),
      ...[...(stays.begun ?? []), ...(stays.lost ?? [])].map((name) => `«${name}»`),
    ];
    if (outcome === "finished" && locked.length > 0) throw new WorkbookError("leftLocked", locked.join("\n"));
    if (left.length > 0) {
      if (overwrote) throw new WorkbookError("overwritten", left.join("; "));
      const why = await explained(error, []);
      // nothing but sheets to be removed: Excel refused the first of them, so all are there
      throw why.code === "structureProtected" ? why : new WorkbookError("leftUnfinished", left.join("; "));
    }
    // finished but for a sheet that the user deleted: they are to know
    return (outcome === "finished" && error.code !== "sheetGone") || (outcome === "nothing" && begun);
  } catch (again) {
    if (again instanceof WorkbookError && SAID.has(again.code)) throw again;
    if (!begun) return false; // nothing but the journal is there
    if (overwrote) throw new WorkbookError("overwritten", error.detail);
    throw new WorkbookError("leftUnfinished", `${error.message}; ${String(again)}`);
  }
}

/** Queues the journal of a run and the parts that keep its work. */
export async function keepJournal(
  { workbook }: Excel.RequestContext,
  journal: Journal,
  work: readonly Redo[],
  room: Room,
): Promise<readonly Excel.CustomXmlPart[]> {
  const parts: Excel.CustomXmlPart[] = [];
  workbook.settings.add(JOURNAL_KEY, JSON.stringify(journal));
  for (const xml of redoParts(work)) {
    await room(xml.length * 2);
    parts.push(workbook.customXmlParts.add(xml));
  }
  return parts;
}

/** Before the first sheet is added: by its name one that is not marked yet is found again. @param names by our id of the sheet */
export async function tellNames(
  workbook: Excel.Workbook,
  journal: Journal,
  names: Readonly<Record<string, string>>,
  room: Room,
): Promise<void> {
  if (Object.keys(names).length > 0) await rewrite(workbook, { ...journal, names }, room);
}

/** From here on the run is finished, not taken back. */
export function commit(workbook: Excel.Workbook, journal: Journal, room: Room): Promise<void> {
  return rewrite(workbook, { ...journal, committed: true }, room);
}

async function rewrite(workbook: Excel.Workbook, journal: Journal, room: Room): Promise<void> {
  const text = JSON.stringify(journal);
  await room(text.length * 2);
  workbook.settings.add(JOURNAL_KEY, text);
}

/** Queues the end of a run: nothing is left to be put right. */
export function forgetJournal(workbook: Excel.Workbook, parts: readonly Excel.CustomXmlPart[]): void {
  for (const part of parts) part.delete();
  workbook.settings.getItem(JOURNAL_KEY).delete();
}
