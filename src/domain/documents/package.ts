import { findingsOf, type Analysis } from "../analysis";
import type { RoadmapTemplate } from "../measures/measure";
import type { SheetPlan } from "../sheet-plan";
import type { ByHand } from "./passport";
import type { Requisites } from "./requisites";
import { planResultsSheet } from "./results-sheet";
import { planRoadmapSheet } from "./roadmap-sheet";
import { planSchoolsSheet } from "./schools-sheet";

export interface PackageInput {
  readonly analysis: Analysis;
  readonly template: RoadmapTemplate;
  readonly requisites: Requisites;
  /** Calendar year in which the plan begins. */
  readonly start: number;
}

/** The sheets that the one-click job makes of an analysis, in the order in which they stand in the workbook. */
export function planPackage({ analysis, template, requisites, start }: PackageInput): readonly SheetPlan[] {
  const { identification, group, schools, results } = analysis;
  const byHand: ByHand = { added: group.added, removed: group.removed };
  const findings = findingsOf(analysis);
  const removed = new Set(group.removed.map(({ schoolKey }) => schoolKey));
  const listed = group.computed.filter(({ schoolKey }) => !removed.has(schoolKey));
  return [
    planRoadmapSheet({ template, start, findings, byHand, requisites }),
    planSchoolsSheet(identification, listed, byHand),
    planResultsSheet(schools, results, identification),
  ];
}
