import type { Result } from "../results/result";

/** A school after its identity is settled. */
export interface School {
  /** Stable between runs and sheets: made from the login digits, else from the normalised name. */
  readonly key: string;
  /** The fullest spelling met, cleaned of stray spaces. */
  readonly name: string;
  /** Every spelling met. */
  readonly spellings: readonly string[];
  readonly municipality?: string;
}

/** A result that knows its school. */
export interface SchoolResult extends Result {
  readonly schoolKey: string;
}
