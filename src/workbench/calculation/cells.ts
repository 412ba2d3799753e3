import type { ICellData, IRange, ObjectMatrix } from "@univerjs/core";
import type { IAllRuntimeData, IFormulaDatasetConfig } from "@univerjs/engine-formula";
import { COLUMNS, ROWS } from "../store/areas";
import type { Area, ArrayFormula, Cell, Sheet, Workbook } from "../store/model";
import type { CustomFunction } from "./custom-functions";
import type { Packages } from "./engine";
import { CellType } from "./cell-type";
import { engineFormula, engineSheetName, filledDownForm, isTooDeep } from "./formula-text";
import { shortened } from "./whole-columns";

export const toRange = ({ top, left, bottom, right }: Area): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});

type Formulas = Record<number, Record<number, { f: string; si?: string; x?: number; y?: number }>>;
type ArrayCells = Record<number, Record<number, ICellData>>;
type ArrayRanges = Record<number, Record<number, IRange>>;

interface SheetInput {
  readonly cells: ObjectMatrix<ICellData>;
  readonly formulas: Formulas;
  readonly arrayCells: ArrayCells;
  readonly arrayRanges: ArrayRanges;
}

/** The workbook as the engine takes it. Results of a run are laid into it, so that a further run sees them. */
export class EngineCells {
  readonly #sheets = new Map<string, SheetInput>();
  formulaCount = 0;

  constructor(
    readonly unit: string,
    private readonly workbook: Workbook,
    { core }: Packages,
    functions: readonly CustomFunction[],
    private readonly lastRow: number,
  ) {
    for (const sheet of workbook.sheets) {
      const input = {
        cells: new core.ObjectMatrix<ICellData>(),
        formulas: {},
        arrayCells: {},
        arrayRanges: {},
      };
      this.#sheets.set(sheet.id, input);
      this.#load(sheet, input, functions);
    }
  }

