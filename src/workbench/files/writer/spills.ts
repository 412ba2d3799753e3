import type { Area, Sheet } from "../../store/model";

/** Areas of dynamic arrays by the `row,column` of their first cell. */
export function spillsOf(sheet: Sheet): Map<string, Area> {
  const spills = new Map<string, Area>();
  for (const [row, cells] of sheet.cells)
    for (const [column, { spilledFrom }] of cells) {
      if (spilledFrom === undefined) continue;
      const [top = row, left = column] = spilledFrom.split(",").map(Number);
      const known = spills.get(spilledFrom);
      spills.set(spilledFrom, {
        top,
        left,
        bottom: Math.max(row, known?.bottom ?? top),
        right: Math.max(column, known?.right ?? left),
      });
    }
  return spills;
}
