import { filledColumns } from "./header-cells";
import type { HeaderBlock } from "./header-block";
import { hasParts, procedureParts } from "./parse-procedure";
import { looksLikeSchool } from "./row-words";
import type { SheetView } from "./sheet-view";
import { parseYear } from "./year";

const MOST_TITLES = 15;

export interface Title {
  readonly row: number;
  readonly text: string;
  /** Whether it stands over another table left of this one, read or not, and speaks for this one because it is alone. */
  readonly borrowed: boolean;
}

/** The last header of the table above, and its columns of figures. */
export interface Above {
  readonly row: number;
  readonly figures: readonly number[];
}

/** Title rows above a header, nearest first; below another table they end at its last row of data. */
export function titlesOf(
  view: SheetView,
  block: HeaderBlock,
  beside: readonly HeaderBlock[],
  above: Above | null,
): readonly Title[] {
  const titles: Title[] = [];
  const last = Math.max(above === null ? 0 : above.row + 1, block.top - MOST_TITLES);
  for (let row = block.top - 1; row >= last; row--) {
    if (
      above !== null &&
      above.figures.some(
        (column) => view.text(row, column) !== "" && typeof view.value(row, column) === "number",
      )
    )
      break;
    if (above !== null && isUncounted(view, row, above.figures)) break;
    // A table whose header is lost: its schools are no titles of the next one, «углублённым» in a name no level.
    if (above === null && isBody(view, row)) break;
    const columns =
      above === null
        ? titleColumns(view, row, block, beside)
        : filledColumns(view, row).filter((column) => column >= block.left && column <= block.right);
    const texts = columns.map((column) => view.text(row, column));
    const borrowed = columns.every(
      (column) =>
        !isMergedOver(view, row, column, block) &&
        (beside.some(({ left, right }) => column >= left && column <= right) ||
          (column < block.left && isUnreadBeside(view, block, beside))),
    );
    if (texts.length > 0) titles.push({ row, text: texts.join(" "), borrowed });
  }
  return titles;
}

/** Whether a row is of the table above, with words in place of its figures: «Русский язык | выпуска нет». */
function isUncounted(view: SheetView, row: number, figures: readonly number[]): boolean {
  if (filledColumns(view, row).length < 2) return false;
  return figures.some((column) => {
    const text = view.text(row, column);
    return text !== "" && parseYear(text) === null && !hasParts(procedureParts(text));
  });
}

/** Whether a row is of a school with figures. */
function isBody(view: SheetView, row: number): boolean {
  const cells = filledColumns(view, row).map((column) => view.cell(row, column));
  return (
    cells.filter(({ kind }) => kind === "number").length > 1 &&
    cells.some((cell) => cell.kind === "text" && looksLikeSchool(cell.text))
  );
}

/**
 * Of a row of titles over tables side by side, the cells that speak for one of them. A cell alone in its row speaks for
 * all, unless it is merged over one table, does not stand over the first, or a merge over another has lost its text.
 */
function titleColumns(
  view: SheetView,
  row: number,
  block: HeaderBlock,
  beside: readonly HeaderBlock[],
): readonly number[] {
  const filled = filledColumns(view, row).filter(
    (column, _at, all) =>
      (all.length === 1 || !isOverOthers(view, column, block)) && !isMergedBeside(view, row, column, block),
  );
  if (beside.length === 0) return filled;
  const all = [block, ...beside];
  const ownerOf = (column: number): HeaderBlock | undefined =>
    all.find(({ left, right }) => column >= left && column <= right);
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) {
    const owner = ownerOf(only);
    const merge = view.merge(row, only);
    const first = all.every(({ left }) => owner === undefined || owner.left <= left);
    const isOwn =
      merge !== null && merge.right > merge.left && owner !== undefined && merge.right <= owner.right;
    const lost = all.some((other) => other !== owner && hasBlankMerge(view, row, other));
    if (first && !isOwn && !lost) return filled;
  }
  return filled.filter((column) => {
    const owner = ownerOf(column);
    return owner === undefined || owner === block;
  });
}

