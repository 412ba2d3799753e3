import { monitorJob, runMonitor } from "../excel/jobs/monitor-job";
import { officeWorkbook } from "../excel/office-workbook";

/** «Обновить контроль»: the register, the sheet of control and the reports from the roadmaps as they are filled in. */
export async function monitorRoadmap(event: Office.AddinCommands.Event): Promise<void> {
  await runMonitor(officeWorkbook);
  const { phase, outcome } = monitorJob.getState();
  if (phase === "failed" || outcome?.kind === "noRoadmap")
    await Office.addin.showAsTaskpane().catch(() => undefined); // without a pane the reason waits for its opening
  event.completed();
}
