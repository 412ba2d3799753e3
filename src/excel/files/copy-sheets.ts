import type { Analysis } from "../../domain/analysis";
import { copyableSheets, planFileCopy } from "../../domain/documents/file-copy";
import type { Grid } from "../../domain/grid";
import { addedFiles } from "./added-files";
import type { SheetTask, WorkbookPort, WrittenSheet } from "../port";
import { readWhole } from "../reading/read-whole";
import { asRun } from "../runs/runs";

/** Sheets of a file that may be copied: it was added since the workbook was opened, and they list schools, not pupils. */
export function sheetsToCopy(file: string, { reading }: Pick<Analysis, "reading">): readonly Grid[] {
  return copyableSheets(file, addedFiles.getState().grids, reading);
}

/**
 * Puts copies of a file's sheets into the workbook; a copy of an earlier time that nobody edited is written anew. Values
 * are written as those of all our sheets are, so it works in every version of Excel. The copies carry the add-in's mark
 * and are not read as results, which would count the file twice.
 * @throws WorkbookError when Excel refuses; the workbook is then as before
 */
export async function copySheets(
  port: WorkbookPort,
  file: string,
  analysis: Pick<Analysis, "reading">,
): Promise<readonly WrittenSheet[]> {
  const plans = sheetsToCopy(file, analysis).map((grid) => planFileCopy(grid, analysis.reading));
  if (plans.length === 0) return [];
  return asRun("files", async ({ bound }) => {
    const mine = bound(port);
    const snapshot = await readWhole(mine);
    const tasks = plans.map((plan): SheetTask => {
      const replace = snapshot.own.find(({ id, unchanged }) => id === plan.id && unchanged);
      return replace === undefined ? { plan } : { plan, replace };
    });
    return mine.write(tasks, snapshot);
  });
}
