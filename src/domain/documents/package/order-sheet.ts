import { formatDeadline } from "../../measures/deadline-format";
import type { DeadlineRule } from "../../measures/measure";
import { formatPeriod } from "../../measures/period";
import { formatYear } from "../../results/year";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { counted, formatDate, formatPercent, joinRussian } from "../../text/russian";
import { SheetBuilder, type BodyColumn } from "../builder";
import { pageHeight } from "../pages";
import { BLANK, requisite } from "../requisites";
import { annexHeading, ended, headSignature, schoolIds } from "./blocks";
import type { PackageContext } from "./context";
import { reportDeadline, schoolPlanDeadline } from "./order-deadlines";
import { schoolReasons } from "./school-reasons";

export const ORDER_ID = "order";
export const ORDER_NAME = "Приказ";
export const LIST_ID = "order:list";
export const LIST_NAME = "Перечень школ";

/** Portrait A4 between its margins holds 97 characters. */
const WIDTHS = [7, 46, 24, 20];

/** The order of the department: grounds, clauses, signature, acquaintance of the directors. */
export function planOrder(context: PackageContext): SheetPlan {
  const { requisites, period, cases } = context;
  const builder = new SheetBuilder(WIDTHS);
  const place = requisite(requisites, "municipalityGenitive");
  builder
    .paragraph(requisite(requisites, "department"), "heading")
    .skip()
    .paragraph("ПРИКАЗ", "title")
    .skip()
    .pairs([
      { text: requisite(requisites, "orderDate"), style: "body", left: 0, right: 1 },
      { text: `№ ${requisite(requisites, "orderNumber")}`, style: "body", left: 2, right: 3 },
    ])
    .named("place")
    .paragraph(requisite(requisites, "orderPlace"), "heading")
    .skip()
    .paragraph(
      `О поддержке школ с низкими образовательными результатами (${place}, ${formatPeriod(period)})`,
      "heading",
    )
    .skip();
  builder.named("grounds");
  for (const text of grounds(context)) builder.paragraph(text, "justified");
  builder.skip().named("clauses").paragraph("ПРИКАЗЫВАЮ:", "body");
  for (const text of clauses(context)) builder.paragraph(text, "justified");
  headSignature(builder, requisites);
  // a page of its own where the order fills one; what goes over to the second page leaves room for it there
  const ownPage = builder.height <= pageHeight("portrait", 0);
  const acquainted = builder.skip(2).row;
  builder.named("acquainted").paragraph("С приказом ознакомлены:", "body").tied();
  const columns: readonly BodyColumn[] = [
    { header: "№ п/п", style: "cellCentre" },
    { header: "Школа", style: "cell" },
    { header: "Руководитель (подпись, фамилия)", style: "cell" },
    { header: "Дата", style: "cell" },
  ];
  builder.header(columns);
  builder.body(
    columns,
    cases.map(({ name }, index): PlanCell[] => [index + 1, name, null, null]),
    { rowIds: schoolIds(cases) },
  );
  return builder.plan(
    { id: ORDER_ID, kind: "order", name: ORDER_NAME },
    {
      orientation: "portrait",
      footer: "Приказ о поддержке школ с низкими образовательными результатами",
      ...(ownPage ? { breaks: [acquainted] } : {}),
    },
    {},
  );
}

/** Which results, under which rule, and what was decided by hand. */
function grounds({ analysis, cases, requisites }: PackageContext): readonly string[] {
  const { identification, group } = analysis;
  const { year, yearBefore, procedures, rule, threshold } = identification;
  const years = [yearBefore, year].flatMap((one) => (one === null ? [] : [formatYear(one)]));
  const computed = cases.filter(({ verdict }) => verdict?.status === "low").length;
  const decided = (
    verb: string,
    items: readonly { school: string; ground: string; date: string | null }[],
  ): string[] =>
    items.map(
      ({ school, ground, date }) =>
        `${verb} решением${date === null ? "" : ` от ${formatDate(date)}`}: ${school} (${ground || "основание не указано"}).`,
    );
  return [
    `На основании ${requisites.orderGround ?? `${BLANK} (вид документа, дата, номер, название)`} и по итогам анализа результатов оценочных процедур за ${joinRussian(years)} ${years.length === 1 ? "учебный год" : "учебные годы"} (${procedures.join("; ")}) определён перечень школ с низкими образовательными результатами.`,
    `Правило выявления: ${lowerFirst(rule.name)}; низким считается результат, при котором не справились ${formatPercent(threshold)} участников и более. По расчёту в перечень вошло: ${counted(computed, "школа", "школы", "школ")}.`,
    ...decided("Включена", group.added),
    ...decided("Исключена", group.removed),
    "Чтобы помочь этим школам повысить качество образования,",
  ];
}

