import { useCallback, useEffect, useReducer, useRef } from "react";
import { useStore } from "zustand";
import type { Source } from "../../domain/problem";
import type { Correction } from "../../domain/results/corrections/correction";
import type { Settings } from "../../domain/settings";
import { checkJob } from "../../excel/jobs/check-job";
import { toWorkbookError } from "../../excel/runs/errors";
import type { Prepared } from "../../excel/jobs/create-roadmap";
import { job, runJob, type JobState } from "../../excel/jobs/job";
import type { Look, WorkbookPort, WrittenSheet } from "../../excel/port";
import { forgetRecovery } from "../../excel/unfinished/recovered";
import { asRun } from "../../excel/runs/runs";
import { INITIAL, reduce, type PaneState, type Step } from "./pane-state";

export interface Pane {
  readonly port: WorkbookPort;
  readonly state: PaneState;
  readonly job: JobState;
  readonly go: (step: Step) => void;
  /** Shows the templates of measures, or the step again; reads the workbook first where it was not read. */
  readonly showTemplates: (shown: boolean) => void;
  readonly read: () => void;
  /** Takes over what a look at the workbook found. */
  readonly looked: (look: Look | "failed") => void;
  readonly create: () => void;
  readonly change: (settings: Settings) => void;
  /** The workbook as it was read, with the files added since. */
  readonly refresh: () => void;
  /**
   * Reads the workbook anew behind the screen that is there: a sheet of it was written. Never rejects.
   * @param change of the settings as they are by then, which is kept
   */
  readonly reread: (change?: Partial<Settings>) => Promise<void>;
  /** Takes over what a check of the data read, and which sheet it wrote after that. */
  readonly checked: (prepared: Prepared, written?: readonly WrittenSheet[]) => void;
  /** Takes over how sheets are read by the user's corrections, and has the workbook keep them. */
  readonly correct: (prepared: Prepared, list: readonly Correction[]) => void;
  readonly select: (source: Source) => void;
  readonly dismiss: () => void;
}

/** Readers are loaded with the first job: the first screen is painted without them. */
const loadJob = () => import("../../excel/jobs/create-roadmap");

