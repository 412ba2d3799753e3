import fc from "fast-check";
import { analyse, type AnalysisInput } from "../../../src/domain/analysis";
import { participantsAgainstJournal } from "../../../src/domain/checks/journal";
import { problemId } from "../../../src/domain/checks/problem-id";
import { schoolFinder } from "../../../src/domain/checks/school-of";
import type { CellValue, Grid } from "../../../src/domain/grid";
import type { Problem, ProblemCode } from "../../../src/domain/problem";
import type { JournalComparison } from "../../../src/domain/results/result";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";

type Row = readonly CellValue[];
const HEADER: Row = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];
const [MATHS, RUSSIAN] = ["ВПР математика 5", "ВПР русский язык 5"];
const [NOW, BEFORE] = ["2024/2025", "2023/2024"];

const grid = (rows: readonly Row[], sheet = "Свод"): Grid => ({
  sheet,
  top: 0,
  left: 0,
  cells: [HEADER, ...rows].map((row) => HEADER.map((_, column) => row[column] ?? null)),
});

const input = (grids: readonly Grid[], settings: Partial<Settings> = {}): AnalysisInput => ({
  grids,
  openWorkbook: "Результаты.xlsx",
  decisions: null,
  settings: { ...DEFAULT_SETTINGS, ...settings },
});

const CHECKS: ReadonlySet<ProblemCode> = new Set([
  "participantsBetweenSheets",
  "schoolInOneYear",
  "schoolsInOneYear",
  "proceduresMissing",
  "smallGroups",
  "yearBeforeMissing",
]);
const checksOf = (grids: readonly Grid[], settings: Partial<Settings> = {}): readonly Problem[] =>
  analyse(input(grids, settings)).problems.filter(({ code }) => CHECKS.has(code));
const said = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, severity, source, fields: { school } }) =>
    [code, severity, source?.address ?? "-", ...(school === undefined ? [] : [school])].join(" "),
  );

const both = (school: string, procedure = MATHS, participants = 20): Row[] => [
  [school, procedure, NOW, participants, 1],
  [school, procedure, BEFORE, participants, 1],
];

describe("a school in one of the years only", () => {
  const cases: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
    ["everybody in both years: nothing", [...both("Лесная СОШ"), ...both("Луговая СОШ")], []],
    [
      // one direction only: no other school could be it under a former name
      "opened this year: worth knowing, with the cells of its first result",
      [...both("Лесная СОШ"), ["Луговая СОШ", MATHS, NOW, 20, 1]],
      ["schoolInOneYear info D4:E4 Луговая СОШ"],
    ],
    [
      "one gone and one new: they may be one school under a new name",
      [...both("Лесная СОШ"), ["Луговая СОШ", MATHS, NOW, 20, 1], ["Нагорная СОШ", MATHS, BEFORE, 20, 1]],
      ["schoolInOneYear warning D4:E4 Луговая СОШ", "schoolInOneYear warning D5:E5 Нагорная СОШ"],
    ],
    [
      "nobody took part there: not held is not a result",
      [...both("Лесная СОШ"), ["Луговая СОШ", MATHS, NOW, 20, 1], ["Луговая СОШ", MATHS, BEFORE, 0, null]],
      ["schoolInOneYear info D4:E4 Луговая СОШ"],
    ],
    [
      // 21 participants, failed by two cells differently: the school was there
      "figures in dispute: the school was there",
      [
        ...both("Лесная СОШ"),
        ["Луговая СОШ", MATHS, NOW, 20, 1],
        ["Луговая СОШ", MATHS, BEFORE, 21, 1],
        ["Луговая СОШ", MATHS, BEFORE, 21, 5],
      ],
      [],
    ],
    [
      // a result of a procedure that the rule does not judge by says all the same that the school worked
      "another procedure: the school was there",
      [
        ...both("Лесная СОШ"),
        ["Луговая СОШ", MATHS, NOW, 20, 1],
        ["Луговая СОШ", "ВПР биология 6", BEFORE, 20, 1],
      ],
      [],
    ],
  ];
  test.each(cases)("%s", (_, rows, expected) => {
    expect(said(checksOf([grid(rows)]))).toEqual(expected);
  });

  test("its first cell is the same in whatever order the sheets are read", () => {
    const sheets = [
      grid([["Луговая СОШ", MATHS, NOW, 20, 1]], "Я"),
      grid([...both("Лесная СОШ", RUSSIAN), ["Луговая СОШ", RUSSIAN, NOW, 20, 1]], "А"),
    ];
    for (const order of [sheets, [...sheets].reverse()])
      expect(checksOf(order).find(({ code }) => code === "schoolInOneYear")?.source).toEqual({
        sheet: "А",
        address: "D4:E4",
      });
  });

  const many = (count: number): Row[] =>
    Array.from({ length: count }, (_, n): Row => [`СОШ № ${n + 1}`, MATHS, NOW, 20, 1]);
  test("ten schools have a line each, eleven are one line of the year", () => {
    expect(checksOf([grid([...both("Лесная СОШ"), ...many(10)])])).toHaveLength(10);
    const [grouped, ...rest] = checksOf([grid([...both("Лесная СОШ"), ...many(11)])]);
    expect(rest).toEqual([]);
    expect(grouped).toMatchObject({
      code: "schoolsInOneYear",
      severity: "warning",
      source: { sheet: "Свод", address: "D4:E4" }, // the first of the eleven rows
      fields: { count: 11, year: NOW, missing: BEFORE },
    });
  });
});

