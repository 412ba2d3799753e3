import type { JobState } from "../../excel/jobs/job";
import type { PaneTexts } from "../../locales/ru/pane";
import { amountOf, countBySeverity } from "./facts";
import { hasResults, type PaneState } from "./pane-state";
import type { StartView } from "./start";
import { startAnnouncement } from "./start-words";

/** What a screen reader is told when it changes; the heading of a new screen is read by its focus. */
export function announcement(
  { work, found }: PaneState,
  job: JobState,
  start: StartView,
  texts: PaneTexts,
): string {
  if (job.phase === "running") return `${texts.progress[job.stage]}…`;
  if (job.phase === "asking") return texts.roadmap.questionHeading;
  if (job.phase === "conflicts") return texts.roadmap.conflictsHeading;
  if (job.phase === "finished" && job.outcome.kind === "done") return texts.roadmap.doneHeading;
  if (job.phase === "finished" && job.outcome.kind === "cancelled") return texts.roadmap.cancelled;
  if (work.kind === "reading") return `${texts.progress[work.stage]}…`;
  if (found === null) return startAnnouncement(start, texts);
  if (!hasResults(found)) return texts.data.nothingHeading;
  const { schools, group } = found.prepared.analysis;
  const { error, warning } = countBySeverity(found.problems);
  const lead = texts.data.lead(amountOf(found.prepared.analysis));
  const list =
    group.group.length === 0
      ? texts.schools.noneHeading
      : texts.schools.heading(group.group.length, schools.length);
  return [lead, texts.problems.summary(error, warning), list]
    .filter((part) => part !== "")
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
