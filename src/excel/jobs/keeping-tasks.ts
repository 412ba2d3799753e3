import type { Analysis } from "../../domain/analysis";
import { FILES_ID, planFiles } from "../../domain/documents/files-sheet";
import { planRegistry, readRegistry, REGISTRY_ID } from "../../domain/documents/registry-sheet";
import type { Problem } from "../../domain/problem";
import { fingerprintOfGrid, fingerprintOfPlan } from "../sheets/mark";
import type { OwnSheet, SheetTask, Snapshot } from "../port";

/** What is written into sheets of earlier runs that the user keeps: schools new to the registry, results of files. */
export interface Keeping {
  readonly tasks: readonly SheetTask[];
  readonly problems: readonly Problem[];
}

export function keepingTasks({ own }: Snapshot, analysis: Analysis): Keeping {
  const sheet = (id: string): OwnSheet | undefined => own.find((each) => each.id === id);
  const registry = newSchools(sheet(REGISTRY_ID), analysis);
  return {
    tasks: [...registry.tasks, ...filesTask(sheet(FILES_ID), analysis)],
    problems: registry.problems,
  };
}

/** Rows below the last one; everything above is the user's. */
function newSchools(sheet: OwnSheet | undefined, { unlisted }: Analysis): Keeping {
  const none = { tasks: [], problems: [] };
  if (sheet?.grid == null || unlisted.length === 0) return none;
  const append = readRegistry(sheet.grid).append?.(unlisted) ?? [];
  if (append.length === 0) return none;
  if (!sheet.protected) return { tasks: [{ plan: planRegistry([]), replace: sheet, append }], problems: [] };
  const source = { sheet: sheet.name, address: "" };
  return {
    tasks: [],
    problems: [
      { code: "registryProtected", severity: "warning", source, fields: { count: unlisted.length } },
    ],
  };
}

/** The results of files are what was read from this sheet and what came new, so it is written anew in place. */
function filesTask(sheet: OwnSheet | undefined, { files }: Analysis): readonly SheetTask[] {
  const plan = planFiles(files);
  if (plan === null) return [];
  if (sheet === undefined) return [{ plan }];
  const same = sheet.grid !== null && fingerprintOfGrid(sheet.grid) === fingerprintOfPlan(plan);
  return same ? [] : [{ plan, replace: sheet }];
}