describe("procedures that one of the years does not have", () => {
  test("missing now is to be looked at, missing before may not have been held", () => {
    const rows = [...both("Лесная СОШ"), ["Лесная СОШ", RUSSIAN, BEFORE, 20, 1]];
    expect(checksOf([grid(rows)])).toMatchObject([
      {
        code: "proceduresMissing",
        severity: "warning",
        source: { address: "D4:E4" },
        fields: { year: NOW, other: BEFORE, count: 1, procedures: RUSSIAN },
      },
    ]);
    const other = [...both("Лесная СОШ"), ["Лесная СОШ", RUSSIAN, NOW, 20, 1]];
    expect(checksOf([grid(other)])).toMatchObject([
      { severity: "info", fields: { year: BEFORE, other: NOW } },
    ]);
  });

  test("procedures that the rule does not judge by are not missed", () => {
    const rows = [...both("Лесная СОШ"), ["Лесная СОШ", "ВПР биология 6", BEFORE, 20, 1]];
    expect(checksOf([grid(rows)])).toEqual([]);
  });

  test("one year only: said once, since no criterion compares anything", () => {
    expect(said(checksOf([grid([["Лесная СОШ", MATHS, NOW, 20, 1]])]))).toEqual([
      "yearBeforeMissing warning -",
    ]);
  });
});

describe("fewer than ten participants", () => {
  test("one line for a year however many schools, the smallest group first", () => {
    // 9, 4 and 7 are fewer than ten, 10 is not
    const rows = [
      ["Лесная СОШ", MATHS, NOW, 9, 0],
      ["Луговая СОШ", MATHS, NOW, 4, 0],
      ["Луговая СОШ", RUSSIAN, NOW, 7, 0],
      ["Горная СОШ", MATHS, NOW, 10, 0],
    ];
    const found = checksOf([grid(rows)]).filter(({ code }) => code === "smallGroups");
    expect(found).toMatchObject([
      {
        severity: "info",
        source: { address: "D3:E3" },
        related: [{ address: "D4:E4" }, { address: "D2:E2" }],
        fields: { year: NOW, limit: 10, count: 3, schools: 2, least: 4 },
      },
    ]);
  });

  test("a group that makes a school low has a line of its own and is not counted again", () => {
    // 3 of 5 and 4 of 8 are low: with two low procedures of a year criterion 1 is met by both
    const rows = [
      ["Лесная СОШ", MATHS, NOW, 5, 3],
      ["Лесная СОШ", RUSSIAN, NOW, 8, 4],
      ["Луговая СОШ", MATHS, NOW, 6, 0],
    ];
    const all = analyse(input([grid(rows)])).problems;
    expect(all.filter(({ code }) => code === "smallGroup")).toHaveLength(2);
    expect(all.filter(({ code }) => code === "smallGroups")).toMatchObject([
      { fields: { count: 1, least: 6 } },
    ]);
  });

  test("groups that the settings leave out anyway are not spoken of", () => {
    const rows = [...both("Лесная СОШ"), ...both("Луговая СОШ", MATHS, 5)];
    const codes = checksOf([grid(rows)], { minParticipants: 10 }).map(({ code }) => code);
    expect(codes).not.toContain("smallGroups");
  });
});

