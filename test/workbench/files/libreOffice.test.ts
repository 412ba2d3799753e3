import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { completeWorkbook } from "./complete";
import { excelizeFile } from "./fixtures";
import { sheetOf, write } from "./support";

const office = spawnSync("soffice", ["--version"]).status === 0;
const maybe = office ? test : test.skip;

/** Converts with LibreOffice; gives the text of the result. */
function converted(bytes: Uint8Array, format: string, extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", format, "--outdir", folder, join(folder, "book.xlsx")],
      { stdio: "pipe" },
    );
    const result = join(folder, `book.${extension}`);
    if (!existsSync(result)) throw new Error("not converted");
    return readFileSync(result, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

maybe(
  "LibreOffice opens a new workbook and reads its values and formulas",
  async () => {
    // The first sheet as UTF-8 text between commas; formulas as their cached or calculated values.
    const text = converted(
      await saveWorkbook(completeWorkbook()),
      "csv:Text - txt - csv (StarCalc):44,34,76",
      "csv",
    );
    expect(text).toMatch(/Берёзовская СОШ,27[.,]5 %.*,нет,55,/);
  },
  120_000,
);

maybe(
  "LibreOffice opens a patched file with a chart, a comment and a pivot table",
  async () => {
    const book = await openWorkbook(excelizeFile(), "x.xlsx");
    write(sheetOf(book, 0), 1, 1, { value: 2020, style: { bold: true } }, "values", "styles");
    expect(converted(await saveWorkbook(book), "pdf", "pdf").startsWith("%PDF")).toBe(true);
  },
  120_000,
);
