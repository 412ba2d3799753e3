import { lowResult as domainLowResult } from "../domain/cells/low-result";
import { orThrow, toCell, toInput, toRange } from "./cells";

/**
 * Whether each result is low: TRUE, FALSE or "нет данных", one per row, spilled.
 *
 * A blank is no data; it arrives as 0 on desktop and as null on the web. Zero participants are no data in any case.
 * An error cell comes out as that error in its row.
 * @customfunction LOWRESULT
 * @param range Results: 2 columns are participants and failed, 4 are marks, 5 are participants and marks.
 * @param [threshold] Fraction below 1 or per cent from 1 to 100; 30 when left out.
 * @param [kind] What the numbers are, where the width does not say it.
 * @param [minParticipants] Results with fewer participants are no data.
 * @returns One value per result.
 */
export function lowResult(
  range: unknown[][],
  threshold?: unknown,
  kind?: unknown,
  minParticipants?: unknown,
): unknown[][] {
  const answers = domainLowResult(toRange(range), {
    threshold: toInput(threshold),
    kind: toInput(kind),
    minParticipants: toInput(minParticipants),
  });
  return orThrow(answers).map((row) => row.map(toCell));
}
