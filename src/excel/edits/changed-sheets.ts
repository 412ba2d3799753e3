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

const COUNTED = new Set([DECISIONS_ID, REGISTRY_ID, FILES_ID, SCALES_ID]);

/** Whether what the pane shows depends on a sheet of the add-in: the user fills it in. */
const counts = (own: string): boolean => COUNTED.has(own) || own.startsWith(templateSheetId(""));

/**
 * Sheets that results were read from and that changed since, in the order of the workbook, those that came since last:
 * a sheet that changes again stays in its place. Documents of the add-in do not count, results are not read from them.
 */
export function changedSheets(snapshot: Snapshot, { list, came }: Edits): readonly ChangedSheet[] {
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
