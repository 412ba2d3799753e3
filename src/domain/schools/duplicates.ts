import type { Problem } from "../problem";
import { ProcedureIndex } from "../results/procedure-index";
import { procedureTitle } from "../results/procedure";
import { formatYear } from "../results/year";
import { compareSources } from "./order";
import type { DisputedResult, SchoolResult } from "./school";

/** One result per school × procedure × year. */
export interface Deduplicated {
  readonly results: SchoolResult[];
  readonly problems: Problem[];
  /** What differing figures leave unknown. */
  readonly disputed: DisputedResult[];
}

/**
 * The same school × procedure × year told twice: equal figures count once, differing ones not at all, since nobody
 * picks between two cells in silence (issue A, Bad input). Where one cell has counts and the other a share that they
 * round to, the counts are kept.
 */
export function removeDuplicates(results: readonly SchoolResult[]): Deduplicated {
  const { slotOf, slots } = numberSlots(results);
  const firstIn = new Int32Array(slots).fill(-1);
  const repeated = new Map<number, SchoolResult[]>();
  results.forEach((result, i) => {
    const slot = slotOf[i] ?? -1;
    const first = firstIn[slot] ?? -1;
    if (first === -1) firstIn[slot] = i;
    else repeated.set(slot, [...(repeated.get(slot) ?? results.slice(first, first + 1)), result]);
  });
  if (repeated.size === 0) return { results: [...results], problems: [], disputed: [] };

  const problems: Problem[] = [];
  const disputed: DisputedResult[] = [];
  const kept = new Map<number, SchoolResult | null>();
  for (const [slot, group] of repeated) {
    const { result, problem } = settleGroup(group);
    kept.set(slot, result);
    problems.push(problem);
    const [first] = group;
    if (result === null && first !== undefined) {
      const { schoolKey, procedure, year } = first;
      disputed.push({ schoolKey, procedure, year, cells: group.map(({ source }) => source) });
    }
  }
  return {
    results: results.filter((result, i) => {
      const slot = slotOf[i] ?? -1;
      return !kept.has(slot) || kept.get(slot) === result;
    }),
    problems,
    disputed,
  };
}

/** Gives every school × procedure × year a number, so that a plain array can hold what was met there. */
function numberSlots(results: readonly SchoolResult[]): { slotOf: Int32Array; slots: number } {
  const procedures = new ProcedureIndex();
  const schools = new Map<string, number>();
  const columns = new Map<number, number>();
  const schoolOf = new Int32Array(results.length);
  const columnOf = new Int32Array(results.length);
  results.forEach(({ schoolKey, procedure, year }, i) => {
    schoolOf[i] = numberIn(schools, schoolKey);
    columnOf[i] = numberIn(columns, procedures.indexOf(procedure) * 10_000 + year);
  });
  return {
    slotOf: schoolOf.map((school, i) => school * columns.size + (columnOf[i] ?? 0)),
    slots: schools.size * columns.size,
  };
}

function numberIn<T>(numbers: Map<T, number>, key: T): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}

function settleGroup(group: readonly SchoolResult[]): { result: SchoolResult | null; problem: Problem } {
  const inOrder = [...group].sort((a, b) => compareSources(a.source, b.source));
  const [best] = [...inOrder].sort((a, b) => exactness(b) - exactness(a));
  const [first] = inOrder;
  if (best === undefined || first === undefined) throw new RangeError("a group of duplicates is never empty");
  const other = inOrder.find((result) => !sameFigures(best, result));
  const related = inOrder.slice(1).map((result) => result.source);
  const fields = {
    school: first.school,
    procedure: procedureTitle(first.procedure),
    year: formatYear(first.year),
  };
  if (other === undefined) {
    const problem: Problem = {
      code: "duplicateSame",
      severity: "info",
      source: first.source,
      related,
      fields: { ...fields, figures: figures(best) },
    };
    return { result: best, problem };
  }
  const second = inOrder.find((result) => !sameFigures(first, result)) ?? other;
  return {
    result: null,
    problem: {
      code: "duplicateDiffers",
      severity: "error",
      source: first.source,
      related,
      fields: { ...fields, first: figures(first), second: figures(second) },
    },
  };
}

/** Counts read are surer than counts derived from a share, those surer than a share alone. */
function exactness({ participants, failed, shareDecimals }: SchoolResult): number {
  if (participants !== null && failed !== null) return shareDecimals === undefined ? 3 : 2;
  return participants === null ? 0 : 1;
}

/** Whether two figures of one procedure and year say the same, as exactly as each of them says it. */
export function sameFigures(a: SchoolResult, b: SchoolResult): boolean {
  if (a === b) return true;
  if (a.participants !== null && b.participants !== null && a.participants !== b.participants) return false;
  if (a.failed !== null && b.failed !== null && a.participants !== null && b.participants !== null) {
    return a.failed === b.failed;
  }
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  if (shareA === null || shareB === null) return shareA === shareB && a.participants === b.participants;
  return Math.abs(shareA - shareB) <= roundingOf(a) + roundingOf(b) + 1e-9;
}

function shareOf({ participants, failed, share }: SchoolResult): number | null {
  return participants !== null && failed !== null && participants > 0 ? failed / participants : share;
}

/** Half a unit of the last printed decimal of the per cent, as a fraction. */
function roundingOf({ shareDecimals }: SchoolResult): number {
  return shareDecimals === undefined ? 0 : 0.5 * 10 ** -(shareDecimals + 2);
}

/** «3/10», «30 %», «0/0»: language-free. */
function figures({ participants, failed, share }: SchoolResult): string {
  if (participants !== null && failed !== null) return `${failed}/${participants}`;
  const percent = share === null ? "" : `${Number((share * 100).toFixed(4))}%`;
  return participants === null ? percent || "–" : `${percent || "–"} / ${participants}`;
}
