import { toWorkbookError } from "./errors";
import { WorkbookError } from "../port";
import { requestingRun, isToStop } from "./runs";

/**
 * How long an answer is waited for, milliseconds. Excel answers nothing while the user edits a cell, so this is longer
 * than an edit takes; tests set it shorter.
 */
export const patience = { milliseconds: 300_000 };

/** Whether the run listens to `askToStop`: what puts a workbook right after a stop does not. */
interface RunOptions {
  readonly stoppable: boolean;
}

/**
 * One run of requests; waits while the user edits a cell. Every failure is a `WorkbookError`, and the promise settles
 * also where Excel never answers: a run that gave up sends nothing more, so what comes of its last request is in the
 * workbook before the next run reads there.
 */
export async function run<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { stoppable }: RunOptions = { stoppable: true },
): Promise<T> {
  let giveUp: (error: WorkbookError) => void = () => undefined;
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  gaveUp.catch(() => undefined); // heard by the race below, or by nobody
  const mine = requestingRun();
  const whole = Excel.run({ delayForCellEdit: true }, (context) => {
    watch(context, () => stoppable && isToStop(mine), giveUp);
    return batch(context);
  });
  try {
    return await Promise.race([whole, gaveUp]);
  } catch (error) {
    whole.catch(() => undefined); // what it says later is of no use to anybody
    throw toWorkbookError(error);
  }
}

function watch(
  context: Excel.RequestContext,
  isOver: () => boolean,
  giveUp: (error: WorkbookError) => void,
): void {
  const send = context.sync.bind(context);
  let given = false;
  context.sync = async (through) => {
    if (given) throw new WorkbookError("noAnswer", "given up");
    if (isOver()) throw new WorkbookError("stopped", "");
    const timer = setTimeout(() => {
      given = true;
      giveUp(new WorkbookError("noAnswer", `${patience.milliseconds / 1000} s`));
    }, patience.milliseconds);
    try {
      return await send(through);
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * Runs a batch whose failure may only be the loss of its last answer: where `isDone` then sees that all was carried out,
 * it is no failure.
 */
export async function unlessDone(
  batch: (context: Excel.RequestContext) => Promise<void>,
  isDone: (context: Excel.RequestContext) => Promise<boolean>,
): Promise<void> {
  try {
    await run(batch, { stoppable: false }); // a request or two, which nobody waits for
  } catch (error) {
    const answers = toWorkbookError(error).code !== "noAnswer"; // else the user would wait as long again
    const done = answers && (await run(isDone, { stoppable: false }).catch(() => false));
    if (!done) throw error;
  }
}
