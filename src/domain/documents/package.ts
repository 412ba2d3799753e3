import { findingsOf, type Analysis } from "../analysis";
import type { Role, RoadmapTemplate } from "../measures/measure";
import { documentName } from "../schools/name";
import type { SheetPlan } from "../sheet-plan";
import { byName } from "../text/russian";
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
  /** The department's own names of roles; absent: those of the requisites. */
  readonly roleNames?: Readonly<Partial<Record<Role, string>>>;
  /** Number of the roadmap among the annexes of the order; absent where there is no order. */
  readonly annex?: number;
}

/** The sheets that the one-click job makes of an analysis, in the order in which they stand in the workbook. */
export function planPackage(input: PackageInput): readonly SheetPlan[] {
  const { analysis, ...given } = input;
  const { identification, group, schools, results, excluded } = forDocuments(analysis);
  const byHand: ByHand = { added: group.added, removed: group.removed, excluded };
  const findings = findingsOf({ identification, results });
  const removed = new Set(group.removed.map(({ schoolKey }) => schoolKey));
  const listed = group.computed.filter(({ schoolKey }) => !removed.has(schoolKey));
  return [
    planRoadmapSheet({ ...given, findings, byHand }),
    planSchoolsSheet(identification, listed, byHand),
    planResultsSheet(schools, results, identification),
  ];
}

/** Names as documents print them, lists in the order of those names. */
export function forDocuments(analysis: Analysis): Analysis {
  const { identification, group, schools } = analysis;
  const namesakes = namesakeMunicipalities(schools);
  const printed = (key: string, name: string): string =>
    `${documentName(name)}${namesakes.has(key) ? ` (${namesakes.get(key) ?? ""})` : ""}`;
  const named = <T extends { readonly school: string; readonly schoolKey: string }>(
    items: readonly T[],
  ): T[] =>
    items
      .map((item) => ({ ...item, school: printed(item.schoolKey, item.school) }))
      .sort((a, b) => byName(a.school, b.school));
  return {
    ...analysis,
    schools: schools.map((school) => ({ ...school, name: printed(school.key, school.name) })),
    excluded: named(analysis.excluded),
    identification: { ...identification, verdicts: named(identification.verdicts) },
    group: {
      ...group,
      computed: named(group.computed),
      added: named(group.added),
      removed: named(group.removed),
      group: named(group.group),
    },
  };
}

/** Municipalities of schools that print alike, by key: in the document of a region only they tell which is meant. */
function namesakeMunicipalities(schools: Analysis["schools"]): ReadonlyMap<string, string> {
  const byName = new Map<string, Analysis["schools"][number][]>();
  for (const school of schools) {
    const name = documentName(school.name);
    byName.set(name, [...(byName.get(name) ?? []), school]);
  }
  const found = new Map<string, string>();
  for (const namesakes of byName.values())
    for (const { key, municipality } of namesakes.length < 2 ? [] : namesakes)
      if (municipality !== undefined && municipality !== "") found.set(key, municipality);
  return found;
}
