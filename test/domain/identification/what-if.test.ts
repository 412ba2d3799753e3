import { whatIf } from "../../../src/domain/identification/what-if";
import type { Adjustment } from "../../../src/domain/identification/verdict";
import { analysisOf, resultsOf, type Row } from "../documents/support";
import { SETTINGS } from "./rows";

const [MATHS, RUSSIAN] = ["ВПР математика 5", "ВПР русский язык 5"];

/**
 * Under rule «000» (two low procedures in the year in view, or a low one in both years):
 * А — 25 % and 26 %: in at 25 only; Б — 30 % and 33 %: in up to 30; В — 35 % and 40 %: in up to 35;
 * Г — 31 % in both years: in up to 31; Д — 10 %: never.
 */
const ROWS: readonly Row[] = [
  ["А", 2026, MATHS, "25/100"],
  ["А", 2026, RUSSIAN, "26/100"],
  ["Б", 2026, MATHS, "30/100"],
  ["Б", 2026, RUSSIAN, "33/100"],
  ["В", 2026, MATHS, "35/100"],
  ["В", 2026, RUSSIAN, "40/100"],
  ["Г", 2026, MATHS, "31/100"],
  ["Г", 2025, MATHS, "31/100"],
  ["Д", 2026, MATHS, "10/100"],
];

const decision = (school: string, action: Adjustment["action"]): Adjustment => ({
  school,
  schoolKey: "",
  action,
  ground: "решение комиссии",
  date: "2026-09-01",
});

type Case = readonly [
  name: string,
  now: number,
  decisions: readonly Adjustment[],
  then: number,
  count: number,
  enter: string,
  leave: string,
];

const CASES: readonly Case[] = [
  ["the threshold in force changes nothing", 30, [], 30, 3, "", ""],
  ["a lower one brings a school in", 30, [], 25, 4, "А", ""],
  ["a higher one lets schools go", 30, [], 35, 1, "", "БГ"],
  ["from 25 to 35 three go", 25, [], 35, 1, "", "АБГ"],
  ["from 35 to 25 three come", 35, [], 25, 4, "АБГ", ""],
  ["a fraction of a per cent counts: 31 is not 31.5", 30, [], 31.5, 1, "", "БГ"],
  ["nobody reaches 100", 30, [], 100, 0, "", "БВГ"],
  ["a school added by hand never leaves", 30, [decision("Б", "add")], 35, 2, "", "Г"],
  ["a school removed by hand never enters", 30, [decision("А", "remove")], 25, 3, "", ""],
  ["one added without low results is in under every threshold", 30, [decision("Д", "add")], 25, 5, "А", ""],
];

test.each(CASES)("%s", (_, now, decisions, then, count, enter, leave) => {
  const analysis = analysisOf(resultsOf(ROWS), { threshold: now }, decisions);
  const [prospect] = whatIf(analysis, { ...SETTINGS, threshold: now }, [then]);
  const names = (members: readonly { readonly school: string }[] = []): string =>
    members.map(({ school }) => school).join("");
  expect([prospect?.threshold, prospect?.count, names(prospect?.enter), names(prospect?.leave)]).toEqual([
    then,
    count,
    enter,
    leave,
  ]);
});

test("a school that would enter brings the figures that would bring it in; one that would leave those it has now", () => {
  const analysis = analysisOf(resultsOf(ROWS), { threshold: 30 });
  const [lower, higher] = whatIf(analysis, SETTINGS, [25, 35]);
  expect(lower?.enter[0]?.verdict?.evidence.map(({ share }) => share)).toEqual([0.25, 0.26]);
  expect(higher?.leave[0]?.verdict?.evidence.map(({ share }) => share)).toEqual([0.3, 0.33]);
});

test("schools that the registry keeps out stay out", () => {
  const analysis = analysisOf(resultsOf(ROWS));
  const others = analysisOf(resultsOf(ROWS.filter(([school]) => school !== "А")));
  expect(whatIf({ ...analysis, judged: others.judged }, SETTINGS, [25])[0]?.enter).toEqual([]);
});
