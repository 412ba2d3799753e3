import type { Problem } from "../problem";
import { normaliseSchoolName } from "../schools/name";
import { schoolKey } from "../schools/key";
import { compareSchools, compareText } from "../schools/order";
import type { School } from "../schools/school";
import type { Adjustment, Verdict } from "./verdict";

/** A school of the group the roadmap is written for, with why it is there. */
export interface GroupMember {
  readonly schoolKey: string;
  readonly school: string;
  /** Null for a school added by hand that has no results at all. */
  readonly verdict: Verdict | null;
  /** The decision that added it; null for a computed one that nobody added. */
  readonly added: Adjustment | null;
}

/** The group of schools, and the three lists that documents keep apart (domain reference, Identification). */
export interface AdjustedGroup {
  /** Every school the rule finds, those removed by hand too. */
  readonly computed: readonly Verdict[];
  /** Decisions in force; a school may be computed and added both. Keys are those of the settled schools. */
  readonly added: readonly Adjustment[];
  readonly removed: readonly Adjustment[];
  /** Decisions without effect: to remove a school that is not in the group. */
  readonly idle: readonly Adjustment[];
  /** Computed + added − removed, in Russian order of names. */
  readonly group: readonly GroupMember[];
  readonly problems: readonly Problem[];
}

/**
 * Applies decisions made by hand to the computed list. Of several decisions on one school the latest holds, by date,
 * then by place in the list. One without ground or date is applied and reported (`adjustmentIncomplete`): the order
 * prints a blank there. A school is found by its key, by a former key, or by its name where only one has it; one to be
 * removed that is not found is `adjustmentUnknownSchool`, one to be added needs no results.
 */
export function applyAdjustments(
  verdicts: readonly Verdict[],
  adjustments: readonly Adjustment[],
  schools: readonly School[] = [],
): AdjustedGroup {
  const find = schoolFinder(verdicts, schools);
  const problems: Problem[] = [];
  const latest = new Map<string, Adjustment>();
  for (const adjustment of [...adjustments].sort((a, b) => compareText(a.date ?? "", b.date ?? ""))) {
    const verdict = find(adjustment);
    if (verdict === null && adjustment.action === "remove") problems.push(unknownSchool(adjustment));
    else {
      const key = verdict?.schoolKey ?? (adjustment.schoolKey || schoolKey(adjustment.school));
      latest.set(key, { ...adjustment, schoolKey: key, school: verdict?.school ?? adjustment.school });
    }
  }
  problems.push(...adjustments.flatMap(incomplete));

  const computed = verdicts.filter((verdict) => verdict.status === "low");
  const computedKeys = new Set(computed.map((verdict) => verdict.schoolKey));
  const decisions = [...latest.values()].sort(bySchool);
  const added = decisions.filter(({ action }) => action === "add");
  const removals = decisions.filter(({ action }) => action === "remove");
  const removed = removals.filter((removal) => computedKeys.has(removal.schoolKey));
  const removedKeys = new Set(removed.map((removal) => removal.schoolKey));
  return {
    computed,
    added,
    removed,
    idle: removals.filter((removal) => !removedKeys.has(removal.schoolKey)),
    group: members(verdicts, computed, added).filter((member) => !removedKeys.has(member.schoolKey)),
    problems,
  };
}

function members(
  verdicts: readonly Verdict[],
  computed: readonly Verdict[],
  added: readonly Adjustment[],
): readonly GroupMember[] {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.schoolKey, verdict]));
  const addition = new Map(added.map((adjustment) => [adjustment.schoolKey, adjustment]));
  const fromRule = computed.map((verdict): GroupMember => ({
    schoolKey: verdict.schoolKey,
    school: verdict.school,
    verdict,
    added: addition.get(verdict.schoolKey) ?? null,
  }));
  const computedKeys = new Set(computed.map((verdict) => verdict.schoolKey));
  const byHand = added
    .filter((adjustment) => !computedKeys.has(adjustment.schoolKey))
    .map((adjustment): GroupMember => ({
      schoolKey: adjustment.schoolKey,
      school: adjustment.school,
      verdict: verdictOf.get(adjustment.schoolKey) ?? null,
      added: adjustment,
    }));
  return [...fromRule, ...byHand].sort(bySchool);
}

function schoolFinder(
  verdicts: readonly Verdict[],
  schools: readonly School[],
): (adjustment: Adjustment) => Verdict | null {
  const byKey = new Map(verdicts.map((verdict) => [verdict.schoolKey, verdict]));
  const byOther = new Map<string, Verdict | null>();
  const note = (other: string, verdict: Verdict | undefined) => {
    if (verdict === undefined) return;
    const known = byOther.get(other);
    byOther.set(other, known === undefined || known === verdict ? verdict : null);
  };
  for (const verdict of verdicts) note(normaliseSchoolName(verdict.school), verdict);
  for (const { key, keys = [], spellings } of schools) {
    for (const other of keys) note(other, byKey.get(key));
    for (const spelling of spellings) note(normaliseSchoolName(spelling), byKey.get(key));
  }
  return ({ schoolKey: key, school }) =>
    byKey.get(key) ?? byOther.get(key) ?? byOther.get(normaliseSchoolName(school)) ?? null;
}

function unknownSchool({ school, action, source }: Adjustment): Problem {
  return {
    code: "adjustmentUnknownSchool",
    severity: "error",
    ...(source === undefined ? {} : { source }),
    fields: { school, action },
  };
}

function incomplete({ school, action, ground, date, source }: Adjustment): readonly Problem[] {
  const missing = [ground.trim() === "" ? "ground" : "", date === null ? "date" : ""].filter(
    (name) => name !== "",
  );
  if (missing.length === 0) return [];
  return [
    {
      code: "adjustmentIncomplete",
      severity: "warning",
      ...(source === undefined ? {} : { source }),
      fields: { school, action, missing: missing.join(", ") },
    },
  ];
}

function bySchool(
  a: { readonly school: string; readonly schoolKey: string },
  b: { readonly school: string; readonly schoolKey: string },
): number {
  return compareSchools({ name: a.school, key: a.schoolKey }, { name: b.school, key: b.schoolKey });
}
