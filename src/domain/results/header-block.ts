import { idRole } from "./figure-words";
import {
  filledColumns,
  hasFigures,
  isFigureLabel,
  isLabel,
  isNumbering,
  LONGEST_LABEL,
} from "./header-cells";
import { looksLikeSchool } from "./row-words";
import { bestSchoolColumn, schoolLabels, segmentStart, tableEdges } from "./school-columns";
import type { SheetView } from "./sheet-view";
import { normaliseText } from "./text";

export { filledColumns, isNumbering } from "./header-cells";

/** Where one table's header stands; local rows and columns, inclusive. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly schoolColumn: number;
  /** Whether the school column is labelled, or was found by the names under it. */
  readonly labelled: boolean;
}

/** Year, procedure and kind of figure in three rows, marks under them, a numbering row: more is not a header. */
const MOST_ROWS = 5;

/** Finds every header on a sheet, top to bottom; several may stand side by side. */
export function findHeaders(view: SheetView): readonly HeaderBlock[] {
  const found: HeaderBlock[] = [];
  for (let row = 0; row < view.rows; row++) {
    const labels = schoolLabels(view, row);
    if (labels.length === 0 || (found.length > 0 && !isHeaderAgain(view, row))) continue;
    const blocks = blocksAt(view, row, labels, found.length > 0);
    found.push(...blocks);
    row = Math.max(row, ...blocks.map(({ bottom }) => bottom));
  }
  if (found.length > 0) return found;
  const unlabelled = findUnlabelled(view);
  return unlabelled === null ? [] : [unlabelled];
}

/**
 * Below a header, a school called by the word of a header («Школа | 20 | 3») begins no table: a header has another label
 * beside it, marks or years side by side, or no numbers.
 */
function isHeaderAgain(view: SheetView, row: number): boolean {
  const filled = filledColumns(view, row);
  const numbers = filled.filter((column) => typeof view.value(row, column) === "number");
  if (numbers.length === 0) return true;
  const labels = filled.filter((column) => !numbers.includes(column) && isAnyLabel(view, row, column));
  return labels.length > 1 || (numbers.length > 2 && isMarksOrYears(view, row, numbers));
}

function isAnyLabel(view: SheetView, row: number, column: number): boolean {
  return idRole(normaliseText(view.text(row, column))) !== null || isFigureLabel(view, row, column);
}

function blocksAt(
  view: SheetView,
  row: number,
  labels: readonly number[],
  belowTable: boolean,
): readonly HeaderBlock[] {
  const first = labels[0] ?? 0;
  const bottom = bottomOf(view, row, first);
  const highest = topOf(view, row, bottom, first);
  const top = belowTable && isOfBody(view, highest, row) ? row : highest;
  const [from, to] = tableEdges(view, { top, bottom, row }, labels);
  const starts = labels.map((label, at) => (at === 0 ? from : segmentStart(view, bottom, row, label)));
  const blocks: HeaderBlock[] = [];
  let pending: number | null = null;
  labels.forEach((label, at) => {
    const left = pending ?? starts[at] ?? 0;
    // Names whose own label is lost may stand right of the last header cell.
    const right = Math.max(label, lastHeader(view, top, bottom, left, (starts[at + 1] ?? to + 1) - 1));
    const next = labels[at + 1];
    // «ОО | Муниципалитет | Название ОО | …»: one table with two columns of names.
    const named = next !== undefined && !hasFigures(view, top, bottom, label + 1, right);
    if (named && !hasNumbers(view, { bottom, row }, label + 1, right)) {
      pending = left;
      return;
    }
    const own = labels.filter((column) => column >= left && column <= right);
    const schoolColumn = bestSchoolColumn(view, bottom, row, own);
    blocks.push({
      top,
      bottom,
      left: firstHeader(view, top, bottom, left, label),
      right,
      schoolColumn,
      labelled: true,
    });
    pending = null;
  });
  return blocks;
}

/** Whether numbers that nothing identifies stand below a header: the table of a label whose figures lost theirs. */
function hasNumbers(
  view: SheetView,
  { bottom, row }: { readonly bottom: number; readonly row: number },
  from: number,
  to: number,
): boolean {
  for (let column = from; column <= to; column++) {
    if (idRole(normaliseText(view.text(row, column) || view.text(bottom, column))) !== null) continue;
    for (let below = bottom + 1; below < Math.min(view.rows, bottom + 8); below++)
      if (typeof view.value(below, column) === "number") return true;
  }
  return false;
}

function firstHeader(view: SheetView, top: number, bottom: number, from: number, label: number): number {
  for (let column = from; column < label; column++) {
    for (let row = top; row <= bottom; row++) if (view.text(row, column) !== "") return column;
  }
  return label;
}

function lastHeader(view: SheetView, top: number, bottom: number, from: number, to: number): number {
  for (let column = to; column > from; column--) {
    for (let row = top; row <= bottom; row++) {
      if (view.text(row, column) !== "") return column;
      const merge = view.merge(row, column);
      if (merge !== null && merge.left >= from && view.text(merge.top, merge.left) !== "") return column;
    }
  }
  return from;
}

function bottomOf(view: SheetView, row: number, school: number): number {
  const merge = view.merge(row, school);
  let bottom = merge === null ? row : merge.bottom;
  while (bottom + 1 < view.rows && bottom - row < MOST_ROWS && isSubheader(view, bottom + 1, school, row))
    bottom += 1;
  return bottom;
}

