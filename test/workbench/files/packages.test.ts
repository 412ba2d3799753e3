import { readFileSync } from "node:fs";
import { join } from "node:path";
import { comparePackages, elementsOf } from "../../../scripts/packages/compare";
import { allReports, formatReport, type WriterReport } from "../../../scripts/packages/report";
import { handMade } from "./support";

/** Workbooks of LibreOffice, openpyxl, ExcelJS and Excelize, edited and saved: see docs/packages.md. */
let reports: readonly WriterReport[];
beforeAll(async () => {
  reports = await allReports();
}, 180_000);

test("nothing that an edit did not write is lost, in no package of any writer", () => {
  const lost = reports.flatMap(({ writer, edited }) =>
    edited.flatMap(({ edit, parts }) =>
      parts.flatMap(({ part, lost: items }) => items.map((item) => `${writer}, ${edit}: ${part}: ${item}`)),
    ),
  );
  expect(lost).toEqual([]);
});

test("parts that no edit is about keep their bytes", () => {
  const mayChange =
    /^\[Content_Types\]\.xml$|^xl\/(?:workbook|styles|worksheets\/sheet\d+)\.xml$|workbook\.xml\.rels$/;
  const changed = reports.flatMap(({ writer, edited }) =>
    edited.flatMap(({ parts }) =>
      parts
        .filter(({ part, outcome }) => outcome !== "same" && outcome !== "added" && !mayChange.test(part))
        .map(({ part }) => `${writer}: ${part}`),
    ),
  );
  expect(changed).toEqual([]);
});

test("the fixtures hold what the table speaks of", () => {
  // What each writer can make; LibreOffice keeps no VBA that it cannot read, ExcelJS makes no charts and no pivot tables.
  const has = (writer: string, pattern: RegExp): boolean => {
    const edited = reports.find((report) => report.writer === writer)?.edited[0];
    return edited?.parts.some(({ part }) => pattern.test(part)) ?? false;
  };
  const kinds = [/charts\//, /pivotTables\//, /vbaProject/, /comments/, /media\//, /customXml\//];
  expect(
    ["LibreOffice", "openpyxl", "ExcelJS", "Excelize"].map((writer) =>
      kinds.map((kind) => has(writer, kind)),
    ),
  ).toEqual([
    [true, true, false, true, true, true],
    [true, true, true, true, true, true],
    [false, false, false, true, true, true],
    [true, true, true, true, true, true],
  ]);
});

test("docs/packages.md says what comes out now (npx tsx scripts/packages/table.ts)", () => {
  const written = readFileSync(join(__dirname, "..", "..", "..", "docs", "packages.md"), "utf8");
  expect(written.replaceAll("\r\n", "\n")).toBe(formatReport(reports));
});

describe("the comparison itself", () => {
  const sheet = (rows: string) => handMade({ sheet: `<sheetData>${rows}</sheetData>` });
  const before = sheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>');
  const lost = (after: Uint8Array) => comparePackages(before, after).flatMap((change) => change.lost);

  test.each([
    ["another value", '<c r="A1" s="1"><v>3</v></c><c r="B1"><f>A1*2</f><v>2</v></c>', ["c[r=A1][s=1] 1"]],
    ["a lost format", '<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c>', ["c[r=A1][s=1] 1"]],
    ["another formula", '<c r="A1" s="1"><v>1</v></c><c r="B1"><f>A1*3</f><v>2</v></c>', ["c[r=B1] ={A1*2}"]],
    ["a lost cell", '<c r="B1"><f>A1*2</f><v>2</v></c>', ["c[r=A1][s=1] 1"]],
    ["another result", '<c r="A1" s="1"><v>1</v></c><c r="B1" t="e"><f>A1*2</f><v>#N/A</v></c>', []],
    ["a new cell", '<c r="A1" s="1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><v>1</v></c>', []],
  ])("%s", (_name, cells, expected) => {
    expect(lost(sheet(`<row r="1">${cells}</row>`)).map((item) => item.split("/row/")[1])).toEqual(expected);
  });

  test("a part that is gone is lost", () => {
    const more = { "xl/media/image1.png": "png" };
    expect(comparePackages(handMade({ more }), handMade({})).flatMap((change) => change.lost)).toEqual([
      "xl/media/image1.png",
    ]);
  });

  test("equal elements are counted", () => {
    expect(elementsOf(new TextEncoder().encode("<a><b/><b/></a>"))).toEqual(["a", "a/b", "a/b"]);
  });
});
