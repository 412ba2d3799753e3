/** A run breaks off between making a table anew and giving it its name: it is still called «Table3», as Excel calls it. */
import { type AddIn, boot, look, sheetOf } from "../harness";
import { breakOff, isHalf } from "../faults/half";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

/** «Обновить» merges these sheets; where the request has to break off goes by its length, so a range is tried. */
test.each([
  ["ШНОР", 0.7, 0.8],
  ["Результаты", 0.88, 0.94],
] as const)(
  "%s: the next start takes that table for its own and finishes the sheet",
  async (name, from, to) => {
    let nameless = 0;
    for (let part = from; part < to; part += 0.004) {
      const { workbook, done } = await breakOff(addin, "Обновить", part);
      const sheet = sheetOf(workbook, name);
      const wanted = sheetOf(done, name).tables.map((table) => table.name);
      if (!isHalf(sheet) || sheet.tables.every((table) => wanted.includes(table.name))) continue;
      nameless++;
      expect((await readAndAnalyse(officeWorkbook, {})).recovered).toEqual({
        outcome: "finished",
        removed: [],
      });
      expect(look(sheet)).toEqual(look(sheetOf(done, name)));
    }
    expect(nameless).toBeGreaterThan(0); // else nothing was tried
  },
);
