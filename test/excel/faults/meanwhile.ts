import { workbookErrorText } from "../../../src/locales/workbook-errors";
import { findSheet } from "../../../src/workbench/store/create";
import type { AddIn } from "../harness";
import type { Action } from "./actions";
import { type Prepared, run } from "./bench";
import { copyOf, difference, digest } from "./digest";

/** Requests of a run before which everything was read, and those after the last look at the workbook. */
const CELLS_READ = 3;

export interface Seen {
  readonly failure: string | null;
  /** The user came between the last look and the writing, and what they did to a sheet that is written was lost. */
  readonly lostInWindow: boolean;
}

/**
 * The user does something to a sheet before a request of a run. Whatever comes of the run, what the user did stands; a
 * run that stops leaves nothing else, says what changed, and goes through when it is started again.
 */
export async function meanwhile(
  addin: AddIn,
  { job, base, requests }: Prepared,
  at: number,
  name: string,
  action: Action,
): Promise<Seen> {
  const workbook = addin.open(copyOf(base));
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new Error(`no ${name}`);
  const first = addin.host.counters.syncs;
  let acted = "";
  addin.host.intercept = ({ sync }) => {
    if (sync - first === at && acted === "") {
      action.act(workbook, sheet);
      addin.host.context.restructured();
      acted = digest(workbook);
    }
    return "pass";
  };
  const { error } = await run(addin, job);
  addin.host.intercept = undefined;
  const failure = (what: string): Seen => ({ failure: what, lostInWindow: false });
  // what was done before the reading is what any run finds: rows in another order are put in theirs
  if (!action.stands(workbook, sheet.id) && (at > CELLS_READ || action.order !== true))
    return at === requests ? { failure: null, lostInWindow: true } : failure("правка потеряна");
  const now = digest(workbook);
  if (error === null)
    return action.noticed && at > CELLS_READ && at < requests && name !== "Заметки"
      ? failure("не замечено")
      : { failure: null, lostInWindow: false };
  const text = workbookErrorText(error.code, "ru", error.detail);
  if (!/[Пп]овторите/.test(text)) return failure(`нет совета у ${error.code}`);
  if (error.code === "changedMeanwhile" && !text.includes(name)) return failure(`не названо место: ${text}`);
  if (at < requests && now !== acted)
    return failure(`остановлено, но книга другая:\n${difference(acted, now)}`);
  if (sheet.protected) sheet.protected = false; // the user does as the message says
  const again = await run(addin, job);
  if (again.error !== null) return failure(`повтор не удался: ${again.error.message}`);
  return { failure: null, lostInWindow: false };
}
