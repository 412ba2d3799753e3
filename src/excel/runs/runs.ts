import { createStore } from "zustand/vanilla";
import type { WorkbookPort } from "../port";

/** What is done with the workbook on behalf of the user, from its first request to its last. */
export type RunKind = "reading" | WriterKind;
/** Those that write sheets; they wait for each other. */
export type WriterKind =
  "roadmap" | "check" | "control" | "answer" | "files" | "heatMap" | "templates" | "removal" | "functions";

/** What the user sees of the runs; the ribbon and the pane share one runtime. */
interface UnderWay {
  /** Runs that are under way, in the order of their beginning, and the number of each. */
  readonly kinds: readonly RunKind[];
  readonly numbers: readonly number[];
  /** Runs up to this one are to stop. */
  readonly stopped: number;
}

export const underWay = createStore<UnderWay>(() => ({ kinds: [], numbers: [], stopped: 0 }));

/** Every run that is under way is asked to stop already. */
export const allStopping = ({ numbers, stopped }: UnderWay): boolean =>
  numbers.length > 0 && numbers.every((number) => number <= stopped);

let begun = 1;
/** On whose behalf the workbook is being called, and whose turn it is there. */
let calling: number | null = null;
let turn: number | null = null;

/** The user wants no more: every run that has begun stops before its next request, and what it began is taken back. */
export function askToStop(): void {
  underWay.setState({ stopped: begun });
}

/** From here on requests that belong to no run are not stopped by an earlier wish. */
export function beginRun(): void {
  begun++;
}

/** The run on whose behalf something is called, else the last one that began. */
export const callingRun = (): number => calling ?? begun;
/** The same for a request, which may also belong to whoever has the turn. */
export const requestingRun = (): number => calling ?? turn ?? begun;

export const isToStop = (run: number): boolean => run <= underWay.getState().stopped;

/** Runs a task as the turn of a run: whatever it asks of the workbook belongs to it. */
export async function asTurnOf<T>(run: number, task: () => Promise<T>): Promise<T> {
  turn = run;
  try {
    return await task();
  } finally {
    turn = null;
  }
}

/** A run that is under way. */
interface Run {
  /** The port by which what is asked belongs to this run. */
  readonly bound: (port: WorkbookPort) => WorkbookPort;
  /** The same for what is called with no port; only what is called at once belongs to it. */
  readonly call: <T>(work: () => T) => T;
}

/**
 * Does something as one run, which «Остановить» stops if it is pressed after the beginning: a wish is for the runs that
 * have begun, and the beginning of another one does not take it back.
 */
export async function asRun<T>(kind: RunKind, work: (run: Run) => Promise<T>): Promise<T> {
  const number = ++begun;
  const call = <R>(what: () => R): R => {
    const before = calling;
    calling = number;
    try {
      return what();
    } finally {
      calling = before;
    }
  };
  const bound = (port: WorkbookPort): WorkbookPort => ({
    ...port,
    read: (progress) => call(() => port.read(progress)),
    write: (...task) => call(() => port.write(...task)),
  });
  underWay.setState(({ kinds, numbers }) => ({ kinds: [...kinds, kind], numbers: [...numbers, number] }));
  try {
    return await work({ bound, call });
  } finally {
    underWay.setState(({ kinds, numbers }) => {
      const others = numbers.map((each) => each !== number);
      return {
        kinds: kinds.filter((_, index) => others[index]),
        numbers: numbers.filter((_, index) => others[index]),
      };
    });
    beginRun();
  }
}
