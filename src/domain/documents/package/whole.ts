import { CHECKS_ID, CHECKS_NAME } from "../checks-sheet";
import { DECISIONS_ID, DECISIONS_NAME } from "../decisions";
import { forDocuments, planPackage } from "../package";
import { REGISTRY_ID, REGISTRY_NAME } from "../registry-sheet";
import { REQUISITES_ID, REQUISITES_NAME } from "../requisites";
import type { SheetPlan } from "../../sheet-plan";
import { APPOINTMENTS_ID } from "./appointments";
import { APPOINTMENTS_NAME, planAppointments } from "./appointments-sheet";
import { planContents, type ContentsLine } from "./contents-sheet";
import { packageContext, type ContextInput, type PackageContext } from "./context";
import { DIRECTORY_ID, DIRECTORY_NAME } from "./directory-sheet";
import { noticeId, planNotice } from "./notice-sheet";
import { LIST_ID, LIST_NAME, ORDER_ID, ORDER_NAME, planList, planOrder } from "./order-sheet";
import { planSchoolSheet, schoolRoadmapId } from "./school-sheet";
import { sheetNames } from "./short-name";
import { own } from "../../text/own";

export { planDirectory } from "./directory-sheet";

/**
 * Every document of the package (issue C, point 5), in the order in which the sheets stand. Where the group is empty
 * there is nothing to order or to appoint: only contents, roadmap, list and results are made.
 */
export function planWholePackage(input: ContextInput): readonly SheetPlan[] {
  const context = packageContext({ ...input, analysis: forDocuments(input.analysis) });
  const { cases, roleNames } = context;
  const [roadmap, ...lists] = planPackage({
    ...input,
    roleNames,
    ...(cases.length === 0 ? {} : { annex: 1 }),
  });
  if (cases.length === 0) {
    const plans = [...(roadmap === undefined ? [] : [roadmap]), ...lists];
    return [planContents(contents(context, plans), context), ...plans];
  }
  const names = cases.map(({ name }) => name);
  const roadmapNames = sheetNames(names, "");
  const noticeNames = sheetNames(names, "Увед. ");
  const plans = [
    planOrder(context),
    ...(roadmap === undefined ? [] : [roadmap]),
    planList(context),
    planAppointments(context),
    ...cases.map((school, index) => planSchoolSheet(school, roadmapNames[index] ?? school.name, context)),
    ...cases.map((school, index) => planNotice(school, noticeNames[index] ?? school.name, context)),
    ...lists,
  ];
  return [planContents(contents(context, plans), context), ...plans];
}

const ABOUT: Readonly<Record<string, readonly [string, string]>> = {
  [ORDER_ID]: [
    ORDER_NAME,
    "Приказ органа управления образованием: основания, пункты, ознакомление руководителей",
  ],
  [LIST_ID]: [LIST_NAME, "Приложение 2 к приказу: школы и основания включения"],
  [APPOINTMENTS_ID]: [
    APPOINTMENTS_NAME,
    "Приложение 3 к приказу: кураторы, наставники, школы-партнёры; ячейки можно править",
  ],
  lowSchools: ["ШНОР", "Перечень с причинами и ячейками исходных данных, остальные школы"],
  results: ["Результаты", "Все прочитанные результаты с долями и ссылками на исходные ячейки"],
};

function contents(
  { cases, template }: PackageContext,
  plans: readonly SheetPlan[],
): readonly { readonly title: string; readonly lines: readonly ContentsLine[] }[] {
  const made = (ids: readonly string[]): ContentsLine[] =>
    plans
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }): ContentsLine => {
        const [title, about] = own(ABOUT, id) ?? [name, `Приложение 1 к приказу: ${template.name}`];
        return { sheetId: id, title, about };
      });
  const perSchool = (id: (key: string) => string, about: string): ContentsLine[] =>
    cases.map(({ key, name }) => ({ sheetId: id(key), title: name, about }));
  return [
    {
      title: "Приказ и приложения",
      lines: made([ORDER_ID, `roadmap:${template.id}`, LIST_ID, APPOINTMENTS_ID]),
    },
    {
      title: "Дорожные карты школ",
      lines: perSchool(schoolRoadmapId, "Результаты школы, причины, мероприятия, подписи"),
    },
    {
      title: "Уведомления руководителям",
      lines: perSchool(noticeId, "Одна страница: цифры, выводы, что сделать"),
    },
    {
      title: "Данные",
      lines: [
        ...made(["lowSchools", "results"]),
        {
          sheetId: CHECKS_ID,
          title: CHECKS_NAME,
          about: "Замечания к данным: ячейка, что не так, что сделать",
        },
      ],
    },
    {
      title: "Заполняет пользователь",
      lines: [
        {
          sheetId: REQUISITES_ID,
          title: REQUISITES_NAME,
          about: "Названия, руководитель, номер и дата приказа",
        },
        {
          sheetId: DIRECTORY_ID,
          title: DIRECTORY_NAME,
          about: "Названия ролей, лица, столбцы дорожной карты",
        },
        { sheetId: REGISTRY_ID, title: REGISTRY_NAME, about: "Названия, коды, филиалы, исключения" },
        { sheetId: DECISIONS_ID, title: DECISIONS_NAME, about: "Школы, включённые или исключённые решением" },
      ],
    },
  ];
}
