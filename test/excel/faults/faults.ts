import { patience } from "../../../src/excel/runs/requests";
import { askToStop } from "../../../src/excel/runs/runs";
import type { WorkbookError } from "../../../src/excel/port";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import type { Fault } from "../../../src/workbench/protocol/request-line";
import type { Workbook } from "../../../src/workbench/store/model";
import type { AddIn } from "../harness";
import { calculated, type Prepared, run } from "./bench";
import { copyOf, difference, digest } from "./digest";
import { wrongText } from "./told";

/** What goes wrong at a request. */
export interface Trouble {
  readonly name: string;
  /** Of the request at which it begins, and of later ones of the same run. */
  readonly fault: (later: boolean) => Fault;
  /** The host does not answer any more: the run's own tidying up cannot be heard. */
  readonly gone?: true;
  /** The add-in starts anew over the workbook, in a fresh office.js. */
  readonly reload?: true;
  /** Milliseconds after which the run gives up, where many are tried. */
  readonly patience?: number;
}

/** Milliseconds: no request takes so long on a busy machine; and what is waited for one that is never answered. */
const [LONG, SHORT] = [60_000, 150];

/** Only a request that is to be dropped is waited for shortly. @returns to be called with each request that came */
function impatientFrom(at: number, short = SHORT): (came: number) => void {
  const wait = (came: number): void => {
    patience.milliseconds = came + 1 < at ? LONG : short;
  };
  wait(0);
  return wait;
}

const once =
  (fault: Fault) =>
  (later: boolean): Fault =>
    later ? "pass" : fault;

const CODES = [
  "GeneralException",
  "InvalidOperationInCellEditMode",
  "AccessDenied",
  "ItemNotFound",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
] as const;
const PARTS = [
  [0, "до выполнения"],
  [0.5, "посреди выполнения"],
  [0.95, "в конце выполнения"],
  [1, "после выполнения"],
] as const;

export const TROUBLES: readonly Trouble[] = [
  ...CODES.flatMap((code) =>
    PARTS.map(([after, when]): Trouble => ({ name: `${code}, ${when}`, fault: once({ fail: code, after }) })),
  ),
  { name: "GeneralException на всё дальнейшее", gone: true, fault: () => ({ fail: "GeneralException" }) },
  ...PARTS.map(([drop, when]): Trouble => ({
    name: `нет ответа, ${when}`,
    gone: true,
    fault: once({ drop }),
  })),
  ...PARTS.map(([drop, when]): Trouble => ({
    name: `Excel замолчал, ${when}`,
    gone: true,
    fault: (later) => ({ drop: later ? 0 : drop }),
  })),
  ...PARTS.map(([drop, when]): Trouble => ({
    name: `надстройка перезапущена, ${when}`,
    gone: true,
    reload: true,
    fault: once({ drop }),
  })),
  {
    name: "пользователь остановил",
    fault: (later) => {
      if (!later) askToStop();
      return "pass";
    },
  },
  { name: "ответ с задержкой", fault: once({ delay: 20 }) },
];

/**
 * One combination: the job runs into the trouble; afterwards, or after the next start where Excel was gone, the workbook
 * is as before or as finished; the error has a text; a run again gives the finished state.
 * @returns what is wrong; null where all holds
 */
export async function failure(
  addin: AddIn,
  reload: () => Promise<AddIn>,
  prepared: Prepared,
  at: number,
  trouble: Trouble,
): Promise<string | null> {
  return whatIsWrong(addin, reload, prepared, trouble, await runInto(addin, prepared, at, trouble));
}

/** A run that ran into trouble, and its workbook. */
export interface Broken {
  readonly workbook: Workbook;
  readonly error: WorkbookError | null;
}

/** Runs the job into the trouble. @param at request, from 1 */
export async function runInto(
  addin: AddIn,
  { job, base }: Prepared,
  at: number,
  trouble: Trouble,
): Promise<Broken> {
  const workbook = addin.open(copyOf(base));
  const first = addin.host.counters.syncs;
  const wait = trouble.gone === true ? impatientFrom(at, trouble.patience) : () => undefined;
  addin.host.intercept = ({ sync }) => {
    wait(sync - first);
    return sync - first < at ? "pass" : trouble.fault(sync - first > at);
  };
  const { error } = await run(addin, job);
  addin.host.intercept = undefined;
  patience.milliseconds = LONG;
  return { workbook, error };
}

