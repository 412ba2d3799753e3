import { constantText } from "../sheets/mark";
import type { Journal } from "./journal";

/** A sheet with the names that mark it as ours, loaded. */
export interface Marked {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly fingerprint: Excel.NamedItem;
}

/**
 * A run may break off between adding a sheet and marking it. Such a sheet has the name that the run gave it and nothing
 * in it: one with a single formatted cell is the user's.
 * @returns the sheets with our ids of them
 */
export async function justAdded(
  context: Excel.RequestContext,
  sheets: readonly Marked[],
  { committed, names = {} }: Journal,
): Promise<readonly { readonly sheet: Excel.Worksheet; readonly id: string }[]> {
  if (committed) return [];
  const idOf = new Map(Object.entries(names).map(([id, name]) => [name, id]));
  const found = sheets.flatMap(({ sheet, mark, fingerprint }) => {
    const id = idOf.get(sheet.name);
    const others = !mark.isNullObject && constantText(mark.formula) !== id;
    if (id === undefined || others || !fingerprint.isNullObject) return [];
    const used = sheet.getUsedRangeOrNullObject().load("address");
    return [{ sheet, id, used, charts: sheet.charts.load("items/name") }];
  });
  if (found.length > 0) await context.sync();
  return found.filter(({ used, charts }) => used.isNullObject && charts.items.length === 0);
}
