import { planDynamics } from "../../../src/domain/documents/monitoring/dynamics-sheet";
import { planIndicators, readIndicators } from "../../../src/domain/documents/monitoring/indicators-sheet";
import { supportProgramme } from "../../../src/domain/measures/templates/support-programme";
import {
  DEFAULT_LIMITS,
  dynamicsOf,
  pointsBetween,
  trendOf,
  type Dynamics,
} from "../../../src/domain/monitoring/dynamics";
import {
  indicatorsOf,
  type IndicatorRow,
  type TypedIndicator,
} from "../../../src/domain/monitoring/indicators";
import type { JournalComparison } from "../../../src/domain/results/result";
import type { SchoolResult } from "../../../src/domain/schools/school";
import { formulasOf, resultsOf, shareOnly, textsOf, type Row } from "../documents/support";
import { identifyAll, procedure, schoolsOf } from "../identification/rows";
import { gridOf } from "./support";

const M5 = "ВПР математика 5";
const M6 = "ВПР математика 6";
const R5 = "ВПР русский язык 5";
const OGE = "ОГЭ математика";

test.each([
  [0.4, 0.3, -10],
  [0.3, 0.4, 10],
  [1 / 3, 1 / 3, 0],
  [0.2999, 0.4, 10.01],
])("from %d to %d", (before, after, points) => {
  expect(pointsBetween(before, after)).toBe(points);
});

// limits are inclusive; 0.3 − 0.2 and 0.4 − 0.3 are exactly 10 points
test.each([
  [0.4, 0.3, "positive"],
  [0.3, 0.2, "positive"],
  [0.3, 0.4, "negative"],
  [0.3, 0.2001, "unchanged"],
  [0.3, 0.3999, "unchanged"],
  [null, 0.3, null],
  [0.3, null, null],
])("%d → %d is %s", (before, after, expected) => {
  expect(trendOf(before, after, DEFAULT_LIMITS)).toBe(expected);
});

const ROWS: readonly Row[] = [
  // А was low in 2025 (two low procedures) and is not in 2026: it left; mathematics 8/20 → 2/20
  ["А", 2025, M5, "4/10"],
  ["А", 2026, M5, "1/10"],
  ["А", 2025, M6, "4/10"],
  ["А", 2026, M6, "1/10"],
  ["А", 2025, R5, "1/10"],
  ["А", 2026, R5, "1/10"],
  // Б is low in both: it stayed; mathematics 4/10 → 9/20 with ОГЭ written in 2026 only, which is left out
  ["Б", 2025, M5, "4/10"],
  ["Б", 2026, M5, "4/10"],
  ["Б", 2025, R5, "5/10"],
  ["Б", 2026, R5, "4/10"],
  ["Б", 2026, OGE, "5/10"],
  // В entered
  ["В", 2025, M5, "0/10"],
  ["В", 2026, M5, "3/10"],
  ["В", 2025, R5, "0/10"],
  ["В", 2026, R5, "3/10"],
  // Г has no data in 2025: a procedure without participants is none
  ["Г", 2025, M5, "0/0"],
  ["Г", 2026, M5, "9/10"],
  ["Г", 2026, R5, "9/10"],
  // a year before: three years are shown, the oldest first
  ["А", 2024, M5, "5/10"],
];

const dynamicsFor = (results: readonly SchoolResult[]): Dynamics =>
  dynamicsOf({ schools: schoolsOf(results), results, identification: identifyAll(results) });

test("shares by year, changes of the list, subjects", () => {
  const { years, procedures, lists, subjects, listedBefore } = dynamicsFor(resultsOf(ROWS));
  expect(years).toEqual([2024, 2025, 2026]);
  expect(procedures.find(({ school, title }) => school === "А" && title === M5)?.shares).toEqual([
    0.5, 0.4, 0.1,
  ]);
  expect(procedures.find(({ school, title }) => school === "Г" && title === M5)?.shares).toEqual([
    null,
    null,
    0.9,
  ]);
  expect(lists.map(({ school, change }) => [school, change])).toEqual([
    ["А", "left"],
    ["Б", "stayed"],
    ["В", "entered"],
    ["Г", "unknown"],
  ]);
  expect([...listedBefore].sort()).toEqual(["А", "Б"]);
  const all = subjects.filter(({ forms }) => forms.length === 3);
  expect(all.map(({ school, subject, shares, listed }) => [school, subject, shares, listed])).toEqual([
    ["А", "русский язык", [0.1, 0.1], true],
    ["Б", "русский язык", [0.5, 0.4], true],
    ["В", "русский язык", [0, 0.3], false],
    ["А", "математика", [8 / 20, 2 / 20], true],
    ["Б", "математика", [0.4, 0.4], true],
    ["В", "математика", [0, 0.3], false],
  ]);
});

test.each<[string, readonly SchoolResult[], readonly number[]]>([
  ["nothing", [], []],
  ["one year", resultsOf(ROWS.filter(([, year]) => year === 2026)), [2026]],
  [
    "four years: the newest three",
    resultsOf([2023, 2024, 2025, 2026].map((year): Row => ["А", year, M5, "3/10"])),
    [2024, 2025, 2026],
  ],
])("%s", (_, results, expected) => {
  const dynamics = dynamicsFor(results);
  expect(dynamics.years).toEqual(expected);
  if (expected.length < 2) expect([dynamics.subjects, dynamics.lists]).toEqual([[], []]);
  const plan = planDynamics(dynamics, DEFAULT_LIMITS);
  if (expected.length === 1) expect(textsOf(plan).join(" ")).toContain("динамику сравнить не с чем");
  // a column of changes for each pair of years, and one in the table by subject
  expect(plan.heat).toHaveLength(expected.length < 2 ? 0 : expected.length);
});

