import type { Analysis } from "../../../src/domain/analysis";
import { NOTHING_KEPT } from "../../../src/domain/documents/files-sheet";
import { applyAdjustments } from "../../../src/domain/identification/adjustments";
import { columnsOf } from "../../../src/domain/identification/result-columns";
import type { IdentificationSettings } from "../../../src/domain/identification/rule";
import type { Adjustment } from "../../../src/domain/identification/verdict";
import { readWorkbook } from "../../../src/domain/results/read";
import type { SchoolResult } from "../../../src/domain/schools/school";
import type { PlanCell, SheetPlan } from "../../../src/domain/sheet-plan";
import { identifyAll, result, schoolsOf } from "../identification/rows";

/** A row of a made-up sheet: school, year, procedure, «failed/participants». */
export type Row = readonly [school: string, year: number, procedure: string, figures: string];

export const resultsOf = (rows: readonly Row[]): SchoolResult[] => rows.map((row) => result(...row));

/** A result of which only the share was printed. */
export function shareOnly(row: Row, share: number): SchoolResult {
  return { ...result(...row), participants: null, failed: null, share };
}

/** An analysis of results made by hand, without reading any sheet. */
export function analysisOf(
  results: readonly SchoolResult[],
  settings: Partial<IdentificationSettings> = {},
  adjustments: readonly Adjustment[] = [],
): Analysis {
  const identification = identifyAll(results, settings);
  const schools = schoolsOf(results);
  return {
    reading: { ...readWorkbook([], { openWorkbook: "" }), results, problems: [] },
    schools,
    results,
    judged: columnsOf(schools, results),
    identification,
    group: applyAdjustments(identification.verdicts, adjustments, schools),
    excluded: [],
    unlisted: [],
    files: NOTHING_KEPT,
    municipalities: [],
    problems: [],
  };
}

/** Prints no-break spaces as spaces, so that expected texts can be typed. */
export const plain = (text: string): string => text.replaceAll("\u00A0", " ");

/** Every cell of a plan with its place. */
export function cellsOf(plan: SheetPlan): { row: number; column: number; cell: PlanCell }[] {
  return plan.blocks.flatMap(({ row, column, cells }) =>
    cells.flatMap((line, r) => line.map((cell, c) => ({ row: row + r, column: column + c, cell }))),
  );
}

export const textsOf = (plan: SheetPlan): string[] =>
  cellsOf(plan).flatMap(({ cell }) => (typeof cell === "string" ? [plain(cell)] : []));

export const formulasOf = (plan: SheetPlan): string[] =>
  cellsOf(plan).flatMap(({ cell }) => (cell !== null && typeof cell === "object" ? [cell.formula] : []));

export function findPlan(plans: readonly SheetPlan[], kind: SheetPlan["kind"]): SheetPlan {
  const plan = plans.find((each) => each.kind === kind);
  if (plan === undefined) throw new Error(`no plan of kind ${kind}`);
  return plan;
}

/** The text of a cell, as it is read; a formula as it is written. */
export function cellText(cell: PlanCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return plain(typeof cell === "object" ? cell.formula : String(cell));
}
