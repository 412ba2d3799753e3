import type { CellValue } from "../grid";
import type { RowSpan, SheetPatch } from "./patch";
import {
  alike,
  contentAt,
  rowsOf,
  rowsOfBlocks,
  strangeCells,
  withoutMoved,
  type Cells,
  type Row,
  type UsersCell,
} from "./users-cells";

/** How far a patch was carried out before it broke off. */
export interface Progress {
  /** Deletions, then insertions, that are done. */
  readonly rows: number;
  /** What the user has put there since, by its place now. */
  readonly mine: readonly UsersCell[];
}

/**
 * How far a patch came: rows go and come first, in their order, and cells are written only after all of them.
 * @param now the sheet as it is; null where it is empty
 * @returns null where somebody else moved rows since, or most of the sheet is another: it is none of the states the
 * patch goes through
 */
export function progressOf(
  patch: Moves & Pick<SheetPatch, "blocks">,
  before: Cells,
  now: Cells | null,
): Progress | null {
  const found = rowsOf(now);
  const rows = rowsOf(before);
  const steps = stepsOfRows(patch);
  const written = rowsOfBlocks(patch.blocks);
  let best: (Progress & { readonly off: number; readonly moved: boolean }) | null = null;
  for (let done = 0; ; done++) {
    const step = steps[done];
    // cells are written once all rows have come
    const layers = step === undefined ? [[...rows], written] : [[...rows]];
    const mine = strangeCells(found, layers);
    const off = mine.length + blanked(rows, found, step === undefined ? written : []);
    if (best === null || off < best.off) {
      const moved = off > 0 && withoutMoved(mine, layers).length < mine.length;
      best = { rows: done, mine, off, moved };
    }
    if (off === 0 || step === undefined) break;
    step(rows);
  }
  const filled = found.reduce((sum, line) => sum + line.filter(isFilled).length, 0);
  return best.moved || best.off * 2 > filled ? null : { rows: best.rows, mine: best.mine };
}

type Moves = Pick<SheetPatch, "deletions" | "insertions">;

/** What each deletion, then each insertion does to a list of rows. */
const stepsOfRows = ({ deletions, insertions }: Moves): readonly ((list: Row[]) => void)[] => [
  ...deletions.map((span) => (list: Row[]) => {
    list.splice(span.from, length(span));
  }),
  ...insertions.map((span) => (list: Row[]) => {
    while (list.length < span.from) list.push([]);
    list.splice(span.from, 0, ...Array.from({ length: length(span) }, () => []));
  }),
];

/** The rows before the moves and after each of them. */
export function stagesOf(before: Cells | null, moves: Moves): readonly (readonly Row[])[] {
  const rows = rowsOf(before);
  const stages = [[...rows]];
  for (const step of stepsOfRows(moves)) {
    step(rows);
    stages.push([...rows]);
  }
  return stages;
}

const length = ({ from, to }: RowSpan): number => to - from + 1;
const isFilled = (value: CellValue): boolean => value !== null && value !== "";

/** Cells that somebody emptied, but for those that are written in any case. */
function blanked(rows: readonly Row[], now: readonly Row[], written: readonly Row[]): number {
  let count = 0;
  rows.forEach((line, row) => {
    line.forEach((_, column) => {
      const gone = contentAt(rows, row, column) !== null && contentAt(now, row, column) === null;
      if (gone && written[row]?.[column] === undefined) count++;
    });
  });
  return count;
}

/** Where a row of a half-done patch is in the end; null where it goes. */
export function placeInTheEnd({ deletions, insertions }: Moves, done: number, row: number): number | null {
  let place = row;
  for (const { from, to } of deletions.slice(done)) {
    if (place >= from && place <= to) return null;
    if (place > to) place -= to - from + 1;
  }
  for (const { from, to } of insertions.slice(Math.max(0, done - deletions.length)))
    if (place >= from) place += to - from + 1;
  return place;
}

/** What is neither in the sheet as it was nor in what is written, wherever it stands now: of a sheet whose rows somebody moved. */
export function strangers(patch: SheetPatch, before: Cells, now: Cells | null): readonly UsersCell[] {
  const known = [...rowsOf(before), ...rowsOfBlocks(patch.blocks)].flat().filter(isFilled);
  const contents = new Set(known.map(String));
  return rowsOf(now).flatMap((line, row) =>
    line.flatMap((content, column): UsersCell[] => {
      const strange =
        isFilled(content) &&
        !contents.has(String(content)) &&
        !(String(content).startsWith("=") && known.some((each) => alike(each, content)));
      return strange ? [{ row, column, content }] : [];
    }),
  );
}
