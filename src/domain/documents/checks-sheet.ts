import { problemId } from "../checks/problem-id";
import type { Problem, Severity, Source } from "../problem";
import { compareProblems, compareSources } from "../schools/order";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { formatDate } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";

export const CHECKS_ID = "checks";
export const CHECKS_NAME = "Проверка данных";

/** Id of the row that counts. */
export const SUMMARY_ID = "summary";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№", style: "cellCentre", width: 5 },
  { header: "Важность", style: "cellCentre", width: 12 },
  { header: "Школа", style: "cell", width: 22 },
  { header: "Лист", style: "cell", width: 18 },
  { header: "Ячейка", style: "cellCentre", width: 12 },
  { header: "Что не так", style: "cell", width: 44 },
  { header: "Что сделать", style: "cell", width: 38 },
  { header: "Состояние", style: "cellCentre", width: 14 },
  { header: "Примечание", style: "input", width: 22 },
];
const CELL_COLUMN = 4;
/** What the user may choose in a row, and where the user writes: the rest of the sheet is made anew by each run. */
export const STATE_COLUMN = 7;
export const NOTE_COLUMN = 8;

const STATES = {
  new: "новое",
  open: "не исправлено",
  working: "в работе",
  accepted: "проверено: верно",
  solved: "исправлено",
} as const;

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "Ошибка",
  warning: "Замечание",
  info: "К сведению",
};
/** Longer texts would not fit the highest row that Excel draws. */
const LONGEST_TEXT = 900;
/** Other cells of a problem that are listed; the rest are counted. */
const MOST_RELATED = 5;

/** A problem with its words. */
export interface CheckLine {
  readonly problem: Problem;
  /** Empty where no school is meant. */
  readonly school: string;
  readonly wrong: string;
  readonly advice: string;
}

/** A row of the sheet as it was, of a problem that is no more. */
export interface SolvedRow {
  readonly id: string;
  readonly cells: readonly PlanCell[];
}

export interface ChecksInput {
  readonly lines: readonly CheckLine[];
  /** The day of the check, ISO. */
  readonly today: string;
  /** States of the problems of the last check, by row id. */
  readonly states?: ReadonlyMap<string, string>;
  /** Solved problems that the user wrote a note to: the note stays until the user deletes it. */
  readonly solved?: readonly SolvedRow[];
}

/**
 * Sheet «Проверка данных»: every problem as a row with a link to its cell, what is wrong and what to do. Rows are known
 * by their problem, so a check that is run again takes out what was solved and leaves notes where they are.
 */
export function planChecks({ lines, today, states = new Map(), solved = [] }: ChecksInput): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph(CHECKS_NAME, "title");
  builder.named(SUMMARY_ID).paragraph(summary(lines, today), "heading");
  builder.named("hint").paragraph(HINT, "note").skip();
  const header = builder.header(COLUMNS);
  const inOrder = [...lines].sort((a, b) => compareLines(a.problem, b.problem));
  const ids = inOrder.map(({ problem }) => problemId(problem));
  const rows = inOrder.map((line, index) => rowOf(line, index + 1, stateOf(states, ids[index] ?? "")));
  const none: readonly PlanCell[][] =
    rows.length === 0 ? [[null, "—", null, null, null, NOTHING, null, null, null]] : [];
  const past = solved.map(({ cells }) =>
    COLUMNS.map((_, column): PlanCell => {
      if (column === STATE_COLUMN) return STATES.solved;
      return column === NOTE_COLUMN ? null : (cells[column] ?? null);
    }),
  );
  const body = builder.body(COLUMNS, [...none, ...rows, ...past], {
    oneRowEach: true,
    rowIds: [...none.map(() => "none"), ...ids, ...solved.map(({ id }) => id)],
  });
  const first = (body?.top ?? 0) + none.length;
  const links = inOrder.flatMap(({ problem: { source } }, index) => linkOf(source, first + index));
  const plan = builder.plan(
    {
      id: CHECKS_ID,
      kind: "checks",
      name: CHECKS_NAME,
      frozenRows: header + 1,
      links,
      ...(body === null
        ? {}
        : {
            table: { area: { ...body, top: header }, name: "ШНОР_Проверка" },
            highlights: [
              { word: SEVERITY_WORDS.error, style: "low" as const },
              { word: SEVERITY_WORDS.warning, style: "unsure" as const },
            ].map(({ word, style }) => ({
              area: { ...body, left: 1, right: 1 },
              formula: `=AND($B${body.top + 1}="${word}",$H${body.top + 1}<>"${STATES.solved}")`,
              style,
            })),
            choices: [{ area: { ...body, left: STATE_COLUMN, right: STATE_COLUMN }, values: CHOICES }],
          }),
    },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: CHECKS_NAME },
  );
  return { ...plan, styles: [...plan.styles, ...links.map(({ row, column }) => linkStyle(row, column))] };
}

