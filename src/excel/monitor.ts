import type { Analysis } from "../domain/analysis";
import {
  CONTROL_ID,
  CONTROL_NAME,
  planControl,
  TODAY_ADDRESS,
} from "../domain/documents/monitoring/control-sheet";
import { groupsOf } from "../domain/documents/monitoring/groups";
import { planRegister, REGISTER_ID, REGISTER_NAME } from "../domain/documents/monitoring/register-sheet";
import { DYNAMICS_ID, DYNAMICS_NAME, planDynamics } from "../domain/documents/monitoring/dynamics-sheet";
import { OCCURRENCES_ID, planOccurrences } from "../domain/documents/monitoring/occurrences-sheet";
import {
  EXECUTION_REPORT_ID,
  EXECUTION_REPORT_NAME,
  planExecutionReport,
} from "../domain/documents/monitoring/execution-report";
import { HISTORY_ID, planHistory } from "../domain/documents/monitoring/history-sheet";
import {
  INDICATORS_ID,
  INDICATORS_NAME,
  planIndicators,
  readIndicators,
} from "../domain/documents/monitoring/indicators-sheet";
import { readRequisites, REQUISITES_ID } from "../domain/documents/requisites";
import { supportProgramme } from "../domain/measures/templates/support-programme";
import { DEFAULT_LIMITS, dynamicsOf } from "../domain/monitoring/dynamics";
import { indicatorsOf } from "../domain/monitoring/indicators";
import { loadTemplate, isTemplateId } from "../domain/measures/templates";
import { periodSpan, type PlanPeriod } from "../domain/measures/period";
import { correctedRows, correctionEdits, readCorrections } from "../domain/monitoring/corrections";
import { countStates, type Monitoring } from "../domain/monitoring/count";
import { readRoadmap, type ExecutionRow, type RoadmapSheet } from "../domain/monitoring/read-roadmap";
import { sheetRef } from "../domain/monitoring/sheet-ref";
import { stagesOf } from "../domain/monitoring/stages";
import type { Problem } from "../domain/problem";
import { documentName } from "../domain/schools/name";
import type { SheetPlan } from "../domain/sheet-plan";
import { prepare } from "./create-roadmap";
import type { OwnSheet, SheetTask, Snapshot, WorkbookPort, WrittenSheet } from "./port";
import { uniqueName } from "./sheet-name";

export interface MonitorOptions {
  /** The day of the report, ISO. */
  readonly today: string;
  /** First day of the report's period, ISO; absent: the first day of the plan. */
  readonly from?: string;
  /** Makes the sheet of every time a recurring measure is to be done, where it is not there yet. */
  readonly occurrences?: boolean;
}

export type MonitorOutcome =
  | { readonly kind: "noRoadmap"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "done";
      readonly monitoring: Monitoring;
      readonly rows: readonly ExecutionRow[];
      readonly analysis: Analysis;
      /** Of the roadmaps, then of the results. */
      readonly problems: readonly Problem[];
      readonly written: readonly WrittenSheet[];
    };

/**
 * Reads how the roadmaps are carried out and makes the sheets of control. A sheet of an earlier run that nobody edited
 * is written anew in place; an edited one stays, the new one stands beside it.
 * @throws WorkbookError when Excel refuses; the workbook is then as before
 */
export async function monitorRoadmap(port: WorkbookPort, options: MonitorOptions): Promise<MonitorOutcome> {
  const { snapshot, analysis } = await prepare(port, {});
  const { sheets, problems } = await roadmapsOf(snapshot, analysis);
  if (sheets.length === 0)
    return { kind: "noRoadmap", problems: [{ code: "noRoadmap", severity: "error", fields: {} }] };
  const read = sheets.map((sheet) => readRoadmap(sheet, options.today));
  const asRead = read.flatMap((each) => each.rows);
  const history = snapshot.own.findLast(({ id }) => id === HISTORY_ID);
  const changes =
    history?.grid == null ? { corrections: [], problems: [] } : readCorrections(history.grid, asRead);
  const rows = correctedRows(asRead, changes.corrections);
  const period = read.map((each) => each.period).find((each) => each !== null) ?? null;
  const typed = typedSheets(snapshot);
  const plans = plansOf({ snapshot, analysis, rows, period, options, typed });
  const tasks = plans.map((plan): SheetTask => {
    const replace = replaceable(snapshot, plan.id);
    return replace === undefined ? { plan } : { plan, replace };
  });
  if (history === undefined) tasks.push({ plan: planHistory() });
  if (options.occurrences === true && snapshot.own.every(({ id }) => id !== OCCURRENCES_ID)) {
    const plan = planOccurrences(rows);
    if (plan !== null) tasks.push({ plan });
  }
  const edits =
    history === undefined ? [] : correctionEdits(changes.corrections, history.name, options.today);
  const written = await port.write(tasks, snapshot, edits);
  return {
    kind: "done",
    monitoring: countStates(rows, options.today),
    rows,
    analysis,
    problems: [
      ...problems,
      ...read.flatMap((each) => each.problems),
      ...changes.problems,
      ...typed.indicators.problems,
      ...analysis.problems,
    ],
    written,
  };
}

