import type { Area } from "../../grid";
import { monthNames } from "../../measures/deadline-format";
import { monthEnd, STATE_WORDS } from "../../monitoring/status";
import type { PlanCell, PlanChart, SheetPlan } from "../../sheet-plan";
import { serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { CHART_TITLES } from "../chart-titles";
import type { Groups } from "./groups";
import { registerRange } from "./register-sheet";

export const CONTROL_ID = "control";
export const CONTROL_NAME = "Контроль";

/** The cell «Сегодня»: a date typed here remakes every figure of the sheet. */
const TODAY_CELL = { row: 2, column: 2 };
export const TODAY_ADDRESS = "$C$3";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№", style: "cellCentre", width: 6 },
  { header: "Показатель", style: "cell", width: 50 },
  // these four make the charts
  { header: "Выполнено", style: "number", width: 13 },
  { header: "Просрочено", style: "number", width: 13 },
  { header: "Срок в ближайшие 30 дней", style: "number", width: 15 },
  { header: "Срок не наступил", style: "number", width: 13 },
  { header: "Всего", style: "number", width: 10 },
  { header: "Из них в срок", style: "number", width: 12 },
  { header: "Из них с опозданием", style: "number", width: 13 },
  { header: "Снято", style: "number", width: 10 },
  { header: "Доля выполненных", style: "percent", width: 14 },
];
/** Series of the charts: columns C–F. */
const [FIRST_SERIES, LAST_SERIES] = [2, 5];
/** Green, red, yellow, grey: apart in black and white too. */
const SERIES_COLORS = ["#548235", "#C00000", "#FFC000", "#BFBFBF"];
/** Rows that the charts cover. */
const CHART_ROWS = 19;

/** Criteria of one line: pairs of range and criterion, as they stand inside COUNTIFS. */
type Criteria = string;

export interface ControlInput {
  readonly groups: Groups;
  /** Rows of the register. */
  readonly rows: number;
  readonly today: string;
  readonly registerName: string;
  /** Last days of the stages of control, ISO, in order. */
  readonly stages: readonly string[];
  /** Deadlines of all measures, ISO; null where there is none. */
  readonly dues: readonly (string | null)[];
  readonly name?: string;
}

/**
 * Sheet «Контроль»: what is done, late, overdue and near, by section, responsible, month, stage and school. Native
 * COUNTIFS over the register, so statuses typed into the roadmaps count at once, without the add-in.
 */
export function planControl(input: ControlInput): SheetPlan {
  const { groups, rows, today, registerName, stages, dues } = input;
  const range = (key: Parameters<typeof registerRange>[1]): string => registerRange(registerName, key, rows);
  // measures without a deadline have a line of their own, so that each table adds up
  const undated: readonly Line[] = dues.includes(null)
    ? [{ name: "срок не указан", criteria: `${range("due")},""` }]
    : [];
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Контроль исполнения дорожных карт", "title");
  builder.paragraph(
    "Считается формулами по реестру мероприятий. Чтобы увидеть положение на другой день, впишите дату в ячейку «Сегодня».",
    "note",
  );
  builder.parameter(1, "Сегодня", TODAY_CELL.column, serialOfDate(today));
  builder.skip();
  const tables = new Tables(builder, range("state"));
  tables.add("Всего", [{ name: "Все мероприятия", criteria: "" }]);
  const chartsAt = builder.skip().row;
  builder.skip(CHART_ROWS);
  if (groups.sections.some((section) => section !== ""))
    tables.add(
      "Раздел",
      named(groups.sections, (n) => `${range("sectionKey")},${n}`, "Без раздела"),
    );
  const responsible = tables.add(
    "Ответственный",
    named(groups.responsible, (n) => `${range("responsibleKeys")},"*;${n};*"`, ""),
  );
  const months = tables.add(
    "Месяц, в котором наступает срок",
    // names are text: a chart takes numbers in its first column for one more series
    [
      ...groups.months.map((month) => ({
        name: monthName(month),
        criteria: `${range("due")},">="&${dateCall(month)},${range("due")},"<="&${dateCall(monthEnd(month))}`,
      })),
      ...undated,
    ],
  );
  if (stages.length > 0)
    tables.add("Этап контроля: срок по", [...stageLines(stages, dues, range("due")), ...undated], "date");
  tables.add(
    "Школа",
    named(groups.schools, (n) => `${range("schoolKey")},${n}`, ""),
  );
  const charts = [
    chart("barStacked", CHART_TITLES.responsible, responsible, { top: chartsAt, left: 0, right: 2 }),
    chart("columns", CHART_TITLES.months, months, { top: chartsAt, left: 3, right: 10 }),
  ];
  const plan = builder.plan(
    {
      id: CONTROL_ID,
      kind: "control",
      name: input.name ?? CONTROL_NAME,
      limits: [{ area: cell(TODAY_CELL), kind: "date" }],
      inputs: [cell(TODAY_CELL)],
      charts: charts.filter((one) => one !== null),
    },
    { orientation: "landscape", footer: CONTROL_NAME },
  );
  return { ...plan, styles: [...plan.styles, { area: cell(TODAY_CELL), style: "inputDate" }] };
}

