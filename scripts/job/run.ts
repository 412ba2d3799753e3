import { basename, parse } from "node:path";
import { build } from "esbuild";
import type { Settings } from "../../src/domain/settings";
import type { CheckState } from "../../src/excel/jobs/check-job";
import type { JobState } from "../../src/excel/jobs/job";
import type { MonitorState } from "../../src/excel/jobs/monitor-job";
import { SETTINGS_KEY } from "../../src/excel/settings";
import { hasAddinFunction, NAMESPACE } from "../../src/domain/cells/formula-text";
import { type CustomFunction, readCustomFunctions, UniverCalculation } from "../../src/workbench/calculation";
import type { FileFailureCode } from "../../src/excel/files/failure";
import { readFiles } from "../../src/excel/files/read-files";
import type { Grid } from "../../src/domain/grid";
import { FileProblem, openWorkbook, saveWorkbook } from "../../src/workbench/files";
import type { Workbook } from "../../src/workbench/store/model";
import { openHost } from "../../src/workbench/node";
import type { AddinWindow } from "./addin";
import type { HostFigures } from "./report";
import { KEPT_NAMES } from "./kept-names";

export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** An input that cannot be read, with the file it is. */
export class InputProblem extends Error {
  override readonly name = "InputProblem";
  constructor(
    readonly path: string,
    readonly code: FileFailureCode,
    readonly detail = "",
  ) {
    super(`${path}: ${code}`);
  }
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
    ...KEPT_NAMES,
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("the add-in's script was not made");
  return script.text;
}

/**
 * The add-in's functions as Excel is told of them, so that formulas of a user's with them are calculated too. Their
 * generator needs half a second to load, which a workbook without such formulas does not wait for.
 */
async function functionsFor(workbook: Workbook): Promise<readonly CustomFunction[]> {
  if (!hasOwnFunction(workbook)) return [];
  const { generate, localise } = await import("../packaging/functions-metadata");
  return readCustomFunctions(localise(await generate(), "ru", ""), NAMESPACE);
}

function hasOwnFunction({ sheets }: Workbook): boolean {
  for (const { cells } of sheets)
    for (const columns of cells.values())
      for (const { formula } of columns.values())
        if (formula !== undefined && hasAddinFunction(formula)) return true;
  return false;
}

async function open({ path, bytes }: InputFile, name: string): Promise<Workbook> {
  try {
    return await openWorkbook(bytes, name);
  } catch (error) {
    throw error instanceof FileProblem ? new InputProblem(path, error.code, error.detail) : error;
  }
}

/** Files of one name in different folders are told apart by a number, since a source names only its file. */
function ownName({ path }: InputFile, before: readonly InputFile[]): string {
  const { name, ext, base } = parse(path);
  const same = before.filter((file) => basename(file.path) === base).length;
  return same === 0 ? base : `${name} (${same + 1})${ext}`;
}

/** Sheets of the further files, read as the pane reads files that are added. */
async function gridsOf(main: InputFile, others: readonly InputFile[]): Promise<readonly Grid[]> {
  const files = others.map((file, index) => ({
    path: file.path,
    name: ownName(file, [main, ...others.slice(0, index)]),
    size: file.bytes.length,
    bytes: () => Promise.resolve(file.bytes),
  }));
  const { grids, failures } = await readFiles(files);
  const [failed] = failures;
  if (failed !== undefined)
    throw new InputProblem(files.find(({ name }) => name === failed.file)?.path ?? failed.file, failed.code);
  return grids;
}

/** The add-in in the embedded host, over the first file. */
interface Started {
  readonly shnor: AddinWindow["shnor"];
  readonly press: (action: string) => Promise<void>;
  readonly result: () => Omit<JobRun, "state">;
}

/**
 * Opens the first file in the embedded host and loads the add-in there, through the unmodified office.js.
 * @throws InputProblem for a file that is not a readable .xlsx
 */
async function start(
  [main, ...others]: readonly [InputFile, ...InputFile[]],
  arrange: (workbook: Workbook) => void,
): Promise<Started> {
  const [script, workbook, grids] = await Promise.all([
    bundleAddin(),
    open(main, basename(main.path)),
    gridsOf(main, others),
  ]);
  arrange(workbook);
  const opened = await openHost({ workbook });
  const { host } = opened;
  const functions = await functionsFor(workbook);
  host.calculation = new UniverCalculation({ functions, runner: { invoke: host.invoke.bind(host) } });
  opened.load(script);
  const { shnor } = opened.window as unknown as AddinWindow; // put there by the script just loaded
  shnor.addedFiles.setState({ grids });
  return {
    shnor,
    press: async (action) => {
      await host.runAction(action);
    },
    result: () => ({
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
    }),
  };
}

/**
 * Presses the ribbon's button. Nobody can be asked here, so sheets of an earlier run stay and new ones are made beside
 * them.
 * @throws InputProblem for a file that is not a readable .xlsx
 */
export async function runJob(
  files: readonly [InputFile, ...InputFile[]],
  settings: Settings,
  onState: (state: JobState) => void,
): Promise<JobRun> {
  const { shnor, press, result } = await start(files, (workbook) => {
    workbook.settings.set(SETTINGS_KEY, JSON.stringify(settings));
  });
  const stop = shnor.job.subscribe((state) => {
    if (state.phase === "asking") state.answer("new");
    else onState(state);
  });
  await press("createRoadmap");
  stop();
  return { state: shnor.job.getState(), ...result() };
}

export interface CheckRun extends Omit<JobRun, "state"> {
  readonly state: CheckState;
}

/** Presses the button of the check: the sheet «Проверка данных» is written, and nothing else. */
export async function runCheck(
  files: readonly [InputFile, ...InputFile[]],
  settings: Settings,
  today: string | null,
): Promise<CheckRun> {
  const { shnor, press, result } = await start(files, (workbook) => {
    workbook.settings.set(SETTINGS_KEY, JSON.stringify(settings));
  });
  shnor.checkJob.setState({ today });
  await press("checkData");
  return { state: shnor.checkJob.getState(), ...result() };
}

export interface MonitorRun extends Omit<JobRun, "state"> {
  readonly state: MonitorState;
}

/** Presses the button of control over a workbook that has a roadmap; its own settings stay. */
export async function runMonitor(
  files: readonly [InputFile, ...InputFile[]],
  options: Pick<MonitorState, "today" | "from" | "occurrences" | "limits">,
): Promise<MonitorRun> {
  const { shnor, press, result } = await start(files, () => undefined);
  shnor.monitorJob.setState(options);
  await press("monitorRoadmap");
  return { state: shnor.monitorJob.getState(), ...result() };
}
