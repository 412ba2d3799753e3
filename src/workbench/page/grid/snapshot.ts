import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IColumnData,
  type IRange,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import { usedArea } from "../../store";
import type { Area, Cell, Sheet, Style, Workbook } from "../../store/model";
import type { Look } from "../conditional/looks";
import { gridStyle } from "./styles";
import { tableLook } from "./tables";

const PX_PER_POINT = 96 / 72;
/** Excel's own: Calibri 11, columns of 8.43 characters, rows of 15 points. */
const DEFAULT_COLUMN_PX = 64;
const DEFAULT_ROW_PX = 20;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 30;
/** Room below and beside what is filled, to go on writing. */
const SPARE = 60;

/** What conditional formats lay over cells of a sheet. */
export type GridLooks = ReadonlyMap<Sheet, Look> | undefined;

/** The workbook as the grid takes it. */
export function gridWorkbook(workbook: Workbook, id: string, looks: GridLooks): IWorkbookData {
  return {
    id,
    name: workbook.name,
    appVersion: "",
    locale: LocaleType.RU_RU,
    styles: {},
    sheetOrder: workbook.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(workbook.sheets.map((sheet) => [sheet.id, gridSheet(sheet, looks)])),
    defaultStyle: { ff: "Calibri, Carlito, Arial, sans-serif", fs: 11 },
  };
}

function gridSheet(sheet: Sheet, looks: GridLooks): Partial<IWorksheetData> {
  const used = usedArea(sheet, false);
  const frozen = sheet.freeze ?? { rows: 0, columns: 0 };
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST_ROWS, (used?.bottom ?? 0) + SPARE),
    columnCount: Math.max(LEAST_COLUMNS, (used?.right ?? 0) + 10),
    defaultColumnWidth: DEFAULT_COLUMN_PX,
    defaultRowHeight: DEFAULT_ROW_PX,
    mergeData: sheet.merges.map(gridRange),
    freeze: {
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      startRow: frozen.rows > 0 ? frozen.rows : -1,
      startColumn: frozen.columns > 0 ? frozen.columns : -1,
    },
    cellData: gridCells(sheet, looks?.get(sheet)),
    rowData: gridRows(sheet),
    columnData: gridColumns(sheet),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
}

export const gridRange = ({ top, left, bottom, right }: Area): IRange => ({
  startRow: top,
  endRow: bottom,
  startColumn: left,
  endColumn: right,
});

function gridCells(sheet: Sheet, look: Look | undefined): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const [row, columns] of sheet.cells) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of columns)
      line[column] = gridCell(sheet, row, column, cell, look?.get(row)?.get(column));
    cells[row] = line;
  }
  for (const [row, columns] of look ?? [])
    for (const [column, over] of columns)
      (cells[row] ??= {})[column] ??= gridCell(sheet, row, column, undefined, over);
  return cells;
}

/** A cell with its formula, its present result and its look. */
export function gridCell(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  over?: Style,
): ICellData {
  const look = tableLook(sheet, row, column);
  const style = cell ? cell.style : sheet.columnStyles.get(column);
  const own = style && gridStyle(style);
  const below = look ? { ...look, ...own } : own;
  const plain = over ? withOver(below, gridStyle(over)) : below;
  const shown = isFraction(cell?.value) && !plain?.n ? { ...plain, n: GENERAL } : plain;
  return { ...content(cell), ...(shown && { s: shown }) };
}

/** For a cell that is drawn already: the grid keeps what it is not told, so all that the cell has not is told as `null`. */
export function wholeCell(cell: ICellData): unknown {
  const style = typeof cell.s === "object" && cell.s !== null ? { ...NO_STYLE, ...cell.s } : null;
  return { ...NO_CONTENT, ...cell, s: style };
}

const NO_CONTENT = { f: null, v: null, p: null, t: null, si: null };
const NO_STYLE: Readonly<Partial<Record<keyof IStyleData, null>>> = {
  ff: null,
  fs: null,
  bl: null,
  it: null,
  ul: null,
  st: null,
  cl: null,
  bg: null,
  n: null,
  ht: null,
  vt: null,
  tb: null,
  pd: null,
  tr: null,
  bd: null,
};

const withOver = (below: IStyleData | undefined, over: IStyleData): IStyleData => ({
  ...below,
  ...over,
  ...(below?.bd && over.bd && { bd: { ...below.bd, ...over.bd } }),
});

/** Without a format the grid writes a number as JavaScript does; Excel writes it with the comma of the locale. */
const GENERAL = { pattern: "0.##########" };
const isFraction = (value: Cell["value"]): boolean => typeof value === "number" && !Number.isInteger(value);

function content(cell: Cell | undefined): ICellData {
  const { value, formula } = cell ?? {};
  const shown: ICellData = formula === undefined ? {} : { f: formula };
  if (value === undefined) return shown;
  if (typeof value === "number") return { ...shown, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...shown, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...shown, v: value, t: CellValueType.STRING };
}

function gridRows(sheet: Sheet): Record<number, Partial<IRowData>> {
  const { rowHeights, fittedHeights, hiddenRows, cells } = sheet;
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, points] of fittedHeights) {
    const h = Math.round(points * PX_PER_POINT);
    rows[row] = { h, ah: h, ia: BooleanNumber.TRUE };
  }
  for (const [row, points] of rowHeights)
    rows[row] = { h: Math.round(points * PX_PER_POINT), ia: BooleanNumber.FALSE };
  // Rows without a height of their own fit their text, as Excel does on opening.
  for (const row of cells.keys()) rows[row] ??= { ia: BooleanNumber.TRUE };
  for (const row of hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function gridColumns({
  columnWidths,
  hiddenColumns,
  columnStyles,
}: Sheet): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, points] of columnWidths) columns[column] = { w: Math.round(points * PX_PER_POINT) };
  for (const [column, style] of columnStyles) columns[column] = { ...columns[column], s: gridStyle(style) };
  for (const column of hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

/** What is not in cells: a change of it draws the book anew. */
export function structureKey({ sheets }: Workbook): string {
  return JSON.stringify(
    sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.visibility,
      [...sheet.rowHeights],
      [...sheet.fittedHeights],
      [...sheet.columnWidths],
      [...sheet.hiddenRows],
      [...sheet.hiddenColumns],
      sheet.merges,
      sheet.tables.map(({ area, style, showHeaders, showBandedRows }) => [
        area,
        style,
        showHeaders,
        showBandedRows,
      ]),
      sheet.freeze,
      sheet.tabColor,
      sheet.showGridlines,
    ]),
  );
}
