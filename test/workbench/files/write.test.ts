import type ExcelJS from "exceljs";
import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { createWorkbook, type Workbook } from "../../../src/workbench/store";
import { exceljsFile } from "./fixtures";
import { completeWorkbook } from "./complete";
import { at, partText, reopened, sheetOf, throughExcelJs, unzip, write } from "./support";

let written: Uint8Array;
let read: ExcelJS.Workbook;
let sheet: ExcelJS.Worksheet;
beforeAll(async () => {
  const book = completeWorkbook();
  written = await saveWorkbook(book);
  read = await throughExcelJs(book);
  sheet = read.getWorksheet("ШНОР") ?? read.addWorksheet("none");
});

describe("ExcelJS, which shares no code with us, reads", () => {
  test.each<[string, unknown]>([
    ["A1", "Школы с низкими результатами"],
    ["A4", { text: "Берёзовская СОШ", hyperlink: "https://example.org/a?b=1&c=2" }],
    ["B4", 27.5],
    ["C4", true],
    ["D4", { formula: 'IF(B4>=30,"да","нет")', result: "нет" }],
    ["E4", { formula: "B4*2", result: 55 }],
    ["F4", { formula: "B4>10", result: true }],
    ["G4", { formula: "1/0", result: { error: "#DIV/0!" } }],
    ["H4", { error: "#N/A" }],
    ["A5", "=не формула, а текст"],
    ["A6", "две\nстроки"],
    ["I4", { formula: "_xlfn.IFNA(B4,0)", result: 27.5 }],
  ])("the value of %s", (address, expected) => {
    const { value } = sheet.getCell(address);
    expect(value).toEqual(
      typeof expected === "object" ? expect.objectContaining(expected as object) : expected,
    );
  });

  test("styles", () => {
    expect(sheet.getCell("A1")).toMatchObject({
      font: { name: "PT Serif", size: 14, bold: true, color: { argb: "FFFFFFFF" } },
      fill: { fgColor: { argb: "FF1F4E79" } },
      alignment: { horizontal: "center", vertical: "middle", wrapText: true },
    });
    expect(sheet.getCell("B4")).toMatchObject({ numFmt: '0.0" %"', protection: { locked: false } });
    expect(sheet.getCell("B4").border).toMatchObject({
      left: { style: "thin" },
      bottom: { style: "double", color: { argb: "FFFF0000" } },
    });
    expect(sheet.getCell("C4")).toMatchObject({
      font: { italic: true, underline: true, strike: true },
      numFmt: "0.00%",
    });
  });

  test("sizes, merges, panes, tab, grid lines", () => {
    expect(sheet.getRow(1).height).toBe(40);
    // 150 points are 200 pixels: 28.57 characters of 7 pixels.
    expect(sheet.getColumn(1).width).toBeCloseTo(200 / 7, 1);
    expect([sheet.getColumn(9).hidden, sheet.getRow(9).hidden]).toEqual([true, true]);
    expect(sheet.getCell("B1").master.address).toBe("A1");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3, showGridLines: false });
    expect(sheet.properties.tabColor).toEqual({ argb: "FFC00000" });
  });

  test("page set-up", () => {
    expect(sheet.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: "A1:I20",
      printTitlesRow: "1:3",
      margins: { left: 0.5, top: 1, header: 0.3 },
    });
    expect(sheet.headerFooter).toMatchObject({ oddHeader: "&RПриложение", oddFooter: "&CСтр. &P из &N" });
    expect(partText(written, "xl/worksheets/sheet1.xml")).toContain(
      '<rowBreaks count="1" manualBreakCount="1"><brk id="10" max="16383" man="1"/></rowBreaks>',
    );
  });

  test("table", () => {
    expect(sheet.getTable("Школы")).toMatchObject({
      table: {
        name: "Школы",
        tableRef: "A3:B6",
        columns: [{ name: "Школа" }, { name: "Доля" }],
        style: { theme: "TableStyleMedium2", showRowStripes: true },
      },
    });
    expect(partText(written, "xl/tables/table1.xml")).toContain('<autoFilter ref="A3:B6"/>');
  });

  test("validation, links, protection, visibility", () => {
    expect(sheet.getCell("C4").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"да,нет"'],
      errorTitle: "Ошибка",
      error: "Выберите из списка",
      allowBlank: true,
    });
    expect(sheet.getCell("B5").dataValidation).toMatchObject({
      type: "decimal",
      operator: "between",
      formulae: [0, 100],
    });
    expect(sheet.getCell("A4")).toMatchObject({ hyperlink: "https://example.org/a?b=1&c=2" });
    expect(partText(written, "xl/worksheets/sheet1.xml")).toContain(
      '<hyperlink ref="A5" location="\'Дорожная карта\'!A1" tooltip="к карте"/>',
    );
    expect(partText(written, "xl/worksheets/sheet1.xml")).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
    );
    expect(read.getWorksheet("Служебный")?.state).toBe("veryHidden");
    expect(read.views[0]).toMatchObject({ activeTab: 1 });
  });

  test("conditional formats", () => {
    const [custom, value, scale] =
      partText(written, "xl/worksheets/sheet1.xml").match(
        /<conditionalFormatting.*?<\/conditionalFormatting>/g,
      ) ?? [];
    expect(custom).toMatch(
      /sqref="A4:C6".*type="expression" dxfId="0" stopIfTrue="1" priority="1"><formula>\$B4&gt;=30<\/formula>/,
    );
    expect(value).toMatch(
      /type="cellIs" dxfId="1" operator="greaterThan" priority="2"><formula>30<\/formula>/,
    );
    expect(scale).toMatch(
      /<cfvo type="min"\/><cfvo type="percentile" val="50"\/><cfvo type="max"\/><color rgb="FF63BE7B"\/>/,
    );
    expect(partText(written, "xl/styles.xml")).toContain(
      '<dxfs count="2"><dxf><font><b/><color rgb="FF9C0006"/></font><fill>',
    );
  });

  test("defined names", () => {
    const names = partText(written, "xl/workbook.xml").match(/<definedName .*?<\/definedName>/g) ?? [];
    expect(names).toEqual([
      '<definedName name="Порог" hidden="1">30</definedName>',
      '<definedName name="Школа" localSheetId="0">ШНОР!$A$4</definedName>',
      '<definedName name="_xlnm.Print_Area" localSheetId="0">ШНОР!$A$1:$I$20</definedName>',
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">ШНОР!$1:$3</definedName>',
    ]);
  });
});

