import { journalInPlace, readJournal, type Journal } from "./journal";
import { JOURNAL_NAMESPACE, KEPT_NAMESPACE, LEFT_NAMESPACE } from "../sheets/kept-state";
import { BEING_WRITTEN, constantText, FINGERPRINT, MARK } from "../sheets/mark";
import { justAdded } from "./just-added";
import { isLocked, loadLock, openStructure, unlockAll } from "./lock";
import { putBack, readBack } from "./put-back";
import type { Recovery } from "../recovery";
import { finish, leftParts, readLeft, readRedo, type LeftWork, type Redo } from "./redo";
import { prepareAgain } from "./redo-again";
import { removeAgain } from "./remove-again";
import { isBegun, leaveBegun, takeBackAgain } from "./take-back";
import { roomOf } from "../sheets/room";
import { JOURNAL_KEY, LEFT_KEY } from "../settings";
import { valuesAgain } from "./values-again";
import { own } from "../../domain/text/own";

const NO_JOURNAL = journalInPlace("");

/**
 * Takes back an unfinished run, or finishes it where it had passed its point of no return. Work on a sheet that was half
 * changed when somebody protected it waits in the workbook and is tried again each time. May be done again and again.
 */
export async function recover(context: Excel.RequestContext): Promise<Recovery> {
  const { workbook } = context;
  const setting = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("value");
  const flag = workbook.settings.getItemOrNullObject(LEFT_KEY).load("key");
  const parts = workbook.customXmlParts.getByNamespace(JOURNAL_NAMESPACE).load("items/id");
  const waiting = workbook.customXmlParts.getByNamespace(LEFT_NAMESPACE).load("items/id");
  const sheets = workbook.worksheets.load("items/id,items/name");
  await context.sync();
  const none = setting.isNullObject && parts.items.length === 0;
  if (none && flag.isNullObject && waiting.items.length === 0) return { outcome: "nothing", removed: [] };
  const journal = (setting.isNullObject ? null : readJournal(setting.value)) ?? NO_JOURNAL;
  const { begun, half: found } = await begunSheets(context, sheets.items, journal);
  const left = readLeft(await textsOf(context, waiting.items));
  const kept = journal.committed || journal.back === true ? await textsOf(context, parts.items) : [];
  const redo = journal.committed ? readRedo(kept) : [];
  const overwritten = journal.back === true ? await putBack(context, readBack(kept)) : [];
  const mayGo = journal.committed || (await undoRun(context, journal, begun));
  const others = left.filter((each) => !isBegun(each));
  const { told, half } = await redoRun(context, journal, redo, begun, others);
  const names = mayGo ? begun.map(({ sheet }) => sheet.name) : [];
  const again = await takeBackAgain(context, left.filter(isBegun));
  const stay = [...again.stay];
  for (const { sheet, id } of mayGo ? [] : begun)
    stay.push(await leaveBegun(context, sheet, id, journal.run));
  await keepLeft(context, [...half, ...stay], left, waiting.items);
  for (const part of parts.items) part.delete();
  setting.delete();
  await context.sync();
  const finished = journal.committed || (none && half.length < others.length);
  const undone = !none || again.removed.length > 0;
  const known = new Set([...redo, ...left.map(({ work }) => work)].map(({ sheetId }) => sheetId));
  for (const { sheet } of begun) known.add(sheet.id);
  const lost = found.filter(({ id }) => !known.has(id)).map(({ name }) => name);
  const locked = [...new Set(half.map(({ name }) => name))];
  return {
    outcome: finished ? "finished" : undone ? "undone" : "nothing",
    removed: [...(journal.committed ? [] : names), ...again.removed],
    ...(told.length === 0 ? {} : { left: told }),
    ...(overwritten.length === 0 ? {} : { overwritten }),
    ...(locked.length === 0 ? {} : { locked }),
    ...(lost.length === 0 ? {} : { lost }),
    ...(stay.length === 0 ? {} : { begun: stay.map(({ name }) => name) }),
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

/**
 * Opens what the run locked.
 * @returns sheets that it made and did not finish: they carry its number, whatever the user called them since, or are
 * empty yet; and all that are half written, by whatever run
 */
async function begunSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  journal: Journal,
): Promise<{ readonly begun: readonly Begun[]; readonly half: readonly Excel.Worksheet[] }> {
  const { run, created, held, structure } = journal;
  const marked = sheets.map((sheet) => ({
    sheet,
    mark: sheet.names.getItemOrNullObject(MARK).load("formula"),
    fingerprint: sheet.names.getItemOrNullObject(FINGERPRINT).load("formula"),
  }));
  sheets.forEach(loadLock);
  const protection = context.workbook.protection.load("protected");
  await context.sync();
  if (structure === true && protection.protected) await openStructure(context);
  // a copy of a sheet that was closed is closed too; it has another id and the same mark
  const marks = new Set(marked.flatMap(({ sheet, mark }) => (held.includes(sheet.id) ? markOf(mark) : [])));
  const closed = marked.filter(
    ({ sheet, mark }) => held.includes(sheet.id) || markOf(mark).some((id) => marks.has(id)),
  );
  await unlockAll(context, closed.map(({ sheet }) => sheet).filter(isLocked));
  const begun = marked.flatMap(({ sheet, mark, fingerprint }): Begun[] => {
    if (mark.isNullObject || fingerprint.isNullObject) return [];
    const id = constantText(mark.formula) ?? "";
    const mine = constantText(fingerprint.formula) === BEING_WRITTEN + run && Object.hasOwn(created, id);
    return mine ? [{ sheet, id }] : [];
  });
  const half = marked.flatMap(({ sheet, mark, fingerprint }) =>
    markOf(mark).length > 0 && markOf(fingerprint).some((text) => text.startsWith(BEING_WRITTEN))
      ? [sheet]
      : [],
  );
  return { begun: [...begun, ...(await justAdded(context, marked, journal))], half };
}

const markOf = (mark: Excel.NamedItem): readonly string[] =>
  mark.isNullObject ? [] : [constantText(mark.formula) ?? ""];

/** @returns false where sheets that were begun stay: the structure was protected meanwhile, and Excel would refuse it at every start */
async function undoRun(
  context: Excel.RequestContext,
  { kept }: Journal,
  begun: readonly Begun[],
): Promise<boolean> {
  if (kept === null) return true;
  const states = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
  const protection = context.workbook.protection.load("protected");
  await context.sync();
  const mayGo = begun.length === 0 || !protection.protected;
  if (mayGo) for (const { sheet } of begun) sheet.delete();
  const before = new Set(kept);
  for (const state of states.items) if (!before.has(state.id)) state.delete();
  return mayGo;
}

/** Work that waits, with the name of its sheet. */
interface Waiting extends LeftWork {
  readonly name: string;
}

/** @returns what is left: places to tell of, and work that must not be forgotten */
async function redoRun(
  context: Excel.RequestContext,
  { run, committed, created, remove }: Journal,
  redo: readonly Redo[],
  begun: readonly Begun[],
  waiting: readonly LeftWork[],
): Promise<{ readonly told: readonly string[]; readonly half: readonly Waiting[] }> {
  const all = [
    ...waiting.map((each) => ({ ...each, go: prepareAgain(context, each.work, each.run, true) })),
    ...redo.map((work) => ({ work, run, go: prepareAgain(context, work, run) })),
  ];
  if (all.length > 0) await context.sync();
  const room = roomOf(context);
  if (committed) for (const { sheet, id } of begun) finish(sheet, own(created, id) ?? "");
  const told: string[] = [];
  const half: Waiting[] = [];
  for (const { work, run: number, go } of all) {
    const stays = await go(room);
    if (stays === null) continue;
    if (stays.waits && (work.kind === "merge" || work.kind === "anew"))
      half.push({ run: number, work, name: stays.name });
    told.push(...stays.told);
  }
  told.push(...(await valuesAgain(context, redo)));
  told.push(...(await removeAgain(context, redo)));
  for (const part of remove)
    if (committed) context.workbook.customXmlParts.getItemOrNullObject(part).delete();
  return { told: [...new Set(told)], half };
}

/** Queues what the next start is to try again, where that is not what waits already. */
async function keepLeft(
  context: Excel.RequestContext,
  half: readonly LeftWork[],
  before: readonly LeftWork[],
  parts: readonly Excel.CustomXmlPart[],
): Promise<void> {
  const { workbook } = context;
  const xml = leftParts(half.map(({ run, work }) => ({ run, work })));
  if (half.length > 0 && xml.join() === leftParts(before).join()) return;
  const room = roomOf(context);
  if (half.length > 0) workbook.settings.add(LEFT_KEY, "1");
  for (const each of xml) {
    await room(each.length * 2);
    workbook.customXmlParts.add(each);
  }
  for (const part of parts) part.delete();
  if (half.length === 0) workbook.settings.getItemOrNullObject(LEFT_KEY).delete();
}
