import { hasContext, isTorn, settleOrphans, spreadProcedures } from "./column-context";
import { isFigure, type Column } from "./columns";
import { figureWords, type Mark } from "./figure-words";
import { partsKey, type ProcedureParts } from "./parse-procedure";
import type { Table } from "./table";
import { hasNumbers, isInterrupted, unlabelledColumns } from "./unlabelled";
import type { SchoolYear } from "./year";

export { hasContext } from "./column-context";

export const MARKS = [2, 3, 4, 5] as const satisfies readonly Mark[];

/** The columns that together give one result per row: one procedure of one year, as far as the header tells. */
export interface Group {
  readonly year: SchoolYear | null;
  /** Told by the header alone. */
  readonly parts: ProcedureParts;
  readonly participants?: Column;
  readonly failed?: Column;
  readonly passed?: Column;
  readonly share?: Column;
  readonly passShare?: Column;
  readonly marks: Readonly<Partial<Record<Mark, Column>>>;
  /** «5А», where the columns are of one class of a parallel. */
  readonly classOf?: string;
  /** First column, for addresses. */
  readonly first: Column;
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** Columns of figures whose meaning is open, or told twice: each is a problem. */
  readonly unclear: readonly Column[];
  /** Columns of numbers without any header: worth a look beside figures that were read. */
  readonly unlabelled: readonly number[];
}

/** Every column of figures that a group uses. */
export function figureColumns(group: Group): readonly Column[] {
  const { participants, failed, passed, share, passShare, marks } = group;
  return [participants, failed, passed, share, passShare, ...Object.values(marks)].filter(
    (c) => c !== undefined,
  );
}

/** Puts the figure columns of one procedure and year together, in whatever order the header's rows tell them. */
export function groupColumns(table: Table): Grouping {
  const byKey = new Map<string, Column[]>();
  const spread = spreadProcedures(table.columns.filter(isFigure));
  for (const column of spread) {
    const key = groupKey(column);
    byKey.set(key, [...(byKey.get(key) ?? []), column]);
  }
  const told = titleTopic(table);
  const isOpen = ({ role, bare, index }: Column): boolean =>
    role === "unknown" && !bare && told === null && hasNumbers(table, index);
  const { sets, loose } = settleOrphans([...byKey.values()], isOpen);
  const apart = sets.map((columns) => sharedHeader(table, columns));
  const built = sets.map((columns, at) => {
    const shared = apart[at] ?? [];
    // All of its figures are named: the procedure above them may be another's that spread over a lost label.
    return shared.length > 0 || isTorn(columns, sets, loose)
      ? { group: null, unclear: columns.filter(({ role }) => role !== "unknown") }
      : buildGroup(columns, told);
  });
  const usable = built.flatMap(({ group }) => (group === null ? [] : [group]));
  const doubtful = usable.filter(
    (group) => group.participants?.weak === true && unknownBeside(table, group).length > 0,
  );
  const broken = usable.filter(
    (group) => group.parts.subjects.size > 0 && isInterrupted(table, figureColumns(group)),
  );
  const nothing = usable.length === 0 && apart.some((shared) => shared.length > 0);
  // Beside procedures that have their failing figures, one without any has lost its header.
  const bereft = built.flatMap((one, at) =>
    usable.length > 0 && one.group === null && one.unclear.length === 0 ? named(sets[at] ?? []) : [],
  );
  const asked = [
    ...built.flatMap((one) => one.unclear),
    ...loose,
    ...bereft,
    ...broken.flatMap(figureColumns),
    ...doubtful.flatMap((group) => [
      ...withRole(figureColumns(group), "participants"),
      ...unknownBeside(table, group),
    ]),
  ];
  // Nothing is left to read: every figure is named, not only those under the shared cell.
  const unclear = nothing ? table.columns.filter(isFigure) : asked;
  const used = new Set([...usable.flatMap(figureColumns), ...unclear].map(({ index }) => index));
  return {
    groups: usable.filter((group) => !doubtful.includes(group) && !broken.includes(group)),
    unclear,
    unlabelled: used.size === 0 ? [] : unlabelledColumns(table, used),
  };
}

/**
 * «Всего» beside a column of numbers that nobody understands: that column may be the one of those who took part.
 */
function unknownBeside(table: Table, { participants }: Group): readonly Column[] {
  return table.columns.filter(
    ({ role, index, bare }) =>
      (role === "unknown" || role === "blank") &&
      !bare &&
      index === (participants?.index ?? 0) + 1 &&
      hasNumbers(table, index),
  );
}

/** Columns of numbers under one merged cell with nothing below it that tells them apart: which is which is a guess. */
function sharedHeader(table: Table, columns: readonly Column[]): readonly Column[] {
  const { view } = table;
  return columns.filter(({ index, headerRow, role }) => {
    const merge = view.merge(headerRow, index);
    if (merge === null || merge.left === merge.right || role === "unknown") return false;
    const under = table.columns.filter((other) => other.index >= merge.left && other.index <= merge.right);
    const leaves = under.filter((other) => view.merge(other.headerRow, other.index) === merge);
    return leaves.length > 1 && leaves.every((other) => hasNumbers(table, other.index));
  });
}

