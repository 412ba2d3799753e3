import { orThrow, toInput } from "./cells";

/**
 * Measures of a roadmap template: number, measure, responsible, expected result; spilled.
 * @customfunction MEASURES
 * @param template Id of a template, such as "low-results-roadmap".
 * @param [section] Number of a section; all when left out.
 * @returns Four cells per measure.
 */
export async function measures(template: unknown, section: unknown): Promise<unknown[][]> {
  const { measureRows } = await import("../domain/cells/measures");
  return orThrow(await measureRows(toInput(template), toInput(section)));
}
