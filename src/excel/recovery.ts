/** What became of a run that did not come to its end. */
export interface Recovery {
  /** `nothing`: no run is unfinished. */
  readonly outcome: "nothing" | "undone" | "finished";
  /** Names of sheets that were removed. */
  readonly removed: readonly string[];
  /** Sheets and cells, as the user knows them, where the work was left: the user has been there, or Excel refuses. */
  readonly left?: readonly string[];
  /**
   * Cells that the run wrote over what the user did meanwhile, each with what stood there: Excel refuses to put it back, or
   * they hold something else by now.
   */
  readonly overwritten?: readonly string[];
  /** Sheets that were half changed when somebody protected them: the next start tries them again. */
  readonly locked?: readonly string[];
  /**
   * Sheets that are half written and that nothing is kept of to be written: somebody damaged the journal or took it away,
   * as Excel's document inspector does, or copied the sheet meanwhile.
   */
  readonly lost?: readonly string[];
  /** New sheets that were begun and cannot be taken away, since the structure of the workbook is protected: the next start tries again. */
  readonly begun?: readonly string[];
}
