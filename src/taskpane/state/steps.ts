import type { JobState } from "../../excel/job";
import type { PaneTexts } from "../../locales/ru/pane";
import type { StepView } from "../parts/steps/Steps";
import { countBySeverity } from "./facts";
import { hasResults, isQuestion, type PaneState } from "./pane-state";

/** The state of each step in words. */
export function stepViews(state: PaneState, job: JobState, texts: PaneTexts): readonly StepView[] {
  const { found } = state;
  const known = found !== null && hasResults(found);
  const busy = job.phase === "running" || isQuestion(job) || state.work.kind === "reading";
  return [
    { step: "data", ...dataState(state, texts), open: !busy },
    known
      ? {
          step: "schools",
          state: texts.steps.found(found.prepared.analysis.group.group.length),
          mood: "done",
          open: !busy,
        }
      : { step: "schools", state: texts.steps.later, mood: "todo", open: false },
    { step: "roadmap", ...roadmapState(known, job, texts), open: known && !busy },
  ];
}

type Told = Pick<StepView, "state" | "mood">;

function dataState({ work, found }: PaneState, { steps }: PaneTexts): Told {
  if (work.kind === "reading") return { state: steps.working, mood: "todo" };
  if (work.kind === "failed") return { state: steps.failed, mood: "attention" };
  if (found === null) return { state: steps.todo, mood: "todo" };
  if (!hasResults(found)) return { state: steps.nothing, mood: "attention" };
  const { error } = countBySeverity(found.problems);
  if (error > 0) return { state: steps.withErrors(error), mood: "attention" };
  return { state: steps.tables(found.prepared.analysis.reading.tables.length), mood: "done" };
}

function roadmapState(known: boolean, job: JobState, { steps }: PaneTexts): Told {
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
  return { state: known ? steps.toMake : steps.later, mood: "todo" };
}
