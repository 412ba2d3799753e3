import { asTurnOf, callingRun } from "./runs";

let last: Promise<unknown> = Promise.resolve();

/**
 * One after another: whatever reads the workbook to write into it, writes, or puts it right. The ribbon and the pane
 * share one runtime, so whoever comes meanwhile waits here, and a journal that is found is never that of a run that is
 * still writing. A task must not wait for another one of these.
 */
export function exclusive<T>(task: () => Promise<T>): Promise<T> {
  const run = callingRun();
  const turn = last.then(() => asTurnOf(run, task));
  last = turn.catch(() => undefined); // whoever asked hears of the failure; the next one begins all the same
  return turn;
}
