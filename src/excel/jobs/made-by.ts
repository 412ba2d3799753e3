import { readSettings } from "../../domain/documents/schools-sheet";
import type { Snapshot } from "../port";

/** The settings that the roadmap was made by, as the list beside it says; null where there is no roadmap, or no list that says it. */
export function madeBy({ own }: Pick<Snapshot, "own">): string | null {
  if (own.every(({ kind }) => kind !== "roadmap")) return null;
  const list = own.findLast(({ kind, grid }) => kind === "lowSchools" && grid !== null);
  return list?.grid == null ? null : readSettings(list.grid);
}
