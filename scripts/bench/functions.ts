/** Benchmark (d): custom functions through office.js, a call per cell beside one call over all rows. */
import { join } from "node:path";
import { build } from "esbuild";
import { openHost, type NodeHost } from "../../src/workbench/node";
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
    const single: number[] = [];
    const array: number[] = [];
    for (let turn = 0; turn <= runs; turn++) {
      const each = await time(() => figures.map((row) => call(node, [row])));
      const all = await time(() => [call(node, figures)]);
      if (turn === 0) continue; // the first turn is not counted: the engine makes the code fast in it
      single.push(each / rows);
      array.push(all / rows);
    }
    const ratios = single.map((each, turn) => each / (array[turn] ?? NaN));
    return {
      perCallMicroseconds: median(single),
      perRowMicroseconds: median(array),
      arrayPerRowTimesCheaper: median(ratios),
    };
  } finally {
    node.dispose();
  }
}

async function bootFunctions(): Promise<NodeHost> {
  const node = await openHost();
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "../../src/functions/functions.ts")],
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "error",
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
