import { STATE_WORDS, type State } from "../../domain/monitoring/status";

/** As the sheet of control, but for «выполнено»: a cell is not told the day on which it was done. */
export const deadlineStatusWords: Readonly<Record<State, string>> = {
  ...STATE_WORDS,
  doneUndated: "выполнено",
};
