import { randomFillSync } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import { EmbeddedHost } from "../../../src/workbench";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { parseArea } from "../../../src/workbench/store";
import type { Workbook } from "../../../src/workbench/store/model";
import { at, differing, handMade, sheetOf, unzip } from "./support";

/** Files at the limits of issue F, made here: what is written is there, what was there is kept, and it ends in time. */

/** A user types into a cell of a sheet, and the workbook is saved. */
async function edited(
  workbook: Workbook,
  sheet: number,
  address: string,
  value: number,
): Promise<Uint8Array> {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  new EmbeddedHost({ workbook }).enter(sheetOf(workbook, sheet), area, [[value]]);
  return saveWorkbook(workbook);
}

test("40 MB, most of them pictures: one cell changed, the pictures keep their bytes", async () => {
  const parts = unzipSync(
    handMade({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }),
  );
  for (let picture = 1; picture <= 8; picture++)
    parts[`xl/media/image${picture}.png`] = randomFillSync(new Uint8Array(5 * 1024 * 1024));
  const before = zipSync(parts, { level: 0 });
  expect(before.length).toBeGreaterThan(40 * 1024 * 1024);
  const after = await edited(await openWorkbook(before, "большая.xlsx"), 0, "B1", 7);
  expect(differing(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
}, 60_000);

describe("1 000 000 rows used by formatting only", () => {
  const ROWS = 1_000_000;
  const styles =
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs>';
  // A value in the first row, formats in all others: rows and, in the first 60 000, cells too.
  const rows = Array.from({ length: ROWS - 1 }, (_, index) => {
    const row = index + 2;
    return row <= 60_000
      ? `<row r="${row}"><c r="A${row}" s="1"/></row>`
      : `<row r="${row}" s="1" customFormat="1"/>`;
  });
  const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows.join("")}</sheetData>`;
  let workbook: Workbook;
  beforeAll(async () => {
    workbook = await openWorkbook(handMade({ sheet, styles }), "пустая.xlsx");
  }, 120_000);

  test("the sheet opens with its value; its used area by values is one cell", () => {
    expect(at(sheetOf(workbook, 0), "A1")?.value).toBe(1);
    const values = [...sheetOf(workbook, 0).cells.values()].flatMap((columns) =>
      [...columns.values()].filter(({ value }) => value !== undefined),
    );
    expect(values).toHaveLength(1);
  });

  test("a save keeps every formatted row, also those that are not read", async () => {
    const after = await edited(workbook, 0, "B1", 7);
    const xml = new TextDecoder().decode(unzip(after)["xl/worksheets/sheet1.xml"]);
    expect(xml.split("<row ").length - 1).toBe(ROWS);
    expect(xml).toContain('<c r="B1"><v>7</v></c>');
    expect(xml).toContain(`<row r="${ROWS}" s="1" customFormat="1"/>`);
  }, 120_000);
});

test("200 sheets: all open, one is changed, the others keep their bytes", async () => {
  const all = Array.from({ length: 200 }, (_, index) => index + 1);
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const before = handMade({
    more: {
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.map((n) => `<sheet name="Школа ${n}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}</Relationships>`,
      ...Object.fromEntries(
        all.map((n) => [
          `xl/worksheets/sheet${n}.xml`,
          `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>${n}</v></c></row></sheetData></worksheet>`,
        ]),
      ),
    },
  });
  const workbook = await openWorkbook(before, "двести.xlsx");
  expect(workbook.sheets).toHaveLength(200);
  expect(at(sheetOf(workbook, 199), "A1")?.value).toBe(200);
  expect(differing(before, await edited(workbook, 199, "A2", 5))).toEqual(["xl/worksheets/sheet200.xml"]);
});
