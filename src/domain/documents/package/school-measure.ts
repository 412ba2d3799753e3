import type { DeadlineRule } from "../../measures/measure";

/** Whom a measure of a school's plan is for: the sections of the plan, in their order. */
export const AUDIENCES = {
  management: "Управление и анализ",
  staff: "Работа с педагогами",
  pupils: "Работа с обучающимися",
  parents: "Работа с родителями",
  resources: "Ресурсы и партнёрство",
} as const;

export type Audience = keyof typeof AUDIENCES;

/** A measure of a school's own roadmap, said from the school's side. */
export interface SchoolMeasure {
  readonly audience: Audience;
  readonly text: string;
  readonly deadline: DeadlineRule;
  /** As the document prints it. */
  readonly responsible: string;
  readonly result: string;
  /** Why the school has it: its low procedures, or the item of the municipal roadmap. */
  readonly basis: string;
}