/** A further header row: nothing under the school label, no row's number under «№ п/п», and every cell a label. */
function isSubheader(view: SheetView, row: number, school: number, labels: number): boolean {
  if (isNumbering(view, row)) return true;
  if (view.text(row, school) !== "") return false;
  const filled = filledColumns(view, row);
  if (filled.length === 0 || filled.some((column) => isRowNumber(view, row, column, labels))) return false;
  if (filled.every((column) => typeof view.value(row, column) === "number"))
    return isMarksOrYears(view, row, filled);
  return (
    // A label lost to an error value leaves the row a header: «5 класс | #ССЫЛКА! | 6 класс».
    filled.every((column) => isLabel(view, row, column) || view.text(row, column).startsWith("#")) &&
    filled.some((c) => isFigureLabel(view, row, c))
  );
}

/** «7» under «№ п/п»: the row is of the body, and its name is missing. */
function isRowNumber(view: SheetView, row: number, column: number, labels: number): boolean {
  const label = view.text(labels, column);
  return label !== "" && /^\d+$/.test(view.text(row, column)) && idRole(normaliseText(label)) === "number";
}

/** Numbers alone make a header row when they are marks side by side, years, or classes one after another. */
function isMarksOrYears(view: SheetView, row: number, filled: readonly number[]): boolean {
  const numbers = filled.map((column) => Number(view.text(row, column)));
  const year = (n: number): boolean => Number.isInteger(n) && n >= 2010 && n <= 2099;
  if (numbers.every(year)) return true;
  if (numbers.length < 2 || !numbers.every((n) => Number.isInteger(n) && n >= 2 && n <= 11)) return false;
  const steps = numbers.slice(1).map((n, at) => n - (numbers[at] ?? 0));
  const runs = steps.filter((step) => step === 1 || step === -1).length;
  // Marks repeat 2, 3, 4, 5, 2, 3, 4, 5: three steps of four are by one.
  return runs * 4 >= steps.length * 3;
}

function topOf(view: SheetView, row: number, bottom: number, school: number): number {
  let top = row;
  while (top > 0 && bottom - top < MOST_ROWS && isUpperHeader(view, top - 1, school)) top -= 1;
  return top;
}

/**
 * Whether what looks like the upper rows of a header is the end of the table right above: one of its cells is no label
 * of figures, as in «Русский язык | выпуска нет» below a school's name.
 */
function isOfBody(view: SheetView, top: number, row: number): boolean {
  if (top === row || top === 0 || filledColumns(view, top - 1).length === 0) return false;
  return filledColumns(view, top).some((column) => !isAnyLabel(view, top, column));
}

/** A header row above the school label: labels over the figure columns and nothing over the names. */
function isUpperHeader(view: SheetView, row: number, school: number): boolean {
  const filled = filledColumns(view, row);
  if (filled.length === 0) return false;
  if (filled.some((column) => column <= school && idRole(normaliseText(view.text(row, column))) === null))
    return false;
  const right = filled.filter((column) => column > school);
  if (
    !right.every((column) => isLabel(view, row, column)) ||
    !right.some((c) => isFigureLabel(view, row, c))
  ) {
    return false;
  }
  const [single] = right;
  if (right.length > 1 || single === undefined) return right.length > 1;
  // One text alone over the columns is a header when it is merged over them or says nothing but a year or a procedure.
  const merge = view.merge(row, single);
  if (merge !== null) return merge.right > merge.left;
  const firstFigure = filledColumns(view, row + 1).find((column) => column > school);
  return single === firstFigure && view.text(row, single).length <= 25;
}

/** Numbers alone that are no marks in order, or begin left of the names: a school whose name is missing. */
function isNamelessBody(view: SheetView, row: number, school: number): boolean {
  const filled = filledColumns(view, row);
  if (filled.length === 0 || filled.some((column) => typeof view.value(row, column) !== "number"))
    return false;
  return filled.some((column) => column < school) || !isMarksOrYears(view, row, filled);
}

/** A table whose corner is blank: the row of labels above a column of school names. */
function findUnlabelled(view: SheetView): HeaderBlock | null {
  const names = new Map<number, { first: number; count: number }>();
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const value = view.value(row, column);
      if (typeof value !== "string" || value.length > LONGEST_LABEL || !looksLikeSchool(value)) continue;
      const before = names.get(column);
      if (before === undefined) names.set(column, { first: row, count: 1 });
      else before.count += 1;
    }
  }
  const best = [...names].sort((a, b) => b[1].count - a[1].count)[0];
  if (best === undefined || best[1].count < 2) return null;
  const [school, { first }] = best;
  for (let row = first - 1; row >= Math.max(0, first - 6); row--) {
    if (isNamelessBody(view, row, school)) continue;
    const right = filledColumns(view, row).filter((column) => column > school);
    if (
      !right.some((column) => isFigureLabel(view, row, column)) ||
      !right.every((c) => isLabel(view, row, c))
    ) {
      // Several labels right above the names are the header, understood or not: a title above it is none.
      if (filledColumns(view, row).length > 1 && !isNumbering(view, row)) return null;
      continue;
    }
    const top = topOf(view, row, row, school);
    const last = lastHeader(view, top, row, school, view.columns - 1);
    return { top, bottom: row, left: 0, right: last, schoolColumn: school, labelled: false };
  }
  return null;
}
