import type { Area, CellValue, Grid } from "../../../src/domain/grid";

/** What a sheet says about one school in one procedure, and the lines of the sheet that say it. */
export interface Fact {
  readonly school: string;
  /** «ВПР математика 5». */
  readonly procedure: string;
  /** «2018/2019». */
  readonly year: string;
  readonly participants: number | null;
  readonly failed: number | null;
  /** Fraction 0…1. */
  readonly share: number;
  readonly row: number;
  readonly columns: readonly number[];
  /** May be asked about instead of read even where nothing was harmed. */
  readonly either?: boolean;
}

/**
 * A sheet that can be cut and shuffled: rows and columns carry ids that stay with them, so that a fact finds its cells
 * after any change.
 */
export interface Paper {
  readonly sheet: string;
  readonly file?: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
  /** Local, zero-based, inclusive. */
  readonly merges: readonly Area[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly facts: readonly Fact[];
  /** Id of the column of schools' names. */
  readonly names: number;
  /** Whether columns may change places: nothing is merged or filled over them. */
  readonly loose: boolean;
}

/** Ids from here on belong to lines that a mutation put in. */
export const INSERTED = 100_000;

export function toGrid({ sheet, file, cells, formats, merges }: Paper): Grid {
  return { sheet, ...(file === undefined ? {} : { file }), top: 0, left: 0, cells, formats, merges };
}

/** Puts one value into a cell by its position. */
export function withCell(paper: Paper, row: number, column: number, value: CellValue): Paper {
  return {
    ...paper,
    cells: paper.cells.map((cells, at) => (at === row ? cells.with(column, value) : cells)),
    // A new text or count is no per cent any more.
    formats: paper.formats.map((cells, at) => (at === row ? cells.with(column, "") : cells)),
  };
}

/** Puts rows in front of a position; merges below move down, a merge across it grows. */
export function insertRows(paper: Paper, at: number, rows: readonly (readonly CellValue[])[]): Paper {
  const width = paper.columns.length;
  const filled = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const ids = rows.map((_, index) => INSERTED + paper.rows.length * 50 + index);
  const moved = (row: number): number => (row >= at ? row + rows.length : row);
  return {
    ...paper,
    cells: paper.cells.toSpliced(at, 0, ...filled),
    formats: paper.formats.toSpliced(at, 0, ...filled.map((row) => row.map(() => ""))),
    rows: paper.rows.toSpliced(at, 0, ...ids),
    merges: paper.merges.map((merge) => ({ ...merge, top: moved(merge.top), bottom: moved(merge.bottom) })),
  };
}

/** Takes the rows in another order; only rows outside vertical merges may move. */
export function reorderRows(paper: Paper, order: readonly number[]): Paper {
  const pick = <T>(list: readonly T[]): T[] => order.map((at) => list[at] as T); // as: an order of the same rows
  return { ...paper, cells: pick(paper.cells), formats: pick(paper.formats), rows: pick(paper.rows) };
}

export function reorderColumns(paper: Paper, order: readonly number[]): Paper {
  const pick = <T>(list: readonly T[]): T[] => order.map((at) => list[at] as T); // as: an order of the same columns
  return {
    ...paper,
    cells: paper.cells.map(pick),
    formats: paper.formats.map(pick),
    columns: pick(paper.columns),
    merges: [],
  };
}

/** Puts a column at the right edge or in front of another. */
export function insertColumn(paper: Paper, at: number, values: readonly CellValue[]): Paper {
  const id = INSERTED + paper.columns.length * 50;
  const moved = (column: number): number => (column >= at ? column + 1 : column);
  return {
    ...paper,
    cells: paper.cells.map((row, index) => row.toSpliced(at, 0, values[index] ?? null)),
    formats: paper.formats.map((row) => row.toSpliced(at, 0, "")),
    columns: paper.columns.toSpliced(at, 0, id),
    merges: paper.merges.map((merge) => ({
      ...merge,
      left: moved(merge.left),
      right: merge.right >= at && merge.left < at ? merge.right + 1 : moved(merge.right),
    })),
  };
}

/** Positions of the rows that carry facts, from the top. */
export function factRows({ facts, rows }: Paper): readonly number[] {
  const ids = new Set(facts.map(({ row }) => row));
  return rows.flatMap((id, at) => (ids.has(id) ? [at] : []));
}

/** Positions of the columns of figures. */
export function factColumns({ facts, columns }: Paper): readonly number[] {
  const ids = new Set(facts.flatMap((fact) => fact.columns));
  return columns.flatMap((id, at) => (ids.has(id) ? [at] : []));
}

/** Row and column of «B3», counted from 0. */
export function position(address: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
