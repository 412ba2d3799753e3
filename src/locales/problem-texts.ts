import type { ProblemCode, Severity } from "../domain/problem";

/** What a text is made from: the problem's fields, as text, and its cells. */
export interface ProblemFields {
  /** The value of a field, empty when there is none. */
  readonly of: (name: string) => string;
  /** « (other cells that take part)», empty when there are none or they are shown apart. */
  readonly related: string;
  /** A warning tells of a figure that was used all the same. */
  readonly severity: Severity;
}

/** What is wrong and what to do; a code without a text fails the type check. */
export type ProblemTexts = Readonly<Record<ProblemCode, (fields: ProblemFields) => string>>;
