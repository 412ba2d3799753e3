import type { SheetKind } from "../../domain/sheet-plan";
import type { JobState } from "../../excel/jobs/job";
import type { RunKind } from "../../excel/runs/runs";
import type { PaneTexts } from "../../locales/ru/pane";
import type { StepView } from "../parts/steps/Steps";
import { countBySeverity } from "./facts";
import { hasResults, isQuestion, madeOf, type Found, type PaneState, type Step } from "./pane-state";

/** The state of each step in words. */
export function stepViews(
  state: PaneState,
  job: JobState,
  texts: PaneTexts,
  kinds: readonly RunKind[] = [],
): readonly StepView[] {
  const { found } = state;
  const known = found !== null && hasResults(found);
  const busy = job.phase === "running" || isQuestion(job) || state.work.kind === "reading";
  const listed = isThere(state, "lowSchools");
  const made = found === null ? isThere(state, "roadmap") : state.made;
  const views: readonly StepView[] = [
    { step: "data", ...dataState(state, texts), open: !busy },
    { step: "schools", ...schoolsState(state, listed, texts), open: (known || listed) && !busy },
    {
      step: "roadmap",
      ...roadmapState(known ? found : null, made, job, texts),
      // of an earlier day: the way to it reads the workbook first
      open: (known || (found === null && made)) && !busy,
    },
  ];
  const written = kinds.map((kind) => WRITTEN_ON[kind]);
  return views.map((view) =>
    written.includes(view.step) ? { ...view, state: texts.steps.working, mood: "todo" } : view,
  );
}

/** The step that a writing beside the main run belongs to: it is not done before that is. */
const WRITTEN_ON: Readonly<Partial<Record<RunKind, Step>>> = {
  check: "data",
  answer: "data",
  files: "data",
  heatMap: "schools",
  templates: "roadmap",
};

/** Whether the workbook has a sheet of that kind, while nothing but a look at it was taken. */
function isThere({ found, look }: PaneState, kind: SheetKind): boolean {
  if (found !== null || look === null || look === "failed") return false;
  return look.own.some((sheet) => sheet.kind === kind);
}

type Told = Pick<StepView, "state" | "mood">;

function dataState({ work, found, look }: PaneState, { steps }: PaneTexts): Told {
  if (work.kind === "reading") return { state: steps.working, mood: "todo" };
  if (work.kind === "failed") return { state: steps.failed, mood: "attention" };
  if (found === null) return { state: lookedState(look, steps), mood: "todo" };
  if (!hasResults(found)) return { state: steps.nothing, mood: "attention" };
  const { error } = countBySeverity(found.problems);
  if (error > 0) return { state: steps.withErrors(error), mood: "attention" };
  return { state: steps.tables(found.prepared.analysis.reading.tables.length), mood: "done" };
}

function lookedState(look: PaneState["look"], steps: PaneTexts["steps"]): string {
  if (look === null || look === "failed") return steps.todo;
  return look.data.length === 0 && look.own.length === 0 ? steps.empty : steps.unread;
}

function schoolsState({ found }: PaneState, listed: boolean, { steps }: PaneTexts): Told {
  if (found !== null && hasResults(found))
    return { state: steps.found(found.prepared.analysis.group.group.length), mood: "done" };
  return listed ? { state: steps.listed, mood: "done" } : { state: steps.later, mood: "todo" };
}

/** @param known what was read, where results are among it */
function roadmapState(known: Found | null, made: boolean, job: JobState, { steps }: PaneTexts): Told {
  switch (job.phase) {
    case "running":
      return { state: steps.working, mood: "todo" };
    case "asking":
    case "conflicts":
      return { state: steps.question, mood: "attention" };
    case "failed":
      return { state: steps.failed, mood: "attention" };
    case "finished":
      if (job.outcome.kind === "done") return { state: steps.ready, mood: "done" };
      break;
    case "idle":
  }
  if (!made) return { state: known === null ? steps.later : steps.toMake, mood: "todo" };
  const by = known === null ? null : madeOf(known);
  if (by !== null && by !== known?.prepared.now) return { state: steps.otherSettings, mood: "attention" };
  return { state: steps.ready, mood: "done" };
}
