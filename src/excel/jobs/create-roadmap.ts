import { analyse, type Analysis, type AnalysisInput } from "../../domain/analysis";
import { DECISIONS_ID } from "../../domain/documents/decisions";
import { describeSettings } from "../../domain/documents/schools-sheet";
import { FILES_ID } from "../../domain/documents/files-sheet";
import { REGISTRY_ID } from "../../domain/documents/registry-sheet";
import { planScales, SCALES_ID, wantedScales } from "../../domain/documents/scales-sheet";
import type { PastMeasures } from "../../domain/measures/plan-start";
import type { Problem } from "../../domain/problem";
import type { Settings } from "../../domain/settings";
import { addedFiles } from "../files/added-files";
import { checkTasks } from "./check-task";
import { keepingTasks } from "./keeping-tasks";
import { madeBy } from "./made-by";
import { makePlans } from "./make-plans";
import { isFilledIn, isInput } from "../sheets/mark";
import { readRecovered } from "../reading/read-whole";
import type { Recovery } from "../recovery";
import { localToday } from "./today";
import { refuseWaiting } from "../unfinished/waiting";
import { updateTasks, type MergedSheet, type ResolveConflicts } from "./update-tasks";
import type { OwnSheet, SheetTask, Snapshot, WorkbookPort, WrittenSheet } from "../port";

export type Stage = "reading" | "identifying" | "writing" | "done";

/** What to do with sheets of an earlier run. `update` keeps what the user did to them. */
export type ExistingChoice = "update" | "new" | "cancel";

export interface RunOptions {
  /** Instead of the settings kept in the workbook. */
  readonly settings?: Settings;
  /** Instead of what the settings say. */
  readonly package?: Settings["package"];
  /** Asked only where sheets of an earlier run are there. */
  readonly chooseExisting: (sheets: readonly OwnSheet[]) => Promise<ExistingChoice>;
  /** Asked where the user and the template changed a cell differently; without it the user's text stays. */
  readonly resolveConflicts?: ResolveConflicts;
  /** `done` is the part of the stage that is behind, 0…1. */
  readonly progress?: (stage: Stage, done: number) => void;
  /** The day on which the run is, ISO; absent: by the clock. */
  readonly today?: string;
}

export type Outcome =
  | { readonly kind: "cancelled" }
  /** No result could be read: the workbook is as it was, the problems say why. */
  | { readonly kind: "nothingRead"; readonly prepared: Prepared; readonly problems: readonly Problem[] }
  | {
      readonly kind: "done";
      readonly prepared: Prepared;
      readonly analysis: Analysis;
      readonly problems: readonly Problem[];
      readonly written: readonly WrittenSheet[];
      /** What was merged: the user's edits that stay, changes that came, conflicts. */
      readonly merged: readonly MergedSheet[];
      /** Edited sheets that cannot be merged, so they were left as they are; a new one stands beside each. */
      readonly keptEdited: readonly string[];
      /** Measures of the roadmap that were due before the day of the run. */
      readonly past: PastMeasures;
    };

/** A workbook read and analysed, before anything is written. */
export interface Prepared {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
  /** These settings in a sentence, as the list prints them, and those that the roadmap in the workbook was made by. */
  readonly now: string;
  readonly madeBy: string | null;
  /** A run that had been broken off was taken back or finished before this reading. */
  readonly recovered?: Recovery;
}

/** Reads and analyses; writes nothing, except that leftovers of an unfinished run are removed. */
export async function prepare(
  port: WorkbookPort,
  options: Omit<RunOptions, "chooseExisting">,
): Promise<Prepared> {
  const { progress } = options;
  progress?.("reading", 0);
  const { snapshot, recovered } = await readRecovered(port, (done) => progress?.("reading", done));
  progress?.("identifying", 0);
  const settings = options.settings ?? snapshot.settings;
  const wanted = { ...settings, package: options.package ?? settings.package };
  return { ...analyseSnapshot(snapshot, wanted), ...(recovered === null ? {} : { recovered }) };
}

/** The workbook as it was read, under other settings: what the pane shows when a setting is changed. */
export function analyseSnapshot(snapshot: Snapshot, settings: Settings): Prepared {
  const analysis = analyse(inputOf(snapshot, settings));
  return {
    snapshot,
    settings,
    analysis,
    problems: analysis.problems,
    now: describeSettings(analysis.identification),
    madeBy: madeBy(snapshot),
  };
}

