import { resolveDeadline } from "../../measures/deadline";
import { until, yearly, type DeadlineRule } from "../../measures/deadline-rule";
import type { RoadmapTemplate } from "../../measures/measure";
import type { PlanPeriod } from "../../measures/period";

/** Kinds of deadlines that name a day or a month of their own. */
const DATED: readonly DeadlineRule["kind"][] = ["months", "monthList", "date", "until", "days"];

/**
 * By when a school approves its roadmap: after the municipal one is out. A plan that begins with the school year, in
 * whatever unit it is counted: 30 November (seed 000, items 5 and 7); one whose first measures are in winter: 1 April
 * (seed 002, item 1.9).
 */
export function schoolPlanDeadline({ sections }: RoadmapTemplate, period: PlanPeriod): DeadlineRule {
  const winter = `${period.start}-03-01`;
  const early = sections.some(({ measures }) =>
    measures.some(
      ({ deadline }) => DATED.includes(deadline.kind) && resolveDeadline(deadline, period).end < winter,
    ),
  );
  return early ? until(1, 4) : until(30, 11);
}

/** By when the year's report is due: before the summing up of the plan; every year where it runs over several. */
export function reportDeadline({ unit, years }: PlanPeriod): DeadlineRule {
  const due = unit === "schoolYear" ? until(20, 6) : until(10, 12);
  return years === 1 ? due : yearly(due);
}
