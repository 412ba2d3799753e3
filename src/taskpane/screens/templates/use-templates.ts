import { useEffect, useState } from "react";
import type { RoadmapTemplate } from "../../../domain/measures/measure";
import { templateIds, templateName, type AnyTemplateId } from "../../../domain/measures/templates";
import type { Problem } from "../../../domain/problem";
import type { Settings } from "../../../domain/settings";
import { toWorkbookError } from "../../../excel/runs/errors";
import type { Snapshot, WorkbookError, WorkbookPort, WrittenSheet } from "../../../excel/port";
import { templateFor, templatesIn, writeTemplate } from "../../../excel/jobs/templates";

/** A template as it is used: the user's table where the workbook has one. */
export interface LoadedTemplate {
  readonly id: AnyTemplateId;
  readonly name: string;
  /** The sheet where it stands; null for a built-in one that was not put into the workbook. */
  readonly sheet: string | null;
  /** Null where the user's own table cannot be read. */
  readonly template: RoadmapTemplate | null;
  /** What is wrong in the table, with its cells. */
  readonly problems: readonly Problem[];
}

async function loadAll(snapshot: Snapshot): Promise<readonly LoadedTemplate[]> {
  const placed = new Map(templatesIn(snapshot).map(({ id, sheet }) => [id, sheet]));
  const ids = [...new Set<AnyTemplateId>([...templateIds, ...placed.keys()])];
  return Promise.all(
    ids.map(async (id): Promise<LoadedTemplate> => {
      const { template, problems } = await templateFor(snapshot, id);
      // another template in its place: the table gave way to a built-in one
      const readable = template.id === id && problems.every(({ severity, code }) => !isFatal(severity, code));
      return {
        id,
        name: templateName(id),
        sheet: placed.get(id) ?? null,
        template: readable ? template : null,
        problems,
      };
    }),
  );
}

const isFatal = (severity: Problem["severity"], code: Problem["code"]): boolean =>
  severity === "error" && (code === "templateTableMissing" || code === "templateEmpty");

/** Templates of the workbook and the built-in ones; null while they load. */
export function useLoadedTemplates(snapshot: Snapshot): readonly LoadedTemplate[] | "failed" | null {
  const [loaded, setLoaded] = useState<readonly LoadedTemplate[] | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    const show = (next: readonly LoadedTemplate[] | "failed"): void => {
      if (current) setLoaded(next);
    };
    loadAll(snapshot).then(show, () => {
      show("failed");
    });
    return () => {
      current = false;
    };
  }, [snapshot]);
  return loaded;
}

/** What became of the last wish to write a template. */
export type Written =
  | { readonly kind: "none" | "busy" | "exists" }
  | { readonly kind: "done"; readonly sheet: string }
  | { readonly kind: "failed"; readonly error: WorkbookError };

/** Writes templates into the workbook, one at a time, and has it read anew. */
export function useTemplateWriting(
  port: WorkbookPort,
  reread: (change?: Partial<Settings>) => Promise<void>,
): {
  readonly written: Written;
  /** `change`: of the settings, from then on. @returns whether the template is in the workbook now */
  readonly write: (template: RoadmapTemplate, start: number, change?: Partial<Settings>) => Promise<boolean>;
} {
  const [written, setWritten] = useState<Written>({ kind: "none" });
  const write = async (
    template: RoadmapTemplate,
    start: number,
    change?: Partial<Settings>,
  ): Promise<boolean> => {
    if (written.kind === "busy") return false;
    setWritten({ kind: "busy" });
    try {
      const sheet: WrittenSheet | null = await writeTemplate(port, template, start);
      if (sheet !== null) await reread(change);
      setWritten(sheet === null ? { kind: "exists" } : { kind: "done", sheet: sheet.name });
      return sheet !== null;
    } catch (error) {
      setWritten({ kind: "failed", error: toWorkbookError(error) });
      return false;
    }
  };
  return { written, write };
}
