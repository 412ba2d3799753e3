import { orThrow, toCell, toInput, toRange } from "./cells";

/**
 * Start or end of a deadline as staff write it, a date serial; one per cell, spilled.
 * @customfunction DEADLINE
 * @param text Deadlines.
 * @param [year] Year in which the plan begins: 2026 or "2026/2027"; needed where the text names none.
 * @param [part] "начало" or "конец"; the end when left out.
 * @returns One date per deadline; "" for a blank.
 */
export async function deadline(text: unknown[][], year: unknown, part: unknown): Promise<unknown[][]> {
  const { deadlines } = await import("../domain/cells/deadlines");
  return orThrow(deadlines(toRange(text), toInput(year), toInput(part))).map((row) => row.map(toCell));
}
