import { job, runJob } from "../excel/job";
import { officeWorkbook } from "../excel/office-workbook";
import { checkData } from "./check";
import { monitorRoadmap } from "./monitor";

/** «Создать дорожную карту»: progress, questions and the summary are shown by the pane when it is open. */
async function createRoadmap(event: Office.AddinCommands.Event): Promise<void> {
  await runJob(officeWorkbook, { showQuestion: showPane });
  if (needsAttention()) await showPane().catch(() => undefined); // without a pane the problems wait for its opening
  event.completed();
}

/** Whether the user has something to read before going on. */
function needsAttention(): boolean {
  const state = job.getState();
  return state.phase === "failed" || (state.phase === "finished" && state.outcome.kind !== "done");
}

const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** Ties the ribbon's actions of manifest.xml to their handlers. */
export function registerCommands(): void {
  // no handler rejects: what happened is in its state
  Office.actions.associate("createRoadmap", (event: Office.AddinCommands.Event) => void createRoadmap(event));
  Office.actions.associate(
    "monitorRoadmap",
    (event: Office.AddinCommands.Event) => void monitorRoadmap(event),
  );
  Office.actions.associate("checkData", (event: Office.AddinCommands.Event) => void checkData(event));
}