/** Whether a title of another table is merged over this one too: it belongs to both. */
function isMergedOver(view: SheetView, row: number, column: number, { left, right }: HeaderBlock): boolean {
  const merge = view.merge(row, column);
  return merge !== null && merge.left <= right && merge.right >= left;
}

/** A title that was lost leaves its merge over the table. */
function hasBlankMerge(view: SheetView, row: number, { left, right }: HeaderBlock): boolean {
  for (let column = left; column <= right; column++) {
    const merge = view.merge(row, column);
    if (merge === null || merge.left < left || merge.right > right || merge.left === merge.right) continue;
    if (view.text(merge.top, merge.left) === "") return true;
  }
  return false;
}

/**
 * The title over a table beside where a merge over this one is empty: what it tells is what this one has lost, so that
 * the sheet's name does not stand in for it; null where no title was lost, or one of this table's own tells as much.
 * @param above titles of the table above are none of this one's
 */
export function lostOver(
  view: SheetView,
  block: HeaderBlock,
  beside: readonly HeaderBlock[],
  above: Above | null,
): Title | null {
  const last = Math.max(above === null ? 0 : above.row + 1, block.top - MOST_TITLES);
  const textOver = (row: number, blocks: readonly HeaderBlock[]): string =>
    filledColumns(view, row)
      .filter((column) => blocks.some(({ left, right }) => column >= left && column <= right))
      .map((column) => view.text(row, column))
      .join(" ");
  const rows = Array.from({ length: Math.max(0, block.top - last) }, (_, at) => block.top - 1 - at);
  const own = rows.map((row) => textOver(row, [block])).join(" ");
  for (const row of rows) {
    if (!hasBlankMerge(view, row, block)) continue;
    const text = textOver(row, beside);
    const isMissing =
      (parseYear(text) !== null && parseYear(own) === null) ||
      (hasParts(procedureParts(text)) && !hasParts(procedureParts(own)));
    if (isMissing) return { row, text, borrowed: false };
  }
  return null;
}

const tells = (text: string): boolean => parseYear(text) !== null || hasParts(procedureParts(text));

/** Whether a title stands right of the table over columns with labels of their own: another table, read or not. */
function isOverOthers(view: SheetView, column: number, { right, bottom }: HeaderBlock): boolean {
  return column > right && filledColumns(view, bottom).some((other) => other > right);
}

/** Whether a title is merged over columns with labels of their own left of the table: another one's, read or not. */
function isMergedBeside(
  view: SheetView,
  row: number,
  column: number,
  { left, bottom }: HeaderBlock,
): boolean {
  const merge = view.merge(row, column);
  if (merge === null || merge.left === merge.right || merge.right >= left) return false;
  const labels = filledColumns(view, bottom).filter((other) => other >= merge.left && other <= merge.right);
  return labels.length > 1;
}

/** Whether columns of numbers under labels stand left of a table in none that was found: another, whose header is lost. */
export function isUnreadBeside(view: SheetView, block: HeaderBlock, beside: readonly HeaderBlock[]): boolean {
  const unread = filledColumns(view, block.bottom).filter(
    (column) =>
      column < block.left &&
      !beside.some(({ left, right }) => column >= left && column <= right) &&
      typeof view.value(block.bottom + 1, column) === "number",
  );
  return unread.length > 1;
}

/**
 * The nearest borrowed title that tells anything: in its place one of the table's own is lost.
 * @param keepOnly whether the only title that tells anything is the sheet's, and stays
 */
export function borrowedOf(titles: readonly Title[], keepOnly: boolean): Title | null {
  const telling = titles.filter(({ text }) => tells(text));
  return keepOnly && telling.length === 1 ? null : (telling.find(({ borrowed }) => borrowed) ?? null);
}
