import { join } from "node:path";
import { build } from "esbuild";
import { readCustomFunctions, UniverCalculation } from "../../src/workbench/calculation";
import { openHost } from "../../src/workbench/node";
import { METADATA, NAMESPACE, runScenario } from "./scenario";
import type { Answers } from "./step";

/** The scenario in the embedded host. */
export async function embeddedAnswers(): Promise<{ answers: Answers; unknownCalls: readonly string[] }> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "functions.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
  const opened = await openHost();
  try {
    const { host } = opened;
    host.calculation = new UniverCalculation({
      functions: readCustomFunctions(METADATA, NAMESPACE),
      runner: { invoke: host.invoke.bind(host) },
    });
    opened.load(outputFiles[0]?.text ?? "");
    return { answers: await runScenario(opened.Excel), unknownCalls: [...host.unknownCalls] };
  } finally {
    opened.dispose();
  }
}
