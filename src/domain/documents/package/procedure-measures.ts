import { allSchoolYear, month, monthList, until, type DeadlineRule } from "../../measures/deadline-rule";
import { SMALL_GROUP } from "../../identification/rules";
import type { Form } from "../../results/procedure";
import { formatYear } from "../../results/year";
import { formatPercent, joinRussian } from "../../text/russian";
import type { LowProcedure } from "./school-case";
import type { Audience, SchoolMeasure } from "./school-measure";
import { subjectWords, topicsOf } from "./subject-words";

/** Low procedures of one form and subject: one set of measures serves all their classes. */
interface Slots {
  /** «ВПР математика 5» и «ВПР математика 6». */
  readonly titles: string;
  readonly genitive: string;
  readonly dative: string;
  /** «5 и 6 классов», «в 5 и 6 классах»; the class of the examination otherwise. */
  readonly ofClasses: string;
  readonly inClasses: string;
  readonly topics: string;
  readonly threshold: string;
  /** Some group was small: everybody is worked with alone. */
  readonly small: boolean;
}

interface Row {
  readonly audience: Audience;
  readonly deadline: DeadlineRule;
  readonly text: (slots: Slots) => string;
  readonly result: (slots: Slots) => string;
  readonly responsible: (slots: Slots) => string;
}

const teachers = ({ genitive }: Slots): string => `Учителя ${genitive}`;
const deputy = (): string => "Заместитель директора по учебной работе";

const lessons = ({ small }: Slots): string =>
  small ? "занятия по индивидуальным планам" : "дополнительные занятия в малых группах";

/** Measures of the school by kind of procedure, in our words; the table of the tests names every kind. */
const ROWS: Readonly<Record<Form | "профильная", readonly Row[]>> = {
  ВПР: [
    {
      audience: "staff",
      deadline: month(9, 10),
      text: ({ titles, genitive }) =>
        `Разобрать с учителями ${genitive} выполнение каждого задания работ ${titles}, выделить задания, с которыми обучающиеся не справились, и назвать причины ошибок`,
      result: () => "Справка с перечнем заданий и причин по классам; протокол методического объединения",
      responsible: ({ genitive }) => `Заместитель директора по учебной работе, учителя ${genitive}`,
    },
    {
      audience: "staff",
      deadline: month(10),
      text: ({ dative, ofClasses, topics }) =>
        `Предусмотреть в рабочих программах по ${dative} для ${ofClasses} повторение слабо усвоенного: ${topics}`,
      result: () => "Изменения в рабочих программах утверждены; часы на повторение видны в журнале",
      responsible: teachers,
    },
    {
      audience: "pupils",
      deadline: month(10, 4),
      text: (slots) =>
        `Вести с обучающимися, получившими «2» за ВПР по ${slots.dative} ${slots.inClasses}, ${lessons(slots)} с проверочной работой в начале и в конце`,
      result: ({ threshold }) =>
        `Расписание и журнал занятий; с заключительной работой не справилось меньше ${threshold} участников`,
      responsible: teachers,
    },
  ],
  ОГЭ: [
    {
      audience: "staff",
      deadline: month(9, 10),
      text: ({ titles, genitive }) =>
        `Разобрать с учителями ${genitive} итоги экзамена ${titles} по заданиям и определить, чего не хватило выпускникам до минимального балла`,
      result: () => "Перечень заданий и тем; план повторения до конца учебного года",
      responsible: ({ genitive }) => `Заместитель директора по учебной работе, учителя ${genitive}`,
    },
    {
      audience: "staff",
      deadline: month(11, 3),
      text: ({ genitive, topics }) =>
        `Посетить уроки ${genitive} в 8 и 9 классах и проверить, как учителя повторяют трудные разделы: ${topics}`,
      result: () => "Листы посещения не менее шести уроков; рекомендации каждому учителю",
      responsible: deputy,
    },
    {
      audience: "pupils",
      deadline: monthList(11, 2, 4),
      text: (slots) =>
        `Провести в 9 классе три диагностические работы в форме ОГЭ по ${slots.dative}; для тех, кто не набрал минимальный балл, вести ${lessons(slots)}`,
      result: ({ threshold }) =>
        `Итоги каждой работы по заданиям; в апреле минимальный балл не набрали меньше ${threshold} участников`,
      responsible: teachers,
    },
  ],
  ЕГЭ: [
    {
      audience: "staff",
      deadline: month(9, 10),
      text: ({ titles, genitive }) =>
        `Разобрать с учителями ${genitive} итоги экзамена ${titles}: какие задания не выполнены, на каких темах потерян минимальный балл`,
      result: () => "Перечень заданий и тем; план повторения в 10 и 11 классах",
      responsible: ({ genitive }) => `Заместитель директора по учебной работе, учителя ${genitive}`,
    },
    {
      audience: "pupils",
      deadline: monthList(11, 2, 4),
      text: (slots) =>
        `Провести в 11 классе три пробные работы «${slots.titles.replace(/[«»]/g, "")}» и вести для тех, кто не набрал минимальный балл, ${lessons(slots)}: ${slots.topics}`,
      result: ({ threshold }) =>
        `Итоги каждой работы по заданиям; в апреле минимальный балл не набрали меньше ${threshold} участников`,
      responsible: teachers,
    },
  ],
  профильная: [
    {
      audience: "pupils",
      deadline: until(20, 1),
      text: ({ titles }) =>
        `Проверить, осознанно ли выпускники выбрали экзамен ${titles}: провести пробную работу, обсудить её итог с каждым и помочь выбрать уровень до подачи заявлений`,
      result: () => "Итоги пробной работы; уровень экзамена уточнён в заявлениях каждого выпускника",
      responsible: () => "Классные руководители, учителя математики",
    },
  ],
};

