import type { Area, Grid } from "../../domain/grid";
import { FILES_WIDTH } from "../../domain/documents/beside";
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
import type { OwnSheet, Snapshot } from "../port";
import { askTables, type TablesOnSheet } from "./beside-tables";
import {
  assemble,
  pagesOf,
  readLikeFormulas,
  readPages,
  type OnSheet,
  type SheetProxy,
  type Wanted,
} from "./pages";
import { CORRECTIONS_KEY, JOURNAL_KEY, LEFT_KEY, parseSettings, SETTINGS_KEY } from "../settings";

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
      known: id === null ? [] : (keptOf(id, writtenOf(proxy), kept)?.rows ?? []),
    };
  });
  const files = wanted.filter(({ kind }) => kind === "files").map(({ proxy }) => proxy.tables);
  const tablesOf = new Map(files.map((each) => [each, askTables(each.items, FILES_WIDTH)]));
  await readPages(context, wanted, merges, progress);
  await readLikeFormulas(context, wanted);
  for (const each of wanted) {
    const { proxy, id, kind, formulas, values: filledIn, formats } = each;
    const placed = tablesOf.get(proxy.tables)?.();
    const read = assemble(each, formulas ? "formulas" : "figures", workbook.name, merges.get(proxy.sheet.id));
    const grid = withTables(read, placed);
    if (id === null || kind === null) {
      if (grid !== null) grids.push(grid);
      continue;
    }
    const written = writtenOf(proxy);
    const values = filledIn ? assemble(each, formats ? "figures" : "values", workbook.name, undefined) : null;
    const shown = withTables(values, placed);
    own.push({
      ...(shown === null ? {} : { shown }),
      sheetId: proxy.sheet.id,
      id,
      kind,
      name: proxy.sheet.name,
      grid,
      unchanged: isHalf({ written }) || (written !== null && grid !== null && isAsWritten(grid, written)),
      written,
      kept: keptOf(id, written, kept),
      tables: placed?.ours ?? proxy.tables.items.map(({ name }) => name),
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
    waiting: own.filter(isHalf).map(({ name }) => name),
  };
}

const withTables = (grid: Grid | null, placed: TablesOnSheet | undefined): Grid | null =>
  grid === null || placed === undefined || placed.users.length === 0
    ? grid
    : { ...grid, tables: placed.users.map(({ area }) => area) };

const writtenOf = ({ fingerprint }: SheetProxy): string | null =>
  fingerprint.isNullObject ? null : constantText(fingerprint.formula);

const isHalf = ({ written }: Pick<OwnSheet, "written">): boolean =>
  written?.startsWith(BEING_WRITTEN) === true;

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
