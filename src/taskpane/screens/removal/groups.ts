import type { SheetKind } from "../../../domain/sheet-plan";
import type { OwnSheet } from "../../../excel/port";

/** Why a sheet is told apart from the others that can be removed. */
export type RemovalGroup = "generated" | "edited" | "typed";

export const REMOVAL_GROUPS: readonly RemovalGroup[] = ["generated", "edited", "typed"];

/** Made once, then the user's: what they hold is asked of the user anew when they are gone. */
const TYPED: ReadonlySet<SheetKind> = new Set<SheetKind>([
  "requisites",
  "decisions",
  "registry",
  "scales",
  "directory",
  "history",
  "template",
  "files",
  "appointments",
  "indicators",
]);

export const groupOf = ({ kind, unchanged }: Pick<OwnSheet, "kind" | "unchanged">): RemovalGroup =>
  TYPED.has(kind) ? "typed" : unchanged ? "generated" : "edited";

/** Sheets that are there or are as the user saw them no more: edited, renamed, gone. @returns names as the user saw them */
export function changedSince(
  seen: readonly Pick<OwnSheet, "sheetId" | "kind" | "unchanged" | "name">[],
  now: readonly Pick<OwnSheet, "sheetId" | "kind" | "unchanged" | "name">[],
): readonly string[] {
  return seen
    .filter((sheet) => {
      const again = now.find(({ sheetId }) => sheetId === sheet.sheetId);
      return again === undefined || again.name !== sheet.name || groupOf(again) !== groupOf(sheet);
    })
    .map(({ name }) => name);
}
