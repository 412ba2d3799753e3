import type { ICellData, IRange, Nullable, ObjectMatrix } from "@univerjs/core";
import type { IAllRuntimeData } from "@univerjs/engine-formula";
import { setResult } from "../store/cells";
import type { Area, ArrayFormula, Cell, Sheet, Workbook } from "../store/model";
import { CellType } from "./cell-type";
import { placeKey } from "./function-calls";
import type { Spills } from "./spills";

type Result = Pick<Cell, "value" | "error" | "errorMessage" | "spilledFrom">;

const ERROR = /^#(?:N\/A|DIV\/0!|NUM!|VALUE!|NULL!|REF!|NAME\?|SPILL!|CALC!)$/;

/** A result of the engine as a cell holds it; a reference to an empty cell gives 0. */
function readResult(cell: ICellData | null | undefined): Result {
  const value = cell?.v;
  if (value === null || value === undefined) return { value: 0 };
  if (cell?.t === CellType.boolean || typeof value === "boolean")
    return { value: value === true || value === 1 };
  if (typeof value === "number") return Number.isFinite(value) ? { value } : { value: "#NUM!", error: true };
  if (value === "#ERROR!") return { value: "#NAME?", error: true }; // what the engine cannot read
  return ERROR.test(value) ? { value, error: true } : { value };
}

interface Computed {
  readonly cell: ICellData | null;
  /** Cells that the formula fills, its own included. */
  readonly area?: Area;
  readonly filled?: ReadCell;
}

/** Gathers the results of the rounds of a recalculation and puts the last of each cell into the workbook. */
export class ResultWriter {
  readonly #computed = new Map<Sheet, Map<number, Map<number, Computed>>>();

  constructor(
    private readonly workbook: Workbook,
    private readonly spills: Spills,
    private readonly messages: ReadonlyMap<string, { readonly error: string; readonly message: string }>,
  ) {}

  take(data: IAllRuntimeData, unit: string): void {
    for (const sheet of this.workbook.sheets) {
      const rows = this.#computed.get(sheet) ?? new Map<number, Map<number, Computed>>();
      this.#computed.set(sheet, rows);
      const ranges = data.arrayFormulaRange[unit]?.[sheet.id];
      const filled = data.arrayFormulaCellData[unit]?.[sheet.id];
      data.unitData[unit]?.[sheet.id]?.forValue((row, column, cell) => {
        if (sheet.cells.get(row)?.get(column)?.formula === undefined) return;
        const range: IRange | null | undefined = ranges?.[row]?.[column];
        const columns = rows.get(row) ?? new Map<number, Computed>();
        rows.set(row, columns);
        const result: Computed = { cell: cell ?? null };
        const spilled = range && cell?.v !== "#SPILL!";
        columns.set(
          column,
          spilled ? { ...result, area: toArea(range), filled: cellReader(filled) } : result,
        );
      });
    }
  }

  finish(): void {
    for (const [sheet, rows] of this.#computed)
      for (const [row, columns] of rows)
        for (const [column, computed] of columns) this.#write(sheet, row, column, computed);
  }

  #write(sheet: Sheet, row: number, column: number, { cell, area, filled }: Computed): void {
    const array = sheet.cells.get(row)?.get(column)?.array;
    if (array?.fixed === true) {
      this.#writeFixed(sheet, row, column, array, filled && area ? filled : () => cell, area);
      return;
    }
    const result = readResult(cell);
    if (result.value === "#NAME?" && hasStoredResult(sheet, row, column)) return;
    const said = result.error && this.messages.get(placeKey({ sheetId: sheet.id, row, column }));
    const told = said && said.error === result.value && said.message !== "";
    putResult(sheet, row, column, told ? { ...result, errorMessage: said.message } : result);
    this.spills.drop(sheet, row, column, area);
    if (!area || !filled) return;
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++)
        if (r !== row || c !== column)
          putResult(sheet, r, c, { ...readResult(filled(r, c)), spilledFrom: `${row},${column}` });
    this.spills.add(sheet, row, column, area);
  }

  #writeFixed(
    sheet: Sheet,
    row: number,
    column: number,
    array: ArrayFormula,
    read: ReadCell,
    area: Area | undefined,
  ): void {
    for (const [dr, line] of fixedResults(array, row, column, read, area).entries())
      for (const [dc, result] of line.entries()) {
        const own = dr === 0 && dc === 0;
        const filled = own ? result : { ...result, spilledFrom: `${row},${column}` };
        putResult(sheet, row + dr, column + dc, filled);
      }
  }
}

/**
 * The cells of an array typed with Ctrl+Shift+Enter. What is missing is `#N/A`, but for a result of one row or column or
 * cell, which is repeated. Source: support.microsoft.com, "Guidelines and examples of array formulas".
 */
function fixedResults(
  { rows, columns }: ArrayFormula,
  row: number,
  column: number,
  read: ReadCell,
  area: Area | undefined,
): Result[][] {
  const [height, width] = area ? [area.bottom - area.top + 1, area.right - area.left + 1] : [1, 1];
  const at = (index: number, size: number): number | undefined =>
    size === 1 ? 0 : index < size ? index : undefined;
  return Array.from({ length: rows }, (_row, r) =>
    Array.from({ length: columns }, (_column, c): Result => {
      const [dr, dc] = [at(r, height), at(c, width)];
      return dr === undefined || dc === undefined
        ? { value: "#N/A", error: true }
        : readResult(read(row + dr, column + dc));
    }),
  );
}

/** A result that differs from the file's by less than its 15 digits, as other programs store them, is the same. */
function isAsStored(sheet: Sheet, row: number, column: number, { value, spilledFrom }: Result): boolean {
  if (sheet.origin === undefined || sheet.touched.values.has(row, column)) return false;
  const stored = sheet.cells.get(row)?.get(column);
  if (typeof value !== "number" || typeof stored?.value !== "number") return false;
  if (stored.spilledFrom !== spilledFrom || stored.error === true) return false;
  return value.toPrecision(15) === stored.value.toPrecision(15);
}

function putResult(sheet: Sheet, row: number, column: number, result: Result): void {
  if (!isAsStored(sheet, row, column, result)) setResult(sheet, row, column, result);
}

type ReadCell = (row: number, column: number) => ICellData | null | undefined;

/**
 * Whether the cell holds what the file had. Excel does not compute a file again on opening, so a function that this
 * host does not have, of another add-in for instance, keeps its stored result until something it needs is changed.
 */
function hasStoredResult(sheet: Sheet, row: number, column: number): boolean {
  if (sheet.origin === undefined || sheet.touched.values.has(row, column)) return false;
  const { value, error } = sheet.cells.get(row)?.get(column) ?? {};
  return value !== undefined && error !== true;
}

type CellMatrix = ObjectMatrix<Nullable<ICellData>>;

function cellReader(cells: CellMatrix | undefined): ReadCell {
  return (row, column) => cells?.getValue(row, column) ?? null;
}

const toArea = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});
