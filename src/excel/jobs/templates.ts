import { DIRECTORY_ID, readDirectory } from "../../domain/documents/package/directory-sheet";
import { lowResultsColumns } from "../../domain/measures/columns";
import { allRoles } from "../../domain/measures/roles";
import { basedOnOf } from "../../domain/measures/template-facts";
import { planTemplateSheet } from "../../domain/measures/template-sheet";
import { readTemplateSheet } from "../../domain/measures/template-read";
import { plainWord, templateSheetId } from "../../domain/measures/template-layout";
import {
  isOwnTemplateId,
  isTemplateId,
  loadTemplate,
  ownTemplateId,
  templateIds,
  templateName,
  type AnyTemplateId,
  type TemplateId,
} from "../../domain/measures/templates";
import type { RoadmapTemplate, Role } from "../../domain/measures/measure";
import type { Problem } from "../../domain/problem";
import type { Snapshot, WorkbookPort, WrittenSheet } from "../port";
import { readWhole } from "../reading/read-whole";
import { requisitesIn } from "./requisites-in";
import { asRun } from "../runs/runs";

const PREFIX = templateSheetId("");

/** Templates that stand in the workbook as tables, by their ids and sheets. */
export function templatesIn({
  own,
}: Snapshot): readonly { readonly id: AnyTemplateId; readonly sheet: string }[] {
  return own.flatMap(({ id, name }) => {
    const template = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : "";
    return isTemplateId(template) || isOwnTemplateId(template) ? [{ id: template, sheet: name }] : [];
  });
}

/**
 * The template that a run uses: the user's table where the workbook has it, else the built-in one. A table that cannot
 * be read gives way to the built-in template, and the problems say so.
 */
export async function templateFor(
  snapshot: Snapshot,
  id: AnyTemplateId,
): Promise<{ readonly template: RoadmapTemplate; readonly problems: readonly Problem[] }> {
  const { own } = snapshot;
  const base = isTemplateId(id) ? await loadTemplate(id) : null;
  const builtIn = async (): Promise<RoadmapTemplate> => base ?? (await loadTemplate(DEFAULT_TEMPLATE));
  const grid = own.find((sheet) => sheet.id === templateSheetId(id))?.grid ?? null;
  if (grid === null) {
    const missing: Problem = {
      code: "templateSheetMissing",
      severity: "warning",
      fields: { name: templateName(id) },
    };
    return { template: await builtIn(), problems: base === null ? [missing] : [] };
  }
  const origin = base ?? (await everyMeasure(basedOnOf(grid.cells)));
  const ownNames = ownRoleNames(snapshot);
  const { template, problems } = readTemplateSheet(grid, {
    id,
    name: templateName(id),
    base: origin,
    ownNames,
  });
  return { template: template ?? (await builtIn()), problems };
}

const DEFAULT_TEMPLATE: TemplateId = "low-results-roadmap";

/**
 * What a template of the user's own may be picked from: formulas of indicators are not in its table. The note, the tasks
 * and the columns are those of the template it was copied from.
 */
async function everyMeasure(basedOn: string | undefined): Promise<RoadmapTemplate> {
  const all = await Promise.all(templateIds.map(loadTemplate));
  const copied = all.find(({ name }) => name === basedOn);
  return {
    id: "",
    name: "",
    title: "",
    source: copied?.source ?? "",
    period: copied?.period ?? { unit: "schoolYear", years: 1 },
    columns: copied?.columns ?? lowResultsColumns,
    ...(copied?.note === undefined ? {} : { note: copied.note }),
    sections: [...(copied?.sections ?? []), ...all.flatMap(({ sections }) => sections)],
  };
}

/** Roles by the names that the department typed on «Справочник» and «Реквизиты». */
function ownRoleNames(snapshot: Snapshot): ReadonlyMap<string, Role> {
  const directory = snapshot.own.find(({ id }) => id === DIRECTORY_ID)?.grid ?? null;
  const typed = requisitesIn(snapshot).requisites;
  const roles = directory === null ? {} : readDirectory(directory).directory.roles;
  const names: (readonly [string | undefined, Role])[] = [
    [typed.department, "department"],
    [typed.departmentShort, "department"],
    [typed.methodCentre, "methodCentre"],
    [typed.methodCentreShort, "methodCentre"],
    ...allRoles.flatMap((role) =>
      [roles[role]?.full, roles[role]?.short].map((name) => [name, role] as const),
    ),
  ];
  return new Map(
    names.flatMap(([name, role]) => (name === undefined ? [] : [[plainWord(name), role] as const])),
  );
}

/**
 * «Шаблоны мероприятий»: puts a template into the workbook as a table to edit.
 * @param name the user's name for a template of their own, made from `from`; absent: the template itself is edited
 * @returns null where the workbook has it already
 */
export async function addTemplateSheet(
  port: WorkbookPort,
  { from, name, start }: { readonly from: TemplateId; readonly name?: string; readonly start: number },
): Promise<WrittenSheet | null> {
  const template = await loadTemplate(from);
  const named = name === undefined ? template : copyOf(template, name);
  return writeTemplate(port, named, start);
}

/** A template of the user's own with all that another has. */
export const copyOf = (template: RoadmapTemplate, name: string): RoadmapTemplate => ({
  ...template,
  id: ownTemplateId(name),
  name,
  basedOn: template.basedOn ?? template.name,
});

/**
 * Puts a template of any making into the workbook as it is now.
 * @returns null where the workbook has one of that id
 */
export async function writeTemplate(
  port: WorkbookPort,
  template: RoadmapTemplate,
  start: number,
): Promise<WrittenSheet | null> {
  return asRun("templates", async ({ bound }) => {
    const mine = bound(port);
    const snapshot = await readWhole(mine);
    if (snapshot.own.some(({ id }) => id === templateSheetId(template.id))) return null;
    const [written] = await mine.write([{ plan: planTemplateSheet(template, start) }], snapshot);
    return written ?? null;
  });
}
