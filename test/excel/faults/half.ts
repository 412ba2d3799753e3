import { BEING_WRITTEN, FINGERPRINT } from "../../../src/excel/sheets/mark";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";
import { type AddIn, sheetOf } from "../harness";
import { type } from "../made-up";
import { JOBS } from "./all-jobs";
import { prepare, type Prepared } from "./bench";
import { brokenOff } from "./faults";
import type { Job } from "./jobs";

/** Whether a run broke off in the middle of the sheet. */
export const isHalf = ({ names }: Sheet): boolean =>
  names.some(({ name, formula }) => name === FINGERPRINT && formula.includes(BEING_WRITTEN));

export function jobNamed(name: string): Job {
  const job = JOBS.find((each) => each.name === name);
  if (job === undefined) throw new Error(name);
  return job;
}

/** «Обновить» where two schools are low no longer, so their rows go. */
export const FEWER_LOW: Job = {
  ...jobNamed("Обновить"),
  prepare: async (addin) => {
    const workbook = await jobNamed("Обновить").prepare(addin);
    await addin.run("update");
    for (let row = 1; row <= 4; row++) type(sheetOf(workbook, "Сводная"), row, 4, 0);
    return workbook;
  },
};

const known = new Map<string, Prepared>();

/** A run of a job, whose last request is never answered, and only the first `part` of it is carried out. */
export async function breakOff(
  addin: AddIn,
  name: string,
  part: number,
): Promise<{ readonly job: Job; readonly workbook: Workbook; readonly done: Workbook }> {
  const job = jobNamed(name);
  const prepared = known.get(name) ?? (await prepare(addin, job));
  known.set(name, prepared);
  const { workbook } = await brokenOff(addin, prepared, part);
  return { job, workbook, done: prepared.done };
}
