import { createContext } from "react";
import { createStore } from "zustand/vanilla";
import type { SchoolPair } from "../../../domain/answer-schools";
import type { NotedAnswer, SchoolAnswer } from "../../../domain/documents/registry-answer";
import type { Source } from "../../../domain/problem";
import type { WishFault } from "../../../domain/results/corrections/make";
import type { ReadTable } from "../../../domain/results/result";
import type { WorkbookError } from "../../../excel/port";

/** Two schools as they are called, and what was answered about them. */
export interface KeptAnswer {
  readonly noted: NotedAnswer;
  readonly first: string;
  readonly second: string;
  /** The cell of the registry that keeps it. */
  readonly place: Source;
}

/** Numbers that an answer may change, before it and after. */
export interface AnswerEffect {
  readonly schools: readonly [before: number, after: number];
  readonly listed: readonly [before: number, after: number];
  readonly results: readonly [before: number, after: number];
  /** Values that are not counted. */
  readonly errors: readonly [before: number, after: number];
}

export type AnswerShown =
  | { readonly kind: "noted" | "takenBack"; readonly answer: KeptAnswer; readonly effect: AnswerEffect }
  | { readonly kind: "gone" | "notNoted"; readonly first: string; readonly second: string }
  /** «Yes», where figures of the two contradict: asked once more. */
  | {
      readonly kind: "contradicting";
      readonly first: string;
      readonly second: string;
      readonly pair: SchoolPair;
      readonly count: number;
    }
  | { readonly kind: "failed"; readonly error: WorkbookError }
  /** «Не считать эту таблицу» cannot be kept, and why. */
  | { readonly kind: "notLeftOut"; readonly sheet: string; readonly fault: WishFault };

interface Answers {
  readonly busy: boolean;
  /** Answers since the pane was opened, the newest last; what the registry keeps stays in the workbook. */
  readonly kept: readonly KeptAnswer[];
  readonly shown: AnswerShown | null;
}

/** Kept beside the screens: an answer makes the list of problems anew. */
export const schoolAnswers = createStore<Answers>(() => ({ busy: false, kept: [], shown: null }));

/** What the pane can do at once about problems; null where nothing can be done. */
export interface ProblemActions {
  readonly leaveOut: (table: ReadTable) => void;
  /** `insisted`: although figures of the two contradict. */
  readonly answer: (
    pair: SchoolPair,
    names: readonly [string, string],
    answer: SchoolAnswer,
    insisted?: boolean,
  ) => void;
  readonly takeBack: (kept: KeptAnswer) => void;
}

export const ActionsContext = createContext<ProblemActions | null>(null);
