import { basename } from "node:path";
import { build } from "esbuild";
import type { Settings } from "../../src/domain/settings";
import type { JobState } from "../../src/excel/job";
import { SETTINGS_KEY } from "../../src/excel/settings";
import { UniverCalculation } from "../../src/workbench/calculation";
import { openWorkbook, saveWorkbook } from "../../src/workbench/files";
import { openHost } from "../../src/workbench/node";
import type { AddinWindow } from "./addin";
import { gridsOf } from "./grids";
import type { HostFigures } from "./report";

export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface JobRun {
  readonly state: JobState;
  readonly figures: HostFigures;
  /** The workbook after the job, as .xlsx. */
  save(): Promise<Uint8Array>;
  dispose(): void;
}

/** The add-in's own code as one script, made from source in memory: no prior build is needed. */
async function bundleAddin(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${__dirname}/addin.ts`],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("the add-in's script was not made");
  return script.text;
}

/**
 * Opens the first file in the embedded host and presses the ribbon's button there, through the unmodified office.js.
 * @throws FileProblem for a file that is not a readable .xlsx
 */
export async function runJob(
  [main, ...others]: readonly [InputFile, ...InputFile[]],
  settings: Settings,
  onState: (state: JobState) => void,
): Promise<JobRun> {
  const [script, workbook, ...added] = await Promise.all([
    bundleAddin(),
    openWorkbook(main.bytes, basename(main.path)),
    ...others.map(async ({ path, bytes }) => gridsOf(await openWorkbook(bytes, basename(path)))),
  ]);
  workbook.settings.set(SETTINGS_KEY, JSON.stringify(settings));
  const opened = await openHost({ workbook, calculation: new UniverCalculation() });
  const { host } = opened;
  opened.load(script);
  const { shnor } = opened.window as unknown as AddinWindow; // put there by the script just loaded
  shnor.addedFiles.setState({ grids: added.flat() });
  const stop = shnor.job.subscribe(onState);
  await host.runAction("createRoadmap");
  stop();
  return {
    state: shnor.job.getState(),
    figures: {
      requests: host.counters.requests,
      syncs: host.counters.syncs,
      requestBytes: host.counters.requestBytes,
      unknownCalls: [...host.unknownCalls],
    },
    save: async () => {
      await host.calculate();
      return saveWorkbook(host.workbook);
    },
    dispose: () => {
      opened.dispose();
    },
  };
}
