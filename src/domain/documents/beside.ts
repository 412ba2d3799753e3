import type { Area } from "../grid";
import type { PlanCell } from "../sheet-plan";

/** What the user put to the right of the table of «Добавленные файлы», and the rows as they stood: it goes with them. */
export interface Beside {
  readonly sheet: string;
  /** Row of the table's header; the row above the sheet's first one where it is not found. */
  readonly header: number;
  /** The table's rows below the header by what they hold. */
  readonly keys: readonly string[];
  readonly rows: readonly BesideRow[];
  /** Tables of the user's. */
  readonly tables: readonly Area[];
}

/** One row of it. */
export interface BesideRow {
  readonly row: number;
  /** From the first column that is not of the table. */
  readonly cells: readonly PlanCell[];
  /** Their number formats, where they were read. */
  readonly formats?: readonly string[];
}

export const NOTHING_BESIDE: Beside = { sheet: "", header: 0, keys: [], rows: [], tables: [] };

/** Columns of the table of «Добавленные файлы»: one right of them is the user's. Here, so that reading need not load the sheet's plan. */
export const FILES_WIDTH = 15;
