import { isProblem } from "../domain/cells/input";
import { NO_DATA, trendWords } from "../locales/ru/function-words";
import { answerWithBlanks, toCell, toCellRange, toRange, valueIn } from "./cells";

/**
 * Change of the failing share in percentage points and its word, two cells per row, spilled.
 *
 * From the earliest to the latest known year; a blank is no data.
 * @customfunction TREND
 * @requiresParameterAddresses
 * @param range Shares of 2 or 3 years side by side, the earliest on the left.
 * @param [limit] Percentage points from which a change counts; 10 when left out.
 * @param invocation Tells where the range stands.
 * @returns A number and a word per row.
 */
export async function trend(
  range: unknown[][],
  limit: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const { trend: domainTrend } = await import("../domain/cells/trend");
  const ranges = [toRange(range), toCellRange(limit)] as const;
  const rows = await answerWithBlanks(ranges, invocation, ([values, most]) =>
    domainTrend(values, valueIn(most)),
  );
  return rows.map((row) => {
    if (row === "noData") return [NO_DATA, NO_DATA];
    return isProblem(row) ? [toCell(row), toCell(row)] : [row.change, trendWords[row.word]];
  });
}
