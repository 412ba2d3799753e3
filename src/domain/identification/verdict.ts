import type { Source } from "../problem";
import type { SchoolYear } from "../results/year";

export type Criterion = 1 | 2;

/** One low result that a verdict rests on. */
export interface Evidence {
  readonly criterion: Criterion;
  /** Procedure title. */
  readonly procedure: string;
  readonly year: SchoolYear;
  readonly participants: number | null;
  readonly failed: number | null;
  /** Fraction 0…1. */
  readonly share: number | null;
  readonly source: Source;
}

/** `insufficient`: no usable result in the year in view; missing data never turns into `notLow`. */
export type VerdictStatus = "low" | "notLow" | "insufficient";

export interface Verdict {
  readonly schoolKey: string;
  readonly school: string;
  readonly status: VerdictStatus;
  /** Criteria met. */
  readonly criteria: readonly Criterion[];
  /** Criteria that could not be checked: the school has no usable result in the year they need. */
  readonly unchecked: readonly Criterion[];
  readonly evidence: readonly Evidence[];
  /** Figures in dispute that could make a criterion met that is not; absent where nothing hangs on any. */
  readonly disputed?: Dispute;
}

/** What stays open while figures of a school cannot be used; `criteria` are among the unchecked ones. */
export interface Dispute {
  readonly criteria: readonly Criterion[];
  readonly figures: readonly {
    readonly procedure: string;
    readonly year: SchoolYear;
    readonly cells: readonly Source[];
  }[];
}

/** A decision made by people on top of the computed list: НСУ, the region's list, an exclusion. */
export interface Adjustment {
  readonly schoolKey: string;
  readonly school: string;
  readonly action: "add" | "remove";
  /** Why, in the user's words. */
  readonly ground: string;
  /** ISO date; null where the user gave none. */
  readonly date: string | null;
  readonly source?: Source;
}
