import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { type NodeHost, openHost } from "../../../src/workbench/node";
import { differing, partText, unzip } from "./support";

/**
 * Rows put in and taken out, and sheets renamed, through office.js, in files of other programs: what the model does not know
 * (comments, drawings, ranges of charts, pivot tables and sparklines) must follow as it does in Excel. «Результаты» and «Свод»
 * have a comment at F2, a chart at J3 of G2:G5, in two of the files a pivot table of A1:G7.
 */
async function changed(
  file: string,
  change: (sheet: Excel.Worksheet) => void,
): Promise<{ before: Uint8Array; after: Uint8Array }> {
  const before = new Uint8Array(readFileSync(join(__dirname, "..", "..", "fixtures", "packages", file)));
  const workbook = await openWorkbook(before, file);
  const opened: NodeHost = await openHost({ workbook });
  try {
    await opened.Excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst());
      await context.sync();
    });
    return { before, after: await saveWorkbook(workbook) };
  } finally {
    opened.dispose();
  }
}

/** Text of all parts whose name fits, one after another. */
const textOf = (bytes: Uint8Array, pattern: RegExp): string =>
  Object.keys(unzip(bytes))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => partText(bytes, name))
    .join("\n");
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);
const COMMENT = /<(?:\w+:)?comment\b[^>]*\bref="([^"]+)"/g;
const ROW_OF_BOX = /<x:Row>(\d+)<\/x:Row>/g;
const CHART_RANGE = /<(?:\w+:)?f>([^<]+)<\/(?:\w+:)?f>/g;

describe.each([
  ["excelize.xlsm", "Результаты"],
  ["libreoffice.xlsm", "Результаты"],
])("%s: two rows put in above the second", (file, sheet) => {
  let after: Uint8Array;
  beforeAll(async () => {
    ({ after } = await changed(file, (first) => {
      first.getRange("2:3").insert("Down");
    }));
  });

  test("the comment and its box stand at the same cell as before, now F4", () => {
    expect(all(textOf(after, /comments\d*\.xml$/), COMMENT)).toEqual(["F4"]);
    expect(all(textOf(after, /\.vml$/), ROW_OF_BOX)).toContain("3");
  });

  test("the chart shows the same cells", () => {
    const ranges = all(textOf(after, /charts\/chart\d+\.xml$/), CHART_RANGE);
    expect(ranges.map((range) => range.replaceAll("$", ""))).toEqual(
      expect.arrayContaining([`${sheet}!A4:A7`, `${sheet}!G4:G7`, `${sheet}!G1`]),
    );
  });

  test("the chart itself moves down by two rows", async () => {
    const row = (bytes: Uint8Array): number =>
      Math.min(
        ...all(textOf(bytes, /drawings\/drawing\d+\.xml$/), /<(?:\w+:)?from>.*?<(?:\w+:)?row>(\d+)</gs).map(
          Number,
        ),
      );
    const { before } = await changed(file, () => undefined);
    expect(row(after)).toBe(row(before) + 2);
  });

  test("the pivot table is made of the same cells", () => {
    expect(textOf(after, /pivotCacheDefinition\d+\.xml$/)).toMatch(/<worksheetSource [^>]*ref="A1:G9"/);
  });

  test("the sparkline shows the same cells", () => {
    expect(partText(after, "xl/worksheets/sheet1.xml")).toMatch(
      /<xm:f>'?Результаты'?!\$?G\$?4:\$?G\$?7<\/xm:f><xm:sqref>I4</,
    );
  });
});

test("a row taken out with its comment takes the box too; other shapes stay", async () => {
  const { before, after } = await changed("excelize.xlsm", (sheet) => {
    sheet.getRange("2:2").delete("Up");
  });
  const shapes = (bytes: Uint8Array) => textOf(bytes, /\.vml$/).split("<v:shape ").length - 1;
  expect(all(textOf(after, /comments\d*\.xml$/), COMMENT)).toEqual([]);
  expect(shapes(after)).toBe(shapes(before) - 1);
  await expect(new ExcelJS.Workbook().xlsx.load(after.slice().buffer)).resolves.toBeDefined();
});

test("a renamed sheet keeps its charts, pivot tables and sparklines", async () => {
  const { after } = await changed("excelize.xlsm", (sheet) => {
    sheet.name = "Итоги & сводка";
  });
  expect(all(textOf(after, /charts\/chart\d+\.xml$/), CHART_RANGE)).toContain(
    "'Итоги &amp; сводка'!$G$2:$G$5",
  );
  expect(textOf(after, /pivotCacheDefinition\d+\.xml$/)).toContain('sheet="Итоги &amp; сводка"');
  expect(partText(after, "xl/worksheets/sheet1.xml")).toContain("<xm:f>'Итоги &amp; сводка'!G2:G5</xm:f>");
});

test("rows put in below everything leave comments, charts and pivot tables byte for byte", async () => {
  const { before, after } = await changed("openpyxl.xlsm", (sheet) => {
    sheet.getRange("900:901").insert("Down");
  });
  expect(
    differing(before, after).filter((name) => !/worksheets\/sheet1\.xml$|workbook\.xml$/.test(name)),
  ).toEqual([]);
});
