import type { ExecutionRow } from "../../monitoring/read-roadmap";
import { STATUS_WORDS, STATUSES } from "../../monitoring/status";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";

/** A sheet of the register's kind: lines of work, none of them counted twice. */
export const OCCURRENCES_ID = "register:occurrences";
export const OCCURRENCES_NAME = "Повторяющиеся";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ в плане", style: "cellCentre", width: 9 },
  { header: "Мероприятие", style: "cell", width: 52 },
  { header: "Срок", style: "date", width: 13 },
  { header: "Статус", style: "input", width: 14 },
  { header: "Дата исполнения", style: "inputDate", width: 14 },
  { header: "Документ, комментарий", style: "input", width: 42 },
];

/**
 * Sheet «Повторяющиеся», made on demand and once: a line for every time a recurring measure is to be done, to be marked
 * one by one. The measure itself is counted once, by its row of the roadmap.
 * @returns null where nothing comes more than once
 */
export function planOccurrences(rows: readonly ExecutionRow[], name = OCCURRENCES_NAME): SheetPlan | null {
  const lines = rows
    .filter(({ times }) => times.length > 1)
    .flatMap((row) =>
      row.times.map((day): PlanCell[] => [
        row.number,
        row.school === null ? row.text : `${row.text} (${row.school})`,
        serialOfDate(day),
        STATUSES.notStarted,
        null,
        null,
      ]),
    );
  if (lines.length === 0) return null;
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Повторяющиеся мероприятия: каждый срок отдельно", "title");
  builder.paragraph(
    "Отмечайте каждый срок; в контроле мероприятие считается один раз, по строке дорожной карты.",
    "note",
  );
  builder.skip();
  const header = builder.header(COLUMNS);
  const body = builder.body(COLUMNS, lines, { oneRowEach: true });
  const plan = builder.plan(
    { id: OCCURRENCES_ID, kind: "register", name, frozenRows: header + 1 },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: OCCURRENCES_NAME },
  );
  if (body === null) return plan;
  return {
    ...plan,
    choices: [{ area: { ...body, left: 3, right: 3 }, values: STATUS_WORDS }],
    limits: [{ area: { ...body, left: 4, right: 4 }, kind: "date" }],
  };
}
