import { embeddedAnswers } from "../../../scripts/excel-check/embedded";
import { STEPS } from "../../../scripts/excel-check/scenario";
import type { Answers } from "../../../scripts/excel-check/step";

/** The steps that `npm run excel:check` runs in Excel: the embedded host must answer them as their sources say. */
let answers: Answers;
let unknownCalls: readonly string[];
beforeAll(async () => {
  ({ answers, unknownCalls } = await embeddedAnswers());
}, 60_000);

test.each(STEPS.map((step) => [step.id, step] as const))("%s", (id, { expected }) => {
  expect(answers[id]).toEqual(expected);
});

test("asked nothing that the host does not have", () => {
  expect(unknownCalls).toEqual([]);
});

test("every step has a name of its own, short enough for all answers to travel in one address", () => {
  expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
  // Node refuses a request line and headers of more than 16 kB.
  expect(encodeURIComponent(JSON.stringify(answers)).length).toBeLessThan(12_000);
});
