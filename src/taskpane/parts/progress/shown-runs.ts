import { useLayoutEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { underWay, type WriterKind } from "../../../excel/runs/runs";

/** Writings whose course is shown where they were begun, with a way to stop them; one entry for each that shows it. */
const shown = createStore<{ readonly kinds: readonly WriterKind[] }>(() => ({ kinds: [] }));

/** Says that this part of the screen shows how a writing goes, as long as it does; null: it shows none. */
export function useShowsRun(kind: WriterKind | null): void {
  useLayoutEffect(() => {
    if (kind === null) return undefined;
    shown.setState(({ kinds }) => ({ kinds: [...kinds, kind] }));
    return () => {
      shown.setState(({ kinds }) => ({ kinds: kinds.filter((_, index) => index !== kinds.indexOf(kind)) }));
    };
  }, [kind]);
}

/** What is being written and nothing on the screen shows; null where there is no such thing. */
export function useUnshownRun(): WriterKind | null {
  const { kinds } = useStore(underWay);
  const there = useStore(shown);
  return kinds.filter((kind) => kind !== "reading").find((kind) => !there.kinds.includes(kind)) ?? null;
}
