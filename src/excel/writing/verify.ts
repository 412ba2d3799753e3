import { cellAddress, type CellValue, type Grid } from "../../domain/grid";
import { lock } from "../unfinished/lock";
import { isInput } from "../sheets/mark";
import { type Snapshot, WorkbookError } from "../port";

/** Cells of one request: those of a page of the reader's. */
const REQUEST_CELLS = 150_000;

/** What the workbook must still be before anything is written into it. */
export interface Expectation {
  readonly snapshot: Pick<Snapshot, "name" | "own" | "grids" | "sheets">;
  /** Names that new sheets take. */
  readonly names: readonly string[];
  /** Ids of sheets that are changed in place. */
  readonly written: ReadonlySet<string>;
  /** Names of sheets, the user's and ours, whose contents go into what is written. */
  readonly sources: readonly string[];
  /** Ids of sheets that take no edits from now on until they are written. */
  readonly held: readonly string[];
  /** Queues what else is to be closed with the look; it must be open until then. */
  readonly close?: () => void;
}

/** A sheet that must still be as it was read. */
interface Watched {
  readonly sheetId: string;
  readonly name: string;
  readonly grid: Grid | null;
  readonly formulas: boolean;
  /** Cells of it will change, so it must not be protected. */
  readonly written: boolean;
}

/**
 * The optimistic check: between reading and writing the user may have edited, sorted, renamed, deleted or protected.
 * Sheets that are written and sheets that were read from are read again and compared cell by cell. Takes one request for
 * an ordinary workbook, together with what is queued already.
 * @throws WorkbookError with the place that changed
 */
export async function checkUnchanged(context: Excel.RequestContext, expected: Expectation): Promise<void> {
  const watched = watchedSheets(expected);
  const [first = [], ...others] = pagesOf(watched);
  const list = queueList(context, expected, watched);
  expected.close?.();
  for (const id of expected.held) lock(context.workbook.worksheets.getItemOrNullObject(id));
  const read = queuePages(context, first);
  await context.sync();
  list.there();
  await compare(context, read);
  list.used();
  for (const pages of others) {
    const more = queuePages(context, pages);
    await context.sync();
    await compare(context, more);
  }
}

function watchedSheets({ snapshot, written, sources }: Expectation): Watched[] {
  const idOf = new Map(snapshot.sheets?.map(({ id, name }) => [name, id]));
  const names = new Set(sources);
  const own = snapshot.own.filter(({ sheetId, name }) => written.has(sheetId) || names.has(name));
  return [
    ...own.map(({ sheetId, name, grid, kind }): Watched => ({
      sheetId,
      name,
      grid,
      formulas: !isInput(kind),
      written: written.has(sheetId),
    })),
    ...snapshot.grids.flatMap((grid): Watched[] => {
      const sheetId = names.has(grid.sheet) ? idOf.get(grid.sheet) : undefined;
      const name = grid.sheet;
      return sheetId === undefined ? [] : [{ sheetId, name, grid, formulas: false, written: false }];
    }),
  ];
}

const changed = (sheet: string, address = ""): WorkbookError =>
  new WorkbookError("changedMeanwhile", address === "" ? `«${sheet}»` : `«${sheet}», ${address}`);

/** Names, protection and used areas; `there` is to be asked before, `used` after the cells were compared. */
function queueList(
  { workbook }: Excel.RequestContext,
  { snapshot, names }: Expectation,
  watched: readonly Watched[],
): { readonly there: () => void; readonly used: () => void } {
  const sheets = workbook.worksheets.load("items/name");
  workbook.protection.load("protected");
  const now = watched.map((each) => {
    const sheet = workbook.worksheets.getItemOrNullObject(each.sheetId).load("name");
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
    if (each.written) sheet.protection.load("protected");
    return { each, sheet, used };
  });
  return {
    there: () => {
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      for (const { name } of sheets.items) if (wanted.has(name.toLowerCase())) throw changed(name);
      for (const { each, sheet } of now) {
        if (sheet.isNullObject || sheet.name !== each.name) throw changed(each.name);
        if (each.written && sheet.protection.protected) throw new WorkbookError("sheetProtected", each.name);
      }
      if (workbook.protection.protected && names.length > 0)
        throw new WorkbookError("structureProtected", snapshot.name);
    },
    used: () => {
      for (const { each, used } of now) {
        const place = used.isNullObject ? "" : outside(each.grid, used);
        if (place !== null && (each.grid !== null || !used.isNullObject)) throw changed(each.name, place);
      }
    },
  };
}

