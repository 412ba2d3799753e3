import { procedureTitle, type Procedure } from "../procedure";
import type { SchoolYear } from "../year";

/**
 * How total scores become marks in one procedure of one year. Scales change from year to year, so one of another year
 * is never used in its place.
 */
export interface Scale {
  readonly procedure: Procedure;
  readonly year: SchoolYear;
  /** Least total score of each mark; for ЕГЭ only `three`: the least score that passes. */
  readonly three: number;
  readonly four: number | null;
  readonly five: number | null;
  /** Highest total score; null where it is not told. */
  readonly most: number | null;
  /** Document that sets the scale, as the user or the table names it. */
  readonly citation: string;
}

/**
 * Published scales. None yet: no source at hand gives a scale of ВПР for form × subject × class × year that could be
 * cited, and a scale from memory would decide verdicts. The user enters it on the sheet «Шкалы».
 */
export const SCALES: readonly Scale[] = [];

/** The scale of a procedure in a year; the first that fits wins, so the user's stand before the table. */
export function findScale(scales: readonly Scale[], procedure: Procedure, year: SchoolYear): Scale | null {
  const title = procedureTitle(procedure);
  return scales.find((scale) => scale.year === year && procedureTitle(scale.procedure) === title) ?? null;
}

/** The mark of a total score. @returns null for a score that the scale does not hold. */
export function markOf({ three, four, five, most }: Scale, score: number): 2 | 3 | 4 | 5 | null {
  if (score < 0 || !Number.isInteger(score) || (most !== null && score > most)) return null;
  if (score < three) return 2;
  if (five !== null && score >= five) return 5;
  return four !== null && score >= four ? 4 : 3;
}