/** Only what leads somewhere looks like it: cells of added files do not. */
const linkStyle = (row: number, column: number): SheetPlan["styles"][number] => ({
  area: { top: row, left: column, bottom: row, right: column },
  style: "link",
});

const CHOICES = Object.values(STATES);
const NOTHING = "Замечаний нет";
const HINT =
  "Исправьте данные и нажмите «Проверить данные» ещё раз: исправленное исчезнет, ваши примечания останутся при своих строках. «Ошибка» – данные не учтены, «Замечание» – учтены, но их стоит проверить.";

function summary(lines: readonly CheckLine[], today: string): string {
  const date = `Проверено ${formatDate(today)}`;
  if (lines.length === 0) return `${NOTHING}. ${date}`;
  const count = (severity: Severity): number =>
    lines.filter(({ problem }) => problem.severity === severity).length;
  return `Ошибок: ${count("error")}, замечаний: ${count("warning")}, к сведению: ${count("info")}. ${date}`;
}

/** The gravest first, then as the cells stand; what is of the whole workbook before them. */
function compareLines(a: Problem, b: Problem): number {
  const grave = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (grave !== 0) return grave;
  if (a.source === undefined || b.source === undefined)
    return Number(a.source !== undefined) - Number(b.source !== undefined) || compareProblems(a, b);
  return compareSources(a.source, b.source) || compareProblems(a, b);
}

/** The user's own choice stays; what was there before is no longer new. */
function stateOf(states: ReadonlyMap<string, string>, id: string): string {
  const before = states.get(id);
  if (before === undefined) return STATES.new;
  return before === STATES.new || before === STATES.solved || before === "" ? STATES.open : before;
}

function rowOf({ problem, school, wrong, advice }: CheckLine, number: number, state: string): PlanCell[] {
  const { source, severity } = problem;
  const file = source?.file === undefined ? "" : `файл ${source.file}, `;
  return [
    number,
    SEVERITY_WORDS[severity],
    school === "" ? "—" : school,
    source === undefined ? "вся книга" : `${file}${source.sheet}`,
    source === undefined ? "—" : source.address === "" ? "весь лист" : source.address,
    short(wrong + relatedText(problem)),
    short(advice),
    state,
    null,
  ];
}

function relatedText({ source, related = [] }: Problem): string {
  if (related.length === 0) return "";
  const cells = related
    .slice(0, MOST_RELATED)
    .map(({ file, sheet, address }) =>
      sheet === source?.sheet && file === source.file
        ? address
        : `${file === undefined ? "" : `${file}, `}«${sheet}», ${address}`,
    );
  const more = related.length - cells.length;
  return `\nСвязанные ячейки: ${cells.join("; ")}${more > 0 ? ` и ещё ${more}` : ""}`;
}

const short = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;

/** Cells of added files are not in the workbook. Of several areas the link leads to the first. */
function linkOf(source: Source | undefined, row: number): NonNullable<SheetPlan["links"]> {
  if (source === undefined || source.file !== undefined) return [];
  const address = source.address.split(/[,;]/)[0]?.trim() ?? "";
  return [{ row, column: CELL_COLUMN, sheet: source.sheet, address: address === "" ? "A1" : address }];
}
