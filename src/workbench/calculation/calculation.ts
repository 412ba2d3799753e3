import type { Area, Workbook } from "../store/model";

/** What changed since the last calculation. */
export interface ChangedCells {
  /** Names, sheets or rows moved, or the add-in asked for a full calculation: every formula counts as stale. */
  readonly everything: boolean;
  /** Areas whose contents were written, by sheet id; they may overlap. */
  readonly areas: ReadonlyMap<string, readonly Area[]>;
}

/**
 * Computes the formulas of a workbook. The host calls it before formula results are read and before a save,
 * never in between, so one call may cover many writes. It puts results with `setResult` of the store.
 * Without an engine a new formula reads as 0 and a formula of a file keeps the result stored with it.
 */
export interface Calculation {
  recalculate(workbook: Workbook, changed: ChangedCells): Promise<void>;
}
