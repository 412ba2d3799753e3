import type { IdentificationSettings } from "./identification/rule";
import type { ColumnsChoice } from "./documents/package/directory";
import type { PeriodChoice } from "./measures/plan-start";
import type { AnyTemplateId } from "./measures/templates";

/** Everything the user may set for the one-click job; kept in the workbook. Null means «as the data or the rule say». */
export interface Settings extends IdentificationSettings {
  readonly templateId: AnyTemplateId;
  /** Calendar year in which the plan begins; null: the first in which no deadline is over when the results are known. */
  readonly start: number | null;
  /** What the plan runs over: school or calendar years, how many. */
  readonly period: PeriodChoice;
  /** What the job makes: the roadmap with its lists, or the whole package of documents. */
  readonly package: "roadmap" | "all";
  /** Columns of the roadmaps: the template's, as «Справочник» says, or those of a seed. */
  readonly columns: ColumnsChoice;
  /** Whose results count where the data are of several municipalities; null: all of them. */
  readonly municipality: string | null;
  /** Which attempt counts; the first, as the rules have it. */
  readonly retakes: "first" | "last";
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
  period: { unit: "template", years: null },
  package: "roadmap",
  columns: "template",
  municipality: null,
  retakes: "first",
};