  #load(
    sheet: Sheet,
    { cells, formulas, arrayCells, arrayRanges }: SheetInput,
    functions: readonly CustomFunction[],
  ): void {
    const shared = new Map<string, { readonly f: string; readonly si: string; readonly row: number }>();
    for (const [row, columns] of sheet.cells)
      for (const [column, cell] of columns) {
        const value = engineValue(cell);
        if (cell.spilledFrom !== undefined) {
          if (value) (arrayCells[row] ??= {})[column] = value;
          growRange(arrayRanges, cell.spilledFrom, row, column);
          continue;
        }
        if (value) cells.setValue(row, column, value);
        if (cell.formula === undefined || isTooDeep(cell.formula)) continue;
        this.formulaCount++;
        (formulas[row] ??= {})[column] = sharedFormula(
          shortened(engineFormula(fixedForm(cell.formula, cell.array), functions), this.lastRow),
          row,
          column,
          shared,
        );
      }
    for (const [row, columns] of Object.entries(arrayRanges))
      for (const column of Object.keys(columns)) {
        const anchor = sheet.cells.get(Number(row))?.get(Number(column));
        const value = anchor && engineValue(anchor);
        if (value) (arrayCells[Number(row)] ??= {})[Number(column)] = value;
      }
  }

  /** @param dirty what changed; `undefined` computes every formula. */
  config(dirty: ReadonlyMap<string, readonly Area[]> | undefined): IFormulaDatasetConfig {
    const size = { rowCount: ROWS, columnCount: COLUMNS, rowData: {}, columnData: {} };
    const names = this.workbook.sheets.map(({ name, id }) => [engineSheetName(name), id] as const);
    return {
      formulaData: { [this.unit]: this.#bySheet(({ formulas }) => formulas) },
      arrayFormulaCellData: { [this.unit]: this.#bySheet(({ arrayCells }) => arrayCells) },
      arrayFormulaRange: { [this.unit]: this.#bySheet(({ arrayRanges }) => arrayRanges) },
      forceCalculate: dirty === undefined,
      dirtyRanges: [...(dirty ?? [])].flatMap(([sheetId, areas]) =>
        areas.map((area) => ({ unitId: this.unit, sheetId, range: toRange(area) })),
      ),
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      allUnitData: { [this.unit]: this.#bySheet(({ cells }) => ({ cellData: cells, ...size })) },
      unitStylesData: {},
      unitSheetNameMap: { [this.unit]: Object.fromEntries(names) },
    };
  }

  #bySheet<T>(pick: (sheet: SheetInput) => T): Record<string, T> {
    return Object.fromEntries([...this.#sheets].map(([id, sheet]) => [id, pick(sheet)]));
  }

  /** Lays the results of a run into the cells. */
  take(data: IAllRuntimeData): void {
    for (const [id, sheet] of this.#sheets) {
      data.unitData[this.unit]?.[id]?.forValue((row, column, cell) => {
        if (sheet.formulas[row]?.[column] === undefined) return;
        sheet.cells.setValue(row, column, cell ?? {});
        forgetArray(sheet, row, column);
      });
      data.arrayFormulaCellData[this.unit]?.[id]?.forValue((row, column, cell) => {
        if (cell) (sheet.arrayCells[row] ??= {})[column] = cell;
      });
      eachRange(data, this.unit, id, (row, column, range) => {
        (sheet.arrayRanges[row] ??= {})[column] = range;
      });
    }
  }
}

function eachRange(
  data: IAllRuntimeData,
  unit: string,
  sheet: string,
  visit: (row: number, column: number, range: IRange) => void,
): void {
  const ranges: ArrayRanges = data.arrayFormulaRange[unit]?.[sheet] ?? {};
  for (const [row, columns] of Object.entries(ranges))
    for (const [column, range] of Object.entries(columns)) visit(Number(row), Number(column), range);
}

function forgetArray({ arrayRanges, arrayCells }: SheetInput, row: number, column: number): void {
  const range = arrayRanges[row]?.[column];
  if (!range) return;
  delete arrayRanges[row]?.[column];
  for (let r = range.startRow; r <= range.endRow; r++)
    for (let c = range.startColumn; c <= range.endColumn; c++) delete arrayCells[r]?.[c];
}

function engineValue({ value }: Cell): ICellData | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") return { v: value, t: CellType.number };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellType.boolean };
  return { v: value, t: CellType.string }; // the engine knows an error by its text
}

/**
 * An array typed with Ctrl+Shift+Enter shows no more than its own cells, which is `TAKE`; the engine would spill.
 */
const fixedForm = (formula: string, array: ArrayFormula | undefined): string =>
  array?.fixed === true ? `=TAKE(${formula.slice(1)},${array.rows},${array.columns})` : formula;

/** Formulas filled down share the text of the first one. */
function sharedFormula(
  formula: string,
  row: number,
  column: number,
  shared: Map<string, { readonly f: string; readonly si: string; readonly row: number }>,
): { f: string; si?: string; x?: number; y?: number } {
  const form = filledDownForm(formula, row);
  if (form === undefined) return { f: formula };
  const key = `${column} ${form}`;
  const first = shared.get(key);
  if (first) return { f: first.f, si: first.si, x: 0, y: row - first.row };
  const entry = { f: formula, si: `s${shared.size}c${column}`, row };
  shared.set(key, entry);
  return { f: entry.f, si: entry.si };
}

function growRange(ranges: ArrayRanges, anchor: string, row: number, column: number): void {
  const [top = 0, left = 0] = anchor.split(",").map(Number);
  const known = (ranges[top] ??= {})[left] ?? {
    startRow: top,
    startColumn: left,
    endRow: top,
    endColumn: left,
  };
  (ranges[top] ??= {})[left] = {
    ...known,
    endRow: Math.max(known.endRow, row),
    endColumn: Math.max(known.endColumn, column),
  };
}
