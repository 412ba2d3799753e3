import { cellAddress, type Area, type CellValue, type Grid } from "../../grid";
import { LISTED_BY_HAND, rowKey, type IndicatorRow, type TypedIndicator } from "../../monitoring/indicators";
import type { Problem } from "../../problem";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import type { StyleName } from "../../styles";
import { serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";

export const INDICATORS_ID = "indicators";
export const INDICATORS_NAME = "Показатели";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№", style: "cellCentre", width: 7 },
  { header: "Показатель", style: "cell", width: 44 },
  { header: "Что в числителе", style: "cellNote", width: 28 },
  { header: "Что в знаменателе", style: "cellNote", width: 24 },
  { header: "Числитель", style: "number", width: 11 },
  { header: "Знаменатель", style: "number", width: 12 },
  { header: "Доля", style: "percent", width: 11 },
  { header: "Цель", style: "percent", width: 9 },
  { header: "Выполнение цели", style: "percent", width: 13 },
  { header: "На дату", style: "date", width: 12 },
  { header: "Источник", style: "cell", width: 26 },
];
const [NUMERATOR, DENOMINATOR, SOURCE] = [4, 5, 10];
/** What stands before the number of an indicator in the row of its schools. */
const LIST_LABEL = "Школы";

/**
 * Sheet «Показатели»: each indicator with numerator, denominator, share, target and its fulfilment as native formulas.
 * Figures that the data give are written, the others are cells to fill in. Below: the schools an indicator must name.
 */
export function planIndicators(
  rows: readonly IndicatorRow[],
  lists: ReadonlyMap<string, string>,
  name = INDICATORS_NAME,
): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Показатели программы поддержки школ", "title");
  builder.paragraph(
    "Числа в жёлтых ячейках впишите сами, остальные рассчитаны по данным книги. Доля и выполнение цели – формулы.",
    "note",
  );
  builder.skip();
  const header = builder.header(COLUMNS);
  const body = builder.body(
    COLUMNS,
    rows.map((row, index) => line(row, header + 2 + index)),
    { oneRowEach: true },
  );
  const inputs = rows.flatMap((row, index): Area[] =>
    row.computed
      ? []
      : [{ top: header + 1 + index, bottom: header + 1 + index, left: NUMERATOR, right: DENOMINATOR }],
  );
  builder.skip().paragraph("Школы, которые называет показатель", "heading");
  const byHand: Area[] = [];
  for (const row of rows) {
    const top = builder.row;
    listLine(builder, row, lists);
    if (LISTED_BY_HAND.includes(row.number))
      byHand.push({ top, left: 2, bottom: builder.row - 1, right: builder.lastColumn });
  }
  const plan = builder.plan(
    { id: INDICATORS_ID, kind: "indicators", name, frozenRows: header + 1 },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: INDICATORS_NAME },
  );
  if (body === null) return plan;
  const yellow = (area: Area, style: StyleName) => ({ area, style });
  return {
    ...plan,
    styles: [
      ...plan.styles,
      ...inputs.flatMap((area) => [
        yellow(area, "inputCount"),
        yellow({ ...area, left: SOURCE, right: SOURCE }, "input"),
      ]),
    ],
    limits: inputs.map((area) => ({ area, kind: "count" })),
    inputs: [
      ...joined(inputs),
      ...joined(inputs.map((area) => ({ ...area, left: SOURCE, right: SOURCE }))),
      ...byHand,
    ],
  };
}

/** Areas of rows that follow each other as one. */
function joined(areas: readonly Area[]): readonly Area[] {
  const whole: Area[] = [];
  for (const area of areas) {
    const before = whole.at(-1);
    if (before?.bottom === area.top - 1) whole[whole.length - 1] = { ...before, bottom: area.bottom };
    else whole.push(area);
  }
  return whole;
}

function line(row: IndicatorRow, at: number): PlanCell[] {
  const subject = row.subject === null ? "" : `\n(${row.subject})`;
  return [
    row.number,
    row.text + subject,
    row.numeratorText,
    row.denominatorText,
    row.numerator,
    row.denominator,
    { formula: `=IF(AND(ISNUMBER(E${at}),ISNUMBER(F${at})),IF(F${at}>0,E${at}/F${at},"нет данных"),"")` },
    row.target === null ? "—" : row.target / 100,
    { formula: `=IF(AND(ISNUMBER(G${at}),ISNUMBER(H${at})),IF(H${at}>0,G${at}/H${at},"—"),"—")` },
    serialOfDate(row.date),
    row.source,
  ];
}

function listLine(builder: SheetBuilder, row: IndicatorRow, lists: ReadonlyMap<string, string>): void {
  const byHand = LISTED_BY_HAND.includes(row.number);
  if (row.schools === null && !byHand) return;
  const subject = row.subject === null ? "" : ` (${row.subject})`;
  const text = row.schools?.join("; ") ?? lists.get(row.number) ?? "";
  builder.pairs([
    { text: row.number, style: "cellCentre", left: 0, right: 0 },
    { text: `${LIST_LABEL}${subject}`, style: "cell", left: 1, right: 1 },
    {
      text: text === "" && !byHand ? "нет" : text,
      style: byHand ? "input" : "cell",
      left: 2,
      right: builder.lastColumn,
    },
  ]);
}

/** What the user filled in on a sheet of an earlier run: figures, sources, lists. */
export function readIndicators(grid: Grid): {
  readonly typed: ReadonlyMap<string, TypedIndicator>;
  readonly lists: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
} {
  const typed = new Map<string, TypedIndicator>();
  const lists = new Map<string, string>();
  const problems: Problem[] = [];
  grid.cells.forEach((row, index) => {
    const at = (column: number): CellValue => row[column - grid.left] ?? null;
    const number = String(at(0) ?? "").trim();
    if (!/^3\.\d+$/.test(number)) return;
    if (String(at(1) ?? "").startsWith(LIST_LABEL)) {
      lists.set(number, String(at(2) ?? "").trim());
      return;
    }
    const [numerator, denominator] = [at(NUMERATOR), at(DENOMINATOR)];
    const wrong = wrongFigure(numerator, denominator);
    if (wrong !== null) {
      const address = cellAddress(grid.top + index, wrong.column);
      problems.push({
        code: "indicatorUnreadable",
        severity: "error",
        source: { sheet: grid.sheet, address },
        fields: { number, value: wrong.value },
      });
    }
    typed.set(rowKey({ number, subject: null }), {
      numerator: wrong === null && typeof numerator === "number" ? numerator : null,
      denominator: wrong === null && typeof denominator === "number" ? denominator : null,
      source: String(at(SOURCE) ?? "").trim(),
    });
  });
  return { typed, lists, problems };
}

function wrongFigure(
  numerator: CellValue,
  denominator: CellValue,
): { readonly column: number; readonly value: string } | null {
  for (const [column, value] of [
    [NUMERATOR, numerator],
    [DENOMINATOR, denominator],
  ] as const) {
    if (value === null || value === "") continue;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
      return { column, value: String(value) };
  }
  return typeof numerator === "number" && typeof denominator === "number" && numerator > denominator
    ? { column: NUMERATOR, value: `${numerator} из ${denominator}` }
    : null;
}
