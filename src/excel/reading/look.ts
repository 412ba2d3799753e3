import type { CellValue } from "../../domain/grid";
import type { PlanPeriod } from "../../domain/measures/period";
import { readPeriod } from "../../domain/monitoring/period";
import { listen } from "../edits/listening";
import { BEING_WRITTEN, constantText, FINGERPRINT, kindOf, MARK } from "../sheets/mark";
import type { DataSheet, Look, MadeSheet } from "../port";
import { run } from "../runs/requests";
import { JOURNAL_KEY, LEFT_KEY } from "../settings";

/** The period stands above the passport; rows that the user put over it are allowed for. */
const HEAD = "A1:A40";

/**
 * Looks at the workbook for the first screen: two requests, a third where there is a roadmap. Nothing is written, and
 * no cell of the user's sheets is read.
 * @param wanted asked before each request
 * @returns null where it was no longer wanted
 * @throws WorkbookError when Excel refuses
 */
export async function lookAtWorkbook(wanted: () => boolean): Promise<Look | null> {
  if (!wanted()) return null;
  // no run of the user's: what stops a run does not stop it
  return run((context) => lookIn(context, wanted), { stoppable: false });
}

async function lookIn(context: Excel.RequestContext, wanted: () => boolean): Promise<Look | null> {
  const { workbook } = context;
  const all = workbook.worksheets.load("items/id,items/name,items/visibility");
  const journal = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("key");
  const left = workbook.settings.getItemOrNullObject(LEFT_KEY).load("key");
  await context.sync();
  if (!wanted()) return null;
  const seen = all.items.map((sheet) => ({
    sheet,
    mark: sheet.names.getItemOrNullObject(MARK).load("formula"),
    written: sheet.names.getItemOrNullObject(FINGERPRINT).load("formula"),
    used: sheet.getUsedRangeOrNullObject(true).load("rowCount,columnCount"),
  }));
  await context.sync();
  if (!wanted()) return null;
  const data: DataSheet[] = [];
  const made: (Omit<MadeSheet, "period"> & { readonly head: Excel.Range | null })[] = [];
  for (const { sheet, mark, written, used } of seen) {
    const id = textOf(mark);
    const kind = id === null ? null : kindOf(id);
    if (id !== null && kind !== null) {
      if (textOf(written)?.startsWith(BEING_WRITTEN) === true) continue; // it may be taken back
      const head = kind === "roadmap" ? sheet.getRange(HEAD).load("values") : null;
      made.push({ id, kind, name: sheet.name, head });
    } else if (!used.isNullObject)
      data.push({
        name: sheet.name,
        rows: used.rowCount,
        columns: used.columnCount,
        hidden: sheet.visibility !== "Visible",
      });
  }
  if (made.some(({ head }) => head !== null)) await context.sync();
  const own = made.map(({ head, ...sheet }): MadeSheet => ({ ...sheet, period: periodIn(sheet.name, head) }));
  return { data, own, unfinished: !journal.isNullObject || !left.isNullObject };
}

const textOf = (name: Excel.NamedItem): string | null =>
  name.isNullObject ? null : constantText(name.formula);

function periodIn(sheet: string, head: Excel.Range | null): PlanPeriod | null {
  if (head === null) return null;
  const cells = head.values as CellValue[][]; // Office.js types cells as any
  return readPeriod({ sheet, top: 0, left: 0, cells }, cells.length);
}

/** Calls when a sheet comes or goes. @returns ends the listening; where Excel refuses, the screen looks when it is turned to */
export const watchSheets = (changed: () => void): Promise<() => void> =>
  listen({ added: changed, deleted: changed });
