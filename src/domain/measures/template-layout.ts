import type { Measure, RoadmapTemplate } from "./measure";

/** Columns of a template's table; a header is how its column is found again. */
export const TEMPLATE_COLUMNS = [
  { key: "section", header: "Раздел", width: 26 },
  { key: "block", header: "Подраздел", width: 18 },
  { key: "number", header: "№", width: 7 },
  { key: "text", header: "Мероприятие", width: 56 },
  { key: "deadline", header: "Срок", width: 22 },
  { key: "roles", header: "Ответственные", width: 28 },
  { key: "result", header: "Ожидаемый результат", width: 38 },
  { key: "level", header: "Уровень", width: 16 },
  { key: "tags", header: "Метки", width: 22 },
  { key: "id", header: "Код (не менять)", width: 12 },
] as const;

export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number]["key"];

/** Rows above the table: a label and a value. */
export const TEMPLATE_FACTS = {
  title: "Название документа",
  unit: "Период",
  years: "Число лет",
  start: "Первый год, от которого отсчитаны сроки",
  goal: "Цель",
  columns: "Столбцы по порядку",
  basedOn: "Основан на шаблоне (не менять)",
} as const;

export type TemplateFact = keyof typeof TEMPLATE_FACTS;

export const UNITS = { schoolYear: "учебный год", calendarYear: "календарный год" } as const satisfies Record<
  RoadmapTemplate["period"]["unit"],
  string
>;

export const LEVELS = { municipality: "муниципалитет", school: "школа" } as const satisfies Record<
  Measure["level"],
  string
>;

/** Typed words for comparing. */
export const plainWord = (text: string): string =>
  text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");

/** Id of the sheet of a template. @example templateSheetId("project-500") // "template:project-500" */
export const templateSheetId = (templateId: string): string => `template:${templateId}`;
