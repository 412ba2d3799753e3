import type { Analysis } from "../../domain/analysis";
import { inOrderOf, readEarlier } from "../../domain/checks/earlier";
import { problemId } from "../../domain/checks/problem-id";
import { schoolFinder } from "../../domain/checks/school-of";
import { CHECKS_ID, planChecks, type CheckLine } from "../../domain/documents/checks-sheet";
import type { Problem, Severity } from "../../domain/problem";
import { rowsOfPlan } from "../../domain/regeneration/rows";
import type { Settings } from "../../domain/settings";
import { problemAdvice } from "../../locales/problems";
import { fingerprintOfPlan } from "../sheets/mark";
import type { OwnSheet, SheetTask, Snapshot } from "../port";
import { localToday } from "./today";
import { updateTasks } from "./update-tasks";

/** Where a text of a problem tells nothing to do. */
const NOTHING_TO_DO: Readonly<Record<Severity, string>> = {
  error: "Проверьте ячейку.",
  warning: "Проверьте ячейку.",
  info: "Ничего, если так и должно быть.",
};

const checksSheet = ({ own }: Snapshot): OwnSheet | undefined => own.findLast(({ id }) => id === CHECKS_ID);

/** The sheet as a part of another run: with the whole package, and wherever it is there already and may be written. */
export async function checkTasks(
  snapshot: Snapshot,
  settings: Settings,
  analysis: Analysis,
  problems: readonly Problem[],
): Promise<readonly SheetTask[]> {
  const sheet = checksSheet(snapshot);
  const wanted = sheet === undefined ? settings.package === "all" : !sheet.protected;
  return wanted ? [await checkTask(snapshot, analysis, problems, localToday())] : [];
}

/**
 * The sheet «Проверка данных» with these problems: a new one, or the one that is there merged with what the user did to
 * it. Nobody is asked: all of it is made by the check but the notes, and those stay.
 */
export async function checkTask(
  snapshot: Snapshot,
  { reading }: Pick<Analysis, "reading">,
  problems: readonly Problem[],
  today: string,
): Promise<SheetTask> {
  const schoolOf = schoolFinder(reading);
  const lines = problems.map((problem): CheckLine => {
    const { wrong, advice } = problemAdvice(problem);
    return { problem, school: schoolOf(problem), wrong, advice: advice || NOTHING_TO_DO[problem.severity] };
  });
  const sheet = checksSheet(snapshot);
  const fresh = planChecks({ lines, today });
  if (sheet?.grid == null) return { plan: fresh };
  const rows = rowsOfPlan(fresh) ?? [];
  const earlier = readEarlier(sheet.grid, sheet.kept?.rows ?? rows);
  if (earlier === null) return sheet.unchanged ? { plan: fresh, replace: sheet } : { plan: fresh };
  const there = new Set(problems.map(problemId));
  const plan = planChecks({
    lines,
    today,
    states: earlier.states,
    solved: earlier.noted.filter(({ id }) => !there.has(id)),
  });
  const base = inOrderOf(earlier.base, rowsOfPlan(plan) ?? []);
  const kept = { sheet: plan.id, written: sheet.written ?? fingerprintOfPlan(plan), rows: base };
  const { tasks } = await updateTasks([plan], [{ ...sheet, kept }], undefined);
  return tasks[0] ?? { plan };
}
