import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPure } from "./child";
import { benchFunctions } from "./functions";
import { benchJob } from "./job";
import { benchPane } from "./pane";
import { performancePage } from "./page";
import { summaryOf, tableOf, type Figures } from "./summary";

interface Scale {
  readonly schools: number;
  readonly pupils: number;
  readonly job: readonly number[];
  readonly rows: number;
  /** Runs of the pure benchmarks, of the job, of the functions, of the pane. */
  readonly runs: readonly [number, number, number, number];
}

const FULL: Scale = {
  schools: 40_000,
  pupils: 100_000,
  job: [20, 200, 2000],
  rows: 10_000,
  runs: [15, 3, 5, 5],
};
/** Only to see that every part runs; without a browser. */
const QUICK: Scale = { schools: 80, pupils: 400, job: [20, 40], rows: 20, runs: [1, 1, 1, 0] };

const USAGE = "npm run bench [-- [--json FILE] [--quick]]";

/** `npm run bench`. @returns exit code: 2 for arguments that are not understood */
export async function main(args: readonly string[]): Promise<number> {
  const options = read(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const figures = await measure(options.quick ? QUICK : FULL, options.quick);
  console.log(tableOf(figures));
  if (options.json !== undefined)
    await writeFile(options.json, JSON.stringify(summaryOf(figures), null, 2) + "\n");
  // figures of tiny inputs say nothing: they never reach the page
  if (!options.quick) await writeFile(join(__dirname, "../../docs/performance.md"), performancePage(figures));
  return 0;
}

function read(
  args: readonly string[],
): { readonly json: string | undefined; readonly quick: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: "string" }, quick: { type: "boolean", default: false } },
    });
    return { json: values.json, quick: values.quick };
  } catch {
    return null;
  }
}

async function measure({ schools, pupils, job, rows, runs }: Scale, quick: boolean): Promise<Figures> {
  const [pureRuns, jobRuns, functionRuns, paneRuns] = runs;
  const pure = await openPure();
  try {
    const identification = await stage("identification", () => pure.identification(schools, pureRuns));
    const reading = await stage("reading", () => pure.reading(pupils, pureRuns));
    const memory = await stage("memory", () => pure.memory(pupils));
    // before the job: what its windows leave behind would be cleared away at the cost of the functions
    const functions = await stage("custom functions", () => benchFunctions(rows, functionRuns));
    return {
      schools,
      pupils,
      rows,
      identification,
      reading,
      memory,
      job: await stage("one-click job", () => benchJob(job, jobRuns)),
      functions,
      pane: quick ? null : await stage("pane", () => benchPane(paneRuns)),
    };
  } finally {
    await pure.dispose();
  }
}

async function stage<T>(name: string, run: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const figures = await run();
  console.error(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
  return figures;
}