test("shares without counts are compared by procedure and left out of the subjects", () => {
  const results = [2025, 2026].map((year, n) => shareOnly(["А", year, M5, "0/1"], n / 2));
  const { procedures, subjects } = dynamicsFor(results);
  expect(procedures[0]?.shares).toEqual([0, 0.5]);
  expect(subjects).toEqual([]);
});

test("classes of the sheet are native formulas over the two limits", () => {
  const formulas = formulasOf(planDynamics(dynamicsFor(resultsOf(ROWS)), DEFAULT_LIMITS));
  expect(formulas.filter((one) => one.includes("<=-$D$3")).every((one) => one.includes(">=$D$4"))).toBe(true);
  expect(formulas.some((one) => one.startsWith("=COUNTIFS("))).toBe(true);
});

const compared = (
  school: string,
  year: number,
  title: string,
  participants: number | null,
  confirmed: number | null,
): JournalComparison => ({
  school,
  procedure: procedure(title),
  year,
  participants,
  lowered: { count: null, share: null },
  confirmed: { count: confirmed, share: null },
  raised: { count: null, share: null },
  source: { sheet: "Сравнение", address: "A1" },
});

function indicators(
  results: readonly SchoolResult[],
  journal: readonly JournalComparison[] = [],
  typed: ReadonlyMap<string, TypedIndicator> = new Map(),
): readonly IndicatorRow[] {
  return indicatorsOf({
    measures: supportProgramme.sections.flatMap((section) => section.measures),
    period: { ...supportProgramme.period, start: 2026 },
    schools: schoolsOf(results),
    results,
    identification: identifyAll(results),
    journal,
    dynamics: dynamicsFor(results),
    limits: DEFAULT_LIMITS,
    typed,
  });
}
const brief = (rows: readonly IndicatorRow[]) =>
  rows
    .filter(({ computed }) => computed)
    .map(({ number, subject, numerator, denominator, schools }) => [
      number,
      subject,
      numerator,
      denominator,
      schools,
    ]);

test("indicators that the data give", () => {
  const journal = [
    compared("А", 2026, M5, 20, 15),
    compared("Б", 2026, M5, 30, 15),
    compared("А", 2026, R5, 10, 10),
    compared("В", 2026, R5, null, null), // cannot be added up
    compared("А", 2025, M5, 10, 0), // an older year
  ];
  expect(brief(indicators(resultsOf(ROWS), journal))).toEqual([
    // rule 004: two low in 2026 or in 2025, or one procedure in both: А (2025), Б, В, Г of four schools
    ["3.5", null, 4, 4, ["А", "Б", "В", "Г"]],
    // of А and Б, listed in 2025: Russian fell by 10 points in Б; mathematics by 30 in А
    ["3.6", "русский язык", 1, 2, ["Б"]],
    ["3.6", "математика", 1, 2, ["А"]],
    ["3.7", "математика", 30, 50, null],
    ["3.7", "русский язык", 10, 10, null],
    ["3.11", "русский язык", 1, 2, ["Б"]],
    ["3.11", "математика", 1, 2, ["А"]],
  ]);
});

test("one year: only the list itself is computed, the rest are cells to fill in", () => {
  const rows = indicators(resultsOf(ROWS.filter(([, year]) => year === 2026)));
  expect(brief(rows).map(([number]) => number)).toEqual(["3.5"]);
  expect(rows).toHaveLength(13);
});

test("no results at all: thirteen rows of cells to fill in, with targets and dates", () => {
  const rows = indicators([]);
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, n) => `3.${n + 1}`));
  expect(rows.every(({ computed, numerator }) => !computed && numerator === null)).toBe(true);
  expect(rows.find(({ number }) => number === "3.12")).toMatchObject({ target: 100, date: "2027-05-20" });
  const plan = planIndicators(rows, new Map());
  expect(plan.limits).toHaveLength(13);
  // a denominator of 0 is no data, a blank one shows nothing
  expect(formulasOf(plan)[0]).toBe('=IF(AND(ISNUMBER(E5),ISNUMBER(F5)),IF(F5>0,E5/F5,"нет данных"),"")');
});

describe("figures typed by the user", () => {
  const fill = (numerator: unknown, denominator: unknown) => {
    const grid = gridOf(planIndicators(indicators([]), new Map()));
    return readIndicators({
      ...grid,
      cells: grid.cells.map((cells) =>
        cells[0] === "3.1"
          ? cells.map((cell, c) =>
              c === 4 ? (numerator as number) : c === 5 ? (denominator as number) : cell,
            )
          : cells,
      ),
    });
  };
  test("come back into the next sheet", () => {
    const { typed, problems } = fill(3, 4);
    expect(problems).toEqual([]);
    expect(indicators([], [], typed)[0]).toMatchObject({ number: "3.1", numerator: 3, denominator: 4 });
  });
  test.each([
    ["words", "много", 4, "E5"],
    ["a fraction", 1.5, 4, "E5"],
    ["a negative number", 3, -4, "F5"],
    ["more than all", 5, 4, "E5"],
  ])("%s are a problem at the cell", (_, numerator, denominator, address) => {
    const { typed, problems } = fill(numerator, denominator);
    expect(problems).toMatchObject([
      { code: "indicatorUnreadable", source: { address }, fields: { number: "3.1" } },
    ]);
    expect(typed.get("3.1")).toMatchObject({ numerator: null, denominator: null });
  });
});
