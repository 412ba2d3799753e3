import type { Correction } from "../domain/results/corrections/correction";
import { writeCorrections } from "../domain/results/corrections/store";
import type { Settings } from "../domain/settings";
import { lookAtWorkbook, watchSheets } from "./look";
import type { WorkbookPort } from "./port";
import { readWorkbook } from "./read-workbook";
import { run, unlessDone } from "./requests";
import { CORRECTIONS_KEY, SETTINGS_KEY } from "./settings";

/** The open workbook, through Office.js. What writes is loaded when something is written: the pane opens without it. */
export const officeWorkbook: WorkbookPort = {
  read: (progress) => run((context) => readWorkbook(context, progress)),
  write: async (tasks, snapshot, edits = [], sources = []) => {
    const { writeSheets } = await import("./write-sheets");
    return writeSheets(tasks, snapshot, edits, sources);
  },
  removeUnfinished: async () => {
    const { recover } = await import("./recover");
    return run(recover, { stoppable: false });
  },
  look: lookAtWorkbook,
  watch: (changed) => {
    const watching = watchSheets(changed);
    return () =>
      void watching.then((end) => {
        end();
      });
  },
  saveSettings: (settings: Settings) => save(SETTINGS_KEY, JSON.stringify(settings)),
  saveCorrections: (list: readonly Correction[]) => save(CORRECTIONS_KEY, writeCorrections(list)),
  select: ({ sheet, address }) =>
    run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    }),
};

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
