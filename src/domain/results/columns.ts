import { classIn } from "./class-letter";
import { figureWords, idRole, type FigureWords, type IdRole, type Mark, type Unit } from "./figure-words";
import type { HeaderBlock } from "./header-block";
import { isNumbering } from "./header-cells";
import { joinParts, NO_PARTS, procedureParts, type ProcedureParts } from "./parse-procedure";
import { procedureTitle } from "./procedure";
import { saidOver } from "./corrections/said";
import type { SheetView } from "./sheet-view";
import { normaliseText, remembered, words } from "./text";
import { parseYear, type SchoolYear } from "./year";

export type FigureRole = "participants" | "failed" | "passed" | "share" | "passShare" | "mark";

/** A column of a table, as its header explains it. */
export interface Column {
  readonly index: number;
  readonly role: IdRole | FigureRole | "quality" | "other" | "unknown" | "blank";
  readonly mark?: Mark;
  readonly unit: Unit | null;
  /** «чел.», «всего»: participants only where no better column tells them. */
  readonly weak: boolean;
  /** «%» that names nothing: what it counts is told by its neighbours or by the figures. */
  readonly bare: boolean;
  readonly year: SchoolYear | null;
  /** The header cell that tells the year. */
  readonly yearCell: { readonly row: number; readonly column: number } | null;
  readonly parts: ProcedureParts;
  /** «5А», where the header names one class of a parallel. */
  readonly classOf?: string;
  /** Row of the lowest header cell, for addresses. */
  readonly headerRow: number;
  readonly header: string;
}

const FIGURES: ReadonlySet<Column["role"]> = new Set([
  "participants",
  "failed",
  "passed",
  "share",
  "passShare",
  "mark",
  "unknown",
]);

/** Whether a column holds figures, or numbers whose meaning is open. */
export const isFigure = ({ role }: Column): boolean => FIGURES.has(role);

export function figureIndexes(columns: readonly Column[]): readonly number[] {
  return columns.filter(isFigure).map(({ index }) => index);
}

interface HeaderCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly digitRole: "mark" | "grade" | null;
}

/** Explains every column of a header: fills the header rows forward, then reads each column from the bottom up. */
export function readColumns(view: SheetView, block: HeaderBlock): readonly Column[] {
  const rows = headerRows(view, block);
  const columns: Column[] = [];
  const said = saidOver(view.said, block).columns;
  for (let index = block.left; index <= block.right; index++) {
    const path: HeaderCell[] = [];
    for (const row of rows) {
      const cell = row[index - block.left];
      const before = path[path.length - 1];
      if (cell != null && (before?.column !== cell.column || before.row !== cell.row)) path.push(cell);
    }
    const column = index === block.schoolColumn ? schoolColumn(block, path) : explain(index, path, block);
    const { year, procedure } = said.get(index) ?? {};
    columns.push({
      ...column,
      ...(year === undefined ? {} : { year, yearCell: null }),
      ...(procedure === undefined ? {} : { parts: procedureParts(procedureTitle(procedure)) }),
    });
  }
  return columns;
}

function schoolColumn(block: HeaderBlock, path: readonly HeaderCell[]): Column {
  const header = path.map(({ text }) => text).join(" / ");
  return { ...plain(block.schoolColumn, block.bottom, header), role: "school" };
}

function plain(index: number, headerRow: number, header: string): Column {
  return {
    index,
    headerRow,
    header,
    role: "other",
    unit: null,
    weak: false,
    bare: false,
    year: null,
    yearCell: null,
    parts: NO_PARTS,
  };
}

/** The header rows with merges spread, and blanks to the right of an unmerged label filled from it. */
function headerRows(view: SheetView, block: HeaderBlock): readonly (readonly (HeaderCell | null)[])[] {
  const result: (HeaderCell | null)[][] = [];
  const starts = new Set<number>();
  for (let row = block.top; row <= block.bottom; row++) {
    if (isNumbering(view, row)) continue;
    const own = ownCells(view, block, row);
    if (row > block.top && isAgain(view, block, row)) continue;
    const filled = own.map((cell) => cell);
    for (let at = 1; at < own.length; at++) {
      const column = block.left + at;
      const before = filled[at - 1];
      if (own[at] !== null || before == null || starts.has(column)) continue;
      if (canSpread(view, block, before, row, column)) filled[at] = before;
    }
    own.forEach((cell, at) => {
      if (cell?.column === block.left + at) starts.add(block.left + at);
    });
    result.push(filled);
  }
  return result;
}

/**
 * Whether a header row says nothing but what a row above says in the same columns: the header printed twice, of one row
 * or of several. A merge in it spreads a label over columns whose own labels stand above.
 */
function isAgain(view: SheetView, block: HeaderBlock, row: number): boolean {
  for (let above = row - 1; above >= block.top; above--) if (isSameRow(view, block, row, above)) return true;
  return false;
}

function isSameRow(view: SheetView, { left, right }: HeaderBlock, row: number, above: number): boolean {
  let same = 0;
  for (let column = left; column <= right; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (headerKey(text) !== headerKey(view.text(above, column))) return false;
    same += 1;
  }
  return same >= 3;
}

/** An unmerged label spreads over blanks to its right that have a label of their own below. */
function canSpread(
  view: SheetView,
  block: HeaderBlock,
  from: HeaderCell,
  row: number,
  column: number,
): boolean {
  if (from.row !== row || from.column <= block.schoolColumn || view.merge(row, from.column) !== null)
    return false;
  if (idRole(normaliseText(from.text)) !== null) return false;
  for (let below = row + 1; below <= block.bottom; below++) {
    if (isNumbering(view, below)) continue;
    if (view.mergedText(below, column) !== "") return true;
  }
  return false;
}

