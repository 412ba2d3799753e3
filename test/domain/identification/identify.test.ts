import { identify } from "../../../src/domain/identification/identify";
import { columnsOf } from "../../../src/domain/identification/result-columns";
import type { SchoolResult } from "../../../src/domain/schools/school";
import { identifyAll, result, SETTINGS } from "./rows";

const M5 = "ВПР математика 5";
const R5 = "ВПР русский язык 5";
const OM = "ОГЭ математика";
const M7 = "ВПР математика 7";
const R7 = "ВПР русский язык 7";
const EM = "ЕГЭ математика базовая";
const LOW = "6/20";
const FINE = "5/20";

/**
 * A municipality worked by hand. Two years, Y = 2018/2019 and Y′ = 2017/2018; per school its results, and what each
 * rule says: status, criteria met, criteria unchecked, number of evidence rows.
 */
const MUNICIPALITY: readonly {
  readonly school: string;
  readonly now: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
  readonly by000: readonly [string, readonly number[], readonly number[], number];
  readonly by004: readonly [string, readonly number[], readonly number[], number];
}[] = [
  {
    school: "two low in Y",
    now: { [M5]: LOW, [R5]: LOW },
    before: { [M5]: FINE },
    by000: ["low", [1], [], 2],
    by004: ["low", [1], [], 2],
  },
  {
    school: "one low in each year, not the same",
    now: { [M5]: LOW, [R5]: FINE },
    before: { [M5]: FINE, [R5]: LOW },
    by000: ["low", [2], [], 2],
    by004: ["notLow", [], [], 0],
  },
  {
    school: "the same low in both years",
    now: { [OM]: LOW },
    before: { [OM]: LOW },
    by000: ["low", [2], [], 2],
    by004: ["low", [2], [], 2],
  },
  {
    school: "two low in Y′ only",
    now: { [M5]: FINE, [R5]: FINE },
    before: { [M5]: LOW, [R5]: LOW },
    by000: ["notLow", [], [], 0],
    by004: ["low", [1], [], 2],
  },
  {
    school: "one low in Y, no Y′",
    now: { [M5]: LOW },
    before: {},
    by000: ["notLow", [], [2], 0],
    by004: ["notLow", [], [2], 0],
  },
  {
    school: "two low in Y′, no Y",
    now: {},
    before: { [M5]: LOW, [R5]: LOW },
    by000: ["insufficient", [], [1, 2], 0],
    by004: ["low", [1], [2], 2],
  },
  {
    school: "one low in Y′, no Y",
    now: {},
    before: { [M5]: LOW },
    by000: ["insufficient", [], [1, 2], 0],
    by004: ["insufficient", [], [1, 2], 0],
  },
  {
    school: "nobody took part in Y",
    now: { [M5]: "0/0", [R5]: "0/0" },
    before: { [M5]: FINE },
    by000: ["insufficient", [], [1, 2], 0],
    by004: ["insufficient", [], [1, 2], 0],
  },
  {
    school: "both criteria",
    now: { [M5]: LOW, [R5]: LOW },
    before: { [M5]: LOW, [R5]: FINE },
    by000: ["low", [1, 2], [], 5], // 2 + (2 in Y, 1 in Y′)
    by004: ["low", [1, 2], [], 4], // 2 + ВПР математика 5 in each year
  },
  {
    school: "low in class 7 only, which seed 000 does not list",
    now: { [M7]: LOW, [R7]: LOW },
    before: {},
    by000: ["insufficient", [], [1, 2], 0],
    by004: ["low", [1], [2], 2],
  },
  {
    school: "three low in Y′, two in Y, one of them the same",
    now: { [M5]: LOW, [EM]: LOW },
    before: { [M5]: LOW, [R5]: LOW, [OM]: LOW },
    by000: ["low", [1, 2], [], 7], // 2 + 2 + 3
    by004: ["low", [1, 2], [], 7], // 2 + 3, then ВПР математика 5 twice
  },
  {
    school: "nothing low",
    now: { [M5]: FINE },
    before: { [M5]: FINE },
    by000: ["notLow", [], [], 0],
    by004: ["notLow", [], [], 0],
  },
];

