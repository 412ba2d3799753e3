/** A chart that the user puts on one of our sheets stays there when the sheet is written anew; ours does not come twice. */
import { type AddIn, boot, sheetOf } from "../harness";
import { prepare, type Prepared } from "../faults/bench";
import { brokenOff } from "../faults/faults";
import { isHalf, jobNamed } from "../faults/half";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const NAME = "Тепловая карта";
const OURS = "Школы с долей от порога по процедурам";
const names = (sheet: Sheet): string[] => (sheet.charts ?? []).map(({ name }) => name).sort();

/** The user inserts a chart over cells of the sheet; Excel names it. */
const insertChart = (kind: "ColumnClustered" | "BarStacked"): Promise<void> =>
  addin.globals.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(NAME);
    sheet.charts.add(kind, sheet.getRange("A4:C6"), "Columns");
    await context.sync();
  });

/** The job's workbook with a chart of the user's in it. */
const withChart = (kind: Parameters<typeof insertChart>[0]) => ({
  ...jobNamed(NAME),
  prepare: async (host: AddIn): Promise<Workbook> => {
    const workbook = await jobNamed(NAME).prepare(host);
    await insertChart(kind);
    return workbook;
  },
});

test.each(["ColumnClustered", "BarStacked"] as const)(
  "written anew: the user's %s stays, and ours is there once",
  async (kind) => {
    const job = withChart(kind);
    const workbook = await job.prepare(addin);
    const sheet = sheetOf(workbook, NAME);
    const mine = sheet.charts?.find(({ name }) => name !== OURS);
    job.arrange();
    await job.run();
    expect(names(sheet)).toEqual([mine?.name, OURS].sort());
    expect(sheet.charts).toContainEqual(mine);
  },
);

/** Parts of the last request: from the emptying of the sheet on, and where our chart is made and not named yet. */
async function parts(prepared: Prepared): Promise<readonly number[]> {
  const others = prepared.base.sheets.find(({ name }) => name === NAME)?.charts?.length ?? 0;
  let [none, made] = [0.5, 1];
  while (made - none > 0.0002) {
    const middle = (none + made) / 2;
    const { workbook } = await brokenOff(addin, prepared, middle);
    if (names(sheetOf(workbook, NAME)).length < others) none = middle;
    else made = middle;
  }
  return [0.2, 0.4, 0.6, 0.8, 0.95, ...[0, 1, 2, 3, 4].map((step) => made + step * 0.0004)];
}

test.each([
  ["before the run", "ColumnClustered"],
  ["before the run, of the type of ours", "BarStacked"],
  ["after the run broke off", "ColumnClustered"],
  ["after the run broke off, of the type of ours", "BarStacked"],
] as const)(
  "broken off wherever it is and finished, a chart put there %s: it stays, and ours is there once",
  async (when, kind) => {
    const early = when.startsWith("before");
    const prepared = await prepare(addin, early ? withChart(kind) : jobNamed(NAME));
    const seen = { half: 0, nameless: 0 };
    for (const part of await parts(prepared)) {
      const { workbook } = await brokenOff(addin, prepared, part);
      const sheet = sheetOf(workbook, NAME);
      if (!isHalf(sheet)) continue;
      seen.half++;
      if (names(sheet).filter((name) => name !== OURS).length > (early ? 1 : 0)) seen.nameless++;
      if (!early) await insertChart(kind);
      const mine = early
        ? sheetOf(prepared.base, NAME).charts?.find(({ name }) => name !== OURS)
        : sheet.charts?.at(-1);
      await readAndAnalyse(officeWorkbook, {});
      expect(isHalf(sheet)).toBe(false);
      expect(names(sheet)).toEqual([mine?.name, OURS].sort());
      expect(sheet.charts?.find(({ name }) => name === mine?.name)).toEqual(mine);
    }
    expect(seen.half).toBeGreaterThan(4); // else nothing is tried
    expect(seen.nameless).toBeGreaterThan(0);
  },
  60_000,
);
