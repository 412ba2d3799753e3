/** «Добавленные файлы» was emptied by a run that broke off, and is protected: nothing may be made from it. */
import { type AddIn, boot, contents, look, sheetOf } from "../harness";
import { breakOff } from "../faults/half";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { addedFiles } from "../../../src/excel/files/added-files";
import { checkData } from "../../../src/excel/jobs/check-data";
import { createHeatMap } from "../../../src/excel/jobs/create-heat-map";
import { createRoadmap, prepare } from "../../../src/excel/jobs/create-roadmap";
import { removeFile } from "../../../src/excel/files/remove-file";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});
afterEach(() => {
  addedFiles.setState({ grids: [] });
});

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
