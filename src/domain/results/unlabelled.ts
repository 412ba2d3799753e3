import type { Column } from "./columns";
import { procedureParts } from "./parse-procedure";
import type { Table } from "./table";
import { LARGEST_FIGURE } from "./uncovered";

/**
 * Columns of numbers that no header explains, among the labelled ones or right beside them: none at all, one merged over
 * from the left, or a word that is not understood. A header that was lost would take its figures with it in silence.
 * @param used columns that a group reads or a problem names already
 */
export function unlabelledColumns(table: Table, used: ReadonlySet<number>): readonly number[] {
  const { view, block, columns } = table;
  const inside = columns.filter(
    (column) =>
      (column.index > block.schoolColumn || column.role === "unknown" || TEXTS.has(column.role)) &&
      isUnexplained(table, column),
  );
  const found = inside
    .map(({ index }) => index)
    .filter((index) => !used.has(index) && hasNumbers(table, index));
  // Left of the names stand numbers of rows and codes, and seldom figures whose label is lost.
  for (let index = 0; index < block.schoolColumn; index++) {
    if (used.has(index) || found.includes(index) || hasHeader(table, index)) continue;
    if (hasNumbers(table, index) && !isNumbered(table, index)) found.push(index);
  }
  for (let index = block.right + 1; index < view.columns; index++) {
    if (hasHeader(table, index) || !hasNumbers(table, index)) break;
    found.push(index);
  }
  return found;
}

/** Numbers that only grow from row to row, or codes of four digits that never repeat. */
function isNumbered({ view, block, bodyTop, bodyBottom }: Table, column: number): boolean {
  const numbers: number[] = [];
  for (let row = bodyTop; row <= bodyBottom; row++) {
    const cell = view.cell(row, column);
    if (cell.kind === "number" && view.text(row, block.schoolColumn) !== "") numbers.push(cell.value);
  }
  const grow = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  return grow || (numbers.every((number) => number >= 1000) && new Set(numbers).size === numbers.length);
}

function isUnexplained(table: Table, { role, index }: Column): boolean {
  const { view, block } = table;
  const merge = view.merge(block.bottom, index);
  const covered = merge !== null && merge.left < index;
  // «№ п/п» copied over the names and a column of figures: the numbers there count no rows.
  if (role === "number" && index > block.schoolColumn && !isNumbered(table, index)) return true;
  return covered || role === "blank" || role === "unknown" || role === "school" || TEXTS.has(role);
}

/** Numbers under such a label are not what it says: it was spread over another's column. */
const TEXTS: ReadonlySet<Column["role"]> = new Set(["procedure", "form", "subject", "level"]);

/**
 * Columns of one procedure with nameless numbers between them, where its subject stands over the first ones alone: the
 * label of another subject may be lost, and the columns behind the gap are that one's.
 */
export function isInterrupted(table: Table, columns: readonly Column[]): boolean {
  const indexes = columns.map(({ index }) => index);
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  for (let gap = first + 1; gap < last; gap++) {
    if (indexes.includes(gap) || hasHeader(table, gap) || !hasNumbers(table, gap)) continue;
    const behind = columns.filter(({ index }) => index > gap);
    if (behind.some(({ index }) => !isNamed(table, index, gap))) return true;
  }
  return false;
}

/** Whether a column's subject is told over itself, or over the gap before it too. */
function isNamed({ view, block }: Table, column: number, gap: number): boolean {
  for (let row = block.top; row <= block.bottom; row++) {
    if (procedureParts(view.text(row, column)).subjects.size > 0) return true;
    const merge = view.merge(row, column);
    if (merge !== null && merge.left < gap && view.text(merge.top, merge.left) !== "") return true;
  }
  return false;
}

function hasHeader({ view, block }: Table, column: number): boolean {
  for (let row = block.top; row <= block.bottom; row++) if (view.text(row, column) !== "") return true;
  return false;
}

/** Whether a column holds numbers in half of the rows that have a name. */
export function hasNumbers({ view, block, bodyTop, bodyBottom }: Table, column: number): boolean {
  let named = 0;
  let numbers = 0;
  for (let row = bodyTop; row <= bodyBottom; row++) {
    if (view.text(row, block.schoolColumn) === "") continue;
    named += 1;
    const cell = view.cell(row, column);
    if (cell.kind === "number" && cell.value < LARGEST_FIGURE) numbers += 1;
  }
  return numbers > 0 && numbers * 2 >= named;
}
