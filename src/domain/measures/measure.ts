import type { DeadlineRule } from "./deadline-rule";
import type { PlanPeriod } from "./period";

export type { DeadlineRule } from "./deadline-rule";

/** Who carries a measure out; the department's own names come from the sheet of requisites. */
export type Role =
  | "department"
  | "generalEducation"
  | "personnel"
  | "methodCentre"
  | "workingGroup"
  | "coordinator"
  | "curator"
  | "mentor"
  | "tutor"
  | "school"
  | "schoolHead"
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
  | "talent"
  | "careers"
  | "form:ВПР"
  | "form:ОГЭ"
  | "form:ЕГЭ"
  | "subject:математика"
  | "subject:русский язык";

/** A share of seed 004 section 3: `numerator` of `denominator`, in per cent. */
export interface IndicatorFormula {
  readonly numerator: string;
  readonly denominator: string;
  /** Per cent to reach; null where the source asks for a list and sets no figure. */
  readonly target: number | null;
}

/** One row of a roadmap: a measure, or an indicator where `indicator` is there. */
export interface Measure {
  /** Number in the plan. */
  readonly number: string;
  /** Document and item it comes from, «000:7». */
  readonly origin: string;
  readonly text: string;
  readonly deadline: DeadlineRule;
  readonly roles: readonly Role[];
  /** Responsibles that a user typed and that are no role: printed after the roles. */
  readonly others?: readonly string[];
  /** Expected result: a product that can be checked. */
  readonly result: string;
  /** `school`: done in every low-result school, so it belongs in the school's own roadmap too. */
  readonly level: "municipality" | "school";
  readonly tags: readonly Tag[];
  /** Heading inside the section; printed once before the first row that has it. */
  readonly block?: string;
  readonly indicator?: IndicatorFormula;
}

export interface MeasureSection {
  /** Empty for a template without sections. */
  readonly title: string;
  /** Tasks printed under the title (seed 004). */
  readonly tasks?: readonly string[];
  readonly measures: readonly Measure[];
}

/** Columns of a roadmap in their order. */
export type RoadmapColumn = "number" | "measure" | "deadline" | "responsible" | "result";

export interface ColumnHeader {
  readonly column: RoadmapColumn;
  readonly header: string;
}

/** Text before the table (seed 003): paragraphs and lists under headings. */
export interface ExplanatoryNote {
  readonly parts: readonly {
    readonly heading: string;
    readonly paragraphs?: readonly string[];
    readonly items?: readonly string[];
  }[];
}

export interface RoadmapTemplate {
  /** `low-results-roadmap` … */
  readonly id: string;
  /** Russian name shown in the pane. */
  readonly name: string;
  /** Title of the printed document, without the period. */
  readonly title: string;
  /** The source document, by its number. */
  readonly source: string;
  /** What the plan runs over; its first year is the user's choice. */
  readonly period: Omit<PlanPeriod, "start">;
  readonly columns: readonly ColumnHeader[];
  readonly goal?: string;
  readonly note?: ExplanatoryNote;
  /** Name of the template that a template of the user's own was copied from: the note and the tasks are its. */
  readonly basedOn?: string;
  readonly sections: readonly MeasureSection[];
}
