import { pairOf } from "../../../src/domain/answer-schools";
import { pairId } from "../../../src/domain/schools/questions";
import { settleSchools } from "../../../src/domain/schools/settle";
import { codes, result } from "./rows";

describe("names so alike that the user is asked", () => {
  // the same procedure in one year: hardly one school, hence info; otherwise a warning
  test.each<[string, string, string, string | null, string | null]>([
    // name, first, second, why, severity when they have no procedure and year in common
    ["a letter lost", "Берёзовская СОШ", "Берёзовкая СОШ", "typo", "warning"],
    ["a letter changed", "Заречная СОШ", "Заричная СОШ", "typo", "warning"],
    ["letters swapped", "Заречная СОШ", "Зарченая СОШ", "typo", "warning"],
    ["the type", "Берёзовская СОШ", "Берёзовская ООШ", "type", "warning"],
    ["the type with a number", "СОШ №5", "Средняя школа №5", "type", "warning"],
    ["a лицей that was a СОШ", "СОШ №5", "Лицей №5", "status", "warning"],
    ["order of words", "СОШ Берёзовская", "Берёзовская СОШ", "order", "warning"],
    ["имени left out", "СОШ №5", "СОШ №5 им. И.И. Н-ского", "named", "warning"],
    ["the settlement left out", "СОШ №5", "СОШ №5 г. Н-ска", "part", "warning"],
    ["numbers differ", "СОШ №1", "СОШ №11", null, null],
    ["numbers differ, one typing error away", "Берёзовская СОШ №1", "Берёзовская СОШ №2", null, null],
    ["letter of the number", "СОШ №12А", "СОШ №12Б", null, null],
    ["a branch", "Берёзовская СОШ", "Берёзовская СОШ филиал", null, null],
    ["another village", "Берёзовская СОШ", "Нижне-Берёзовская СОШ", null, null],
    ["two settlements", "СОШ №5 г. Н-ска", "СОШ №5 с. Заречное", null, null],
    ["nothing alike", "Берёзовская СОШ", "Заречная СОШ", null, null],
  ])("%s: %s, %s → %s", (_, a, b, why, severity) => {
    const { problems, schools } = settleSchools([result(a), result(b, { year: 2018 })]);
    expect(schools).toHaveLength(2);
    expect(problems.map((problem) => [problem.fields.why, problem.severity])).toEqual(
      why === null ? [] : [[why, severity]],
    );
  });

  test("both names and both cells are told", () => {
    const rows = [
      result("Берёзовская СОШ", { source: { sheet: "2019", address: "B3" } }),
      result("Берёзовкая СОШ", { source: { sheet: "2018", address: "B9" }, year: 2018 }),
    ];
    expect(settleSchools(rows).problems).toEqual([
      {
        code: "schoolNearMatch",
        severity: "warning",
        source: { sheet: "2018", address: "B9" },
        related: [{ sheet: "2019", address: "B3" }],
        fields: {
          first: "Берёзовкая СОШ",
          second: "Берёзовская СОШ",
          firstKey: "name:березовкая сош",
          secondKey: "name:березовская сош",
          why: "typo",
        },
      },
    ]);
  });

  test("the same procedure in the same year makes it an info, and a лицей beside a СОШ nothing at all", () => {
    expect(settleSchools([result("Берёзовская СОШ"), result("Берёзовкая СОШ")]).problems).toMatchObject([
      { severity: "info" },
    ]);
    expect(codes([result("СОШ №5"), result("Лицей №5")])).toEqual([]);
  });

  /** Two rows of one table are two schools: these are told, and nothing is asked. */
  test.each([
    ["two rows of one table that differ", { failed: 1 }, { failed: 2 }, "sheet"],
    ["equal figures may be one school put in twice", { failed: 1 }, { failed: 1 }, undefined],
    ["another year is another figure", { failed: 1 }, { failed: 2, year: 2018 }, undefined],
    [
      "another sheet may be another list",
      { failed: 1 },
      { failed: 2, source: { sheet: "Другой", address: "A1" } },
      undefined,
    ],
  ])("apart: %s", (_, first, second, apart) => {
    const rows = [result("Калиновская СОШ", first), result("Малиновская СОШ", second)];
    const [problem] = settleSchools(rows).problems;
    expect(problem?.code).toBe("schoolNearMatch");
    expect(problem?.fields.apart).toBe(apart);
    expect(pairOf(problem ?? { code: "noResults", severity: "error", fields: {} }) === null).toBe(
      apart !== undefined,
    );
  });

  test("other municipalities and other logins are not asked about", () => {
    const apart = [{ municipality: "Н-ский район" }, { municipality: "М-ский район" }];
    expect(codes(apart.map((more, i) => result(["Заречная СОШ", "Заричная СОШ"][i] ?? "", more)))).toEqual(
      [],
    );
    expect(
      codes([
        result("Заречная СОШ", { schoolCode: "edu100001" }),
        result("Заричная СОШ", { schoolCode: "edu100002", year: 2018 }),
      ]),
    ).toEqual([]);
  });

  test("one name under another login in another year is asked about", () => {
    const rows = [
      result("Заречная СОШ", { schoolCode: "sch100001", year: 2020 }),
      result("Заречная СОШ", { schoolCode: "edu100777", year: 2021 }),
    ];
    expect(settleSchools(rows).problems).toMatchObject([{ fields: { why: "login" } }]);
    expect(codes(rows.map((other) => ({ ...other, year: 2020 })))).toEqual([]);
  });

  test("a name that two logins have is asked about, an answered pair is not", () => {
    const rows = [
      result("Заречная СОШ", { year: 2018 }),
      result("Заречная СОШ", { schoolCode: "edu100001" }),
      result("Заречная СОШ", { schoolCode: "edu100002" }),
    ];
    expect(settleSchools(rows).problems).toMatchObject([
      {
        code: "schoolNearMatch",
        severity: "warning",
        source: rows[0]?.source,
        related: [rows[1]?.source, rows[2]?.source],
        fields: { why: "several", firstKey: "name:заречная сош" },
      },
    ]);
    const different = new Set(["edu:100001", "edu:100002"].map((key) => pairId(key, "name:заречная сош")));
    expect(settleSchools(rows, { different }).problems).toEqual([]);
  });
});
