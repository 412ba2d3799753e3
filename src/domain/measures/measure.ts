/** Who carries a measure out; the department's own names come from the sheet of requisites. */
export type Role =
  | "department"
  | "methodCentre"
  | "coordinator"
  | "curator"
  | "mentor"
  | "tutor"
  | "school"
  | "workingGroup"
  | "partnerSchool"
  | "institute";

export type Tag =
  | "management"
  | "staff"
  | "resources"
  | "pupils"
  | "parents"
  | "objectivity"
  | "subject"
  | "analysis"
  | "partnership"
  | "regulation"
  | "support"
  | "monitoring"
  | "information"
  | "form:ВПР"
  | "form:ОГЭ"
  | "form:ЕГЭ"
  | "subject:математика"
  | "subject:русский язык";

/**
 * A deadline relative to the plan. A plan made for `start` runs over the school year start/(start + 1); a month names
 * that month of the school year (September–December in `start`, January–August in `start + 1`) unless `year` shifts it.
 */
export type DeadlineRule =
  /** One month, or from month to month. `shift` counts school years after the first. */
  | { readonly kind: "months"; readonly from: number; readonly to: number; readonly shift?: number }
  /** Several separate months. */
  | { readonly kind: "monthList"; readonly months: readonly number[]; readonly shift?: number }
  | { readonly kind: "until"; readonly day: number; readonly month: number; readonly shift?: number }
  | {
      readonly kind: "days";
      readonly from: { readonly day: number; readonly month: number };
      readonly to: { readonly day: number; readonly month: number };
      readonly shift?: number;
    }
  | { readonly kind: "throughout"; readonly period: "schoolYear" | "plan" }
  | { readonly kind: "schedule"; readonly of: string }
  | { readonly kind: "compound"; readonly parts: readonly DeadlineRule[] };

/** One row of a roadmap. */
export interface Measure {
  /** Number in the plan. */
  readonly number: string;
  /** Document and item it comes from, «000:7». */
  readonly origin: string;
  readonly text: string;
  readonly deadline: DeadlineRule;
  readonly roles: readonly Role[];
  /** Expected result: a product that can be checked. */
  readonly result: string;
  readonly level: "municipality" | "school";
  readonly tags: readonly Tag[];
}

export interface MeasureSection {
  /** Empty for a template without sections. */
  readonly title: string;
  readonly measures: readonly Measure[];
}

/** Columns of a roadmap in their order. */
export type RoadmapColumn = "number" | "measure" | "deadline" | "responsible" | "result";

export interface RoadmapTemplate {
  /** `low-results-roadmap` … */
  readonly id: string;
  /** Russian name shown in the pane. */
  readonly name: string;
  /** The source document, by its number. */
  readonly source: string;
  readonly columns: readonly { readonly column: RoadmapColumn; readonly header: string }[];
  readonly sections: readonly MeasureSection[];
}
