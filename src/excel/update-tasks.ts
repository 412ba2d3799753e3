import type { Choice } from "../domain/regeneration/merge";
import type { Conflict, MergeReport } from "../domain/regeneration/regenerate";
import type { SheetPlan } from "../domain/sheet-plan";
import { tryMerge } from "./merge-task";
import type { OwnSheet, SheetTask } from "./port";

/** What a merge did to a sheet. */
export interface MergedSheet extends MergeReport {
  readonly sheet: string;
}

/** Conflicts of a sheet, before anything is written. */
export interface SheetConflicts {
  readonly sheet: string;
  readonly conflicts: readonly Conflict[];
}

/** Says for a conflict which text is to stand; asked once for all sheets. */
export type ResolveConflicts = (
  sheets: readonly SheetConflicts[],
) => Promise<(sheet: string, conflict: Pick<Conflict, "id" | "column">) => Choice>;

/** More rows than this put in or taken out make a sheet that nobody edited cheaper to write anew. */
const MOST_ROWS = 100;

/**
 * «Обновить»: what becomes of each sheet of an earlier run. An edited one is merged; one that nobody edited is too,
 * where little changes, so that colours and widths set by hand stay, else it is written anew. One that cannot be
 * merged is left aside, and a new one is made.
 */
export async function updateTasks(
  plans: readonly SheetPlan[],
  existing: readonly OwnSheet[],
  resolve: ResolveConflicts | undefined,
): Promise<{ readonly tasks: readonly SheetTask[]; readonly aside: readonly string[] }> {
  const tasks = plans.map((plan) => taskOf(plan, existing));
  const conflicts = tasks.flatMap((task): SheetConflicts[] => {
    const found = task.merge === undefined ? [] : (tryMerge(task)?.report.conflicts ?? []);
    return found.length === 0 ? [] : [{ sheet: task.replace?.name ?? "", conflicts: found }];
  });
  const choose = conflicts.length === 0 ? undefined : await resolve?.(conflicts);
  const used = new Set(tasks.flatMap(({ replace }) => replace?.sheetId ?? []));
  return {
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

function isSmall({ patch, report }: NonNullable<ReturnType<typeof tryMerge>>): boolean {
  const rows = [...patch.deletions, ...patch.insertions].reduce(
    (sum, { from, to }) => sum + to - from + 1,
    0,
  );
  return !report.stateLost && rows <= MOST_ROWS;
}
