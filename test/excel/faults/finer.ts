/** Excel's batch is not a transaction, so it may break off after any of its actions. */
import { JOURNAL_NAMESPACE } from "../../../src/excel/sheets/kept-state";
import { readJournal } from "../../../src/excel/unfinished/journal";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { type Action, ActionType, PathType, type QueryBody } from "../../../src/workbench/protocol/wire";
import type { Workbook } from "../../../src/workbench/store/model";
import type { AddIn } from "../harness";
import { type Prepared, run } from "./bench";
import { copyOf, digest } from "./digest";
import { type Broken, brokenOff, brokenTwice, nextStart, runInto, type Trouble, whatIsWrong } from "./faults";

/** A moment between two actions of a request. */
export interface Position {
  /** Request, from 1. */
  readonly at: number;
  /** So many actions are carried out. */
  readonly actions: number;
  /** Of so many. */
  readonly of: number;
}

/** What changes with the action: the member that is called or set, and of what; null where it only reads. */
export function writes(
  { ObjectPaths }: QueryBody,
  { ActionType: type, Name, ObjectPathId }: Action,
): string | null {
  const path = ObjectPaths[String(ObjectPathId)];
  const parent = ObjectPaths[String(path?.ParentObjectPathId)];
  if (type === ActionType.SetProperty || type === ActionType.Update) return `${path?.Name}.${Name}=`;
  if (type === ActionType.Method) return /^(get|_)/i.test(Name) ? null : `${path?.Name}.${Name}`;
  const makes = type === ActionType.Instantiate && path?.ObjectPathType === PathType.Method;
  return !makes || /^get/i.test(path.Name) ? null : `${parent?.Name}.${path.Name}`;
}

/** Calls after which the workbook has other sheets, names, tables, parts, settings, protection or rows. */
const WEIGHTY =
  /^(Worksheets|Names|Tables|Charts|CustomXmlParts|Settings|Protection)\.|\.(delete|insert|convertToRange)$/i;

/** A request of more writing actions than that is long; so many of its positions are evenly spread. */
const [MOST, SPREAD] = [150, 40];

/**
 * After which of its actions a request is to break off: where something was written. Of a long one before and after
 * whatever is weighty, where a kind of action first follows another one, and some evenly spread.
 */
function cuts(body: QueryBody): readonly number[] {
  const all = body.Actions.flatMap((action, index) => {
    const kind = writes(body, action);
    return kind === null ? [] : [{ after: index + 1, kind }];
  });
  const step = all.length <= MOST ? 1 : all.length / SPREAD;
  const pairs = new Set<string>();
  return all.flatMap(({ after, kind }, index) => {
    const next = all[index + 1]?.kind ?? "";
    const pair = `${kind} ${next}`;
    const first = kind !== next && !pairs.has(pair);
    pairs.add(pair);
    const even = Math.floor(index / step) !== Math.floor((index - 1) / step);
    return even || first || WEIGHTY.test(kind) || WEIGHTY.test(next) ? [after] : [];
  });
}

/** Where the requests may break off that a run makes. */
async function positionsOf({ host }: AddIn, act: () => Promise<unknown>): Promise<readonly Position[]> {
  const first = host.counters.syncs;
  const found: Position[] = [];
  host.intercept = ({ sync, body }) => {
    const of = body.Actions.length;
    for (const actions of cuts(body)) if (actions < of) found.push({ at: sync - first, actions, of });
    return "pass";
  };
  await act();
  host.intercept = undefined;
  return found;
}

export function positions(addin: AddIn, { job, base }: Prepared): Promise<readonly Position[]> {
  addin.open(copyOf(base));
  return positionsOf(addin, () => run(addin, job));
}

/** Those of the next start after a run whose last request that writes broke off. @param after part of it */
export async function positionsOfNextStart(
  addin: AddIn,
  prepared: Prepared,
  after: number,
): Promise<readonly Position[]> {
  await brokenOff(addin, prepared, after);
  return positionsOf(addin, nextStart);
}

/** Milliseconds: the request is always there by then, as nothing else goes on. */
const PATIENCE = 20;

/** Exactly so many of the actions. */
const part = ({ actions, of }: Position): number => (actions - 0.5) / of;

const AFTER_ACTION = ", после отдельного действия";
const silent = (drop: number): Trouble => ({
  name: `Excel замолчал${AFTER_ACTION}`,
  gone: true,
  patience: PATIENCE,
  fault: (later) => ({ drop: later ? 0 : drop }),
});
const refused = (after: number): Trouble => ({
  name: `GeneralException${AFTER_ACTION}`,
  fault: (later) => (later ? "pass" : { fail: "GeneralException", after }),
});

/** All of the workbook and what the run keeps in it, whatever its number is. */
function stateOf(workbook: Workbook): string {
  const { settings, customXmlParts } = workbook;
  const journal = settings.get(JOURNAL_KEY);
  const parts = customXmlParts.filter(({ namespaceUri }) => namespaceUri === JOURNAL_NAMESPACE);
  const all = [digest(workbook), JSON.stringify(journal ?? null), ...parts.map(({ xml }) => xml)].join("\n");
  const number = readJournal(journal)?.run;
  return number === undefined ? all : all.replaceAll(number, "#");
}

/** What is wrong after each of the troubles. */
export type Wrong = readonly { readonly trouble: string; readonly failure: string | null }[];

/**
 * Breaks the job off at a position: Excel is gone, or refuses.
 * @param seen workbooks that earlier positions left: one that is the same is put right once
 * @returns null where such a workbook was seen
 */
export function failuresAt(
  addin: AddIn,
  prepared: Prepared,
  position: Position,
  seen: Set<string>,
): Promise<Wrong | null> {
  const after = part(position);
  return tried(addin, prepared, seen, [silent(after), refused(after)], (trouble) =>
    runInto(addin, prepared, position.at, trouble),
  );
}

/** The last request of the job breaks off, and the next start breaks off at a position; else as `failuresAt`. */
export function failuresTwiceAt(
  addin: AddIn,
  prepared: Prepared,
  first: number,
  position: Position,
  seen: Set<string>,
): Promise<Wrong | null> {
  const after = part(position);
  const again = [silent(after), refused(after)].map((trouble): Trouble => ({
    ...trouble,
    name: `снова при следующем запуске: ${trouble.name}`,
    gone: true, // it takes another start
  }));
  return tried(addin, prepared, seen, again, ({ fault, patience }) =>
    brokenTwice(addin, prepared, first, position.at, fault(false), patience),
  );
}

async function tried(
  addin: AddIn,
  prepared: Prepared,
  seen: Set<string>,
  troubles: readonly Trouble[],
  breaking: (trouble: Trouble) => Promise<Broken>,
): Promise<Wrong | null> {
  const wrong: { trouble: string; failure: string | null }[] = [];
  for (const trouble of troubles) {
    const broken = await breaking(trouble);
    if (wrong.length === 0) {
      const state = stateOf(broken.workbook);
      if (seen.has(state)) return null;
      seen.add(state);
    }
    const failure = await whatIsWrong(addin, () => Promise.resolve(addin), prepared, trouble, broken).catch(
      String,
    );
    wrong.push({ trouble: trouble.name, failure });
  }
  return wrong;
}
