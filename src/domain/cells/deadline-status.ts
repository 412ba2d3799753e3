import { readDate } from "../monitoring/dates";
import { parseStatus, stateOf, STATUS_WORDS, type State } from "../monitoring/status";
import { dateOfSerial } from "../text/russian";
import { isPlanDate, readStart, spanOf } from "./deadlines";
import { elementwise, readText } from "./elementwise";
import {
  isInputError,
  isProblem,
  NUMBER_PROBLEM,
  valueProblem,
  type CellProblem,
  type Input,
  type Range,
} from "./input";

/**
 * How measures stand on a day, as the sheet of control says it. The day of carrying out is not asked for, so what is
 * done is `doneUndated`, neither on time nor late.
 * @param deadlines dates or words, as DEADLINE reads them; a blank one is no deadline.
 * @param today required: a function that looks at the clock itself would have to be volatile.
 * @param year calendar year in which the plan begins; needed where a deadline's words name none.
 * @returns "" where both the deadline and the status are blank.
 * @example deadlineStatuses([[46478]], [["в работе"]], 46479, null) // [["overdue"]]
 */
export function deadlineStatuses(
  deadlines: Range,
  statuses: Range,
  today: Input,
  year: Input,
): (State | "" | CellProblem)[][] | CellProblem {
  const day = readToday(today);
  if (isProblem(day)) return day;
  const start = readStart(year);
  if (isProblem(start)) return start;
  return elementwise([deadlines, statuses], ([deadline, word], row, column) => {
    const due = readDue(deadline ?? null, start, row, column);
    if (isProblem(due)) return due;
    const said = readText(word ?? null, row, column);
    if (isProblem(said)) return said;
    if (due === null && said === "") return "";
    const status = parseStatus(said);
    if (status === null) {
      return valueProblem("statusUnknown", { status: said, choices: STATUS_WORDS.join(", "), row, column });
    }
    return stateOf({ due, status, fact: null, today: day });
  });
}

/** Last day of a deadline, ISO; null for a blank. */
function readDue(
  cell: Input,
  start: number | null,
  row: number,
  column: number,
): string | null | CellProblem {
  if (typeof cell === "number" && cell !== 0) {
    return isPlanDate(cell) ? dateOfSerial(Math.floor(cell)) : NUMBER_PROBLEM;
  }
  const text = readText(cell, row, column);
  if (isProblem(text)) return text;
  if (text === "") return null;
  const date = readDate(text);
  if (date.kind === "text") return date.iso;
  const span = spanOf(text, start, row, column);
  return isProblem(span) ? span : span.end;
}

function readToday(today: Input): string | CellProblem {
  if (isInputError(today)) return { problem: "input", error: today.error, place: null };
  // a blank cell arrives as 0 on desktop
  const date = today === 0 ? readDate(null) : readDate(today);
  switch (date.kind) {
    case "date":
    case "text":
      return date.iso;
    case "blank":
      return valueProblem("todayNeeded");
    case "unreadable":
      return typeof today === "number" ? NUMBER_PROBLEM : valueProblem("notADate", { text: date.value });
  }
}
