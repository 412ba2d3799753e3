import type { Analysis } from "../../domain/analysis";
import { DYNAMICS_ID, readLimits } from "../../domain/documents/monitoring/dynamics-sheet";
import { HISTORY_ID, planHistory } from "../../domain/documents/monitoring/history-sheet";
import { OCCURRENCES_ID, planOccurrences } from "../../domain/documents/monitoring/occurrences-sheet";
import { isTemplateId, loadTemplate } from "../../domain/measures/templates";
import { correctedRows, correctionEdits, readCorrections } from "../../domain/monitoring/corrections";
import { countStates, type Monitoring } from "../../domain/monitoring/count";
import type { Limits } from "../../domain/monitoring/dynamics";
import { withOccurrences } from "../../domain/monitoring/read-occurrences";
import { readRoadmap, type ExecutionRow, type RoadmapSheet } from "../../domain/monitoring/read-roadmap";
import type { Problem, Source } from "../../domain/problem";
import { documentName } from "../../domain/schools/name";
import { prepare, sourcesOf } from "./create-roadmap";
import { plansOf, replaceable, typedSheets } from "./monitor-plans";
import {
  FormulaThere,
  type OwnSheet,
  type SheetTask,
  type Snapshot,
  type WorkbookPort,
  type WrittenSheet,
} from "../port";
import { refuseWaiting } from "../unfinished/waiting";

export interface MonitorOptions {
  /** The day of the report, ISO. */
  readonly today: string;
  /** First day of the report's period, ISO; absent: the first day of the plan. */
  readonly from?: string;
  /** Makes the sheet of every time a recurring measure is to be done, where it is not there yet. */
  readonly occurrences?: boolean;
  /** Limits of dynamics; absent: those of the sheet «Динамика», else the usual ones. */
  readonly limits?: Partial<Limits>;
}

export type MonitorOutcome =
  | { readonly kind: "noRoadmap"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "done";
      readonly monitoring: Monitoring;
      readonly rows: readonly ExecutionRow[];
      readonly analysis: Analysis;
      /** What it was read from. */
      readonly snapshot: Snapshot;
      /** Of the roadmaps, then of the results. */
      readonly problems: readonly Problem[];
      readonly written: readonly WrittenSheet[];
    };

const NO_ROADMAP = {
  kind: "noRoadmap",
  problems: [{ code: "noRoadmap", severity: "error", fields: {} }],
} as const satisfies MonitorOutcome;

/** How the roadmaps of a workbook stand on a day; nothing is written. */
export type Execution = Omit<Extract<MonitorOutcome, { kind: "done" }>, "written">;

/** @throws WorkbookError when Excel refuses */
export async function readExecution(
  port: WorkbookPort,
  today: string,
): Promise<Execution | Extract<MonitorOutcome, { kind: "noRoadmap" }>> {
  const read = await readAll(port, { today });
  return read === null ? NO_ROADMAP : read.execution;
}

/**
 * Reads how the roadmaps are carried out and makes the sheets of control. A sheet of an earlier run that nobody edited
 * is written anew in place; an edited one stays, the new one stands beside it. A change of the history that would take
 * the place of a formula of the user's is a problem, and is left alone.
 * @throws WorkbookError when Excel refuses; the workbook is then as before
 */
export async function monitorRoadmap(port: WorkbookPort, options: MonitorOptions): Promise<MonitorOutcome> {
  const formulas: Source[] = [];
  for (;;)
    try {
      return await monitorBut(port, options, formulas);
    } catch (error) {
      if (!(error instanceof FormulaThere) || formulas.some((place) => same(place, error.place))) throw error;
      formulas.push(error.place);
    }
}

