/** «Остановить» over real office.js: the run ends before its next request, and the workbook is as it was. */
import { job, runJob } from "../../../src/excel/jobs/job";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { checkJob, runCheck } from "../../../src/excel/jobs/check-job";
import { prepare } from "../../../src/excel/jobs/create-roadmap";
import { asRun, askToStop, beginRun, underWay } from "../../../src/excel/runs/runs";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { type AddIn, boot, sheetNames } from "../harness";
import { HEADER, ROWS, workbookOf } from "../made-up";

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

/** Ends of two actions: the first is stopped while its request is held up, the second begins right after the wish. */
interface Second {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

const SECOND: readonly Second[] = [
  { name: "a check begins", run: () => runCheck(officeWorkbook) },
  {
    name: "a reading begins",
    run: () => asRun("reading", ({ bound }) => prepare(bound(officeWorkbook), {})),
  },
  // of no run: what comes of a press that needs one request
  { name: "a setting is kept", run: () => officeWorkbook.saveSettings(DEFAULT_SETTINGS) },
];

test.each(SECOND)("the wish to stop stands when $name; that comes to its end", async ({ run: second }) => {
  const workbook = addin.open(workbookOf({ Сводная: [HEADER, ...ROWS] }));
  const begun: Promise<unknown>[] = [];
  // the last request of the first one's reading: it would go on to its writing
  const stop = job.subscribe((state) => {
    if (state.phase !== "running" || state.stage !== "identifying" || begun.length > 0) return;
    askToStop();
    begun.push(second());
  });
  job.setState({ phase: "idle" }, true);
  await run();
  stop();
  expect(job.getState()).toEqual({ phase: "finished", outcome: { kind: "cancelled" } });
  expect(begun).toHaveLength(1);
  await Promise.all(begun);
  expect(sheetNames(workbook)).not.toContain("Дорожная карта");
  expect(checkJob.getState().phase).not.toBe("failed");
  expect(underWay.getState().kinds).toEqual([]);
});

test("what is told of as under way is what has begun and not ended", async () => {
  addin.open(workbookOf({ Сводная: [HEADER, ...ROWS] }));
  const both = [
    asRun("check", () => Promise.resolve()),
    asRun("files", () => Promise.reject(new Error("no"))),
  ];
  expect(underWay.getState().kinds).toEqual(["check", "files"]);
  await Promise.allSettled(both);
  expect(underWay.getState().kinds).toEqual([]);
});
