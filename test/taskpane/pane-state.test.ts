import { analyseSnapshot } from "../../src/excel/jobs/create-roadmap";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { WorkbookError, type WorkbookErrorCode } from "../../src/excel/port";
import { INITIAL, reduce, type PaneEvent, type PaneState } from "../../src/taskpane/state/pane-state";
import { fakeWorkbook } from "./fake-workbook";

let found: PaneEvent;
beforeAll(async () => {
  found = { type: "found", prepared: analyseSnapshot(await fakeWorkbook().port.read(), DEFAULT_SETTINGS) };
});

const after = (events: readonly PaneEvent[]): PaneState => events.reduce(reduce, INITIAL);
const READING: PaneEvent = { type: "working", stage: "reading", done: 0 };
const TO_SCHOOLS: PaneEvent = { type: "went", step: "schools" };
const TO_TEMPLATES: PaneEvent = { type: "templates", shown: true };
const failed = (code: WorkbookErrorCode): PaneEvent => ({
  type: "failed",
  error: new WorkbookError(code, ""),
});

test.each([
  ["what was read earlier is there again", () => [found, READING, failed("hostFailed"), TO_SCHOOLS], "none"],
  ["nothing was read: the failure stays", () => [READING, failed("hostFailed"), TO_SCHOOLS], "failed"],
  ["a reading that is under way goes on", () => [found, READING, TO_SCHOOLS], "reading"],
] as const)("the way to a step, %s", (_, events, work) => {
  expect(after(events()).work.kind).toBe(work);
});

test.each(["stopped", "hostFailed"] as const)("templates, the reading for them %s", (code) => {
  // the next reading was not asked for by them
  expect(after([TO_TEMPLATES, READING, failed(code), READING, found]).templates).toBe(false);
  expect(after([found, TO_TEMPLATES, READING, failed(code)]).templates).toBe(true);
});
