import { createWorkbook, type Style, type Workbook } from "../../../src/workbench/store";
import { sheetOf, write } from "./support";

const title: Style = {
  fontName: "PT Serif",
  fontSize: 14,
  bold: true,
  fontColor: "#FFFFFF",
  fill: "#1F4E79",
  horizontal: "Center",
  vertical: "Center",
  wrap: true,
};
const share: Style = {
  numberFormat: '0.0" %"',
  locked: false,
  borders: {
    EdgeLeft: { style: "Continuous", weight: "Thin", color: "#000000" },
    EdgeBottom: { style: "Double", weight: "Thick", color: "#FF0000" },
  },
};

/** A new workbook with everything that the add-in writes. */
export function completeWorkbook(): Workbook {
  const book = createWorkbook({ name: "новая.xlsx", sheets: ["ШНОР", "Дорожная карта", "Служебный"] });
  const sheet = sheetOf(book, 0);
  write(sheet, 0, 0, { value: "Школы с низкими результатами", style: title });
  write(sheet, 2, 0, { value: "Школа" });
  write(sheet, 2, 1, { value: "Доля" });
  write(sheet, 3, 0, { value: "Берёзовская СОШ" });
  write(sheet, 3, 1, { value: 27.5, style: share });
  write(sheet, 3, 2, {
    value: true,
    style: { italic: true, underline: "Single", strikethrough: true, numberFormat: "0.00%" },
  });
  write(sheet, 3, 3, { formula: '=IF(B4>=30,"да","нет")', value: "нет" });
  write(sheet, 3, 4, { formula: "=B4*2", value: 55 });
  write(sheet, 3, 5, { formula: "=B4>10", value: true });
  write(sheet, 3, 6, { formula: "=1/0", value: "#DIV/0!", error: true });
  write(sheet, 3, 7, { value: "#N/A", error: true });
  write(sheet, 3, 8, { formula: "=IFNA(B4,0)", value: 27.5 });
  write(sheet, 4, 0, { value: "=не формула, а текст" });
  write(sheet, 5, 0, { value: "две\nстроки", style: { wrap: true } });
  write(sheet, 6, 0, { style: { fill: "#FFFF00" } });
  sheet.rowHeights.set(0, 40);
  sheet.columnWidths.set(0, 150);
  // A hidden column has a width too; the default is 48 points.
  sheet.columnWidths.set(8, 48);
  sheet.hiddenColumns.add(8);
  sheet.hiddenRows.add(8);
  sheet.merges = [{ top: 0, left: 0, bottom: 0, right: 5 }];
  sheet.tables = [
    {
      id: "1",
      name: "Школы",
      area: { top: 2, left: 0, bottom: 5, right: 1 },
      style: "TableStyleMedium2",
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: true,
    },
  ];
  sheet.names = [{ name: "Школа", formula: "=ШНОР!$A$4", visible: true, comment: "" }];
  sheet.conditionalFormats = [
    {
      id: "a",
      areas: [{ top: 3, left: 0, bottom: 5, right: 2 }],
      kind: "Custom",
      formula: "=$B4>=30",
      style: { fill: "#FFC7CE", fontColor: "#9C0006", bold: true },
      stopIfTrue: true,
    },
    {
      id: "b",
      areas: [{ top: 3, left: 1, bottom: 5, right: 1 }],
      kind: "CellValue",
      rule: { formula1: "=30", operator: "GreaterThan" },
      style: { fill: "#FFEB9C" },
    },
    {
      id: "c",
      areas: [{ top: 3, left: 1, bottom: 5, right: 1 }],
      kind: "ColorScale",
      rule: {
        minimum: { type: "LowestValue", color: "#63BE7B" },
        midpoint: { type: "Percentile", color: "#FFEB84", formula: "50" },
        maximum: { type: "HighestValue", color: "#F8696B" },
      },
    },
  ];
  sheet.validations = [
    {
      area: { top: 3, left: 2, bottom: 5, right: 2 },
      rule: { list: { source: "да,нет", inCellDropDown: true } },
      errorAlert: { showAlert: true, style: "Stop", title: "Ошибка", message: "Выберите из списка" },
      ignoreBlanks: true,
    },
    {
      area: { top: 4, left: 1, bottom: 5, right: 1 },
      rule: { decimal: { formula1: 0, formula2: 100, operator: "Between" } },
    },
  ];
  sheet.hyperlinks.set("3,0", { address: "https://example.org/a?b=1&c=2" });
  sheet.hyperlinks.set("4,0", { documentReference: "'Дорожная карта'!A1", screenTip: "к карте" });
  sheet.page = {
    orientation: "Landscape",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1 },
    margins: {
      left: 36,
      right: 36,
      top: 72,
      bottom: 72,
      header: 21.599999999999998,
      footer: 21.599999999999998,
    },
    centerHorizontally: true,
    headersFooters: { rightHeader: "Приложение", centerFooter: "Стр. &P из &N" },
    printAreas: [{ top: 0, left: 0, bottom: 19, right: 8 }],
    titleRows: { first: 0, last: 2 },
    rowBreaks: [10],
  };
  sheet.freeze = { rows: 3, columns: 1 };
  sheet.tabColor = "#C00000";
  sheet.showGridlines = false;
  sheet.protected = true;
  sheetOf(book, 2).visibility = "VeryHidden";
  book.names = [{ name: "Порог", formula: "=30", visible: false, comment: "" }];
  book.customXmlParts = [
    {
      id: "{AAAAAAAA-2222-3333-4444-555555555555}",
      namespaceUri: "urn:проба",
      xml: '<run xmlns="urn:проба">да &amp; нет</run>',
    },
  ];
  book.settings.set("запуск", ["2018/2019", 30]);
  book.structureProtected = true;
  book.activeSheetId = sheetOf(book, 1).id;
  return book;
}
