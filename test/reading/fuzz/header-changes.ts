import { choose, gap, type Mutation } from "./body-changes";
import { factRows, INSERTED, insertRows, withCell, type Paper } from "./paper";

/** Cells with text in the rows above the first fact, nearest first. */
function headerCells(
  paper: Paper,
): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
  const first = factRows(paper)[0] ?? 0;
  return paper.cells.slice(Math.max(0, first - 5), first).flatMap((cells, index) =>
    cells.flatMap((value, column) => {
      const row = Math.max(0, first - 5) + index;
      return value === null || value === "" ? [] : [{ row, column, text: String(value) }];
    }),
  );
}

const TWISTS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.replace(/ /g, "\n"),
  (text) => ` ${text.replace(/ /g, "  ")}\u00A0`,
  (text) => `${text}*`,
  (text) => text.replace(/([а-я]{3})([а-я]{3})/, "$1-\n$2"),
  (text) => text.replace(/а/g, "a").replace(/о/g, "o").replace(/с/g, "c"),
  (text) => text.replace(/[«»]/g, '"'),
];

export const twistHeader: Mutation = (paper, { at, which }) => {
  const cell = choose(headerCells(paper), at);
  const twist = choose(TWISTS, which);
  return cell === undefined || twist === undefined
    ? paper
    : withCell(paper, cell.row, cell.column, twist(cell.text));
};

/** A label lost or turned into nonsense. The year alone is left: without it another place may tell another year. */
export const spoilHeader: Mutation = (paper, { at, what }) => {
  const cell = choose(
    headerCells(paper).filter(({ text }) => !/20\d\d/.test(text)),
    at,
  );
  if (cell === undefined) return paper;
  return withCell(
    paper,
    cell.row,
    cell.column,
    choose([null, "Столбец 7", "???", "#ССЫЛКА!", "показатель"], what) ?? null,
  );
};

export const splitHeader: Mutation = (paper, { at, what }) => {
  const first = factRows(paper)[0] ?? 0;
  const merge = choose(
    paper.merges.filter(({ bottom }) => bottom < first),
    at,
  );
  if (merge === undefined) return paper;
  const split = { ...paper, merges: paper.merges.filter((other) => other !== merge) };
  if (what % 2 === 0) return split;
  // The text repeated in every cell, as after «заполнить».
  const text = paper.cells[merge.top]?.[merge.left] ?? null;
  let filled: Paper = split;
  for (let row = merge.top; row <= merge.bottom; row++)
    for (let column = merge.left; column <= merge.right; column++)
      filled = withCell(filled, row, column, text);
  return filled;
};

/** Excel keeps the upper left text only. */
export const mergeHeader: Mutation = (paper, { at, what }) => {
  const cell = choose(headerCells(paper), at);
  if (cell === undefined || /20\d\d/.test(cell.text)) return paper;
  const right = Math.min(paper.columns.length - 1, cell.column + 1 + (what % 2));
  const area = { top: cell.row, bottom: cell.row, left: cell.column, right };
  const meets = paper.merges.some(
    (m) => m.top <= area.bottom && area.top <= m.bottom && m.left <= area.right && area.left <= m.right,
  );
  const lost = paper.cells[cell.row]?.slice(cell.column + 1, right + 1) ?? [];
  if (meets || right === cell.column || lost.some((text) => /20\d\d/.test(String(text)))) return paper;
  let merged: Paper = { ...paper, merges: [...paper.merges, area] };
  for (let column = cell.column + 1; column <= right; column++)
    merged = withCell(merged, cell.row, column, null);
  return merged;
};

/** The header printed again on the next page; merges are not repeated, as a copied table often has none. */
export const repeatHeader: Mutation = (paper, { at }) => {
  const names = paper.columns.indexOf(paper.names);
  const first = factRows(paper)[0] ?? 0;
  const label = paper.cells.slice(0, first).findLastIndex((row) => typeof row[names] === "string");
  if (label < 0 || paper.rows.some((id) => id >= INSERTED)) return paper;
  return insertRows(paper, gap(paper, at), paper.cells.slice(label, first));
};
