import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { formatPeriod } from "../../measures/period";
import { SheetBuilder, type BodyColumn } from "../builder";
import { BLANK, requisite } from "../requisites";
import { annexHeading, headSignature, schoolIds } from "./blocks";
import { APPOINTMENT_COLUMNS, APPOINTMENTS_ID, typedWords } from "./appointments";
import type { PackageContext } from "./context";

export const APPOINTMENTS_NAME = "Назначения";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ п/п", style: "cellCentre", width: 6 },
  { header: "Школа", style: "cell", width: 27 },
  { header: "Низкие результаты", style: "cell", width: 21 },
  { header: "Куратор", style: "input", width: 22 },
  { header: "Наставник", style: "input", width: 22 },
  { header: "Школа-партнёр", style: "input", width: 24 },
  { header: "Результаты школы-партнёра", style: "cell", width: 26 },
  { header: "Код школы", style: "cellNote", width: 10 },
  { header: "Вписано", style: "cellNote", width: 10 },
];
const LAST_PRINTED = 6;
const HINT =
  "Светлые ячейки можно править: вписанное войдёт в документы при следующем обновлении. Партнёр предложен по данным: эта школа не в перечне и показала лучшие результаты в тех же процедурах.";

/** Sheet «Назначения», annex 3 of the order: school ↔ curator ↔ mentor ↔ partner school. */
export function planAppointments({ cases, appointments, requisites, period }: PackageContext): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph(HINT, "note", 0, LAST_PRINTED); // above what is printed
  annexHeading(builder, requisites, 3, LAST_PRINTED - 1, LAST_PRINTED);
  const place = requisite(requisites, "municipalityGenitive");
  builder
    .skip()
    .paragraph("Кураторы, наставники и школы-партнёры", "title", 0, LAST_PRINTED)
    .paragraph(`${place}, ${formatPeriod(period)}`, "heading", 0, LAST_PRINTED)
    .skip();
  const header = builder.header(COLUMNS);
  builder.body(
    COLUMNS,
    cases.map(({ key, name, low }, index): PlanCell[] => {
      const { curator, mentor, partner, why, typed } = appointments.get(key) ?? {
        curator: BLANK,
        mentor: BLANK,
        partner: BLANK,
        why: "",
        typed: [],
      };
      const titles = low.map(({ title }) => title).join(";\n");
      return [index + 1, name, titles || "—", curator, mentor, partner, why || "—", key, typedWords(typed)];
    }),
    { oneRowEach: true, rowIds: schoolIds(cases) },
  );
  headSignature(builder, requisites, LAST_PRINTED);
  return builder.plan(
    {
      id: APPOINTMENTS_ID,
      kind: "appointments",
      name: APPOINTMENTS_NAME,
      frozenRows: header + 1,
      hiddenColumns: [APPOINTMENT_COLUMNS.key, APPOINTMENT_COLUMNS.typed],
    },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: APPOINTMENTS_NAME },
    { top: 1, right: LAST_PRINTED },
  );
}
