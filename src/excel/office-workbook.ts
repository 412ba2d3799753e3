import type { Correction } from "../domain/results/corrections/correction";
import { writeCorrections } from "../domain/results/corrections/store";
import type { Settings } from "../domain/settings";
import { lookAtWorkbook, watchSheets } from "./look";
import type { WorkbookPort } from "./port";
import { readWorkbook } from "./read-workbook";
import { run } from "./requests";
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
  saveSettings: (settings: Settings) =>
    run(async (context) => {
      context.workbook.settings.add(SETTINGS_KEY, JSON.stringify(settings));
      await context.sync();
    }),
  saveCorrections: (list: readonly Correction[]) =>
    run(async (context) => {
      context.workbook.settings.add(CORRECTIONS_KEY, writeCorrections(list));
      await context.sync();
    }),
  select: ({ sheet, address }) =>
    run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    }),
};
