import { figureIndexes, headerKey, readColumns, type Column } from "./columns";
import {
  clearParts,
  fillParts,
  hasParts,
  NO_PARTS,
  procedureParts,
  withoutKinds,
  type ProcedureParts,
} from "./parse-procedure";
import { findHeaders, type HeaderBlock } from "./header-block";
import { turnedBelow } from "./school-columns";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";
import { borrowedOf, isUnreadBeside, lostOver, titlesOf, type Above, type Title } from "./titles";
import { besides, isTwin, overlap } from "./twins";
import { parseDateYear, parseYear, type SchoolYear } from "./year";

export type YearFrom = "header" | "column" | "title" | "sheet" | "file" | "user";

/** A year that something outside the columns tells. */
export interface ToldYear {
  readonly year: SchoolYear;
  readonly from: YearFrom;
  /** Row of the title that tells it; local. */
  readonly row?: number;
}

/** A table on a sheet: header, columns, rows of its body and what its surroundings tell. Local coordinates. */
export interface Table {
  readonly view: SheetView;
  readonly block: HeaderBlock;
  readonly columns: readonly Column[];
  readonly bodyTop: number;
  readonly bodyBottom: number;
  /** Years told by titles, sheet name and file name, the strongest first. */
  readonly years: readonly ToldYear[];
  /** Procedure parts told by titles, sheet name and file name. */
  readonly parts: ProcedureParts;
  /** Rows that repeat the header inside the body. */
  readonly repeated: ReadonlySet<number>;
  /** Normalised texts of the titles: they may name the figure («доля не справившихся, %»). */
  readonly titles: readonly string[];
  /** The title rows themselves. */
  readonly own: readonly Title[];
}

/** Finds the tables of a sheet with everything that explains them. */
export function findTables(view: SheetView): readonly Table[] {
  const blocks = findHeaders(view).map((block) => ({ block, columns: readColumns(view, block) }));
  const tables: Table[] = [];
  const firstTop = blocks[0]?.block.top ?? 0;
  const taken = new Set<number>();
  blocks.forEach(({ block, columns }, at) => {
    if (taken.has(at)) return;
    const repeated = new Set<number>();
    let bodyBottom = view.rows - 1;
    for (let next = at + 1; next < blocks.length; next++) {
      const later = blocks[next];
      if (later === undefined || later.block.top <= block.bottom || !overlap(block, later.block)) continue;
      if (isRepeated(view, block, columns, later)) {
        taken.add(next);
        for (let row = later.block.top; row <= later.block.bottom; row++) repeated.add(row);
        continue;
      }
      bodyBottom = later.block.top - 1;
      break;
    }
    const turned = turnedBelow(view, block.schoolColumn, block.bottom + 1, bodyBottom);
    if (turned !== null) bodyBottom = turned - 1;
    const beside = blocks.flatMap((other) => (besides(block, other.block) ? [other.block] : []));
    const above = lastDataRow(tables, block);
    const found = titlesOf(view, block, beside, above);
    const first =
      at === 0 || block.top === firstTop ? [] : titlesOf(view, { ...block, top: firstTop }, beside, null);
    // Another table between them with a title of its own: whose title holds for this one is not told.
    const between = tables.some(
      (other) => other.block.top > firstTop && overlap(other.block, block) && contradicts(other.own, first),
    );
    const shared = between ? [] : first;
    const rows = { view, block, columns, bodyTop: block.bottom + 1, bodyBottom, repeated };
    const without = (lost: Title | null): Table => {
      const own = found.filter((title) => title !== lost);
      return { ...rows, own, ...told(view, own, shared, lost) };
    };
    const lost = lostOver(view, block, beside, above);
    const table = without(lost ?? (isUnreadBeside(view, block, beside) ? borrowedOf(found, true) : null));
    const isSecond = lost === null && tables.some((other) => isTwin(other, table));
    tables.push(isSecond ? without(borrowedOf(found, false)) : table);
  });
  return tables;
}

