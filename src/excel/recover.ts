import { journalInPlace, readJournal, type Journal } from "./journal";
import { JOURNAL_NAMESPACE, KEPT_NAMESPACE } from "./kept-state";
import { BEING_WRITTEN, constantText, FINGERPRINT, MARK } from "./mark";
import type { Recovery } from "./recovery";
import { finish, prepareAgain, readRedo } from "./redo";
import { JOURNAL_KEY } from "./settings";
import { removeAgain } from "./remove-again";
import { roomOf } from "./room";
import { valuesAgain } from "./values-again";
import { own } from "../domain/text/own";

const NO_JOURNAL = journalInPlace("");

/** Takes back an unfinished run, or finishes it where it had passed its point of no return. May be done again and again. */
export async function recover(context: Excel.RequestContext): Promise<Recovery> {
  const { workbook } = context;
  const setting = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("value");
  const parts = workbook.customXmlParts.getByNamespace(JOURNAL_NAMESPACE).load("items/id");
  const sheets = workbook.worksheets.load("items/id,items/name");
  await context.sync();
  if (setting.isNullObject && parts.items.length === 0) return { outcome: "nothing", removed: [] };
  const journal = (setting.isNullObject ? null : readJournal(setting.value)) ?? NO_JOURNAL;
  const begun = await begunSheets(context, sheets.items, journal);
  let left: readonly string[] = [];
  if (journal.committed) left = await redoRun(context, journal, await textsOf(context, parts.items), begun);
  else await undoRun(context, journal, begun);
  for (const part of parts.items) part.delete();
  setting.delete();
  await context.sync();
  const removed = journal.committed ? [] : begun.map(({ sheet }) => sheet.name);
  return {
    outcome: journal.committed ? "finished" : "undone",
    removed,
    ...(left.length === 0 ? {} : { left }),
  };
}

/** One at a time: each may be as large as an answer can be. */
async function textsOf(
  context: Excel.RequestContext,
  parts: readonly Excel.CustomXmlPart[],
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const part of parts) {
    const xml = part.getXml();
    await context.sync();
    texts.push(xml.value);
  }
  return texts;
}

interface Begun {
  readonly sheet: Excel.Worksheet;
  /** Our id of it. */
  readonly id: string;
}

/** Sheets that the run made and did not finish: they carry its number, whatever the user called them since. */
async function begunSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  { run, created }: Journal,
): Promise<readonly Begun[]> {
  if (run === "") return [];
  const marked = sheets.map((sheet) => ({
    sheet,
    mark: sheet.names.getItemOrNullObject(MARK).load("formula"),
    fingerprint: sheet.names.getItemOrNullObject(FINGERPRINT).load("formula"),
  }));
  await context.sync();
  return marked.flatMap(({ sheet, mark, fingerprint }): Begun[] => {
    if (mark.isNullObject || fingerprint.isNullObject) return [];
    const id = constantText(mark.formula) ?? "";
    const mine = constantText(fingerprint.formula) === BEING_WRITTEN + run && Object.hasOwn(created, id);
    return mine ? [{ sheet, id }] : [];
  });
}

async function undoRun(
  context: Excel.RequestContext,
  { kept }: Journal,
  begun: readonly Begun[],
): Promise<void> {
  if (kept === null) return;
  const states = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
  await context.sync();
  for (const { sheet } of begun) sheet.delete();
  const before = new Set(kept);
  for (const state of states.items) if (!before.has(state.id)) state.delete();
}

async function redoRun(
  context: Excel.RequestContext,
  { run, created, remove }: Journal,
  xml: readonly string[],
  begun: readonly Begun[],
): Promise<readonly string[]> {
  const redo = readRedo(xml);
  const work = redo.map((each) => prepareAgain(context, each, run));
  await context.sync();
  const room = roomOf(context);
  for (const { sheet, id } of begun) finish(sheet, own(created, id) ?? "");
  const left: string[] = [];
  for (const again of work) left.push(...(await again(room)));
  left.push(...(await valuesAgain(context, redo)));
  await removeAgain(context, redo);
  for (const part of remove) context.workbook.customXmlParts.getItemOrNullObject(part).delete();
  return [...new Set(left)];
}
