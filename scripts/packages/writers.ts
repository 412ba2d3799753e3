import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface WriterFile {
  readonly writer: string;
  readonly file: string;
}

/** Workbooks of test/fixtures/packages by the program that wrote them. */
export const WRITERS: readonly WriterFile[] = [
  { writer: "LibreOffice", file: "libreoffice.xlsm" },
  { writer: "openpyxl", file: "openpyxl.xlsm" },
  { writer: "ExcelJS", file: "exceljs.xlsx" },
  { writer: "Excelize", file: "excelize.xlsm" },
];

const FOLDER = join(__dirname, "..", "..", "test", "fixtures", "packages");
export const bytesOf = ({ file }: WriterFile): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, file)));
