import { WorkbookError } from "../port";
import { run } from "./requests";

/** Calls that the structure of a workbook is protected against, where office.js names the call that was refused. */
const OF_STRUCTURE = /^(WorksheetCollection\.|Worksheet\.(delete|copy|name|position|visibility)\b)/i;

/**
 * What stands behind «AccessDenied», which Excel says of a protected sheet and of a protected structure alike: both are
 * looked at once the run is over.
 * @param sheets ids of the sheets that the run changes
 * @returns the error as it is where nothing is seen to be protected, or Excel does not answer
 */
export async function explained(error: WorkbookError, sheets: readonly string[]): Promise<WorkbookError> {
  if (error.code !== "denied") return error;
  const found = await run((context) => protections(context, sheets), { stoppable: false }).catch(() => null);
  if (found === null) return error;
  const structural = OF_STRUCTURE.test(error.detail);
  if (found.structure && (structural || found.locked.length === 0))
    return new WorkbookError("structureProtected", "");
  return structural || found.locked.length === 0
    ? error
    : new WorkbookError("sheetProtected", found.locked.join("», «"));
}

async function protections(
  { workbook }: Excel.RequestContext,
  ids: readonly string[],
): Promise<{ readonly structure: boolean; readonly locked: readonly string[] }> {
  workbook.protection.load("protected");
  const sheets = ids.map((id) => {
    const sheet = workbook.worksheets.getItemOrNullObject(id).load("name");
    sheet.protection.load("protected");
    return sheet;
  });
  await workbook.context.sync();
  return {
    structure: workbook.protection.protected,
    locked: sheets.flatMap((sheet) =>
      !sheet.isNullObject && sheet.protection.protected ? [sheet.name] : [],
    ),
  };
}
