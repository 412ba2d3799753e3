import type { CellSet } from "./cell-set";
import type { Area, Cell, Sheet, Shift } from "./model";
import { COLUMNS, ROWS } from "./areas";

export type { Shift };

/** Where an index goes; `undefined` when it is deleted or pushed off the sheet. */
export function shiftIndex(index: number, { direction, change, first, last }: Shift): number | undefined {
  const count = last - first + 1;
  if (index < first) return index;
  if (change === "delete") return index <= last ? undefined : index - count;
  const moved = index + count;
  return moved < (direction === "rows" ? ROWS : COLUMNS) ? moved : undefined;
}

/** Where an area goes: it shrinks or grows with what is taken out of it or put into it. */
export function shiftArea(area: Area, shift: Shift): Area | undefined {
  const [from, to] = shift.direction === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  const size = shift.direction === "rows" ? ROWS : COLUMNS;
  // A whole column stays whole when rows move.
  if (from === 0 && to === size - 1) return area;
  const count = shift.last - shift.first + 1;
  const move = (index: number, edge: "first" | "last"): number => {
    if (index < shift.first) return index;
    if (shift.change === "insert") return index + count;
    if (index > shift.last) return index - count;
    return edge === "first" ? shift.first : shift.first - 1;
  };
  const [start, end] = [move(from, "first"), Math.min(move(to, "last"), size - 1)];
  if (start > end) return undefined;
  return shift.direction === "rows"
    ? { ...area, top: start, bottom: end }
    : { ...area, left: start, right: end };
}

/** Moves everything of the sheet; formulas are the caller's (see `shiftFormulas`). */
export function shiftSheet(sheet: Sheet, shift: Shift): void {
  shiftCells(sheet, shift);
  const rows = shift.direction === "rows";
  moveKeys(rows ? sheet.rowHeights : sheet.columnWidths, shift);
  if (rows) moveKeys(sheet.fittedHeights, shift);
  if (!rows) moveKeys(sheet.columnStyles, shift);
  moveMembers(rows ? sheet.hiddenRows : sheet.hiddenColumns, shift);
  const areas = (list: readonly Area[]): Area[] => list.flatMap((area) => shiftArea(area, shift) ?? []);
  sheet.merges = areas(sheet.merges).filter(
    ({ top, left, bottom, right }) => top !== bottom || left !== right,
  );
  sheet.tables = sheet.tables.flatMap((table) => {
    const area = shiftArea(table.area, shift);
    return area ? [Object.assign(table, { area })] : [];
  });
  for (const format of sheet.conditionalFormats) format.areas = areas(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  sheet.validations = sheet.validations.flatMap((each) => {
    const area = shiftArea(each.area, shift);
    return area ? [{ ...each, area }] : [];
  });
  shiftHyperlinks(sheet, shift);
  shiftPage(sheet, shift);
  const moved = [
    "merges",
    "tables",
    "conditionalFormats",
    "validations",
    "hyperlinks",
    "page",
    "hidden",
  ] as const;
  for (const aspect of moved) sheet.touched.aspects.add(aspect);
  sheet.touched.aspects.add(rows ? "rowHeights" : "columnWidths");
}

/** What differs from the file moves with its cell; the others move in the file itself when it is saved. */
function shiftCells(sheet: Sheet, shift: Shift): void {
  const rows = shift.direction === "rows";
  const after = new Map<number, Map<number, Cell>>();
  for (const [row, columns] of sheet.cells)
    for (const [column, cell] of columns) {
      const to = shiftIndex(rows ? row : column, shift);
      if (to === undefined) continue;
      const [newRow, newColumn] = rows ? [to, column] : [row, to];
      const target = after.get(newRow);
      const moved = withMovedAnchor(cell, shift);
      if (target) target.set(newColumn, moved);
      else after.set(newRow, new Map([[newColumn, moved]]));
    }
  sheet.cells.clear();
  for (const [row, columns] of after) sheet.cells.set(row, columns);
  moveCells(sheet.touched.values, shift);
  moveCells(sheet.touched.styles, shift);
}

function moveCells(cells: CellSet, shift: Shift): void {
  const before = [...cells];
  cells.clear();
  for (const [row, column] of before) {
    const rows = shift.direction === "rows";
    const to = shiftIndex(rows ? row : column, shift);
    if (to !== undefined) cells.add(rows ? to : row, rows ? column : to);
  }
}

/** A cell of an array goes on naming the cell of its formula. */
function withMovedAnchor(cell: Cell, shift: Shift): Cell {
  if (cell.spilledFrom === undefined) return cell;
  const [row = 0, column = 0] = cell.spilledFrom.split(",").map(Number);
  const rows = shift.direction === "rows";
  const to = shiftIndex(rows ? row : column, shift);
  return to === undefined ? cell : { ...cell, spilledFrom: rows ? `${to},${column}` : `${row},${to}` };
}

function moveKeys<T>(map: Map<number, T>, shift: Shift): void {
  const entries = [...map];
  map.clear();
  for (const [index, value] of entries) {
    const to = shiftIndex(index, shift);
    if (to !== undefined) map.set(to, value);
  }
}

function moveMembers(set: Set<number>, shift: Shift): void {
  const members = [...set];
  set.clear();
  for (const index of members) {
    const to = shiftIndex(index, shift);
    if (to !== undefined) set.add(to);
  }
}

function shiftHyperlinks({ hyperlinks }: Sheet, shift: Shift): void {
  const entries = [...hyperlinks];
  hyperlinks.clear();
  for (const [place, link] of entries) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const [newRow, newColumn] =
      shift.direction === "rows" ? [shiftIndex(row, shift), column] : [row, shiftIndex(column, shift)];
    if (newRow !== undefined && newColumn !== undefined) hyperlinks.set(`${newRow},${newColumn}`, link);
  }
}

function shiftPage({ page }: Sheet, shift: Shift): void {
  if (page.printAreas) page.printAreas = page.printAreas.flatMap((area) => shiftArea(area, shift) ?? []);
  if (shift.direction === "rows" && page.rowBreaks)
    page.rowBreaks = page.rowBreaks.flatMap((row) => shiftIndex(row, shift) ?? []);
  if (shift.direction === "rows" && page.titleRows) {
    const rows = shiftArea(
      { top: page.titleRows.first, bottom: page.titleRows.last, left: 0, right: 0 },
      shift,
    );
    if (rows) page.titleRows = { first: rows.top, last: rows.bottom };
    else delete page.titleRows;
  }
}
