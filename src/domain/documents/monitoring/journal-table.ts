import { procedureTitle } from "../../results/procedure";
import type { JournalComparison } from "../../results/result";
import { formatYear } from "../../results/year";
import { documentName } from "../../schools/name";
import type { PlanCell } from "../../sheet-plan";
import { byName } from "../../text/russian";
import type { BodyColumn, SheetBuilder } from "../builder";

/** Lowered, confirmed, raised: something to look at, no threshold, no verdict (issue D, point 7). */
export function journalTable(builder: SheetBuilder, journal: readonly JournalComparison[]): void {
  const columns: readonly BodyColumn[] = [
    { header: "№", style: "cellCentre" },
    { header: "Школа", style: "cell" },
    { header: "Процедура", style: "cell" },
    { header: "Учебный год", style: "cellCentre" },
    { header: "Участников", style: "number" },
    { header: "Понизили", style: "percent" },
    { header: "Подтвер-дили", style: "percent" },
    { header: "Повысили", style: "percent" },
  ];
  builder.skip().paragraph("Отметки за процедуру и по журналу – обратить внимание", "heading");
  builder.paragraph(
    "Доли участников, у которых отметка за процедуру ниже, равна или выше отметки по журналу. На вывод о школе не влияют, порога для них нет.",
    "note",
  );
  builder.header(columns);
  builder.body(
    columns,
    [...journal]
      .sort((a, b) => b.year - a.year || byName(a.school, b.school))
      .map(({ school, procedure, year, participants, lowered, confirmed, raised }, index): PlanCell[] => [
        index + 1,
        documentName(school),
        procedureTitle(procedure),
        formatYear(year),
        participants,
        ...[lowered, confirmed, raised].map(({ count, share }): PlanCell => {
          if (participants === 0) return "нет данных"; // nobody took part: no share, never 0 %
          if (share !== null) return share;
          return count !== null && participants !== null && participants > 0 ? count / participants : "—";
        }),
      ]),
  );
}
