import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { IdentificationFigures } from "./identification";
import type { PureTask } from "./pure";
import type { ReadingFigures } from "./reading";

const execute = promisify(execFile);

/** The domain's benchmarks, each in a fresh process. */
export interface Pure {
  identification(size: number, runs: number): Promise<IdentificationFigures>;
  reading(size: number, runs: number): Promise<ReadingFigures>;
  /** Megabytes. */
  memory(size: number): Promise<number>;
  dispose(): Promise<void>;
}

export async function openPure(): Promise<Pure> {
  const folder = await mkdtemp(join(tmpdir(), "shnor-bench-"));
  const script = join(folder, "pure.cjs");
  await build({
    entryPoints: [join(__dirname, "pure.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "es2022",
    logLevel: "error",
  });
  const run = async <T>(task: PureTask): Promise<T> => {
    const { stdout } = await execute(process.execPath, [
      "--expose-gc",
      "--single-threaded-gc",
      script,
      JSON.stringify(task),
    ]);
    return JSON.parse(stdout) as T; // as: `pure.ts` prints what the task says
  };
  return {
    identification: (size, runs) => run({ what: "identification", size, runs }),
    reading: (size, runs) => run({ what: "reading", size, runs }),
    memory: (size) => run({ what: "memory", size }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
