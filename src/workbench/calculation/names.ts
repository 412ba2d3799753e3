import type { Sheet, Workbook } from "../store/model";
import type { Engine } from "./engine";
import { engineFormula } from "./formula-text";
import { toRange } from "./cells";

/** Tells the engine the names and tables of the workbook. */
export function registerNames(engine: Engine, unit: string, workbook: Workbook): void {
  let next = 1;
  const register = (name: string, formula: string, sheet?: Sheet): void => {
    engine.names.registerDefinedName(unit, {
      id: `name-${next++}`,
      name,
      formulaOrRefString: nameContent(engineFormula(formula)),
      localSheetId: sheet?.id ?? "AllDefaultWorkbook",
    });
  };
  for (const { name, formula } of workbook.names) register(name, formula);
  for (const sheet of workbook.sheets) {
    for (const { name, formula } of sheet.names) register(name, formula, sheet);
    for (const { name, area, showHeaders, showTotals } of sheet.tables) {
      const titles = new Map<string, number>();
      for (let column = area.left; column <= area.right; column++) {
        const title = sheet.cells.get(area.top)?.get(column)?.value;
        if (showHeaders && title !== undefined) titles.set(String(title), column - area.left);
      }
      const range = toRange(showTotals ? { ...area, bottom: area.bottom - 1 } : area);
      engine.tables.registerTable(unit, name, { sheetId: sheet.id, range, titleMap: titles });
    }
  }
}

/** A name of cells is given without `=`, a formula with it. */
const nameContent = (formula: string): string =>
  /^=(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)?!?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu.test(formula)
    ? formula.slice(1)
    : formula;
