import { workbookErrorText } from "../../../src/locales/workbook-errors";
import { findSheet } from "../../../src/workbench/store/create";
import type { Workbook } from "../../../src/workbench/store/model";
import type { AddIn } from "../harness";
import type { Action } from "./actions";
import { calculated, type Prepared, run } from "./bench";
import { copyOf, difference, digest } from "./digest";
import { wrongText } from "./told";

export interface Seen {
  readonly failure: string | null;
  /** Excel did not let the user: the sheet, or the structure of the workbook, was closed for the moment. */
  readonly refused: boolean;
}

/**
 * The user does something to a sheet before a request of a run. Whatever comes of the run, what the user did stands; a
 * run that stops leaves nothing else, says what changed, and goes through when it is started again.
 */
export async function meanwhile(
  addin: AddIn,
  { job, base, done, finished, lastWrite }: Prepared,
  at: number,
  name: string,
  action: Action,
): Promise<Seen> {
  const workbook = addin.open(copyOf(base));
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new Error(`no ${name}`);
  const first = addin.host.counters.syncs;
  let acted = "";
  let left = workbook;
  const seen = { refused: false };
  addin.host.intercept = ({ sync }) => {
    if (sync - first === at && acted === "") {
      seen.refused =
        (action.edits === true && sheet.protected) ||
        (action.structural === true && workbook.structureProtected);
      if (!seen.refused) action.act(workbook, sheet);
      addin.host.context.restructured();
      acted = digest(workbook);
      left = copyOf(workbook);
    }
    return "pass";
  };
  const { error } = await run(addin, job);
  addin.host.intercept = undefined;
  const { refused } = seen;
  const failure = (what: string): Seen => ({ failure: what, refused });
  const fine: Seen = { failure: null, refused };
  if (refused) {
    if (error !== null) return failure(`правка не принята, но и работа не сделана: ${error.message}`);
    return (await calculated(addin, workbook)) === finished
      ? fine
      : failure("правка не принята, но книга другая");
  }
  // the request before the last one that writes is the last look at the workbook; those before it read
  const read = at > Math.max(1, lastWrite - 2);
  // what was done before the reading is what any run finds: rows in another order are put in theirs
  const put = (!read && action.order === true) || (job.takesAway === true && !(read && action.noticed));
  if (!action.stands(workbook, sheet.id) && !put)
    return failure(at === lastWrite ? "правка между проверкой и записью потеряна" : "правка потеряна");
  const now = digest(workbook);
  const watched = job.sheets[name] === "watched";
  if (error === null) {
    if (watched && action.noticed && read && at < lastWrite) return failure("не замечено");
    const after = inOrder(await calculated(addin, workbook));
    const both = job.sheets[name] !== "beside" || !read ? null : besides(done, sheet.id, action);
    return both === null || both === after
      ? fine
      : failure(`не то, что порознь:\n${difference(both, after)}`);
  }
  const told = wrongText(error, now === acted);
  if (told !== null) return failure(told);
  const text = workbookErrorText(error.code, "ru", error.detail);
  if (error.code === "changedMeanwhile" && !text.includes(name)) return failure(`не названо место: ${text}`);
  if (now !== acted && (at < lastWrite || error.code === "changedMeanwhile")) {
    // what was put back has no values yet where it is formulas
    const [after, before] = [await calculated(addin, workbook), await calculatedIn(addin, left)];
    addin.open(workbook);
    if (after !== before) return failure(`остановлено, но книга другая:\n${difference(before, after)}`);
  }
  if (sheet.protected) sheet.protected = false; // the user does as the message says
  const again = await run(addin, job);
  if (again.error !== null) return failure(`повтор не удался: ${again.error.message}`);
  return fine;
}

const calculatedIn = (addin: AddIn, workbook: Workbook): Promise<string> =>
  calculated(addin, addin.open(workbook));

/** Sheets that came before and after others are the same workbook here. */
const inOrder = (lines: string): string => lines.split("\n").sort().join("\n");

/** The workbook where the user did something to a sheet after the job was done. */
function besides(done: Workbook, id: string, action: Action): string {
  const workbook = copyOf(done);
  const sheet = workbook.sheets.find((each) => each.id === id);
  if (sheet !== undefined) action.act(workbook, sheet);
  return inOrder(digest(workbook));
}