/** The pane's state and everything that the user can ask of it. */
export function usePane(port: WorkbookPort): Pane {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const jobState = useStore(job);

  useEffect(() => {
    dispatch({ type: "job", job: jobState });
  }, [jobState]);

  useEffect(() => port.watchEdits(), [port]);
  useEffect(
    () =>
      checkJob.subscribe(({ phase, outcome }, before) => {
        if (phase === "finished" && before.phase === "running" && outcome !== undefined)
          dispatch({ type: "wrote", written: outcome.written }); // also from the ribbon
      }),
    [],
  );

  const looked = useCallback((look: Look | "failed") => {
    dispatch({ type: "looked", look });
  }, []);

  const read = useCallback(() => {
    const progress = (stage: "reading" | "identifying" | "writing" | "done", done: number): void => {
      dispatch({ type: "working", stage, done });
    };
    progress("reading", 0);
    forgetJob();
    asRun("reading", async ({ bound }) => (await loadJob()).prepare(bound(port), { progress })).then(
      (prepared) => {
        if (prepared.recovered === undefined) forgetRecovery(); // the user has it read anew, and all is in order
        dispatch({ type: "found", prepared });
      },
      (error: unknown) => {
        dispatch({ type: "failed", error: toWorkbookError(error) });
      },
    );
  }, [port]);

  const unread = state.found === null;
  const go = useCallback(
    (step: Step) => {
      dispatch({ type: "went", step });
      if (unread && step !== "data") read(); // made on an earlier day, and nothing of it is known yet
    },
    [read, unread],
  );

  // a run that wrote has changed the workbook since it was read
  const outdated = unread || jobState.phase === "finished";
  const showTemplates = useCallback(
    (shown: boolean) => {
      dispatch({ type: "templates", shown });
      if (shown && outdated) read();
    },
    [read, outdated],
  );

  const settings = state.found?.prepared.settings;
  // what the user chose last, also while something is under way that began before
  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);
  /** Takes over a reading; what began under other settings does not bring them back. */
  const takeOver = useCallback(async (prepared: Prepared, written?: readonly WrittenSheet[]) => {
    const { analyseSnapshot } = await loadJob();
    const now = latest.current;
    const same = now === undefined || isSame(now, prepared.settings);
    dispatch({
      type: "found",
      prepared: same ? prepared : { ...prepared, ...analyseSnapshot(prepared.snapshot, now) },
      written,
    });
  }, []);
  const create = useCallback(() => {
    // the pane is open: the question is before the user's eyes already
    void runJob(port, {
      ...(settings === undefined ? {} : { settings }),
      showQuestion: () => Promise.resolve(),
    });
  }, [port, settings]);

  const snapshot = state.found?.prepared.snapshot;
  const change = useCallback(
    (next: Settings) => {
      if (snapshot === undefined) return;
      latest.current = next;
      forgetJob();
      loadJob()
        .then(({ analyseSnapshot }) => {
          dispatch({ type: "found", prepared: analyseSnapshot(snapshot, next) });
          return port.saveSettings(next);
        })
        .catch((error: unknown) => {
          dispatch({ type: "noticed", notice: { about: "settings", error: toWorkbookError(error) } });
        });
    },
    [port, snapshot],
  );

  const refresh = useCallback(() => {
    if (snapshot === undefined || settings === undefined) return;
    forgetJob();
    loadJob().then(
      ({ analyseSnapshot }) => {
        dispatch({ type: "found", prepared: analyseSnapshot(snapshot, settings) });
      },
      (error: unknown) => {
        dispatch({ type: "failed", error: toWorkbookError(error) });
      },
    );
  }, [snapshot, settings]);

  const reread = useCallback(
    async (change?: Partial<Settings>) => {
      forgetJob();
      const before = latest.current;
      const next = change === undefined || before === undefined ? undefined : { ...before, ...change };
      if (next !== undefined) latest.current = next;
      try {
        const used = latest.current;
        const prepared = await asRun("reading", async ({ bound }) =>
          (await loadJob()).prepare(bound(port), used === undefined ? {} : { settings: used }),
        );
        await takeOver(prepared);
      } catch (error) {
        dispatch({ type: "failed", error: toWorkbookError(error) });
      }
      if (next === undefined || latest.current === undefined || !isSame(latest.current, next)) return;
      port.saveSettings(next).catch((error: unknown) => {
        dispatch({ type: "noticed", notice: { about: "settings", error: toWorkbookError(error) } });
      });
    },
    [port, takeOver],
  );

  const checked = useCallback(
    (prepared: Prepared, written?: readonly WrittenSheet[]) => {
      forgetJob();
      takeOver(prepared, written).catch((error: unknown) => {
        dispatch({ type: "failed", error: toWorkbookError(error) });
      });
    },
    [takeOver],
  );

  const correct = useCallback(
    (prepared: Prepared, list: readonly Correction[]) => {
      forgetJob();
      dispatch({ type: "found", prepared });
      port.saveCorrections(list).catch((error: unknown) => {
        dispatch({ type: "noticed", notice: { about: "corrections", error: toWorkbookError(error) } });
      });
    },
    [port],
  );

  const select = useCallback(
    (source: Source) => {
      port.select(source).then(
        () => {
          dispatch({ type: "noticed", notice: null });
        },
        (error: unknown) => {
          dispatch({ type: "noticed", notice: { about: "select", error: toWorkbookError(error) } });
        },
      );
    },
    [port],
  );

  const dismiss = useCallback(() => {
    dispatch({ type: "noticed", notice: null });
  }, []);

  return {
    port,
    state,
    job: jobState,
    go,
    showTemplates,
    read,
    looked,
    create,
    change,
    refresh,
    reread,
    checked,
    correct,
    select,
    dismiss,
  };
}

/** By what they say: a reading makes an object of its own. */
const isSame = (a: Settings, b: Settings): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a finished run said is over as soon as the data or the settings change. */
function forgetJob(): void {
  const { phase } = job.getState();
  if (phase === "finished" || phase === "failed") job.setState({ phase: "idle" }, true);
}
