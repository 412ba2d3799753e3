import { NOTE_COLUMN, STATE_COLUMN, SUMMARY_ID, type SolvedRow } from "../documents/checks-sheet";
import type { Grid } from "../grid";
import { findColumns } from "../regeneration/columns";
import { contentOf, type GeneratedRow } from "../regeneration/rows";
import { rowsOfGrid } from "../regeneration/sheet-rows";
import { PROBLEM_ID } from "./problem-id";

/** The sheet of the last check, as the user left it. */
export interface EarlierChecks {
  /** States of its problems, by row id. */
  readonly states: ReadonlyMap<string, string>;
  /** Rows of problems that have a note of the user's. */
  readonly noted: readonly SolvedRow[];
  /**
   * The sheet as generated, for the merge: everything but the notes and the texts around the rows is ours, so that a row
   * the user deleted comes back while its problem is there, and a solved one goes whatever was chosen as its state.
   */
  readonly base: readonly GeneratedRow[];
}

/**
 * @param known rows as last generated, else as generated now: they tell where the columns are
 * @returns null where the sheet cannot be understood any longer: its column of ids is gone
 */
export function readEarlier(grid: Grid, known: readonly GeneratedRow[]): EarlierChecks | null {
  const columns = findColumns(grid, known);
  if (columns === null) return null;
  const rows = new Map<string, GeneratedRow>();
  for (const { id, cells } of rowsOfGrid(grid, columns))
    if (id !== null && !rows.has(id)) rows.set(id, { id, cells: cells.map((cell) => cell ?? null) });
  const written = new Map(known.map(({ id, cells }) => [id, cells]));
  const problems = [...rows.values()].filter(({ id }) => id.startsWith(PROBLEM_ID));
  return {
    states: new Map(problems.map(({ id, cells }) => [id, contentOf(cells[STATE_COLUMN]).trim()])),
    noted: problems.filter(({ cells }) => contentOf(cells[NOTE_COLUMN]).trim() !== ""),
    base: [...rows.values()].map(({ id, cells }) => ({
      id,
      cells: id.startsWith(PROBLEM_ID)
        ? cells.map((cell, column) => (column === NOTE_COLUMN ? null : cell))
        : id === SUMMARY_ID
          ? cells // counts: those of an earlier check must not stay
          : (written.get(id) ?? cells),
    })),
  };
}

/** The base in the order of what is generated now, so that the order in which the user sorted the sheet stays. */
export function inOrderOf(base: readonly GeneratedRow[], theirs: readonly GeneratedRow[]): GeneratedRow[] {
  const place = new Map(theirs.map(({ id }, index) => [id, index]));
  const at = ({ id }: GeneratedRow): number => place.get(id) ?? theirs.length;
  return [...base].sort((a, b) => at(a) - at(b));
}
