import type { Criterion } from "../domain/identification/verdict";
import type { SchoolYear } from "../domain/results/year";

/** What the sentence of settings is made from: as used, not as chosen. */
export interface SettingsShown {
  readonly ruleId: string;
  readonly threshold: number;
  readonly minParticipants: number;
  readonly year: SchoolYear | null;
  readonly yearBefore: SchoolYear | null;
}

/** Criteria that could not be checked, with the year that has no data. */
export interface Unchecked {
  readonly criteria: readonly Criterion[];
  readonly year: SchoolYear | null;
}

/** Y and Y′ as text. */
export interface YearsShown {
  readonly year: string;
  readonly yearBefore: string;
}

/** How much was read. */
export interface AmountShown {
  readonly results: number;
  readonly schools: number;
  readonly procedures: number;
  readonly years: number;
}