const RESULTS = MUNICIPALITY.flatMap(({ school, now, before }) => [
  ...Object.entries(now).map(([title, figures]) => result(school, 2019, title, figures)),
  ...Object.entries(before).map(([title, figures]) => result(school, 2018, title, figures)),
]);

describe("the two rules on one municipality", () => {
  for (const ruleId of ["000", "004"] as const) {
    const { verdicts } = identifyAll(RESULTS, { ruleId });
    test.each(MUNICIPALITY)(`${ruleId}: $school`, ({ school, by000, by004 }) => {
      const verdict = verdicts.find(({ schoolKey }) => schoolKey === school);
      expect([verdict?.status, verdict?.criteria, verdict?.unchecked, verdict?.evidence.length]).toEqual(
        ruleId === "000" ? by000 : by004,
      );
    });
  }

  test("evidence goes by criterion, newer year first, the rule's order of procedures, each with its cell", () => {
    const { verdicts } = identifyAll(RESULTS, { ruleId: "000" });
    const verdict = verdicts.find(({ schoolKey }) => schoolKey === "both criteria");
    expect(verdict?.evidence.map(({ criterion, year, procedure }) => [criterion, year, procedure])).toEqual([
      [1, 2019, M5],
      [1, 2019, R5],
      [2, 2019, M5],
      [2, 2019, R5],
      [2, 2018, M5],
    ]);
    expect(verdict?.evidence[0]).toEqual({
      criterion: 1,
      procedure: M5,
      year: 2019,
      participants: 20,
      failed: 6,
      share: 0.3,
      source: { sheet: "2019", address: `both criteria ${M5}` },
    });
  });

  test("procedures used are the listed ones with results, in the rule's order", () => {
    expect(identifyAll(RESULTS, { ruleId: "000" }).procedures).toEqual([M5, R5, OM, EM]);
    expect(identifyAll(RESULTS, { ruleId: "004" }).procedures).toEqual([M5, M7, R5, R7, OM, EM]);
  });

  test("the user's own list of procedures replaces the rule's", () => {
    const { verdicts, procedures } = identifyAll(RESULTS, { procedures: [R7, M7] });
    expect(procedures).toEqual([R7, M7]);
    expect(verdicts.filter(({ status }) => status === "low")).toHaveLength(1);
  });
});

test("only русский язык and математика count under 004", () => {
  const other = ["ВПР биология 5", "ОГЭ физика", "ЕГЭ родной русский язык"].map((title) =>
    result("А", 2019, title, "9/10"),
  );
  expect(identifyAll(other, { ruleId: "004" }).verdicts[0]?.status).toBe("insufficient");
});

describe("years", () => {
  const of = (...years: number[]) => years.map((year) => result("А", year, M5, LOW));
  test.each<
    [string, SchoolResult[], Parameters<typeof identifyAll>[1], number | null, number | null, string[]]
  >([
    ["the newest and the one before", of(2017, 2018, 2019), {}, 2019, 2018, []],
    ["a gap: the nearest earlier", of(2016, 2017, 2019), {}, 2019, 2017, ["yearBeforeSubstituted"]],
    ["one year only", of(2019), {}, 2019, null, []],
    ["no results", [result("А", 2019, M5, "0/0")], {}, null, null, []],
    ["Y given", of(2017, 2018, 2019), { year: 2018 }, 2018, 2017, []],
    ["Y′ given", of(2017, 2018, 2019), { yearBefore: 2017 }, 2019, 2017, []],
    ["Y given without results", of(2018), { year: 2019 }, 2019, 2018, ["yearMissing"]],
    ["Y′ given without results", of(2018, 2019), { yearBefore: 2015 }, 2019, 2015, ["yearMissing"]],
    ["Y′ given not before Y", of(2018, 2019), { yearBefore: 2019 }, 2019, null, ["yearMissing"]],
    [
      "a newer year of procedures that the rule does not list is not Y",
      [...of(2018), result("А", 2019, "ВПР биология 5", LOW)],
      {},
      2018,
      null,
      [],
    ],
    [
      "a newer year in which nobody took part is not Y",
      [...of(2018), result("А", 2019, M5, "0/0")],
      {},
      2018,
      null,
      [],
    ],
  ])("%s", (_, results, settings, year, yearBefore, codes) => {
    const found = identifyAll(results, settings);
    expect([found.year, found.yearBefore]).toEqual([year, yearBefore]);
    expect(found.problems.map(({ code }) => code)).toEqual(codes);
  });

  test("the substituted year is told", () => {
    expect(identifyAll(of(2016, 2019)).problems[0]?.fields).toEqual({
      year: "2018/2019",
      wanted: "2017/2018",
      used: "2015/2016",
    });
  });
});