function clauses({
  cases,
  template,
  requisites,
  directory,
  period,
  roleNames,
}: PackageContext): readonly string[] {
  const { person } = directory.roles.coordinator ?? {};
  const coordinator = person ?? requisites.coordinator ?? `${BLANK} (должность, фамилия, инициалы)`;
  const due = (rule: DeadlineRule): string => ended(formatDeadline(rule, period));
  const centre = roleNames.methodCentre ?? requisites.methodCentre ?? "Методическая служба";
  return [
    `1. Утвердить документ «${template.title.replace(/[«»]/g, "")}» на ${formatPeriod(period)} (приложение 1).`,
    `2. Утвердить перечень школ с низкими образовательными результатами: ${counted(cases.length, "школа", "школы", "школ")} (приложение 2).`,
    ended(`3. Назначить муниципального координатора: ${coordinator}`),
    "4. Назначить каждой школе перечня куратора и наставника и закрепить за ней школу-партнёра (приложение 3).",
    "5. Муниципальному координатору:",
    "5.1. Организовать выполнение дорожной карты и следить за сроками её мероприятий.",
    "5.2. Довести до каждой школы её результаты и проект школьной дорожной карты в течение десяти рабочих дней со дня подписания приказа.",
    `5.3. Представить отчёт о выполнении дорожной карты с предложениями на следующий период. Срок: ${due(reportDeadline(period))}`,
    "6. Кураторам школ помогать в разработке школьных дорожных карт, бывать в закреплённых школах не реже раза в месяц, сообщать координатору о трудностях.",
    "7. Руководителям школ, вошедших в перечень:",
    `7.1. Разработать школьную дорожную карту, согласовать её с куратором и утвердить. Срок: ${due(schoolPlanDeadline(template, period))}`,
    "7.2. Назначить приказом по школе ответственного за её выполнение и разместить её на сайте школы.",
    `7.3. Передать координатору отчёт о её выполнении. Срок: ${due(reportDeadline(period))}`,
    `8. ${upperFirst(centre)}: оказывать школам перечня методическую помощь по графику, согласованному с координатором.`,
    "9. Разместить приказ на официальном сайте в течение трёх рабочих дней.",
    "10. Контроль за исполнением приказа оставляю за собой.",
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const LIST_COLUMNS: readonly BodyColumn[] = [
  { header: "№ п/п", style: "cellCentre" },
  { header: "Школа", style: "cell" },
  { header: "Как включена", style: "cell" },
  { header: "Основание", style: "cell" },
];

/** Annex 2 of the order: the schools, each with what it is in the list for. */
export function planList({ cases, analysis, requisites, period }: PackageContext): SheetPlan {
  const builder = new SheetBuilder([6, 27, 14, 50]);
  annexHeading(builder, requisites, 2, 2);
  builder
    .skip()
    .paragraph("Перечень школ с низкими образовательными результатами", "title")
    .paragraph(`${requisite(requisites, "municipalityGenitive")}, ${formatPeriod(period)}`, "heading")
    .skip();
  const header = builder.header(LIST_COLUMNS);
  builder.body(
    LIST_COLUMNS,
    cases.map((school, index): PlanCell[] => [
      index + 1,
      school.name,
      [
        ...(school.verdict?.status === "low" ? ["по расчёту"] : []),
        ...(school.added === null ? [] : ["решением"]),
      ].join(" и "),
      schoolReasons(school, analysis.identification).join("\n"),
    ]),
    { rowIds: schoolIds(cases) },
  );
  headSignature(builder, requisites);
  return builder.plan(
    { id: LIST_ID, kind: "order", name: LIST_NAME },
    { orientation: "portrait", titleRows: { from: header, to: header }, footer: LIST_NAME },
    {},
  );
}