/** A cell of the used area that was not there when the sheet was read; null where the areas are the same. */
function outside(
  grid: Grid | null,
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
): string | null {
  const last = cellAddress(rowIndex + rowCount - 1, columnIndex + columnCount - 1);
  if (grid === null) return last;
  const same =
    grid.top === rowIndex &&
    grid.left === columnIndex &&
    grid.cells.length === rowCount &&
    (grid.cells[0]?.length ?? 0) === columnCount;
  return same ? null : last;
}

interface Page {
  readonly sheet: Watched;
  readonly grid: Grid;
  readonly from: number;
  readonly rows: number;
  readonly width: number;
}

/** Pages of the sheets as they were read, packed into requests. */
function pagesOf(watched: readonly Watched[]): Page[][] {
  const requests: Page[][] = [];
  let room = 0;
  for (const sheet of watched) {
    const { grid } = sheet;
    const width = grid?.cells[0]?.length ?? 0;
    if (grid === null || width === 0) continue;
    const most = Math.max(1, Math.floor(REQUEST_CELLS / width));
    for (let from = 0; from < grid.cells.length; from += most) {
      const rows = Math.min(most, grid.cells.length - from);
      if (room < rows * width) {
        requests.push([]);
        room = REQUEST_CELLS;
      }
      requests.at(-1)?.push({ sheet, grid, from, rows, width });
      room -= rows * width;
    }
  }
  return requests;
}

interface ReadPage {
  readonly page: Page;
  readonly range: Excel.Range;
}

function queuePages({ workbook }: Excel.RequestContext, pages: readonly Page[]): ReadPage[] {
  return pages.map((page) => {
    const { sheet, grid, from, rows, width } = page;
    const worksheet = workbook.worksheets.getItemOrNullObject(sheet.sheetId);
    const range = worksheet.getRangeByIndexes(grid.top + from, grid.left, rows, width);
    return { page, range: range.load(sheet.formulas ? "formulas" : "values") };
  });
}

/** A value that a formula of the user's shows may change by itself: what changed it is a cell of its own. */
async function compare(context: Excel.RequestContext, read: readonly ReadPage[]): Promise<void> {
  for (const { page, range } of read) {
    const { sheet, grid } = page;
    const places = different(page, sheet.formulas ? range.formulas : range.values);
    if (places.length === 0) continue;
    const formulas = sheet.formulas ? null : await formulasOf(context, range);
    const typed = places.find(([row, column]) => !isFormula(formulas?.[row]?.[column]));
    if (typed === undefined) continue;
    throw changed(sheet.name, cellAddress(grid.top + page.from + typed[0], grid.left + typed[1]));
  }
}

const isFormula = (content: unknown): boolean => typeof content === "string" && content.startsWith("=");

async function formulasOf(
  context: Excel.RequestContext,
  range: Excel.Range,
): Promise<readonly (readonly unknown[])[]> {
  range.load("formulas");
  await context.sync();
  return range.formulas;
}

function different(
  { grid, from, rows, width }: Page,
  now: readonly (readonly unknown[])[],
): (readonly [row: number, column: number])[] {
  const places: (readonly [number, number])[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++)
      if (asRead(now[row]?.[column]) !== (grid.cells[from + row]?.[column] ?? null))
        places.push([row, column]);
  return places;
}

const asRead = (value: unknown): CellValue =>
  (typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
