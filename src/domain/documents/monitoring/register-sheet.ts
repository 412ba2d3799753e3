import { columnName, type Area } from "../../grid";
import type { ExecutionRow } from "../../monitoring/read-roadmap";
import { responsibleFor } from "../../monitoring/responsible";
import { sheetRef } from "../../monitoring/sheet-ref";
import { SOON_DAYS, STATE_WORDS, STATUSES } from "../../monitoring/status";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { NBSP, serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { MUNICIPAL, type Groups } from "./groups";

export const REGISTER_ID = "register";
export const REGISTER_NAME = "Реестр мероприятий";

type Key =
  | "order"
  | "school"
  | "number"
  | "measure"
  | "section"
  | "responsible"
  | "due"
  | "status"
  | "fact"
  | "state"
  | "sectionKey"
  | "responsibleKeys"
  | "schoolKey";

const COLUMNS: readonly (BodyColumn & { readonly key: Key; readonly width: number })[] = [
  { key: "order", header: "№ п/п", style: "cellCentre", width: 6 },
  { key: "school", header: "Уровень, школа", style: "cell", width: 22 },
  { key: "number", header: "№ в плане", style: "cellCentre", width: 8 },
  { key: "measure", header: "Мероприятие", style: "cell", width: 50 },
  { key: "section", header: "Раздел", style: "cell", width: 24 },
  { key: "responsible", header: "Ответственные", style: "cell", width: 24 },
  { key: "due", header: "Срок", style: "date", width: 12 },
  { key: "status", header: "Статус", style: "cellCentre", width: 12 },
  { key: "fact", header: "Дата исполнения", style: "date", width: 12 },
  { key: "state", header: "Состояние", style: "cell", width: 18 },
  // by which «Контроль» counts; hidden
  { key: "sectionKey", header: "Раздел (номер)", style: "number", width: 8 },
  { key: "responsibleKeys", header: "Ответственные (номера)", style: "cell", width: 12 },
  { key: "schoolKey", header: "Школа (номер)", style: "number", width: 8 },
];

const at = (key: Key): number => COLUMNS.findIndex((column) => column.key === key);
const letter = (key: Key): string => columnName(at(key));

/** First row of the table's body, zero-based: title, note, empty row and headings stand above it. */
const FIRST = 4;

/** A column of the register as formulas of another sheet name it. */
export function registerRange(sheet: string, key: Key, rows: number): string {
  const column = `$${letter(key)}$`;
  return `${sheetRef(sheet)}${column}${FIRST + 1}:${column}${FIRST + Math.max(1, rows)}`;
}

/** First and last number that count as a date of a plan, 2000–2099. */
const DATES = [36526, 73051] as const;

/** A date of the roadmap by reference; what the cell says in words is not seen, what was read from them is. */
function dateCell(row: ExecutionRow, key: "due" | "fact"): PlanCell {
  const address = row.cells[key];
  const known = row[key] === null ? '""' : String(serialOfDate(row[key]));
  if (address === undefined) return row[key] === null ? "" : serialOfDate(row[key]);
  const cell = sheetRef(row.sheet) + address;
  return {
    // an error in the cell must not spread: a state that is an error is counted nowhere
    formula: `=IFERROR(IF(AND(ISNUMBER(${cell}),${cell}>=${DATES[0]},${cell}<${DATES[1]}),INT(${cell}),IF(ISNUMBER(${cell}),"",${known})),${known})`,
  };
}

function statusCell(row: ExecutionRow): PlanCell {
  const address = row.cells.status;
  if (address === undefined) return STATUSES[row.status];
  const cell = sheetRef(row.sheet) + address;
  const word = `TRIM(SUBSTITUTE(${cell},"${NBSP}"," "))`;
  return {
    formula: `=IFERROR(IF(${word}="","${STATUSES.notStarted}",LOWER(${word})),"${STATUSES.notStarted}")`,
  };
}

/** The same decision as `stateOf`, natively. */
function stateFormula(row: number, today: string): string {
  const [due, status, fact] = (["due", "status", "fact"] as const).map((key) => `$${letter(key)}${row}`);
  const word = (state: keyof typeof STATE_WORDS): string => `"${STATE_WORDS[state]}"`;
  const done = `OR(${status}="${STATUSES.done}",${status}="${STATUSES.approved}")`;
  const finished = `IF(OR(${due}="",${fact}=""),${word("doneUndated")},IF(${fact}<=${due},${word("onTime")},${word("late")}))`;
  const open = `IF(${due}="",${word("noDue")},IF(${due}<${today},${word("overdue")},IF(${due}<=${today}+${SOON_DAYS},${word("dueSoon")},${word("notDue")})))`;
  return `=IF(${status}="${STATUSES.withdrawn}",${word("withdrawn")},IF(${done},${finished},${open}))`;
}

/**
 * Sheet «Реестр мероприятий»: every measure of every roadmap in one list, with references to its cells, so that it
 * follows the roadmaps without the add-in. A row added to a roadmap comes in with the next run.
 * @param today the cell «Сегодня», as formulas of this sheet name it
 */
export function planRegister(
  rows: readonly ExecutionRow[],
  groups: Groups,
  today: string,
  name = REGISTER_NAME,
): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  const last = at("state");
  builder.paragraph(REGISTER_NAME, "title", 0, last);
  builder.paragraph(
    "Все мероприятия дорожных карт. Срок, статус и дата исполнения берутся из дорожных карт формулами: правьте их там. Добавленные строки появятся после повторного составления.",
    "note",
    0,
    last,
  );
  builder.skip();
  const header = builder.header(COLUMNS);
  const body = builder.body(
    COLUMNS,
    rows.map((row, index): PlanCell[] => [
      index + 1,
      row.school ?? MUNICIPAL,
      row.number,
      row.text,
      row.section,
      row.responsible.join(", "),
      dateCell(row, "due"),
      statusCell(row),
      dateCell(row, "fact"),
      { formula: stateFormula(header + 2 + index, today) },
      groups.sections.indexOf(row.section) + 1,
      `;${responsibleFor(row)
        .map((one) => groups.responsible.indexOf(one) + 1)
        .join(";")};`,
      groups.schools.indexOf(row.school ?? MUNICIPAL) + 1,
    ]),
    { oneRowEach: true },
  );
  const plan = builder.plan(
    { id: REGISTER_ID, kind: "register", name, frozenRows: header + 1 },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: REGISTER_NAME },
  );
  if (body === null) return plan;
  const state = `$${letter("state")}${body.top + 1}`;
  const shown: Area = { ...body, right: last };
  return {
    ...plan,
    table: { area: { ...body, top: header }, name: "ШНОР_Реестр" },
    hiddenColumns: [at("sectionKey"), at("responsibleKeys"), at("schoolKey")],
    highlights: [
      { area: shown, formula: `=${state}="${STATE_WORDS.overdue}"`, style: "low" },
      { area: shown, formula: `=${state}="${STATE_WORDS.dueSoon}"`, style: "unsure" },
    ],
    print: { ...plan.print, area: { ...plan.print.area, right: last } },
  };
}
