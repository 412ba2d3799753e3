import { until } from "../../measures/deadline-rule";
import type { Measure, Role, RoadmapTemplate, Tag } from "../../measures/measure";
import { formatRoles } from "../../measures/roles";
import { generalMeasures, procedureMeasures } from "./procedure-measures";
import type { LowProcedure, SchoolCase } from "./school-case";
import { AUDIENCES, type Audience, type SchoolMeasure } from "./school-measure";
import { SCHOOL_WORDING } from "./school-wording";
import { own } from "../../text/own";

/** Roles as one school's roadmap calls them. */
const IN_SCHOOL: Readonly<Partial<Record<Role, string>>> = {
  school: "администрация школы",
  schoolHead: "директор школы",
  curator: "куратор школы",
  mentor: "наставник",
  tutor: "тьюторы",
  partnerSchool: "школа-партнёр",
};

export interface ChoiceInput {
  readonly template: RoadmapTemplate;
  readonly school: SchoolCase;
  /** Per cent, inclusive. */
  readonly threshold: number;
  /** The department's own names of roles. */
  readonly roleNames: Readonly<Partial<Record<Role, string>>>;
}

/** A section of a school's plan: measures for one audience. */
export interface SchoolSection {
  readonly title: string;
  readonly measures: readonly SchoolMeasure[];
}

/**
 * The measures of a school's roadmap, chosen by its reasons: what follows from its low procedures, the template's
 * measures of the school's level, and the municipal ones whose form or subject is that of a low procedure.
 */
export function chooseMeasures(input: ChoiceInput): readonly SchoolSection[] {
  const { template, school, threshold } = input;
  const all = template.sections.flatMap(({ measures }) => measures);
  const chosen = [
    ...procedureMeasures(school.low, threshold),
    ...(school.low.length === 0 ? generalMeasures : []),
    ...all.flatMap((measure) => fromTemplate(measure, input)),
    report(input),
  ];
  return (Object.keys(AUDIENCES) as Audience[]).flatMap((audience) => {
    const measures = chosen.filter((measure) => measure.audience === audience);
    return measures.length === 0 ? [] : [{ title: AUDIENCES[audience], measures }];
  });
}

function fromTemplate(measure: Measure, input: ChoiceInput): SchoolMeasure[] {
  const { low } = input.school;
  if (measure.indicator !== undefined) return [];
  const bound = measure.tags.filter((tag) => tag.startsWith("form:") || tag.startsWith("subject:"));
  const reasons = low.filter((one) => concerns(bound, one));
  if (measure.level === "school") {
    const wording = own(SCHOOL_WORDING, measure.origin);
    if (wording === undefined || (bound.length > 0 && reasons.length === 0)) return [];
    return [
      {
        ...wording,
        deadline: measure.deadline,
        responsible: responsible(measure, input),
        basis: `Пункт ${measure.number} муниципальной дорожной карты`,
      },
    ];
  }
  if (bound.length === 0 || reasons.length === 0) return [];
  const takesPart = measure.tags.includes("staff") || measure.roles.some((role) => ITSELF.includes(role));
  const inner = measure.text.replace(/«([^»]*)»/g, "„$1“");
  return [
    {
      audience: measure.tags.includes("staff") ? "staff" : "management",
      text: takesPart
        ? `Участвовать в выполнении пункта ${measure.number} муниципальной дорожной карты: «${inner}»`
        : `Применить в школе итоги пункта ${measure.number} муниципальной дорожной карты: «${inner}»`,
      deadline: measure.deadline,
      responsible: takesPart ? responsible(measure, input) : "Администрация школы",
      result: takesPart
        ? "Школа участвовала; выводы и рекомендации обсуждены с учителями"
        : "Рекомендации изучены; что изменится в работе учителей, записано в протоколе методического объединения",
      basis: [...new Set(reasons.map(({ title }) => title))].join("; "),
    },
  ];
}

const ITSELF: readonly Role[] = ["school", "schoolHead"];

/** Whether a low procedure has the form and the subject that the tags name; a kind that is not named does not bind. */
function concerns(tags: readonly Tag[], { procedure: { form, subject } }: LowProcedure): boolean {
  const forms = tags.filter((tag) => tag.startsWith("form:"));
  const subjects = tags.filter((tag) => tag.startsWith("subject:"));
  const plain = subject.replace(/ (базовая|профильная)$/, "");
  return (
    (forms.length === 0 || forms.some((tag) => tag === `form:${form}`)) &&
    (subjects.length === 0 || subjects.some((tag) => tag === `subject:${plain}`))
  );
}

const SCHOOL: readonly Role[] = ["school"];

/** The school itself first: it is its own plan. */
function responsible({ roles }: Measure, { roleNames }: ChoiceInput): string {
  const own: readonly Role[] = roles.filter((role) => ITSELF.includes(role));
  const others = roles.filter((role) => !own.includes(role));
  return formatRoles([...(own.length === 0 ? SCHOOL : own), ...others], {
    ...roleNames,
    ...IN_SCHOOL,
  });
}

function report({ template }: ChoiceInput): SchoolMeasure {
  return {
    audience: "management",
    text: "Передать муниципальному координатору отчёт о выполнении настоящей дорожной карты и предложения на следующий год",
    deadline: template.period.unit === "schoolYear" ? until(20, 6) : until(10, 12),
    responsible: "Директор школы",
    result: "Отчёт с результатами по каждой процедуре принят координатором",
    basis: "Приказ об утверждении дорожной карты",
  };
}