/** Whether titles tell another year or form than the sheet's first ones. */
function contradicts(titles: readonly Title[], first: readonly Title[]): boolean {
  const year = titleYear(titles)?.year;
  if (year !== undefined && year !== titleYear(first)?.year) return true;
  const formsOf = (all: readonly Title[]): ReadonlySet<string> =>
    new Set(all.flatMap(({ text }) => [...clearParts(procedureParts(text)).forms]));
  const known = formsOf(first);
  return [...formsOf(titles)].some((form) => !known.has(form));
}

/** The same header again, with no title of its own that tells another procedure or year. */
function isRepeated(
  view: SheetView,
  block: HeaderBlock,
  columns: readonly Column[],
  later: { readonly block: HeaderBlock; readonly columns: readonly Column[] },
): boolean {
  if (later.block.left !== block.left || later.columns.length !== columns.length) return false;
  if (later.columns.some(({ header }, at) => headerKey(header) !== headerKey(columns[at]?.header ?? "")))
    return false;
  const own = titlesOf(view, later.block, [], { row: block.bottom, figures: figureIndexes(columns) });
  return own.every(({ text }) => parseYear(text) === null && !hasParts(procedureParts(text)));
}

function lastDataRow(tables: readonly Table[], block: HeaderBlock): Above | null {
  const above = tables.findLast((table) => table.block.bottom < block.top && overlap(table.block, block));
  if (above === undefined) return null;
  const { block: upper, columns } = above;
  // Figures whose label was lost stand under a blank, or under the label of the names spread over them.
  const lost = columns.filter(
    ({ role, index }) => index > upper.schoolColumn && (role === "blank" || role === "school"),
  );
  return { row: upper.bottom, figures: [...figureIndexes(columns), ...lost.map(({ index }) => index)] };
}

/**
 * What titles, sheet and file tell, the nearest first.
 * @param lost a title left out as another table's: what it tells, nothing farther away tells in its place
 */
function told(
  view: SheetView,
  own: readonly Title[],
  shared: readonly Title[],
  lost: Title | null,
): Pick<Table, "years" | "parts" | "titles"> {
  const { sheet, file } = view.grid;
  const isNear = ({ row }: Title): boolean => lost === null || row > lost.row;
  const hidesYear = lost !== null && parseYear(lost.text) !== null;
  const dated = hidesYear ? own.filter(isNear) : own;
  const years: ToldYear[] = [];
  const title = titleYear(dated) ?? (hidesYear ? null : titleYear(shared));
  if (title !== null) years.push(title);
  const sheetYear = parseYear(sheet);
  if (sheetYear !== null) years.push({ year: sheetYear, from: "sheet" });
  const fileYear = file === undefined ? null : parseYear(file);
  if (fileYear !== null) years.push({ year: fileYear, from: "file" });
  if (years.length === 0) {
    const dates = new Set(own.map(({ text }) => parseDateYear(text)).filter((year) => year !== null));
    const [date] = dates;
    if (dates.size === 1 && date !== undefined) years.push({ year: date, from: "title" });
  }
  const hidden = lost === null ? NO_PARTS : procedureParts(lost.text);
  const far = (text: string): ProcedureParts => withoutKinds(clearParts(procedureParts(text)), hidden);
  let parts = NO_PARTS;
  for (const one of own)
    parts = fillParts(parts, isNear(one) ? clearParts(procedureParts(one.text)) : far(one.text));
  // The sheet's first titles serve every table below them, but a subject there belongs to the first table.
  for (const { text } of shared) parts = fillParts(parts, { ...NO_PARTS, forms: far(text).forms });
  parts = fillParts(parts, far(sheet));
  if (file !== undefined) parts = fillParts(parts, far(file.replace(/\.[a-zа-я]+$/i, "")));
  return {
    years: hidesYear && title === null ? [] : years,
    parts,
    titles: own.map(({ text }) => normaliseText(text)),
  };
}

/** The one year that the titles tell; two titles with different years tell none. */
function titleYear(titles: readonly Title[]): ToldYear | null {
  const found = titles.flatMap(({ row, text }) => {
    const year = parseYear(text);
    return year === null ? [] : [{ year, from: "title" as const, row }];
  });
  const [first] = found;
  return first !== undefined && found.every(({ year }) => year === first.year) ? first : null;
}