/** What a saved and opened model must say again; ids, alerts and notes are the file's business. */
function said({
  sheets,
  names,
  customXmlParts,
  settings,
  structureProtected,
  activeSheetId,
}: Workbook): unknown {
  const plain = sheets.map((each) => ({
    ...each,
    touched: undefined,
    origin: undefined,
    tables: each.tables.map((table) => ({ ...table, id: "" })),
    conditionalFormats: each.conditionalFormats.map((format) => ({ ...format, id: "" })),
    validations: each.validations.map(({ area, rule }) => ({ area, rule })),
  }));
  return { sheets: plain, names, customXmlParts, settings, structureProtected, activeSheetId };
}

test("a model written and read again is the same model", async () => {
  expect(said(await reopened(completeWorkbook()))).toEqual(said(completeWorkbook()));
});

test("saved twice, the bytes are the same", async () => {
  expect(Buffer.compare(written, await saveWorkbook(completeWorkbook()))).toBe(0);
});

test("a dynamic array is one in the file too, and cells that it fills carry their values", async () => {
  const book = createWorkbook({ sheets: ["Лист1"] });
  const first = sheetOf(book, 0);
  write(first, 0, 0, { formula: "=NOR.LOWRESULT(C1:D2)", value: true });
  write(first, 1, 0, { value: "нет данных", spilledFrom: "0,0" });
  const bytes = await saveWorkbook(book);
  expect(partText(bytes, "xl/worksheets/sheet1.xml")).toContain(
    '<c r="A1" t="b" cm="1"><f t="array" ref="A1:A2">_xldudf_NOR_LOWRESULT(C1:D2)</f><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr">',
  );
  expect(partText(bytes, "xl/metadata.xml")).toContain('fDynamic="1"');
  const again = sheetOf(await openWorkbook(bytes, "x.xlsx"), 0);
  expect([at(again, "A1"), at(again, "A2")]).toEqual([
    { formula: "=NOR.LOWRESULT(C1:D2)", value: true, array: { fixed: false, rows: 2, columns: 1 } },
    { value: "нет данных", spilledFrom: "0,0" },
  ]);
});