interface Given {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis;
  readonly rows: readonly ExecutionRow[];
  readonly period: PlanPeriod | null;
  readonly options: MonitorOptions;
  readonly typed: ReturnType<typeof typedSheets>;
}

/** What the user filled in on sheets of an earlier run. */
function typedSheets({ own }: Snapshot) {
  const [requisites, indicators] = [REQUISITES_ID, INDICATORS_ID].map(
    (id) => own.findLast((sheet) => sheet.id === id)?.grid ?? null,
  );
  return {
    requisites: requisites == null ? {} : readRequisites(requisites).requisites,
    indicators:
      indicators == null
        ? { typed: new Map<string, never>(), lists: new Map<string, string>(), problems: [] }
        : readIndicators(indicators),
  };
}

/** Names are settled before the sheets are laid out, since formulas of one sheet name the other. */
function plansOf({
  snapshot,
  analysis,
  rows,
  period,
  options: { today, from },
  typed,
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
    limits: DEFAULT_LIMITS,
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
    planIndicators(
      indicators,
      typed.indicators.lists,
      reading.journal,
      nameOf(INDICATORS_ID, INDICATORS_NAME),
    ),
    planDynamics(dynamics, DEFAULT_LIMITS, nameOf(DYNAMICS_ID, DYNAMICS_NAME)),
  ];
}

/** Schools as documents print their names. */
function named(analysis: Analysis): Analysis {
  return {
    ...analysis,
    schools: analysis.schools.map((school) => ({ ...school, name: documentName(school.name) })),
  };
}

const replaceable = ({ own }: Snapshot, id: string): OwnSheet | undefined =>
  own.find((sheet) => sheet.id === id && sheet.unchanged);

/** The sheets that carry a roadmap; of several made from one template, the one that was filled in, else the newest. */
async function roadmapsOf(
  { own }: Snapshot,
  { schools }: Analysis,
): Promise<{ readonly sheets: readonly RoadmapSheet[]; readonly problems: readonly Problem[] }> {
  const chosen = new Map<string, OwnSheet>();
  const problems: Problem[] = [];
  for (const sheet of own) {
    if ((sheet.kind !== "roadmap" && sheet.kind !== "schoolRoadmap") || sheet.grid === null) continue;
    const other = chosen.get(sheet.id);
    const [used, left] =
      other !== undefined && !other.unchanged && sheet.unchanged ? [other, sheet] : [sheet, other];
    chosen.set(sheet.id, used);
    if (left !== undefined)
      problems.push({
        code: "roadmapRepeated",
        severity: "warning",
        source: { sheet: left.name, address: "" },
        fields: { used: used.name, other: left.name },
      });
  }
  const sheets = await Promise.all(
    [...chosen.values()].map(async ({ id, kind, name, shown, ...own }): Promise<RoadmapSheet[]> => {
      const key = id.slice(id.indexOf(":") + 1);
      const grid = shown ?? own.grid;
      if (grid === null) return [];
      if (kind === "roadmap")
        return [{ name, grid, template: isTemplateId(key) ? await loadTemplate(key) : null, school: null }];
      const school = schools.find((each) => each.key === key);
      return [
        { name, grid, template: null, school: school === undefined ? name : documentName(school.name) },
      ];
    }),
  );
  return { sheets: sheets.flat(), problems };
}
