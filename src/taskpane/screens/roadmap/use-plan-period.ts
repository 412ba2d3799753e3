import { useEffect, useState } from "react";
import {
  defaultStart,
  pastMeasures,
  withPeriod,
  type PastMeasures,
} from "../../../domain/measures/plan-start";
import { periodFrom, type PlanPeriod } from "../../../domain/measures/period";
import type { Prepared } from "../../../excel/jobs/create-roadmap";
import { templateFor } from "../../../excel/jobs/templates";
import { localToday } from "../../../excel/jobs/today";

/** What the plan will run over, and how much of it is over already. */
export interface PlannedPeriod extends PastMeasures {
  readonly period: PlanPeriod;
}

/** The period of the plan to be made; null until the template is there, or where no year is known. */
export function usePlanPeriod({ snapshot, settings, analysis }: Prepared): PlannedPeriod | null {
  const [planned, setPlanned] = useState<PlannedPeriod | null>(null);
  const { year } = analysis.identification;
  const { templateId, period, start } = settings;
  useEffect(() => {
    let current = true;
    templateFor(snapshot, templateId).then(
      (chosen) => {
        const template = withPeriod(chosen.template, period);
        const from = start ?? (year === null ? null : defaultStart(template, year));
        if (!current || from === null) return;
        setPlanned({
          period: periodFrom(template, from),
          ...pastMeasures(template, from, localToday()),
        });
      },
      () => undefined, // the run says what is wrong with the template
    );
    return () => {
      current = false;
    };
  }, [snapshot, templateId, period, start, year]);
  return planned;
}
