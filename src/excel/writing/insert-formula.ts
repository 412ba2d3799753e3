import type { Inserted } from "../formula-port";
import { WorkbookError } from "../port";
import { explained } from "../runs/denied";
import { toWorkbookError } from "../runs/errors";
import { run, unlessDone } from "../runs/requests";
import { type Back, backOf, loadBefore, placesOf, putBack } from "../unfinished/put-back";

/** The cell of a formula, as far as it is known yet. */
interface Found {
  /** With its sheet, and on it; the sheet's id. */
  address: string;
  at: string;
  sheet: string;
  /** What it shows, where that is not what the user agreed to overwrite. */
  content?: string;
  /** What the formula went over in spite of that. */
  back?: Back;
}

/**
 * Puts a formula into the active cell, on a sheet of the user's, which is not closed between the look and the writing:
 * that would clear Excel's list of what can be undone. So the request that writes looks once more at the cell; where it
 * holds something else by now, that goes back, and the user is asked.
 * @param over as `FormulaPort.insert`
 * @throws WorkbookError `overwritten` where Excel refuses to put it back
 */
export async function insertFormula(formula: string, over: string | null): Promise<Inserted> {
  const found: Found = { address: "", at: "", sheet: "" };
  const inserting = unlessDone(
    (context) => write(context, formula, over, found),
    async (context) => {
      if (found.at === "") return false; // the cell was not even read
      const cell = context.workbook.worksheets.getItem(found.sheet).getRange(found.at).load("formulas");
      await context.sync();
      return cell.formulas[0]?.[0] === formula;
    },
  );
  await inserting.catch(async (error: unknown) => {
    throw await explained(toWorkbookError(error), [found.sheet]);
  });
  const { address, content, back } = found;
  if (back !== undefined) await takeBack(address, back);
  return content === undefined ? { kind: "inserted", address } : { kind: "filled", address, content };
}

async function write(
  context: Excel.RequestContext,
  formula: string,
  over: string | null,
  found: Found,
): Promise<void> {
  const cell = context.workbook.getActiveCell().load("address,formulas,text");
  cell.worksheet.load("id");
  await context.sync();
  tell(found, cell);
  const there = cell.formulas[0]?.[0] as unknown;
  if (there !== "" && cell.address !== over) {
    found.content = cell.text[0]?.[0] ?? "";
    return;
  }
  // proxies of their own for the same cell: what it held, and what Excel makes of the formula
  const before = loadBefore(cell.getCell(0, 0).load("address,text,rowIndex,columnIndex"));
  cell.formulas = [[formula]];
  const after = cell.getCell(0, 0).load("formulas");
  await context.sync();
  const { range } = before;
  if (range.formulas[0]?.[0] === there) return;
  tell(found, { address: range.address, worksheet: cell.worksheet });
  found.content = range.text[0]?.[0] ?? "";
  const place = { sheetId: found.sheet, row: range.rowIndex, column: range.columnIndex };
  found.back = backOf(before, place, after.formulas as unknown[][]);
}

function tell(
  found: Found,
  { address, worksheet }: { readonly address: string; readonly worksheet: Pick<Excel.Worksheet, "id"> },
): void {
  const at = address.slice(address.lastIndexOf("!") + 1);
  Object.assign(found, { address, at, sheet: worksheet.id } satisfies Found);
}

async function takeBack(address: string, back: Back): Promise<void> {
  const stays = await run((context) => putBack(context, [back]), { stoppable: false }).catch(() => null);
  if (stays?.length === 0) return;
  const sheet = address
    .slice(0, address.lastIndexOf("!"))
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  throw new WorkbookError(
    "overwritten",
    stays?.join("; ") ??
      placesOf(back)
        .map((place) => `«${sheet}», ${place}`)
        .join("; "),
  );
}
