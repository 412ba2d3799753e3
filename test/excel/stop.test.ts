/** «Остановить» over real office.js: the run ends before its next request, and the workbook is as it was. */
import { job, runJob } from "../../src/excel/job";
import { officeWorkbook } from "../../src/excel/office-workbook";
import { askToStop, beginRun } from "../../src/excel/requests";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { type AddIn, boot, sheetNames } from "./harness";
import { HEADER, ROWS, workbookOf } from "./made-up";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const run = () =>
  runJob(officeWorkbook, { settings: DEFAULT_SETTINGS, showQuestion: () => Promise.resolve() });

test.each(["reading", "writing"] as const)("stopped while %s: nothing is left behind", async (stage) => {
  const workbook = addin.open(workbookOf({ Сводная: [HEADER, ...ROWS] }));
  const stop = job.subscribe((state) => {
    if (state.phase === "running" && state.stage === stage) askToStop();
  });
  job.setState({ phase: "idle" }, true);
  await run();
  stop();
  expect(job.getState()).toEqual({ phase: "finished", outcome: { kind: "cancelled" } });
  expect(sheetNames(workbook)).toEqual(["Сводная"]);
  beginRun(); // the button is gone with its screen
  expect((await officeWorkbook.read()).unfinished).toBe(false);
});

test("the next run is not stopped by the wish of the one before", async () => {
  const workbook = addin.open(workbookOf({ Сводная: [HEADER, ...ROWS] }));
  askToStop();
  job.setState({ phase: "idle" }, true);
  await run();
  expect(job.getState().phase).toBe("finished");
  expect(sheetNames(workbook)).toContain("Дорожная карта");
});