describe("small groups and rounded shares", () => {
  test("a low result of fewer than 10 is flagged once, with its cell; one of 10 is not", () => {
    const results = [
      result("А", 2019, M5, "3/9"),
      result("А", 2019, R5, "3/10"),
      result("А", 2018, M5, "9/10"),
    ];
    expect(identifyAll(results).problems).toEqual([
      {
        code: "smallGroup",
        severity: "info",
        source: { sheet: "2019", address: `А ${M5}` },
        fields: { school: "А", procedure: M5, year: "2018/2019", participants: 9 },
      },
    ]);
  });

  test("a minimum makes it no data", () => {
    const results = [result("А", 2019, M5, "3/9"), result("А", 2019, R5, "3/10")];
    expect(identifyAll(results, { minParticipants: 10 }).verdicts[0]?.status).toBe("notLow");
  });

  const rounded = (title: string, share: number): SchoolResult => ({
    ...result("А", 2019, title, "0/0"),
    ...{ participants: null, failed: null, share, shareDecimals: 0 },
  });
  test.each<[string, SchoolResult[], number]>([
    ["30 % decides", [rounded(M5, 0.3), result("А", 2019, R5, LOW)], 1],
    ["both decide", [rounded(M5, 0.3), rounded(R5, 0.3)], 2],
    [
      "two others are low anyway",
      [rounded(M5, 0.3), result("А", 2019, R5, LOW), result("А", 2019, OM, LOW)],
      0,
    ],
    ["nothing else is low", [rounded(M5, 0.3), result("А", 2019, R5, FINE)], 0],
    ["31 % cannot be 30", [rounded(M5, 0.31), result("А", 2019, R5, LOW)], 0],
  ])("a rounded share on which the verdict hangs: %s", (_, results, count) => {
    const problems = identifyAll(results).problems.filter(({ code }) => code === "shareRoundingCouldFlip");
    expect(problems).toHaveLength(count);
  });
});

describe("schools", () => {
  test("a school without any result has a verdict too; verdicts stand in the order of the schools", () => {
    const schools = ["Лицей", "СОШ №2", "СОШ №10"].map((name) => ({ key: name, name, spellings: [name] }));
    const { verdicts } = identify(columnsOf(schools, [result("СОШ №10", 2019, M5, LOW)]), SETTINGS);
    expect(verdicts.map(({ school, status }) => [school, status])).toEqual([
      ["Лицей", "insufficient"],
      ["СОШ №2", "insufficient"],
      ["СОШ №10", "notLow"],
    ]);
  });

  test("no schools, no results", () => {
    expect(identify(columnsOf([], []), SETTINGS)).toMatchObject({
      year: null,
      yearBefore: null,
      procedures: [],
      verdicts: [],
    });
  });

  test("an unknown rule and a result of an unsettled school are programmer's errors", () => {
    expect(() => identifyAll([], { ruleId: "005" })).toThrow(RangeError);
    expect(() => columnsOf([], [result("А", 2019, M5, LOW)])).toThrow(RangeError);
  });
});
