import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";

/** A day of the made-up year; every date of the files is this one. */
const MADE = new Date(Date.UTC(2026, 6, 6, 9, 0, 0));

export type Sheet = ExcelJS.Worksheet;
export type Value = ExcelJS.CellValue;

export function newWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Методист";
  workbook.lastModifiedBy = "Методист";
  workbook.created = MADE;
  workbook.modified = MADE;
  return workbook;
}

/** The workbook's bytes, the same at every run: the zip carries fixed dates (in local time, as zip does). */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array<ArrayBuffer>> {
  return repack(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())));
}

export function repack(parts: Record<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  return zipSync(parts, { mtime: new Date(2026, 6, 6, 9, 0, 0), level: 9 });
}

function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetter((column - 1 - rest) / 26) + letter : letter;
}

/** «D7», or «D7:F7» with an end. */
export function a1(row: number, column: number, endRow = row, endColumn = column): string {
  const start = `${columnLetter(column)}${row}`;
  const end = `${columnLetter(endColumn)}${endRow}`;
  return start === end ? start : `${start}:${end}`;
}

export function put(sheet: Sheet, row: number, column: number, value: Value, style: Look = {}): ExcelJS.Cell {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  applyLook(cell, style);
  return cell;
}

/** Writes into the first cell and merges the block. */
export function merge(sheet: Sheet, address: string, value: Value, style: Look = {}): void {
  sheet.mergeCells(address);
  const cell = sheet.getCell(address.split(":")[0] ?? address);
  cell.value = value;
  applyLook(cell, style);
}

export interface Look {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  font?: string;
  color?: string;
  fill?: string;
  format?: string;
  align?: "left" | "center" | "right";
  wrap?: boolean;
  rotate?: number;
}

function applyLook(cell: ExcelJS.Cell, look: Look): void {
  const {
    bold,
    italic,
    size = 11,
    font = "Times New Roman",
    color,
    fill,
    format,
    align,
    wrap,
    rotate,
  } = look;
  cell.font = {
    name: font,
    size,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(color === undefined ? {} : { color: { argb: color } }),
  };
  if (fill !== undefined) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fill } };
  if (format !== undefined) cell.numFmt = format;
  if (align !== undefined || wrap || rotate !== undefined)
    cell.alignment = {
      vertical: "middle",
      ...(align === undefined ? {} : { horizontal: align }),
      ...(wrap ? { wrapText: true } : {}),
      ...(rotate === undefined ? {} : { textRotation: rotate }),
    };
}

export const HEAD: Look = { bold: true, align: "center", wrap: true, fill: "FFDDEBF7" };

/** Thin borders around every cell of the block. */
export function box(sheet: Sheet, top: number, left: number, bottom: number, right: number): void {
  const thin = { style: "thin" as const };
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      sheet.getCell(row, column).border = { top: thin, left: thin, bottom: thin, right: thin };
}

export function widths(sheet: Sheet, list: readonly number[], from = 1): void {
  list.forEach((width, index) => (sheet.getColumn(from + index).width = width));
}

/** «29,6» as a person types it: comma, no trailing zeros. */
export function comma(value: number, decimals = 1): string {
  return String(Number(value.toFixed(decimals))).replace(".", ",");
}

export function percentOf(failed: number, participants: number, decimals = 1): number {
  return Number(((failed * 100) / participants).toFixed(decimals));
}

export function errorValue(error: "#DIV/0!" | "#N/A" | "#REF!" | "#VALUE!" | "#NAME?"): Value {
  // ExcelJS types list the errors as its own enum whose values are these very texts.
  return { error: error as ExcelJS.CellErrorValue["error"] };
}

/** A4, fit to one page in width. */
export function page(sheet: Sheet, orientation: "portrait" | "landscape"): void {
  // A4 is 9 (ECMA-376, 18.3.1.63); ExcelJS has it as a const enum, which a transpiler cannot see.
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
}
