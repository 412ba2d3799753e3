import { isOurChart } from "../../domain/documents/chart-titles";
import type { CellValue } from "../../domain/grid";
import { progressOf, stagesOf } from "../../domain/regeneration/progress";
import { usersCells, type Cells } from "../../domain/regeneration/users-cells";
import { askTables, type TablesOnSheet } from "../reading/beside-tables";
import { constantText, FINGERPRINT, isInput, writtenMark } from "../sheets/mark";
import type { RowMoves } from "../../domain/sheet-plan";
import { anewSteps, stageOf, type AnewRedo, type Standing } from "./redo";
import type { ToDo } from "./to-do";
import { CHARTS } from "../sheets/write-plan";

/**
 * A sheet anew again. What the user put there since the run broke off is left in its cell: nothing empties it, nothing
 * is written over it.
 */
export function anewAgain(sheet: Excel.Worksheet, work: AnewRedo, run: string): () => Promise<ToDo> {
  const fingerprint = sheet.names.getItemOrNullObject(FINGERPRINT).load("formula");
  const used = sheet.getUsedRangeOrNullObject().load("rowIndex,rowCount");
  const filled = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas");
  if (isInput(work.plan.kind)) filled.load("values");
  const tables = sheet.tables.load("items/name");
  const charts = sheet.charts.load("items/name,items/chartType");
  return async () => {
    const mark = fingerprint.isNullObject ? null : constantText(fingerprint.formula);
    const stage = stageOf(mark, run);
    const { plan, before } = work;
    const shown = isInput(plan.kind) ? cellsOf(filled, "values") : null;
    const now = cellsOf(filled, "formulas");
    const stages = before === undefined ? [] : stagesOf(before, plan.moves ?? NO_MOVES);
    const moving = stage === "begun" && stages.length > 1;
    const mine = before === undefined ? [] : usersCells(now, shown, stages, plan.blocks, moving);
    // a start that broke off after the last step has told nobody
    if (mark === writtenMark(plan)) return { steps: [], half: false, mine };
    const isBefore = stage === null || stage === "begun";
    const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    const moves = plan.moves ?? NO_MOVES;
    const isRoom = mine.length === 0 && rows + rowsOf(moves.insertions) <= ROWS;
    const rowsLeft = isBefore && isRoom ? rowsDoneOf(work, now) : null;
    const { ours, users } = await tablesOn(sheet, tables.items, work);
    // rows that do not come along with what is written would leave a table of the user's over other cells
    const isTorn = isBefore && plan.moves !== undefined && rowsLeft === null;
    const standing: Standing = {
      tables: isTorn ? [...ours, ...users.map(({ name }) => name)] : ours,
      kept: isTorn ? [] : users.map(({ area }) => area),
      charts: ourCharts(charts.items, work, stage === "charting"),
      rows,
    };
    const rowsDone = rowsLeft ?? moves.deletions.length + moves.insertions.length;
    return { steps: anewSteps(work, standing, run, mine, rowsDone), half: stage !== null, mine };
  };
}

const NO_MOVES: RowMoves = { deletions: [], insertions: [] };

const ROWS = 1_048_576;
const rowsOf = (insertions: RowMoves["insertions"]): number =>
  insertions.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/**
 * Moves of rows that are done; null where somebody else moved rows since. None is done any more then: every cell stays where
 * it is, if beside the look of another.
 */
function rowsDoneOf({ plan: { moves = NO_MOVES }, before }: AnewRedo, now: Cells | null): number | null {
  if (before === null || before === undefined || now === null) return null;
  return progressOf({ ...moves, blocks: [] }, before, now)?.rows ?? null;
}

/** Where they must be told apart: its own table alone needs no look. */
async function tablesOn(
  sheet: Excel.Worksheet,
  tables: readonly Excel.Table[],
  { plan, table }: AnewRedo,
): Promise<TablesOnSheet> {
  if (tables.every(({ name }) => name === table)) return { ours: tables.map(({ name }) => name), users: [] };
  const placed = askTables(tables, plan.columns.length);
  await sheet.context.sync();
  return placed();
}

/**
 * Charts that a run made: by their name, and where it broke off between making one and naming it, a new one of its type.
 * @param charting it broke off while it made charts: before that, a new one is the user's
 */
function ourCharts(
  found: readonly Excel.Chart[],
  { plan, charts }: AnewRedo,
  charting: boolean,
): readonly string[] {
  const ours = found.filter(({ name }) => isOurChart(name));
  // one at a time is made and named, in the plan's order; a chart of the user's of that type came after it
  const next = plan.charts?.find(({ title }) => ours.every(({ name }) => name !== title));
  const nameless = found.find(
    ({ name, chartType }) =>
      charting &&
      next !== undefined &&
      charts?.includes(name) === false &&
      chartType === CHARTS[next.kind] &&
      !isOurChart(name),
  );
  return [...ours, ...(nameless === undefined ? [] : [nameless])].map(({ name }) => name);
}

/** Cells of a range that was loaded; null where there are none. */
export function cellsOf(used: Excel.Range, what: "formulas" | "values"): Cells | null {
  if (used.isNullObject) return null;
  const cells = used[what] as CellValue[][]; // strings, numbers and booleans
  return { top: used.rowIndex, left: used.columnIndex, cells };
}
