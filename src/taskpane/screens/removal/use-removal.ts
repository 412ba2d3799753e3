import { useCallback, useEffect, useState } from "react";
import { toWorkbookError } from "../../../excel/errors";
import type { OwnSheet, WorkbookError, WorkbookPort } from "../../../excel/port";
import { readWhole } from "../../../excel/read-whole";
import type { Removal, SheetRemover } from "../../../excel/remove-sheets";
import { changedSince } from "./groups";

/** What a wish to remove sheets came to. */
export type Removed = Removal | { readonly kind: "changed"; readonly names: readonly string[] };

export interface RemovalState {
  readonly busy: "reading" | "working" | null;
  readonly error: WorkbookError | null;
  /** Sheets of the add-in; null while they are not read. */
  readonly own: readonly OwnSheet[] | null;
  readonly outcome: Removed | null;
  /** @returns whether sheets are gone */
  readonly remove: (sheets: readonly OwnSheet[]) => Promise<boolean>;
}

/** Sheets of the add-in, read when the screen opens and again before anything is removed. */
export function useRemoval(port: WorkbookPort, remover: SheetRemover): RemovalState {
  const [busy, setBusy] = useState<RemovalState["busy"]>("reading");
  const [error, setError] = useState<WorkbookError | null>(null);
  const [own, setOwn] = useState<readonly OwnSheet[] | null>(null);
  const [outcome, setOutcome] = useState<Removed | null>(null);

  useEffect(() => {
    let left = false;
    readWhole(port).then(
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
  }, [port]);

  const remove = useCallback(
    async (sheets: readonly OwnSheet[]): Promise<boolean> => {
      let done = false;
      setBusy("working");
      setError(null);
      setOutcome(null);
      try {
        const now = (await readWhole(port)).own;
        const changed = changedSince(sheets, now);
        setOwn(now);
        if (changed.length > 0) setOutcome({ kind: "changed", names: changed });
        else {
          const removal = await remover.remove(sheets);
          done = removal.kind === "removed";
          setOutcome(removal);
          const gone = new Set(removal.kind === "removed" ? sheets.map(({ sheetId }) => sheetId) : []);
          setOwn(now.filter(({ sheetId }) => !gone.has(sheetId)));
        }
      } catch (failure) {
        setError(toWorkbookError(failure));
      }
      setBusy(null);
      return done;
    },
    [port, remover],
  );
  return { busy, error, own, outcome, remove };
}
