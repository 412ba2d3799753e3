import { whyLow as domainWhyLow } from "../domain/cells/why-low";
import { whyLowText } from "../locales/ru/function-words";
import { answerWithBlanks, toCellRange, toInput, toOptionalRange, toRange, valueIn } from "./cells";

/**
 * Why LOWSCHOOL says TRUE: criteria, procedures and their shares in words; "" where it says FALSE.
 * @customfunction WHYLOW
 * @requiresParameterAddresses
 * @param year Results of the year in view, one row.
 * @param [yearBefore] Results of the earlier year: the same procedures in the same order.
 * @param [rule] "000" or "004".
 * @param [threshold] Fraction below 1 or per cent from 1 to 100; 30 when left out.
 * @param [kind] Shares, pairs or triples; shares when left out.
 * @param [minParticipants] Results with fewer participants are no data.
 * @param [headers] Names of the procedures.
 * @param invocation Tells where the ranges stand.
 * @returns One text.
 */
export async function whyLow(
  year: unknown[][],
  yearBefore: unknown[][],
  rule: unknown,
  threshold: unknown,
  kind: unknown,
  minParticipants: unknown,
  headers: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const options = {
    rule: toInput(rule),
    kind: toInput(kind),
    minParticipants: toInput(minParticipants),
  };
  const names = toOptionalRange(headers);
  const ranges = [
    toRange(year),
    toOptionalRange(yearBefore),
    toCellRange(rule),
    toCellRange(threshold),
  ] as const;
  const why = await answerWithBlanks(ranges, invocation, ([values, before, , limit]) =>
    domainWhyLow(values, { ...options, yearBefore: before, threshold: valueIn(limit) }, names),
  );
  return [[whyLowText(why)]];
}
