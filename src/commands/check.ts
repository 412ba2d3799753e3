import { checkJob, runCheck } from "../excel/jobs/check-job";
import { officeWorkbook } from "../excel/office-workbook";

/** «Проверить данные»: the sheet with everything that is unclear in the data. */
export async function checkData(event: Office.AddinCommands.Event): Promise<void> {
  await runCheck(officeWorkbook);
  if (checkJob.getState().phase === "failed") await Office.addin.showAsTaskpane().catch(() => undefined); // without a pane the reason waits for its opening
  event.completed();
}
