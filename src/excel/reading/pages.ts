import { cellAddress, type Area, type CellValue, type Grid } from "../../domain/grid";
import { looksLikeFormula, textsLikeFormulas } from "../../domain/regeneration/formula-like";
import { freeOfRow, type GeneratedRow } from "../../domain/regeneration/rows";
import type { PlanCell, SheetKind } from "../../domain/sheet-plan";

/** Cells per request: 5 MB is the limit on the web, and a cell of a results sheet takes about 15 bytes with its format. */
const PAGE_CELLS = 150_000;
/** Above this size number formats are not read: sheets of this size are pupil lists, whose figures are not shares. */
const FORMATS_UP_TO = 300_000;

export interface SheetProxy {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly fingerprint: Excel.NamedItem;
  readonly used: Excel.Range;
}

/** What stands on a sheet beside its cells and goes when an own sheet is written anew. */
export interface OnSheet {
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
}

interface Page {
  readonly range: Excel.Range;
  readonly withFormats: boolean;
  /** Its values are read. */
  withValues: boolean;
  /** What formulas of the user's fill beside their own cells. */
  spills: readonly Excel.Range[];
}

/** The used cells of a sheet in pages. */
export function pagesOf(used: Excel.Range): Page[] {
  if (used.isNullObject) return [];
  const rowsPerPage = Math.max(1, Math.floor(PAGE_CELLS / used.columnCount));
  const withFormats = used.rowCount * used.columnCount <= FORMATS_UP_TO;
  const pages: Page[] = [];
  for (let row = 0; row < used.rowCount; row += rowsPerPage) {
    const rows = Math.min(rowsPerPage, used.rowCount - row);
    const range = used.getCell(row, 0).getResizedRange(rows - 1, used.columnCount - 1);
    pages.push({ range, withFormats, withValues: false, spills: [] });
  }
  return pages;
}

/** A sheet to read and how. */
export interface Wanted {
  readonly proxy: SheetProxy & OnSheet;
  readonly id: string | null;
  readonly kind: SheetKind | null;
  /** Read as formulas instead of values. */
  readonly formulas: boolean;
  /** Read as values too: what a formula of the user's shows counts. */
  readonly values: boolean;
  /** Read with number formats: cells of the user's go with their rows and look as they did. */
  readonly formats: boolean;
  readonly pages: readonly Page[];
  /** Formulas of ours on it: what else looks like a formula is the user's and may be a text. */
  readonly known: readonly GeneratedRow[];
}

/** Asks for room for so many cells in the request that is being queued; what is there goes when there is none. */
function roomForCells(context: Excel.RequestContext): (size: number) => Promise<boolean> {
  let cells = 0;
  return async (size) => {
    const full = cells > 0 && cells + size > PAGE_CELLS;
    if (full) await context.sync();
    cells = (full ? 0 : cells) + size;
    return full;
  };
}

const cellsOfPage = ({ proxy: { used }, pages }: Wanted): number =>
  Math.ceil((used.columnCount * used.rowCount) / pages.length);

/** Packs pages of several sheets into as few requests as the size limit allows. */
export async function readPages(
  context: Excel.RequestContext,
  wanted: readonly Wanted[],
  merges: Map<string, readonly Area[]>,
  progress?: (done: number) => void,
): Promise<void> {
  const total = wanted.reduce((sum, { pages }) => sum + pages.length, 0);
  const mergesKnown = Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  const merged: { id: string; areas: Excel.RangeAreas }[] = [];
  const room = roomForCells(context);
  let done = 0;
  for (const each of wanted) {
    const { proxy, id, formulas, values, formats, pages } = each;
    if (mergesKnown && id === null && !proxy.used.isNullObject) {
      const areas = proxy.used.getMergedAreasOrNullObject();
      areas.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
      merged.push({ id: proxy.sheet.id, areas });
    }
    for (const page of pages) {
      if (await room(cellsOfPage(each))) progress?.(done / total);
      page.withValues = values || !formulas;
      page.range.load(
        [
          ...(formulas ? ["formulas"] : []),
          ...(page.withValues ? ["values"] : []),
          ...(formats && page.withFormats ? ["numberFormat"] : []),
        ].join(),
      );
      done += 1;
    }
  }
  await context.sync();
  for (const { id, areas } of merged) {
    if (!areas.isNullObject) merges.set(id, areas.areas.items.map(toArea));
  }
  progress?.(1);
}

