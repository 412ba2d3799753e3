import { counted, formatDate, formatPercent, NBSP } from "../text/russian";
import { countStates } from "./count";
import type { ExecutionRow } from "./read-roadmap";
import { isDone, stateOf, type State } from "./status";

/** First and last day of a report, ISO, inclusive; the last is the day on which it is made. */
export interface ReportPeriod {
  readonly from: string;
  readonly today: string;
}

const measure = (count: number): string => counted(count, "мероприятие", "мероприятия", "мероприятий");
/** «у 1 мероприятия, у 2 мероприятий» */
const measureGenitive = (count: number): string =>
  counted(count, "мероприятия", "мероприятий", "мероприятий");
/** «по 1 мероприятию, по 2 мероприятиям» */
const measureDative = (count: number): string =>
  counted(count, "мероприятию", "мероприятиям", "мероприятиям");

/** How a measure is named in a sentence: by its number, with its school where it is a school's. */
const label = ({ number, school }: ExecutionRow): string =>
  school === null ? number.replace(/\.$/, "") : `${number.replace(/\.$/, "")} (${school})`;

const listed = (rows: readonly ExecutionRow[]): string => rows.map(label).join(", ");

/** The measures that a report of a period speaks of, each in one list only. */
export interface PeriodRows {
  /** Their deadline is in the period. */
  readonly planned: readonly ExecutionRow[];
  /** Their deadline was before it: still not done, or done in the period. */
  readonly earlier: readonly ExecutionRow[];
  /** Done in the period ahead of a later deadline. */
  readonly early: readonly ExecutionRow[];
  /** Without a deadline a measure belongs to every period, so that it is not lost; what was done in another one does not. */
  readonly undated: readonly ExecutionRow[];
}

export function rowsOfPeriod(rows: readonly ExecutionRow[], { from, today }: ReportPeriod): PeriodRows {
  const doneWithin = ({ status, fact }: ExecutionRow): boolean =>
    isDone(status) && fact !== null && fact >= from && fact <= today;
  return {
    planned: rows.filter(({ due }) => due !== null && due >= from && due <= today),
    earlier: rows.filter(
      (row) =>
        row.due !== null && row.due < from && (doneWithin(row) || stateOf({ ...row, today }) === "overdue"),
    ),
    early: rows.filter((row) => row.due !== null && row.due > today && doneWithin(row)),
    undated: rows.filter(
      (row) => row.due === null && (!isDone(row.status) || row.fact === null || doneWithin(row)),
    ),
  };
}

interface Facts {
  readonly total: number;
  readonly done: number;
  readonly onTime: number;
  readonly late: number;
  readonly undated: number;
  readonly withdrawn: number;
  readonly rowsOf: (state: State) => readonly ExecutionRow[];
  readonly period: PeriodRows;
  readonly soon: readonly ExecutionRow[];
}

/** A sentence and when it is said: null where it has nothing to say. */
type Sentence = (facts: Facts) => string | null;

const when = (said: boolean, text: string): string | null => (said ? text : null);

