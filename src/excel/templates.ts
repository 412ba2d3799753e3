import { lowResultsColumns } from "../domain/measures/columns";
import { planTemplateSheet } from "../domain/measures/template-sheet";
import { readTemplateSheet } from "../domain/measures/template-read";
import { templateSheetId } from "../domain/measures/template-layout";
import {
  isOwnTemplateId,
  isTemplateId,
  loadTemplate,
  ownTemplateId,
  templateIds,
  templateName,
  type AnyTemplateId,
  type TemplateId,
} from "../domain/measures/templates";
import type { RoadmapTemplate } from "../domain/measures/measure";
import type { Problem } from "../domain/problem";
import type { Snapshot, WorkbookPort, WrittenSheet } from "./port";

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
  { own }: Snapshot,
  id: AnyTemplateId,
): Promise<{ readonly template: RoadmapTemplate; readonly problems: readonly Problem[] }> {
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
  const origin = base ?? (await everyMeasure());
  const { template, problems } = readTemplateSheet(grid, { id, name: templateName(id), base: origin });
  return { template: template ?? (await builtIn()), problems };
}

const DEFAULT_TEMPLATE: TemplateId = "low-results-roadmap";

/** What a template of the user's own may be picked from: formulas of indicators are not in its table. */
async function everyMeasure(): Promise<RoadmapTemplate> {
  const all = await Promise.all(templateIds.map(loadTemplate));
  return {
    id: "",
    name: "",
    title: "",
    source: "",
    period: { unit: "schoolYear", years: 1 },
    columns: lowResultsColumns,
    sections: all.flatMap(({ sections }) => sections),
  };
}

/**
 * «Шаблоны мероприятий»: puts a template into the workbook as a table to edit.
 * @param name the user's name for a template of their own, made from `from`; absent: the template itself is edited
 * @returns null where the workbook has it already
 */
export async function addTemplateSheet(
  port: WorkbookPort,
  snapshot: Snapshot,
  { from, name, start }: { readonly from: TemplateId; readonly name?: string; readonly start: number },
): Promise<WrittenSheet | null> {
  const template = await loadTemplate(from);
  const named = name === undefined ? template : { ...template, id: ownTemplateId(name), name };
  return writeTemplate(port, snapshot, named, start);
}

/** Puts a template of any making into the workbook. @returns null where the workbook has one of that id */
export async function writeTemplate(
  port: WorkbookPort,
  snapshot: Snapshot,
  template: RoadmapTemplate,
  start: number,
): Promise<WrittenSheet | null> {
  if (snapshot.own.some(({ id }) => id === templateSheetId(template.id))) return null;
  const [written] = await port.write([{ plan: planTemplateSheet(template, start) }], snapshot);
  return written ?? null;
}
