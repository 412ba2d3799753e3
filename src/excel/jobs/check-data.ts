import type { Problem } from "../../domain/problem";
import type { Settings } from "../../domain/settings";
import { checkTask } from "./check-task";
import { prepare, sourcesOf, type Prepared, type Stage } from "./create-roadmap";
import { readForms } from "./make-plans";
import type { WorkbookPort, WrittenSheet } from "../port";

export interface CheckOptions {
  /** The day of the check, ISO. */
  readonly today: string;
  /** Instead of the settings kept in the workbook. */
  readonly settings?: Settings;
  readonly progress?: (stage: Stage, done: number) => void;
}

export interface CheckOutcome {
  readonly prepared: Prepared;
  /** Everything that the sheet lists. */
  readonly problems: readonly Problem[];
  readonly written: readonly WrittenSheet[];
}

/**
 * Reads everything anew and writes the sheet «Проверка данных», and nothing else; where nothing can be read, it says why.
 * @throws WorkbookError when Excel refuses; the workbook is then as before
 */
export async function checkData(
  port: WorkbookPort,
  { today, ...options }: CheckOptions,
): Promise<CheckOutcome> {
  const prepared = await prepare(port, options);
  const { snapshot, settings, analysis } = prepared;
  const forms = await readForms(snapshot, settings);
  const problems = [...prepared.problems, ...forms.problems];
  options.progress?.("writing", 0);
  const task = await checkTask(snapshot, analysis, problems, today);
  const written = await port.write([task], snapshot, [], sourcesOf(prepared));
  options.progress?.("done", 1);
  return { prepared, problems, written };
}
