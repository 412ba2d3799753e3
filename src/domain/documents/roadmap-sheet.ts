import { formatDeadline } from "../measures/deadline-format";
import { dueOf } from "../monitoring/occurrences";
import type { Measure, MeasureSection, Role, RoadmapColumn, RoadmapTemplate } from "../measures/measure";
import { formatPeriod, periodFrom, periodSpan, type PlanPeriod } from "../measures/period";
import { formatRoles } from "../measures/roles";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import type { StyleName } from "../styles";
import { formatDate, NBSP } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";
import type { Findings } from "./conclusions";
import { withExecution } from "./monitoring/execution-columns";
import { problemParagraphs, type ByHand } from "./passport";
import { EMPTY_DIRECTORY, roleNamesOf } from "./package/directory";
import { requisite, type Requisites } from "./requisites";

const ROADMAP_NAME = "Дорожная карта";

const WIDTH: Readonly<Record<RoadmapColumn, number>> = {
  number: 7,
  measure: 52,
  deadline: 23,
  responsible: 24,
  result: 38,
};
/** Width of a landscape A4 page between its margins, characters. */
const PAGE = 144;
/** Columns that share what a set of few columns leaves of the page. */
const WIDENED: readonly RoadmapColumn[] = ["measure", "result", "responsible"];
const STYLE: Readonly<Record<RoadmapColumn, StyleName>> = {
  number: "cellCentre",
  measure: "cell",
  deadline: "cellCentre",
  responsible: "cell",
  result: "cell",
};

const GOAL =
  "Повысить качество образования в школах с низкими образовательными результатами и уменьшить долю обучающихся, не достигших минимального уровня подготовки";

export interface RoadmapInput {
  readonly template: RoadmapTemplate;
  /** Calendar year in which the plan begins. */
  readonly start: number;
  readonly findings: Findings;
  readonly byHand: ByHand;
  readonly requisites: Requisites;
  /** The department's own names of roles; absent: those of the requisites. */
  readonly roleNames?: Readonly<Partial<Record<Role, string>>>;
  /** Number of the annex; absent where it is the only one. */
  readonly annex?: number;
}

/** The roadmap as a document: annex heading, passport, plan of measures, signature. */
export function planRoadmapSheet(input: RoadmapInput): SheetPlan {
  const { template, requisites } = input;
  const period = periodFrom(template, input.start);
  const columns = template.columns.map(({ column, header }) => ({ column, header, style: STYLE[column] }));
  const builder = new SheetBuilder(widthsOf(template));
  annexHeading(builder, requisites, input.annex);
  builder.skip().named("title").paragraph(template.title, "title");
  const place = requisite(requisites, "municipalityGenitive");
  builder.named("period").paragraph(`${place}, ${formatPeriod(period)}`, "heading");
  explanatoryNote(builder, template);
  passport(builder, input, period);
  builder.skip().named("plan").paragraph("3. План мероприятий", "heading");
  const header = builder.header(columns);
  const names = input.roleNames ?? roleNamesOf(EMPTY_DIRECTORY, requisites);
  template.sections.forEach((section, index) => {
    builder.named(`section ${index + 1}`);
    addSection(builder, section, columns, (measure) =>
      columns.map(({ column }) => measureCell(measure, column, period, names)),
    );
  });
  signature(builder, requisites);
  const rows = template.sections.flatMap((section) => section.measures);
  const indicators = rows.filter(({ indicator }) => indicator !== undefined).length;
  const due = rows.flatMap(({ indicator, number, deadline }) =>
    indicator === undefined ? [[number, dueOf(deadline, period)] as const] : [],
  );
  const plan = builder.plan(
    {
      id: `roadmap:${template.id}`,
      kind: "roadmap",
      name: ROADMAP_NAME,
      measures: rows.length - indicators,
      indicators,
    },
    {
      orientation: "landscape",
      titleRows: { from: header, to: header },
      footer: `${ROADMAP_NAME}, ${formatPeriod(period)}`,
    },
    {},
  );
  const numberColumn = columns.findIndex(({ column }) => column === "number");
  return withExecution(plan, { header, numberColumn, due: new Map(due) });
}

