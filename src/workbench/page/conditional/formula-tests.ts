import type { Calculation } from "../../calculation";
import { createSheet, getCell, put } from "../../store";
import { COLUMNS } from "../../store/areas";
import type { Sheet, Workbook } from "../../store/model";

/** Where formulas of rules are computed: columns of a copy of the sheet that nobody fills. */
const FIRST_COLUMN = COLUMNS / 2;

/** A formula of a rule about one cell, to be computed with all the others in one go. */
export interface AskedFormula {
  readonly sheet: Sheet;
  readonly row: number;
  /** Formulas that were filled from one into the next stand in one column: the engine reads them once. */
  readonly lane: number;
  readonly formula: string;
}

/**
 * Computes formulas of conditional formats over a copy of the workbook that has values in place of its formulas.
 * @returns whether the formula holds: as Excel, a number that is not 0 does, a text or an error does not
 */
export async function computeTests(
  workbook: Workbook,
  asked: readonly AskedFormula[],
  calculation: Calculation,
): Promise<(asked: AskedFormula) => boolean> {
  if (asked.length === 0) return () => false;
  const copies = new Map(workbook.sheets.map((sheet) => [sheet, copyOf(sheet)]));
  for (const { sheet, row, lane, formula } of asked) {
    const copy = copies.get(sheet);
    if (copy) put(copy, row, FIRST_COLUMN + lane, { formula });
  }
  const copied: Workbook = { ...workbook, sheets: [...copies.values()] };
  await calculation.recalculate(copied, { everything: true, areas: new Map() });
  return ({ sheet, row, lane }) => {
    const copy = copies.get(sheet);
    const value = copy && getCell(copy, row, FIRST_COLUMN + lane)?.value;
    return value === true || (typeof value === "number" && value !== 0);
  };
}

function copyOf(sheet: Sheet): Sheet {
  const copy = createSheet(sheet.id, sheet.name);
  for (const [row, columns] of sheet.cells)
    for (const [column, { value }] of columns) if (value !== undefined) put(copy, row, column, { value });
  return { ...copy, names: sheet.names, tables: sheet.tables };
}
