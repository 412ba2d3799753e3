import type { Walker } from "./walker";

/** What a picture is of: the pane, the cells of the sheet, the whole page. */
export type Part = "pane" | "grid" | "page";

/** A screen of the pane, or a sheet that is made, in one of its states. */
export interface Screen {
  /** Name of the picture. */
  readonly id: string;
  /** As the report of accessibility calls it. */
  readonly title: string;
  /** What is shown of it; the pane when left out. Only the pane is looked at for accessibility. */
  readonly part?: Exclude<Part, "pane">;
  /** From the screen before it in the story; resolves when it is there. */
  readonly reach: (walker: Walker) => Promise<void>;
}

/** Screens that one visit over a newly opened page passes, in their order. */
export interface Story {
  readonly name: string;
  readonly screens: readonly Screen[];
}
