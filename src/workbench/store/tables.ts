import { intersection } from "./areas";
import { getCell, setContent } from "./cells";
import type { Area, Sheet, Table, Workbook } from "./model";
import { displayText } from "./text";

/** Every table with its sheet, in the order of the sheets. */
export const allTables = ({ sheets }: Workbook): { sheet: Sheet; table: Table }[] =>
  sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));

/**
 * Excel's rules for a table's name, which are those for defined names: a letter, `_` or `\` first, no spaces, not
 * like a cell, up to 255 characters. Source: support.microsoft.com, "Rename an Excel table".
 */
export function isLegalName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255) return false;
  return !/^[a-z]{1,3}\d{1,7}$/i.test(name) && !/^r(\d*c?\d*)$/i.test(name) && !/^c\d*$/i.test(name);
}

/** Tables and names of the workbook share their names. */
export function isNameTaken(workbook: Workbook, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    allTables(workbook).some(({ table }) => table.name.toLowerCase() === wanted) ||
    workbook.names.some((each) => each.name.toLowerCase() === wanted)
  );
}

/** A table over an area that no other table cuts; header cells become distinct texts, as Excel makes them. */
export function addTable(workbook: Workbook, sheet: Sheet, area: Area): Table {
  const numbers = allTables(workbook).map(({ table }) => Number.parseInt(table.id, 10) || 0);
  let number = Math.max(0, ...numbers) + 1;
  const id = String(number);
  while (isNameTaken(workbook, `Table${number}`)) number++;
  const table: Table = {
    id,
    name: `Table${number}`,
    area,
    style: "TableStyleMedium2",
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  };
  sheet.tables.push(table);
  nameColumns(sheet, area);
  sheet.touched.aspects.add("tables");
  return table;
}

export const cutsTable = (sheet: Sheet, area: Area, own?: Table): boolean =>
  sheet.tables.some((table) => table !== own && intersection(table.area, area) !== undefined);

/** A blank header becomes `Column1`, a repeated one gets a number, a number becomes text. */
export function nameColumns(sheet: Sheet, { top, left, right }: Area): void {
  const used = new Set<string>();
  for (let column = left; column <= right; column++) {
    const cell = getCell(sheet, top, column);
    const shown = displayText(cell) || `Column${column - left + 1}`;
    let name = shown;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${shown}${number}`;
    used.add(name.toLowerCase());
    if (cell?.value !== name || cell.formula !== undefined) setContent(sheet, top, column, { value: name });
  }
}

export const bodyArea = ({ area, showHeaders, showTotals }: Table): Area => ({
  ...area,
  top: area.top + (showHeaders ? 1 : 0),
  bottom: area.bottom - (showTotals ? 1 : 0),
});
