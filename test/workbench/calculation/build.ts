import { getCell, parseAddress, put } from "../../../src/workbench/store";
import { findSheet } from "../../../src/workbench/store/create";
import type { Cell, Scalar, Sheet, Workbook } from "../../../src/workbench/store/model";
import { createWorkbook } from "../../../src/workbench/store";

/** Sheets by name; in each, cells by address: a text that begins with `=` is a formula, `#…` an error. */
export type Content = Readonly<Record<string, Readonly<Record<string, Scalar>>>>;

export function build(content: Content): Workbook {
  const workbook = createWorkbook({ sheets: Object.keys(content) });
  for (const [name, cells] of Object.entries(content))
    for (const [address, value] of Object.entries(cells)) write(sheetOf(workbook, name), address, value);
  return workbook;
}

function write(sheet: Sheet, address: string, value: Scalar): void {
  const { top, left } = place(address);
  put(sheet, top, left, cellOf(value));
}

function cellOf(value: Scalar): Cell {
  if (typeof value !== "string") return { value };
  if (value.startsWith("=")) return { value: 0, formula: value };
  return value.startsWith("#") ? { value, error: true } : { value };
}

export const cellAt = (workbook: Workbook, address: string): Cell | undefined => {
  const { sheet = workbook.sheets[0]?.name ?? "", area } = parseAddress(address) ?? never(address);
  return getCell(sheetOf(workbook, sheet), area.top, area.left);
};

export function sheetOf(workbook: Workbook, name: string): Sheet {
  return findSheet(workbook, name) ?? never(name);
}

export function place(address: string): { top: number; left: number; bottom: number; right: number } {
  return parseAddress(address)?.area ?? never(address);
}

function never(what: string): never {
  throw new Error(`the test names ${what}, which does not exist`);
}

export const EVERYTHING = { everything: true, areas: new Map<string, never[]>() };
