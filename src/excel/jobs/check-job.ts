import { createStore } from "zustand/vanilla";
import type { Settings } from "../../domain/settings";
import type { CheckOutcome } from "./check-data";
import { toWorkbookError } from "../runs/errors";
import type { WorkbookError, WorkbookPort } from "../port";
import { asRun } from "../runs/runs";
import { localToday } from "./today";

/** The check of the data as the ribbon and the pane see it. */
export interface CheckState {
  readonly phase: "idle" | "running" | "finished" | "failed";
  readonly outcome?: CheckOutcome;
  readonly error?: WorkbookError;
  /** The day of the check, ISO; null: today. */
  readonly today: string | null;
}

export const checkJob = createStore<CheckState>(() => ({ phase: "idle", today: null }));

/** Runs the check unless it is under way. Never rejects: what happened is in the state. */
export async function runCheck(port: WorkbookPort, settings?: Settings): Promise<void> {
  const { phase, today } = checkJob.getState();
  if (phase === "running") return;
  checkJob.setState({ phase: "running", today }, true);
  try {
    const outcome = await asRun("check", async ({ bound }) => {
      const { checkData } = await import("./check-data"); // readers and planners load when they are needed
      return checkData(bound(port), {
        today: today ?? localToday(),
        ...(settings === undefined ? {} : { settings }),
      });
    });
    checkJob.setState({ phase: "finished", outcome, today }, true);
  } catch (error) {
    checkJob.setState({ phase: "failed", error: toWorkbookError(error), today }, true);
  }
}
