/** `npm run job`: the ribbon's one click, without Excel. */
import { readFile, writeFile } from "node:fs/promises";
import { FileProblem } from "../src/workbench/files";
import { fileProblemText, jobTexts, workbookErrorText } from "./job/texts";
import { HELP, parseRequest, UsageError, type JobRequest } from "./job/options";
import { emptyReport, makeReport } from "./job/report";
import { runJob, type InputFile } from "./job/run";

const enum Exit {
  Done = 0,
  NothingRead = 1,
  Usage = 2,
}

async function main(): Promise<Exit> {
  const request = parseRequest(process.argv.slice(2));
  if (request === null) {
    console.log(HELP);
    return Exit.Done;
  }
  const [first, ...rest] = await Promise.all(request.inputs.map(readInput));
  if (first === undefined) throw new UsageError(jobTexts.noInput);
  const run = await runJob([first, ...rest], request.settings, (state) => {
    if (process.stderr.isTTY && state.phase === "running")
      process.stderr.write(`\r${jobTexts.stage(state.stage)}\u001b[K`);
  });
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  try {
    return await finish(request, run);
  } finally {
    run.dispose();
  }
}

async function finish({ out, report }: JobRequest, run: Awaited<ReturnType<typeof runJob>>): Promise<Exit> {
  const { state, figures } = run;
  const write = async (content: object): Promise<void> => {
    if (report !== null) await writeFile(report, JSON.stringify(content, null, 2));
  };
  if (state.phase === "failed") {
    console.error(workbookErrorText(state.error));
    return Exit.NothingRead;
  }
  if (state.phase !== "finished" || state.outcome.kind === "cancelled")
    throw new Error(`job ended in phase ${state.phase}`);
  if (state.outcome.kind === "nothingRead") {
    await write(emptyReport(state.outcome.problems, figures));
    console.error(jobTexts.nothingRead(state.outcome.problems));
    return Exit.NothingRead;
  }
  const { analysis, problems, written } = state.outcome;
  await writeFile(out, await run.save());
  await write(makeReport(analysis, problems, written, figures));
  console.error(jobTexts.done(analysis, problems.length, out));
  return Exit.Done;
}

async function readInput(path: string): Promise<InputFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch {
    throw new UsageError(jobTexts.noFile(path));
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${jobTexts.seeHelp}`);
      process.exitCode = Exit.Usage;
    } else if (error instanceof FileProblem) {
      console.error(fileProblemText(error));
      process.exitCode = Exit.NothingRead;
    } else {
      console.error(error);
      process.exitCode = Exit.NothingRead;
    }
  },
);
