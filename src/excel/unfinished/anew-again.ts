import { isOurChart } from "../../domain/documents/chart-titles";
import type { CellValue } from "../../domain/grid";
import { usersCells, type Cells } from "../../domain/regeneration/users-cells";
import { BEING_WRITTEN, constantText, FINGERPRINT, isInput, writtenMark } from "../sheets/mark";
import { anewSteps, type AnewRedo, type Standing } from "./redo";
import type { ToDo } from "./to-do";
import { CHARTS } from "../sheets/write-plan";

/**
 * A sheet anew again. What the user put there since the run broke off is left in its cell: nothing empties it, nothing
 * is written over it.
 */
export function anewAgain(sheet: Excel.Worksheet, work: AnewRedo, run: string): () => ToDo {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject().load("rowIndex,rowCount");
  const filled = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas");
  if (isInput(work.plan.kind)) filled.load("values");
  const tables = sheet.tables.load("items/name");
  const charts = sheet.charts.load("items/name,items/chartType");
  return () => {
    const mark = fingerprint.isNullObject ? null : constantText(fingerprint.formula);
    const standing: Standing = {
      tables: tables.items.map(({ name }) => name),
      charts: ourCharts(charts.items, work),
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    };
    const { plan, before } = work;
    const shown = isInput(plan.kind) ? cellsOf(filled, "values") : null;
    const mine =
      before === undefined ? [] : usersCells(cellsOf(filled, "formulas"), shown, before, plan.blocks);
    // a start that broke off after the last step has told nobody
    if (mark === writtenMark(plan)) return { steps: [], half: false, mine };
    return { steps: anewSteps(work, standing, run, mine), half: mark === BEING_WRITTEN + run, mine };
  };
}

/**
 * Charts that a run made: by their name, and where it broke off between making one and naming it, a new one of its type.
 */
function ourCharts(found: readonly Excel.Chart[], { plan, charts }: AnewRedo): readonly string[] {
  const types = new Set<string>(plan.charts?.map(({ kind }) => CHARTS[kind]));
  const isNameless = ({ name, chartType }: Excel.Chart): boolean =>
    charts !== undefined && !charts.includes(name) && types.has(chartType);
  return found.filter((chart) => isOurChart(chart.name) || isNameless(chart)).map(({ name }) => name);
}

/** Cells of a range that was loaded; null where there are none. */
export function cellsOf(used: Excel.Range, what: "formulas" | "values"): Cells | null {
  if (used.isNullObject) return null;
  const cells = used[what] as CellValue[][]; // strings, numbers and booleans
  return { top: used.rowIndex, left: used.columnIndex, cells };
}
