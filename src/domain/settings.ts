import type { IdentificationSettings } from "./identification/rule";
import type { TemplateId } from "./measures/templates";

/** Everything the user may set for the one-click job; kept in the workbook. Null means «as the data or the rule say». */
export interface Settings extends IdentificationSettings {
  readonly templateId: TemplateId;
  /** Calendar year in which the plan begins; null: the year in which Y ends. */
  readonly start: number | null;
}

export const DEFAULT_SETTINGS: Settings = {
  ruleId: "000",
  threshold: 30,
  minParticipants: 0,
  year: null,
  yearBefore: null,
  procedures: null,
  templateId: "low-results-roadmap",
  start: null,
};
