import { createStore } from "zustand/vanilla";

/** What somebody else than this add-in did to a sheet: the user, or a co-author. */
export type EditKind = "edited" | "added" | "deleted";

interface SheetEdit {
  readonly sheetId: string;
  readonly how: EditKind;
  /** Number of the edit; the last one of its kind on that sheet. */
  readonly at: number;
}

/** A sheet that came while the workbook was listened to. */
interface CameSheet {
  readonly name: string;
  /** Our id of it; null for a sheet of the user's. */
  readonly own: string | null;
}

export interface Edits {
  readonly count: number;
  /** One for each sheet and kind, so that typing does not fill it. */
  readonly list: readonly SheetEdit[];
  readonly came: ReadonlyMap<string, CameSheet>;
}

/** What was heard since the listening began; ribbon and pane live in one runtime. */
export const edits = createStore<Edits>(() => ({ count: 0, list: [], came: new Map() }));

export function noteEdit(sheetId: string, how: EditKind): void {
  edits.setState(({ count, list }) => ({
    count: count + 1,
    list: [
      ...list.filter((edit) => edit.sheetId !== sheetId || edit.how !== how),
      { sheetId, how, at: count + 1 },
    ],
  }));
}

export function noteCame(sheetId: string, sheet: CameSheet): void {
  edits.setState(({ came }) => ({ came: new Map(came).set(sheetId, sheet) }));
}