function named(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ role, parts }) => role === "participants" && parts.subjects.size > 0);
}

function groupKey({ year, parts, classOf = "" }: Column): string {
  return [year ?? "", partsKey(parts), classOf].join("|");
}

type Topic = "share" | "passShare" | null;

/** What a title says the per cents below it are. */
function titleTopic(table: Table): Topic {
  for (const title of table.titles) {
    const { topic, mark, unit } = figureWords(title);
    if (unit === null || unit === "count") continue;
    if (topic === "failed" || (topic === "mark" && mark === 2)) return "share";
    if (topic === "passShare" || topic === "passed") return "passShare";
  }
  return null;
}

type Draft = { -readonly [K in keyof Omit<Group, "marks">]: Group[K] } & {
  marks: Partial<Record<Mark, Column>>;
};

function buildGroup(
  columns: readonly Column[],
  told: Topic,
): { readonly group: Group | null; readonly unclear: readonly Column[] } {
  const [first] = columns;
  if (first === undefined) return { group: null, unclear: [] };
  const context = columns.find(hasContext) ?? first;
  const { year, parts, classOf } = context;
  const draft: Draft = { year, parts, ...(classOf === undefined ? {} : { classOf }), marks: {}, first };
  const unclear: Column[] = [];
  takeSingle(draft, "participants", participantColumns(columns), unclear);
  takeSingle(draft, "failed", withRole(columns, "failed"), unclear);
  takeSingle(draft, "passed", withRole(columns, "passed"), unclear);
  takeSingle(draft, "share", withRole(columns, "share"), unclear);
  takeSingle(draft, "passShare", withRole(columns, "passShare"), unclear);
  takeMarks(draft, columns, unclear);
  takeBare(draft, columns, told, unclear);
  if (unclear.length > 0 || !isUsable(draft)) return { group: null, unclear };
  return { group: { ...draft, first: figureColumns(draft)[0] ?? first }, unclear };
}

function isUsable(group: Draft): boolean {
  return [group.failed, group.passed, group.share, group.passShare, group.marks[2]].some(
    (c) => c !== undefined,
  );
}

function withRole(columns: readonly Column[], role: Column["role"]): readonly Column[] {
  return columns.filter((column) => column.role === role);
}

/** «Участвовало» beside «Всего»: the strong word wins; two strong words are a question. */
function participantColumns(columns: readonly Column[]): readonly Column[] {
  const all = withRole(columns, "participants");
  const strong = all.filter(({ weak }) => !weak);
  return strong.length > 0 ? strong : all;
}

type SingleRole = "participants" | "failed" | "passed" | "share" | "passShare";

function takeSingle(draft: Draft, role: SingleRole, columns: readonly Column[], unclear: Column[]): void {
  const [only] = columns;
  if (columns.length > 1) unclear.push(...columns);
  else if (only !== undefined) draft[role] = only;
}

/** «2» as a count and as a per cent side by side: the count is the mark, the per cent the share. */
function takeMarks(draft: Draft, columns: readonly Column[], unclear: Column[]): void {
  const marks = withRole(columns, "mark");
  const isShare = ({ unit }: Column): boolean => unit === "percent" || unit === "fraction";
  const anyCount = marks.some((column) => !isShare(column));
  for (const mark of MARKS) {
    const own = marks.filter((column) => column.mark === mark);
    const counts = own.filter((column) => !isShare(column));
    const shares = own.filter(isShare);
    if (counts.length > 1 || shares.length > 1) {
      unclear.push(...own);
      continue;
    }
    const [count] = counts;
    const [share] = shares;
    const onlyTwo = marks.every((column) => column.mark === 2);
    if (count !== undefined) draft.marks[mark] = count;
    else if (share !== undefined && !anyCount && !onlyTwo) draft.marks[mark] = share;
    if (mark === 2 && share !== undefined && draft.marks[2] !== share) draft.share ??= share;
  }
}

/** Per cents and procedures that name no figure: their left neighbour or the title tells it, else they are a question. */
function takeBare(draft: Draft, columns: readonly Column[], told: Topic, unclear: Column[]): void {
  if (draft.share !== undefined || draft.passShare !== undefined) return;
  const open = columns.filter((column) => column.role === "unknown" && (column.bare || hasContext(column)));
  for (const column of open) {
    const follows = (other: Column | undefined): boolean =>
      other !== undefined && other.index === column.index - 1;
    const counts = draft.failed ?? draft.marks[2] ?? draft.passed;
    if (column.bare && (follows(draft.failed) || follows(draft.marks[2]))) draft.share = column;
    else if (column.bare && follows(draft.passed)) draft.passShare = column;
    else if (counts === undefined && told !== null && open.length === 1) draft[told] = column;
    else if (counts === undefined) unclear.push(column);
  }
}
