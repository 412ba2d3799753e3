import { cellCount, isEntireColumn, isEntireRow } from "./areas";
import { cellsIn, setStyle, styleAt, usedArea } from "./cells";
import type { Area, Sheet, Style } from "./model";
import { mergeStyle, type StyleChange } from "./styles";

/**
 * Lays a change of style over an area. Of whole columns the column itself is formatted with the cells it has; of
 * whole rows the cells up to the last used column, as the store has no styles of rows.
 */
export function formatArea(sheet: Sheet, area: Area, change: StyleChange): void {
  const key = JSON.stringify(change);
  if (isEntireColumn(area)) formatColumns(sheet, area, change, key);
  else
    formatCells(
      sheet,
      isEntireRow(area) ? { ...area, right: usedArea(sheet, false)?.right ?? 0 } : area,
      change,
      key,
    );
}

function formatCells(sheet: Sheet, area: Area, change: StyleChange, key: string): void {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      setStyle(sheet, row, column, mergeStyle(styleAt(sheet, row, column), change, key));
}

function formatColumns(sheet: Sheet, area: Area, change: StyleChange, key: string): void {
  for (const [row, column, cell] of [...cellsIn(sheet, area)])
    setStyle(sheet, row, column, mergeStyle(cell.style, change, key));
  for (let column = area.left; column <= area.right; column++) {
    const style = mergeStyle(sheet.columnStyles.get(column), change, key);
    if (style) sheet.columnStyles.set(column, style);
    else sheet.columnStyles.delete(column);
  }
  sheet.touched.aspects.add("columnStyles");
}

/** What `pick` gives for every cell of the area, or `null` when cells differ, as Excel answers for a range. */
export function uniformFormat<T>(sheet: Sheet, area: Area, pick: (style: Style) => T): T | null {
  const found = new Set<T>();
  let cells = 0;
  for (const [, , cell] of cellsIn(sheet, area)) {
    found.add(pick(cell.style ?? PLAIN));
    if (found.size > 1) return null;
    cells++;
  }
  if (cells < cellCount(area)) for (const style of stylesOfColumns(sheet, area)) found.add(pick(style));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

const PLAIN: Style = {};

function stylesOfColumns(sheet: Sheet, area: Area): Iterable<Style> {
  if (sheet.columnStyles.size === 0) return [PLAIN];
  const styles = new Set<Style>();
  for (let column = area.left; column <= area.right; column++)
    styles.add(sheet.columnStyles.get(column) ?? PLAIN);
  return styles;
}
