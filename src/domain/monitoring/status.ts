import { isoDate, monthLength } from "../measures/period";

/** Statuses of a measure as the roadmap lists them. «Одобрено» is the last status of a document in project «500+» (seed 002). */
export const STATUSES = {
  notStarted: "не начато",
  inProgress: "в работе",
  done: "выполнено",
  approved: "одобрено",
  moved: "перенесено",
  withdrawn: "снято",
} as const;

export type Status = keyof typeof STATUSES;

/** Words of the drop-down, in its order. */
export const STATUS_WORDS: readonly string[] = Object.values(STATUSES);

/** Days before a deadline from which it is near (issue D, point 2). */
export const SOON_DAYS = 30;

/** How a measure stands on a day. */
export type State =
  | "onTime"
  | "late"
  /** Done, but the day of it or the deadline is not known. */
  | "doneUndated"
  | "overdue"
  | "dueSoon"
  | "notDue"
  /** Not done, and there is no deadline to compare with. */
  | "noDue"
  | "withdrawn";

/** What the sheets call a state. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  onTime: "выполнено в срок",
  late: "выполнено с опозданием",
  doneUndated: "выполнено, дата не указана",
  overdue: "просрочено",
  dueSoon: "срок в ближайшие 30 дней",
  notDue: "срок не наступил",
  noDue: "срок не указан",
  withdrawn: "снято",
};

const normal = (text: string): string => text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");

/**
 * The status that a cell says; a blank one is not begun.
 * @returns null for a word that is not in the list
 * @example parseStatus(" Выполнено ") // "done"
 */
export function parseStatus(value: string): Status | null {
  const wanted = normal(value);
  if (wanted === "") return "notStarted";
  const found = Object.entries(STATUSES).find(([, word]) => word === wanted);
  return found === undefined ? null : (found[0] as Status); // a key of STATUSES
}

export const isDone = (status: Status): boolean => status === "done" || status === "approved";

/** The ISO date so many days later. @example addDays("2027-02-27", 2) // "2027-03-01" */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Last day of the month of an ISO date. @example monthEnd("2027-02-03") // "2027-02-28" */
export function monthEnd(iso: string): string {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  return isoDate(year, month, monthLength(year, month));
}

export interface Standing {
  /** Last day of the deadline, ISO; null where there is none. */
  readonly due: string | null;
  readonly status: Status;
  /** Day on which it was done, ISO; null where none is written. */
  readonly fact: string | null;
  readonly today: string;
}

/**
 * How a measure stands today. The last day of a deadline still belongs to it: what is due today is not overdue, what was
 * done on that day is on time. A withdrawn measure is neither done nor overdue. ISO dates compare as text.
 * @example stateOf({ due: "2027-03-15", status: "inProgress", fact: null, today: "2027-03-15" }) // "dueSoon"
 */
export function stateOf({ due, status, fact, today }: Standing): State {
  if (status === "withdrawn") return "withdrawn";
  if (isDone(status)) {
    if (due === null || fact === null) return "doneUndated";
    return fact <= due ? "onTime" : "late";
  }
  if (due === null) return "noDue";
  if (due < today) return "overdue";
  return due <= addDays(today, SOON_DAYS) ? "dueSoon" : "notDue";
}
