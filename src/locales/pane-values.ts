import type { Criterion } from "../domain/identification/verdict";
import type { SchoolYear } from "../domain/results/year";
import type { Settings } from "../domain/settings";

/** What the sentence of settings is made from: as used, not as chosen. */
export interface SettingsShown {
  readonly ruleId: string;
  readonly threshold: number;
  readonly minParticipants: number;
  readonly year: SchoolYear | null;
  readonly yearBefore: SchoolYear | null;
  readonly retakes: Settings["retakes"];
}

/** A part of the sentence of settings, and the field of the form that changes it. */
export interface SettingsPart {
  readonly field: keyof Pick<Settings, "threshold" | "ruleId" | "year" | "minParticipants" | "retakes">;
  readonly text: string;
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

/** A sheet that is not as it was read. */
export interface ChangedShown {
  readonly name: string;
  readonly how: "edited" | "added" | "deleted";
}

/** What writes into the workbook; kept equal to the kinds of runs by the type check of whoever calls. */
export type WriterKind =
  "roadmap" | "check" | "control" | "answer" | "files" | "heatMap" | "templates" | "removal" | "functions";
