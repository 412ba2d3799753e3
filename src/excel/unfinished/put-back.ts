import { cellAddress } from "../../domain/grid";
import { toWorkbookError } from "../runs/errors";
import { JOURNAL_NAMESPACE } from "../sheets/kept-state";
import { roomOf } from "../sheets/room";
import { JOURNAL_KEY } from "../settings";
import { journalInPlace } from "./journal";
import { REFUSALS } from "./lock";
import { partsOf, readParts } from "./pieces";

/**
 * Cells that a run wrote over: what stood there goes back where they still hold what the run wrote. All matrices have
 * the shape of the range.
 */
export interface Back {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** As it is put in: texts with their apostrophe, nothing for what an array of the user's shows there by itself. */
  readonly was: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
  /** What the run wrote, likewise. */
  readonly wrote: readonly (readonly unknown[])[];
}

/** What stands in cells the moment before the same request writes them. */
export interface Before {
  readonly range: Excel.Range;
  /** Each cell of several; none where Excel knows no dynamic arrays, or they are too many to be asked one by one. */
  readonly cells: readonly (readonly Excel.Range[])[];
}

/** Cells of one array that are looked at one by one. */
const MOST_CELLS = 2000;

/** Of the calls that look at a cell of an array by itself. */
export const BYTES_OF_CELL = 1000;

/**
 * Loads what stands in a range. A batch is carried out in order and takes no edit in its midst, so what is queued before
 * the writing of the same request sees exactly what the writing covers.
 * @param range a proxy of its own: one that is written too would answer with what was written
 */
export function loadBefore(range: Excel.Range, rows = 1, columns = 1): Before {
  const arrays = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  range.load(["formulas", "values", "valueTypes", "numberFormat", ...(arrays ? ["savedAsArray"] : [])]);
  const many = rows * columns > 1 && rows * columns <= MOST_CELLS;
  const cells = Array.from({ length: arrays && many ? rows : 0 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => range.getCell(row, column).load("savedAsArray")),
  );
  return { range, cells };
}

/** Whether a cell belongs to an array; of some of more cells than are looked at one by one it is not known. */
function inArray({ range, cells }: Before, row: number, column: number): boolean {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.12")) return false;
  return (cells[row]?.[column] ?? range).savedAsArray;
}

/** Whether every cell belongs to an array, as those do that a formula of several cells fills. */
export const isArray = ({ range, cells }: Before): boolean =>
  Office.context.requirements.isSetSupported("ExcelApi", "1.12") &&
  (range.savedAsArray || (cells.length > 0 && cells.flat().every((cell) => cell.savedAsArray)));

/** What puts the range back to how it stood. */
export function backOf(
  before: Before,
  place: Pick<Back, "sheetId" | "row" | "column">,
  wrote: Back["wrote"],
): Back {
  const { range } = before;
  const was = (range.formulas as unknown[][]).map((line, row) =>
    line.map((formula, column) => {
      const value: unknown = (range.values as unknown[][])[row]?.[column];
      // a text that only looks like a formula is its own value
      if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
      if (inArray(before, row, column)) return "";
      const isError = range.valueTypes[row]?.[column] === Excel.RangeValueType.error;
      return typeof value === "string" && value !== "" && !isError ? `'${value}` : value;
    }),
  );
  return { ...place, was, formats: range.numberFormat as string[][], wrote };
}

const plain = (written: unknown): string =>
  typeof written === "string" && written.startsWith("'") ? written.slice(1) : String(written);

type IsCell = (row: number, column: number) => boolean;

/** The cells that a run changed, as the user finds them: «B6: =100-B7». */
export const placesOf = ({ row, column, was, wrote }: Back, isTold: IsCell = () => true): readonly string[] =>
  was.flatMap((line, r) =>
    line.flatMap((content, c) =>
      content === "" || content === wrote[r]?.[c] || !isTold(r, c)
        ? []
        : [`${cellAddress(row + r, column + c)}: ${plain(content)}`],
    ),
  );

