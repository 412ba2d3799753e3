import { lowState } from "../../identification/low";
import { procedureTitle } from "../../results/procedure";
import { formatYear } from "../../results/year";
import type { SchoolResult } from "../../schools/school";
import type { PlanCell } from "../../sheet-plan";
import type { BodyColumn } from "../builder";

/** A school's results in its own documents: procedure × years, share by a native formula. */
export const RESULT_COLUMNS: readonly BodyColumn[] = [
  { header: "№ п/п", style: "cellCentre" },
  { header: "Процедура", style: "cell" },
  { header: "Учебный год", style: "cellCentre" },
  { header: "Участников", style: "number" },
  { header: "Не справились", style: "number" },
  { header: "Доля", style: "percent" },
];

/**
 * Rows for columns A–F.
 * @param first one-based number of the first row, for the formulas
 */
export function resultRows(
  results: readonly SchoolResult[],
  first: number,
): readonly (readonly PlanCell[])[] {
  return results.map(({ procedure, year, participants, failed, share }, index) => {
    const row = first + index;
    const title = procedureTitle(procedure);
    return [
      index + 1,
      title,
      formatYear(year),
      participants,
      failed,
      participants !== null && failed !== null
        ? { formula: `=IF(D${row}>0,E${row}/D${row},"нет данных")` }
        : (share ?? "нет данных"),
    ];
  });
}

/** What the rows are known by when the document is made again. */
export const resultIds = (results: readonly SchoolResult[]): readonly string[] =>
  results.map(({ procedure, year }) => `${procedureTitle(procedure)}, ${year}`);

/**
 * Formula of the highlight of low rows: whole numbers where there are counts, else the share.
 * @param threshold absolute address of the threshold in per cent
 */
export const lowFormula = (first: number, threshold: string): string =>
  `=IF(COUNT($D${first}:$E${first})=2,AND($D${first}>0,$E${first}*100>=ROUND(${threshold}*$D${first},6)),AND(ISNUMBER($F${first}),ROUND($F${first}*100,7)>=${threshold}))`;

/** Only the low ones of some results. */
export const lowOnly = (
  results: readonly SchoolResult[],
  threshold: number,
  minParticipants: number,
): readonly SchoolResult[] =>
  results.filter((result) => lowState(result, threshold, minParticipants) === "low");
