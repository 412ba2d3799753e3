import { createStore } from "zustand/vanilla";
import type { Settings } from "../../domain/settings";
import type { ExistingChoice, Outcome, Stage } from "./create-roadmap";
import { toWorkbookError } from "../runs/errors";
import type { OwnSheet, WorkbookError, WorkbookPort } from "../port";
import { asRun } from "../runs/runs";
import type { ResolveConflicts, SheetConflicts } from "./update-tasks";

/** The one-click job as the ribbon and the pane see it: both live in one runtime and share this state. */
export type JobState =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly stage: Stage; readonly done: number }
  | {
      readonly phase: "asking";
      readonly sheets: readonly OwnSheet[];
      readonly answer: (choice: ExistingChoice) => void;
    }
  | {
      /** The user and the new edition changed cells differently. */
      readonly phase: "conflicts";
      readonly sheets: readonly SheetConflicts[];
      readonly resolve: (choose: ConflictChoice | null) => void;
    }
  | { readonly phase: "finished"; readonly outcome: Outcome }
  | { readonly phase: "failed"; readonly error: WorkbookError };

/** Says which text of a conflict is to stand. */
export type ConflictChoice = NonNullable<Awaited<ReturnType<ResolveConflicts>>>;

export const job = createStore<JobState>(() => ({ phase: "idle" }));

const set = (state: JobState): void => {
  job.setState(state, true);
};

export interface JobOptions {
  readonly settings?: Settings;
  /** What to do with sheets of an earlier run; absent: the user is asked. */
  readonly existing?: ExistingChoice;
  /** Instead of what the settings say. */
  readonly package?: Settings["package"];
  /** Brings a question before the user's eyes; rejects where that cannot be done. */
  readonly showQuestion: () => Promise<void>;
}

/** Runs the job unless one is under way. Never rejects: what happened is in the state. */
export async function runJob(port: WorkbookPort, options: JobOptions): Promise<void> {
  const { settings, existing, showQuestion } = options;
  const { phase } = job.getState();
  if (phase === "running" || phase === "asking" || phase === "conflicts") return;
  try {
    const outcome = await asRun("roadmap", async ({ bound }) => {
      set({ phase: "running", stage: "reading", done: 0 });
      const { createRoadmap } = await import("./create-roadmap"); // readers and planners load when they are needed
      return createRoadmap(bound(port), {
        ...(settings === undefined ? {} : { settings }),
        ...(options.package === undefined ? {} : { package: options.package }),
        progress: (stage, done) => {
          set({ phase: "running", stage, done });
        },
        chooseExisting: (sheets) =>
          existing === undefined ? ask(sheets, showQuestion) : Promise.resolve(existing),
        resolveConflicts: (sheets) => askConflicts(sheets, showQuestion),
      });
    });
    set({ phase: "finished", outcome });
  } catch (caught) {
    const error = toWorkbookError(caught);
    // stopped by the user: what was begun is taken back, as if nothing had been asked for
    if (error.code === "stopped") set({ phase: "finished", outcome: { kind: "cancelled" } });
    else set({ phase: "failed", error });
  }
}

/** Where nobody can be asked, nothing is written over: new sheets are made beside the old ones. */
function ask(sheets: readonly OwnSheet[], showQuestion: () => Promise<void>): Promise<ExistingChoice> {
  return new Promise((resolve) => {
    const answer = (choice: ExistingChoice): void => {
      set({ phase: "running", stage: "writing", done: 0 });
      resolve(choice);
    };
    set({ phase: "asking", sheets, answer });
    showQuestion().catch(() => {
      if (job.getState().phase === "asking") answer("new");
    });
  });
}

/** Where nobody can be asked, the user's text stays. */
function askConflicts(
  sheets: readonly SheetConflicts[],
  showQuestion: () => Promise<void>,
): Promise<ConflictChoice | null> {
  return new Promise((settle) => {
    const resolve = (choose: ConflictChoice | null): void => {
      set({ phase: "running", stage: "writing", done: 0 });
      settle(choose);
    };
    set({ phase: "conflicts", sheets, resolve });
    showQuestion().catch(() => {
      if (job.getState().phase === "conflicts") resolve(() => "mine");
    });
  });
}