/** With parents the school speaks once of all subjects of a form. */
const PARENTS: Readonly<
  Record<
    Form,
    {
      readonly text: (subjects: string, ofClasses: string) => string;
      readonly result: string;
      readonly deadline: DeadlineRule;
    }
  >
> = {
  ВПР: {
    deadline: month(10, 11),
    text: (subjects, ofClasses) =>
      `Обсудить с родителями обучающихся, писавших ВПР по программе ${ofClasses}, итоги по ${subjects} и объяснить, как школа поможет детям и что можно делать дома`,
    result: "Протоколы собраний; памятка для родителей на сайте школы",
  },
  ОГЭ: {
    deadline: monthList(12, 3),
    text: (subjects) =>
      `Познакомить родителей девятиклассников с итогами диагностических работ по ${subjects}, порядком ОГЭ и расписанием консультаций`,
    result: "Протоколы двух собраний; родители тех, кто не набрал минимальный балл, приглашены лично",
  },
  ЕГЭ: {
    deadline: monthList(12, 3),
    text: (subjects) =>
      `Познакомить родителей одиннадцатиклассников с итогами пробных работ по ${subjects}, порядком ЕГЭ и расписанием консультаций`,
    result: "Протоколы двух собраний; родители тех, кто не набрал минимальный балл, приглашены лично",
  },
};

const quoted = (low: readonly LowProcedure[]): string => joinRussian(low.map(({ title }) => `«${title}»`));
const basisOf = (low: readonly LowProcedure[]): string => low.map(({ title }) => title).join("; ");

/** «5 и 6 классов», «в 5 и 6 классах». */
function classWords(low: readonly LowProcedure[]): Pick<Slots, "ofClasses" | "inClasses"> {
  const form = low[0]?.procedure.form;
  const known = [...new Set(low.flatMap(({ procedure: { grade } }) => (grade === undefined ? [] : [grade])))];
  const grades = form === "ОГЭ" ? [9] : form === "ЕГЭ" ? [11] : known.sort((a, b) => a - b);
  if (grades.length === 0) return { ofClasses: "этих классов", inClasses: "в этих классах" };
  const list = joinRussian(grades.map(String));
  return grades.length === 1
    ? { ofClasses: `${list} класса`, inClasses: `в ${list} классе` }
    : { ofClasses: `${list} классов`, inClasses: `в ${list} классах` };
}

