import { filledColumns, hasFigures, isFigureLabel, LONGEST_LABEL } from "./header-cells";
import { isOverSummary, sumsUp } from "./figure-labels";
import { idRole } from "./figure-words";
import { looksLikeSchool, rowKind } from "./row-words";
import type { SheetView } from "./sheet-view";
import { normaliseText, remembered } from "./text";

/** Columns labelled as schools; their numbers, logins or codes stand in where a row of figure labels has no other. */
export function schoolLabels(view: SheetView, row: number): readonly number[] {
  const labels = labelsOf(view, row, "school");
  if (labels.length > 0)
    return areOverNames(view, row, labels) || !isBesideNames(view, row, labels) ? labels : [];
  const numbers = labelsOf(view, row, "schoolNumber");
  const others = numbers.length > 0 ? numbers : labelsOf(view, row, "code");
  if (others.length === 0 || !hasFigures(view, row, row, 0, view.columns - 1)) return [];
  // A column of names whose label is lost or says something else names the schools better than codes do.
  const [named] = columnsOfNames(view, row);
  return named === undefined ? others : [named];
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

/** «Тип школы» and «Школа-партнёр» read like names; where names stand below a label, it is one all the same. */
function areOverNames(view: SheetView, row: number, labels: readonly number[]): boolean {
  const below = columnsOfNames(view, row);
  return labels.some((label) => below.includes(label));
}

/** Names of schools beside the label, or above its row of numbers: they stand in columns, and the rows below are of procedures. */
function isBesideNames(view: SheetView, row: number, labels: readonly number[]): boolean {
  if (namesOf(view, row).length >= 2) return true;
  const [, ...others] = filledColumns(view, row).map((column) => view.cell(row, column).kind);
  const figures = others.filter((kind) => kind === "number" || kind === "noData");
  // a school above the label stands in a row: its own table's header is repeated, over «2», «3», «4», «5»
  if (row === 0 || labels.some((label) => isSchoolName(view, row - 1, label))) return false;
  return namesOf(view, row - 1).length >= 2 && figures.length * 2 > others.length;
}

const namesOf = (view: SheetView, row: number): readonly number[] =>
  Array.from({ length: view.columns }, (_, column) => column).filter((column) =>
    isSchoolName(view, row, column),
  );

/** Whether a cell holds the name of a school; «Школа» alone is a label. */
export function isSchoolName(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column);
  if (typeof value !== "string" || value.length > LONGEST_LABEL) return false;
  return looksLikeSchool(value) && labelRole(value) === null;
}

/** Rows of a heading or of numbers that may stand between the names and the first label of figures. */
const MOST_BETWEEN = 2;

/**
 * The first row from `top` on where a table with schools in columns begins, or one that sums up: names beside a label
 * that is none, with labels of figures below in its place, or labels of both figures where names stood; else null.
 */
export function turnedBelow(view: SheetView, column: number, top: number, bottom: number): number | null {
  for (let row = top; row < bottom; row++) {
    if (isSchoolName(view, row, column)) continue;
    const names = namesOf(view, row);
    if (names.length >= 2 && isOverFigures(view, { row, column, names, bottom })) return row;
    if (row > top && sumsUp(view, column, row, bottom))
      return row - 1 > top && isOverSummary(view, row - 1, column) ? row - 1 : row;
  }
  return null;
}

interface NamesBeside {
  readonly row: number;
  readonly column: number;
  readonly names: readonly number[];
  readonly bottom: number;
}

/** Whether a label of figures follows; a second school of each row, «Школа-партнёр», has nothing beside such a label. */
function isOverFigures(view: SheetView, { row, column, names, bottom }: NamesBeside): boolean {
  for (let below = row + 1; below <= Math.min(bottom, row + 1 + MOST_BETWEEN); below++) {
    if (names.some((name) => isSchoolName(view, below, name))) return false;
    const label = view.text(below, column);
    const filled = names.some((name) => view.text(below, name) !== "");
    const kind = rowKind(label);
    if (filled && isFigureLabel(view, below, column)) return kind !== "total" && kind !== "school";
    if (filled && label !== "" && labelRole(label) === null) return false;
  }
  return false;
}

const labelRole = remembered((text: string) => idRole(normaliseText(text)));

/** Of several columns of names, the one that holds names rather than logins or numbers, the first such. */
export function bestSchoolColumn(
  view: SheetView,
  bottom: number,
  row: number,
  labels: readonly number[],
): number {
  const names = labels.filter((column) => {
    const texts: string[] = [];
    for (let below = bottom + 1; below < Math.min(view.rows, bottom + 8); below++) {
      const text = view.text(below, column);
      if (/^(?:edu|sch|ksh)\d+$/i.test(text)) return false;
      if (text !== "") texts.push(text);
    }
    return texts.length === 0 || texts.some((text) => /[а-яa-z]/i.test(text));
  });
  const named = names.find((column) => /назван|наименован/.test(normaliseText(view.text(row, column))));
  return named ?? names[0] ?? labels[0] ?? 0;
}

/** Where the table of a label begins: columns of numbers, codes and years right before the names are its own. */
export function segmentStart(view: SheetView, bottom: number, row: number, label: number): number {
  let start = label;
  while (start > 0) {
    const text = normaliseText(view.text(row, start - 1) || view.text(bottom, start - 1));
    const role = text === "" ? null : idRole(text);
    if (role !== "number" && role !== "municipality" && role !== "code" && role !== "year") break;
    start -= 1;
  }
  return start > 1 && countsRows(view, bottom, start - 1) && isEmpty(view, row, start - 2)
    ? start - 1
    : start;
}

/** Row numbers 1, 2, 3 below a header, whatever their label says. */
function countsRows(view: SheetView, bottom: number, column: number): boolean {
  return [1, 2, 3].every((number) => view.value(bottom + number, column) === number);
}

/** A column with nothing in it from the header on: tables side by side are held apart by such. */
function isEmpty(view: SheetView, row: number, column: number): boolean {
  for (let at = row; at < view.rows; at++) if (view.text(at, column) !== "") return false;
  return true;
}

/**
 * Where a header's row ends for its labelled tables: another column of names beside, with figures of its own, is a table
 * whose label is lost. Its figures must not pass for those of the labelled schools.
 */
export function tableEdges(
  view: SheetView,
  { top, bottom, row }: { readonly top: number; readonly bottom: number; readonly row: number },
  labels: readonly number[],
): readonly [number, number] {
  const edge = view.columns - 1;
  const first = labels[0] ?? 0;
  const last = labels.at(-1) ?? edge;
  const figures = (from: number, to: number): boolean => hasFigures(view, top, bottom, from, to);
  const others = columnsOfNames(view, bottom).filter((column) => column < first || column > last);
  const start = segmentStart(view, bottom, row, first);
  const before = others.some((column) => column < first && figures(column + 1, start - 1));
  const after = others.find(
    (column) => column > last && figures(last + 1, column - 1) && figures(column + 1, edge),
  );
  return [before ? start : 0, after === undefined ? edge : segmentStart(view, bottom, row, after) - 1];
}

/** Columns with two names of schools in the first rows below a header. */
function columnsOfNames(view: SheetView, bottom: number): readonly number[] {
  const found: number[] = [];
  for (let column = 0; column < view.columns; column++) {
    let names = 0;
    for (let row = bottom + 1; row < Math.min(view.rows, bottom + 11); row++) {
      const value = view.value(row, column);
      if (typeof value === "string" && value.length <= LONGEST_LABEL && looksLikeSchool(value)) names += 1;
    }
    if (names >= 2) found.push(column);
  }
  return found;
}
