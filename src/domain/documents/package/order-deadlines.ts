import { until, yearly, type DeadlineRule } from "../../measures/deadline-rule";
import type { PlanPeriod } from "../../measures/period";

/**
 * By when a school approves its roadmap: after the municipal one is out (seed 000, items 5 and 7: October – November;
 * seed 002, item 1.9: 1 April in a plan that begins in January).
 */
export const schoolPlanDeadline = ({ unit }: PlanPeriod): DeadlineRule =>
  unit === "schoolYear" ? until(30, 11) : until(1, 4);

/** By when the year's report is due: before the summing up of the plan; every year where it runs over several. */
export function reportDeadline({ unit, years }: PlanPeriod): DeadlineRule {
  const due = unit === "schoolYear" ? until(20, 6) : until(10, 12);
  return years === 1 ? due : yearly(due);
}
