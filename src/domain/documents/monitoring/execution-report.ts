import { executionText, proposals, rowsOfPeriod, type ReportPeriod } from "../../monitoring/report-text";
import type { ExecutionRow } from "../../monitoring/read-roadmap";
import { responsibleFor } from "../../monitoring/responsible";
import { isDone, stateOf, STATE_WORDS } from "../../monitoring/status";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { formatDate, serialOfDate } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { headSignature } from "../package/blocks";
import { requisite, type Requisites } from "../requisites";

export const EXECUTION_REPORT_ID = "executionReport";
export const EXECUTION_REPORT_NAME = "Отчёт об исполнении";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ в плане", style: "cellCentre", width: 9 },
  { header: "Мероприятие", style: "cell", width: 48 },
  { header: "Срок", style: "date", width: 13 },
  { header: "Состояние", style: "cell", width: 22 },
  { header: "Дата исполнения", style: "date", width: 13 },
  { header: "Результат, документ, комментарий", style: "cell", width: 42 },
];

/**
 * Sheet «Отчёт об исполнении»: what was held in a period, deadlines kept and missed, results, changes proposed, as a
 * whole and by responsible (seed 003, monitoring; seed 004, 4.3). The text is drafted from the figures of the day.
 */
export function planExecutionReport(
  rows: readonly ExecutionRow[],
  responsible: readonly string[],
  period: ReportPeriod,
  requisites: Requisites,
  name = EXECUTION_REPORT_NAME,
): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Отчёт об исполнении дорожной карты", "title");
  builder.paragraph(requisite(requisites, "municipalityGenitive"), "heading");
  builder.paragraph(`за период с ${formatDate(period.from)} по ${formatDate(period.today)}`, "heading");
  builder.skip().paragraph("1. Общие итоги", "heading").paragraph(executionText(rows, period), "justified");
  builder.skip().paragraph("2. Исполнение по ответственным", "heading");
  for (const one of responsible) {
    const own = rows.filter((row) => responsibleFor(row).includes(one));
    const { planned, earlier, early, undated } = rowsOfPeriod(own, period);
    const listed = [...earlier, ...planned, ...early, ...undated];
    builder.skip().paragraph(one, "section").paragraph(executionText(own, period), "justified");
    if (listed.length === 0) continue;
    builder.header(COLUMNS);
    builder.body(
      COLUMNS,
      listed.map((row) => line(row, period.today)),
    );
  }
  builder.skip().paragraph("3. Предложения по изменению дорожной карты", "heading");
  const changes = proposals(rows, period.today);
  if (changes.length === 0) builder.paragraph("Предложений нет.", "justified");
  changes.forEach((text, index) => builder.paragraph(`${index + 1}. ${text}`, "justified"));
  headSignature(builder, requisites);
  return builder.plan(
    { id: EXECUTION_REPORT_ID, kind: "executionReport", name },
    { orientation: "landscape", footer: EXECUTION_REPORT_NAME },
  );
}

function line(row: ExecutionRow, today: string): PlanCell[] {
  const date = (iso: string | null): PlanCell => (iso === null ? "—" : serialOfDate(iso));
  // the roadmap's result is what is expected: only what is done has it
  const result = isDone(row.status) ? row.result : "";
  const notes = [result, row.document, row.comment].filter((text) => text !== "");
  return [
    row.number,
    row.school === null ? row.text : `${row.text} (${row.school})`,
    date(row.due),
    STATE_WORDS[stateOf({ ...row, today })],
    date(row.fact),
    notes.join("; "),
  ];
}
