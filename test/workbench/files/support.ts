import { unzipSync, zipSync } from "fflate";
import ExcelJS from "exceljs";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { createSheet, type Cell, type Sheet, type Workbook } from "../../../src/workbench/store";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export interface Parts {
  /** Inside `worksheet`. */
  sheet?: string;
  /** Whole parts that replace or join those of the package. */
  more?: Readonly<Record<string, string>>;
  /** Inside `styleSheet`. */
  styles?: string;
  strings?: string;
  /** Inside `workbook`, after `sheets`. */
  workbook?: string;
  sheetRels?: string;
}

/** A package written by hand: one sheet «Лист1». */
export function handMade({
  sheet = "<sheetData/>",
  more = {},
  styles,
  strings,
  workbook = "",
  sheetRels,
}: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}${relation("rId3", "sharedStrings", "sharedStrings.xml")}${relation("rId4", "theme", "theme/theme1.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet}</worksheet>`,
    ...(styles !== undefined && { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...(strings !== undefined && { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(sheetRels !== undefined && {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheetRels}</Relationships>`,
    }),
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
}

/** The first sheet of a package written by hand. */
export async function firstSheet(parts: Parts): Promise<Sheet> {
  return sheetOf(await openWorkbook(handMade(parts), "проба.xlsx"), 0);
}

export function sheetOf(workbook: Workbook, index: number): Sheet {
  const sheet = workbook.sheets[index];
  if (!sheet) throw new Error(`no sheet ${index}`);
  return sheet;
}

/** Cell by its address. */
export function at(sheet: Sheet, address: string): Cell | undefined {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return sheet.cells.get(Number(digits) - 1)?.get(column);
}

/** Sets a cell as the store does: content and the note that it was touched. */
export function write(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  ...touched: ("values" | "styles")[]
): void {
  const cells = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, cells);
  if (cell) cells.set(column, cell);
  else cells.delete(column);
  for (const kind of touched) sheet.touched[kind].add(row, column);
}

/** A sheet that the add-in makes. */
export function newSheet(name: string): Sheet {
  return createSheet("{00000000-00AB-0000-0000-000000000000}", name);
}

/** Parts of a file with their bytes. */
export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzip(bytes)[part]);
}

/** Names of parts that differ between two files, those that one of them lacks included. */
export function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzip(before), unzip(after)];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !name.endsWith("/") && !equal(a[name], b[name])).sort();
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

/** Saves and reads with ExcelJS, a reader that shares no code with ours. */
export async function throughExcelJs(workbook: Workbook): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await saveWorkbook(workbook);
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

export async function reopened(workbook: Workbook): Promise<Workbook> {
  return openWorkbook(await saveWorkbook(workbook), workbook.name);
}
