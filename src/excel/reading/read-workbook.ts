import type { Area, CellValue, Grid } from "../../domain/grid";
import { NO_CORRECTIONS, readCorrections } from "../../domain/results/corrections/store";
import { DEFAULT_SETTINGS, type Settings } from "../../domain/settings";
import { KEPT_NAMESPACE, readKeptPart, type KeptState } from "../sheets/kept-state";
import {
  BEING_WRITTEN,
  constantText,
  FINGERPRINT,
  isAsWritten,
  isFilledIn,
  isInput,
  kindOf,
  MARK,
} from "../sheets/mark";
import type { SheetKind } from "../../domain/sheet-plan";
import type { OwnSheet, Snapshot } from "../port";
import { CORRECTIONS_KEY, JOURNAL_KEY, LEFT_KEY, parseSettings, SETTINGS_KEY } from "../settings";

/** Cells per request: 5 MB is the limit on the web, and a cell of a results sheet takes about 15 bytes with its format. */
const PAGE_CELLS = 150_000;
/** Above this size number formats are not read: sheets of this size are pupil lists, whose figures are not shares. */
const FORMATS_UP_TO = 300_000;

/** Parts that keep generated sheets and come with the list of sheets: 30 schools have 66, of some 30 KB each. */
const FIRST_PARTS = 80;
/** Letters of parts in one answer: two bytes each in UTF-8, below 5 MB. */
const PART_LETTERS = 1_500_000;

interface PartXml {
  readonly part: string;
  readonly xml: OfficeExtension.ClientResult<string>;
}

const xmlOf = (part: Excel.CustomXmlPart): PartXml => ({ part: part.id, xml: part.getXml() });

/** The parts after the first ones, as many at a time as an answer holds, judged by the mean of those so far. */
async function otherParts(
  context: Excel.RequestContext,
  parts: readonly Excel.CustomXmlPart[],
  known: readonly PartXml[],
): Promise<readonly PartXml[]> {
  const read: PartXml[] = [];
  while (read.length < parts.length) {
    const all = [...known, ...read];
    const mean = all.reduce((sum, { xml }) => sum + xml.value.length, 1) / Math.max(1, all.length);
    const count = Math.max(1, Math.floor(PART_LETTERS / (1.3 * mean)));
    const page = parts.slice(read.length, read.length + count).map(xmlOf);
    await context.sync();
    read.push(...page);
  }
  return read;
}

interface SheetProxy {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly fingerprint: Excel.NamedItem;
  readonly used: Excel.Range;
}

/** What stands on a sheet beside its cells and goes when an own sheet is written anew. */
interface OnSheet {
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
}

interface Page {
  readonly range: Excel.Range;
  readonly withFormats: boolean;
}

