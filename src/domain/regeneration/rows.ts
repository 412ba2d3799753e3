import type { CellValue } from "../grid";
import type { PlanCell, SheetPlan } from "../sheet-plan";

/** A row as the add-in makes it. A formula names its own row as `{r}`, so that it is the same wherever the row stands. */
export interface GeneratedRow {
  readonly id: string;
  readonly cells: readonly PlanCell[];
}

/** A row as it stands in the sheet now, in the columns of the document. */
export interface SheetRow {
  /** Null for a row that is the user's own. */
  readonly id: string | null;
  /** Undefined where the user deleted the column. */
  readonly cells: readonly (PlanCell | undefined)[];
  /** Whether something stands in the columns that the user added. */
  readonly beside: boolean;
}

/** What a cell holds, for comparing: the same text however line ends and long fractions were stored. */
export function contentOf(cell: PlanCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "number"
    ? String(Number(cell.toPrecision(12)))
    : String(cell).replaceAll("\r\n", "\n");
}

export const same = (a: PlanCell | undefined, b: PlanCell | undefined): boolean =>
  contentOf(a) === contentOf(b);

/** Replaces by `replace` what is not inside quotes of a formula. */
const outsideQuotes = (formula: string, replace: (code: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : replace(part)))
    .join("");

/** Names the formula's own row as `{r}`. @example freeOfRow("=F12/E12", 11) // "=F{r}/E{r}" */
export const freeOfRow = (formula: string, row: number): string =>
  outsideQuotes(formula, (code) =>
    code.replace(/(\$?[A-Z]{1,3})(\d+)(?![\d(])/g, (whole, column: string, digits: string) =>
      Number(digits) === row + 1 ? `${column}{r}` : whole,
    ),
  );

/** The formula in a row. @example inRow("=F{r}/E{r}", 11) // "=F12/E12" */
export const inRow = (formula: string, row: number): string =>
  outsideQuotes(formula, (code) => code.replaceAll("{r}", String(row + 1)));

/** A cell as it was read: formulas free of their row. */
export const readCell = (value: CellValue, row: number): PlanCell =>
  typeof value === "string" && value.startsWith("=") ? { formula: freeOfRow(value, row) } : value;

/** The rows of a plan with their ids; null where it has none. */
export function rowsOfPlan({ rowIds, columns, blocks }: SheetPlan): readonly GeneratedRow[] | null {
  if (rowIds === undefined) return null;
  const rows = rowIds.map((id) => ({ id, cells: new Array<PlanCell>(columns.length).fill(null) }));
  for (const block of blocks)
    block.cells.forEach((line, r) => {
      const cells = rows[block.row + r]?.cells;
      line.forEach((cell, c) => {
        if (cells === undefined || block.column + c >= columns.length) return;
        cells[block.column + c] =
          cell !== null && typeof cell === "object"
            ? { formula: freeOfRow(cell.formula, block.row + r) }
            : cell;
      });
    });
  return rows;
}