describe("participants of a result and of its comparison with the journal", () => {
  const part = { count: 7, share: 1 / 3 };
  const compared = (school: string, participants: number | null, more: Partial<JournalComparison> = {}) => ({
    school,
    procedure: { form: "ВПР", subject: "математика", grade: 5 } as const,
    year: 2025,
    participants,
    lowered: part,
    confirmed: part,
    raised: part,
    source: { sheet: "Журнал", address: "B9:H9" },
    ...more,
  });
  const cases: readonly (readonly [string, JournalComparison, readonly string[]])[] = [
    ["as many: nothing", compared("Лесная СОШ", 20), []],
    // somebody without a mark of the term is left out of the comparison
    ["fewer: worth knowing", compared("МБОУ «Лесная СОШ»", 18), ["info D2:E2"]],
    ["more than took part: wrong in one of the sheets", compared("Лесная СОШ", 21), ["warning D2:E2"]],
    ["known by its login, whatever the name", compared("Школа (edu200001)", 21), ["warning D4:E4"]],
    ["another year", compared("Лесная СОШ", 21, { year: 2024 }), []],
    [
      "another subject",
      compared("Лесная СОШ", 21, { procedure: { form: "ВПР", subject: "история", grade: 5 } }),
      [],
    ],
    ["a number that is not printed", compared("Лесная СОШ", null), []],
    ["a school without results", compared("Горная СОШ", 21), []],
    ["a name that two schools have is nobody's", compared("Заречная СОШ", 21), []],
  ];
  test.each(cases)("%s", (_, comparison, expected) => {
    const { results, identification } = analyse(
      input([
        grid([
          ["Лесная СОШ", MATHS, NOW, 20, 1],
          ["СОШ № 11", MATHS, NOW, 20, 1],
          ["МБОУ «СОШ № 1»(edu200001)", MATHS, NOW, 20, 1],
          ["Заречная СОШ (edu200007)", MATHS, NOW, 20, 1],
          ["Заречная СОШ (edu200008)", MATHS, NOW, 20, 1],
        ]),
      ]),
    );
    const found = participantsAgainstJournal({
      results,
      identification,
      disputed: [],
      journal: [comparison],
    });
    expect(found.map(({ severity, source }) => `${severity} ${source?.address ?? ""}`)).toEqual(expected);
    for (const { related } of found) expect(related).toEqual([comparison.source]);
  });
});

describe("the school of a problem", () => {
  const at = (address: string, fields: Problem["fields"] = {}): Problem => ({
    code: "notANumber",
    severity: "error",
    source: { sheet: "ВПР", address },
    fields,
  });
  const mention = (school: string, address: string) => ({ school, source: { sheet: "ВПР", address } });
  const schoolOf = schoolFinder({
    tables: [],
    results: [],
    journal: [],
    problems: [],
    mentioned: [mention("Лесная СОШ", "A5"), mention("Луговая СОШ", "A6"), mention("Горная СОШ", "K6")],
  });
  test.each([
    ["the one it names", at("F5", { school: "СОШ № 1" }), "СОШ № 1"],
    ["the one of its row", at("F5"), "Лесная СОШ"],
    ["the one of its row, cells from left to right", at("F5:H5"), "Лесная СОШ"],
    ["two tables side by side: unknown", at("F6"), ""],
    ["several rows: unknown", at("F5:F6"), ""],
    ["a problem of a whole group is nobody's", at("F5", { group: NOW }), ""],
  ])("%s", (_, problem, expected) => {
    expect(schoolOf(problem)).toBe(expected);
  });
});

const schools = ["Лесная СОШ", "Луговая СОШ", "Горная ООШ", "СОШ № 11"];
const row = fc.record({
  school: fc.constantFrom(...schools),
  procedure: fc.constantFrom(MATHS, RUSSIAN, "ОГЭ математика"),
  year: fc.constantFrom(NOW, BEFORE),
  participants: fc.integer({ min: 1, max: 14 }),
});
/** Each school × procedure × year once: which of two differing figures comes first is another check's matter. */
const rowsOnce = fc.uniqueArray(row, {
  minLength: 1,
  maxLength: 16,
  selector: ({ school, procedure, year }) => `${school} ${procedure} ${year}`,
});

test("the order of the rows changes nothing but the cells", () => {
  fc.assert(
    fc.property(
      rowsOnce.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        const of = (list: typeof rows): string[] =>
          checksOf([
            grid(
              list.map(({ school, procedure, year, participants }) => [
                school,
                procedure,
                year,
                participants,
                0,
              ]),
            ),
          ])
            .map(({ code, severity, fields }) => JSON.stringify([code, severity, fields]))
            .sort();
        expect(of(shuffled)).toEqual(of(rows));
      },
    ),
  );
});

test("a problem is known by its code and cell, one of a group by the group, whatever its figures are", () => {
  const at = { sheet: "ВПР", address: "D5" };
  const id = (fields: Problem["fields"], code: ProblemCode = "notANumber"): string =>
    problemId({ code, severity: "error", source: at, fields });
  expect(id({ value: "много" })).toBe(id({ value: "мало" }));
  expect(id({})).not.toBe(id({}, "errorValue"));
  expect(id({})).not.toBe(
    problemId({ code: "notANumber", severity: "error", source: { ...at, file: "а.xlsx" }, fields: {} }),
  );
  expect(
    problemId({ code: "smallGroups", severity: "info", source: at, fields: { group: NOW, count: 3 } }),
  ).toBe(
    problemId({
      code: "smallGroups",
      severity: "info",
      source: { ...at, address: "D9" },
      fields: { group: NOW, count: 4 },
    }),
  );
});
