/** The add-in as a page of the host loads it, with what its pane asks of Excel before it offers a thing. */
import "../../../src/functions/functions";
import { registerCommands } from "../../../src/commands";
import { job } from "../../../src/excel/jobs/job";
import { officeFormulas } from "../../../src/excel/office-formulas";

registerCommands();
Object.assign(globalThis, { probe: { job, officeFormulas } satisfies Probe });

export interface Probe {
  readonly job: typeof job;
  readonly officeFormulas: typeof officeFormulas;
}
