/** A row that is in the result: where it stands in the sheet now, and its id. At least one of them is there. */
export interface Placed {
  readonly from: number | null;
  readonly id: string | null;
}

interface Sides {
  /** Ids as last generated; null where that is not known. */
  readonly base: readonly string[] | null;
  /** Rows of the sheet that stay, in their order. */
  readonly mine: readonly Placed[];
  /** Ids as generated now. */
  readonly theirs: readonly string[];
  /** Those of `theirs` that are new. */
  readonly brought: ReadonlySet<string>;
}

/**
 * The order of the result: the user's, unless only the template changed its own. Where both did, rows that the template
 * moved go where it has them, as a school that became low goes above the heading of the others. New rows come after the
 * row that they follow in the template, the user's own rows after the row that they follow in the sheet.
 */
export function arrange({ base, mine, theirs, brought }: Sides): readonly Placed[] {
  const orderOfTemplate = base !== null && !sameOrder(base, theirs) && sameOrder(base, idsOf(mine));
  if (orderOfTemplate) return byTemplate(mine, theirs, brought);
  const here = new Set(idsOf(mine));
  const moved =
    base === null
      ? new Set<string>()
      : movedIn(
          theirs,
          base.filter((id) => here.has(id)),
        );
  return bySheet(mine, theirs, brought, moved);
}

/** Of the ids that both lists have, as few as have to be moved to make `before` of `now`. */
function movedIn(now: readonly string[], before: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const both = now.filter((id) => places.has(id));
  // the longest rising run of places stays; `tails` has the last of the best run of each length
  const tails: string[] = [];
  const previous = new Map<string, string | undefined>();
  const at = (id: string): number => places.get(id) ?? 0;
  for (const id of both) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(tails[middle] ?? "") < at(id)) low = middle + 1;
      else high = middle;
    }
    previous.set(id, tails[low - 1]);
    tails[low] = id;
  }
  const moved = new Set(both);
  for (let id = tails.at(-1); id !== undefined; id = previous.get(id)) moved.delete(id);
  return moved;
}

const idsOf = (rows: readonly Placed[]): string[] => rows.flatMap(({ id }) => (id === null ? [] : [id]));

/** Whether the ids that both have stand in one order. */
export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const left = a.filter((id) => inB.has(id));
  return b.filter((id) => inA.has(id)).every((id, index) => id === left[index]);
}

const START = Symbol("before everything");
type Anchor = string | typeof START;

function bySheet(
  mine: readonly Placed[],
  theirs: readonly string[],
  brought: ReadonlySet<string>,
  moved: ReadonlySet<string>,
): readonly Placed[] {
  const staying = mine.filter(({ id }) => id === null || !moved.has(id));
  const present = new Set(idsOf(staying));
  const leaving = new Map(
    mine.flatMap((row) => (row.id !== null && moved.has(row.id) ? [[row.id, row]] : [])),
  );
  const after = new Map<Anchor, Placed[]>();
  let anchor: Anchor = START;
  for (const id of theirs) {
    const row = leaving.get(id) ?? (brought.has(id) ? { from: null, id } : undefined);
    if (present.has(id)) anchor = id;
    else if (row !== undefined) push(after, anchor, row);
  }
  return withFollowers(staying, after, theirs);
}

function byTemplate(
  mine: readonly Placed[],
  theirs: readonly string[],
  brought: ReadonlySet<string>,
): readonly Placed[] {
  const places = new Map(mine.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));
  const known = new Set(theirs);
  const after = new Map<Anchor, Placed[]>();
  let anchor: Anchor = START;
  for (const row of mine) {
    if (row.id !== null && known.has(row.id)) anchor = row.id;
    else push(after, anchor, row);
  }
  const rows = theirs.flatMap((id): Placed[] => {
    const place = places.get(id);
    return place !== undefined ? [place] : brought.has(id) ? [{ from: null, id }] : [];
  });
  return withFollowers(rows, after, []);
}

function push(lists: Map<Anchor, Placed[]>, anchor: Anchor, row: Placed): void {
  const list = lists.get(anchor);
  if (list === undefined) lists.set(anchor, [row]);
  else list.push(row);
}

/** Rows that follow nothing stand before the first row of the template, below what the user put above it. */
function withFollowers(
  rows: readonly Placed[],
  after: ReadonlyMap<Anchor, readonly Placed[]>,
  theirs: readonly string[],
): readonly Placed[] {
  const known = new Set(theirs);
  const first = rows.findIndex(({ id }) => id !== null && known.has(id));
  const head = after.get(START) ?? [];
  const all = rows.flatMap((row, index) => [
    ...(index === first ? head : []),
    row,
    ...(row.id === null ? [] : (after.get(row.id) ?? [])),
  ]);
  if (first >= 0) return all;
  return theirs.length === 0 ? [...head, ...all] : [...all, ...head];
}
