/** Benchmark (c): the one-click job in the embedded host. */
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { saveWorkbook } from "../../src/workbench/files";
import { createWorkbook, put } from "../../src/workbench/store";
import { runJob } from "../job/run";
import { countryGrid, YEARS } from "./country";
import { median, slope } from "./measure";

export interface JobFigures {
  readonly sizes: readonly JobSize[];
  readonly exponent: number;
}

export interface JobSize {
  readonly schools: number;
  readonly syncs: number;
  readonly bytes: number;
  /** Milliseconds of processor time from the button to the last request, median of the runs. */
  readonly ms: number;
}

export async function benchJob(sizes: readonly number[], runs: number): Promise<JobFigures> {
  const files = new Map(await Promise.all(sizes.map(async (size) => [size, await fileOf(size)] as const)));
  const measured = new Map<number, Run[]>();
  for (let turn = 0; turn < runs; turn++) {
    for (const [size, bytes] of files) {
      const run = await press(bytes);
      measured.set(size, [...(measured.get(size) ?? []), run]);
    }
  }
  const figures = [...measured].map(([schools, [first, ...others]]): JobSize => {
    const { syncs = NaN, bytes = NaN, ms = NaN } = first ?? {};
    return { schools, syncs, bytes, ms: median([ms, ...others.map((run) => run.ms)]) };
  });
  // the smallest is mostly what does not depend on schools: growth is told by the two largest
  const grown = figures.slice(-2);
  return {
    sizes: figures,
    exponent: slope(
      grown.map(({ schools }) => schools),
      grown.map(({ ms }) => ms),
    ),
  };
}

interface Run {
  readonly syncs: number;
  readonly bytes: number;
  readonly ms: number;
}

async function press(bytes: Uint8Array): Promise<Run> {
  let began: NodeJS.CpuUsage | undefined;
  const run = await runJob([{ path: "результаты.xlsx", bytes }], DEFAULT_SETTINGS, ({ phase }) => {
    if (phase === "running") began ??= process.cpuUsage();
  });
  const { user, system } = process.cpuUsage(began);
  const { state, figures } = run;
  run.dispose();
  if (state.phase !== "finished" || state.outcome.kind !== "done")
    throw new Error(`the job ended: ${state.phase}`);
  return { syncs: figures.syncs, bytes: figures.requestBytes, ms: (user + system) / 1000 };
}

/** A workbook with a wide sheet per year. */
async function fileOf(schools: number): Promise<Uint8Array> {
  const grids = YEARS.map((year, seed) => countryGrid(schools, year, seed + 1));
  const workbook = createWorkbook({ sheets: grids.map(({ sheet }) => sheet.replaceAll("/", "-")) });
  grids.forEach(({ cells }, at) => {
    const sheet = workbook.sheets[at];
    if (sheet === undefined) return;
    cells.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== null) put(sheet, r, c, { value });
      });
    });
  });
  return saveWorkbook(workbook);
}
