import { orThrow, toCell, toRange } from "./cells";

/**
 * The key by which the add-in tells schools apart: from the ФИС ОКО login, else from the name; one per cell, spilled.
 * @customfunction SCHOOLKEY
 * @param name Names of schools.
 * @returns One text per name; "" for a blank.
 */
export async function schoolKey(name: unknown[][]): Promise<unknown[][]> {
  const { schoolKeys } = await import("../domain/cells/school-names");
  return orThrow(schoolKeys(toRange(name))).map((row) => row.map(toCell));
}
