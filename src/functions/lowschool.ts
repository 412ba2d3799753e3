import { lowSchool as domainLowSchool } from "../domain/cells/low-school";
import { answerWithBlanks, toCell, toCellRange, toInput, toOptionalRange, toRange, valueIn } from "./cells";

/**
 * Whether a school is low by its results of two years: TRUE, FALSE or "нет данных".
 *
 * Without results of the year before only criterion 1 within the year is checked: TRUE, or "нет данных" for the rest.
 * A blank is no data: it arrives as null on the web and as 0 on desktop, where the cell itself is asked.
 * @customfunction LOWSCHOOL
 * @requiresParameterAddresses
 * @param year Results of the year in view, one row.
 * @param [yearBefore] Results of the earlier year: the same procedures in the same order.
 * @param [rule] "000" or "004".
 * @param [threshold] Fraction below 1 or per cent from 1 to 100; 30 when left out.
 * @param [kind] Shares, pairs or triples; shares when left out.
 * @param [minParticipants] Results with fewer participants are no data.
 * @param invocation Tells where the ranges stand.
 * @returns One value.
 */
export async function lowSchool(
  year: unknown[][],
  yearBefore: unknown[][],
  rule: unknown,
  threshold: unknown,
  kind: unknown,
  minParticipants: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const options = {
    rule: toInput(rule),
    kind: toInput(kind),
    minParticipants: toInput(minParticipants),
  };
  const ranges = [
    toRange(year),
    toOptionalRange(yearBefore),
    toCellRange(rule),
    toCellRange(threshold),
  ] as const;
  const answer = await answerWithBlanks(ranges, invocation, ([values, before, , limit]) =>
    domainLowSchool(values, { ...options, yearBefore: before, threshold: valueIn(limit) }),
  );
  return [[toCell(answer)]];
}
