import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { XmlEdit } from "../../../src/xlsx/xml/edit";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { newSheet } from "../../workbench/files/support";

test("an insertion at the place where a replacement begins stands before it, whichever came first", () => {
  const replaced = new XmlEdit("<a/><b/>");
  replaced.replace(4, 8, "<c/>");
  replaced.insert(4, "<new/>");
  expect(replaced.result()).toBe("<a/><new/><c/>");
  const inserted = new XmlEdit("<a/><b/>");
  inserted.insert(4, "<new/>");
  inserted.replace(4, 8, "<c/>");
  expect(inserted.result()).toBe("<a/><new/><c/>");
});

test("a workbook without views takes a new active sheet: every sheet is listed once", async () => {
  const made = new ExcelJS.Workbook();
  made.addWorksheet("Данные").addRow(["Школа"]);
  const book = await openWorkbook(new Uint8Array(await made.xlsx.writeBuffer()), "проба.xlsx");
  const sheet = newSheet("ШНОР");
  book.sheets.push(sheet);
  book.activeSheetId = sheet.id;
  const part = unzipSync(await saveWorkbook(book))["xl/workbook.xml"] ?? new Uint8Array();
  const xml = strFromU8(part);
  expect([...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "Данные",
    "ШНОР",
  ]);
  expect(xml.match(/<bookViews>/g)).toHaveLength(1);
});
