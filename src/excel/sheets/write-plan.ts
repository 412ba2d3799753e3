import { areaAddress, cellAddress, type Area } from "../../domain/grid";
import type { Block, PlanCell, PlanChart, SheetPlan } from "../../domain/sheet-plan";
import { FONT, STYLES, type CellStyle } from "../../domain/styles";
import { borderAreas, styleAreas } from "./style-areas";

/** Width of one character of the default font, points: Excel's object model measures columns in points. */
const POINTS_PER_CHARACTER = 5.25;
const MILLIMETRE = 72 / 25.4;
/** Margins of an office document (ГОСТ Р 7.0.97: left at least 20 mm, the rest at least 10), points. */
const MARGINS = {
  left: 20 * MILLIMETRE,
  right: 10 * MILLIMETRE,
  top: 15 * MILLIMETRE,
  bottom: 15 * MILLIMETRE,
};
const HIGHLIGHTS = {
  low: { fill: "#FCE4E4", color: "#8B0000" },
  unsure: { fill: "#FFF4CE", color: "#5C4400" },
} as const;

const at = (sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

/**
 * Text that Excel would take for a formula, a number, a date or TRUE is kept as text by a leading apostrophe, which is
 * not part of the value. Short text with a digit may be a date in some locale («ноябрь 2026», «1.1»).
 */
export function asWritten(cell: PlanCell): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.formula;
  if (typeof cell !== "string") return cell;
  const risky =
    /^(\s*[=+\-@#'＝＋－＠]|[\t\r\n])/.test(cell) ||
    (/\d/.test(cell) && (cell.length <= 40 || !/\p{L}/u.test(cell))) ||
    /^(true|false|истина|ложь)$/i.test(cell);
  return risky ? `'${cell}` : cell;
}

/** Below the 5 MB of a request on the web, with room for what office.js adds. */
export const REQUEST_BYTES = 4_000_000;

/** Rows of one write: a part of a request, so that requests are filled well. */
const PIECE_BYTES = 1_000_000;

/** What is left to write of a plan: calls that queue operations, each with its size in bytes. */
export interface WriteStep {
  readonly bytes: number;
  readonly queue: (sheet: Excel.Worksheet) => void;
}

/** The plan as steps: cells in pieces that fit a request, then everything that is not cells. */
export function stepsOf(plan: SheetPlan, tableName: string | null): WriteStep[] {
  return [
    ...cellSteps(plan.blocks),
    {
      bytes: restBytes(plan),
      queue: (sheet) => {
        arrange(sheet, plan, tableName);
      },
    },
  ];
}

/** Writes of cells, each of a size that fits a request. */
export function cellSteps(blocks: readonly Block[]): WriteStep[] {
  return blocks.flatMap(({ row, column, cells: rows, formats }) =>
    pieces(rows).map(({ from, values, bytes }): WriteStep => {
      const formatsHere = formats?.slice(from, from + values.length).map((line) => [...line]);
      return {
        bytes: bytes + 500 + (formatsHere === undefined ? 0 : JSON.stringify(formatsHere).length * 2),
        queue: (sheet) => {
          const range = sheet.getRangeByIndexes(row + from, column, values.length, values[0]?.length ?? 0);
          range.values = values;
          // after the cells: a formula written into cells of text would be text
          if (formatsHere !== undefined) range.numberFormat = formatsHere;
        },
      };
    }),
  );
}

/** Bytes of what is not cells, on the wide side of what office.js was seen to send. */
function restBytes(plan: SheetPlan): number {
  const { blocks, merges, rowHeights, autofit, highlights = [], choices = [] } = plan;
  return (
    1100 * styleAreas(plan.styles).length +
    3500 * borderAreas(plan.styles).length +
    500 * (blocks.length + merges.length + rowHeights.length + autofit.length) +
    2000 * (highlights.length + choices.length) +
    10_000
  );
}

function pieces(
  rows: readonly (readonly PlanCell[])[],
): { from: number; values: (string | number | boolean)[][]; bytes: number }[] {
  const result: { from: number; values: (string | number | boolean)[][]; bytes: number }[] = [];
  let current: (typeof result)[number] = { from: 0, values: [], bytes: 0 };
  rows.forEach((row, index) => {
    const values = row.map(asWritten);
    const bytes = values.reduce<number>(
      (sum, value) => sum + (typeof value === "string" ? 3 + bytesOf(value) : 1 + String(value).length),
      2,
    );
    if (current.bytes + bytes > PIECE_BYTES && current.values.length > 0) {
      result.push(current);
      current = { from: index, values: [], bytes: 0 };
    }
    current.values.push(values);
    current.bytes += bytes;
  });
  if (current.values.length > 0) result.push(current);
  return result;
}

/** Bytes of a text in a request: UTF-8, and what JSON puts before a quote or in the place of a break. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20) bytes += 6;
    else if (code < 0x80) bytes += code === 0x22 || code === 0x5c ? 2 : 1;
    else bytes += code < 0x800 ? 2 : 3;
  }
  return bytes;
}

function arrange(sheet: Excel.Worksheet, plan: SheetPlan, tableName: string | null): void {
  sheet.showGridlines = false;
  plan.columns.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth =
      width * POINTS_PER_CHARACTER;
  });
  if (plan.table !== undefined && tableName !== null) {
    const table = sheet.tables.add(areaAddress(plan.table.area), true);
    table.name = tableName;
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
  }
  at(sheet, plan.print.area).format.font.name = FONT;
  layStyles(sheet, plan);
  for (const column of plan.hiddenColumns ?? [])
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  layHighlights(sheet, plan.highlights ?? []);
  for (const { area, values } of plan.choices ?? []) {
    at(sheet, area).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(",") } };
  }
  for (const { area, kind } of plan.limits ?? []) limit(at(sheet, area).dataValidation, kind);
  for (const area of plan.heat ?? []) paintHeat(at(sheet, area));
  for (const { area, threshold } of plan.shares ?? []) paintShares(at(sheet, area), threshold);
  for (const chart of plan.charts ?? []) addChart(sheet, chart);
  if (plan.frozenRows !== undefined) sheet.freezePanes.freezeRows(plan.frozenRows);
  setUpPage(sheet, plan);
}

/** Conditional formats with formulas of their own. */
export function layHighlights(
  sheet: Excel.Worksheet,
  highlights: NonNullable<SheetPlan["highlights"]>,
): void {
  for (const { area, formula, style } of highlights) {
    const format = at(sheet, area).conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = HIGHLIGHTS[style].fill;
    format.custom.format.font.color = HIGHLIGHTS[style].color;
  }
}

/** Named styles, merges and heights of rows. */
export function layStyles(
  sheet: Excel.Worksheet,
  { styles, merges, autofit, rowHeights }: Pick<SheetPlan, "styles" | "merges" | "autofit" | "rowHeights">,
): void {
  for (const { area, style } of styleAreas(styles)) applyStyle(at(sheet, area), STYLES[style]);
  for (const area of borderAreas(styles)) drawBorders(at(sheet, area).format.borders);
  for (const area of merges) at(sheet, area).merge(false);
  for (const { from, to } of autofit) sheet.getRange(`${from + 1}:${to + 1}`).format.autofitRows();
  for (const { row, points } of rowHeights) sheet.getRange(`${row + 1}:${row + 1}`).format.rowHeight = points;
}

const REFUSALS = {
  date: { title: "Нужна дата", message: "Впишите дату, например 15.03.2027." },
  count: { title: "Нужно целое число", message: "Впишите целое число от 0." },
  points: { title: "Нужно число", message: "Впишите число процентных пунктов от 0,1 до 100." },
} as const;

/** Dates and counts of a working sheet; the words of the refusal belong to the document, so they are Russian. */
function limit(validation: Excel.DataValidation, kind: "date" | "count" | "points"): void {
  const between = { operator: "Between" as const };
  validation.rule =
    kind === "date"
      ? { date: { ...between, formula1: "=DATE(2000,1,1)", formula2: "=DATE(2099,12,31)" } }
      : kind === "count"
        ? { wholeNumber: { ...between, formula1: 0, formula2: 1_000_000 } }
        : { decimal: { ...between, formula1: 0.1, formula2: 100 } };
  validation.errorAlert = {
    showAlert: true,
    style: "Stop",
    ...REFUSALS[kind],
  };
}

/** Types of our charts, by `Excel.ChartType`. */
export const CHARTS = { barStacked: "BarStacked", columns: "ColumnStacked" } as const;

/** A chart over the cells of its sheet; it has no name of ours before the second call. */
export function addChart(sheet: Excel.Worksheet, { kind, title, data, place, colors }: PlanChart): void {
  const chart = sheet.charts.add(CHARTS[kind], at(sheet, data), "Columns");
  chart.name = title;
  chart.title.text = title;
  chart.setPosition(cellAddress(place.top, place.left), cellAddress(place.bottom, place.right));
  colors.forEach((color, index) => {
    chart.series.getItemAt(index).format.fill.setSolidColor(color);
  });
}

/** Changes in percentage points: the limits of the scale are those of the figures, white is no change. */
function paintHeat(range: Excel.Range): void {
  range.conditionalFormats.add("ColorScale").colorScale.criteria = {
    minimum: { type: "LowestValue", color: "#63BE7B" },
    midpoint: { type: "Number", formula: "0", color: "#FFFFFF" },
    maximum: { type: "HighestValue", color: "#F8696B" },
  };
}

/** Failing shares: the limits of the scale are fixed, so that two sheets can be laid side by side. */
function paintShares(range: Excel.Range, threshold: number): void {
  range.conditionalFormats.add("ColorScale").colorScale.criteria = {
    minimum: { type: "Number", formula: "0", color: "#63BE7B" },
    midpoint: { type: "Number", formula: String(threshold / 100), color: "#FFEB84" },
    maximum: { type: "Number", formula: String(threshold / 50), color: "#F8696B" },
  };
}

function applyStyle(range: Excel.Range, style: CellStyle): void {
  const { format } = range;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.numberFormat !== undefined) range.numberFormat = style.numberFormat as unknown as string[][]; // a scalar is set on every cell
}

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

function drawBorders(borders: Excel.RangeBorderCollection): void {
  for (const edge of EDGES) {
    const border = borders.getItem(edge);
    border.style = "Continuous";
    border.weight = "Thin";
    border.color = "#7F7F7F";
  }
}

function setUpPage(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  for (const row of print.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  const { wide, tall } = print.fitToPages ?? { wide: 1, tall: 0 };
  page.zoom = { horizontalFitToPages: wide, verticalFitToPages: tall };
  page.leftMargin = MARGINS.left;
  page.rightMargin = MARGINS.right;
  page.topMargin = MARGINS.top;
  page.bottomMargin = MARGINS.bottom;
  page.headerMargin = 8 * MILLIMETRE;
  page.footerMargin = 8 * MILLIMETRE;
  page.setPrintArea(areaAddress(print.area));
  if (print.titleRows !== undefined)
    page.setPrintTitleRows(`$${print.titleRows.from + 1}:$${print.titleRows.to + 1}`);
  const texts = page.headersFooters.defaultForAllPages;
  texts.leftFooter = print.footer.replaceAll("&", "&&");
  texts.rightFooter = "Страница &P из &N";
}
