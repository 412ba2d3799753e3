import type { Source } from "../problem";
import type { Result } from "../results/result";
import type { School, SchoolResult } from "../schools/school";
import { countsOf } from "./low";
import { SchoolNumbers } from "./school-numbers";
import { type Sitting, SittingIndex } from "./sitting-index";

/**
 * Results of settled schools as columns of numbers, a set of columns per sitting and a place in each per school: the
 * stage between settling and judging, made once and judged by any rule and threshold.
 */
export interface ResultColumns {
  /** Keys of the schools, in their order. */
  readonly keys: readonly string[];
  /** Their names, each at the place of its key. */
  readonly names: readonly string[];
  /** As given: a row is a place in them, and has the cells that evidence names. */
  readonly results: readonly SchoolResult[];
  /** Every procedure and year that a result has, in order of first appearance. */
  readonly sittings: readonly SittingColumns[];
  /** Of several rows of a school in a sitting, the one before each; empty where results are settled. */
  readonly earlier: ReadonlyMap<number, number>;
  /** Rows whose share was printed rounded (`shareDecimals`), by school and sitting. */
  readonly rounded: readonly { readonly row: number; readonly sitting: number; readonly school: number }[];
}

/** One procedure in one year: what every school got, each at the place of its key. */
export interface SittingColumns extends Sitting {
  /** The row of the school: the last of several, `NO_ROW` where it has none. */
  readonly rows: Int32Array;
  /**
   * People, a pair per school: participants and failed, as read or as marks give them. Both are 0 where the school has no
   * row, both `NOT_COUNTED` where it has to be judged by its results: counts are not known, or no number that the
   * column can hold, or it has several rows.
   */
  readonly counts: Int32Array;
  /** Cells of the row: results lie far apart in memory, and evidence names many of them. */
  readonly sources: readonly (Source | undefined)[];
}

/** Stands for the row of a school that has no result in a sitting. */
const NO_ROW = -1;

/** Stands for counts that the columns do not tell. */
export const NOT_COUNTED = -1;

/**
 * Lays results out as columns.
 * @param schools every settled school, those without a result too.
 * @param results of these schools, in any order.
 * @throws RangeError for a result of a school that is not in `schools`.
 * @example columnsOf([school], [result]).sittings[0].counts // Int32Array [23, 7]
 */
export function columnsOf(
  schools: readonly Pick<School, "key" | "name">[],
  results: readonly SchoolResult[],
): ResultColumns {
  const [keys, names] = [schools.map(({ key }) => key), schools.map(({ name }) => name)];
  const [numbers, index] = [new SchoolNumbers(keys), new SittingIndex()];
  const sittings: (SittingColumns & { readonly sources: (Source | undefined)[] })[] = [];
  const earlier = new Map<number, number>();
  const rounded: { row: number; sitting: number; school: number }[] = [];
  results.forEach((result, row) => {
    const school = numbers.of(result.schoolKey);
    const sitting = index.of(result.procedure, result.year);
    const columns = (sittings[sitting] ??= emptyColumns(index.sittings[sitting], keys.length));
    // counts as read, the usual case, are taken without an object made for them
    const counts = result.failed === null ? countsOf(result) : result;
    const before = columns.rows[school] ?? NO_ROW;
    const isCounted = before === NO_ROW && fits(counts.participants) && fits(counts.failed);
    columns.rows[school] = row;
    columns.sources[school] = result.source;
    columns.counts[2 * school] = isCounted ? counts.participants : NOT_COUNTED;
    columns.counts[2 * school + 1] = isCounted ? counts.failed : NOT_COUNTED;
    if (before !== NO_ROW) earlier.set(row, before);
    if (result.shareDecimals !== undefined) rounded.push({ row, sitting, school });
  });
  return { keys, names, results, sittings, earlier, rounded };
}

function emptyColumns(sitting: Sitting | undefined, schools: number) {
  if (sitting === undefined) throw new RangeError("a number that the index gave has its sitting");
  return {
    ...sitting,
    rows: new Int32Array(schools).fill(NO_ROW),
    counts: new Int32Array(2 * schools),
    sources: new Array<Source | undefined>(schools).fill(undefined),
  };
}

const MOST = 2 ** 31 - 1;
const fits = (count: number | null): count is number =>
  count !== null && Number.isInteger(count) && count >= 0 && count <= MOST;

/** The results of a school in a sitting, the last of several first. */
export function* resultsAt(
  { results, earlier }: ResultColumns,
  { rows }: SittingColumns,
  school: number,
): Generator<SchoolResult, void> {
  let row: number | undefined = rows[school];
  while (row !== undefined && row !== NO_ROW) {
    const result = results[row];
    if (result !== undefined) yield result;
    row = earlier.get(row);
  }
}

/** Counts and share of a result, as evidence says them: the share is that of the counts where both are known. */
export function figuresOf(result: SchoolResult): Pick<Result, "participants" | "failed" | "share"> {
  const { participants, failed } = countsOf(result);
  const isKnown = participants !== null && failed !== null;
  return { participants, failed, share: isKnown ? failed / participants : result.share };
}
