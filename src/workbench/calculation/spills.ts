import { bounding, intersection } from "../store/areas";
import { clearContent } from "../store/cells";
import type { Area, Sheet, Workbook } from "../store/model";

/** Areas filled by dynamic arrays, by sheet and anchor: also of those whose cells were overwritten since. */
export class Spills {
  readonly #areas = new Map<string, Map<string, Area>>();

  /** Adds what the cells of the workbook say, for a file just opened. */
  read(workbook: Workbook): void {
    for (const sheet of workbook.sheets)
      for (const [row, columns] of sheet.cells)
        for (const [column, { spilledFrom }] of columns)
          if (spilledFrom !== undefined) this.#grow(sheet, spilledFrom, row, column);
  }

  #grow(sheet: Sheet, anchor: string, row: number, column: number): void {
    const [top = 0, left = 0] = anchor.split(",").map(Number);
    const areas = this.#ofSheet(sheet);
    const known = areas.get(anchor) ?? { top, left, bottom: top, right: left };
    areas.set(anchor, bounding(known, { top: row, left: column, bottom: row, right: column }));
  }

  add(sheet: Sheet, row: number, column: number, area: Area): void {
    this.#ofSheet(sheet).set(`${row},${column}`, area);
  }

  /** Forgets the array of a cell and empties its cells, but for those that `keep` fills again. */
  drop(sheet: Sheet, row: number, column: number, keep?: Area): void {
    const anchor = `${row},${column}`;
    const area = this.#ofSheet(sheet).get(anchor);
    if (!area) return;
    this.#ofSheet(sheet).delete(anchor);
    clear(sheet, anchor, area, keep);
  }

  /** Empties the arrays whose formula is gone; gives their areas, which are stale. */
  dropOrphans(workbook: Workbook): Map<string, Area[]> {
    const stale = new Map<string, Area[]>();
    for (const sheet of workbook.sheets)
      for (const [anchor, area] of this.#ofSheet(sheet)) {
        const [row = 0, column = 0] = anchor.split(",").map(Number);
        if (sheet.cells.get(row)?.get(column)?.formula !== undefined) continue;
        this.drop(sheet, row, column);
        stale.set(sheet.id, [...(stale.get(sheet.id) ?? []), area]);
      }
    return stale;
  }

  /** Cells of formulas whose array lies in one of the areas. */
  anchorsIn(sheet: Sheet, areas: readonly Area[]): Area[] {
    return [...this.#ofSheet(sheet)]
      .filter(([, area]) => areas.some((other) => intersection(area, other)))
      .map(([, { top, left }]) => ({ top, left, bottom: top, right: left }));
  }

  #ofSheet(sheet: Sheet): Map<string, Area> {
    const known = this.#areas.get(sheet.id);
    if (known) return known;
    const fresh = new Map<string, Area>();
    this.#areas.set(sheet.id, fresh);
    return fresh;
  }
}

function clear(sheet: Sheet, anchor: string, old: Area, keep?: Area): void {
  for (let row = old.top; row <= old.bottom; row++)
    for (let column = old.left; column <= old.right; column++) {
      const kept =
        keep && row >= keep.top && row <= keep.bottom && column >= keep.left && column <= keep.right;
      if (!kept && sheet.cells.get(row)?.get(column)?.spilledFrom === anchor)
        clearContent(sheet, row, column);
    }
}
