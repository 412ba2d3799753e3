import type { Analysis } from "../../domain/analysis";
import { planDecisions } from "../../domain/documents/decisions";
import { planPackage } from "../../domain/documents/package";
import {
  APPOINTMENTS_ID,
  readAppointments,
  type TypedAppointments,
} from "../../domain/documents/package/appointments";
import { EMPTY_DIRECTORY, roleNamesOf, withColumns } from "../../domain/documents/package/directory";
import { DIRECTORY_ID, readDirectory } from "../../domain/documents/package/directory-sheet";
import { defaultStart, pastMeasures, withPeriod, type PastMeasures } from "../../domain/measures/plan-start";
import { planRequisites } from "../../domain/documents/requisites";
import { planRegistry } from "../../domain/documents/registry-sheet";
import { planScales, wantedScales } from "../../domain/documents/scales-sheet";
import type { Problem } from "../../domain/problem";
import type { Settings } from "../../domain/settings";
import type { SheetPlan } from "../../domain/sheet-plan";
import type { OwnSheet, Snapshot } from "../port";
import { requisitesIn, usersRequisites } from "./requisites-in";
import { templateFor } from "./templates";

/** What a run writes: documents, and sheets for the user to fill in, which are made once. */
export interface Planned {
  readonly documents: readonly SheetPlan[];
  readonly forms: readonly SheetPlan[];
  /** What could not be read on the sheets that the user fills in. */
  readonly problems: readonly Problem[];
  /** Measures of the roadmap whose deadlines are over already. */
  readonly past: PastMeasures;
}

/** The documents that the settings ask for, made with what the user typed on the sheets of an earlier run. */
export async function makePlans(
  snapshot: Snapshot,
  settings: Settings,
  analysis: Analysis,
  year: number,
  today: string,
): Promise<Planned> {
  const { requisites, directory, template: chosen, problems } = await readForms(snapshot, settings);
  const forms: SheetPlan[] = [planDecisions(), planRegistry(analysis.unlisted)];
  if (usersRequisites(snapshot) === null) forms.unshift(planRequisites());
  const template = withPeriod(withColumns(chosen, settings.columns, directory), settings.period);
  const start = settings.start ?? defaultStart(template, year);
  const input = { analysis, template, requisites, start };
  const wanted = wantedScales(analysis.problems);
  if (wanted.length > 0) forms.push(planScales(wanted));
  const missing = (plan: SheetPlan): boolean => snapshot.own.every(({ id }) => id !== plan.id);
  const all = settings.package === "all" ? await import("../../domain/documents/package/whole") : null; // most runs do without
  if (all !== null) forms.push(all.planDirectory());
  return {
    documents:
      all === null
        ? planPackage({ ...input, roleNames: roleNamesOf(directory, requisites) })
        : all.planWholePackage({ ...input, directory, typed: typedAppointments(snapshot) }),
    forms: forms.filter(missing),
    problems,
    past: pastMeasures(template, start, today),
  };
}

/** What the user typed on the sheets made for it, and the template, with all that cannot be read of them. */
export async function readForms(snapshot: Snapshot, { templateId }: Settings) {
  const gridOf = (id: string): OwnSheet["grid"] =>
    snapshot.own.find((sheet) => sheet.id === id)?.grid ?? null;
  const directoryGrid = gridOf(DIRECTORY_ID);
  const { requisites, problems } = requisitesIn(snapshot);
  const typed =
    directoryGrid === null ? { directory: EMPTY_DIRECTORY, problems: [] } : readDirectory(directoryGrid);
  const chosen = await templateFor(snapshot, templateId);
  return {
    requisites,
    directory: typed.directory,
    template: chosen.template,
    problems: [...problems, ...typed.problems, ...chosen.problems],
  };
}

function typedAppointments({ own }: Snapshot): TypedAppointments {
  const sheet = own.find(({ id, grid }) => id === APPOINTMENTS_ID && grid !== null);
  if (sheet?.grid == null) return new Map();
  const { grid, unchanged, kept } = sheet;
  return readAppointments({ grid, unchanged, generated: kept?.rows ?? null });
}
