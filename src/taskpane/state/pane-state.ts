import type { Prepared, Stage } from "../../excel/jobs/create-roadmap";
import type { JobState } from "../../excel/jobs/job";
import type { Look } from "../../excel/port";
import type { WorkbookError, WrittenSheet } from "../../excel/port";
import type { Problem } from "../../domain/problem";
import type { SheetKind } from "../../domain/sheet-plan";

export type Step = "data" | "schools" | "roadmap";

/** What the workbook is known to hold: the last reading, with the problems of the run that followed it. */
export interface Found {
  readonly prepared: Prepared;
  readonly problems: readonly Problem[];
  /** Sheets that a run wrote since the reading: the snapshot does not know them. */
  readonly written?: readonly WrittenSheet[];
  /** What the roadmap was made by, where that was since the reading. */
  readonly madeBy?: string;
}

/** What the pane itself is doing; the job of writing has its own state, shared with the ribbon. */
type Work =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly stage: Stage; readonly done: number }
  | { readonly kind: "failed"; readonly error: WorkbookError };

/** A small failure beside the main work: a cell that could not be shown, settings or a correction that were not saved. */
export interface Notice {
  readonly about: "select" | "settings" | "corrections";
  readonly error: WorkbookError;
}

export interface PaneState {
  readonly step: Step;
  readonly work: Work;
  readonly found: Found | null;
  /** The workbook at a glance, before it is read; null: not looked at yet. */
  readonly look: Look | "failed" | null;
  /** The workbook has a roadmap of the add-in, by what was read and written last. */
  readonly made: boolean;
  readonly notice: Notice | null;
  /** The templates of measures are shown instead of the step, as soon as the workbook is read. */
  readonly templates: boolean;
}

export const INITIAL: PaneState = {
  step: "data",
  work: { kind: "none" },
  found: null,
  look: null,
  made: false,
  notice: null,
  templates: false,
};

export type PaneEvent =
  | { readonly type: "went"; readonly step: Step }
  | { readonly type: "templates"; readonly shown: boolean }
  | { readonly type: "looked"; readonly look: Look | "failed" }
  | { readonly type: "working"; readonly stage: Stage; readonly done: number }
  | {
      readonly type: "found";
      readonly prepared: Prepared;
      /** Sheets that were written right after that reading. */
      readonly written?: readonly WrittenSheet[] | undefined;
    }
  /** Sheets that were written beside the main run. */
  | { readonly type: "wrote"; readonly written: readonly WrittenSheet[] }
  | { readonly type: "failed"; readonly error: WorkbookError }
  | { readonly type: "noticed"; readonly notice: Notice | null }
  | { readonly type: "job"; readonly job: JobState };

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "went":
      return { ...state, ...afterFailure(state), step: event.step, notice: null, templates: false };
    case "templates":
      // what the templates are for is the roadmap: the way out of them leads to it
      return { ...state, notice: null, templates: event.shown, step: event.shown ? state.step : "roadmap" };
    case "looked":
      return { ...state, look: event.look };
    case "working":
      return { ...state, work: { kind: "reading", stage: event.stage, done: event.done }, notice: null };
    case "found":
      return takeOver(state, event.prepared, event.written);
    case "wrote":
      return state.found === null ? state : { ...state, found: withWritten(state.found, event.written) };
    case "failed":
      return fail(state, event.error);
    case "noticed":
      return { ...state, notice: event.notice };
    case "job":
      return followJob(state, event.job);
  }
}

/** What was read earlier is still there: the way to a step leads to it. A reading that is under way goes on. */
function afterFailure({ found, work }: PaneState): Partial<PaneState> {
  return found !== null && work.kind === "failed" ? { work: { kind: "none" } } : {};
}

function fail(state: PaneState, error: WorkbookError): PaneState {
  const unread = state.found === null;
  // what was asked for waits for a reading no longer: the next one is asked for by itself
  const there = { ...state, templates: state.templates && !unread };
  if (error.code !== "stopped") return { ...there, work: { kind: "failed", error } };
  // stopped by the user: back to what was there before
  return { ...there, work: { kind: "none" }, step: unread ? "data" : state.step };
}

const withWritten = (found: Found, more: readonly WrittenSheet[]): Found => ({
  ...found,
  written: [...(found.written ?? []), ...more],
});

function takeOver(state: PaneState, prepared: Prepared, more: readonly WrittenSheet[] = []): PaneState {
  // other settings over the same reading say nothing new of the sheets, and a run may have written since
  const again = prepared.snapshot === state.found?.prepared.snapshot;
  const first = state.found === null;
  const written = [...(again ? (state.found.written ?? []) : []), ...more];
  const by = again ? state.found.madeBy : undefined;
  const found = {
    prepared,
    problems: prepared.problems,
    written,
    ...(by === undefined ? {} : { madeBy: by }),
  };
  return {
    ...state,
    work: { kind: "none" },
    // a step that was asked for before anything was read has nothing to show without results
    step: first && !hasResults(found) ? "data" : state.step,
    found,
    made: again ? state.made : prepared.snapshot.own.some(isRoadmap),
  };
}

/** The settings that the roadmap of the workbook was made by, in a sentence; null where that is not known. */
export const madeOf = ({ prepared, madeBy }: Found): string | null => madeBy ?? prepared.madeBy;

export const isRoadmap = ({ kind }: { readonly kind: SheetKind }): boolean => kind === "roadmap";

/** The job may be started from the ribbon: the pane goes where it is, and takes over what it read. */
function followJob(state: PaneState, job: JobState): PaneState {
  if (job.phase === "idle") return state;
  const there: PaneState = {
    ...state,
    step: "roadmap",
    work: { kind: "none" },
    notice: null,
    templates: false,
  };
  if (job.phase !== "finished") return there;
  // cancelled from the ribbon before anything was read here: there is no plan to show
  if (job.outcome.kind === "cancelled") return state.found === null ? { ...there, step: "data" } : there;
  const { prepared, problems, kind } = job.outcome;
  const made = kind === "done" || prepared.snapshot.own.some(isRoadmap);
  const written = kind === "done" ? job.outcome.written : [];
  const by = kind === "done" ? { madeBy: prepared.now } : {};
  const found = { prepared, problems, written, ...by };
  return { ...there, step: kind === "nothingRead" ? "data" : "roadmap", found, made };
}

export const hasResults = ({ prepared: { analysis } }: Found): boolean =>
  analysis.results.length > 0 && analysis.identification.year !== null;

/** The job waits for an answer, with whatever screen shows the question. */
export const isQuestion = ({ phase }: JobState): boolean => phase === "asking" || phase === "conflicts";
