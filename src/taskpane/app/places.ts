import type { WriterKind } from "../../excel/runs";
import type { Step } from "../state/pane-state";

/** What is shown below the steps. */
export type Place = Step | "templates" | "control" | "functions" | "removal" | "asked";

/** The screen that shows by itself how a writing goes. */
export const HOMES: Readonly<Record<WriterKind, Place>> = {
  roadmap: "roadmap",
  check: "data",
  answer: "data",
  files: "data",
  heatMap: "schools",
  templates: "templates",
  control: "control",
  functions: "functions",
  removal: "removal",
};
