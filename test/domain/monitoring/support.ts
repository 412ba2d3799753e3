import type { CellValue, Grid } from "../../../src/domain/grid";
import type { ExecutionRow } from "../../../src/domain/monitoring/read-roadmap";
import type { Status } from "../../../src/domain/monitoring/status";
import type { SheetPlan } from "../../../src/domain/sheet-plan";
import { cellsOf } from "../documents/support";

/** A plan as the add-in reads its sheet again: formulas as their text. */
export function gridOf(plan: SheetPlan): Grid {
  const cells = cellsOf(plan);
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const grid: CellValue[][] = Array.from({ length: rows }, () => Array<CellValue>(columns).fill(null));
  for (const { row, column, cell } of cells) {
    const line = grid[row];
    if (line !== undefined) line[column] = cell !== null && typeof cell === "object" ? cell.formula : cell;
  }
  return { sheet: plan.name, top: 0, left: 0, cells: grid };
}

/** A measure as it stands, made up. */
export const row = (
  number: string,
  due: string | null,
  status: Status,
  fact: string | null = null,
  more: Partial<ExecutionRow> = {},
): ExecutionRow => ({
  sheet: "Дорожная карта",
  school: null,
  number,
  origin: null,
  text: `Мероприятие ${number}`,
  section: "",
  responsible: ["Управление образования"],
  result: "",
  deadline: "",
  status,
  due,
  fact,
  document: "",
  comment: "",
  cells: {},
  places: {},
  times: due === null ? [] : [due],
  dueFromWords: false,
  ...more,
});
