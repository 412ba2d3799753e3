import { useCallback, useEffect, useState } from "react";
import { toWorkbookError } from "../../../excel/runs/errors";
import type { Execution, MonitorOutcome } from "../../../excel/jobs/monitor";
import { monitorJob, runMonitor } from "../../../excel/jobs/monitor-job";
import type { WorkbookError, WorkbookPort } from "../../../excel/port";
import { asRun } from "../../../excel/runs/runs";

type Found = Execution | Extract<MonitorOutcome, { kind: "noRoadmap" }>;

export interface Control {
  readonly busy: "reading" | "working" | null;
  readonly error: WorkbookError | null;
  /** The reading for that day failed, or the user stopped it: what is found may be of another day. */
  readonly unread: boolean;
  readonly found: Found | null;
  /** Reads once more, after Excel refused. */
  readonly again: () => void;
  /** Makes the sheets as on a day; with the first day of a period, the report of it. @returns name of the sheet asked for */
  readonly make: (today: string, from: string | null) => Promise<MonitorOutcome | null>;
}

/** Readers load with the screen's first look at the workbook. */
const loadMonitor = () => import("../../../excel/jobs/monitor");

/** How the roadmaps stand, read when the screen opens and on each new day; the sheets are made on request. */
export function useControl(port: WorkbookPort, today: string): Control {
  const [busy, setBusy] = useState<Control["busy"]>("reading");
  const [error, setError] = useState<WorkbookError | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [unread, setUnread] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let left = false;
    setBusy("reading");
    setError(null);
    setUnread(false);
    asRun("reading", async ({ bound }) => (await loadMonitor()).readExecution(bound(port), today))
      .then(
        (read) => {
          if (!left) setFound(read);
        },
        (failure: unknown) => {
          if (left) return;
          setError(toWorkbookError(failure));
          setUnread(true);
        },
      )
      .finally(() => {
        if (!left) setBusy(null);
      });
    return () => {
      left = true; // another day was chosen meanwhile, or the screen is gone
    };
  }, [port, today, tries]);

  const again = useCallback(() => {
    setTries((before) => before + 1);
  }, []);

  const make = useCallback(
    async (day: string, from: string | null): Promise<MonitorOutcome | null> => {
      setBusy("working");
      setError(null);
      setUnread(false);
      monitorJob.setState({ phase: "idle", today: day, from }, true);
      await runMonitor(port);
      const state = monitorJob.getState();
      monitorJob.setState({ phase: "idle", today: null, from: null }, true); // the ribbon's button is for the day itself
      setBusy(null);
      setError(state.error ?? null);
      if (state.outcome !== undefined) setFound(state.outcome);
      return state.outcome ?? null;
    },
    [port],
  );
  return { busy, error, unread, found, again, make };
}