describe("in an opened file", () => {
  const change = async (edit: (book: Workbook) => void) => {
    const book = await openWorkbook(await exceljsFile(), "x.xlsx");
    edit(book);
    return saveWorkbook(book);
  };

  test("custom XML and settings are added, changed and deleted", async () => {
    const part = {
      id: "{11111111-2222-3333-4444-555555555555}",
      namespaceUri: "urn:n",
      xml: '<a xmlns="urn:n">1</a>',
    };
    const added = await change((book) => {
      book.customXmlParts.push({ ...part });
      book.settings.set("порог", { value: 30 });
    });
    const book = await openWorkbook(added, "x.xlsx");
    expect(book.customXmlParts).toEqual([part]);
    expect([...book.settings]).toEqual([["порог", { value: 30 }]]);
    for (const each of book.customXmlParts) each.xml = '<a xmlns="urn:n">2</a>';
    const changed = await reopened(book);
    expect(changed.customXmlParts.map(({ xml }) => xml)).toEqual(['<a xmlns="urn:n">2</a>']);
    changed.customXmlParts.length = 0;
    changed.settings.clear();
    expect(
      Object.keys(unzip(await saveWorkbook(changed))).filter((name) => /customXml\/[^_]/.test(name)),
    ).toEqual([]);
  });

  test("a table grows, its typed-over heading follows, its other properties stay", async () => {
    const after = await change((book) => {
      const list = sheetOf(book, 1);
      write(list, 0, 1, { value: "Номер" }, "values");
      write(list, 0, 2, { value: "Год" }, "values");
      const [table] = list.tables;
      if (table) table.area = { ...table.area, right: 2, bottom: 4 };
      list.touched.aspects.add("tables");
    });
    const xml = partText(after, "xl/tables/table1.xml");
    expect(xml).toMatch(/ref="A1:C5"/);
    expect(
      xml.match(/<tableColumn [^>]*name="[^"]*"/g)?.map((tag) => /name="([^"]*)"/.exec(tag)?.[1]),
    ).toEqual(["Школа", "Номер", "Год"]);
  });

  test("links, validations, page and formats of a sheet change without losing the others", async () => {
    const after = await openWorkbook(
      await change((book) => {
        const first = sheetOf(book, 0);
        first.hyperlinks.set("5,0", { address: "https://example.org/second" });
        first.page.headersFooters = { centerFooter: "&P" };
        first.conditionalFormats.push({
          id: "new",
          areas: [{ top: 1, left: 1, bottom: 5, right: 1 }],
          kind: "Custom",
          formula: "=$B2<5",
          style: { fill: "#FFFF00" },
        });
        for (const aspect of ["hyperlinks", "page", "conditionalFormats"] as const)
          first.touched.aspects.add(aspect);
      }),
      "x.xlsx",
    );
    const first = sheetOf(after, 0);
    expect([...first.hyperlinks.values()].map(({ address }) => address)).toEqual([
      "https://example.org/school",
      "https://example.org/second",
    ]);
    expect(first.conditionalFormats.map(({ kind, style }) => [kind, style?.fill])).toEqual([
      ["CellValue", "#FFC7CE"],
      ["Custom", "#FFFF00"],
    ]);
    expect(first.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      headersFooters: { centerFooter: "&P" },
      zoom: { horizontalFitToPages: 1 },
    });
  });
});
