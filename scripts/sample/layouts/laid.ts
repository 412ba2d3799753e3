/** A sheet as cells, the way a file carries it. */
export type LaidCell = string | number | null;

export interface LaidSheet {
  sheet: string;
  file?: string;
  cells: LaidCell[][];
  /** Zero-based [top, left, bottom, right]. */
  merges?: [number, number, number, number][];
}

/** Makes the rows equally long. */
export function laid(
  sheet: string,
  cells: LaidCell[][],
  more: Omit<LaidSheet, "sheet" | "cells"> = {},
): LaidSheet {
  const width = Math.max(...cells.map((row) => row.length));
  return {
    sheet,
    ...more,
    cells: cells.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]),
  };
}

/** A per cent with two decimals, as ФИС ОКО prints it. */
export function percent(part: number, whole: number): number {
  return Number(((part * 100) / whole).toFixed(2));
}
