/**
 * Every job × every request × what a user may do to a sheet while it runs. `npm test` takes a part of the combinations;
 * `npm run faults` takes all and writes the report.
 */
import { type AddIn, boot } from "./harness";
import { ACTIONS, typesInto } from "./faults/actions";
import { prepare } from "./faults/bench";
import type { Job } from "./faults/jobs";
import { CHOSEN, JOBS } from "./faults/all-jobs";
import { meanwhile } from "./faults/meanwhile";
import { report, say } from "./faults/progress";

const ALL = process.env["FAULTS"] === "all";

let addin: AddIn;
const counted: {
  job: string;
  sheet: string;
  request: number;
  action: string;
  failure: string | null;
  inWindow: boolean;
  refused: boolean;
}[] = [];

beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

/** Every action meets every job, on a sheet and before a request that move on. */
const chosen = (sheet: number, action: number, request: number, requests: number): boolean =>
  ALL || (action % 2 === sheet % 2 && (action + sheet) % 3 === requests - request);

const hasSheets = ({ sheets }: Job): boolean => Object.keys(sheets).length > 0;

describe.each(CHOSEN.filter(hasSheets).map((job) => [job.name, job] as const))("%s", (name, job) => {
  afterAll(() => {
    report("meanwhile", name, JOBS.filter(hasSheets), counted);
  });
  test(
    "what the user does meanwhile stands, and is noticed",
    async () => {
      const prepared = await prepare(addin, job);
      for (const [place, sheet] of Object.keys(job.sheets).entries()) {
        for (let request = 1; request <= prepared.requests; request++)
          for (const [number, action] of [
            ...ACTIONS,
            ...(job.cells?.[sheet] ?? []).map(typesInto),
          ].entries()) {
            // the moment between the last look and the writing is never left out
            if (request !== prepared.lastWrite && !chosen(place, number, request, prepared.requests))
              continue;
            const seen = await meanwhile(addin, prepared, request, sheet, action);
            const inWindow = request === prepared.lastWrite;
            counted.push({ job: name, sheet, request, action: action.name, inWindow, ...seen });
          }
        say(`${name}: лист «${sheet}»; сочетаний ${counted.length}`);
      }
      const failed = counted.filter((each) => each.job === name && each.failure !== null);
      expect(
        failed
          .map((each) => `${each.request} × ${each.sheet}, ${each.action}: ${each.failure}`.slice(0, 700))
          .slice(0, 6),
      ).toEqual([]);
    },
    ALL ? 3_600_000 : 120_000,
  );
});
