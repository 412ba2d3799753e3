import type { Analysis } from "../../domain/analysis";
import {
  CONTROL_ID,
  CONTROL_NAME,
  planControl,
  TODAY_ADDRESS,
} from "../../domain/documents/monitoring/control-sheet";
import { DYNAMICS_ID, DYNAMICS_NAME, planDynamics } from "../../domain/documents/monitoring/dynamics-sheet";
import {
  EXECUTION_REPORT_ID,
  EXECUTION_REPORT_NAME,
  planExecutionReport,
} from "../../domain/documents/monitoring/execution-report";
import { groupsOf } from "../../domain/documents/monitoring/groups";
import {
  INDICATORS_ID,
  INDICATORS_NAME,
  planIndicators,
  readIndicators,
} from "../../domain/documents/monitoring/indicators-sheet";
import { planRegister, REGISTER_ID, REGISTER_NAME } from "../../domain/documents/monitoring/register-sheet";
import { periodSpan, type PlanPeriod } from "../../domain/measures/period";
import { supportProgramme } from "../../domain/measures/templates/support-programme";
import { dynamicsOf, type Limits } from "../../domain/monitoring/dynamics";
import { indicatorsOf } from "../../domain/monitoring/indicators";
import type { ExecutionRow } from "../../domain/monitoring/read-roadmap";
import { sheetRef } from "../../domain/monitoring/sheet-ref";
import { stagesOf } from "../../domain/monitoring/stages";
import { documentName } from "../../domain/schools/name";
import type { SheetPlan } from "../../domain/sheet-plan";
import type { OwnSheet, Snapshot } from "../port";
import { requisitesIn } from "./requisites-in";
import { uniqueName } from "../sheets/sheet-name";

interface Given {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis;
  readonly rows: readonly ExecutionRow[];
  readonly period: PlanPeriod | null;
  readonly options: { readonly today: string; readonly from?: string };
  readonly limits: Limits;
  readonly typed: ReturnType<typeof typedSheets>;
}

/** What the user filled in on sheets of an earlier run. */
export function typedSheets(snapshot: Snapshot) {
  const indicators = snapshot.own.findLast((sheet) => sheet.id === INDICATORS_ID)?.grid ?? null;
  return {
    requisites: requisitesIn(snapshot).requisites,
    indicators:
      indicators === null
        ? { typed: new Map<string, never>(), lists: new Map<string, string>(), problems: [] }
        : readIndicators(indicators),
  };
}

/** Names are settled before the sheets are laid out, since formulas of one sheet name the other. */
export function plansOf({
  snapshot,
  analysis,
  rows,
  period,
  options: { today, from },
  typed,
  limits,
}: Given): readonly SheetPlan[] {
  const taken = new Set(snapshot.sheetNames.map((name) => name.toLowerCase()));
  const nameOf = (id: string, wanted: string): string =>
    replaceable(snapshot, id)?.name ?? uniqueName(wanted, taken, " ");
  const control = nameOf(CONTROL_ID, CONTROL_NAME);
  const register = nameOf(REGISTER_ID, REGISTER_NAME);
  const groups = groupsOf(rows);
  const { schools, results, identification, reading } = named(analysis);
  const dynamics = dynamicsOf({ schools, results, identification });
  const plan = period ?? { ...supportProgramme.period, start: Number(today.slice(0, 4)) };
  const indicators = indicatorsOf({
    measures: supportProgramme.sections.flatMap((section) => section.measures),
    period: { ...supportProgramme.period, start: plan.start },
    schools,
    results,
    identification,
    journal: reading.journal,
    dynamics,
    limits,
    typed: typed.indicators.typed,
  });
  const start = periodSpan(plan).start;
  return [
    planControl({
      groups,
      rows: rows.length,
      today,
      registerName: register,
      stages: period === null ? [] : stagesOf(period, rows),
      dues: rows.map(({ due }) => due),
      name: control,
    }),
    planRegister(rows, groups, sheetRef(control) + TODAY_ADDRESS, register),
    planExecutionReport(
      rows,
      groups.responsible,
      { from: from ?? (start < today ? start : today), today },
      typed.requisites,
      nameOf(EXECUTION_REPORT_ID, EXECUTION_REPORT_NAME),
    ),
    planIndicators(indicators, typed.indicators.lists, nameOf(INDICATORS_ID, INDICATORS_NAME)),
    planDynamics(dynamics, limits, reading.journal, nameOf(DYNAMICS_ID, DYNAMICS_NAME)),
  ];
}

/** Schools as documents print their names. */
function named(analysis: Analysis): Analysis {
  return {
    ...analysis,
    schools: analysis.schools.map((school) => ({ ...school, name: documentName(school.name) })),
  };
}

export const replaceable = ({ own }: Snapshot, id: string): OwnSheet | undefined =>
  own.find((sheet) => sheet.id === id && sheet.unchanged);
