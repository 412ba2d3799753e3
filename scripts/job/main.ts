import { access, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { HELP, parseRequest, UsageError, type JobRequest } from "./options";
import { makeMonitorReport, makeReport } from "./report";
import { InputProblem, runCheck, runJob, runMonitor, type InputFile, type JobRun } from "./run";
import { fileProblemText, jobTexts, workbookErrorText } from "./texts";

const enum Exit {
  Done = 0,
  NothingRead = 1,
  Usage = 2,
}

/** Where the command speaks: its own words go to `out`, progress and complaints to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows a stage in place of the one before; absent where nobody watches. */
  readonly progress?: (text: string) => void;
}

/** The command `npm run job` with the arguments after its name. @returns its exit code; never rejects */
export async function main(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    const request = parseRequest(args);
    if (request === null) {
      terminal.out(HELP);
      return Exit.Done;
    }
    return await perform(request, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\n\n${jobTexts.seeHelp}`);
      return Exit.Usage;
    }
    terminal.err(error instanceof InputProblem ? fileProblemText(error) : jobTexts.failed(error));
    return Exit.NothingRead;
  }
}

async function perform(request: JobRequest, { err, progress }: Terminal): Promise<Exit> {
  await checkPlaces(request);
  const [first, ...rest] = await Promise.all(request.inputs.map(readInput));
  if (first === undefined) throw new UsageError(jobTexts.noInput);
  if (request.monitor !== null) return performMonitor(request, request.monitor, [first, ...rest], err);
  if (request.check !== null) return performCheck(request, request.check, [first, ...rest], err);
  const run = await runJob([first, ...rest], request.settings, (state) => {
    if (state.phase === "running") progress?.(jobTexts.stage(state.stage));
  });
  progress?.("");
  try {
    return await finish(request, run, err);
  } finally {
    run.dispose();
  }
}

async function finish({ out, report }: JobRequest, run: JobRun, err: Terminal["err"]): Promise<Exit> {
  const { state, figures } = run;
  const write = async (content: object): Promise<void> => {
    if (report !== null) await writeFile(report, JSON.stringify(content, null, 2));
  };
  if (state.phase === "failed") {
    err(workbookErrorText(state.error));
    return Exit.NothingRead;
  }
  if (state.phase !== "finished" || state.outcome.kind === "cancelled")
    throw new Error(`job ended in phase ${state.phase}`);
  if (state.outcome.kind === "nothingRead") {
    const { prepared, problems } = state.outcome;
    await write(makeReport(prepared.analysis, problems, [], figures));
    err(jobTexts.nothingRead(problems));
    return Exit.NothingRead;
  }
  const { analysis, problems, written, past } = state.outcome;
  await writeFile(out, await run.save());
  await write(makeReport(analysis, problems, written, figures));
  err(jobTexts.done(analysis, problems.length, out));
  if (past.past > 0) err(jobTexts.past(past));
  return Exit.Done;
}

async function performMonitor(
  { out, report }: JobRequest,
  options: NonNullable<JobRequest["monitor"]>,
  files: readonly [InputFile, ...InputFile[]],
  err: Terminal["err"],
): Promise<Exit> {
  const run = await runMonitor(files, options);
  try {
    const { outcome, error } = run.state;
    if (error !== undefined) err(workbookErrorText(error));
    if (outcome === undefined) return Exit.NothingRead;
    if (report !== null)
      await writeFile(report, JSON.stringify(makeMonitorReport(outcome, run.figures), null, 2));
    if (outcome.kind === "noRoadmap") {
      err(jobTexts.nothingRead(outcome.problems));
      return Exit.NothingRead;
    }
    await writeFile(out, await run.save());
    err(jobTexts.monitored(outcome.monitoring, outcome.problems.length, out));
    return Exit.Done;
  } finally {
    run.dispose();
  }
}

/** Also where nothing can be read: the sheet then says why, so that there is something to hand over. */
async function performCheck(
  { out, report, settings }: JobRequest,
  { today }: NonNullable<JobRequest["check"]>,
  files: readonly [InputFile, ...InputFile[]],
  err: Terminal["err"],
): Promise<Exit> {
  const run = await runCheck(files, settings, today);
  try {
    const { outcome, error } = run.state;
    if (error !== undefined) err(workbookErrorText(error));
    if (outcome === undefined) return Exit.NothingRead;
    const { prepared, problems, written } = outcome;
    await writeFile(out, await run.save());
    if (report !== null)
      await writeFile(
        report,
        JSON.stringify(makeReport(prepared.analysis, problems, written, run.figures), null, 2),
      );
    err(jobTexts.checked(problems, out));
    return Exit.Done;
  } finally {
    run.dispose();
  }
}

/** Before any work: whether the results can be put where they are wanted, and over no input. */
async function checkPlaces({ inputs, out, report }: JobRequest): Promise<void> {
  const places = report === null ? [out] : [out, report];
  const taken = new Set(inputs.map((path) => resolve(path)));
  for (const place of places) {
    if (taken.has(resolve(place))) throw new UsageError(jobTexts.overInput(place));
    taken.add(resolve(place));
    try {
      await access(dirname(resolve(place)), constants.W_OK);
    } catch {
      throw new UsageError(jobTexts.noFolder(place));
    }
  }
}

async function readInput(path: string): Promise<InputFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch {
    throw new UsageError(jobTexts.noFile(path));
  }
}
