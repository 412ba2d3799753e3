import { forDocuments } from "../../../../src/domain/documents/package";
import { EMPTY_DIRECTORY } from "../../../../src/domain/documents/package/directory";
import { schoolCases, type SchoolCase } from "../../../../src/domain/documents/package/school-case";
import { planWholePackage } from "../../../../src/domain/documents/package/whole";
import type { Adjustment } from "../../../../src/domain/identification/verdict";
import { loadTemplate, type TemplateId } from "../../../../src/domain/measures/templates";
import type { SheetPlan } from "../../../../src/domain/sheet-plan";
import { analysisOf, resultsOf, type Row } from "../support";

type Input = Parameters<typeof planWholePackage>[0];

/** The whole package of made-up results of 2025/2026 and before. */
export async function wholePackage(
  rows: readonly Row[],
  {
    template = "low-results-roadmap",
    adjustments = [],
    ...given
  }: Partial<Omit<Input, "template" | "analysis">> & {
    template?: TemplateId;
    adjustments?: readonly Adjustment[];
  } = {},
): Promise<readonly SheetPlan[]> {
  return planWholePackage({
    analysis: analysisOf(resultsOf(rows), {}, adjustments),
    template: await loadTemplate(template),
    requisites: {},
    directory: EMPTY_DIRECTORY,
    typed: new Map(),
    start: 2026,
    ...given,
  });
}

export const casesOf = (
  rows: readonly Row[],
  adjustments: readonly Adjustment[] = [],
): readonly SchoolCase[] => schoolCases(forDocuments(analysisOf(resultsOf(rows), {}, adjustments)));

export function caseOf(rows: readonly Row[]): SchoolCase {
  const [first] = casesOf(rows);
  if (first === undefined) throw new Error("no school of these rows is low");
  return first;
}

/** `count` schools low in mathematics of classes 5 and 6, and one good school. */
export const lowSchools = (count: number): Row[] => [
  ...Array.from({ length: count }, (_, n): Row[] => [
    [`МБОУ «Берёзовская СОШ № ${n + 1}»`, 2026, "ВПР математика 5", "8/20"],
    [`МБОУ «Берёзовская СОШ № ${n + 1}»`, 2026, "ВПР математика 6", "7/20"],
  ]).flat(),
  ["МБОУ «Лицей»", 2026, "ВПР математика 5", "1/50"],
  ["МБОУ «Лицей»", 2026, "ВПР математика 6", "0/50"],
];
