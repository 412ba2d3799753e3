import { settleSchools } from "../../../src/domain/schools/settle";
import type { Result } from "../../../src/domain/results/result";
import { keysOf, result } from "./rows";

describe("which rows are one school", () => {
  test.each<[string, Result[], string[]]>([
    [
      "a login by its digits, whatever the names",
      [
        result("СОШ №1", { schoolCode: "sch223017", year: 2020 }),
        result("Школа №1 (edu223017)", { year: 2021 }),
      ],
      ["edu:223017", "edu:223017"],
    ],
    [
      "one normalised name",
      [result("МБОУ «СОШ № 5»"), result("МКОУ СОШ №5", { year: 2018 })],
      ["name:сош 5", "name:сош 5"],
    ],
    ["numbers differ", [result("СОШ №1"), result("СОШ №11")], ["name:сош 1", "name:сош 11"]],
    [
      "municipalities differ",
      [
        result("СОШ №1", { municipality: "Н-ский район" }),
        result("СОШ №1", { municipality: "М-ский район" }),
      ],
      ["name:сош 1@н ский район", "name:сош 1@м ский район"],
    ],
    [
      "a name without a login takes the one login of that name",
      [result("МБОУ СОШ №5"), result("СОШ № 5", { schoolCode: "edu223017", year: 2018 })],
      ["edu:223017", "edu:223017"],
    ],
    [
      "but not when two logins have it",
      [
        result("СОШ №5", { year: 2018 }),
        result("СОШ №5", { schoolCode: "edu223017" }),
        result("СОШ №5", { schoolCode: "edu223018" }),
      ],
      ["name:сош 5", "edu:223017", "edu:223018"],
    ],
    [
      "nor when the login is another municipality's",
      [
        result("СОШ №5", { municipality: "Н-ский район" }),
        result("СОШ №5", { municipality: "М-ский район", schoolCode: "edu223017" }),
      ],
      ["name:сош 5@н ский район", "edu:223017"],
    ],
    [
      "a login of unknown municipality never joins two municipalities",
      [
        result("СОШ №5", { municipality: "Н-ский район" }),
        result("СОШ №5", { municipality: "М-ский район" }),
        result("СОШ №5", { schoolCode: "edu223017" }),
      ],
      ["name:сош 5@н ский район", "name:сош 5@м ский район", "edu:223017"],
    ],
    [
      "a row without municipality joins the one school of its name",
      [result("СОШ №5", { municipality: "Н-ский район" }), result("СОШ №5", { year: 2018 })],
      ["name:сош 5@н ский район", "name:сош 5@н ский район"],
    ],
    [
      "an exam code alone, known from a row that has the name too",
      [
        result("СОШ №5", { schoolCode: "1302", procedure: { form: "ОГЭ", subject: "математика" } }),
        result("", { schoolCode: "1302", procedure: { form: "ОГЭ", subject: "русский язык" } }),
      ],
      ["name:сош 5", "name:сош 5"],
    ],
    [
      "an exam code alone: ОГЭ and ЕГЭ number schools apart",
      [
        result("", { schoolCode: "1302", procedure: { form: "ОГЭ", subject: "математика" } }),
        result("", { schoolCode: "1302", procedure: { form: "ЕГЭ", subject: "русский язык" } }),
      ],
      ["code:ОГЭ:1302", "code:ЕГЭ:1302"],
    ],
  ])("%s", (_, results, expected) => {
    expect(keysOf(results)).toEqual(expected);
  });

  test("a row that names no school is a problem with its cell, not a school", () => {
    const settled = settleSchools([result(" ", { source: { sheet: "Лист1", address: "B7" } })]);
    expect(settled.schools).toEqual([]);
    expect(settled.results).toEqual([]);
    expect(settled.problems).toMatchObject([{ code: "schoolNameMissing", source: { address: "B7" } }]);
  });

  test("an answer kept from before joins two names", () => {
    const rows = [result("Берёзовская СОШ"), result("Берёзовкая СОШ", { year: 2018 })];
    const answers = new Map([["name:березовкая сош", "name:березовская сош"]]);
    expect(new Set(settleSchools(rows, { answers }).results.map(({ schoolKey }) => schoolKey)).size).toBe(1);
    expect(settleSchools(rows, { answers }).problems).toEqual([]);
  });

  test("the school keeps its spellings, the fullest as its name, and the keys it had before", () => {
    const { schools } = settleSchools([
      result("СОШ №5", { year: 2018 }),
      result("МБОУ « СОШ № 5 »(edu223017)", { municipality: "Н-ский район" }),
    ]);
    expect(schools).toEqual([
      {
        key: "edu:223017",
        name: "МБОУ «СОШ № 5»",
        spellings: ["МБОУ «СОШ № 5»", "СОШ №5"],
        municipality: "Н-ский район",
        keys: ["edu:223017", "name:сош 5", "name:сош 5@н ский район"],
      },
    ]);
  });

  test("schools are in Russian order, numbers as numbers", () => {
    const names = ["СОШ №10", "СОШ №2", "Ёлкинская СОШ", "Жуковская СОШ", "Еловская СОШ"];
    expect(settleSchools(names.map((name) => result(name))).schools.map(({ name }) => name)).toEqual([
      // ё sorts as е, so Елк… before Ело…
      "Ёлкинская СОШ",
      "Еловская СОШ",
      "Жуковская СОШ",
      "СОШ №2",
      "СОШ №10",
    ]);
  });
});
