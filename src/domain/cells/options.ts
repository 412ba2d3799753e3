import { DEFAULT_THRESHOLD } from "../identification/rules";
import { isInputError, isProblem, NUMBER_PROBLEM, valueProblem, type CellProblem, type Input } from "./input";
import { readCount, readOption } from "./number";

/**
 * A threshold in per cent. Below 1 it is a fraction, since Excel passes 30% as 0.3; from 1 to 100 it is per cent.
 * @example readThreshold(0.3) // 30
 */
export function readThreshold(input: Input): number | CellProblem {
  const figure = readOption(input);
  if (figure === null) return DEFAULT_THRESHOLD;
  if (isProblem(figure)) return figure;
  const { value, percent } = figure;
  if (value <= 0 || value > 100 || (percent && value > 1)) return NUMBER_PROBLEM;
  // 0.29 * 100 is 28.999999999999996
  return value < 1 || percent ? Math.round(value * 1e11) / 1e9 : value;
}

/** Results with fewer participants are no data; 0 leaves nobody out. */
export function readMinimum(input: Input): number | CellProblem {
  const option = readOption(input);
  return isProblem(option) ? option : (readCount(input, null) ?? 0);
}

/** Kinds by the words a user writes; English ones for the English interface. */
const KINDS = {
  доли: "shares",
  shares: "shares",
  проценты: "percents",
  percents: "percents",
  отметки: "marks",
  marks: "marks",
  числа: "counts",
  counts: "counts",
  тройки: "triples",
  triples: "triples",
} as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

/**
 * @param allowed Kinds that the function knows, named in the error.
 * @returns null when left out. A blank cell arrives as 0 on desktop and counts as left out.
 */
export function readKind<K extends Kind>(input: Input, allowed: readonly K[]): K | null | CellProblem {
  if (isInputError(input)) return { problem: "input", error: input.error, place: null };
  if (input === null || input === 0) return null;
  const word = String(input).trim().toLowerCase();
  if (word === "") return null;
  const kind = Object.entries(KINDS).find(([name]) => name === word)?.[1];
  const known = allowed.find((candidate) => candidate === kind);
  return known ?? valueProblem("kindUnknown", { kind: word, choices: allowed.join(" ") });
}
