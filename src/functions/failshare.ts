import { failShares } from "../domain/cells/fail-share";
import { answerWithBlanks, toCell, toInput, toRange } from "./cells";

/**
 * Share of those who did not reach the minimum, one per row, spilled: a fraction, or "нет данных".
 *
 * Blanks, zeros and error cells as in LOWRESULT.
 * @customfunction FAILSHARE
 * @requiresParameterAddresses
 * @param range Results, as in LOWRESULT.
 * @param [kind] What the numbers are, where the width does not say it.
 * @param invocation Tells where the range stands.
 * @returns One fraction per result.
 */
export async function failShare(
  range: unknown[][],
  kind: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const shares = await answerWithBlanks([toRange(range)] as const, invocation, ([values]) =>
    failShares(values, toInput(kind)),
  );
  return shares.map((row) => row.map(toCell));
}