/** In the order of the text; each reads alone. */
const SENTENCES: readonly Sentence[] = [
  ({ total }) =>
    total === 0
      ? "Мероприятий, срок которых наступил в отчётном периоде, нет."
      : `В отчётном периоде наступил срок ${measureGenitive(total)}.`,
  ({ total, done, withdrawn }) => {
    if (total === 0 || total === withdrawn) return null;
    if (done === 0) return total === 1 ? "Оно не выполнено." : "Ни одно из них не выполнено.";
    if (done === total) return total === 1 ? "Оно выполнено." : "Все они выполнены.";
    return `Выполнено ${measure(done)} из ${total} (${formatPercent(Math.round((done / (total - withdrawn)) * 1000) / 10)}${withdrawn === 0 ? "" : " без снятых"}).`;
  },
  ({ done, onTime, late, undated, rowsOf }) => {
    if (done === 0) return null;
    if (done === onTime) return done === 1 ? "Срок соблюдён." : "Все выполненные – в срок.";
    if (done === late)
      return `${done === 1 ? "Срок нарушен" : "Все выполненные – с опозданием"}: ${listed(rowsOf("late"))}.`;
    const parts = [
      ...(onTime === 0 ? [] : [`в срок – ${onTime}`]),
      ...(late === 0 ? [] : [`с опозданием – ${late}`]),
      ...(undated === 0 ? [] : [`дата исполнения не указана – ${undated}`]),
    ];
    return `Из выполненных: ${parts.join(", ")}.`;
  },
  ({ rowsOf, late, done }) => when(late > 0 && late < done, `С опозданием: ${listed(rowsOf("late"))}.`),
  ({ rowsOf }) => {
    const overdue = rowsOf("overdue");
    return when(overdue.length > 0, `Просрочено ${measure(overdue.length)}: ${listed(overdue)}.`);
  },
  ({ rowsOf, period }) => {
    const withdrawn = [
      ...rowsOf("withdrawn"),
      ...period.undated.filter(({ status }) => status === "withdrawn"),
    ];
    return when(withdrawn.length > 0, `Снято ${measure(withdrawn.length)}: ${listed(withdrawn)}.`);
  },
  ({ period }) => {
    const open = period.earlier.filter(({ status }) => !isDone(status));
    return when(
      open.length > 0,
      `Из мероприятий прошлых периодов не выполнено ${open.length}: ${listed(open)}.`,
    );
  },
  ({ period }) => {
    const done = period.earlier.filter(({ status }) => isDone(status));
    return when(
      done.length > 0,
      `Из мероприятий прошлых периодов в отчётном выполнено ${done.length}: ${listed(done)}.`,
    );
  },
  ({ period }) => {
    const open = period.undated.filter(({ status }) => !isDone(status) && status !== "withdrawn");
    return when(open.length > 0, `Срок не указан у ${measureGenitive(open.length)}: ${listed(open)}.`);
  },
  ({ period }) => {
    const done = period.undated.filter(({ status }) => isDone(status));
    return when(done.length > 0, `Выполнено без указанного срока – ${done.length}: ${listed(done)}.`);
  },
  ({ period: { early } }) =>
    when(early.length > 0, `Раньше срока выполнено ${measure(early.length)}: ${listed(early)}.`),
  ({ soon }) =>
    when(
      soon.length > 0,
      `В ближайшие 30${NBSP}дней наступает срок ${measureGenitive(soon.length)}: ${listed(soon)}.`,
    ),
];

/**
 * The text of a report about some measures, sentence by sentence, from their figures.
 * @param rows all measures of whoever the text is about; the period is chosen from them
 */
export function executionText(rows: readonly ExecutionRow[], period: ReportPeriod): string {
  const rowsOf = rowsOfPeriod(rows, period);
  const { planned } = rowsOf;
  const { today } = period;
  const state = (row: ExecutionRow): State => stateOf({ ...row, today });
  const counts = countStates(planned, today);
  const facts: Facts = {
    total: counts.total,
    done: counts.done,
    onTime: counts.onTime,
    late: counts.late,
    undated: counts.done - counts.onTime - counts.late,
    withdrawn: counts.withdrawn,
    rowsOf: (wanted) => planned.filter((row) => state(row) === wanted),
    period: rowsOf,
    soon: rows.filter((row) => state(row) === "dueSoon"),
  };
  return SENTENCES.flatMap((sentence) => sentence(facts) ?? []).join(" ");
}

/** What the report proposes to change in the roadmap; empty where there is nothing. */
export function proposals(rows: readonly ExecutionRow[], today: string): readonly string[] {
  const overdue = rows.filter((row) => stateOf({ ...row, today }) === "overdue");
  const moved = rows.filter(({ status, due }) => status === "moved" && due !== null && due >= today);
  const withdrawn = rows.filter(({ status }) => status === "withdrawn");
  const noDue = rows.filter((row) => stateOf({ ...row, today }) === "noDue");
  return [
    ...(overdue.length === 0
      ? []
      : [
          `Установить новый срок ${measureDative(overdue.length)} или снять ${overdue.length === 1 ? "его" : "их"} с указанием причины: ${listed(overdue)}.`,
        ]),
    ...moved.map(
      (row) => `Внести в дорожную карту новый срок мероприятия ${label(row)}: ${formatDate(row.due ?? "")}`,
    ),
    ...(withdrawn.length === 0
      ? []
      : [`Исключить из дорожной карты ${measure(withdrawn.length)}: ${listed(withdrawn)}.`]),
    ...(noDue.length === 0 ? [] : [`Указать срок ${measureGenitive(noDue.length)}: ${listed(noDue)}.`]),
  ];
}
