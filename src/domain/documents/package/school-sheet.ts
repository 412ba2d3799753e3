import { formatDeadline } from "../../measures/deadline-format";
import type { ColumnHeader, RoadmapColumn } from "../../measures/measure";
import { formatPeriod } from "../../measures/period";
import { dueOf } from "../../monitoring/occurrences";
import { cellAddress, type Area } from "../../grid";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import type { StyleName } from "../../styles";
import { NBSP } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { pageHeight } from "../pages";
import { BLANK } from "../requisites";
import { withExecution } from "../monitoring/execution-columns";
import type { PackageContext } from "./context";
import { lowFormula, RESULT_COLUMNS, resultIds, resultRows } from "./result-rows";
import type { SchoolCase } from "./school-case";
import type { SchoolMeasure } from "./school-measure";
import { chooseMeasures } from "./school-measures";
import { schoolReasons } from "./school-reasons";

/** Width of a landscape A4 page between its margins, characters. */
const PAGE = 144;

/** Columns that share what a set of few columns leaves of the page. */
const WIDENED: readonly string[] = ["measure", "result", "responsible"];

type Column = RoadmapColumn | "basis" | "done";
const LOOK: Readonly<Record<Column, { readonly width: number; readonly style: StyleName }>> = {
  number: { width: 7, style: "cellCentre" },
  measure: { width: 38, style: "cell" },
  deadline: { width: 18, style: "cellCentre" },
  responsible: { width: 21, style: "cell" },
  result: { width: 29, style: "cell" },
  basis: { width: 18, style: "cell" },
  done: { width: 13, style: "cell" },
};
const OWN_COLUMNS: readonly { readonly column: Column; readonly header: string }[] = [
  { column: "basis", header: "Основание" },
  { column: "done", header: "Отметка о выполнении" },
];

/** Columns of a school's plan: those of the roadmap, the reason, the mark; the text columns fill the page. */
function columnsOf(
  headers: readonly ColumnHeader[],
): readonly (BodyColumn & { column: Column; width: number })[] {
  const columns = [...headers, ...OWN_COLUMNS].map(({ column, header }) => ({
    column,
    header,
    ...LOOK[column],
  }));
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const wide = columns.filter(({ column }) => WIDENED.includes(column)).length;
  return columns.map((one) =>
    WIDENED.includes(one.column) ? { ...one, width: one.width + Math.max(0, PAGE - total) / wide } : one,
  );
}

/** The roadmap of one school: its results, its reasons, the measures chosen by them. */
export function planSchoolSheet(school: SchoolCase, name: string, context: PackageContext): SheetPlan {
  const { template, period, roleNames, analysis } = context;
  const { threshold } = analysis.identification;
  const columns = columnsOf(template.columns);
  const builder = new SheetBuilder(columns.map(({ width }) => width));
  approvals(builder, school, context);
  builder
    .skip()
    .named("title")
    .paragraph("Дорожная карта (план мероприятий) по повышению образовательных результатов", "title")
    .paragraph(`${school.name}, ${formatPeriod(period)}`, "heading");
  const low = results(builder, school, threshold);
  builder.skip().named("reasons").paragraph("2. Причины включения в перечень", "heading");
  for (const text of schoolReasons(school, analysis.identification)) builder.paragraph(text, "justified");
  // results and reasons are a page of their own, the plan begins on the next; not where they run over it
  const ownPage = builder.height <= pageHeight("landscape", PAGE);
  const planRow = builder.skip().row;
  builder.named("plan").paragraph("3. План мероприятий", "heading");
  const header = builder.header(columns);
  const sections = chooseMeasures({ template, school, threshold, roleNames });
  sections.forEach(({ title, measures }, section) => {
    builder.named(`section «${title}»`).paragraph(`${section + 1}. ${title}`, "section");
    builder.body(
      columns,
      measures.map((measure, index) =>
        columns.map(({ column }) => cellOf(measure, column, `${section + 1}.${index + 1}`, context)),
      ),
      { rowIds: measureIds(school, measures) },
    );
  });
  builder
    .skipTied(2)
    .named("signature")
    .paragraph(
      "Ответственный за выполнение дорожной карты  ____________________  (должность, подпись, фамилия)",
      "body",
    );
  const plan = builder.plan(
    {
      id: schoolRoadmapId(school.key),
      kind: "schoolRoadmap",
      name,
      measures: sections.reduce((sum, { measures }) => sum + measures.length, 0),
      ...(low === null ? {} : { highlights: [low] }),
    },
    {
      orientation: "landscape",
      titleRows: { from: header, to: header },
      footer: `${school.name}: дорожная карта`,
      ...(ownPage ? { breaks: [planRow] } : {}),
    },
    {},
  );
  const due = sections.flatMap(({ measures }, section) =>
    measures.map(
      ({ deadline }, index) => [`${section + 1}.${index + 1}`, dueOf(deadline, context.period)] as const,
    ),
  );
  const numberColumn = columns.findIndex(({ column }) => column === "number");
  return withExecution(plan, { header, numberColumn, due: new Map(due) });
}

