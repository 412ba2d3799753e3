/** «Добавленные файлы» was emptied by a run that broke off, and is protected: nothing may be made from it. */
import { type AddIn, boot, contents, look, sheetOf } from "../harness";
import { prepare as prepareJob } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { breakOff, isHalf, jobNamed } from "../faults/half";
import { fileA, type Job, nothing, ready, roadmap } from "../faults/jobs";
import { type } from "../made-up";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { addedFiles } from "../../../src/excel/files/added-files";
import { checkData } from "../../../src/excel/jobs/check-data";
import { createHeatMap } from "../../../src/excel/jobs/create-heat-map";
import { createRoadmap, prepare } from "../../../src/excel/jobs/create-roadmap";
import { removeFile } from "../../../src/excel/files/remove-file";
import { JOURNAL_KEY } from "../../../src/excel/settings";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});
afterEach(nothing);

const NAME = "Добавленные файлы";
const TODAY = "2026-11-22";
const RUNS: Readonly<Record<string, () => Promise<unknown>>> = {
  "the list and the roadmap": () =>
    createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("update"), today: TODAY }),
  "the same beside the old ones": () =>
    createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("new"), today: TODAY }),
  "the check": () => checkData(officeWorkbook, { today: TODAY }),
  control: () => monitorRoadmap(officeWorkbook, { today: TODAY }),
  "the heat map": () => createHeatMap(officeWorkbook, DEFAULT_SETTINGS, 2026),
  "forgetting a file": () => removeFile(officeWorkbook, "А.xlsx"),
};

test.each(Object.entries(RUNS))(
  "%s: stops and names the sheet; once it is finished the run goes on",
  async (_, act) => {
    const { workbook } = await breakOff(addin, "Добавить файл", 0.55);
    const sheet = sheetOf(workbook, "Добавленные файлы");
    expect(contents(sheet)).toEqual({}); // else nothing is tried
    sheet.protected = true;
    addedFiles.setState({ grids: [] }); // Excel was closed: the files are not at hand any more
    await prepare(officeWorkbook, {});
    const before = workbook.sheets.map(look);
    await expect(act()).rejects.toMatchObject({ code: "inputLocked", detail: "Добавленные файлы" });
    expect(workbook.sheets.map(look)).toEqual(before);

    sheet.protected = false;
    const { analysis } = await prepare(officeWorkbook, {});
    expect(analysis.results).toHaveLength(18); // 16 of «Сводная», one of each file
    await act();
  },
);

/** The first file is added to a workbook that has documents already; all that is new is «Добавленные файлы». */
const FIRST_FILE: Job = {
  ...jobNamed("Добавить файл"),
  arrange: () => {
    addedFiles.setState({ grids: [fileA] });
  },
  prepare: async (host) => {
    const workbook = await ready(host);
    await roadmap();
    await checkData(officeWorkbook, { today: TODAY });
    return workbook;
  },
};

/** What is missing is not seen: some rows of files are there, or none. */
async function newHalf(): Promise<{ readonly workbook: Workbook; readonly sheet: Sheet }> {
  const { workbook } = await brokenOff(addin, await prepareJob(addin, FIRST_FILE), 0.2);
  const sheet = sheetOf(workbook, NAME);
  expect(isHalf(sheet)).toBe(true); // else nothing is tried
  workbook.structureProtected = true;
  addedFiles.setState({ grids: [] }); // Excel was closed: the files are not at hand any more
  return { workbook, sheet };
}
const recoveredAt = async () => (await prepare(officeWorkbook, {})).recovered;

describe("«Добавленные файлы» is new and half written, and the structure is protected, so that it cannot be taken back", () => {
  test.each(Object.entries(RUNS))(
    "%s: stops and names the sheet; unprotected, the run goes on",
    async (_, act) => {
      const { workbook, sheet } = await newHalf();
      expect(await recoveredAt()).toEqual({ outcome: "undone", removed: [], begun: [NAME] });
      const before = workbook.sheets.map(look);
      await expect(act()).rejects.toMatchObject({ code: "inputHalf", detail: NAME });
      expect(workbook.sheets.map(look)).toEqual(before);
      workbook.structureProtected = false;
      expect(await recoveredAt()).toEqual({ outcome: "undone", removed: [NAME] });
      expect(workbook.sheets).not.toContain(sheet);
      await act();
    },
  );

  test("what the user typed there meanwhile is not taken away with it; once they have deleted the sheet all goes on", async () => {
    const { workbook, sheet } = await newHalf();
    await prepare(officeWorkbook, {});
    type(sheet, 40, 3, "моя заметка");
    workbook.structureProtected = false;
    for (let time = 0; time < 2; time++)
      expect(await recoveredAt()).toEqual({ outcome: "nothing", removed: [], begun: [NAME] });
    expect(Object.values(contents(sheet))).toContain("моя заметка");
    await expect(roadmap()).rejects.toMatchObject({ code: "inputHalf" });
    await addin.globals.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(NAME).delete();
      await context.sync();
    });
    await roadmap();
    expect(await recoveredAt()).toBeUndefined();
  });
});

describe("the journal of the run is gone or damaged, so nobody can finish the sheet", () => {
  const WAYS: readonly (readonly [name: string, act: (workbook: Workbook) => void])[] = [
    [
      "its parts were taken away, as the document inspector does",
      ({ customXmlParts }) => {
        customXmlParts.splice(0);
      },
    ],
    [
      "its text is damaged",
      ({ settings }) => {
        settings.set(JOURNAL_KEY, "{");
      },
    ],
    [
      "both were taken away",
      ({ customXmlParts, settings }) => {
        customXmlParts.splice(0);
        settings.delete(JOURNAL_KEY);
      },
    ],
  ];
  test.each(WAYS)("%s: no run takes what is missing there for no results", async (_, act) => {
    const { workbook } = await breakOff(addin, "Добавить файл", 0.55);
    const sheet = sheetOf(workbook, NAME);
    expect(contents(sheet)).toEqual({}); // else nothing is tried
    act(workbook);
    const left = workbook.settings.has(JOURNAL_KEY) || workbook.customXmlParts.length > 0;
    addedFiles.setState({ grids: [] }); // Excel was closed: the files are not at hand any more
    const { recovered } = await prepare(officeWorkbook, {});
    // where nothing of the run is left, there is nothing to put right: the runs tell
    expect(recovered?.lost).toEqual(left ? [NAME] : undefined);
    const before = workbook.sheets.map(look);
    for (const run of Object.values(RUNS))
      await expect(run()).rejects.toMatchObject({ code: "inputHalf", detail: NAME });
    expect(workbook.sheets.map(look)).toEqual(before);
  });
});
