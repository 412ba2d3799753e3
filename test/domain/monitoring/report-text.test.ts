import { executionText, proposals } from "../../../src/domain/monitoring/report-text";
import type { ExecutionRow } from "../../../src/domain/monitoring/read-roadmap";
import type { Status } from "../../../src/domain/monitoring/status";
import { plain } from "../documents/support";
import { row } from "./support";

const PERIOD = { from: "2026-09-01", today: "2027-03-15" };
const text = (rows: readonly ExecutionRow[]): string => plain(executionText(rows, PERIOD));
const many = (
  count: number,
  due: string | null,
  status: Status,
  fact: string | null = null,
): ExecutionRow[] => Array.from({ length: count }, (_, n) => row(`${n + 1}`, due, status, fact));
const numbers = (count: number): string => Array.from({ length: count }, (_, n) => n + 1).join(", ");

// genitive: 1 and 21 take the singular; 0 has a sentence of its own
test.each([
  [0, "Мероприятий, срок которых наступил в отчётном периоде, нет."],
  [1, "В отчётном периоде наступил срок 1 мероприятия. Оно не выполнено. Просрочено 1 мероприятие: 1."],
  [
    2,
    `В отчётном периоде наступил срок 2 мероприятий. Ни одно из них не выполнено. Просрочено 2 мероприятия: 1, 2.`,
  ],
  [
    5,
    `В отчётном периоде наступил срок 5 мероприятий. Ни одно из них не выполнено. Просрочено 5 мероприятий: ${numbers(5)}.`,
  ],
  [
    11,
    `В отчётном периоде наступил срок 11 мероприятий. Ни одно из них не выполнено. Просрочено 11 мероприятий: ${numbers(11)}.`,
  ],
  [
    21,
    `В отчётном периоде наступил срок 21 мероприятия. Ни одно из них не выполнено. Просрочено 21 мероприятие: ${numbers(21)}.`,
  ],
])("%i overdue", (count, expected) => {
  expect(text(many(count, "2027-01-31", "inProgress"))).toBe(expected);
});

test.each([
  [1, "В отчётном периоде наступил срок 1 мероприятия. Оно выполнено. Срок соблюдён."],
  [2, "В отчётном периоде наступил срок 2 мероприятий. Все они выполнены. Все выполненные – в срок."],
  [21, "В отчётном периоде наступил срок 21 мероприятия. Все они выполнены. Все выполненные – в срок."],
])("%i of as many done in time", (count, expected) => {
  expect(text(many(count, "2027-01-31", "done", "2027-01-31"))).toBe(expected);
});

test.each([
  [1, "Установить новый срок 1 мероприятию или снять его с указанием причины: 1."],
  [2, "Установить новый срок 2 мероприятиям или снять их с указанием причины: 1, 2."],
  [5, `Установить новый срок 5 мероприятиям или снять их с указанием причины: ${numbers(5)}.`],
  [11, `Установить новый срок 11 мероприятиям или снять их с указанием причины: ${numbers(11)}.`],
  [21, `Установить новый срок 21 мероприятию или снять их с указанием причины: ${numbers(21)}.`],
])("a proposal on %i overdue", (count, expected) => {
  expect(proposals(many(count, "2027-01-31", "inProgress"), PERIOD.today).map(plain)).toEqual([expected]);
});

test("every sentence has its condition", () => {
  const rows = [
    row("1", "2026-10-31", "done", "2026-10-30"),
    row("2", "2026-10-31", "approved", "2026-11-02"),
    row("3", "2026-10-31", "done"),
    row("4", "2027-02-28", "inProgress"),
    row("5", "2026-12-31", "withdrawn"),
    row("6", "2027-04-01", "notStarted"),
    row("7", "2027-08-31", "done", "2027-03-01"),
    row("8", "2026-08-31", "done", "2026-08-30"), // before the period
    row("1.1", "2027-01-31", "inProgress", null, { school: "Берёзовская СОШ" }),
  ];
  // due in the period: 1–5 and the school's 1.1; done 3 of them, 3 of 5 without the withdrawn one
  expect(text(rows)).toBe(
    "В отчётном периоде наступил срок 6 мероприятий. Выполнено 3 мероприятия из 6 (60 % без снятых). " +
      "Из выполненных: в срок – 1, с опозданием – 1, дата исполнения не указана – 1. С опозданием: 2. " +
      "Просрочено 2 мероприятия: 4, 1.1 (Берёзовская СОШ). Снято 1 мероприятие: 5. Раньше срока выполнено 1 мероприятие: 7. " +
      "В ближайшие 30 дней наступает срок 1 мероприятия: 6.",
  );
  expect(proposals(rows, PERIOD.today).map(plain)).toEqual([
    "Установить новый срок 2 мероприятиям или снять их с указанием причины: 4, 1.1 (Берёзовская СОШ).",
    "Исключить из дорожной карты 1 мероприятие: 5.",
  ]);
});

test("only withdrawn ones: nothing is said of what is done", () => {
  expect(text([row("1", "2026-10-31", "withdrawn")])).toBe(
    "В отчётном периоде наступил срок 1 мероприятия. Снято 1 мероприятие: 1.",
  );
});

test("a moved deadline and one that is missing", () => {
  expect(
    proposals([row("1", "2027-05-31", "moved"), row("2", null, "inProgress")], PERIOD.today).map(plain),
  ).toEqual([
    "Внести в дорожную карту новый срок мероприятия 1: 31 мая 2027 г.",
    "Указать срок 1 мероприятия: 2.",
  ]);
});

// the second half of a year: a report must not lose what the first half left behind
test("measures of earlier periods: still open, done in this period, done before it", () => {
  const rows = [
    row("1", "2026-11-30", "inProgress"),
    row("2", "2026-11-30", "done", "2027-02-10"),
    row("3", "2026-11-30", "done", "2026-12-05"), // done before the period: of no interest
    row("4", "2026-11-30", "withdrawn"),
    row("5", "2027-02-28", "done", "2027-02-28"),
  ];
  expect(plain(executionText(rows, { from: "2027-01-01", today: "2027-03-15" }))).toBe(
    "В отчётном периоде наступил срок 1 мероприятия. Оно выполнено. Срок соблюдён. " +
      "Из мероприятий прошлых периодов не выполнено 1: 1. " +
      "Из мероприятий прошлых периодов в отчётном выполнено 1: 2.",
  );
});

test("a measure without a deadline is not said to be due", () => {
  const rows = [row("1", null, "inProgress"), row("2", null, "done"), row("3", null, "withdrawn")];
  expect(text(rows)).toBe(
    "Мероприятий, срок которых наступил в отчётном периоде, нет. Снято 1 мероприятие: 3. " +
      "Срок не указан у 1 мероприятия: 1. Выполнено без указанного срока – 1: 2.",
  );
});

test.each([
  [1, "Оно выполнено. Срок нарушен: 1."],
  [2, "Все они выполнены. Все выполненные – с опозданием: 1, 2."],
])("%i of as many done late", (count, expected) => {
  expect(text(many(count, "2027-01-31", "done", "2027-02-01"))).toContain(expected);
});
