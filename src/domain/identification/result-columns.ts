import type { Source } from "../problem";
import type { Result } from "../results/result";
import type { School, SchoolResult } from "../schools/school";
import { countsOf } from "./low";
import { SchoolNumbers } from "./school-numbers";
import { type Sitting, SittingIndex } from "./sitting-index";

/**
 * Results of settled schools as columns of numbers, a row per result: the stage between settling and judging, made once
 * and judged by any rule and threshold. Row i is `results[i]`, which has the cells that evidence names.
 */
export interface ResultColumns {
  /** Keys of the schools, in their order. */
  readonly keys: readonly string[];
  /** Their names, each at the place of its key. */
  readonly names: readonly string[];
  readonly results: readonly SchoolResult[];
  /** Every procedure and year that a row has, in order of first appearance. */
  readonly sittings: readonly Sitting[];
  /** The school's place in `keys`. */
  readonly school: Int32Array;
  /** The place in `sittings`. */
  readonly sitting: Int32Array;
  /** People, as read or as marks give them; both `NOT_COUNTED` in a row that has to be judged by `results[row]`. */
  readonly participants: Int32Array;
  readonly failed: Int32Array;
  /** The row of a school in a sitting, at `sitting * schools + school`: the last of several, `NO_ROW` where there is none. */
  readonly rowAt: Int32Array;
  /** Of several rows of a school in a sitting, the one before each; empty where results are settled. */
  readonly earlier: ReadonlyMap<number, number>;
  /** Cells of each row; results lie far apart in memory, and evidence names many. */
  readonly sources: readonly Source[];
  /** Rows whose share was printed rounded (`shareDecimals`). */
  readonly rounded: readonly number[];
}

/** Stands for the row of a school that has no result in a sitting. */
export const NO_ROW = -1;

/** Stands for counts of which one is not known, or is no number that the column can hold. */
export const NOT_COUNTED = -1;

/**
 * Lays results out as columns.
 * @param schools every settled school, those without a result too.
 * @param results of these schools, in any order.
 * @throws RangeError for a result of a school that is not in `schools`.
 * @example columnsOf([school], [result]).failed // Int32Array [7]
 */
export function columnsOf(
  schools: readonly Pick<School, "key" | "name">[],
  results: readonly SchoolResult[],
): ResultColumns {
  const { length } = results;
  const [keys, names] = [schools.map(({ key }) => key), schools.map(({ name }) => name)];
  const [numbers, index] = [new SchoolNumbers(keys), new SittingIndex()];
  const [school, sitting] = [new Int32Array(length), new Int32Array(length)];
  const [participants, failed] = [new Int32Array(length), new Int32Array(length)];
  const sources = results.map(({ source }) => source);
  const rounded: number[] = [];
  results.forEach((result, row) => {
    school[row] = numbers.of(result.schoolKey);
    sitting[row] = index.of(result.procedure, result.year);
    // counts as read, the usual case, are taken without an object made for them
    const counts = result.failed === null ? countsOf(result) : result;
    const isCounted = fits(counts.participants) && fits(counts.failed);
    participants[row] = isCounted ? counts.participants : NOT_COUNTED;
    failed[row] = isCounted ? counts.failed : NOT_COUNTED;
    if (result.shareDecimals !== undefined) rounded.push(row);
  });
  const { sittings } = index;
  const rowAt = new Int32Array(sittings.length * keys.length).fill(NO_ROW);
  const earlier = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    const cell = (sitting[row] ?? 0) * keys.length + (school[row] ?? 0);
    const before = rowAt[cell] ?? NO_ROW;
    if (before !== NO_ROW) earlier.set(row, before);
    rowAt[cell] = row;
  }
  const columns = { school, sitting, participants, failed, rowAt, earlier };
  return { keys, names, results, sittings, ...columns, sources, rounded };
}

const MOST = 2 ** 31 - 1;
const fits = (count: number | null): count is number =>
  count !== null && Number.isInteger(count) && count >= 0 && count <= MOST;

/** Counts and share of a row, as evidence says them: the share is that of the counts where both are known. */
export function figuresAt(
  { results, participants, failed }: ResultColumns,
  row: number,
): Pick<Result, "participants" | "failed" | "share"> {
  const [took, fell] = [participants[row] ?? NOT_COUNTED, failed[row] ?? NOT_COUNTED];
  if (took !== NOT_COUNTED) return { participants: took, failed: fell, share: fell / took };
  const result = results[row];
  if (result === undefined) return { participants: null, failed: null, share: null };
  const counts = countsOf(result);
  const isKnown = counts.participants !== null && counts.failed !== null;
  return { ...counts, share: isKnown ? counts.failed / counts.participants : result.share };
}
