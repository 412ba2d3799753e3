import type { UsersCell } from "../../domain/regeneration/users-cells";
import type { WriteStep } from "../sheets/write-plan";

/** What is to be done yet, once that is known. */
export interface ToDo {
  readonly steps: readonly WriteStep[];
  /** The sheet is half changed. */
  readonly half: boolean;
  /** What the user has put there since: it is left, by its place in the end. */
  readonly mine: readonly UsersCell[];
  /** Nothing is done, since the user has been there. */
  readonly users?: true;
}