/** Keeps in the workbook, in one request, that a run is to be put back, in place of what was to be done. */
export async function keepBack(
  context: Excel.RequestContext,
  run: string,
  backs: readonly Back[],
): Promise<void> {
  const { workbook } = context;
  const room = roomOf(context);
  for (const xml of partsOf(JOURNAL_NAMESPACE, backs, "back")) {
    await room(xml.length * 2);
    workbook.customXmlParts.add(xml);
  }
  // last: without it what is there is finished as before
  workbook.settings.add(JOURNAL_KEY, JSON.stringify({ ...journalInPlace(run), back: true }));
  await context.sync();
}

export const readBack = (parts: readonly string[]): readonly Back[] =>
  readParts(parts, "back") as readonly Back[]; // as `keepBack` wrote it

/**
 * Puts back what stood in cells that still hold what the run wrote; others are the user's by now and are not touched.
 * @returns the cells where what stood there is not any more, each with that: Excel refuses it, or they hold something else
 * by now, as where the user typed anew or moved them by a row that was inserted above
 */
export async function putBack(
  context: Excel.RequestContext,
  backs: readonly Back[],
): Promise<readonly string[]> {
  const { open, told } = await look(context, backs);
  try {
    const room = roomOf(context);
    for (const { back, range, held } of open) {
      await room(1500 + JSON.stringify(back).length * 2);
      queueBack(range, back, held);
    }
    await context.sync();
    return told;
  } catch (error) {
    if (!REFUSALS.has(toWorkbookError(error).code)) throw error;
  }
  // each by itself, so that only what Excel refuses stays; a single one a second time
  return [...told, ...(await oneByOne(context, open))];
}

interface Open {
  readonly back: Back;
  readonly name: string;
  readonly range: Excel.Range;
  /** Whether a cell still holds what the run wrote. */
  readonly held: IsCell;
}

const toldOf = ({ back, name }: Pick<Open, "back" | "name">, isTold: IsCell): readonly string[] =>
  placesOf(back, isTold).map((place) => `«${name}», ${place}`);

async function look(
  context: Excel.RequestContext,
  backs: readonly Back[],
): Promise<{ readonly open: readonly Open[]; readonly told: readonly string[] }> {
  const room = roomOf(context);
  const seen: { readonly back: Back; readonly sheet: Excel.Worksheet; readonly range: Excel.Range }[] = [];
  for (const back of backs) {
    const { sheetId, row, column, was } = back;
    await room(1500 + JSON.stringify(was).length * 2);
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId).load("name");
    sheet.protection.load("protected");
    const range = sheet.getRangeByIndexes(row, column, was.length, was[0]?.length ?? 1).load("formulas");
    seen.push({ back, sheet, range });
  }
  await context.sync();
  const [open, told]: [Open[], string[]] = [[], []];
  for (const { back, sheet, range } of seen) {
    if (sheet.isNullObject) continue; // the user deleted it
    const found = range.formulas as unknown[][]; // as it is now: the proxy changes with what is written to it
    const holds =
      (content: Back["was"]): IsCell =>
      (row, column) =>
        String(found[row]?.[column]) === plain(content[row]?.[column]);
    const [held, isBack] = [holds(back.wrote), holds(back.was)];
    const each = { back, name: sheet.name, range, held };
    const closed = sheet.protection.protected;
    told.push(...toldOf(each, (row, column) => (held(row, column) ? closed : !isBack(row, column))));
    if (!closed) open.push(each);
  }
  return { open, told };
}

/** Null leaves a cell as it is. A cell that is formatted as text would take a formula for a text. */
function queueBack(range: Excel.Range, { was, formats }: Back, held: Open["held"]): void {
  const only = <T>(lines: readonly (readonly T[])[]): (T | null)[][] =>
    lines.map((line, row) => line.map((each, column) => (held(row, column) ? each : null)));
  if (formats.flat().includes("@"))
    range.numberFormat = only(formats.map((line) => line.map(() => "General")));
  range.formulas = only(was);
  range.numberFormat = only(formats);
}

async function oneByOne(context: Excel.RequestContext, open: readonly Open[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const each of open)
    try {
      queueBack(each.range, each.back, each.held);
      await context.sync();
    } catch (error) {
      if (!REFUSALS.has(toWorkbookError(error).code)) throw error;
      told.push(...toldOf(each, each.held));
    }
  return told;
}
