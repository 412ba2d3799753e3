/**
 * Benchmark (d): custom functions through office.js, a call per cell beside one call over all rows.
 *
 * What it measures: processor time of one process that is both ends of the pipe, from the call as the embedded host
 * writes it to the results as it has read them. In it are the JSON of the host (both ways), office.js with its batches,
 * the function, and the garbage of all three. What it is not: the time a user waits. office.js gathers results for 50 ms
 * and leaves 500 ms between two lots of them, whatever the function costs; and Excel passes each message between two
 * processes, which no figure here contains, so that ten thousand cells of a user cost more than ten thousand calls here,
 * and the more calls the more.
 *
 * The calls of a turn are all begun before the first is answered, as in a recalculation, and come back in one lot. They
 * carry the flag of a function that takes errors, for which office.js walks all arguments once more. The rows are a
 * computed array, of which no cell is asked whether its zero is a blank; what asking costs is a figure of its own.
 *
 * A function that does nothing, answering a constant of the same shape, shows the share of the way there and back: no
 * function can have a cheaper row than that.
 */
import { join } from "node:path";
import { build } from "esbuild";
import { openHost, type NodeHost } from "../../src/workbench/node";
import { put } from "../../src/workbench/store";
import { KEPT_NAMES } from "../job/kept-names";
import { randomFrom } from "../sample/random";
import { median } from "./measure";

export interface FunctionFigures {
  readonly perCallMicroseconds: number;
  readonly perRowMicroseconds: number;
  readonly arrayPerRowTimesCheaper: number;
  /** The same of a function that does nothing. */
  readonly emptyCallMicroseconds: number;
  readonly emptyRowMicroseconds: number;
  /** A row of an array call over cells of the workbook, some of which are asked whether they are blank. */
  readonly cellsRowMicroseconds: number;
}

type Rows = readonly (readonly number[])[];

/** Threshold, kind and least participants are left out: Excel passes null for them. */
const LEFT_OUT = [null, null, null] as const;
const COMPUTED = [null, ...LEFT_OUT] as const;
const TAKES_ERRORS = 4;

export async function benchFunctions(rows: number, runs: number): Promise<FunctionFigures> {
  const node = await bootFunctions(rows);
  try {
    const figures = figuresIn(node, rows);
    const cells = [`Sheet1!A1:B${rows}`, ...LEFT_OUT];
    const perUnit = async (start: () => readonly Promise<void>[]): Promise<number> =>
      median(await repeat(runs, () => time(start))) / rows;
    // not in turns: the garbage of ten thousand calls would be cleared away at the cost of the array call after them
    const emptyRow = await perUnit(() => [call(node, "NOTHING", figures)]);
    const perRow = await perUnit(() => [call(node, "LOWRESULT", figures)]);
    const cellsRow = await perUnit(() => [call(node, "LOWRESULT", figures, cells)]);
    const emptyCall = await perUnit(() => figures.map((row) => call(node, "NOTHING", [row])));
    const perCall = await perUnit(() => figures.map((row) => call(node, "LOWRESULT", [row])));
    return {
      perCallMicroseconds: perCall,
      perRowMicroseconds: perRow,
      arrayPerRowTimesCheaper: perCall / perRow,
      emptyCallMicroseconds: emptyCall,
      emptyRowMicroseconds: emptyRow,
      cellsRowMicroseconds: cellsRow,
    };
  } finally {
    node.dispose();
  }
}

/** Participants and failed, which stand in the first sheet too; every sixtieth or so has a zero. */
function figuresIn({ host }: NodeHost, rows: number): Rows {
  const random = randomFrom(1);
  const [sheet] = host.workbook.sheets;
  return Array.from({ length: rows }, (_, row) => {
    const participants = random.whole(10, 120);
    const figures = [participants, random.whole(0, participants)];
    figures.forEach((value, column) => {
      if (sheet !== undefined) put(sheet, row, column, { value });
    });
    return figures;
  });
}

/** After a lot of results office.js waits, waking every 50 ms; a user's recalculation finds it at rest. */
const REST_MS = 600;

/** Turns that are not counted: the engine makes the code fast in them. */
const WARM_UPS = 3;

async function repeat(runs: number, once: () => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let turn = 0; turn < WARM_UPS + runs; turn++) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    figures.push(await once());
  }
  return figures.slice(WARM_UPS);
}

/** @param rows of the array call, to which the function that does nothing has its answer ready */
async function bootFunctions(rows: number): Promise<NodeHost> {
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
  node.load(`{
    const one = [[true]], all = Array.from({ length: ${rows} }, () => [true]);
    CustomFunctions.associate("NOTHING", (rows) => (rows.length === 1 ? one : all));
  }`);
  return node;
}

async function call(
  { host }: NodeHost,
  name: string,
  rows: Rows,
  parameterAddresses: readonly (string | null)[] = COMPUTED,
): Promise<void> {
  const options = { flags: TAKES_ERRORS, parameterAddresses };
  const result = await host.functions.invoke(name, [rows, ...LEFT_OUT], options).result;
  if ("error" in result) throw new Error(`${result.error}: ${result.message}`);
}

/** Microseconds of processor time until every call has its result. */
async function time(start: () => readonly Promise<void>[]): Promise<number> {
  const before = process.cpuUsage();
  await Promise.all(start());
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
