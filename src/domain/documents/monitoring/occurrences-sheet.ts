import type { ExecutionRow } from "../../monitoring/read-roadmap";
import { MUNICIPAL_LEVEL, OCCURRENCE_HEADERS } from "../../monitoring/read-occurrences";
import { STATUS_WORDS, STATUSES } from "../../monitoring/status";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";

/** A sheet of the register's kind: lines of work, none of them counted twice. */
export const OCCURRENCES_ID = "register:occurrences";
const OCCURRENCES_NAME = "Повторяющиеся";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: OCCURRENCE_HEADERS.number, style: "cellCentre", width: 9 },
  { header: OCCURRENCE_HEADERS.measure, style: "cell", width: 52 },
  { header: OCCURRENCE_HEADERS.due, style: "date", width: 13 },
  { header: OCCURRENCE_HEADERS.status, style: "input", width: 14 },
  { header: OCCURRENCE_HEADERS.fact, style: "inputDate", width: 14 },
  { header: OCCURRENCE_HEADERS.document, style: "input", width: 36 },
  { header: OCCURRENCE_HEADERS.school, style: "cell", width: 20 },
];

/**
 * Sheet «Повторяющиеся», made on demand and once: a line for every time a recurring measure is to be done, to be marked
 * one by one. From the first mark on they count in place of the measure's row of the roadmap.
 * @returns null where nothing comes more than once
 */
export function planOccurrences(rows: readonly ExecutionRow[], name = OCCURRENCES_NAME): SheetPlan | null {
  const lines = rows
    .filter(({ times }) => times.length > 1)
    .flatMap((row) =>
      row.times.map((day): PlanCell[] => [
        row.number,
        row.text,
        serialOfDate(day),
        STATUSES.notStarted,
        null,
        null,
        row.school ?? MUNICIPAL_LEVEL,
      ]),
    );
  if (lines.length === 0) return null;
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Повторяющиеся мероприятия: каждый срок отдельно", "title");
  builder.paragraph(
    "Отмечайте каждый срок. Как только отмечен хотя бы один срок мероприятия, в контроле и отчёте считаются эти строки, а не строка дорожной карты.",
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
