import type { Correction } from "../domain/results/corrections/correction";
import { writeCorrections } from "../domain/results/corrections/store";
import type { Settings } from "../domain/settings";
import { edits } from "./edits/edits";
import { exclusive } from "./runs/exclusive";
import { KEPT_NAMESPACE } from "./sheets/kept-state";
import { lookAtWorkbook, watchSheets } from "./reading/look";
import type { Snapshot, WorkbookPort } from "./port";
import { readWorkbook } from "./reading/read-workbook";
import type { Recovery } from "./recovery";
import { run, unlessDone } from "./runs/requests";
import { CORRECTIONS_KEY, SETTINGS_KEY } from "./settings";
import { tellRecovery } from "./unfinished/recovered";
import { asOwnWrite, watchEdits, writtenBy } from "./edits/watch-edits";

let writes = 0;
/** How many writes of this runtime came before a reading. */
const writesBefore = new WeakMap<Snapshot, number>();

/** The open workbook, through Office.js. What writes is loaded when something is written: the pane opens without it. */
export const officeWorkbook: WorkbookPort = {
  read: (progress) =>
    exclusive(async () => {
      const editsBefore = edits.getState().count;
      const read = await run((context) => readWorkbook(context, progress));
      const snapshot: Snapshot = { ...read, editsBefore };
      writesBefore.set(snapshot, writes);
      return snapshot;
    }),
  write: (tasks, snapshot, cells = [], sources = []) =>
    exclusive(async () => {
      const { writeSheets } = await import("./writing/write-sheets");
      const passed = (writesBefore.get(snapshot) ?? writes) !== writes;
      writes++;
      // what wrote since may have broken off: a journal of this run's own would take the place of that one's
      if (passed) tellRecovery(await putRight());
      const parts = passed ? await run(partsNow) : [];
      return asOwnWrite(writtenBy(tasks, snapshot, cells), () =>
        writeSheets(tasks, snapshot, cells, sources, parts),
      );
    }),
  removeUnfinished: () => exclusive(putRight),
  // behind whatever writes: the journal of a run under way is no unfinished one
  look: (wanted) => exclusive(() => lookAtWorkbook(wanted)),
  watch: (changed) => ending(watchSheets(changed)),
  watchEdits: () => ending(watchEdits()),
  saveSettings: (settings: Settings) => save(SETTINGS_KEY, JSON.stringify(settings)),
  saveCorrections: (list: readonly Correction[]) => save(CORRECTIONS_KEY, writeCorrections(list)),
  select: ({ sheet, address }) =>
    run(
      async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        worksheet.getRange(address).select();
        await context.sync();
      },
      { stoppable: false },
    ),
};

/** Takes back or finishes a run that broke off. */
async function putRight(): Promise<Recovery> {
  const { recover } = await import("./unfinished/recover");
  return asOwnWrite(
    () => true,
    () => run(recover, { stoppable: false }),
  );
}

/** Ends a listening that may not have begun yet. */
const ending = (listening: Promise<() => void>) => (): void => {
  void listening.then((end) => {
    end();
  });
};

/** Ids of the parts that keep what sheets were generated as. */
async function partsNow({ workbook }: Excel.RequestContext): Promise<readonly string[]> {
  const parts = workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
  await workbook.context.sync();
  return parts.items.map(({ id }) => id);
}

/** Keeps a text in the workbook; one that is there in spite of a failure was kept. */
async function save(key: string, text: string): Promise<void> {
  await unlessDone(
    async (context) => {
      context.workbook.settings.add(key, text);
      await context.sync();
    },
    async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key).load("value");
      await context.sync();
      return !setting.isNullObject && setting.value === text;
    },
  );
}
