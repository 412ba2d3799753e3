import { stateOf, type Standing, type State } from "./status";

/** The figures of the job's report. `done` = `onTime` + `late` + done without a date. */
export interface Monitoring {
  /** Every measure of the roadmaps, withdrawn ones too. */
  readonly total: number;
  readonly done: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  /** Not done, due in the next 30 days, today among them. */
  readonly dueSoon: number;
  readonly withdrawn: number;
}

/** What is counted in each column of the sheets, by states. */
const COUNTED: Readonly<Record<Exclude<keyof Monitoring, "total">, readonly State[]>> = {
  done: ["onTime", "late", "doneUndated"],
  onTime: ["onTime"],
  late: ["late"],
  overdue: ["overdue"],
  dueSoon: ["dueSoon"],
  withdrawn: ["withdrawn"],
};

/** Counts measures by how they stand on a day. */
export function countStates(rows: readonly Omit<Standing, "today">[], today: string): Monitoring {
  const states = rows.map((row) => stateOf({ ...row, today }));
  const count = (wanted: readonly State[]): number => states.filter((state) => wanted.includes(state)).length;
  return {
    total: rows.length,
    done: count(COUNTED.done),
    onTime: count(COUNTED.onTime),
    late: count(COUNTED.late),
    overdue: count(COUNTED.overdue),
    dueSoon: count(COUNTED.dueSoon),
    withdrawn: count(COUNTED.withdrawn),
  };
}
