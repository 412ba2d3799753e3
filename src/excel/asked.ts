import { createStore } from "zustand/vanilla";
import type { WorkbookError } from "./port";
import type { Selection } from "./selection";

/** What a button of the ribbon or of the menu of a cell asks of the pane. */
export type Asked =
  | { readonly kind: "schools" | "files" | "report" }
  | { readonly kind: "why" | "results" | "notResults"; readonly at: Selection }
  /** What is selected could not be learnt. */
  | { readonly kind: "failed"; readonly error: WorkbookError };

/** Ribbon and pane live in one runtime: what is asked waits here until the pane has taken it up. */
export const asked = createStore<{ readonly now: Asked | null }>(() => ({ now: null }));

/** Each question is a new object: asked twice, it is answered twice. */
export const ask = (now: Asked | null): void => {
  asked.setState({ now });
};
