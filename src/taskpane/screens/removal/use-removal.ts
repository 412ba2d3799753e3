import { useCallback, useEffect, useState } from "react";
import { toWorkbookError } from "../../../excel/runs/errors";
import type { OwnSheet, WorkbookError, WorkbookPort } from "../../../excel/port";
import { readWhole } from "../../../excel/reading/read-whole";
import { asRun } from "../../../excel/runs/runs";
import type { Removal, SheetRemover } from "../../../excel/writing/remove-sheets";
import { changedSince } from "./groups";

/** What a wish to remove sheets came to. */
export type Removed = Removal | { readonly kind: "changed"; readonly names: readonly string[] };

export interface RemovalState {
  readonly busy: "reading" | "working" | null;
  readonly error: WorkbookError | null;
  /** Sheets of the add-in; null while they are not read. */
  readonly own: readonly OwnSheet[] | null;
  readonly outcome: Removed | null;
  /** Reads once more, after Excel refused or the user stopped it. */
  readonly again: () => void;
  /** @returns whether sheets are gone */
  readonly remove: (sheets: readonly OwnSheet[]) => Promise<boolean>;
}

/** Sheets of the add-in, read when the screen opens and again before anything is removed. */
export function useRemoval(port: WorkbookPort, remover: SheetRemover): RemovalState {
  const [busy, setBusy] = useState<RemovalState["busy"]>("reading");
  const [error, setError] = useState<WorkbookError | null>(null);
  const [own, setOwn] = useState<readonly OwnSheet[] | null>(null);
  const [outcome, setOutcome] = useState<Removed | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let left = false;
    setBusy("reading");
    setError(null);
    asRun("reading", ({ bound }) => readWhole(bound(port))).then(
      (snapshot) => {
        if (left) return;
        setOwn(snapshot.own);
        setBusy(null);
      },
      (failure: unknown) => {
        if (left) return;
        setError(toWorkbookError(failure));
        setBusy(null);
      },
    );
    return () => {
      left = true;
    };
  }, [port, tries]);

  const again = useCallback(() => {
    setTries((before) => before + 1);
  }, []);

  const remove = useCallback(
    async (sheets: readonly OwnSheet[]): Promise<boolean> => {
      let done = false;
      setBusy("working");
      setError(null);
      setOutcome(null);
      try {
        await asRun("removal", async ({ bound, call }) => {
          const now = (await readWhole(bound(port))).own;
          const changed = changedSince(sheets, now);
          setOwn(now);
          if (changed.length > 0) {
            setOutcome({ kind: "changed", names: changed });
            return;
          }
          const removal = await call(() => remover.remove(sheets));
          done = removal.kind === "removed";
          setOutcome(removal);
          const gone = new Set(removal.kind === "removed" ? sheets.map(({ sheetId }) => sheetId) : []);
          setOwn(now.filter(({ sheetId }) => !gone.has(sheetId)));
        });
      } catch (failure) {
        setError(toWorkbookError(failure));
      }
      setBusy(null);
      return done;
    },
    [port, remover],
  );
  return { busy, error, own, outcome, again, remove };
}
