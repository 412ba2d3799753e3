import type { Area, CellValue, Grid } from "../grid";
import type { Block } from "../sheet-plan";
import { contentOf } from "./rows";

export type Row = readonly CellValue[];
export type Cells = Pick<Grid, "top" | "left" | "cells" | "texts" | "spilled">;

/** A cell that the user filled while the writing of its sheet was broken off. */
export interface UsersCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
}

/** Rows of the whole sheet, from its first row and column on. */
export function rowsOf(grid: Cells | null): Row[] {
  if (grid === null) return [];
  const left = Array.from({ length: grid.left }, () => null);
  return [...Array.from({ length: grid.top }, () => []), ...grid.cells.map((row) => [...left, ...row])];
}

/** What blocks write, by place. */
export function rowsOfBlocks(blocks: readonly Block[]): Row[] {
  const rows: CellValue[][] = [];
  for (const { row, column, cells } of blocks)
    cells.forEach((line, r) => {
      while (rows.length <= row + r) rows.push([]);
      const target = rows[row + r];
      line.forEach((cell, c) => {
        if (target !== undefined)
          target[column + c] = cell !== null && typeof cell === "object" ? cell.formula : cell;
      });
    });
  return rows;
}

export const contentAt = (rows: readonly Row[], row: number, column: number): CellValue => {
  const value = rows[row]?.[column] ?? null;
  return value === "" ? null : value;
};