export const schoolRoadmapId = (key: string): string => `schoolRoadmap:${key}`;

/** «Согласовано» on the left, «Утверждаю» on the right, as Russian documents have them. */
function approvals(builder: SheetBuilder, { key }: SchoolCase, context: PackageContext): void {
  const { directory, requisites, appointments } = context;
  const coordinator = directory.roles.coordinator?.person ?? requisites.coordinator;
  const curator = appointments.get(key)?.curator ?? BLANK;
  const right = builder.lastColumn - 2;
  const lines = [
    ["СОГЛАСОВАНО", "УТВЕРЖДАЮ"],
    [`Муниципальный координатор${coordinator === undefined ? "" : `: ${coordinator}`}`, "Директор школы"],
    ["____________________", "____________________ /____________________/"],
    [
      curator === BLANK ? "Куратор школы: ____________________" : `Куратор школы: ${curator}`,
      "«____» ______________ 20____ г.",
    ],
  ] as const;
  for (const [agreed, approved] of lines) {
    builder.pairs([
      { text: agreed, style: "body", left: 0, right: 1 },
      { text: approved, style: "body", left: right, right: builder.lastColumn },
    ]);
  }
}

/** Section 1. @returns the highlight of its low rows; null where there are no results */
function results(
  builder: SheetBuilder,
  { results: own }: SchoolCase,
  threshold: number,
): { area: Area; formula: string; style: "low" } | null {
  builder.skip().named("results").paragraph("1. Результаты оценочных процедур", "heading");
  if (own.length === 0) {
    builder.paragraph("Результатов школы в рассмотренных процедурах нет.", "justified");
    return null;
  }
  const parameter = builder.row;
  builder.parameter(1, "Порог низкого результата, % не справившихся", 3, threshold);
  builder.header(RESULT_COLUMNS);
  const first = builder.row + 1;
  const area = builder.body(RESULT_COLUMNS, resultRows(own, first), {
    oneRowEach: true,
    rowIds: resultIds(own),
  });
  builder.named("results note").paragraph("Строки с низким результатом выделены.", "note");
  const address = cellAddress(parameter, 3).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  return area === null ? null : { area, formula: lowFormula(first, address), style: "low" };
}

/** A measure is known by its reason and its place among those of that reason. */
function measureIds({ key }: SchoolCase, measures: readonly SchoolMeasure[]): readonly string[] {
  const counts = new Map<string, number>();
  return measures.map(({ basis }) => {
    const count = (counts.get(basis) ?? 0) + 1;
    counts.set(basis, count);
    return `${key}: ${basis}, ${count}`;
  });
}

function cellOf(
  measure: SchoolMeasure,
  column: Column,
  number: string,
  { period }: PackageContext,
): PlanCell {
  switch (column) {
    case "number":
      return number;
    case "measure":
      return measure.text;
    case "deadline":
      return formatDeadline(measure.deadline, period).replace(/ (гг?\.|год[ау]?)/g, `${NBSP}$1`);
    case "responsible":
      return measure.responsible;
    case "result":
      return measure.result;
    case "basis":
      return measure.basis;
    case "done":
      return null;
  }
}
