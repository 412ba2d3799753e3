import type { Choice } from "../../domain/regeneration/merge";
import type { Conflict, MergeReport } from "../../domain/regeneration/regenerate";
import type { SheetPlan } from "../../domain/sheet-plan";
import { tryMerge } from "../writing/merge-task";
import type { OwnSheet, SheetTask } from "../port";

/** What a merge did to a sheet. */
export interface MergedSheet extends MergeReport {
  readonly sheet: string;
}

/** Conflicts of a sheet, before anything is written. */
export interface SheetConflicts {
  readonly sheet: string;
  readonly conflicts: readonly Conflict[];
}

/** Says for a conflict which text is to stand; asked once for all sheets. Null: nothing is to be written. */
export type ResolveConflicts = (
  sheets: readonly SheetConflicts[],
) => Promise<((sheet: string, conflict: Pick<Conflict, "id" | "column">) => Choice) | null>;

/**
 * A sheet that nobody edited is written anew only where more runs of rows than this come and go: every run is a call,
 * and writing anew loses colours, notes and widths set by hand, which the fingerprint does not see.
 */
const MOST_RUNS = 500;

/**
 * «Обновить»: what becomes of each sheet of an earlier run. An edited one is merged; one that nobody edited is too,
 * so that colours and notes set by hand stay, unless nearly all of it changes. One that cannot be merged is left
 * aside, and a new one is made.
 * @returns `cancelled` where the user was asked about conflicts and wants nothing written
 */
export async function updateTasks(
  plans: readonly SheetPlan[],
  existing: readonly OwnSheet[],
  resolve: ResolveConflicts | undefined,
): Promise<{
  readonly tasks: readonly SheetTask[];
  readonly aside: readonly string[];
  readonly cancelled: boolean;
}> {
  const tasks = plans.map((plan) => taskOf(plan, existing));
  const conflicts = tasks.flatMap((task): SheetConflicts[] => {
    const found = task.merge === undefined ? [] : (tryMerge(task)?.report.conflicts ?? []);
    return found.length === 0 ? [] : [{ sheet: task.replace?.name ?? "", conflicts: found }];
  });
  const choose = conflicts.length === 0 ? undefined : await resolve?.(conflicts);
  if (choose === null) return { tasks: [], aside: [], cancelled: true };
  const used = new Set(tasks.flatMap(({ replace }) => replace?.sheetId ?? []));
  return {
    cancelled: false,
    tasks: tasks.map((task) =>
      task.merge === undefined || choose === undefined
        ? task
        : { ...task, merge: { choose: (conflict) => choose(task.replace?.name ?? "", conflict) } },
    ),
    aside: existing
      .filter(({ sheetId, unchanged }) => !unchanged && !used.has(sheetId))
      .map(({ name }) => name),
  };
}

function taskOf(plan: SheetPlan, existing: readonly OwnSheet[]): SheetTask {
  const sheets = existing.filter(({ id }) => id === plan.id);
  const ordered = [
    ...sheets.filter(({ unchanged }) => !unchanged),
    ...sheets.filter(({ unchanged }) => unchanged),
  ];
  for (const replace of ordered) {
    const trial = tryMerge({ plan, replace });
    if (trial === null ? replace.unchanged : replace.unchanged && !isSmall(trial)) return { plan, replace };
    if (trial !== null) return { plan, replace, merge: { choose: () => "mine" } };
  }
  return { plan };
}

const isSmall = ({ patch, report }: NonNullable<ReturnType<typeof tryMerge>>): boolean =>
  !report.stateLost && patch.deletions.length + patch.insertions.length <= MOST_RUNS;
