import ExcelJS from "exceljs";

/** A picture of one point. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What ExcelJS can put into a file: pictures, notes, rules, formats, tables, print set-up, hidden sheets; no charts, no pivot tables. */
export async function exceljsWorkbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "ExcelJS";
  book.created = book.modified = new Date(0);
  addResults(book, rows);
  addList(book);
  book.addWorksheet("Служебное", { state: "veryHidden" }).getCell("A1").value = "служебное";
  book.definedNames.add(`Результаты!$F$2:$F$${rows.length}`, "Участники");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A sheet with a table of two schools. */
export function addList(book: ExcelJS.Workbook): void {
  const list = book.addWorksheet("Список");
  list.addTable({
    name: "Школы",
    ref: "A1",
    headerRow: true,
    style: { theme: "TableStyleMedium2", showRowStripes: true },
    columns: [{ name: "Школа", filterButton: true }, { name: "Код" }],
    rows: [
      ["Берёзовская СОШ", 1],
      ["Сосновская ООШ", 2],
    ],
  });
}

function addResults(book: ExcelJS.Workbook, rows: readonly (readonly (string | number)[])[]): void {
  const sheet = book.addWorksheet("Результаты", {
    views: [{ state: "frozen", ySplit: 1 }],
    properties: { tabColor: { argb: "FF00B050" } },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&CСтр. &P из &N" },
  });
  const last = rows.length;
  for (const row of rows) sheet.addRow([...row]);
  for (let row = 2; row <= last; row++) {
    const [, , , , , participants = 1, failed = 0] = rows[row - 1] ?? [];
    sheet.getCell(row, 8).value = {
      formula: `G${row}/F${row}`,
      result: Number(failed) / Number(participants),
    };
  }
  sheet.getColumn(8).numFmt = "0.0%";
  sheet.getRow(1).font = { bold: true, color: { theme: 1 } };
  sheet.getColumn(1).width = 28;
  sheet.getCell("F2").note = "проверить участников";
  sheet.getCell("A3").value = { text: String(rows[2]?.[0]), hyperlink: "https://example.org/school" };
  sheet.getCell("J2").value = { richText: [{ text: "обычный " }, { text: "жирный", font: { bold: true } }] };
  sheet.mergeCells("J1:L1");
  sheet.getCell("C2").dataValidation = { type: "list", formulae: ['"ВПР,ОГЭ,ЕГЭ"'], allowBlank: true };
  sheet.addConditionalFormatting({
    ref: `H2:H${last}`,
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
  const buffer = PNG.buffer.slice(PNG.byteOffset, PNG.byteOffset + PNG.length);
  sheet.addImage(book.addImage({ buffer, extension: "png" }), "J20:K22");
}
