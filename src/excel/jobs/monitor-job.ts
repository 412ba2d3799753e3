import { createStore } from "zustand/vanilla";
import { toWorkbookError } from "../runs/errors";
import type { MonitorOptions, MonitorOutcome } from "./monitor";
import type { WorkbookError, WorkbookPort } from "../port";
import { asRun } from "../runs/runs";
import { localToday } from "./today";

/** The run of control as the ribbon and the pane see it. */
export interface MonitorState {
  readonly phase: "idle" | "running" | "finished" | "failed";
  readonly outcome?: MonitorOutcome;
  readonly error?: WorkbookError;
  /** The day of the report and the first day of its period; null: today, the first day of the plan. */
  readonly today: string | null;
  readonly from: string | null;
  /** Lists every time of recurring measures. */
  readonly occurrences?: boolean;
  /** Limits of dynamics that were given; absent: those of the sheet. */
  readonly limits?: MonitorOptions["limits"];
}

export const monitorJob = createStore<MonitorState>(() => ({ phase: "idle", today: null, from: null }));

/** Runs the control unless it is under way. Never rejects: what happened is in the state. */
export async function runMonitor(port: WorkbookPort): Promise<void> {
  const { phase, today, from, occurrences = false, limits = {} } = monitorJob.getState();
  if (phase === "running") return;
  monitorJob.setState({ phase: "running", today, from, occurrences, limits }, true);
  try {
    const options: MonitorOptions = {
      today: today ?? localToday(),
      ...(from === null ? {} : { from }),
      occurrences,
      limits,
    };
    const outcome = await asRun("control", async ({ bound }) => {
      const { monitorRoadmap } = await import("./monitor"); // readers and planners load when they are needed
      return monitorRoadmap(bound(port), options);
    });
    monitorJob.setState({ phase: "finished", outcome });
  } catch (error) {
    monitorJob.setState({ phase: "failed", error: toWorkbookError(error) });
  }
}
