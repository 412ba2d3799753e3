/** The add-in's functions and commands as a page of the embedded host loads them, with what the job's report needs. */
import "../../src/functions/functions";
import { registerCommands } from "../../src/commands";
import { addedFiles } from "../../src/excel/files/added-files";
import { checkJob } from "../../src/excel/jobs/check-job";
import { job } from "../../src/excel/jobs/job";
import { monitorJob } from "../../src/excel/jobs/monitor-job";

registerCommands();
Object.assign(globalThis, {
  shnor: { job, monitorJob, checkJob, addedFiles } satisfies AddinWindow["shnor"],
});

export interface AddinWindow {
  readonly shnor: {
    readonly job: typeof job;
    readonly monitorJob: typeof monitorJob;
    readonly checkJob: typeof checkJob;
    readonly addedFiles: typeof addedFiles;
  };
}
