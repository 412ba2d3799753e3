import { figureWords, idRole } from "./figure-words";
import { hasParts, procedureParts } from "./parse-procedure";
import { looksLikeSchool } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText, remembered } from "./text";
import { parseYear } from "./year";

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
const LONGEST_LABEL = 160;

/** Finds every header on a sheet, top to bottom; several may stand side by side. */
export function findHeaders(view: SheetView): readonly HeaderBlock[] {
  const found: HeaderBlock[] = [];
  for (let row = 0; row < view.rows; row++) {
    const labels = schoolLabels(view, row);
    if (labels.length === 0 || (found.length > 0 && !isHeaderAgain(view, row))) continue;
    const blocks = blocksAt(view, row, labels);
    found.push(...blocks);
    row = Math.max(row, ...blocks.map(({ bottom }) => bottom));
  }
  if (found.length > 0) return found;
  const unlabelled = findUnlabelled(view);
  return unlabelled === null ? [] : [unlabelled];
}

/** Columns labelled as schools; their numbers, logins or codes stand in where a row of figure labels has no other. */
function schoolLabels(view: SheetView, row: number): readonly number[] {
  const labels = labelsOf(view, row, "school");
  if (labels.length > 0) return labels;
  const numbers = labelsOf(view, row, "schoolNumber");
  const others = numbers.length > 0 ? numbers : labelsOf(view, row, "code");
  if (others.length === 0 || !hasFigures(view, row, row, 0, view.columns - 1)) return [];
  const named = namedColumn(view, row);
  return named === null ? others : [named];
}

/** A column of schools' names whose label is lost or says something else: it names them better than codes do. */
function namedColumn(view: SheetView, row: number): number | null {
  const last = Math.min(view.rows, row + 10);
  for (let column = 0; column < view.columns; column++) {
    let names = 0;
    for (let below = row + 1; below < last; below++) {
      const value = view.value(below, column);
      if (typeof value === "string" && value.length <= LONGEST_LABEL && looksLikeSchool(value)) names += 1;
    }
    if (names >= 2) return column;
  }
  return null;
}

function labelsOf(view: SheetView, row: number, role: "school" | "schoolNumber" | "code"): readonly number[] {
  const labels: number[] = [];
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    if (typeof value !== "string" || value.length > LONGEST_LABEL) continue;
    // No label of schools has a digit; most names and figures typed as text do.
    if (/\d/.test(value) || labelRole(value) !== role) continue;
    const merge = view.merge(row, column);
    if (merge !== null && (merge.top !== row || merge.left !== column)) continue;
    labels.push(column);
  }
  return labels;
}

const labelRole = remembered((text: string) => idRole(normaliseText(text)));

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

function blocksAt(view: SheetView, row: number, labels: readonly number[]): readonly HeaderBlock[] {
  const first = labels[0] ?? 0;
  const bottom = bottomOf(view, row, first);
  const top = topOf(view, row, bottom, first);
  const starts = labels.map((label, at) => (at === 0 ? 0 : segmentStart(view, bottom, row, label)));
  const blocks: HeaderBlock[] = [];
  let pending: number | null = null;
  labels.forEach((label, at) => {
    const left = pending ?? starts[at] ?? 0;
    const right = lastHeader(view, top, bottom, left, (starts[at + 1] ?? view.columns) - 1);
    const next = labels[at + 1];
    // «ОО | Муниципалитет | Название ОО | …»: one table with two columns of names.
    if (next !== undefined && !hasFigures(view, top, bottom, label + 1, right)) {
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

/** Of several columns of names, the one that holds names rather than logins, the first such. */
function bestSchoolColumn(view: SheetView, bottom: number, row: number, labels: readonly number[]): number {
  const names = labels.filter((column) => {
    for (let below = bottom + 1; below < Math.min(view.rows, bottom + 8); below++) {
      const text = view.text(below, column);
      if (/^(?:edu|sch|ksh)\d+$/i.test(text)) return false;
    }
    return true;
  });
  const named = names.find((column) => /назван|наименован/.test(normaliseText(view.text(row, column))));
  return named ?? names[0] ?? labels[0] ?? 0;
}

function segmentStart(view: SheetView, bottom: number, row: number, label: number): number {
  let start = label;
  while (start > 0) {
    const text = normaliseText(view.text(row, start - 1) || view.text(bottom, start - 1));
    const role = text === "" ? null : idRole(text);
    if (role !== "number" && role !== "municipality" && role !== "code" && role !== "year") break;
    start -= 1;
  }
  return start;
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

function hasFigures(view: SheetView, top: number, bottom: number, from: number, to: number): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = from; column <= to; column++) if (isFigureLabel(view, row, column)) return true;
  }
  return false;
}

function bottomOf(view: SheetView, row: number, school: number): number {
  const merge = view.merge(row, school);
  let bottom = merge === null ? row : merge.bottom;
  while (bottom + 1 < view.rows && bottom - row < MOST_ROWS && isSubheader(view, bottom + 1, school))
    bottom += 1;
  return bottom;
}

/** A further header row: nothing under the school label, and every cell a label. */
function isSubheader(view: SheetView, row: number, school: number): boolean {
  if (isNumbering(view, row)) return true;
  if (view.text(row, school) !== "") return false;
  const filled = filledColumns(view, row);
  if (filled.length === 0) return false;
  if (filled.every((column) => typeof view.value(row, column) === "number"))
    return isMarksOrYears(view, row, filled);
  return (
    filled.every((column) => isLabel(view, row, column)) && filled.some((c) => isFigureLabel(view, row, c))
  );
}

/** A row of column numbers 1, 2, 3 … under the header. */
export function isNumbering(view: SheetView, row: number): boolean {
  if (view.columns < 3) return false;
  const filled = filledColumns(view, row);
  if (filled.length < 3) return false;
  return filled.every((column, at) => Number(view.text(row, column)) === at + 1);
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

export function filledColumns(view: SheetView, row: number): readonly number[] {
  const filled: number[] = [];
  for (let column = 0; column < view.columns; column++)
    if (view.text(row, column) !== "") filled.push(column);
  return filled;
}

function isLabel(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column);
  if (typeof value === "number")
    return Number.isInteger(value) && ((value >= 2 && value <= 11) || isYear(value));
  const text = view.text(row, column);
  if (text.length > LONGEST_LABEL || text.startsWith("#")) return false;
  // «25 %» and «12,5» are figures; «2», «%», «2018» are labels.
  if (/^[\d.,\s]+%?$/.test(text) && !/^(?:[2-9]|1[01]|20\d\d)$/.test(text)) return false;
  return !looksLikeSchool(text);
}

function isYear(value: number): boolean {
  return value >= 2010 && value <= 2099;
}

function isFigureLabel(view: SheetView, row: number, column: number): boolean {
  const text = view.text(row, column);
  if (text === "" || text.length > LONGEST_LABEL) return false;
  const { topic, unit } = figureWords(normaliseText(text));
  return (
    (topic !== null && topic !== "other") ||
    unit !== null ||
    parseYear(text) !== null ||
    hasParts(procedureParts(text))
  );
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
    const right = filledColumns(view, row).filter((column) => column > school);
    if (
      !right.some((column) => isFigureLabel(view, row, column)) ||
      !right.every((c) => isLabel(view, row, c))
    )
      continue;
    const top = topOf(view, row, row, school);
    const last = lastHeader(view, top, row, school, view.columns - 1);
    return { top, bottom: row, left: 0, right: last, schoolColumn: school, labelled: false };
  }
  return null;
}