function addSection(
  builder: SheetBuilder,
  { title, tasks, measures }: MeasureSection,
  columns: readonly BodyColumn[],
  toRow: (measure: Measure) => PlanCell[],
): void {
  if (title !== "") builder.paragraph(title, "section");
  if (tasks !== undefined) builder.paragraph(`Задачи: ${tasks.join("; ")}.`, "cell").tied();
  let block: string | undefined;
  let rows: PlanCell[][] = [];
  let rowIds: string[] = [];
  for (const measure of measures) {
    if (measure.block !== block) {
      builder.body(columns, rows, { rowIds });
      [rows, rowIds] = [[], []];
      block = measure.block;
      if (block !== undefined) builder.paragraph(block, "section");
    }
    rows.push(toRow(measure));
    rowIds.push(measure.origin);
  }
  builder.body(columns, rows, { rowIds });
}

function measureCell(
  measure: Measure,
  column: RoadmapColumn,
  period: PlanPeriod,
  names: Readonly<Partial<Record<Role, string>>>,
): PlanCell {
  switch (column) {
    case "number":
      return measure.number;
    case "measure":
      return measure.text;
    case "deadline":
      return formatDeadline(measure.deadline, period).replace(/ (гг?\.|год[ау]?)/g, `${NBSP}$1`);
    case "responsible":
      return [formatRoles(measure.roles, names), ...(measure.others ?? [])].filter(Boolean).join(", ");
    case "result":
      return measure.result;
  }
}

/** A set of few columns fills the page by its texts. */
function widthsOf({ columns }: RoadmapTemplate): number[] {
  const total = columns.reduce((sum, { column }) => sum + WIDTH[column], 0);
  const texts = columns.filter(({ column }) => WIDENED.includes(column)).length;
  return columns.map(({ column }) =>
    WIDENED.includes(column) ? WIDTH[column] + Math.max(0, PAGE - total) / texts : WIDTH[column],
  );
}

function annexHeading(builder: SheetBuilder, requisites: Requisites, number?: number): void {
  const left = builder.lastColumn - 1;
  builder
    .named("annex")
    .paragraph(number === undefined ? "Приложение" : `Приложение ${number}`, "body", left);
  builder.paragraph(`к приказу ${requisite(requisites, "departmentGenitive")}`, "body", left);
  builder.paragraph(
    `от ${requisite(requisites, "orderDate")} № ${requisite(requisites, "orderNumber")}`,
    "body",
    left,
  );
}

function explanatoryNote(builder: SheetBuilder, { note }: RoadmapTemplate): void {
  for (const [part, { heading, paragraphs = [], items = [] }] of (note?.parts ?? []).entries()) {
    builder
      .skip()
      .named(`note ${part + 1}`)
      .paragraph(heading, "heading");
    for (const text of paragraphs) builder.paragraph(text, "justified");
    items.forEach((text, index) => {
      builder.paragraph(`– ${text}${index === items.length - 1 ? "." : ";"}`, "justified");
    });
  }
}

function passport(builder: SheetBuilder, input: RoadmapInput, period: PlanPeriod): void {
  const { template, findings, byHand, requisites } = input;
  builder.skip().named("passport").paragraph("ПАСПОРТ", "heading");
  builder.skip().paragraph("1. Описание проблемы", "heading");
  for (const { id, text } of problemParagraphs(findings, byHand, requisites))
    builder.named(id).paragraph(text, "justified");
  builder.skip().named("facts").paragraph("2. Сведения о дорожной карте", "heading");
  const department = requisite(requisites, "department");
  const bodies = new Set([department, requisite(requisites, "methodCentre")]); // both unknown: one line to fill in
  const group = [...bodies, "школы, включённые в перечень"].join("; ");
  const { start, end } = periodSpan(period);
  const facts = [
    ["Муниципальное образование", requisite(requisites, "municipality")],
    ["Рабочая группа", requisites.workingGroup ?? group],
    ["Ответственный разработчик", requisites.developer ?? department],
    ["Муниципальный координатор", requisite(requisites, "coordinator")],
    ["Цель", template.goal ?? GOAL],
    ["Срок реализации", `${formatPeriod(period)} (с ${formatDate(start)} по ${formatDate(end)})`],
  ] as const;
  for (const [label, value] of facts) {
    builder.named(`fact «${label}»`).pairs([
      { text: label, style: "cell", left: 0, right: 1 },
      { text: value, style: "cell", left: 2, right: builder.lastColumn },
    ]);
  }
}

function signature(builder: SheetBuilder, requisites: Requisites): void {
  builder
    .skipTied(2)
    .named("signature")
    .pairs([
      { text: requisite(requisites, "headPosition"), style: "body", left: 0, right: 1 },
      { text: "____________________", style: "body", left: 2, right: builder.lastColumn - 1 },
      {
        text: requisite(requisites, "headName"),
        style: "body",
        left: builder.lastColumn,
        right: builder.lastColumn,
      },
    ]);
}