/** What is analysed: the workbook as it was read, with the files added since. */
export function inputOf(snapshot: Snapshot, settings: Settings): AnalysisInput {
  return {
    grids: [...snapshot.grids, ...addedFiles.getState().grids],
    openWorkbook: snapshot.name,
    decisions: ownGrid(snapshot, DECISIONS_ID),
    registry: ownGrid(snapshot, REGISTRY_ID),
    kept: shownOn(snapshot, FILES_ID),
    keptFormulas: ownGrid(snapshot, FILES_ID),
    scales: ownGrid(snapshot, SCALES_ID),
    corrections: snapshot.corrections,
    settings,
  };
}

/**
 * The main job: from the results in the workbook to the list of schools and the roadmap.
 * @throws WorkbookError when Excel refuses; the workbook is then as before
 */
export async function createRoadmap(port: WorkbookPort, options: RunOptions): Promise<Outcome> {
  const prepared = await prepare(port, options);
  const { snapshot, settings, analysis, problems } = prepared;
  refuseWaiting(snapshot, sourcesOf(prepared));
  const { year } = analysis.identification;
  if (analysis.results.length === 0 || year === null || !hasResultsInView(analysis))
    return { kind: "nothingRead", prepared, problems: await askForScales(port, prepared) };
  const planned = await makePlans(snapshot, settings, analysis, year, options.today ?? localToday());
  const plans = planned.documents;
  const existing = snapshot.own.filter(({ id }) => plans.some((plan) => plan.id === id));
  const choice = existing.length === 0 ? "new" : await options.chooseExisting(existing);
  if (choice === "cancel") return { kind: "cancelled" };
  const { tasks, aside, cancelled } =
    choice === "update"
      ? await updateTasks(plans, existing, options.resolveConflicts)
      : { tasks: plans.map((plan): SheetTask => ({ plan })), aside: [], cancelled: false };
  if (cancelled) return { kind: "cancelled" };
  const unedited = new Set(existing.flatMap(({ name, unchanged }) => (unchanged ? [name] : [])));
  const keeping = keepingTasks(snapshot, analysis);
  const said = [...problems, ...planned.problems, ...keeping.problems];
  const checks = await checkTasks(snapshot, settings, analysis, said);
  options.progress?.("writing", 0);
  const written = await port.write(
    [...tasks, ...planned.forms.map((plan): SheetTask => ({ plan })), ...keeping.tasks, ...checks],
    snapshot,
    [],
    sourcesOf(prepared),
  );
  options.progress?.("done", 1);
  return {
    kind: "done",
    prepared,
    analysis,
    problems: said,
    written,
    merged: written.flatMap(({ name, kind, merged }) =>
      merged === undefined || kind === "checks" || unedited.has(name) ? [] : [{ sheet: name, ...merged }],
    ),
    keptEdited: aside,
    past: planned.past,
  };
}

/** Sheets of the workbook whose contents a run goes by: a change of them while it runs is noticed. */
export function sourcesOf({ snapshot, analysis }: Prepared): readonly string[] {
  const tables = analysis.reading.tables.filter(({ file }) => file === undefined || file === snapshot.name);
  const own = snapshot.own.filter(({ kind }) => isInput(kind) || isFilledIn(kind));
  return [...new Set([...tables, ...own.map(({ name }) => ({ sheet: name }))].map(({ sheet }) => sheet))];
}

/** Where only the scales of scores are missing, the sheet to enter them on is the one thing that is made. */
async function askForScales(
  port: WorkbookPort,
  { snapshot, problems }: Prepared,
): Promise<readonly Problem[]> {
  const wanted = wantedScales(problems);
  if (wanted.length > 0 && ownGrid(snapshot, SCALES_ID) === null) {
    await port.write([{ plan: planScales(wanted) }], snapshot);
  }
  return problems;
}

/** A year the user set may have no usable result of a listed procedure: a plan for it would say that all is well. */
function hasResultsInView({ identification: { problems } }: Analysis): boolean {
  return problems.every(({ code, fields }) => code !== "yearMissing" || fields["role"] !== "year");
}

function shownOn({ own }: Snapshot, id: string): OwnSheet["grid"] {
  const sheet = own.find((each) => each.id === id);
  return sheet?.shown ?? sheet?.grid ?? null;
}

function ownGrid({ own }: Snapshot, id: string): OwnSheet["grid"] {
  return own.find((sheet) => sheet.id === id)?.grid ?? null;
}
