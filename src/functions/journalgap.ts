import { answerWithBlanks, toCell, toRange } from "./cells";

/**
 * Shares of marks that the assessment lowered, confirmed and raised against the journal, three cells per row, spilled.
 *
 * No official threshold exists, so none is applied.
 * @customfunction JOURNALGAP
 * @requiresParameterAddresses
 * @param lowered Counts, one column.
 * @param confirmed Counts, one column.
 * @param raised Counts, one column.
 * @param invocation Tells where the ranges stand.
 * @returns Three fractions per row.
 */
export async function journalGap(
  lowered: unknown[][],
  confirmed: unknown[][],
  raised: unknown[][],
  invocation: CustomFunctions.Invocation,
): Promise<unknown[][]> {
  const { journalGap: domainJournalGap } = await import("../domain/cells/shares");
  const ranges = [toRange(lowered), toRange(confirmed), toRange(raised)] as const;
  const rows = await answerWithBlanks(ranges, invocation, (counts) => domainJournalGap(...counts));
  return rows.map((row) => row.map(toCell));
}
