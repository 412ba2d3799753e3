import { job, runJob, type JobOptions } from "../excel/jobs/job";
import { officeWorkbook } from "../excel/office-workbook";
import { askAbout, askPane } from "./ask-pane";
import { checkData } from "./check";
import { monitorRoadmap } from "./monitor";

/** «Создать…», «Обновить…»: progress, questions and the summary are shown by the pane when it is open. */
async function make(
  event: Office.AddinCommands.Event,
  options: Pick<JobOptions, "existing" | "package"> = {},
): Promise<void> {
  await runJob(officeWorkbook, { showQuestion: showPane, ...options });
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
  Office.actions.associate("createRoadmap", (event: Office.AddinCommands.Event) => void make(event));
  Office.actions.associate(
    "updateRoadmap",
    (event: Office.AddinCommands.Event) => void make(event, { existing: "update" }),
  );
  Office.actions.associate(
    "createPackage",
    (event: Office.AddinCommands.Event) => void make(event, { package: "all" }),
  );
  Office.actions.associate(
    "monitorRoadmap",
    (event: Office.AddinCommands.Event) => void monitorRoadmap(event),
  );
  Office.actions.associate("checkData", (event: Office.AddinCommands.Event) => void checkData(event));
  Office.actions.associate("findSchools", askPane("schools"));
  Office.actions.associate("addFiles", askPane("files"));
  Office.actions.associate("makeReport", askPane("report"));
  Office.actions.associate("whySchool", askAbout("why"));
  Office.actions.associate("markResults", askAbout("results"));
  Office.actions.associate("markNotResults", askAbout("notResults"));
}
