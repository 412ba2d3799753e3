/**
 * Every job × every request × everything that can go wrong with it. `npm test` takes a part of the combinations, chosen
 * so that every trouble meets every job; `npm run faults` takes all and writes the report.
 */
import { writeFileSync } from "node:fs";
import { type AddIn, boot } from "./harness";
import { prepare } from "./faults/bench";
import { failure, TROUBLES } from "./faults/faults";
import { JOBS } from "./faults/jobs";

const ALL = process.env["FAULTS"] === "all";
const REPORT = process.env["FAULTS_REPORT"];

let addin: AddIn;
const dispose: (() => void)[] = [];
const start = async (): Promise<AddIn> => {
  addin = await boot();
  const started = addin;
  dispose.push(() => {
    started.dispose();
  });
  return addin;
};
const counted: { job: string; request: number; trouble: string; failure: string | null }[] = [];

beforeAll(start);
afterAll(() => {
  for (const close of dispose) close();
  if (REPORT !== undefined) writeFileSync(REPORT, JSON.stringify(counted));
});

/** Every trouble meets two of the six jobs, at a request that moves on from trouble to trouble. */
const chosen = (job: number, trouble: number, request: number, requests: number): boolean =>
  ALL || ((trouble + job) % 3 === 0 && Math.floor(trouble / 3) % requests === requests - request);

describe.each(JOBS.map((job, index) => [job.name, index, job] as const))("%s", (_name, index, job) => {
  test(
    "the workbook is as before or as finished, the error says what to do, a retry works",
    async () => {
      const prepared = await prepare(addin, job);
      expect(prepared.finished).not.toBe(prepared.before);
      for (let request = 1; request <= prepared.requests; request++)
        for (const [number, trouble] of TROUBLES.entries()) {
          if (!chosen(index, number, request, prepared.requests)) continue;
          const wrong = await failure(addin, start, prepared, request, trouble);
          counted.push({ job: job.name, request, trouble: trouble.name, failure: wrong });
        }
      const failed = counted.filter((each) => each.job === job.name && each.failure !== null);
      expect(
        failed.map((each) => `${each.request} × ${each.trouble}: ${each.failure}`.slice(0, 700)).slice(0, 5),
      ).toEqual([]);
    },
    ALL ? 1_800_000 : 60_000,
  );
});
