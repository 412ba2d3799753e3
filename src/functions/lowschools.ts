import { lowSchoolsHeader, verdictWords } from "../locales/ru/function-words";
import { answerWithBlanks, toCellRange, toInput, toRange, valueIn } from "./cells";

/**
 * Schools with low results, and those with too little data, from a list with headers: school, verdict, criteria,
 * procedures; spilled under a header row.
 * @customfunction LOWSCHOOLS
 * @requiresParameterAddresses
 * @param table The sheet «Результаты» or any list of results with its headers.
 * @param [rule] "000" or "004".
 * @param [year] The year in view, 2019 or "2018/2019"; the newest when left out.
 * @param [threshold] Fraction below 1 or per cent from 1 to 100; 30 when left out.
 * @param invocation Tells where the table stands.
 * @returns Four cells per school.
 */
export async function lowSchools(
  table: unknown[][],
  rule: unknown,
  year: unknown,
  threshold: unknown,
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const { lowSchools: find, toldStatus } = await import("../domain/cells/low-schools");
  const options = { rule: toInput(rule), year: toInput(year) };
  const ranges = [toRange(table), toCellRange(rule), toCellRange(year), toCellRange(threshold)] as const;
  const { verdicts } = await answerWithBlanks(ranges, invocation, ([cells, , , limit]) =>
    find(cells, { ...options, threshold: valueIn(limit) }),
  );
  const rows = verdicts
    .filter((verdict) => toldStatus(verdict) !== "notLow")
    .map((verdict) => [
      verdict.school,
      verdictWords[toldStatus(verdict)],
      verdict.criteria.join(", "),
      [...new Set(verdict.evidence.map(({ procedure }) => procedure))].join(", "),
    ]);
  return [[...lowSchoolsHeader], ...rows];
}
