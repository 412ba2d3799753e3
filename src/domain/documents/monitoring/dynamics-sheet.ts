import { cellAddress, columnName, type Area, type Grid } from "../../grid";
import {
  ALL_FORMS,
  DEFAULT_LIMITS,
  SUBJECTS,
  TREND_WORDS,
  type Dynamics,
  type Limits,
  type ListChange,
  type ShareRow,
} from "../../monitoring/dynamics";
import type { JournalComparison } from "../../results/result";
import type { Problem } from "../../problem";
import { formatYear } from "../../results/year";
import { journalTable } from "./journal-table";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { SheetBuilder, type BodyColumn } from "../builder";

export const DYNAMICS_ID = "dynamics";
export const DYNAMICS_NAME = "Динамика";

/** Cells of the two limits; formulas of the sheet read them. */
const [FALL, RISE] = ["$D$3", "$D$4"];
/** Their rows, zero-based; column D. */
const LIMIT_ROWS = [2, 3] as const;
const LIMIT_COLUMN = 3;
const JOURNAL_COLUMNS = 8;

/**
 * The limits in use: those given, else as the user left them on the sheet of an earlier run, else the usual ones. A cell
 * that holds no number from 0.1 to 100 is a problem.
 */
export function readLimits(
  sheet: Grid | null,
  given: Partial<Limits> = {},
): { readonly limits: Limits; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const typed = (key: keyof Limits, row: number): number => {
    const set = given[key];
    if (set !== undefined) return set;
    const used = DEFAULT_LIMITS[key];
    const cells = sheet?.cells[row - sheet.top] ?? [];
    const value = cells[LIMIT_COLUMN - (sheet?.left ?? 0)] ?? null;
    if (sheet === null || value === null) return used;
    if (typeof value === "number" && value >= 0.1 && value <= 100) return value;
    problems.push({
      code: "limitUnreadable",
      severity: "warning",
      source: { sheet: sheet.sheet, address: cellAddress(row, LIMIT_COLUMN) },
      fields: { value: String(value), used },
    });
    return used;
  };
  return { limits: { fall: typed("fall", LIMIT_ROWS[0]), rise: typed("rise", LIMIT_ROWS[1]) }, problems };
}

const CHANGE_WORDS: Readonly<Record<ListChange, string>> = {
  entered: "вошла в перечень",
  left: "вышла из перечня",
  stayed: "осталась в перечне",
  unknown: "в одном из годов нет данных",
};

const FIXED: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ п/п", style: "cellCentre", width: 6 },
  { header: "Школа", style: "cell", width: 36 },
  { header: "Процедура", style: "cell", width: 30 },
];
const LISTED = "Была в перечне";

/**
 * Sheet «Динамика»: change of the failing share in percentage points between neighbouring years, per school and
 * procedure and per school and subject. Limits are cells, classes are native formulas, colours a native colour scale.
 */
export function planDynamics(
  dynamics: Dynamics,
  limits: Limits,
  journal: readonly JournalComparison[] = [],
  name = DYNAMICS_NAME,
): SheetPlan {
  const { years, procedures } = dynamics;
  const pairs = years.slice(1);
  const widths = [
    ...FIXED.map(({ width }) => width),
    ...years.map(() => 12),
    ...pairs.flatMap(() => [13, 17]),
    14,
    // the table of marks has eight columns, whatever the years
    ...Array.from({ length: Math.max(0, JOURNAL_COLUMNS - FIXED.length - 3 * years.length + 1) }, () => 13),
  ];
  const builder = new SheetBuilder(widths);
  builder.paragraph("Динамика доли не справившихся", "title");
  builder.paragraph(note(years.map(formatYear)), "note");
  builder.parameter(1, "Положительная динамика: снижение не менее, п. п.", 3, limits.fall);
  builder.parameter(1, "Отрицательная динамика: рост не менее, п. п.", 3, limits.rise);
  const heat: Area[] = [];
  if (pairs.length > 0) {
    changesOfList(builder, dynamics);
    heat.push(...subjects(builder, dynamics));
  }
  builder.skip().paragraph("По школам и процедурам", "heading");
  const header = builder.header(columnsOf(years.map(formatYear), "Процедура"));
  if (procedures.length > 0)
    heat.push(...shares(builder, header, procedures, years.map(formatYear), "Процедура"));
  if (journal.length > 0) journalTable(builder, journal);
  const inputs: Area[] = LIMIT_ROWS.map((row) => ({
    top: row,
    left: LIMIT_COLUMN,
    bottom: row,
    right: LIMIT_COLUMN,
  }));
  const plan = builder.plan(
    {
      id: DYNAMICS_ID,
      kind: "dynamics",
      name,
      heat,
      inputs,
      limits: inputs.map((area) => ({ area, kind: "points" })),
    },
    { orientation: "landscape", footer: DYNAMICS_NAME },
  );
  const yellow = inputs.map((area) => ({ area, style: "input" as const }));
  return { ...plan, styles: [...plan.styles, ...yellow] };
}

function note(years: readonly string[]): string {
  if (years.length === 0) return "Результатов нет.";
  if (years.length === 1)
    return `Есть результаты только за ${years[0] ?? ""} учебный год: динамику сравнить не с чем.`;
  return `Учебные годы: ${years.join(", ")}. Изменение – в процентных пунктах: минус – доля не справившихся снизилась. Пределы можно изменить в ячейках ниже.`;
}

