import type { ColumnHeader, RoadmapColumn } from "./measure";

const headed = (...columns: readonly (readonly [RoadmapColumn, string])[]): readonly ColumnHeader[] =>
  columns.map(([column, header]) => ({ column, header }));

/** The five column sets of the seeds, by seed (domain reference, table «Roadmaps of the seeds»). */
export const seedColumns = {
  "000": headed(
    ["number", "№ п/п"],
    ["measure", "Мероприятия"],
    ["deadline", "Сроки"],
    ["responsible", "Ответственные"],
  ),
  "001": headed(
    ["number", "№ п/п"],
    ["measure", "Наименование мероприятия"],
    ["deadline", "Период реализации"],
    ["result", "Ожидаемый результат"],
  ),
  "002": headed(
    ["number", "№ п/п"],
    ["measure", "Мероприятия"],
    ["deadline", "Сроки"],
    ["result", "Планируемый результат"],
  ),
  "003": headed(
    ["number", "№ п/п"],
    ["measure", "Наименование"],
    ["deadline", "Сроки исполнения"],
    ["responsible", "Ответственные исполнители"],
  ),
  "004": headed(
    ["number", "№ п/п"],
    ["measure", "Мероприятия"],
    ["responsible", "Ответственные"],
    ["deadline", "Сроки"],
    ["result", "Прогнозируемый результат"],
  ),
} as const;

/** Seed 000 has no column of results; our measures have results, so its template prints them. */
export const lowResultsColumns: readonly ColumnHeader[] = [
  ...seedColumns["000"],
  { column: "result", header: "Ожидаемый результат" },
];

const SEPARATOR = " · ";

/** The columns as the table of a template says them. @example columnsText(seedColumns["002"]) // "№ п/п · Мероприятия · Сроки · Планируемый результат" */
export const columnsText = (columns: readonly ColumnHeader[]): string =>
  columns.map(({ header }) => header).join(SEPARATOR);

/** What a header is known by, whatever else it says. «Сроки исполнения» is a deadline, so deadlines come first. */
const KNOWN_BY: readonly (readonly [RoadmapColumn, RegExp])[] = [
  ["number", /^(№|n\b|номер)/i],
  ["deadline", /срок|период|дата/i],
  ["responsible", /ответствен|исполнител/i],
  ["result", /результат|продукт/i],
  ["measure", /мероприяти|наименование|меры/i],
];

/**
 * Columns in the order typed, under the headers typed.
 * @returns the headers that are no column or repeat one too; the columns are null where none of them is the measure
 */
export function readColumns(typed: string): {
  readonly columns: readonly ColumnHeader[] | null;
  readonly unknown: readonly string[];
} {
  const columns: ColumnHeader[] = [];
  const unknown: string[] = [];
  for (const header of typed.split(/[·;|\n]/).map((part) => part.trim())) {
    if (header === "") continue;
    const column = KNOWN_BY.find(([, words]) => words.test(header))?.[0];
    if (column === undefined || columns.some((one) => one.column === column)) unknown.push(header);
    else columns.push({ column, header });
  }
  const whole = columns.some(({ column }) => column === "measure");
  return { columns: whole ? columns : null, unknown };
}
