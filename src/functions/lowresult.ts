import { lowResult as domainLowResult } from "../domain/cells/low-result";
import { answerWithBlanks, toCell, toCellRange, toInput, toRange, valueIn } from "./cells";

/**
 * Whether each result is low: TRUE, FALSE or "нет данных", one per row, spilled.
 *
 * A blank is no data: it arrives as null on the web and as 0 on desktop, where the cell itself is asked. A computed
 * array has no cells to ask, its zeros are zeros. Zero participants are no data in any case. An error cell comes out as
 * that error in its row.
 * @customfunction LOWRESULT
 * @requiresParameterAddresses
 * @param range Results: 2 columns are participants and failed, 4 are marks, 5 are participants and marks.
 * @param [threshold] Fraction below 1 or per cent from 1 to 100; 30 when left out.
 * @param [kind] What the numbers are, where the width does not say it.
 * @param [minParticipants] Results with fewer participants are no data.
 * @param invocation Tells where the range stands.
 * @returns One value per result.
 */
export async function lowResult(
  range: unknown[][],
  threshold: unknown,
  kind: unknown,
  minParticipants: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const options = { kind: toInput(kind), minParticipants: toInput(minParticipants) };
  const ranges = [toRange(range), toCellRange(threshold)] as const;
  const answers = await answerWithBlanks(ranges, invocation, ([values, limit]) =>
    domainLowResult(values, { ...options, threshold: valueIn(limit) }),
  );
  return answers.map((row) => row.map(toCell));
}
