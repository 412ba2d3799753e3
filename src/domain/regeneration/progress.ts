import type { CellValue, Grid } from "../grid";
import type { Block } from "../sheet-plan";
import type { RowSpan, SheetPatch } from "./patch";

/** How far a patch was carried out before it broke off. */
export interface Progress {
  /** Deletions, then insertions, that are done. */
  readonly rows: number;
}

type Row = readonly CellValue[];
type Cells = Pick<Grid, "top" | "left" | "cells">;

/**
 * How far a patch came: rows go and come first, in their order, and cells are written only after all of them.
 * @param now the sheet as it is; null where it is empty
 * @returns null where somebody else was on the sheet since: it is none of the states the patch goes through
 */
export function progressOf(patch: SheetPatch, before: Cells, now: Cells | null): Progress | null {
  const found = rowsOf(now);
  const rows = rowsOf(before);
  const steps = [
    ...patch.deletions.map((span) => (list: Row[]) => list.splice(span.from, length(span))),
    ...patch.insertions.map((span) => (list: Row[]) => {
      while (list.length < span.from) list.push([]);
      list.splice(span.from, 0, ...Array.from({ length: length(span) }, () => []));
    }),
  ];
  for (let done = 0; ; done++) {
    if (same(rows, found)) return { rows: done };
    const step = steps[done];
    if (step === undefined) break;
    step(rows);
  }
  return isBetween(rows, patch.blocks, found) ? { rows: steps.length } : null;
}

const length = ({ from, to }: RowSpan): number => to - from + 1;

/** Rows of the whole sheet, from its first row and column on. */
function rowsOf(grid: Cells | null): Row[] {
  if (grid === null) return [];
  const left = Array.from({ length: grid.left }, () => null);
  return [...Array.from({ length: grid.top }, () => []), ...grid.cells.map((row) => [...left, ...row])];
}

const at = (rows: readonly Row[], row: number, column: number): CellValue => {
  const value = rows[row]?.[column] ?? null;
  return value === "" ? null : value;
};

function everyCell(
  a: readonly Row[],
  b: readonly Row[],
  holds: (row: number, column: number) => boolean,
): boolean {
  for (let row = 0; row < Math.max(a.length, b.length); row++) {
    const width = Math.max(a[row]?.length ?? 0, b[row]?.length ?? 0);
    for (let column = 0; column < width; column++) if (!holds(row, column)) return false;
  }
  return true;
}

/** Formulas follow rows that come and go, so one stands for another. */
const alike = (a: CellValue, b: CellValue): boolean => a === b || (isFormula(a) && isFormula(b));
const isFormula = (value: CellValue): boolean => typeof value === "string" && value.startsWith("=");

const same = (a: readonly Row[], b: readonly Row[]): boolean =>
  everyCell(a, b, (row, column) => alike(at(a, row, column), at(b, row, column)));

/** Whether each cell is as it was or lies in a block: some of them are written, all will be written again. */
function isBetween(rows: readonly Row[], blocks: readonly Block[], now: readonly Row[]): boolean {
  const inBlock = (row: number, column: number): boolean =>
    blocks.some(
      (block) =>
        row >= block.row &&
        row < block.row + block.cells.length &&
        column >= block.column &&
        column < block.column + (block.cells[0]?.length ?? 0),
    );
  return everyCell(
    rows,
    now,
    (row, column) => alike(at(rows, row, column), at(now, row, column)) || inBlock(row, column),
  );
}
