import { formatDeadline } from "../../measures/deadline-format";
import type { SheetPlan } from "../../sheet-plan";
import { formatPercent } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { formatSource } from "../reasons";
import { BLANK, requisite } from "../requisites";
import { ended, headSignature } from "./blocks";
import type { PackageContext } from "./context";
import { reportDeadline, schoolPlanDeadline } from "./order-deadlines";
import { lowOnly, RESULT_COLUMNS, resultIds, resultRows } from "./result-rows";
import type { SchoolCase } from "./school-case";
import { schoolReasons } from "./school-reasons";

/** Portrait A4 between its margins holds 97 characters. */
const WIDTHS = [6, 24, 12, 12, 12, 11, 20];
const COLUMNS: readonly BodyColumn[] = [
  ...RESULT_COLUMNS,
  { header: "Лист и ячейки с данными", style: "cellNote" },
];

export const noticeId = (key: string): string => `notice:${key}`;

/** A one-page notice to a school's director: figures with their cells, what they mean, what is to be done by when. */
export function planNotice(school: SchoolCase, name: string, context: PackageContext): SheetPlan {
  const { requisites, analysis } = context;
  const { identification } = analysis;
  const builder = new SheetBuilder(WIDTHS);
  builder
    .paragraph(requisite(requisites, "department"), "body", 0, 3)
    .paragraph(`«____» ______________ 20____ г. № ________`, "body", 0, 3)
    .paragraph(`Руководителю: ${school.name}`, "body", 3)
    .skip()
    .paragraph("УВЕДОМЛЕНИЕ", "title")
    .paragraph("о низких образовательных результатах и плане помощи школе", "heading")
    .skip();
  const order = `${requisite(requisites, "orderDate")} № ${requisite(requisites, "orderNumber")}`;
  builder.paragraph(
    `Сообщаем, что приказом от ${order} школа включена в перечень школ с низкими образовательными результатами. Результат процедуры считается низким, если с ней не справились ${formatPercent(identification.threshold)} участников и более.`,
    "justified",
  );
  for (const text of schoolReasons(school, identification)) builder.paragraph(text, "justified");
  const low = lowOnly(
    school.low.flatMap(({ results }) => results),
    identification.threshold,
    identification.minParticipants,
  );
  if (low.length > 0) {
    builder.skip().paragraph("Низкие результаты школы", "heading");
    builder.header(COLUMNS);
    const rows = resultRows(low, builder.row + 1);
    builder.body(
      COLUMNS,
      rows.map((row, index) => {
        const source = low[index]?.source;
        return [...row, source === undefined ? "" : formatSource(source)];
      }),
      { oneRowEach: true, rowIds: resultIds(low) },
    );
  }
  builder.skip().named("steps").paragraph("Что следует сделать", "heading");
  for (const text of steps(school, context)) builder.paragraph(text, "justified");
  headSignature(builder, requisites);
  return builder.plan(
    { id: noticeId(school.key), kind: "notice", name },
    { orientation: "portrait", footer: `Уведомление: ${school.name}`, fitToPages: { wide: 1, tall: 1 } },
  );
}

function steps(
  { key }: SchoolCase,
  { template, period, directory, requisites, appointments }: PackageContext,
): readonly string[] {
  const { curator = BLANK, mentor = BLANK, partner = BLANK } = appointments.get(key) ?? {};
  const { person, contact } = directory.roles.coordinator ?? {};
  const coordinator = [person ?? requisites.coordinator ?? BLANK, contact ?? `телефон ${BLANK}`].join(", ");
  return [
    `1. Сверить приведённые цифры с данными школы и сообщить координатору о расхождениях в течение пяти рабочих дней.`,
    `2. Доработать дорожную карту школы, проект которой приложен, утвердить её и разместить на сайте: срок – ${ended(formatDeadline(schoolPlanDeadline(template, period), period))}`,
    `3. Назначить в школе ответственного за выполнение дорожной карты и согласовать график работы с куратором.`,
    `4. Передать координатору отчёт о выполнении: срок – ${ended(formatDeadline(reportDeadline(period), period))}`,
    ended(`Куратор школы: ${curator}; наставник: ${mentor}; школа-партнёр: ${partner}`),
    ended(`Муниципальный координатор: ${coordinator}`),
  ];
}