/** @param formulas cells that no change may be carried out in */
async function monitorBut(
  port: WorkbookPort,
  options: MonitorOptions,
  formulas: readonly Source[],
): Promise<MonitorOutcome> {
  const read = await readAll(port, options, formulas);
  if (read === null) return NO_ROADMAP;
  const { snapshot, sources, execution, corrected, corrections, history, period, typed, limits } = read;
  const { rows, analysis } = execution;
  const plans = plansOf({ snapshot, analysis, rows, period, options, typed, limits });
  const tasks = plans.map((plan): SheetTask => {
    const replace = replaceable(snapshot, plan.id);
    return replace === undefined ? { plan } : { plan, replace };
  });
  if (history === undefined) tasks.push({ plan: planHistory() });
  if (options.occurrences === true && snapshot.own.every(({ id }) => id !== OCCURRENCES_ID)) {
    const plan = planOccurrences(corrected);
    if (plan !== null) tasks.push({ plan });
  }
  const edits = history === undefined ? [] : correctionEdits(corrections, history.name, options.today);
  const written = await port.write(tasks, snapshot, edits, sources);
  return { ...execution, written };
}

const same = (a: Source, b: Source): boolean => a.sheet === b.sheet && a.address === b.address;

/** Changes of the history without those that would take the place of a formula; these are problems at their cells. */
function withoutFormulas(
  { corrections, problems }: ReturnType<typeof readCorrections>,
  history: string,
  today: string,
  formulas: readonly Source[],
): ReturnType<typeof readCorrections> {
  const over = corrections.flatMap((correction) => {
    const edits = correctionEdits([correction], history, today);
    const source = formulas.find((place) => edits.some((edit) => same(edit, place)));
    return source === undefined ? [] : [{ correction, source }];
  });
  return {
    corrections: corrections.filter((each) => over.every(({ correction }) => correction !== each)),
    problems: [
      ...problems,
      ...over.map(({ correction: { target }, source }): Problem => ({
        code: "correctionOverFormula",
        severity: "error",
        source,
        fields: { number: target.number },
      })),
    ],
  };
}

/** Everything that the control is made of; null where no sheet carries a roadmap. */
async function readAll(
  port: WorkbookPort,
  { today, limits: given }: MonitorOptions,
  formulas: readonly Source[] = [],
) {
  const prepared = await prepare(port, {});
  const { snapshot, analysis } = prepared;
  refuseWaiting(snapshot, sourcesOf(prepared));
  const { sheets, problems } = await roadmapsOf(snapshot, analysis);
  if (sheets.length === 0) return null;
  const read = sheets.map((sheet) => readRoadmap(sheet, today));
  const last = (id: string): OwnSheet | undefined => snapshot.own.findLast((sheet) => sheet.id === id);
  const asRead = read.flatMap((each) => each.rows);
  const history = last(HISTORY_ID);
  const changes =
    history?.grid == null
      ? { corrections: [], problems: [] }
      : withoutFormulas(readCorrections(history.grid, asRead), history.name, today, formulas);
  const marked = last(OCCURRENCES_ID);
  const marks = marked?.shown ?? marked?.grid ?? null;
  const corrected = correctedRows(asRead, changes.corrections);
  const times = marks === null ? null : withOccurrences(corrected, marks, today);
  const rows = times?.rows ?? corrected;
  const typed = typedSheets(snapshot);
  const limits = readLimits(last(DYNAMICS_ID)?.grid ?? null, given);
  const execution: Execution = {
    kind: "done",
    monitoring: countStates(rows, today),
    rows,
    analysis,
    snapshot,
    problems: [
      ...problems,
      ...read.flatMap((each) => each.problems),
      ...changes.problems,
      ...(times?.problems ?? []),
      ...typed.indicators.problems,
      ...limits.problems,
      ...analysis.problems,
    ],
  };
  const period = read.map((each) => each.period).find((each) => each !== null) ?? null;
  const { corrections } = changes;
  const sources = sourcesOf(prepared);
  return {
    snapshot,
    sources,
    execution,
    corrected,
    corrections,
    history,
    period,
    typed,
    limits: limits.limits,
  };
}

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
