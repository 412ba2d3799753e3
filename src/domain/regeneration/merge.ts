import type { PlanCell } from "../sheet-plan";
import { arrange, sameOrder, type Placed } from "./order";
import { same, type GeneratedRow, type SheetRow } from "./rows";

/** Both the user and the template changed a cell, differently. */
export interface CellConflict {
  readonly id: string;
  /** Column of the document, zero-based. */
  readonly column: number;
  readonly mine: PlanCell;
  readonly theirs: PlanCell;
}

export type Choice = "mine" | "theirs";

export interface MergeInput {
  /** What was generated last; null where it is not known: then every difference counts as the user's edit. */
  readonly base: readonly GeneratedRow[] | null;
  /** The sheet as it is now. */
  readonly mine: readonly SheetRow[];
  /** What is generated now. */
  readonly theirs: readonly GeneratedRow[];
  /** Which of two texts stays; the user's unless said, so that nothing typed is lost. */
  readonly choose?: (conflict: CellConflict) => Choice;
}

/** A row of the result: `from` is its place in the sheet now, null for a new one. */
export interface MergedRow extends Placed {
  readonly cells: readonly (PlanCell | undefined)[];
}

export interface Merge {
  readonly rows: readonly MergedRow[];
  /** Edits of the user that stay: cells, own rows, deleted rows, an order of their own. */
  readonly kept: number;
  /** Changes of the template that came: cells, new rows, dropped rows, a new order. */
  readonly arrived: number;
  readonly conflicts: readonly CellConflict[];
  /** Places in the sheet of rows that are copies of others; they are the user's own now. */
  readonly copies: readonly number[];
  /** Ids that the template dropped and the user had edited: they stay. */
  readonly dropped: readonly string[];
  /** Without a base: ids that are not in the sheet, and nobody knows whether the user deleted them. */
  readonly withheld: readonly string[];
}

const blank = (row: SheetRow): boolean => !row.beside && row.cells.every((cell) => same(cell, null));

/** Three-way merge of rows by id. Applied again to its result with nothing changed, it changes nothing. */
export function mergeRows(input: MergeInput): Merge {
  const { base, theirs } = input;
  const baseById = new Map(base?.map((row) => [row.id, row]));
  const theirsById = new Map(theirs.map((row) => [row.id, row]));
  const { rows: mine, copies } = ownCopies(input.mine, baseById);
  const here = new Set(mine.map(({ id }) => id));
  const cells = new CellMerge(baseById, theirsById, input.choose);
  const merged = mine.map((row) => cells.merge(row));
  const isGone = (row: SheetRow): boolean => {
    const before = row.id === null ? undefined : baseById.get(row.id);
    return before !== undefined && !theirsById.has(before.id) && !row.beside && sameCells(row, before);
  };
  const staying = mine.flatMap((row, from): Placed[] => (isGone(row) ? [] : [{ from, id: row.id }]));
  const brought = new Set(
    theirs.flatMap(({ id }) => (base === null || here.has(id) || baseById.has(id) ? [] : [id])),
  );
  const placed = arrange({
    base: base?.map(({ id }) => id) ?? null,
    mine: staying,
    theirs: theirs.map(({ id }) => id),
    brought,
  });
  const missing = theirs.filter(({ id }) => !here.has(id) && !brought.has(id)).map(({ id }) => id);
  const own = mine.filter((row) => (row.id === null || !known(row.id)) && !blank(row)).length;
  const reordered = base !== null && !sameOrder(idsOf(base), idsOf(mine)) ? 1 : 0;
  const places = placed.flatMap(({ from }) => from ?? []);
  const rearranged = places.some((place, index) => place < (places[index - 1] ?? -1)) ? 1 : 0;
  const dropped = mine.flatMap((row) =>
    row.id !== null && baseById.has(row.id) && !theirsById.has(row.id) && !isGone(row) ? [row.id] : [],
  );
  return {
    rows: placed.map((place) => ({
      ...place,
      cells: place.from === null ? (theirsById.get(place.id ?? "")?.cells ?? []) : (merged[place.from] ?? []),
    })),
    kept: cells.kept + own + (base === null ? 0 : missing.length) + reordered,
    arrived: cells.arrived + brought.size + (mine.length - staying.length) + rearranged,
    conflicts: cells.conflicts,
    copies,
    dropped,
    withheld: base === null ? missing : [],
  };

  function known(id: string): boolean {
    return baseById.has(id) || theirsById.has(id);
  }
}

const idsOf = (rows: readonly { readonly id: string | null }[]): string[] =>
  rows.flatMap(({ id }) => (id === null ? [] : [id]));

const sameCells = (row: SheetRow, before: GeneratedRow): boolean =>
  row.cells.every((cell, column) => cell === undefined || same(cell, before.cells[column]));

/** Of rows with one id the unedited one, else the first, keeps it; the others are the user's own. */
function ownCopies(
  mine: readonly SheetRow[],
  base: ReadonlyMap<string, GeneratedRow>,
): { rows: readonly SheetRow[]; copies: readonly number[] } {
  const original = new Map<string, number>();
  const untouched = new Set<string>();
  mine.forEach((row, index) => {
    if (row.id === null || untouched.has(row.id)) return;
    const before = base.get(row.id);
    const asWritten = before !== undefined && sameCells(row, before);
    if (!original.has(row.id) || asWritten) original.set(row.id, index);
    if (asWritten) untouched.add(row.id);
  });
  const copies = mine.flatMap(({ id }, index) => (id !== null && original.get(id) !== index ? [index] : []));
  const copied = new Set(copies);
  return { rows: mine.map((row, index) => (copied.has(index) ? { ...row, id: null } : row)), copies };
}

/** Merges cells of rows and counts what it did. */
class CellMerge {
  kept = 0;
  arrived = 0;
  readonly conflicts: CellConflict[] = [];

  constructor(
    private readonly base: ReadonlyMap<string, GeneratedRow>,
    private readonly theirs: ReadonlyMap<string, GeneratedRow>,
    private readonly choose: (conflict: CellConflict) => Choice = () => "mine",
  ) {}

  merge({ id, cells }: SheetRow): readonly (PlanCell | undefined)[] {
    const theirs = id === null ? undefined : this.theirs.get(id);
    const base = id === null ? undefined : this.base.get(id);
    if (id === null || theirs === undefined) {
      if (base !== undefined) this.kept += cells.filter((cell, column) => edited(cell, base, column)).length;
      return cells;
    }
    return cells.map((cell, column) =>
      cell === undefined
        ? cell
        : this.cell({ id, column, mine: cell, theirs: theirs.cells[column] ?? null }, base),
    );
  }

  private cell(both: CellConflict, base: GeneratedRow | undefined): PlanCell {
    const { column, mine, theirs } = both;
    const before = base?.cells[column] ?? null;
    if (base !== undefined && same(mine, before)) {
      if (!same(theirs, before)) this.arrived += 1;
      return theirs;
    }
    if (same(mine, theirs)) return theirs; // which says whether a text that begins with = is a formula
    this.kept += 1;
    if (base !== undefined && same(theirs, before)) return mine;
    this.conflicts.push(both);
    if (this.choose(both) === "mine") return mine;
    this.kept -= 1;
    this.arrived += 1;
    return theirs;
  }
}

const edited = (cell: PlanCell | undefined, base: GeneratedRow, column: number): boolean =>
  cell !== undefined && !same(cell, base.cells[column]);