const cell = ({ row, column }: typeof TODAY_CELL): Area => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

/** A line a stage; deadlines after the last stage have one more, where there are such. */
function stageLines(
  stages: readonly string[],
  dues: readonly (string | null)[],
  range: string,
): readonly Line[] {
  const last = stages.at(-1) ?? "";
  const lines = stages.map((end, index): Line => ({
    name: serialOfDate(end),
    criteria: (row) => `${range},"<="&$B${row}${index === 0 ? "" : `,${range},">"&$B${row - 1}`}`,
  }));
  const later: Line = { name: "позже последнего этапа", criteria: (row) => `${range},">"&$B${row - 1}` };
  return dues.some((due) => due !== null && due > last) ? [...lines, later] : lines;
}

interface Line {
  readonly name: string | number;
  /** With the one-based row of the line, where it names its own cells. */
  readonly criteria: Criteria | ((row: number) => Criteria);
}

const named = (names: readonly string[], criteria: (number: number) => Criteria, empty: string): Line[] =>
  names.map((name, index) => ({ name: name === "" ? empty : name, criteria: criteria(index + 1) }));

/** @example dateCall("2027-03-01") // "DATE(2027,3,1)" */
const dateCall = (iso: string): string => `DATE(${iso.split("-").map(Number).join(",")})`;

/** @example monthName("2027-03-01") // "март 2027" */
function monthName(iso: string): string {
  const [year = "", month = ""] = iso.split("-");
  return `${monthNames[Number(month) - 1]?.[0] ?? ""} ${year}`;
}

class Tables {
  constructor(
    private readonly builder: SheetBuilder,
    private readonly state: string,
  ) {}

  /** @returns the table with its headings; null where there is nothing to count by */
  add(heading: string, lines: readonly Line[], nameStyle: "cell" | "date" = "cell"): Area | null {
    if (lines.length === 0) return null;
    const columns = COLUMNS.map((column, index) =>
      index === 1 ? { ...column, header: heading, style: nameStyle } : column,
    );
    this.builder.skip();
    const header = this.builder.header(columns);
    const area = this.builder.body(
      columns,
      lines.map(({ name, criteria }, index) => {
        const row = header + 2 + index;
        return this.line(index + 1, name, row, typeof criteria === "string" ? criteria : criteria(row));
      }),
      { oneRowEach: true },
    );
    return area === null ? null : { ...area, top: header };
  }

  private line(number: number, name: string | number, row: number, criteria: Criteria): PlanCell[] {
    const count = (word: string): PlanCell => ({
      formula: `=COUNTIFS(${criteria}${criteria === "" ? "" : ","}${this.state},"${word}")`,
    });
    return [
      number,
      name,
      count("выполнено*"), // in time, late, without a date
      count(STATE_WORDS.overdue),
      count(STATE_WORDS.dueSoon),
      count(STATE_WORDS.notDue),
      count("?*"),
      count(STATE_WORDS.onTime),
      count(STATE_WORDS.late),
      count(STATE_WORDS.withdrawn),
      { formula: `=IF(G${row}>J${row},C${row}/(G${row}-J${row}),"нет данных")` },
    ];
  }
}

function chart(
  kind: PlanChart["kind"],
  title: string,
  table: Area | null,
  { top, left, right }: { readonly top: number; readonly left: number; readonly right: number },
): PlanChart | null {
  if (table === null) return null;
  return {
    kind,
    title,
    data: { ...table, left: FIRST_SERIES - 1, right: LAST_SERIES },
    place: { top, left, bottom: top + CHART_ROWS - 2, right },
    colors: SERIES_COLORS,
  };
}
