import { parseArea, type Area } from "../format/address";
import { BUILT_IN } from "../format/numberFormats";
import { isOle, oleProblem } from "../package/ole";
import { Package, parsed } from "../package/package";
import { readSharedStrings } from "../parts/sharedStrings";
import { findParts, type SheetEntry } from "../parts/workbookParts";
import { FileProblem } from "../problem";
import { XmlProblem } from "../xml/cursor";
import { child, childrenOf, numberOf, type XmlElement } from "../xml/element";
import { filledRows, type FilledRow, type Value } from "./rows";

/** The used part of a sheet as values: no styles, no formulas. Blank cells are null, errors are their text. */
export interface SheetCells {
  readonly name: string;
  /** Zero-based position of the first filled cell. */
  readonly top: number;
  readonly left: number;
  readonly cells: readonly (readonly (Value | null)[])[];
  /** Number formats, same shape; absent on large sheets. */
  readonly formats?: readonly (readonly string[])[];
  readonly merges: readonly Area[];
  /** Set on a sheet that the file hides. */
  readonly hidden?: true;
}

export interface ReadSheetsOptions {
  /** Unpacked bytes above which the file is refused. */
  readonly unpackedLimit: number;
  /** Cells of all used areas together above which the file is refused: one stray cell makes a huge area. */
  readonly cellLimit: number;
  /** Number formats of larger areas are not given. */
  readonly formatsUpTo: number;
  /** Called now and then with the part of the file that is behind, 0…1; the reading goes on when it settles. */
  readonly pause: (done: number) => Promise<void>;
}

/** Rows between two pauses: some tens of milliseconds. */
const ROWS_PER_PAUSE = 4000;

/**
 * Values of every worksheet of an .xlsx, hidden ones too.
 * @throws FileProblem what keeps the file from being read
 */
export async function readSheets(
  bytes: Uint8Array,
  options: ReadSheetsOptions,
): Promise<readonly SheetCells[]> {
  if (isOle(bytes)) throw oleProblem(bytes);
  const pack = Package.open(bytes, options.unpackedLimit);
  if (!pack.has("[Content_Types].xml")) throw new FileProblem("notXlsx", "no content types");
  const parts = findParts(pack);
  const { strings: stringsPart } = parts;
  await options.pause(0);
  const strings = stringsPart ? parsed(stringsPart, () => readSharedStrings(pack.text(stringsPart))) : [];
  const codes = formatCodes(parts.styles ? pack.tree(parts.styles) : undefined);
  const entries = parts.sheets.filter(({ isWorksheet }) => isWorksheet);
  if (entries.length === 0) throw new FileProblem("notXlsx", "no worksheets");
  const sheets: SheetCells[] = [];
  let left = options.cellLimit;
  for (const [index, entry] of entries.entries()) {
    const pause = (part: number): Promise<void> => options.pause((index + part) / entries.length);
    const sheet = await readSheet(pack, entry, { strings, codes, pause, options, cellLimit: left });
    if (sheet === null) continue;
    left -= sheet.cells.length * (sheet.cells[0]?.length ?? 0);
    sheets.push(sheet);
  }
  return sheets;
}

interface SheetContext {
  readonly strings: readonly string[];
  readonly codes: (format: number) => string;
  readonly pause: (done: number) => Promise<void>;
  readonly options: ReadSheetsOptions;
  readonly cellLimit: number;
}

async function readSheet(
  pack: Package,
  { name, part, element }: SheetEntry,
  context: SheetContext,
): Promise<SheetCells | null> {
  if (part === undefined) throw new FileProblem("corrupted", `${name}: no part`);
  await context.pause(0);
  const root = pack.tree(part, "sheetData");
  const rows = await collectRows(part, root, context);
  const area = usedArea(rows);
  if (area === null) return null;
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (size > context.cellLimit) throw new FileProblem("tooLarge", name);
  const blank = <T>(value: T): T[][] =>
    Array.from({ length: area.bottom - area.top + 1 }, () =>
      new Array<T>(area.right - area.left + 1).fill(value),
    );
  const cells = blank<Value | null>(null);
  const formats = size > context.options.formatsUpTo ? null : blank("General");
  for (const row of rows) {
    row.columns.forEach((column, i) => {
      const [r, c] = [row.row - area.top, column - area.left];
      const target = cells[r];
      if (target !== undefined) target[c] = row.values[i] ?? null;
      const code = formats?.[r];
      if (code !== undefined) code[c] = context.codes(row.formats[i] ?? 0);
    });
  }
  const merges = childrenOf(child(root, "mergeCells"), "mergeCell").flatMap(
    (each) => parseArea(each.attributes.get("ref") ?? "") ?? [],
  );
  const covered = merges.reduce((sum, merge) => sum + cellsWithin(merge, area), 0);
  if (covered > size) throw new FileProblem("corrupted", `${name}: merged cells overlap`);
  return {
    name,
    top: area.top,
    left: area.left,
    cells,
    ...(formats === null ? {} : { formats }),
    merges,
    ...(/^(?:veryH|h)idden$/.test(element.attributes.get("state") ?? "") ? { hidden: true } : {}),
  };
}

async function collectRows(
  part: string,
  root: XmlElement,
  { strings, pause, cellLimit }: SheetContext,
): Promise<readonly FilledRow[]> {
  const data = child(root, "sheetData");
  if (data === undefined) return [];
  const place = { part, xml: root.xml, from: data.openEnd, to: data.closeStart, prefix: data.prefix };
  const rows: FilledRow[] = [];
  try {
    let filled = 0;
    const declared = Math.max(1, (data.closeStart - data.openEnd) / 300); // bytes of a row, about
    for (const row of filledRows(place, strings)) {
      rows.push(row);
      filled += row.columns.length;
      if (filled > cellLimit) throw new FileProblem("tooLarge", part);
      if (rows.length % ROWS_PER_PAUSE === 0) await pause(Math.min(0.99, rows.length / declared));
    }
  } catch (error) {
    if (error instanceof XmlProblem) throw new FileProblem("corrupted", `${part}: ${error.message}`);
    throw error;
  }
  return rows;
}

/** How many cells of an area a merge covers: merges share no cell, so all of them together cover no more than it has. */
function cellsWithin(merge: Area, area: Area): number {
  const rows = Math.min(merge.bottom, area.bottom) - Math.max(merge.top, area.top) + 1;
  const columns = Math.min(merge.right, area.right) - Math.max(merge.left, area.left) + 1;
  return Math.max(0, rows) * Math.max(0, columns);
}

function usedArea(rows: readonly FilledRow[]): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, columns } of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (const column of columns) {
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}

/** Number format of each cell format; `General` for one that the file does not tell. */
function formatCodes(styles: XmlElement | undefined): (format: number) => string {
  const codes = new Map(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const each of childrenOf(child(styles, "numFmts"), "numFmt"))
    codes.set(numberOf(each, "numFmtId") ?? -1, each.attributes.get("formatCode") ?? "General");
  const ofCell = childrenOf(child(styles, "cellXfs"), "xf").map(
    (xf) => codes.get(numberOf(xf, "numFmtId") ?? 0) ?? "General",
  );
  return (format) => ofCell[format] ?? "General";
}