function slotsOf(low: readonly LowProcedure[], threshold: number): Slots {
  const [first] = low;
  const { form, subject } = first?.procedure ?? { form: "ВПР", subject: "" };
  return {
    titles: quoted(low),
    ...subjectWords(subject),
    ...classWords(low),
    topics: topicsOf(form, subject),
    threshold: formatPercent(threshold),
    small: low.some(({ results }) =>
      results.some(({ participants }) => participants !== null && participants < SMALL_GROUP),
    ),
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/**
 * What a school does about its low procedures: with teachers, pupils and parents, by form and subject. Procedures low
 * in the year in view only in the past are checked once; those low in both years go before the pedagogical council.
 * Every low procedure is named in the text of at least one measure.
 */
export function procedureMeasures(low: readonly LowProcedure[], threshold: number): readonly SchoolMeasure[] {
  const current = low.filter((one) => one.current);
  return [
    ...repeated(low),
    ...groupBy(current, ({ procedure: { form, subject } }) => `${form} ${subject}`).flatMap((group) =>
      ofGroup(group, threshold),
    ),
    ...former(low.filter((one) => !one.current)),
    ...withParents(current),
  ];
}

function ofGroup(group: readonly LowProcedure[], threshold: number): SchoolMeasure[] {
  const slots = slotsOf(group, threshold);
  const { form, subject } = group[0]?.procedure ?? { form: "ВПР", subject: "" };
  const rows = [...ROWS[form], ...(subject.endsWith("профильная") ? ROWS.профильная : [])];
  return rows.map(({ audience, deadline, text, result, responsible }) => ({
    audience,
    deadline,
    text: text(slots),
    result: result(slots),
    responsible: responsible(slots),
    basis: basisOf(group),
  }));
}

function repeated(low: readonly LowProcedure[]): SchoolMeasure[] {
  const again = low.filter(({ results }) => results.length > 1);
  if (again.length === 0) return [];
  const years = [...new Set(again.flatMap(({ results }) => results.map(({ year }) => year)))].sort();
  return [
    {
      audience: "management",
      deadline: month(9, 10),
      text: `Рассмотреть на педагогическом совете, почему результат ${quoted(again)} остаётся низким (${joinRussian(years.map(formatYear))}), и решить, что изменить в расстановке учителей, учебном плане и контроле`,
      result: "Решение педагогического совета с мерами, сроками и ответственными",
      responsible: "Директор школы",
      basis: basisOf(again),
    },
  ];
}

function former(low: readonly LowProcedure[]): SchoolMeasure[] {
  if (low.length === 0) return [];
  const years = [...new Set(low.flatMap(({ results }) => results.map(({ year }) => year)))].sort();
  return [
    {
      audience: "management",
      deadline: month(12),
      text: `Проверить контрольными работами, преодолено ли отставание, из-за которого был низким результат ${quoted(low)} (${joinRussian(years.map(formatYear))})`,
      result: "Справка об итогах работ по классам; решение, нужны ли дополнительные занятия",
      responsible: "Заместитель директора по учебной работе",
      basis: basisOf(low),
    },
  ];
}

function withParents(low: readonly LowProcedure[]): SchoolMeasure[] {
  return groupBy(low, ({ procedure: { form } }) => form).flatMap((group) => {
    const form = group[0]?.procedure.form;
    if (form === undefined) return [];
    const subjects = joinRussian([
      ...new Set(group.map(({ procedure: { subject } }) => subjectWords(subject).dative)),
    ]);
    const { text, result, deadline } = PARENTS[form];
    return [
      {
        audience: "parents" as const,
        deadline,
        text: text(subjects, classWords(group).ofClasses),
        result,
        responsible: "Классные руководители, заместитель директора",
        basis: basisOf(group),
      },
    ];
  });
}

/** Kept for a school that was added by hand and has no low result of its own. */
export const generalMeasures: readonly SchoolMeasure[] = [
  {
    audience: "pupils",
    deadline: allSchoolYear,
    text: "Выявить обучающихся, которым трудно учиться, составить для них планы помощи и каждую четверть смотреть, что изменилось",
    result: "Планы помощи; справка о продвижении за каждую четверть без имён",
    responsible: "Заместитель директора, педагог-психолог",
    basis: "Решение о включении в перечень",
  },
  {
    audience: "parents",
    deadline: allSchoolYear,
    text: "Встречаться с семьями, которым нужна поддержка, и предлагать им помощь школы и служб муниципалитета",
    result: "График встреч; сведения о предложенной помощи без имён",
    responsible: "Классные руководители, социальный педагог",
    basis: "Решение о включении в перечень",
  },
];
