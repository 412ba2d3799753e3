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