function columnsOf(years: readonly string[], what: string): readonly BodyColumn[] {
  return [
    ...FIXED.map((column, index) => (index === 2 ? { ...column, header: what } : column)),
    ...years.map((year) => ({ header: year, style: "percent" as const })),
    ...years.slice(1).flatMap((year): BodyColumn[] => [
      { header: `Изменение к ${year}, п. п.`, style: "signed" },
      { header: `Динамика ${year}`, style: "cellCentre" },
    ]),
  ];
}

/** Change and its class for two neighbouring shares of a row. */
function changeCells(before: string, after: string, change: string): PlanCell[] {
  return [
    { formula: `=IF(AND(ISNUMBER(${before}),ISNUMBER(${after})),ROUND((${after}-${before})*100,7),"")` },
    {
      formula: `=IF(ISNUMBER(${change}),IF(${change}<=-${FALL},"${TREND_WORDS.positive}",IF(${change}>=${RISE},"${TREND_WORDS.negative}","${TREND_WORDS.unchanged}")),"нет данных")`,
    },
  ];
}

/** @returns the columns of changes, to be coloured */
function shares(
  builder: SheetBuilder,
  header: number,
  rows: readonly (ShareRow & { readonly listed?: boolean })[],
  years: readonly string[],
  what: string,
): Area[] {
  const first = FIXED.length;
  const listed = rows.some((row) => row.listed !== undefined);
  const columns: readonly BodyColumn[] = [
    ...columnsOf(years, what),
    ...(listed ? [{ header: LISTED, style: "cellCentre" as const }] : []),
  ];
  const body = builder.body(
    columns,
    rows.map((row, index): PlanCell[] => {
      const at = (column: number): string => `${columnName(column)}${header + 2 + index}`;
      return [
        index + 1,
        row.school,
        row.title,
        ...row.shares.map((share) => share ?? "нет данных"),
        ...row.shares
          .slice(1)
          .flatMap((_, pair) =>
            changeCells(at(first + pair), at(first + pair + 1), at(first + years.length + pair * 2)),
          ),
        ...(listed ? [row.listed === true ? "да" : "нет"] : []),
      ];
    }),
    { oneRowEach: true },
  );
  if (body === null) return [];
  return years.slice(1).map((_, pair) => {
    const column = first + years.length + pair * 2;
    return { ...body, left: column, right: column };
  });
}

function changesOfList(builder: SheetBuilder, { lists, years }: Dynamics): void {
  const [before = 0, last = 0] = years.slice(-2);
  builder.skip().paragraph(`Перечень: ${formatYear(before)} и ${formatYear(last)}`, "heading");
  builder.paragraph("По расчёту одним правилом за каждый год, без решений, принятых вручную.", "note");
  if (lists.length === 0) {
    builder.paragraph("Ни в одном из двух годов школ в перечне нет.", "body");
    return;
  }
  const columns: readonly BodyColumn[] = [...FIXED.slice(0, 2), { header: "Изменение", style: "cell" }];
  builder.header(columns);
  builder.body(
    columns,
    lists.map(({ school, change }, index) => [index + 1, school, CHANGE_WORDS[change]]),
  );
}

/** The table by subject and, over it, the share of the listed schools with positive dynamics. */
function subjects(builder: SheetBuilder, { subjects: rows, years }: Dynamics): Area[] {
  if (rows.length === 0) return [];
  const last = years.slice(-2).map(formatYear);
  builder.skip().paragraph("По школам и предметам", "heading");
  builder.paragraph(
    "Доля не справившихся по процедурам предмета, которые школа писала в оба года: все не справившиеся из всех участников.",
    "note",
  );
  const header = builder.header([...columnsOf(last, "Предмет"), { header: LISTED, style: "cellCentre" }]);
  const heat = shares(builder, header, rows, last, "Предмет");
  const [from, to] = [header + 2, header + 1 + rows.length];
  const range = (column: number): string => `$${columnName(column)}$${from}:$${columnName(column)}$${to}`;
  const [title, trend, listed] = [range(2), range(6), range(7)];
  builder.skip().paragraph("Доля школ перечня с положительной динамикой по предметам", "heading");
  const columns: readonly BodyColumn[] = [
    FIXED[0] as BodyColumn, // the first of three
    { header: "Предмет", style: "cell" },
    { header: "Школ перечня с данными за оба года", style: "number" },
    { header: "Из них с положи-тельной", style: "number" },
    { header: "Доля", style: "percent" },
  ];
  const start = builder.header(columns) + 2;
  builder.body(
    columns,
    [ALL_FORMS, ["ВПР"]]
      .flatMap((forms) => SUBJECTS.map((subject) => `${subject} (${forms.join(", ")})`))
      .map((text, index): PlanCell[] => {
        const row = start + index;
        const base = `${title},$B${row},${listed},"да"`;
        return [
          index + 1,
          text,
          { formula: `=COUNTIFS(${base},${trend},"<>нет данных")` },
          { formula: `=COUNTIFS(${base},${trend},"${TREND_WORDS.positive}")` },
          { formula: `=IF(C${row}>0,D${row}/C${row},"нет данных")` },
        ];
      }),
    { oneRowEach: true },
  );
  return heat;
}
