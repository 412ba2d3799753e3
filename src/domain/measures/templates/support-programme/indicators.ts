import type { DeadlineRule, MeasureSection, Role, Tag } from "../../measure";
import { rows, step } from "../build";

const department: readonly Role[] = ["department"];
const lowSchools = "число школ с низкими результатами";
const allSchools = "число школ муниципалитета";

/** The day by which the figure is taken. */
const on = (day: number, month: number, shift = 0): DeadlineRule => ({ kind: "date", day, month, shift });

/** An indicator: what is counted, of what, and the per cent to reach (null: a list without a figure). */
const share = (
  item: string,
  date: DeadlineRule,
  tags: readonly Tag[],
  of: {
    readonly text: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly target: number | null;
    readonly result: string;
    readonly roles?: readonly Role[];
  },
): ReturnType<typeof step> =>
  step(item, date, of.roles ?? department, ["monitoring", ...tags], {
    text: of.text,
    result: of.result,
    indicator: { numerator: of.numerator, denominator: of.denominator, target: of.target },
  });

/** Section 3 of seed 004: indicators, not measures. 3.5 is its rule of identification. */
export const monitoringSection: MeasureSection = {
  title: "3. Мониторинг",
  tasks: [
    "выявить причины и факторы риска неуспешности школ",
    "выявить профессиональные дефициты педагогов, чтобы построить маршруты повышения квалификации",
    "проследить динамику результатов обучающихся",
    "проследить динамику профессиональной компетентности педагогов",
  ],
  measures: rows("004", [
    share("3.1", on(1, 10), ["partnership"], {
      text: "Доля школ с низкими результатами, ставших сетевыми партнёрами школ с высокими результатами, %",
      numerator: "число школ с низкими результатами, включённых в программы и проекты школ с высокими",
      denominator: lowSchools,
      target: 100,
      result: "Каждая школа с низкими результатами участвует в программах и проектах школы-партнёра (100 %)",
    }),
    share("3.2", on(1, 10), ["pupils"], {
      text: "Доля школ, где создана внутришкольная система профилактики учебной неуспешности, %",
      numerator: "число школ с такой системой",
      denominator: allSchools,
      target: 100,
      result: "Система профилактики создана во всех школах муниципалитета (100 %)",
    }),
    share("3.3", on(1, 10), ["pupils", "support"], {
      text: "Доля слабоуспевающих и неуспевающих обучающихся с индивидуальным образовательным маршрутом, %",
      numerator: "число слабоуспевающих и неуспевающих, у которых есть маршрут",
      denominator: "число слабоуспевающих и неуспевающих",
      target: 100,
      result: "Маршрут разработан каждому слабоуспевающему и неуспевающему (100 %)",
    }),
    share("3.4", on(1, 10), ["pupils", "support"], {
      text: "Доля неуспевающих обучающихся, которые посещают дополнительные занятия для ликвидации отставания, %",
      numerator: "число неуспевающих, посещающих дополнительные занятия",
      denominator: "число неуспевающих",
      target: 100,
      result: "Дополнительные занятия посещают все неуспевающие (100 %)",
    }),
    share(
      "3.5",
      on(1, 11),
      ["analysis", "form:ВПР", "form:ОГЭ", "form:ЕГЭ", "subject:математика", "subject:русский язык"],
      {
        text: "Доля школ, где 30 % и более участников не достигли минимума по русскому языку или математике (ВПР, ОГЭ, ЕГЭ): не менее чем в двух процедурах одного года либо в одной и той же процедуре два года подряд, %",
        numerator: "число школ, отвечающих хотя бы одному из двух условий",
        denominator: allSchools,
        target: null,
        result: "Утверждён перечень таких школ с основаниями для каждой",
      },
    ),
    share(
      "3.6",
      on(15, 10),
      ["analysis", "form:ВПР", "form:ОГЭ", "form:ЕГЭ", "subject:математика", "subject:русский язык"],
      {
        text: "Доля школ с низкими результатами, улучшивших результаты по русскому языку или математике (ВПР, ОГЭ, ЕГЭ), %",
        numerator: "число школ с низкими результатами, где доля не справившихся по предмету снизилась",
        denominator: lowSchools,
        target: null,
        result: "Составлен перечень школ с положительной динамикой по каждому предмету",
      },
    ),
    share("3.7", on(20, 10), ["objectivity"], {
      text: "Доля обучающихся, чьи отметки по предмету подтвердились в оценочных процедурах, %",
      numerator: "число участников, у которых отметка за процедуру совпала с отметкой по журналу",
      denominator: "число участников процедуры",
      target: 100,
      result: "Отметки по журналу подтвердили все участники (100 %)",
    }),
    share("3.8", on(20, 10), ["analysis"], {
      text: "Доля школ, где выявлены риски снижения результатов, %",
      numerator: "число школ с выявленными рисками",
      denominator: allSchools,
      target: null,
      result: "Составлен перечень школ с указанием факторов риска",
    }),
    share("3.9", on(20, 10), ["analysis", "support"], {
      text: "Доля школ, где не ведётся профилактика рисков снижения результатов, %",
      numerator: "число школ, где профилактика не организована",
      denominator: allSchools,
      target: null,
      result: "Составлен перечень школ, которым нужна помощь в организации профилактики",
    }),
    share("3.10", on(20, 10), ["resources", "analysis"], {
      text: "Доля школ, где выявлены ресурсные дефициты, %",
      numerator: "число школ с ресурсными дефицитами",
      denominator: allSchools,
      target: null,
      result: "Составлен перечень школ с указанием недостающих ресурсов",
    }),
    share("3.11", on(10, 1, 1), ["analysis", "form:ВПР", "subject:математика", "subject:русский язык"], {
      text: "Доля школ с низкими результатами, улучшивших результаты ВПР по русскому языку или математике, %",
      numerator: "число школ с низкими результатами, где доля отметок «2» за ВПР по предмету снизилась",
      denominator: "число школ с низкими результатами, писавших ВПР по предмету в оба года",
      target: null,
      result: "Составлен перечень школ с положительной динамикой результатов ВПР",
      roles: ["department", "school"],
    }),
    share("3.12", on(20, 5, 1), ["management", "staff"], {
      text: "Доля школ с низкими результатами, управленческие команды которых прошли стажировку по управлению качеством образования, %",
      numerator: "число школ с низкими результатами, чьи команды прошли стажировку",
      denominator: lowSchools,
      target: 100,
      result: "Стажировку прошли управленческие команды всех школ с низкими результатами (100 %)",
    }),
    share("3.13", on(20, 5, 1), ["staff", "pupils"], {
      text: "Доля школ с низкими результатами, педагоги которых обучены профилактике учебной неуспешности, %",
      numerator: "число школ с низкими результатами, чьи педагоги прошли повышение квалификации",
      denominator: lowSchools,
      target: 100,
      result: "Повышение квалификации прошли педагоги всех школ с низкими результатами (100 %)",
    }),
  ]),
};