/** What is wrong once the run, or the next start where Excel was gone, put the workbook right. @returns as `failure` */
export async function whatIsWrong(
  addin: AddIn,
  reload: () => Promise<AddIn>,
  prepared: Prepared,
  trouble: Trouble,
  { workbook, error }: Broken,
): Promise<string | null> {
  let used = addin;
  if (trouble.reload === true) {
    used = await reload();
    used.open(workbook);
  }
  const told = error === null ? null : wrongText(error, digest(workbook) === prepared.before);
  if (told !== null) return told;
  if (trouble.gone === true) await nextStart();
  return settled(used, prepared, workbook, error);
}

/** Once all is over: the workbook is as before or as finished, as the run said, and a run again finishes it. */
async function settled(
  addin: AddIn,
  { job, before, finished, twice }: Prepared,
  workbook: Workbook,
  error: WorkbookError | null,
): Promise<string | null> {
  const now = await calculated(addin, workbook);
  if (workbook.settings.has(JOURNAL_KEY)) return "журнал остался";
  if (error === null && now !== finished) return `сказано «готово», но:\n${difference(finished, now)}`;
  if (now !== before && now !== finished)
    return `${error?.code}: ни как было, ни как надо:\n${nearer(now, before, finished)}`;
  const again = await run(addin, job);
  if (again.error !== null) return `повтор не удался: ${again.error.message}`;
  const wanted = now === finished && finished !== before ? twice : finished;
  const then = await calculated(addin, workbook);
  return then === wanted ? null : `повтор дал другое:\n${difference(wanted, then)}`;
}

const nearer = (now: string, before: string, finished: string): string => {
  const [a, b] = [difference(before, now, 1000), difference(finished, now, 1000)];
  return a.length < b.length ? difference(before, now) : difference(finished, now);
};

/** What the pane does first when it opens. */
export async function nextStart(): Promise<void> {
  const { unfinished } = await officeWorkbook.read();
  if (unfinished) await officeWorkbook.removeUnfinished();
}

/** What goes wrong at the next start, while it puts the workbook right. */
export const AGAIN: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: "отказ", fault: { fail: "GeneralException", after: 0.5 } },
  { name: "нет ответа", fault: { drop: 0.5 } },
  { name: "нет ответа, хотя всё выполнено", fault: { drop: 1 } },
];

/** A run whose last request that writes breaks off and is not answered: only so much of it is carried out. */
export async function brokenOff(
  addin: AddIn,
  { job, base, lastWrite }: Prepared,
  after: number,
): Promise<Broken> {
  const workbook = addin.open(copyOf(base));
  const first = addin.host.counters.syncs;
  const wait = impatientFrom(lastWrite);
  addin.host.intercept = ({ sync }) => {
    wait(sync - first);
    return sync - first === lastWrite ? { drop: after } : "pass";
  };
  const { error } = await run(addin, job);
  addin.host.intercept = undefined;
  patience.milliseconds = LONG;
  return { workbook, error };
}

/** How many requests the next start after such a run takes. */
export async function requestsOfNextStart(addin: AddIn, prepared: Prepared, after: number): Promise<number> {
  await brokenOff(addin, prepared, after);
  const first = addin.host.counters.syncs;
  await nextStart();
  return addin.host.counters.syncs - first;
}

/**
 * The last request of a run breaks off, and so does a request of the next start; the start after that must put the
 * workbook right all the same.
 * @param at request of the next start, from 1
 * @returns as `failure`
 */
export async function failureTwice(
  addin: AddIn,
  prepared: Prepared,
  after: number,
  at: number,
  again: Fault,
): Promise<string | null> {
  const { workbook, error } = await brokenTwice(addin, prepared, after, at, again);
  await nextStart();
  return settled(addin, prepared, workbook, error);
}

/** @param short milliseconds after which the next start gives up */
export async function brokenTwice(
  addin: AddIn,
  prepared: Prepared,
  after: number,
  at: number,
  again: Fault,
  short = SHORT,
): Promise<Broken> {
  const { workbook, error } = await brokenOff(addin, prepared, after);
  const first = addin.host.counters.syncs;
  const drops = typeof again === "object" && "drop" in again;
  const wait = drops ? impatientFrom(at, short) : () => undefined;
  addin.host.intercept = ({ sync }) => {
    wait(sync - first);
    return sync - first === at ? again : "pass";
  };
  await nextStart().catch(() => undefined);
  addin.host.intercept = undefined;
  patience.milliseconds = LONG;
  return { workbook, error };
}
