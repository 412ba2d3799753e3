import { execFileSync } from "node:child_process";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { addList } from "../../../scripts/packages/exceljs";

/** A picture of one point. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What ExcelJS can put into a file: pictures, notes, validation, formats, tables, print set-up, hidden sheets. */
export async function exceljsFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "ExcelJS";
  const results = book.addWorksheet("Результаты", {
    views: [{ state: "frozen", ySplit: 1 }],
    properties: { tabColor: { argb: "FF00B050" } },
  });
  results.addRow(["Школа", "Участники", "Не справились", "Доля"]);
  for (let row = 2; row <= 6; row++)
    results.addRow([
      `Школа ${row - 1}`,
      20 + row,
      row,
      { formula: `C${row}/B${row}`, result: row / (20 + row) },
    ]);
  results.getCell("A2").note = "проверить участников";
  results.getCell("A3").value = { richText: [{ text: "Школа " }, { text: "2", font: { bold: true } }] };
  results.getCell("A4").value = { text: "сайт", hyperlink: "https://example.org/school" };
  results.getColumn(4).numFmt = "0.0%";
  results.getRow(1).font = { bold: true, color: { theme: 1 } };
  results.mergeCells("F1:G2");
  results.getCell("C2").dataValidation = {
    type: "whole",
    operator: "greaterThanOrEqual",
    formulae: [0],
    showErrorMessage: true,
  };
  results.addConditionalFormatting({
    ref: "D2:D6",
    rules: [
      {
        type: "cellIs",
        operator: "greaterThan",
        priority: 1,
        formulae: ["0.3"],
        style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } } },
      },
    ],
  });
  results.addImage(
    book.addImage({
      buffer: PNG.buffer.slice(PNG.byteOffset, PNG.byteOffset + PNG.length),
      extension: "png",
    }),
    "I2:J4",
  );
  results.pageSetup = {
    orientation: "landscape",

    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: "A1:D6",
    printTitlesRow: "1:1",
  };
  // A4; the enumeration of the typings has no value at run time.
  Object.assign(results.pageSetup, { paperSize: 9 });
  addList(book);
  book.addWorksheet("Скрытый", { state: "veryHidden" }).getCell("A1").value = "служебное";
  book.definedNames.add("Результаты!$B$2:$B$6", "Участники");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/**
 * What Excelize can add to that: a chart, a pivot table, comments with drawings, a picture, sparklines. Its WebAssembly does
 * not start inside jest, so a process of its own makes the file.
 */
export function excelizeFile(): Uint8Array {
  return new Uint8Array(
    execFileSync(process.execPath, [join(__dirname, "excelizeFixture.cjs")], { maxBuffer: 1e8 }),
  );
}
