import { DECISIONS_ID } from "../../domain/documents/decisions";
import { FILES_ID } from "../../domain/documents/files-sheet";
import { REGISTRY_ID } from "../../domain/documents/registry-sheet";
import { SCALES_ID } from "../../domain/documents/scales-sheet";
import { templateSheetId } from "../../domain/measures/template-layout";
import type { EditKind, Edits } from "./edits";
import type { Snapshot } from "../port";

/** A sheet that is not as it was read. */
export interface ChangedSheet {
  readonly name: string;
  readonly how: EditKind;
}

const FILLED_IN = new Set([DECISIONS_ID, REGISTRY_ID, FILES_ID, SCALES_ID]);

/** Whether results and schools depend on a sheet of the add-in: the user fills it in. @param own its id */
export const goesIntoResults = (own: string): boolean =>
  FILLED_IN.has(own) || own.startsWith(templateSheetId(""));

/**
 * Sheets that were read and that changed since, in the order of the workbook, those that came since last: a sheet that
 * changes again stays in its place.
 * @param counts whether what is shown depends on a sheet of the add-in, by its id; the user's sheets all count
 */
export function changedSheets(
  snapshot: Snapshot,
  { list, came }: Edits,
  counts: (own: string) => boolean = goesIntoResults,
): readonly ChangedSheet[] {
  const { own, sheets = [], grids, editsBefore = 0 } = snapshot;
  const since = list.filter(({ at }) => at > editsBefore);
  const changed = new Set(since.map(({ sheetId }) => sheetId));
  const places = [...new Set([...sheets.map(({ id }) => id), ...came.keys()])];
  return places
    .filter((id) => changed.has(id))
    .flatMap((id): ChangedSheet[] => {
      const did = (how: EditKind): boolean => since.some((edit) => edit.sheetId === id && edit.how === how);
      const known = sheets.find((sheet) => sheet.id === id);
      const there = known ?? came.get(id);
      const mine = own.find(({ sheetId }) => sheetId === id)?.id ?? came.get(id)?.own ?? null;
      if (there === undefined || (mine !== null && !counts(mine))) return [];
      const { name } = there;
      if (did("deleted")) {
        // a sheet that came and went, or had nothing to read, changes nothing
        const read = known !== undefined && (mine !== null || grids.some(({ sheet }) => sheet === name));
        return read ? [{ name, how: "deleted" }] : [];
      }
      return [{ name, how: known === undefined && mine === null ? "added" : "edited" }];
    });
}