function ownCells(view: SheetView, block: HeaderBlock, row: number): (HeaderCell | null)[] {
  const cells: (HeaderCell | null)[] = [];
  for (let column = block.left; column <= block.right; column++) {
    const merge = view.merge(row, column);
    const [top, left] = merge === null ? [row, column] : [merge.top, merge.left];
    const text = top < block.top ? "" : view.text(top, left);
    cells.push(text === "" ? null : { row: top, column: left, text, digitRole: null });
  }
  return withDigits(cells);
}

/**
 * A bare digit is a mark when its row has a 2 or a 3 as well, in whatever order the columns stand: these are classes of
 * no procedure. Without them the digits are classes.
 */
function withDigits(cells: readonly (HeaderCell | null)[]): (HeaderCell | null)[] {
  const marks = cells.some((cell) => isDigit(cell) && /[23"«»“”„]/.test(cell?.text ?? ""));
  return cells.map((cell) => {
    if (cell === null || !isDigit(cell)) return cell;
    return { ...cell, digitRole: marks && /[2-5]/.test(cell.text) ? "mark" : "grade" };
  });
}

function isDigit(cell: HeaderCell | null | undefined): boolean {
  return cell != null && /^["«»“”„]?(?:[2-9]|1[01])["«»“”„]?$/.test(cell.text);
}

function explain(index: number, path: readonly HeaderCell[], block: HeaderBlock): Column {
  const last = path[path.length - 1];
  if (last === undefined) return { ...plain(index, block.bottom, ""), role: "blank" };
  const header = path.map(({ text }) => text.replace(/\s+/g, " ")).join(" / ");
  const base = plain(index, last.row, header);
  const id = path.length === 1 ? idRole(normaliseText(last.text)) : idInPath(path);
  if (id !== null) return { ...base, role: id };
  const infos = path.map((cell) =>
    cell.digitRole === "grade" ? NO_FIGURE : figureWords(normaliseText(cell.text)),
  );
  const context = contextOf(path, infos);
  const figure = combine(infos);
  return { ...base, ...figure, ...context };
}

/** A header of several rows identifies when all of its rows do, or the lowest under a heading such as «Сведения». */
function idInPath(path: readonly HeaderCell[]): IdRole | null {
  const last = path[path.length - 1];
  const role = last === undefined ? null : idRole(normaliseText(last.text));
  if (role === "grade" || role === "level") return null;
  return role;
}

const NO_FIGURE: FigureWords = { topic: null, weak: false, unit: null };

function contextOf(
  path: readonly HeaderCell[],
  infos: readonly FigureWords[],
): Pick<Column, "year" | "yearCell" | "parts" | "classOf"> {
  const years = new Set<SchoolYear>();
  let yearCell: Column["yearCell"] = null;
  let parts = NO_PARTS;
  path.forEach((cell, at) => {
    const year = parseYear(cell.text);
    if (year !== null) {
      years.add(year);
      yearCell ??= { row: cell.row, column: cell.column };
    }
    const mark = infos[at]?.topic === "mark" ? infos[at].mark : undefined;
    const digit = /\d+/.exec(cell.text)?.[0];
    parts =
      cell.digitRole === "grade" && digit !== undefined
        ? joinParts(parts, { ...NO_PARTS, grades: new Set([Number(digit)]) })
        : joinParts(parts, headerParts(cell.text, mark));
  });
  const told = path.map(({ text }) => classIn(text)).find((one) => one !== null);
  if (told !== undefined) parts = joinParts(parts, { ...NO_PARTS, grades: new Set([told.grade]) });
  const classOf = told === undefined ? {} : { classOf: `${told.grade}${told.letter}` };
  const [year] = years;
  if (years.size !== 1 || year === undefined) return { year: null, yearCell: null, parts, ...classOf };
  return { year, yearCell, parts, ...classOf };
}

/** The procedure in a header cell; the digit of a mark is no class. */
function headerParts(text: string, mark: Mark | undefined): ProcedureParts {
  const parts = procedureParts(text);
  if (mark === undefined || !parts.grades.has(mark)) return parts;
  return { ...parts, grades: new Set([...parts.grades].filter((grade) => grade !== mark)) };
}

type Figure = Pick<Column, "role" | "unit" | "weak" | "bare"> & { readonly mark?: Mark };

/** The lowest row that names a topic decides; units and weak words («чел.», «%») only add to it. */
function combine(infos: readonly FigureWords[]): Figure {
  const upward = [...infos].reverse();
  const strong = upward.find(({ topic, weak }) => topic !== null && !weak);
  const unit = upward.find((info) => info.unit !== null)?.unit ?? null;
  const isShare = unit === "percent" || unit === "fraction";
  const topic = strong?.topic ?? null;
  const base = { unit, weak: false, bare: false };
  if (topic === "mark")
    return { ...base, role: "mark", ...(strong?.mark === undefined ? {} : { mark: strong.mark }) };
  if (topic === "failed") return { ...base, role: isShare ? "share" : "failed" };
  if (topic === "passed") return { ...base, role: isShare ? "passShare" : "passed" };
  if (topic === "passShare")
    return { ...base, unit: unit === "fraction" ? unit : "percent", role: "passShare" };
  if (topic === "participants")
    return isShare ? { ...base, role: "other" } : { ...base, role: "participants" };
  if (topic === "quality") return { ...base, role: "quality" };
  if (topic !== null) return { ...base, role: "other" };
  if (isShare) return { ...base, role: "unknown", bare: true };
  const weak = upward.some((info) => info.weak);
  return weak ? { ...base, role: "participants", weak: true } : { ...base, role: "unknown" };
}

/** Letters and numbers of a header cell, for comparing a repeated header with the first one. */
export const headerKey = remembered((text: string): string => words(normaliseText(text)).join(" "));
