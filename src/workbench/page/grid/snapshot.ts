import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IColumnData,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import { usedArea } from "../../store";
import type { Area, Cell, Sheet, Workbook } from "../../store/model";
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

/** The workbook as the grid takes it. */
export function gridWorkbook(workbook: Workbook, id: string): IWorkbookData {
  return {
    id,
    name: workbook.name,
    appVersion: "",
    locale: LocaleType.RU_RU,
    styles: {},
    sheetOrder: workbook.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(workbook.sheets.map((sheet) => [sheet.id, gridSheet(sheet)])),
    defaultStyle: { ff: "Calibri, Carlito, Arial, sans-serif", fs: 11 },
  };
}

function gridSheet(sheet: Sheet): Partial<IWorksheetData> {
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
    cellData: gridCells(sheet),
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

function gridCells(sheet: Sheet): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const [row, columns] of sheet.cells) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of columns) line[column] = gridCell(sheet, row, column, cell);
    cells[row] = line;
  }
  return cells;
}

/** A cell with its formula, its present result and its look. */
export function gridCell(sheet: Sheet, row: number, column: number, cell: Cell | undefined): ICellData {
  const look = tableLook(sheet, row, column);
  const own = cell?.style && gridStyle(cell.style);
  const plain = look ? { ...look, ...own } : own;
  const style = isFraction(cell?.value) && !plain?.n ? { ...plain, n: GENERAL } : plain;
  return { ...content(cell), ...(style && { s: style }) };
}

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

function gridRows({ rowHeights, hiddenRows, cells }: Sheet): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, points] of rowHeights)
    rows[row] = { h: Math.round(points * PX_PER_POINT), ia: BooleanNumber.FALSE };
  // Rows without a height of their own fit their text, as Excel does on opening.
  for (const row of cells.keys()) rows[row] ??= { ia: BooleanNumber.TRUE };
  for (const row of hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function gridColumns({ columnWidths, hiddenColumns }: Sheet): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, points] of columnWidths) columns[column] = { w: Math.round(points * PX_PER_POINT) };
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
