import ExcelJS from "exceljs";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import type { Workbook } from "../../../src/workbench/store";
import { excelizeFile, exceljsFile } from "./fixtures";
import { at, differing, handMade, newSheet, partText, sheetOf, unzip, write } from "./support";

let files: Record<string, Uint8Array>;
beforeAll(async () => {
  files = { ExcelJS: await exceljsFile(), Excelize: excelizeFile() };
});

const file = (writer: string): Uint8Array => files[writer] ?? new Uint8Array();

/** Opens, changes, saves; gives the file before and after. */
async function saved(bytes: Uint8Array, change: (book: Workbook) => void): Promise<Uint8Array> {
  const book = await openWorkbook(bytes, "проба.xlsx");
  change(book);
  return saveWorkbook(book);
}

describe.each(["ExcelJS", "Excelize"])("a file of %s", (writer) => {
  test("opened and saved: every part is the same byte for byte", async () => {
    expect(differing(file(writer), await saved(file(writer), () => undefined))).toEqual([]);
  });

  test("with a new sheet: only the lists of parts and the styles differ", async () => {
    const after = await saved(file(writer), (book) => {
      const sheet = newSheet("ШНОР");
      write(sheet, 0, 0, { value: "Школа", style: { bold: true } });
      book.sheets.push(sheet);
    });
    expect(differing(file(writer), after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      expect.stringMatching(/^xl\/worksheets\/sheet\d\.xml$/),
    ]);
  });

  test("with one cell changed: the sheet's other cells and elements stay as they were", async () => {
    const before = file(writer);
    const after = await saved(before, (book) => {
      write(sheetOf(book, 0), 1, 1, { value: 99 }, "values");
    });
    expect(differing(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
    const cut = (bytes: Uint8Array) =>
      partText(bytes, "xl/worksheets/sheet1.xml")
        .replace(/<c r="B2".*?(\/>|<\/c>)/, "")
        .replace(/<dimension[^>]*>(<\/dimension>)?/, "")
        .replace(/ spans="[^"]*"/g, "");
    expect(cut(after)).toBe(cut(before));
    expect(at(sheetOf(await openWorkbook(after, "x.xlsx"), 0), "B2")?.value).toBe(99);
  });

  test("with a new active sheet: one sheet is selected", async () => {
    const after = await saved(file(writer), (book) => {
      const sheet = newSheet("Новый");
      book.sheets.push(sheet);
      book.activeSheetId = sheet.id;
    });
    const sheets = Object.keys(unzip(after)).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.filter((name) => /tabSelected="(1|true)"/.test(partText(after, name))).length).toBe(1);
    const reopened = await openWorkbook(after, "x.xlsx");
    expect(reopened.sheets.find(({ id }) => id === reopened.activeSheetId)?.name).toBe("Новый");
  });
});

test("a deleted sheet goes with its drawings, comments and tables, the others stay", async () => {
  const after = await saved(file("Excelize"), (book) => {
    book.removed.push(sheetOf(book, 0).name);
    book.sheets.splice(0, 1);
    book.activeSheetId = sheetOf(book, 0).id;
  });
  const names = Object.keys(unzip(after));
  expect(names.filter((name) => /chart|comments|vmlDrawing|media|sheet1\.xml/.test(name))).toEqual([]);
  expect(names.filter((name) => /pivotTables\/|pivotCache\//.test(name)).length).toBeGreaterThan(0);
  expect(partText(after, "[Content_Types].xml")).not.toMatch(/chart1|comments1|sheet1\.xml/);
  await expect(new ExcelJS.Workbook().xlsx.load(after.slice().buffer)).resolves.toBeDefined();
});

test("a renamed and hidden sheet keeps its part; print titles and names follow", async () => {
  const before = file("ExcelJS");
  const after = await saved(before, (book) => {
    const sheet = sheetOf(book, 0);
    sheet.name = "Итоги 2019";
    sheet.visibility = "Hidden";
    for (const name of book.names) name.formula = name.formula.replace("Результаты!", "'Итоги 2019'!");
  });
  expect(differing(before, after)).toEqual(["xl/workbook.xml"]);
  const workbook = partText(after, "xl/workbook.xml");
  expect(workbook).toContain("'Итоги 2019'!$A1:$D6");
  expect(workbook).not.toContain("Результаты");
  expect(workbook).toMatch(/name="Итоги 2019"[^>]*state="hidden"|state="hidden"[^>]*name="Итоги 2019"/);
});

test("sheets moved: names of sheets move with them", async () => {
  const after = await openWorkbook(
    await saved(file("ExcelJS"), (book) => book.sheets.unshift(...book.sheets.splice(1, 1))),
    "x.xlsx",
  );
  expect(after.sheets.map(({ name }) => name)).toEqual(["Список", "Результаты", "Скрытый"]);
  expect(sheetOf(after, 0).page.printAreas).toBeUndefined();
  expect(sheetOf(after, 1).page.printAreas).toEqual([{ top: 0, left: 0, bottom: 5, right: 3 }]);
});

test("a chart sheet stays behind the sheet that it followed, and its names with it", async () => {
  const relations = partText(handMade({}), "xl/_rels/workbook.xml.rels");
  const chart = relations.replace(
    "</Relationships>",
    '<Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
  );
  const workbook = partText(handMade({}), "xl/workbook.xml").replace(
    "</sheets>",
    '<sheet name="График" sheetId="2" r:id="rId9"/></sheets>',
  );
  const more = {
    "xl/_rels/workbook.xml.rels": chart,
    "xl/workbook.xml": workbook,
    "xl/chartsheets/sheet1.xml": "<chartsheet/>",
  };
  const after = await saved(handMade({ more }), (book) => book.sheets.push(newSheet("Новый")));
  expect(
    [...partText(after, "xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name),
  ).toEqual(["Лист1", "График", "Новый"]);
  expect(partText(after, "xl/chartsheets/sheet1.xml")).toBe("<chartsheet/>");
});

const sheetXml = (bytes: Uint8Array) => partText(bytes, "xl/worksheets/sheet1.xml");

describe("patching of one sheet", () => {
  const shared =
    '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2" s="0"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row></sheetData>';
  // Name, sheet before, row and column touched, new cell, what the XML must hold, what it must not hold.
  const cases: [
    string,
    string,
    [number, number],
    { value?: number | string; formula?: string } | undefined,
    RegExp,
    RegExp?,
  ][] = [
    [
      "first cell of a shared formula overwritten",
      shared,
      [0, 0],
      { value: 5 },
      /<c r="A1"><v>5<\/v><\/c>.*<c r="A2"><f>B2\*2<\/f><v>4<\/v>.*<f>B3\*2<\/f>/,
      /shared/,
    ],
    [
      "another cell of it overwritten",
      shared,
      [1, 0],
      { value: 5 },
      /si="0">B1\*2.*<c r="A2"><v>5<\/v><\/c>.*<c r="A3"><f t="shared" si="0"\/>/,
    ],
    [
      "row between rows",
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="A5"><v>5</v></c></row></sheetData>',
      [2, 1],
      { value: 7 },
      /r="A1".*<row r="3"><c r="B3"><v>7<\/v><\/c><\/row><row r="5">/,
    ],
    [
      "cell between cells",
      '<sheetData><row r="1" spans="1:3"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row></sheetData>',
      [0, 1],
      { value: "б" },
      /<row r="1"><c r="A1"><v>1<\/v><\/c><c r="B1" t="inlineStr"><is><t>б<\/t><\/is><\/c><c r="C1">/,
    ],
    [
      "into an empty sheet",
      "<sheetData/>",
      [1, 1],
      { value: 1 },
      /<sheetData><row r="2"><c r="B2"><v>1<\/v><\/c><\/row><\/sheetData>/,
    ],
    [
      "into an empty row with a format",
      '<sheetData><row r="1" s="2" customFormat="1"/></sheetData>',
      [0, 0],
      { value: 1 },
      /<c r="A1" s="2"><v>1<\/v><\/c><\/row>/,
    ],
    [
      "cleared, its format stays",
      '<sheetData><row r="1"><c r="A1" s="3"><v>1</v></c></row></sheetData>',
      [0, 0],
      undefined,
      /<c r="A1" s="3"\/>/,
    ],
    [
      "new cell takes the column's format",
      '<cols><col min="2" max="2" width="9" style="4"/></cols><sheetData/>',
      [0, 1],
      { value: 1 },
      /<c r="B1" s="4"><v>1<\/v>/,
    ],
    [
      "text that looks like an escape",
      "<sheetData/>",
      [0, 0],
      { value: "_x000D_\u0001" },
      /_x005F_x000D__x0001_/,
    ],
    [
      "rows without numbers get them",
      "<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>",
      [4, 0],
      { value: 9 },
      /<row r="2"><c><v>2<\/v><\/c><\/row><row r="5"><c r="A5">/,
    ],
  ];
  test.each(cases)("%s", async (...[, sheet, [row, column], cell, holds, not]) => {
    const after = await saved(handMade({ sheet }), (book) => {
      write(sheetOf(book, 0), row, column, cell, "values");
    });
    expect(sheetXml(after)).toMatch(holds);
    if (not) expect(sheetXml(after)).not.toMatch(not);
  });

  test("in a file with prefixed tags the new ones have the prefix", async () => {
    const part =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const after = await saved(handMade({ more: { "xl/worksheets/sheet1.xml": part } }), (book) => {
      const sheet = sheetOf(book, 0);
      write(sheet, 0, 1, { value: "а" }, "values");
      sheet.merges = [{ top: 4, left: 0, bottom: 4, right: 1 }];
      sheet.touched.aspects.add("merges");
    });
    expect(sheetXml(after)).toContain(
      '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>а</x:t></x:is></x:c>',
    );
    expect(sheetXml(after)).toContain(
      '</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A5:B5"/></x:mergeCells>',
    );
  });

  test("a changed style keeps what the model does not know: theme colour, shrink to fit, rich text", async () => {
    const styles =
      '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><scheme val="minor"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellXfs count="2"><xf fontId="0"/><xf fontId="0" fillId="0" borderId="0" xfId="0"><alignment shrinkToFit="1"/></xf></cellXfs>';
    const sheet = '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>';
    const after = await saved(handMade({ sheet, styles, strings: "<si><r><t>a</t></r></si>" }), (book) => {
      write(sheetOf(book, 0), 0, 0, { value: "a", style: { bold: true } }, "styles");
    });
    expect(sheetXml(after)).toContain('<c r="A1" s="2" t="s"><v>0</v></c>');
    expect(partText(after, "xl/styles.xml")).toContain(
      '<font><b/><sz val="11"/><color theme="1"/><name val="Calibri"/><scheme val="minor"/></font></fonts>',
    );
    expect(partText(after, "xl/styles.xml")).toMatch(
      /cellXfs count="3">.*<xf fontId="1"[^>]*applyFont="1"><alignment shrinkToFit="1"\/><\/xf><\/cellXfs>/,
    );
  });

  test("other columns of a range keep their width", async () => {
    const sheet =
      '<cols><col min="1" max="5" width="20" customWidth="1" outlineLevel="1"/></cols><sheetData/>';
    const after = await saved(handMade({ sheet }), (book) => {
      sheetOf(book, 0).columnWidths.set(2, 52.5);
      sheetOf(book, 0).touched.aspects.add("columnWidths");
    });
    // 52.5 points are 70 pixels, 10 characters of 7 pixels.
    expect(sheetXml(after)).toContain(
      '<cols><col min="1" max="2" width="20" customWidth="1" outlineLevel="1"/><col min="3" max="3" width="10" customWidth="1" outlineLevel="1"/><col min="4" max="5" width="20" customWidth="1" outlineLevel="1"/></cols>',
    );
  });
});
