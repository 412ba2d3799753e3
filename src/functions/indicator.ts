import { isProblem } from "../domain/cells/input";
import { NO_DATA } from "../locales/ru/function-words";
import { answerWithBlanks, toCell, toCellRange, toRange, valueIn } from "./cells";

/**
 * An indicator: its share and, with a target, whether the target is met; two cells per row, spilled.
 *
 * A blank count and a zero denominator are no data.
 * @customfunction INDICATOR
 * @requiresParameterAddresses
 * @param numerator Counts, one column.
 * @param denominator Counts of all, one column.
 * @param [target] A fraction up to 1 (100% of a cell is 1) or per cent above 1.
 * @param invocation Tells where the ranges stand.
 * @returns A share, and TRUE or FALSE with a target.
 */
export async function indicator(
  numerator: unknown[][],
  denominator: unknown[][],
  target: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const { indicator: domainIndicator, readTarget } = await import("../domain/cells/shares");
  const ranges = [toRange(numerator), toRange(denominator), toCellRange(target)] as const;
  const { rows, width } = await answerWithBlanks(ranges, invocation, ([part, whole, goal]) => {
    const found = domainIndicator(part, whole, valueIn(goal));
    return isProblem(found) ? found : { rows: found, width: readTarget(valueIn(goal)) === null ? 1 : 2 };
  });
  return rows.map((row) =>
    row.flatMap((value) => {
      if (value === "noData") return Array<unknown>(width).fill(NO_DATA);
      if (isProblem(value)) return Array<unknown>(width).fill(toCell(value));
      return value.met === null ? [value.share] : [value.share, value.met];
    }),
  );
}
