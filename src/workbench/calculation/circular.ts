import { hasCell } from "../store/areas";
import { findSheet } from "../store/create";
import type { Area, Sheet, Workbook } from "../store/model";
import type { CellPlace } from "./function-calls";
import { references } from "./formula-text";

/**
 * Formulas that depend on themselves by their addresses. The engine says only that there are some; this is asked
 * then, so it may be plain: Tarjan's strongly connected components over the formula cells.
 */
export function circularCells(workbook: Workbook): CellPlace[] {
  const graph = new FormulaGraph(workbook);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const found: CellPlace[] = [];
  for (const start of graph.keys()) if (!order.has(start)) visit(start);
  return found;

  // Iterative: a column of sums each over the one before is thousands deep.
  function visit(start: string): void {
    const path: { key: string; next: Iterator<string> }[] = [];
    const enter = (key: string): void => {
      order.set(key, order.size);
      low.set(key, order.size - 1);
      stack.push(key);
      open.add(key);
      path.push({ key, next: graph.inputs(key)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.next.next();
      if (!step.done) {
        if (!order.has(step.value)) enter(step.value);
        else if (open.has(step.value)) lower(top.key, order.get(step.value) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(parent.key, low.get(top.key) ?? 0);
      if (low.get(top.key) === order.get(top.key)) close(top.key);
    }
  }

  function lower(key: string, value: number): void {
    low.set(key, Math.min(low.get(key) ?? value, value));
  }

  function close(root: string): void {
    const members = stack.splice(stack.lastIndexOf(root));
    for (const member of members) open.delete(member);
    const circular = members.length > 1 || [...graph.inputs(root)].includes(root);
    if (circular) found.push(...members.map((key) => graph.place(key)));
  }
}

class FormulaGraph {
  readonly #formulas = new Map<
    string,
    { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly formula: string }
  >();
  readonly #bySheet = new Map<Sheet, [number, number][]>();

  constructor(private readonly workbook: Workbook) {
    for (const sheet of workbook.sheets)
      for (const [row, columns] of sheet.cells)
        for (const [column, { formula }] of columns) {
          if (formula === undefined) continue;
          this.#formulas.set(keyOf(sheet, row, column), { sheet, row, column, formula });
          const places = this.#bySheet.get(sheet);
          if (places) places.push([row, column]);
          else this.#bySheet.set(sheet, [[row, column]]);
        }
  }

  keys(): Iterable<string> {
    return this.#formulas.keys();
  }

  place(key: string): CellPlace {
    const { sheet, row, column } = this.#formulas.get(key) ?? { sheet: { id: "" }, row: 0, column: 0 };
    return { sheetId: sheet.id, row, column };
  }

  *inputs(key: string): IterableIterator<string> {
    const own = this.#formulas.get(key);
    if (!own) return;
    for (const { sheet: name, area } of references(own.formula)) {
      const sheet = name === undefined ? own.sheet : findSheet(this.workbook, name);
      if (sheet) yield* this.#within(sheet, area);
    }
  }

  *#within(sheet: Sheet, area: Area): IterableIterator<string> {
    if (area.top === area.bottom && area.left === area.right) {
      const key = keyOf(sheet, area.top, area.left);
      if (this.#formulas.has(key)) yield key;
      return;
    }
    for (const [row, column] of this.#bySheet.get(sheet) ?? [])
      if (hasCell(area, row, column)) yield keyOf(sheet, row, column);
  }
}

const keyOf = (sheet: Sheet, row: number, column: number): string => `${sheet.id} ${row} ${column}`;
