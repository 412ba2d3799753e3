import type { School } from "../schools/school";
import { applyAdjustments, type AdjustedGroup, type GroupMember } from "./adjustments";
import { identify } from "./identify";
import type { ResultColumns } from "./result-columns";
import type { IdentificationSettings } from "./rule";

/** What was read and settled, and the list as it is now. */
export interface WhatIfBasis {
  readonly schools: readonly School[];
  /** The schools that are judged, with their results. */
  readonly judged: ResultColumns;
  readonly group: AdjustedGroup;
}

/** The list under another threshold, beside the list as it is. */
export interface Prospect {
  /** Per cent. */
  readonly threshold: number;
  /** Schools in the list. */
  readonly count: number;
  /** Schools that the list does not have now, with the verdict that would bring them in. */
  readonly enter: readonly GroupMember[];
  /** Schools that would go, with the verdict that has them in it now. */
  readonly leave: readonly GroupMember[];
}

/** Thresholds that departments ask about; the usual one in the middle. */
export const USUAL_THRESHOLDS: readonly number[] = [25, 30, 35];

/**
 * Who enters the list and who leaves it under each threshold; nothing is changed. Decisions made by hand hold under
 * every threshold: an added school never leaves, a removed one never enters.
 * @param settings all but the threshold as the list was made
 * @param thresholds per cent, in the order in which they are answered
 * @example whatIf(analysis, settings, [25]) // [{ threshold: 25, count: 4, enter: [one member], leave: [] }]
 */
export function whatIf(
  { schools, judged, group }: WhatIfBasis,
  settings: IdentificationSettings,
  thresholds: readonly number[],
): readonly Prospect[] {
  const decisions = [...group.added, ...group.removed, ...group.idle];
  const now = keysOf(group.group);
  return thresholds.map((threshold) => {
    const { verdicts } = identify(judged, { ...settings, threshold });
    const then = applyAdjustments(verdicts, decisions, schools).group;
    const keys = keysOf(then);
    return {
      threshold,
      count: then.length,
      enter: then.filter(({ schoolKey }) => !now.has(schoolKey)),
      leave: group.group.filter(({ schoolKey }) => !keys.has(schoolKey)),
    };
  });
}

const keysOf = (members: readonly GroupMember[]): ReadonlySet<string> =>
  new Set(members.map(({ schoolKey }) => schoolKey));
