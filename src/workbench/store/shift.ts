import type { Sheet, Workbook } from "./model";

/** Inserts or deletes whole rows or columns `first`…`last`; everything of the sheet behind them moves. */
export function shiftSheet(
  _workbook: Workbook,
  _sheet: Sheet,
  _direction: "rows" | "columns",
  _change: "insert" | "delete",
  _first: number,
  _last: number,
): void {
  throw new Error("not yet");
}
