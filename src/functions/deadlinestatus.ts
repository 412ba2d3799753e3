import { orThrow, toCell, toInput, toRange } from "./cells";

/**
 * How each measure stands on a day: overdue, due soon, done …; one word per cell, spilled.
 * @customfunction DEADLINESTATUS
 * @param deadline Dates or deadlines in words, as in DEADLINE.
 * @param status Statuses of the same shape, or one status.
 * @param today The day in view, such as TODAY().
 * @param [year] Year in which the plan begins: 2026 or "2026/2027"; needed where the words name none.
 * @returns One word per measure; "" where deadline and status are blank.
 */
export async function deadlineStatus(
  deadline: unknown[][],
  status: unknown[][],
  today: unknown,
  year: unknown,
): Promise<unknown[][]> {
  const [{ deadlineStatuses }, { deadlineStatusWords }] = await Promise.all([
    import("../domain/cells/deadline-status"),
    import("../locales/ru/deadline-status-words"),
  ]);
  const states = orThrow(deadlineStatuses(toRange(deadline), toRange(status), toInput(today), toInput(year)));
  return states.map((row) =>
    row.map((state) =>
      typeof state === "string" && state !== "" ? deadlineStatusWords[state] : toCell(state),
    ),
  );
}
