import type { PlanCell, SheetPlan } from "../sheet-plan";
import { SheetBuilder, type BodyColumn } from "../documents/builder";
import { columnsText } from "./columns";
import { formatDeadline } from "./deadline-format";
import type { Measure, RoadmapTemplate } from "./measure";
import { periodFrom, type PlanPeriod } from "./period";
import { formatRoles } from "./roles";
import { tagNames } from "./tag-names";
import {
  LEVELS,
  TEMPLATE_COLUMNS,
  TEMPLATE_FACTS,
  templateSheetId,
  UNITS,
  type TemplateColumn,
} from "./template-layout";
import { own } from "../text/own";

const HOW =
  "Меняйте, добавляйте, удаляйте и переставляйте строки: дорожная карта делается по этой таблице. Раздел пишется в каждой строке. Ответственные, уровень и метки – через запятую. Срок – как в документах: «октябрь 2026», «до 1 апреля 2027 г.», «в течение года».";

/** Free rows under the measures, ready to be filled in. */
const SPARE_ROWS = 20;

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = TEMPLATE_COLUMNS.map(
  ({ key, header, width }) => ({ header, width, style: key === "id" ? "cellNote" : "inputText" }),
);

/** Names that Excel's 31 characters have room for: cut, four of the templates would be «Дорожная карта …» alike. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  "low-results-roadmap": "Низкие результаты",
  "resources-and-staff": "Ресурсы и кадры",
  "project-500": "Проект «500+»",
  "quality-system": "Оценка качества",
  "support-programme": "Поддержка школ",
};
/** Of a sheet's name, with room for « (2)». */
const MOST_CHARACTERS = 27;
/** No name ends in «по», «для», «и», nor in a dash. */
const LOOSE_END = /(?:\s+(?:\p{L}{1,3}|[–—-]))+$/u;

/** A long name ends with a whole word. @example templateSheetName("own:1", "Шаблон") // "Шаблон – Шаблон" */
export function templateSheetName(id: string, template: string): string {
  const name = `Шаблон – ${own(SHORT_NAMES, id) ?? template}`;
  if (name.length <= MOST_CHARACTERS) return name;
  const words = name.slice(0, MOST_CHARACTERS + 1).replace(/\s+\S*$/u, "");
  const whole = words.replace(LOOSE_END, "");
  return whole.includes("–") ? whole : name; // one word too long: Excel's limit cuts it
}

/**
 * The sheet «Шаблон – …»: a template as a table that the user may edit. Deadlines are written for the plan that begins
 * in `start`, and the year stands above the table, so that they are read for the same plan.
 */
export function planTemplateSheet(template: RoadmapTemplate, start: number): SheetPlan {
  const period = periodFrom(template, start);
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph(`Шаблон мероприятий: ${template.name}`, "title").paragraph(HOW, "note");
  const facts = [
    [TEMPLATE_FACTS.title, template.title],
    [TEMPLATE_FACTS.unit, UNITS[template.period.unit]],
    [TEMPLATE_FACTS.years, String(template.period.years)],
    [TEMPLATE_FACTS.start, String(start)],
    [TEMPLATE_FACTS.goal, template.goal ?? ""],
    [TEMPLATE_FACTS.columns, columnsText(template.columns)],
    ...(template.basedOn === undefined ? [] : [[TEMPLATE_FACTS.basedOn, template.basedOn] as const]),
  ] as const;
  for (const [label, value] of facts)
    builder.pairs([
      { text: label, style: "cell", left: 0, right: 1 },
      { text: value, style: "inputText", left: 2, right: builder.lastColumn },
    ]);
  builder.skip();
  const header = builder.header(COLUMNS);
  const rows = template.sections.flatMap(({ title, measures }) =>
    measures.map((measure) =>
      TEMPLATE_COLUMNS.map(({ key }): PlanCell => cellOf(measure, key, title, period)),
    ),
  );
  const spare = Array.from({ length: SPARE_ROWS }, () => COLUMNS.map((): PlanCell => null));
  const body = builder.body(COLUMNS, [...rows, ...spare], { oneRowEach: true });
  const level = TEMPLATE_COLUMNS.findIndex(({ key }) => key === "level");
  return builder.plan(
    {
      id: templateSheetId(template.id),
      kind: "template",
      name: templateSheetName(template.id, template.name),
      frozenRows: header + 1,
      measures: rows.length,
      ...(body === null
        ? {}
        : { choices: [{ area: { ...body, left: level, right: level }, values: Object.values(LEVELS) }] }),
    },
    {
      orientation: "landscape",
      titleRows: { from: header, to: header },
      footer: `Шаблон – ${template.name}`,
    },
  );
}

function cellOf(measure: Measure, key: TemplateColumn, section: string, period: PlanPeriod): PlanCell {
  switch (key) {
    case "section":
      return section;
    case "block":
      return measure.block ?? "";
    case "deadline":
      return formatDeadline(measure.deadline, period);
    case "roles":
      return rolesText(measure);
    case "level":
      return LEVELS[measure.level];
    case "tags":
      return measure.tags.map((tag) => tagNames[tag]).join(", ");
    case "id":
      return measure.origin;
    default:
      return measure[key];
  }
}

/** Roles by their default names, then the responsibles that are no role. */
export const rolesText = ({ roles, others = [] }: Pick<Measure, "roles" | "others">): string =>
  [...(roles.length === 0 ? [] : [formatRoles(roles)]), ...others].join(", ");