const isFormula = (value: CellValue): value is string => typeof value === "string" && value.startsWith("=");
/** A formula without the sheets and cells that it names: these follow rows and sheets that come, go and are renamed. */
const skeleton = (formula: string): string =>
  formula
    .replace(/('[^']*'|[\p{L}\d_.]+)!/gu, "!")
    .replace(/\$?\b[A-Z]{1,3}\$?\d+\b|#REF!/g, "#")
    .toUpperCase();

/** Whether one content stands for another on a sheet whose rows move. */
export const alike = (a: CellValue, b: CellValue): boolean =>
  contentOf(a) === contentOf(b) || (isFormula(a) && isFormula(b) && skeleton(a) === skeleton(b));

/** The same where rows stay: only what leads to another sheet can follow anything. */
const alikeInPlace = (a: CellValue, b: CellValue): boolean =>
  isFormula(a) && a.includes("!") ? alike(a, b) : contentOf(a) === contentOf(b);

/** Filled cells that are not as in any of the layers. */
export function strangeCells(
  now: readonly Row[],
  layers: readonly (readonly Row[])[],
  same: (a: CellValue, b: CellValue) => boolean = alike,
): UsersCell[] {
  return now.flatMap((line, row) =>
    line.flatMap((_, column): UsersCell[] => {
      const content = contentAt(now, row, column);
      const known = content === null || layers.some((layer) => same(content, contentAt(layer, row, column)));
      return known ? [] : [{ row, column, content }];
    }),
  );
}

/** Strange cells without those of rows that stood elsewhere and were moved as a whole. */
export function withoutMoved(
  strange: readonly UsersCell[],
  layers: readonly (readonly Row[])[],
): readonly UsersCell[] {
  const byRow = new Map<number, UsersCell[]>();
  for (const cell of strange) {
    const beside = byRow.get(cell.row);
    if (beside === undefined) byRow.set(cell.row, [cell]);
    else beside.push(cell);
  }
  const many = [...byRow.values()].filter(({ length }) => length > 1);
  if (many.length === 0) return strange;
  const rows = layers.flat();
  const places = new Map<string, number[]>();
  const key = (column: number, content: CellValue): string => `${column}:${contentOf(content)}`;
  rows.forEach((line, index) => {
    line.forEach((content, column) => {
      if (content === null || content === "") return;
      const list = places.get(key(column, content));
      if (list === undefined) places.set(key(column, content), [index]);
      else list.push(index);
    });
  });
  const moved = new Set<UsersCell>();
  for (const cells of many) {
    const hits = new Map<number, UsersCell[]>();
    for (const cell of cells)
      for (const place of places.get(key(cell.column, cell.content)) ?? [])
        hits.set(place, [...(hits.get(place) ?? []), cell]);
    const best = [...hits.values()].reduce((most, each) => (each.length > most.length ? each : most), []);
    const isRow = best.length > 1 && best.length * 2 > cells.length;
    if (isRow && best.some(({ content }) => typeof content === "string"))
      for (const cell of best) moved.add(cell);
  }
  return strange.filter((cell) => !moved.has(cell));
}

/**
 * What the user put on a sheet that was being written anew: what neither stood there before, nor is written. A blank is
 * nobody's, since the sheet is emptied first.
 * @param now with formulas
 * @param shown its values, where `before` has values
 * @param before what stood there, at each stage of the writing
 * @param moving rows may have moved since, and formulas have followed them
 */
export function usersCells(
  now: Cells | null,
  shown: Cells | null,
  before: readonly (readonly Row[])[],
  blocks: readonly Block[],
  moving = false,
): readonly UsersCell[] {
  const same = moving ? alike : alikeInPlace;
  const layers = [...before, rowsOfBlocks(blocks)];
  const values = rowsOf(shown);
  const strange = strangeCells(rowsOf(now), layers, same).filter(({ row, column }) => {
    const value = contentAt(values, row, column);
    return value === null || !layers.some((layer) => same(value, contentAt(layer, row, column)));
  });
  return withoutMoved(strange, layers);
}

const columnsOf = (cells: readonly UsersCell[]): ReadonlyMap<number, ReadonlySet<number>> => {
  const columns = new Map<number, Set<number>>();
  for (const { row, column } of cells) columns.set(row, (columns.get(row) ?? new Set()).add(column));
  return columns;
};

/** The same blocks without these cells. */
export function blocksAround(blocks: readonly Block[], cells: readonly UsersCell[]): readonly Block[] {
  const taken = columnsOf(cells);
  return blocks.flatMap((block) => {
    const area = {
      top: block.row,
      left: block.column,
      bottom: block.row + block.cells.length - 1,
      right: block.column + (block.cells[0]?.length ?? 0) - 1,
    };
    if (!cells.some((cell) => isIn(area, cell))) return [block];
    return around(area, taken).map(({ top, left, bottom, right }): Block => {
      const part = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
        lines
          .slice(top - block.row, bottom - block.row + 1)
          .map((line) => line.slice(left - block.column, right - block.column + 1));
      const { cells, formats } = block;
      const here = { row: top, column: left, cells: part(cells) };
      return formats === undefined ? here : { ...here, formats: part(formats) };
    });
  });
}

/** Merges that hide none of these cells. */
export const mergesAround = (merges: readonly Area[], cells: readonly UsersCell[]): readonly Area[] =>
  merges.filter(
    (area) => !cells.some((cell) => isIn(area, cell) && (cell.row > area.top || cell.column > area.left)),
  );

/** The area without these cells. */
export const areasAround = (area: Area, cells: readonly UsersCell[]): readonly Area[] =>
  around(area, columnsOf(cells));

const isIn = ({ top, left, bottom, right }: Area, { row, column }: UsersCell): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

function around(
  { top, left, bottom, right }: Area,
  taken: ReadonlyMap<number, ReadonlySet<number>>,
): readonly Area[] {
  const areas: Area[] = [];
  let from = top;
  for (const row of [...taken.keys()].filter((each) => each >= top && each <= bottom).sort((a, b) => a - b)) {
    if (row > from) areas.push({ top: from, left, bottom: row - 1, right });
    from = row + 1;
    let start = left;
    const columns = [...(taken.get(row) ?? [])].filter((each) => each >= left && each <= right);
    for (const column of [...columns.sort((a, b) => a - b), right + 1]) {
      if (column > start) areas.push({ top: row, left: start, bottom: row, right: column - 1 });
      start = column + 1;
    }
  }
  if (from <= bottom) areas.push({ top: from, left, bottom, right });
  return areas;
}
