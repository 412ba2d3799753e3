import { cellAddress } from "../../domain/grid";
import { toWorkbookError } from "../runs/errors";
import { REFUSALS } from "./lock";
import type { Redo, ValuesRedo } from "./redo";
import { roomOf } from "../sheets/room";

/** Of the call that writes them. */
export const bytesOfValues = (values: ValuesRedo["values"]): number =>
  1500 + JSON.stringify(values).length * 2;

/** Text keeps what it is by an apostrophe, which is not part of the value: «1.1», «#N/A» and «=…» stay text. */
export const asValue = (value: unknown): unknown =>
  typeof value === "string" && value !== "" ? `'${value}` : value;

export const rangeOf = (sheet: Excel.Worksheet, { row, column, values }: ValuesRedo): Excel.Range =>
  sheet.getRangeByIndexes(row, column, values.length, values[0]?.length ?? 1);

/** An answer that is another by now is out of date, and a cell that it does not fill any more may be the user's. */
export function isAsRead(
  { formulas, values }: Pick<Excel.Range, "formulas" | "values">,
  { formula, values: read }: ValuesRedo,
): boolean {
  return (
    formulas[0]?.[0] === formula &&
    read.every((line, row) => line.every((value, column) => asValue(values[row]?.[column]) === value))
  );
}

/**
 * Goes on with values in place of formulas that broke off. A formula that gives something else by now, stands on a sheet
 * that was protected since, or that Excel does not let go, stays: it must not come in the way of every later start.
 * @returns the places of the formulas that stay
 */
export async function valuesAgain(
  context: Excel.RequestContext,
  work: readonly Redo[],
): Promise<readonly string[]> {
  const values = work.filter((each): each is ValuesRedo => each.kind === "values");
  return values.length === 0 ? [] : finish(context, values);
}

interface Seen {
  readonly each: ValuesRedo;
  readonly range: Excel.Range;
  readonly place: string;
}

/** Halves of what was refused are tried by themselves, a single formula twice, so that only what Excel refuses stays. */
async function finish(
  context: Excel.RequestContext,
  work: readonly ValuesRedo[],
  again = false,
): Promise<readonly string[]> {
  const { open, left } = await look(context, work);
  const room = roomOf(context);
  try {
    for (const { each, range } of open) {
      await room(bytesOfValues(each.values));
      range.values = each.values.map((line) => [...line]);
    }
    await context.sync();
    return left;
  } catch (error) {
    if (!REFUSALS.has(toWorkbookError(error).code)) throw error;
  }
  if (open.length === 1 && again) return [...left, ...open.map(({ place }) => place)];
  const half = Math.ceil(open.length / 2);
  const parts = [open.slice(0, half), open.slice(half)].filter(({ length }) => length > 0);
  const stay = [...left];
  for (const part of parts)
    stay.push(
      ...(await finish(
        context,
        part.map(({ each }) => each),
        true,
      )),
    );
  return stay;
}

/** What may be written: what is done already, or was deleted, is neither open nor left. */
async function look(
  context: Excel.RequestContext,
  work: readonly ValuesRedo[],
): Promise<{ readonly open: readonly Seen[]; readonly left: readonly string[] }> {
  const room = roomOf(context);
  const seen: { readonly each: ValuesRedo; readonly sheet: Excel.Worksheet; readonly range: Excel.Range }[] =
    [];
  for (const each of work) {
    await room(bytesOfValues(each.values));
    const sheet = context.workbook.worksheets.getItemOrNullObject(each.sheetId).load("name");
    sheet.protection.load("protected");
    seen.push({ each, sheet, range: rangeOf(sheet, each).load("formulas,values") });
  }
  await context.sync();
  const open: Seen[] = [];
  const left: string[] = [];
  for (const { each, sheet, range } of seen) {
    if (sheet.isNullObject || range.formulas[0]?.[0] !== each.formula) continue;
    const place = `«${sheet.name}», ${cellAddress(each.row, each.column)}`;
    if (sheet.protection.protected || !isAsRead(range, each)) left.push(place);
    else open.push({ each, range, place });
  }
  return { open, left };
}
