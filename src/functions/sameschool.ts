import { ASK } from "../locales/ru/function-words";
import { orThrow, toCell, toRange } from "./cells";

/**
 * Whether two spellings are one school: TRUE, FALSE, or "спросить" where only a person can tell.
 * @customfunction SAMESCHOOL
 * @param first Names of schools.
 * @param second Names of the same shape, or one name.
 * @returns One value per pair.
 */
export async function sameSchool(first: unknown[][], second: unknown[][]): Promise<unknown[][]> {
  const { sameSchools } = await import("../domain/cells/school-names");
  const answers = orThrow(sameSchools(toRange(first), toRange(second)));
  return answers.map((row) => row.map((answer) => (answer === "ask" ? ASK : toCell(answer))));
}
