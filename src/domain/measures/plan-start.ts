import { resolveDeadline } from "./deadline";
import type { RoadmapTemplate } from "./measure";
import { periodFrom, type PlanPeriod } from "./period";

/** What the user may choose of a plan's period; `template`: as the template has it. */
export interface PeriodChoice {
  readonly unit: PlanPeriod["unit"] | "template";
  /** Number of years; null: as many as the template has. */
  readonly years: number | null;
}

/** Longest plan: that of seed 003 has six years. */
export const MOST_YEARS = 10;

/** The template with the period that the user chose. */
export const withPeriod = (template: RoadmapTemplate, { unit, years }: PeriodChoice): RoadmapTemplate => ({
  ...template,
  period: {
    unit: unit === "template" ? template.period.unit : unit,
    years: years ?? template.period.years,
  },
});

/**
 * Calendar year in which a plan begins that is made of the results of spring `year`. They are known in summer: seeds
 * 000, 001 and 004 begin in the autumn of that year; a plan with work before July (002, 003) can begin only with the next.
 */
export function defaultStart(template: Pick<RoadmapTemplate, "period" | "sections">, year: number): number {
  const period = periodFrom(template, year);
  const early = template.sections.some(({ measures }) =>
    measures.some(({ deadline }) => resolveDeadline(deadline, period).end < `${year}-07-01`),
  );
  return early ? year + 1 : year;
}

/** Measures of a plan whose deadlines are over. */
export interface PastMeasures {
  readonly past: number;
  /** Measures in all, indicators left out. */
  readonly total: number;
}

/** How many measures of the plan were due before a day, ISO. */
export function pastMeasures(
  template: Pick<RoadmapTemplate, "period" | "sections">,
  start: number,
  today: string,
): PastMeasures {
  const period = periodFrom(template, start);
  const measures = template.sections.flatMap((section) =>
    section.measures.filter(({ indicator }) => indicator === undefined),
  );
  const past = measures.filter(({ deadline }) => resolveDeadline(deadline, period).end < today);
  return { past: past.length, total: measures.length };
}