const formulaOf = (cell: PlanCell): readonly string[] =>
  cell !== null && typeof cell === "object" ? [cell.formula] : [];

/** So many formulas of a page are asked for what they fill. */
const MOST_ANCHORS = 1000;

/**
 * Reads as values too what looks like a formula and is none of ours: a text is told by that; and asks what cells such a
 * formula fills. Costs a request only where the user has put such a thing on a sheet that is read as formulas.
 */
export async function readLikeFormulas(
  context: Excel.RequestContext,
  wanted: readonly Wanted[],
): Promise<void> {
  const room = roomForCells(context);
  const arrays = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  let asked = false;
  for (const each of wanted) {
    const { proxy, formulas, values, pages, known } = each;
    if (!formulas || proxy.used.isNullObject) continue;
    const ours = new Set(known.flatMap(({ cells }) => cells.flatMap(formulaOf)));
    let row = proxy.used.rowIndex;
    for (const page of pages) {
      const isOurs = (content: string, index: number): boolean => ours.has(freeOfRow(content, row + index));
      const lines: readonly (readonly unknown[])[] = page.range.formulas;
      const doubtful = lines.flatMap((line, index) =>
        line.flatMap((content, column) =>
          looksLikeFormula(content) && !isOurs(content, index) ? [[index, column] as const] : [],
        ),
      );
      row += lines.length;
      if (doubtful.length === 0 || (values && !arrays)) continue;
      if (!values) {
        await room(cellsOfPage(each));
        page.range.load("values");
        page.withValues = true;
      }
      if (arrays)
        page.spills = doubtful.slice(0, MOST_ANCHORS).map(([at, column]) => {
          const spill = page.range.getCell(at, column).getSpillingToRangeOrNullObject();
          return spill.load("rowIndex,columnIndex,rowCount,columnCount");
        });
      asked = true;
    }
  }
  if (asked) await context.sync();
}

export function toArea({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

const toCell = (value: unknown): CellValue =>
  value === "" || value === undefined || typeof value === "object" ? null : (value as CellValue);

/** A sheet of its pages. */
export function assemble(
  { proxy: { sheet, used }, pages }: Wanted,
  what: "formulas" | "values" | "figures",
  file: string,
  merges: readonly Area[] | undefined,
): Grid | null {
  if (used.isNullObject) return null;
  const rows = pages.flatMap(
    ({ range }) => (what === "formulas" ? range.formulas : range.values) as unknown[][],
  );
  const formats = pages.flatMap(({ range, withFormats }) =>
    what === "figures" && withFormats ? (range.numberFormat as string[][]) : [],
  );
  const texts = what === "formulas" ? textsOf(used, pages) : [];
  const spilled = what === "formulas" ? pages.flatMap(({ spills }) => spills.flatMap(spilledOf)) : [];
  return {
    sheet: sheet.name,
    file,
    top: used.rowIndex,
    left: used.columnIndex,
    cells: rows.map((row) => row.map(toCell)),
    ...(texts.length > 0 ? { texts } : {}),
    ...(spilled.length > 0 ? { spilled } : {}),
    ...(formats.length > 0 ? { formats } : {}),
    ...(merges === undefined ? {} : { merges }),
    ...(sheet.visibility === "Visible" ? {} : { hidden: true }),
  };
}

/** Cells that a formula fills but for its own. */
function spilledOf(spill: Excel.Range): readonly string[] {
  if (spill.isNullObject) return [];
  const { top, left, bottom, right } = toArea(spill);
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) - 1 }, (_, index) => {
    const width = right - left + 1;
    return cellAddress(top + Math.floor((index + 1) / width), left + ((index + 1) % width));
  });
}

/** Texts that look like formulas, of the pages that were read as values too. */
function textsOf({ rowIndex, columnIndex }: Excel.Range, pages: readonly Page[]): readonly string[] {
  let top = rowIndex;
  return pages.flatMap(({ range, withValues }) => {
    const formulas: readonly (readonly unknown[])[] = range.formulas;
    const from = top;
    top += formulas.length;
    return withValues ? textsLikeFormulas(formulas, range.values, from, columnIndex) : [];
  });
}
