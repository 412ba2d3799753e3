import type { DisputedFigure, Result } from "../results/result";

/** A school after its identity is settled. */
export interface School {
  /** Stable between runs and sheets: made from the login digits, else from the normalised name. */
  readonly key: string;
  /** The fullest spelling met, cleaned of stray spaces. */
  readonly name: string;
  /** Every spelling met. */
  readonly spellings: readonly string[];
  readonly municipality?: string;
  /** Every key the school answers to, `key` among them: a decision kept under a former key still finds it. */
  readonly keys?: readonly string[];
}

/** A result that knows its school. */
export interface SchoolResult extends Result {
  readonly schoolKey: string;
}

/** A figure that cannot be used, of a settled school: differing duplicates, a cell in error. */
export interface DisputedResult extends Pick<DisputedFigure, "procedure" | "year" | "cells"> {
  readonly schoolKey: string;
}
