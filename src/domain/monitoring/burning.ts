import { responsibleFor } from "./responsible";
import type { ExecutionRow } from "./read-roadmap";
import { stateOf } from "./status";

/** What is overdue and what is near, the earliest deadline first. */
export interface Burning {
  readonly overdue: readonly ExecutionRow[];
  readonly soon: readonly ExecutionRow[];
}

/** How much of it whoever has; those with most overdue first. */
export interface BurningOf {
  readonly who: string;
  readonly overdue: number;
  readonly soon: number;
}

/** @param who only what this one carries out; null: everybody */
export function burningOf(rows: readonly ExecutionRow[], today: string, who: string | null = null): Burning {
  const own = rows
    .filter((row) => who === null || responsibleFor(row).includes(who))
    .sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : (a.due ?? "") > (b.due ?? "") ? 1 : 0));
  const of = (state: "overdue" | "dueSoon"): readonly ExecutionRow[] =>
    own.filter((row) => stateOf({ ...row, today }) === state);
  return { overdue: of("overdue"), soon: of("dueSoon") };
}

export function burningByWho(rows: readonly ExecutionRow[], today: string): readonly BurningOf[] {
  return [...new Set(rows.flatMap(responsibleFor))]
    .map((who) => {
      const { overdue, soon } = burningOf(rows, today, who);
      return { who, overdue: overdue.length, soon: soon.length };
    })
    .filter(({ overdue, soon }) => overdue + soon > 0)
    .sort((a, b) => b.overdue - a.overdue || b.soon - a.soon || a.who.localeCompare(b.who, "ru"));
}
