/** Where formulas are to become values. */
export type ReplaceScope = "selection" | "sheet" | "workbook";

export interface ReplaceReport {
  /** Formulas with functions of the add-in that became values. */
  readonly formulas: number;
  /** Cells that now hold a value, those of spilled arrays counted too. */
  readonly cells: number;
  /** Of these, errors: they stay as text. */
  readonly errors: number;
  /** Formulas without an answer yet, such as `#BUSY!` and `#SPILL!`: they stay formulas, or they would be lost. */
  readonly unanswered: number;
  /** Names of the workbook and of the sheets in view whose formulas call the add-in; no cell, so they stay. */
  readonly names: readonly string[];
  /** Formulas that were left, since their sheet is protected, by sheet. */
  readonly left: readonly { readonly sheet: string; readonly formulas: number }[];
}

export type Inserted =
  | { readonly kind: "inserted"; readonly address: string }
  /** The cell is not empty: nothing was written. Insert again over this address to replace what is there. */
  | { readonly kind: "filled"; readonly address: string; readonly content: string };

/** Formulas of the open workbook, as the pane sees them. Every promise settles; failures are `WorkbookError`. */
export interface FormulaPort {
  /** Whether this Excel runs custom functions. */
  readonly supported: boolean;
  /** Excel's own list and decimal signs go by this language. */
  readonly contentLanguage: string;
  /** Address of what is selected, with its sheet. */
  selection(): Promise<string>;
  /** Puts a formula into the active cell. @param over address that the user agreed to overwrite; null: only an empty cell */
  insert(formula: string, over: string | null): Promise<Inserted>;
  /** Formulas with functions of the add-in become their values; other formulas stay. */
  replace(scope: ReplaceScope): Promise<ReplaceReport>;
}
