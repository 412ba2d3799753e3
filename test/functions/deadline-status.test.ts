import "./excel-errors";
import { FUNCTIONS } from "../../src/functions/functions";
import { call, errorCell } from "./excel-errors";

// 1 April 2027 is 46478 (46266 is 1 September 2026, 212 days earlier); 30 days before it is 2 March, 46448
const [DUE, TEXT] = [46478, "до 1 апреля"];

test.each([
  ["the last day belongs to the deadline", [[DUE]], [["в работе"]], 46478, [["срок в ближайшие 30 дней"]]],
  ["the day after", [[DUE]], [["в работе"]], 46479, [["просрочено"]]],
  ["30 days before", [[DUE]], [["не начато"]], 46448, [["срок в ближайшие 30 дней"]]],
  ["31 days before", [[DUE]], [["не начато"]], 46447, [["срок не наступил"]]],
  ["a blank status is not begun", [[DUE]], [[null]], 46479, [["просрочено"]]],
  ["a blank status of desktop", [[DUE]], [[0]], 46479, [["просрочено"]]],
  ["moved to a day that is past", [[DUE]], [["перенесено"]], 46479, [["просрочено"]]],
  ["done is never overdue", [[DUE]], [["выполнено"]], 46479, [["выполнено"]]],
  ["approved is done", [[DUE]], [["Одобрено "]], 46479, [["выполнено"]]],
  ["withdrawn is never overdue", [[DUE]], [["снято"]], 46479, [["снято"]]],
  ["no deadline", [[null]], [["в работе"]], 46479, [["срок не указан"]]],
  ["nothing at all", [[0]], [[0]], 46479, [[""]]],
  ["words", [[TEXT]], [["в работе"]], 46479, [["просрочено"]], 2026],
  ["a date as text", [["01.04.2027"]], [["в работе"]], "02.04.2027", [["просрочено"]]],
  [
    "one status for all",
    [[DUE], [46500]],
    [["в работе"]],
    46479,
    [["просрочено"], ["срок в ближайшие 30 дней"]],
  ],
  ["an error cell", [[errorCell("#N/A")], [DUE]], [["снято"]], 46479, [["#N/A"], ["снято"]]],
  ["words without a year", [[TEXT]], [["в работе"]], 46479, [["#VALUE!"]]],
  ["an unknown status", [[DUE]], [["почти"]], 46479, [["#VALUE!"]]],
  ["a number that is no date", [[5]], [["в работе"]], 46479, [["#NUM!"]]],
  ["today is not a date", [[DUE]], [["снято"]], 5, "#NUM!"],
  ["today is words", [[DUE]], [["снято"]], "завтра", "#VALUE! Вместо даты в параметре стоит «завтра»."],
  ["today is an error", [[DUE]], [["снято"]], errorCell("#N/A"), "#N/A Ошибка #N/A в параметре."],
  ["today is blank", [[DUE]], [["снято"]], 0, expect.stringMatching(/^#VALUE! Не указан день/)],
  [
    "shapes",
    [[DUE], [DUE]],
    [["снято"], ["снято"], ["снято"]],
    46479,
    expect.stringMatching(/^#VALUE! .*2×1, 3×1/),
  ],
] as [string, unknown[][], unknown[][], unknown, unknown, unknown?][])(
  "DEADLINESTATUS: %s",
  async (_name, deadline, status, today, expected, year = null) => {
    expect(await call(FUNCTIONS.DEADLINESTATUS, [deadline, status, today, year])).toEqual(expected);
  },
);
