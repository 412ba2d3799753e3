import { openWorkbook } from "../../../src/workbench/files";
import { at, firstSheet, handMade, sheetOf, type Parts } from "./support";

const rows = (content: string) => `<sheetData>${content}</sheetData>`;
const cell = (content: string) => rows(`<row r="1">${content}</row>`);

const FONT = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>';
const xfs = (...each: string[]) =>
  `<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${each.join("")}</cellXfs>`;

describe("values", () => {
  // Expected values from ECMA-376 part 1, 18.3.1.4 (c), 18.18.11 (cell types), 18.4.8 (si), 22.9.2.19 (escapes).
  const cases: [string, Parts, unknown][] = [
    ["number", { sheet: cell('<c r="A1"><v>12.5</v></c>') }, { value: 12.5 }],
    ["number with exponent", { sheet: cell('<c r="A1"><v>1.5E-3</v></c>') }, { value: 0.0015 }],
    [
      "shared string",
      { sheet: cell('<c r="A1" t="s"><v>1</v></c>'), strings: "<si><t>а</t></si><si><t>б</t></si>" },
      { value: "б" },
    ],
    [
      "rich text",
      {
        sheet: cell('<c r="A1" t="s"><v>0</v></c>'),
        strings: "<si><r><t>Шко</t></r><r><rPr><b/></rPr><t>ла</t></r></si>",
      },
      { value: "Школа" },
    ],
    [
      "phonetic run is not text",
      {
        sheet: cell('<c r="A1" t="s"><v>0</v></c>'),
        strings: '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si>',
      },
      { value: "課" },
    ],
    [
      "empty shared string keeps the count",
      { sheet: cell('<c r="A1" t="s"><v>1</v></c>'), strings: "<si/><si><t>x</t></si>" },
      { value: "x" },
    ],
    [
      "spaces kept",
      { sheet: cell('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t xml:space="preserve"> a </t></si>' },
      { value: " a " },
    ],
    [
      "escapes",
      {
        sheet: cell('<c r="A1" t="s"><v>0</v></c>'),
        strings: "<si><t>a_x000D_&#10;b &lt;&amp;_x005F_x000D_</t></si>",
      },
      { value: "a\r\nb <&_x000D_" },
    ],
    [
      "CDATA",
      { sheet: cell('<c r="A1" t="s"><v>0</v></c>'), strings: "<si><t><![CDATA[<b> & c]]></t></si>" },
      { value: "<b> & c" },
    ],
    ["inline string", { sheet: cell('<c r="A1" t="inlineStr"><is><t>н/д</t></is></c>') }, { value: "н/д" }],
    ["boolean", { sheet: cell('<c r="A1" t="b"><v>1</v></c>') }, { value: true }],
    ["error", { sheet: cell('<c r="A1" t="e"><v>#DIV/0!</v></c>') }, { value: "#DIV/0!", error: true }],
    [
      "formula with number",
      { sheet: cell('<c r="A1"><f>SUM(B1:C1)</f><v>3</v></c>') },
      { formula: "=SUM(B1:C1)", value: 3 },
    ],
    [
      "formula with text",
      { sheet: cell('<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>') },
      { formula: '="a"&"b"', value: "ab" },
    ],
    ["formula never calculated", { sheet: cell('<c r="A1"><f>B1</f></c>') }, { formula: "=B1" }],
    [
      "new functions without prefix",
      { sheet: cell('<c r="A1"><f>_xlfn.IFNA(_xlfn._xlws.FILTER(B1:B2,B1:B2&gt;0),"_xlfn.")</f></c>') },
      { formula: '=IFNA(FILTER(B1:B2,B1:B2>0),"_xlfn.")' },
    ],
    [
      "add-in function",
      { sheet: cell('<c r="A1"><f>_xldudf_NOR_LOWRESULT(B1:C1)</f></c>') },
      { formula: "=NOR.LOWRESULT(B1:C1)" },
    ],
    ["ISO date of a strict file", { sheet: cell('<c r="A1" t="d"><v>2020-01-01</v></c>') }, { value: 43831 }],
    ["cell and row without address", { sheet: rows("<row><c><v>7</v></c></row>") }, { value: 7 }],
    ["empty value", { sheet: cell('<c r="A1"><v></v></c>') }, undefined],
    [
      "prefixed tags",
      {
        more: {
          "xl/worksheets/sheet1.xml":
            '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>да</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        },
      },
      { value: "да" },
    ],
  ];
  test.each(cases)("%s", async (_name, parts, expected) => {
    expect(at(await firstSheet(parts), "A1")).toEqual(expected);
  });
});

test("cells without addresses count on from the last one", async () => {
  const sheet = await firstSheet({
    sheet: rows(
      '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    ),
  });
  expect(["A3", "D3", "E3", "A4"].map((address) => at(sheet, address)?.value)).toEqual([1, 2, 3, 4]);
});

test("shared formulas become each cell's own", async () => {
  const master =
    '<c r="C2"><f t="shared" ref="C2:C4" si="0">A2*$B$1+SUM(A$1:A2)+Лист1!B2+LOG10(A2)+"A2"</f><v>0</v></c>';
  const sheet = await firstSheet({
    sheet: rows(
      `<row r="2">${master}</row><row r="3"><c r="C3"><f t="shared" si="0"/></c><c r="D3"><f t="shared" si="0"/></c></row>`,
    ),
  });
  expect(at(sheet, "C3")?.formula).toBe('=A3*$B$1+SUM(A$1:A3)+Лист1!B3+LOG10(A3)+"A2"');
  expect(at(sheet, "D3")?.formula).toBe('=B3*$B$1+SUM(B$1:B3)+Лист1!C3+LOG10(B3)+"A2"');
});

test("cells that an array formula fills know its first cell", async () => {
  const sheet = await firstSheet({
    sheet: rows(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    ),
  });
  expect(at(sheet, "A1")).toMatchObject({ formula: "=SEQUENCE(2)", value: 1, array: { fixed: false } });
  expect(at(sheet, "A2")).toEqual({ value: 2, spilledFrom: "0,0" });
});

describe("styles", () => {
  const theme =
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">' +
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
    ["1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"]
      .map((rgb) => `<a:c><a:srgbClr val="${rgb}"/></a:c>`)
      .join("") +
    "</a:clrScheme></a:themeElements></a:theme>";
  const fill = (color: string) => ({
    sheet: cell('<c r="A1" s="1"/>'),
    more: { "xl/theme/theme1.xml": theme },
    styles: `${FONT}<fills><fill/><fill><patternFill patternType="solid"><fgColor ${color}/></patternFill></fill></fills>${xfs('<xf fillId="1"/>')}`,
  });
  // Tints as Excel shows them for the 2007 theme: accent 1 lighter 80 % is DCE6F1, darker 25 % is 366092.
  const colors: [string, string, string][] = [
    ["rgb", 'rgb="FFDDEBF7"', "#DDEBF7"],
    ["indexed", 'indexed="10"', "#FF0000"],
    ["theme", 'theme="4"', "#4F81BD"],
    ["theme 0 is the light one", 'theme="0"', "#FFFFFF"],
    ["theme 3 is dark 2", 'theme="3"', "#1F497D"],
    ["lighter 80 %", 'theme="4" tint="0.7999816888943144"', "#DCE6F1"],
    ["darker 25 %", 'theme="4" tint="-0.249977111117893"', "#366092"],
  ];
  test.each(colors)("fill: %s", async (_name, color, expected) => {
    const got = at(await firstSheet(fill(color)), "A1")?.style?.fill ?? "";
    const channels = (hex: string) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
    // Excel rounds inside the tint in its own way: one step of a channel is allowed.
    channels(got).forEach((value, index) => {
      expect(Math.abs(value - (channels(expected)[index] ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  test("font, borders, alignment, protection, format", async () => {
    const sheet = await firstSheet({
      sheet: cell('<c r="A1" s="1"/>'),
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/></numFmts>' +
        '<fonts><font><sz val="11"/><name val="Calibri"/></font><font><b/><i val="0"/><u val="double"/><strike/><sz val="14"/><color rgb="FF112233"/><name val="PT Serif"/></font></fonts>' +
        '<borders><border/><border><left style="mediumDashed"><color rgb="FF0000FF"/></left><top style="hair"/></border></borders>' +
        xfs(
          '<xf numFmtId="164" fontId="1" borderId="1"><alignment horizontal="centerContinuous" vertical="top" wrapText="1" indent="2" textRotation="135"/><protection locked="0"/></xf>',
        ),
    });
    expect(at(sheet, "A1")?.style).toEqual({
      numberFormat: '0.0" %"',
      fontName: "PT Serif",
      fontSize: 14,
      bold: true,
      underline: "Double",
      strikethrough: true,
      fontColor: "#112233",
      horizontal: "CenterAcrossSelection",
      vertical: "Top",
      wrap: true,
      indent: 2,
      textOrientation: -45,
      locked: false,
      borders: {
        EdgeLeft: { style: "Dash", weight: "Medium", color: "#0000FF" },
        EdgeTop: { style: "Continuous", weight: "Hairline", color: "#000000" },
      },
    });
  });

  test("what is as the default of the workbook is not said", async () => {
    const sheet = await firstSheet({
      sheet: cell('<c r="A1" s="1"><v>1</v></c>'),
      styles: `${FONT}${xfs('<xf numFmtId="10" fontId="0"/>')}`,
    });
    expect(at(sheet, "A1")?.style).toEqual({ numberFormat: "0.00%" });
  });
});

test("what a sheet has besides cells", async () => {
  const sheet = await firstSheet({
    sheet:
      '<sheetPr><tabColor rgb="FF00B050"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView></sheetViews>' +
      '<cols><col min="2" max="3" width="10.7109375" customWidth="1"/><col min="5" max="16384" width="9" hidden="1"/></cols>' +
      '<sheetData><row r="2" ht="30" customHeight="1" hidden="1"/></sheetData><sheetProtection sheet="1"/>' +
      '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>' +
      '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>30</formula></cfRule>' +
      '<cfRule type="expression" priority="1" stopIfTrue="1"><formula>$A1="да"</formula></cfRule></conditionalFormatting>' +
      '<dataValidations><dataValidation type="list" allowBlank="1" showErrorMessage="1" error="Нет" sqref="B2:B5"><formula1>"да,нет"</formula1></dataValidation>' +
      '<dataValidation type="whole" operator="greaterThanOrEqual" sqref="C2"><formula1>0</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A5" r:id="rId9" tooltip="сайт"/><hyperlink ref="A6" location="Лист1!B2"/></hyperlinks>' +
      '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;LСлева&amp;CA &amp;&amp; B</oddHeader><oddFooter>&amp;RСтр. &amp;P из &amp;N</oddFooter></headerFooter>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks>',
    styles: `${FONT}${xfs()}<dxfs><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>`,
    sheetRels:
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>',
    workbook:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Лист1!$A$1:$F$40</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">Лист1!$A:$B,Лист1!$1:$3</definedName>' +
      '<definedName name="Порог" comment="в процентах" hidden="1">30</definedName><definedName name="свой" localSheetId="0">Лист1!$A$1</definedName></definedNames>',
  });
  expect(sheet).toMatchObject({
    tabColor: "#00B050",
    showGridlines: false,
    freeze: { rows: 3, columns: 1 },
    protected: true,
    merges: [{ top: 0, left: 0, bottom: 1, right: 2 }],
    names: [{ name: "свой", formula: "=Лист1!$A$1", visible: true }],
    conditionalFormats: [
      { kind: "Custom", formula: '=$A1="да"', stopIfTrue: true },
      {
        kind: "CellValue",
        rule: { formula1: "=30", operator: "GreaterThan" },
        style: { fill: "#FFC7CE", fontColor: "#9C0006" },
        areas: [
          { top: 0, left: 0, bottom: 8, right: 0 },
          { top: 0, left: 2, bottom: 0, right: 2 },
        ],
      },
    ],
    validations: [
      {
        area: { top: 1, left: 1, bottom: 4, right: 1 },
        rule: { list: { source: "да,нет", inCellDropDown: true } },
      },
      { rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqual" } } },
    ],
    page: {
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      margins: { left: 36, top: 72 },
      centerHorizontally: true,
      headersFooters: { leftHeader: "Слева", centerHeader: "A && B", rightFooter: "Стр. &P из &N" },
      printAreas: [{ top: 0, left: 0, bottom: 39, right: 5 }],
      titleRows: { first: 0, last: 2 },
      titleColumns: { first: 0, last: 1 },
      rowBreaks: [20],
    },
  });
  expect([...sheet.hiddenRows]).toEqual([1]);
  expect([sheet.rowHeights.get(1), sheet.hiddenColumns.has(16_383), sheet.hiddenColumns.has(3)]).toEqual([
    30,
    true,
    false,
  ]);
  // 10.71 characters of 7 pixels are 75 pixels, 56.25 points.
  expect([...sheet.columnWidths].slice(0, 2)).toEqual([
    [1, 56.25],
    [2, 56.25],
  ]);
  expect([...sheet.hyperlinks]).toEqual([
    ["4,0", { address: "https://example.org/", screenTip: "сайт" }],
    ["5,0", { documentReference: "Лист1!B2" }],
  ]);
});

test("sheet states, structure protection, the 1904 system, workbook names", async () => {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const workbook =
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><workbookPr date1904="1"/>` +
    '<workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="а" sheetId="4" state="veryHidden" r:id="rId1"/>' +
    '<sheet name="б" sheetId="5" r:id="rId1"/><sheet name="в" sheetId="6" state="hidden" r:id="rId1"/></sheets><definedNames><definedName name="Порог">30</definedName></definedNames></workbook>';
  const book = await openWorkbook(handMade({ more: { "xl/workbook.xml": workbook } }), "проба.xlsx");
  expect(book.sheets.map(({ visibility }) => visibility)).toEqual(["VeryHidden", "Visible", "Hidden"]);
  expect(book.activeSheetId).toBe(sheetOf(book, 1).id);
  expect(book).toMatchObject({
    structureProtected: true,
    names: [{ name: "Порог", formula: "=30" }],
    notes: [{ code: "date1904" }],
  });
});

test("a strict file is read by the last word of its relationship types", async () => {
  const strict = (text: string) =>
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      );
  const { unzipSync, zipSync } = await import("fflate");
  const parts = unzipSync(handMade({ sheet: cell('<c r="A1"><v>5</v></c>') }));
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        new TextEncoder().encode(strict(new TextDecoder().decode(part))),
      ]),
    ),
  );
  expect(at(sheetOf(await openWorkbook(bytes, "строгий.xlsx"), 0), "A1")).toEqual({ value: 5 });
});

test("a million rows of formatting do not fill the memory, and the values after them are read", async () => {
  const formatted = Array.from(
    { length: 1_000_000 },
    (_, row) => `<row r="${row + 1}" ht="20" customHeight="1"><c r="A${row + 1}" s="1"/></row>`,
  );
  const sheet = await firstSheet({
    sheet: rows(`${formatted.join("")}<row r="1048576"><c r="B1048576"><v>1</v></c></row>`),
    styles: `${FONT}${xfs('<xf numFmtId="10"/>')}`,
  });
  expect(sheet.cells.size).toBeLessThan(60_000);
  expect(at(sheet, "B1048576")).toEqual({ value: 1 });
});
