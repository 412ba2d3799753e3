/** Benchmark (d): custom functions through office.js, a call per cell beside one call over all rows. */
import { join } from "node:path";
import { build } from "esbuild";
import { openHost, type NodeHost } from "../../src/workbench/node";
import { KEPT_NAMES } from "../job/kept-names";
import { randomFrom } from "../sample/random";
import { median } from "./measure";

export interface FunctionFigures {
  readonly perCallMicroseconds: number;
  readonly perRowMicroseconds: number;
  readonly arrayPerRowTimesCheaper: number;
}

/** Threshold, kind and least participants are left out: Excel passes null for them. */
const LEFT_OUT = [null, null, null] as const;

export async function benchFunctions(rows: number, runs: number): Promise<FunctionFigures> {
  const node = await bootFunctions();
  try {
    const random = randomFrom(1);
    const figures = Array.from({ length: rows }, () => {
      const participants = random.whole(10, 120);
      return [participants, random.whole(0, participants)];
    });
    // not in turns: the garbage of ten thousand calls would be cleared away at the cost of the array call after them
    const perRow = median(await repeat(runs, () => time(() => [call(node, figures)]))) / rows;
    const perCall =
      median(await repeat(runs, () => time(() => figures.map((row) => call(node, [row]))))) / rows;
    return {
      perCallMicroseconds: perCall,
      perRowMicroseconds: perRow,
      arrayPerRowTimesCheaper: perCall / perRow,
    };
  } finally {
    node.dispose();
  }
}

/** The first turn is not counted: the engine makes the code fast in it. */
async function repeat(runs: number, once: () => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let turn = 0; turn <= runs; turn++) figures.push(await once());
  return figures.slice(1);
}

async function bootFunctions(): Promise<NodeHost> {
  const node = await openHost();
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "../../src/functions/functions.ts")],
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "error",
    ...KEPT_NAMES,
  });
  node.load(outputFiles[0]?.text ?? "");
  return node;
}

async function call({ host }: NodeHost, rows: readonly (readonly number[])[]): Promise<void> {
  const result = await host.functions.invoke("LOWRESULT", [rows, ...LEFT_OUT]).result;
  if ("error" in result) throw new Error(`${result.error}: ${result.message}`);
}

/** Microseconds of processor time until every call has its result. */
async function time(start: () => readonly Promise<void>[]): Promise<number> {
  const before = process.cpuUsage();
  await Promise.all(start());
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
