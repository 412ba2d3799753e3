import type { Criterion } from "../domain/identification/verdict";
import type { SchoolYear } from "../domain/results/year";
import { pane as en } from "./en/pane";
import type { Locale } from "./locale";
import { pane as ru } from "./ru/pane";

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

/** Every text of the pane; a key missing in a language fails the type check. */
export type PaneTexts = typeof ru;

const TEXTS: Readonly<Record<Locale, PaneTexts>> = { ru, en };

export function paneTexts(locale: Locale): PaneTexts {
  return TEXTS[locale];
}
