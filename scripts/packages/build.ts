/**
 * Makes test/fixtures/packages anew: `npx tsx scripts/packages/build.ts`. One workbook per writer with all that the writer
 * can put into a file. It needs LibreOffice and Python with openpyxl and Pillow (Debian: libreoffice-calc, python3-openpyxl, python3-pil);
 * what is committed is what they wrote, so tests need neither. LibreOffice writes what Excelize's file holds, as a user who
 * opened it there and saved; openpyxl carries VBA and the pivot table over from that file too.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { compoundFile } from "../sample/compound";
import { exceljsWorkbook } from "./exceljs";

const TARGET = join(__dirname, "..", "..", "test", "fixtures", "packages");

/** Results of invented schools: enough for a roadmap. */
const ROWS: readonly (readonly (string | number)[])[] = [
  ["Школа", "Учебный год", "Процедура", "Предмет", "Класс", "Участники", "Не справились", "Доля"],
  ["Берёзовская СОШ", "2024/2025", "ВПР", "Математика", 5, 20, 8, ""],
  ["Берёзовская СОШ", "2025/2026", "ВПР", "Математика", 5, 20, 7, ""],
  ["Сосновская ООШ", "2024/2025", "ВПР", "Математика", 5, 10, 1, ""],
  ["Сосновская ООШ", "2025/2026", "ВПР", "Русский язык", 6, 12, 2, ""],
  ["Озёрная СОШ", "2025/2026", "ВПР", "Математика", 6, 25, 9, ""],
  ["Озёрная СОШ", "2025/2026", "ВПР", "Русский язык", 5, 24, 8, ""],
].map((row) => row.slice(0, 7).concat(row[0] === "Школа" ? ["Доля"] : []));

const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** None of the writers makes custom XML: a part of another program, as document management systems leave them. */
function withCustomXml(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = '<?xml version="1.0"?><карточка xmlns="urn:example:card"><номер>7</номер></карточка>';
  parts["customXml/item1.xml"] = strToU8(xml);
  parts["customXml/itemProps1.xml"] = strToU8(
    `<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="${RELATIONSHIP.replace("relationships", "customXml")}"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  parts["customXml/_rels/item1.xml.rels"] = strToU8(
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONSHIP}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  edit(parts, "xl/_rels/workbook.xml.rels", (text) =>
    text.replace(
      "</Relationships>",
      `<Relationship Id="rIdCard" Type="${RELATIONSHIP}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  );
  edit(parts, "[Content_Types].xml", (text) =>
    text.replace(
      "</Types>",
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
  );
  return zipSync(parts, { mtime: new Date(2026, 0, 1) });
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (text: string) => string): void {
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`${name}: nothing to change`);
  parts[name] = strToU8(after);
}

/** Excelize names the workbook's type by the extension of the file it saves, which a buffer does not have. */
function asMacroWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts, "[Content_Types].xml", (text) =>
    text.replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
  );
  return zipSync(parts, { mtime: new Date(2026, 0, 1) });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "packages-"));
  const at = (name: string): string => join(folder, name);
  try {
    writeFileSync(at("rows.json"), JSON.stringify(ROWS));
    // A compound file with the streams' names and no macro: nothing here runs it.
    writeFileSync(at("vba.bin"), compoundFile({ PROJECT: strToU8('ID="{0}"'), dir: strToU8("made up") }));
    const excelize = asMacroWorkbook(
      execFileSync(process.execPath, [join(__dirname, "excelize.cjs"), at("rows.json"), at("vba.bin")], {
        maxBuffer: 1e8,
      }),
    );
    writeFileSync(at("excelize.xlsm"), excelize);
    execFileSync("/usr/bin/python3", [
      join(__dirname, "openpyxl_writer.py"),
      at("rows.json"),
      at("excelize.xlsm"),
      at("openpyxl.xlsm"),
    ]);
    mkdirSync(at("lo"));
    execFileSync("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "xlsm:Calc MS Excel 2007 VBA XML",
      "--outdir",
      at("lo"),
      at("excelize.xlsm"),
    ]);
    mkdirSync(TARGET, { recursive: true });
    const write = (name: string, bytes: Uint8Array): void => {
      writeFileSync(join(TARGET, name), withCustomXml(bytes));
    };
    write("excelize.xlsm", excelize);
    write("openpyxl.xlsm", readFileSync(at("openpyxl.xlsm")));
    write("libreoffice.xlsm", readFileSync(at("lo/excelize.xlsm")));
    write("exceljs.xlsx", await exceljsWorkbook(ROWS));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
