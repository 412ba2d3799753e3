import { beginRun } from "../../../src/excel/runs/runs";
import type { WorkbookError } from "../../../src/excel/port";
import { toWorkbookError } from "../../../src/excel/runs/errors";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import type { Workbook } from "../../../src/workbench/store/model";
import type { AddIn } from "../harness";
import { copyOf, digest } from "./digest";
import type { Job } from "./jobs";

/** A job that was seen to run through: its workbook before, after, and after a second run. */
export interface Prepared {
  readonly job: Job;
  readonly base: Workbook;
  /** The workbook after the job. */
  readonly done: Workbook;
  readonly before: string;
  readonly finished: string;
  readonly twice: string;
  readonly requests: number;
  /** The last request that writes; those after it read the workbook for the pane. */
  readonly lastWrite: number;
}

export interface Ran {
  readonly error: WorkbookError | null;
  readonly requests: number;
}

/** Runs a job in the workbook that is open. */
export async function run(addin: AddIn, job: Job): Promise<Ran> {
  const first = addin.host.counters.syncs;
  beginRun();
  job.arrange();
  let error: WorkbookError | null = null;
  try {
    await job.run();
  } catch (cause) {
    error = toWorkbookError(cause);
  }
  return { error, requests: addin.host.counters.syncs - first };
}

export async function prepare(addin: AddIn, job: Job): Promise<Prepared> {
  const base = copyOf(await job.prepare(addin));
  const workbook = addin.open(copyOf(base));
  const first = addin.host.counters.syncs;
  let lastWrite = 0;
  addin.host.intercept = ({ sync }) => {
    if (workbook.settings.has(JOURNAL_KEY)) lastWrite = sync - first; // the journal goes with the last of them
    return "pass";
  };
  const { error, requests } = await run(addin, job);
  addin.host.intercept = undefined;
  if (error !== null) throw error;
  const finished = await calculated(addin, workbook);
  const done = copyOf(workbook);
  const again = await run(addin, job);
  if (again.error !== null) throw again.error;
  return {
    job,
    base,
    done,
    before: digest(base),
    finished,
    twice: await calculated(addin, workbook),
    requests,
    lastWrite: lastWrite === 0 ? requests : lastWrite,
  };
}

/** The digest once formulas have their spills: a run that asks for no value leaves them to the next reading. */
export async function calculated({ host }: AddIn, workbook: Workbook): Promise<string> {
  await host.calculate();
  return digest(workbook);
}
