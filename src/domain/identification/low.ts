import type { Result } from "../results/result";

/** Per cent, 0…100. */
export type Percent = number;

export interface Counts {
  readonly participants: number;
  readonly failed: number;
}

export type LowState = "low" | "notLow" | "noData";

/** The part of a result that tells whether it is low. */
export type Figures = Pick<Result, "participants" | "failed" | "share" | "shareDecimals" | "marks">;

/** Shares are compared in billionths: 9 decimals, issue A point 5. */
const BILLION = 1_000_000_000;
const MAX_DECIMALS = 6;

/**
 * Whether a result is low: at least `threshold` per cent of the participants did not reach the minimum.
 * Compares integers, so that 3 of 10 is exactly 30 %. Source: seed 000, passport.
 * @param threshold per cent, inclusive; up to 6 decimals count.
 * @returns `"noData"` when nobody took part: a procedure that was not held is never low.
 * @example isLow({ participants: 10, failed: 3 }, 30) // "low"
 */
export function isLow({ participants, failed }: Counts, threshold: Percent): LowState {
  return compareCounts(participants, failed, readThreshold(threshold));
}

/**
 * The same for a bare share, rounded to 9 decimals first, so that 0.1 + 0.2 is 30 %.
 * @param share fraction 0…1.
 * @example isShareLow(0.2999, 30) // false
 */
export function isShareLow(share: number, threshold: Percent): boolean {
  return compareShare(share, readThreshold(threshold)) === "low";
}

/**
 * State of a result: by its counts where it has them, else by its share.
 * @param minParticipants a result known to have fewer is no data; 0 excludes nobody.
 */
export function lowState(figures: Figures, threshold: Percent, minParticipants = 0): LowState {
  return stateUnder(readThreshold(threshold), minParticipants, figures);
}

/** `lowState` for many results: the threshold is read once. */
export function stateUnder(threshold: Threshold, minParticipants: number, figures: Figures): LowState {
  // counts as read, the usual case, are judged without an object made for them
  const { participants, failed } = figures;
  if (failed !== null) return stateOfCounts(threshold, minParticipants, participants, failed, figures.share);
  const derived = countsOf(figures);
  return stateOfCounts(threshold, minParticipants, derived.participants, derived.failed, figures.share);
}

/** The same for figures that are at hand as numbers. */
function stateOfCounts(
  threshold: Threshold,
  minParticipants: number,
  participants: number | null,
  failed: number | null,
  share: number | null,
): LowState {
  if (participants !== null && (participants === 0 || participants < minParticipants)) return "noData";
  if (participants !== null && failed !== null) return compareCounts(participants, failed, threshold);
  return share === null ? "noData" : compareShare(share, threshold);
}

/**
 * Whether the true share behind a printed, rounded one may lie on the other side of the threshold. Where the number of
 * participants is known, only whole numbers of people are considered: 33.3 % of 3 is 1 of 3 and nothing else.
 * @example couldFlip({ participants: null, failed: null, share: 0.3, shareDecimals: 0 }, 30) // true: 29.5 % prints as 30
 */
export function couldFlip(figures: Figures, threshold: Percent): boolean {
  const { participants, share, shareDecimals } = figures;
  if (share === null || shareDecimals === undefined || participants === 0) return false;
  if (participants !== null) {
    const { least, most } = headsBehind(participants, share, shareDecimals);
    if (least <= most) {
      const state = (failed: number) => isLow({ participants, failed }, threshold);
      return state(least) !== state(most);
    }
  }
  const half = halfStep(shareDecimals);
  return !isShareLow(share - half, threshold) && isShareLow(share + half, threshold);
}

/**
 * Participants and failed, from the marks where they are not given themselves, or from a rounded share of a known
 * number of participants: the nearest whole number of people that prints as it (8 of 27 is 29.6 %, printed as 30 %).
 */
export function countsOf(figures: Figures): {
  readonly participants: number | null;
  readonly failed: number | null;
} {
  const { participants, failed } = figures;
  if (failed !== null) return { participants, failed };
  const { marks, share, shareDecimals } = figures;
  if (marks !== undefined) {
    return { participants: participants ?? marks[0] + marks[1] + marks[2] + marks[3], failed: marks[0] };
  }
  if (participants === null || share === null || shareDecimals === undefined) return { participants, failed };
  const { least, most } = headsBehind(participants, share, shareDecimals);
  const nearest = Math.round(participants * share);
  return { participants, failed: least <= nearest && nearest <= most ? nearest : null };
}

const halfStep = (decimals: number): number => 0.5 * 10 ** -(decimals + 2);

/** The whole numbers of people whose share prints as `share`; `least` above `most` where there is none. */
function headsBehind(participants: number, share: number, decimals: number): { least: number; most: number } {
  const half = halfStep(decimals);
  return {
    least: Math.max(0, Math.ceil(participants * (share - half) - 1e-9)),
    most: Math.floor(participants * (share + half) + 1e-9),
  };
}

/** A threshold as whole numbers: `units / scale` per cent, and the same in billionths of the whole. */
export interface Threshold {
  readonly units: number;
  readonly scale: number;
  readonly billionths: number;
}

/** @example readThreshold(27.5) // { units: 275, scale: 10, billionths: 275_000_000 } */
export function readThreshold(percent: Percent): Threshold {
  let scale = 1;
  for (let decimals = 0; decimals < MAX_DECIMALS && !isWhole(percent * scale); decimals++) scale *= 10;
  const units = Math.round(percent * scale);
  return { units, scale, billionths: (units * (BILLION / 100)) / scale };
}

function compareCounts(participants: number, failed: number, threshold: Threshold): LowState {
  if (participants === 0) return "noData";
  return reaches(threshold, participants, failed) ? "low" : "notLow";
}

/** Whether so many failed of more than nobody are at least the threshold; whole numbers alone are compared. */
export function reaches({ units, scale }: Threshold, participants: number, failed: number): boolean {
  return failed * 100 * scale >= units * participants;
}

function compareShare(share: number, { billionths }: Threshold): LowState {
  return Math.round(share * BILLION) >= billionths ? "low" : "notLow";
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}
