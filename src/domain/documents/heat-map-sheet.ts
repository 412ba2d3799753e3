import type { Analysis } from "../analysis";
import { columnName, type Area } from "../grid";
import { heatMap, type HeatMap } from "../identification/heat-map";
import { formatYear, type SchoolYear } from "../results/year";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { formatPercent } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";
import { CHART_TITLES } from "./chart-titles";

export const HEAT_MAP_ID = "heatMap";
const HEAT_MAP_NAME = "Тепловая карта";

const FIXED: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "Школа", style: "cell", width: 36 },
  { header: "В перечне", style: "cellCentre", width: 16 },
];
/** The table under the map takes so many columns. */
const SUMMARY: readonly BodyColumn[] = [
  { header: "Процедура", style: "cell" },
  { header: "Школ с долей от порога", style: "number" },
  { header: "Остальных школ с данными", style: "number" },
];
const PROCEDURE_WIDTH = 13;
/** Rows of the chart: a title, and a bar for each procedure. */
const CHART_ROWS = { least: 12, perProcedure: 2 } as const;
/** The threshold in per cent: formulas of the sheet read this cell. */
const THRESHOLD = { row: 2, column: 1, address: "$B$3" } as const;
/** Low and other schools, as on «Контроль»: red against grey, told apart in black and white too. */
const COLORS = ["#C0504D", "#BFBFBF"] as const;

/**
 * Sheet «Тепловая карта»: the failing share of every school in every procedure of a year under a native colour scale,
 * with counts by procedure as native formulas and their chart.
 */
export function planHeatMap(
  analysis: Pick<Analysis, "schools" | "results" | "identification" | "group">,
  year: SchoolYear,
): SheetPlan {
  const map = heatMap(analysis, year);
  const { threshold } = analysis.identification;
  const columns: readonly BodyColumn[] = [
    ...FIXED,
    ...map.procedures.map((header) => ({ header, style: "percent" as const })),
  ];
  const spare = Math.max(0, SUMMARY.length - columns.length);
  const widths = [
    ...FIXED.map(({ width }) => width),
    ...Array.from({ length: map.procedures.length + spare }, () => PROCEDURE_WIDTH),
  ];
  const builder = new SheetBuilder(widths);
  builder.paragraph(`Доля не справившихся по школам и процедурам, ${formatYear(year)} учебный год`, "title");
  builder.paragraph(
    `Зелёное – доля 0 %, жёлтое – порог ${formatPercent(threshold)}, красное – вдвое больше порога. Пусто – нет данных. Сначала школы перечня.`,
    "note",
  );
  builder.parameter(0, "Порог, %", THRESHOLD.column, threshold);
  builder.skip();
  const header = builder.header(columns);
  const body = builder.body(columns, map.rows.map(cellsOf), { oneRowEach: true });
  const shares: Area | null =
    body === null ? null : { ...body, left: FIXED.length, right: columns.length - 1 };
  const summary = shares === null ? null : summarise(builder, map, shares);
  return builder.plan(
    {
      id: HEAT_MAP_ID,
      kind: "heatMap",
      name: HEAT_MAP_NAME,
      frozenRows: header + 1,
      ...(shares === null ? {} : { shares: [{ area: shares, threshold }] }),
      ...(summary === null ? {} : { charts: [chartOf(builder, summary)] }),
    },
    { orientation: "landscape", footer: HEAT_MAP_NAME, titleRows: { from: header, to: header } },
  );
}

const cellsOf = ({ school, listed, cells }: HeatMap["rows"][number]): readonly PlanCell[] => [
  school,
  listed ? "да" : "нет",
  ...cells.map((cell) => cell?.share ?? null),
];

/** @returns the table with its headings */
function summarise(builder: SheetBuilder, { procedures }: HeatMap, { top, left, bottom }: Area): Area {
  builder.skip().paragraph("Школ с долей от порога по процедурам", "heading");
  const header = builder.header(SUMMARY);
  const body = builder.body(
    SUMMARY,
    procedures.map((procedure, index): PlanCell[] => {
      const column = columnName(left + index);
      const range = `${column}$${top + 1}:${column}$${bottom + 1}`;
      const low = `COUNTIF(${range},">="&${THRESHOLD.address}/100)`;
      return [procedure, { formula: `=${low}` }, { formula: `=COUNT(${range})-${low}` }];
    }),
    { oneRowEach: true },
  );
  return body === null
    ? { top: header, left: 0, bottom: header, right: SUMMARY.length - 1 }
    : { ...body, top: header };
}

function chartOf(builder: SheetBuilder, data: Area): NonNullable<SheetPlan["charts"]>[number] {
  const rows = Math.max(CHART_ROWS.least, CHART_ROWS.perProcedure * (data.bottom - data.top + 1));
  const top = builder.row + 1;
  builder.skip(rows + 1);
  return {
    kind: "barStacked",
    title: CHART_TITLES.shares,
    data,
    place: { top, left: 0, bottom: top + rows - 1, right: builder.lastColumn },
    colors: COLORS,
  };
}