/**
 * Reads every sheet in three kinds of requests: the list of sheets, their used areas, their cells in pages.
 * Own documents come as formulas, so that an edit can be told from a recalculation.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  progress?: (done: number) => void,
): Promise<Snapshot> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const tables = workbook.tables.load("items/name");
  const names = workbook.names.load("items/name");
  workbook.load("name");
  workbook.protection.load("protected");
  const stored = workbook.settings.getItemOrNullObject(SETTINGS_KEY).load("value");
  const corrected = workbook.settings.getItemOrNullObject(CORRECTIONS_KEY).load("value");
  const journal = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("key");
  const left = workbook.settings.getItemOrNullObject(LEFT_KEY).load("key");
  const parts = workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
  await context.sync();
  const settings: Settings = stored.isNullObject ? DEFAULT_SETTINGS : parseSettings(stored.value);
  const proxies = sheets.items.map((sheet): SheetProxy & OnSheet => {
    sheet.protection.load("protected");
    return {
      sheet,
      mark: sheet.names.getItemOrNullObject(MARK).load("formula"),
      fingerprint: sheet.names.getItemOrNullObject(FINGERPRINT).load("formula"),
      used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
      tables: sheet.tables.load("items/name"),
      charts: sheet.charts.load("items/name"),
    };
  });
  const firstParts = parts.items.slice(0, FIRST_PARTS).map(xmlOf);
  await context.sync();
  const xml = [...firstParts, ...(await otherParts(context, parts.items.slice(FIRST_PARTS), firstParts))];
  const kept = xml.flatMap((each) => {
    const state = readKeptPart(each.xml.value);
    return state === null ? [] : [{ part: each.part, state }];
  });
  const merges = new Map<string, readonly Area[]>();
  const grids: Grid[] = [];
  const own: OwnSheet[] = [];
  const wanted = proxies.map((proxy): Wanted => {
    const id = ownId(proxy);
    const kind = id === null ? null : kindOf(id);
    return {
      proxy,
      id,
      kind,
      formulas: kind !== null && !isInput(kind),
      values: kind !== null && isFilledIn(kind),
      formats: kind === null || isInput(kind) || kind === "files",
      pages: pagesOf(proxy.used),
    };
  });
  await readPages(context, wanted, merges, progress);
  for (const { proxy, id, kind, formulas, values, formats, pages } of wanted) {
    const grid = assemble(
      proxy,
      pages,
      formulas ? "formulas" : "figures",
      workbook.name,
      merges.get(proxy.sheet.id),
    );
    if (id === null || kind === null) {
      if (grid !== null) grids.push(grid);
      continue;
    }
    const written = proxy.fingerprint.isNullObject ? null : constantText(proxy.fingerprint.formula);
    const shown = values
      ? assemble(proxy, pages, formats ? "figures" : "values", workbook.name, undefined)
      : null;
    own.push({
      ...(shown === null ? {} : { shown }),
      sheetId: proxy.sheet.id,
      id,
      kind,
      name: proxy.sheet.name,
      grid,
      unchanged:
        written?.startsWith(BEING_WRITTEN) === true ||
        (written !== null && grid !== null && isAsWritten(grid, written)),
      written,
      kept: keptOf(id, written, kept),
      tables: proxy.tables.items.map(({ name }) => name),
      charts: proxy.charts.items.map(({ name }) => name),
      protected: proxy.sheet.protection.protected,
    });
  }
  return {
    name: workbook.name,
    sheetNames: sheets.items.map(({ name }) => name),
    sheets: sheets.items.map(({ id, name }) => ({ id, name })),
    tableNames: [...tables.items, ...names.items].map(({ name }) => name),
    grids,
    own,
    structureProtected: workbook.protection.protected,
    settings,
    corrections: corrected.isNullObject ? NO_CORRECTIONS : readCorrections(corrected.value),
    keptParts: xml.map(({ part }) => {
      const state = kept.find((each) => each.part === part)?.state;
      return { part, sheet: state?.sheet ?? null, written: state?.written ?? null };
    }),
    unfinished: !journal.isNullObject || !left.isNullObject,
    waiting: left.isNullObject ? [] : own.filter(isHalf).map(({ name }) => name),
  };
}

const isHalf = ({ written }: OwnSheet): boolean => written?.startsWith(BEING_WRITTEN) === true;

function keptOf(
  id: string,
  written: string | null,
  kept: readonly { readonly state: KeptState }[],
): KeptState | null {
  return kept.find(({ state }) => state.sheet === id && state.written === written)?.state ?? null;
}

function ownId({ mark }: SheetProxy): string | null {
  const id = mark.isNullObject ? null : constantText(mark.formula);
  return id !== null && kindOf(id) !== null ? id : null;
}

function pagesOf(used: Excel.Range): Page[] {
  if (used.isNullObject) return [];
  const rowsPerPage = Math.max(1, Math.floor(PAGE_CELLS / used.columnCount));
  const withFormats = used.rowCount * used.columnCount <= FORMATS_UP_TO;
  const pages: Page[] = [];
  for (let row = 0; row < used.rowCount; row += rowsPerPage) {
    const rows = Math.min(rowsPerPage, used.rowCount - row);
    pages.push({ range: used.getCell(row, 0).getResizedRange(rows - 1, used.columnCount - 1), withFormats });
  }
  return pages;
}

interface Wanted {
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
}

/** Packs pages of several sheets into as few requests as the size limit allows. */
async function readPages(
  context: Excel.RequestContext,
  wanted: readonly Wanted[],
  merges: Map<string, readonly Area[]>,
  progress?: (done: number) => void,
): Promise<void> {
  const total = wanted.reduce((sum, { pages }) => sum + pages.length, 0);
  const mergesKnown = Office.context.requirements.isSetSupported("ExcelApi", "1.13");
  const merged: { id: string; areas: Excel.RangeAreas }[] = [];
  let cells = 0;
  let done = 0;
  for (const { proxy, id, formulas, values, formats, pages } of wanted) {
    if (mergesKnown && id === null && !proxy.used.isNullObject) {
      const areas = proxy.used.getMergedAreasOrNullObject();
      areas.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
      merged.push({ id: proxy.sheet.id, areas });
    }
    for (const page of pages) {
      const size = Math.ceil((proxy.used.columnCount * proxy.used.rowCount) / pages.length);
      if (cells > 0 && cells + size > PAGE_CELLS) {
        await context.sync();
        cells = 0;
        progress?.(done / total);
      }
      page.range.load(
        [
          ...(formulas ? ["formulas"] : []),
          ...(values || !formulas ? ["values"] : []),
          ...(formats && page.withFormats ? ["numberFormat"] : []),
        ].join(),
      );
      cells += size;
      done += 1;
    }
  }
  await context.sync();
  for (const { id, areas } of merged) {
    if (!areas.isNullObject) merges.set(id, areas.areas.items.map(toArea));
  }
  progress?.(1);
}

function toArea({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

const toCell = (value: unknown): CellValue =>
  value === "" || value === undefined || typeof value === "object" ? null : (value as CellValue);

function assemble(
  { sheet, used }: SheetProxy,
  pages: readonly Page[],
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
  return {
    sheet: sheet.name,
    file,
    top: used.rowIndex,
    left: used.columnIndex,
    cells: rows.map((row) => row.map(toCell)),
    ...(formats.length > 0 ? { formats } : {}),
    ...(merges === undefined ? {} : { merges }),
    ...(sheet.visibility === "Visible" ? {} : { hidden: true }),
  };
}
