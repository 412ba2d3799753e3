import { findingsOf } from "../../../../src/domain/analysis";
import { forDocuments } from "../../../../src/domain/documents/package";
import { suggestPartners } from "../../../../src/domain/documents/package/partners";
import { schoolCases } from "../../../../src/domain/documents/package/school-case";
import { analysisOf, resultsOf, type Row } from "../support";

/** School → partner, as the rows suggest. */
function partnersOf(rows: readonly Row[]): Record<string, string> {
  const analysis = forDocuments(analysisOf(resultsOf(rows)));
  const partners = suggestPartners({
    cases: schoolCases(analysis),
    schools: analysis.schools,
    results: findingsOf(analysis).results,
    identification: analysis.identification,
  });
  return Object.fromEntries([...partners].map(([school, { name }]) => [school, name]));
}

/** Low in both procedures of mathematics. */
const low = (school: string): Row[] => [
  [school, 2026, "ВПР математика 5", "8/20"],
  [school, 2026, "ВПР математика 6", "8/20"],
];
/** Low in Russian only, in two classes. */
const lowInRussian = (school: string): Row[] => [
  [school, 2026, "ВПР русский язык 5", "8/20"],
  [school, 2026, "ВПР русский язык 6", "8/20"],
];

test.each<[string, Row[], Record<string, string>]>([
  [
    "the school with the smallest mean share of the same procedures: 5 % against 7.5 %",
    [
      ...low("А"),
      ["Б", 2026, "ВПР математика 5", "1/20"],
      ["Б", 2026, "ВПР математика 6", "2/20"],
      ["В", 2026, "ВПР математика 5", "2/20"],
      ["В", 2026, "ВПР математика 6", "0/20"],
    ],
    { А: "В" },
  ],
  [
    "both procedures go before one, though that one is better",
    [
      ...low("А"),
      ["Б", 2026, "ВПР математика 5", "0/20"],
      ["В", 2026, "ВПР математика 5", "3/20"],
      ["В", 2026, "ВПР математика 6", "3/20"],
    ],
    { А: "В" },
  ],
  [
    "a small group proves nothing: 0 of 9 is left out, 2 of 10 is not",
    [...low("А"), ["Б", 2026, "ВПР математика 5", "0/9"], ["В", 2026, "ВПР математика 5", "2/10"]],
    { А: "В" },
  ],
  [
    "one low result in the same procedures rules a school out, though it is not in the group",
    [
      ...low("А"),
      ["Б", 2026, "ВПР математика 5", "0/20"],
      ["Б", 2026, "ВПР математика 6", "6/20"],
      ["В", 2026, "ВПР математика 5", "5/20"],
    ],
    { А: "В" },
  ],
  [
    "other procedures do not count: nobody can help with Russian",
    [...lowInRussian("А"), ["Б", 2026, "ВПР математика 5", "0/20"]],
    {},
  ],
  [
    "results of another year do not count",
    [...low("А"), ["Б", 2025, "ВПР математика 5", "0/20"], ["Б", 2026, "ОГЭ математика", "0/20"]],
    {},
  ],
  [
    "two schools at most: the third gets the second best",
    [
      ...low("А"),
      ...low("Б"),
      ...low("В"),
      ["Г", 2026, "ВПР математика 5", "0/20"],
      ["Д", 2026, "ВПР математика 5", "1/20"],
    ],
    // Г is the best of all; one of the three must go to Д, and the first two asked keep Г unless it makes room
    { А: "Д", Б: "Г", В: "Г" },
  ],
  [
    "a better partner is given up for a school that has no other",
    [
      // Б and В can be helped by Г only (mathematics 6 is not what Д has)
      ["А", 2026, "ВПР математика 5", "8/20"],
      ["А", 2026, "ВПР математика 6", "8/20"],
      ["Б", 2026, "ВПР математика 6", "8/20"],
      ["Б", 2025, "ВПР математика 6", "8/20"],
      ["В", 2026, "ВПР математика 6", "8/20"],
      ["В", 2025, "ВПР математика 6", "8/20"],
      ["Г", 2026, "ВПР математика 5", "0/20"],
      ["Г", 2026, "ВПР математика 6", "0/20"],
      ["Д", 2026, "ВПР математика 5", "1/20"],
    ],
    { А: "Д", Б: "Г", В: "Г" },
  ],
  [
    "where there is one partner for all, it helps three",
    [...low("А"), ...low("Б"), ...low("В"), ["Г", 2026, "ВПР математика 5", "0/20"]],
    { А: "Г", Б: "Г", В: "Г" },
  ],
])("%s", (_name, rows, expected) => {
  expect(partnersOf(rows)).toEqual(expected);
});

test("nobody gets more than two of thirty schools where sixteen can help", () => {
  const names = Array.from({ length: 30 }, (_, n) => `Школа ${n + 1}`);
  const helpers = Array.from({ length: 16 }, (_, n): Row => [
    `Лицей ${n + 1}`,
    2026,
    "ВПР математика 5",
    "1/40",
  ]);
  const partners = Object.values(partnersOf([...names.flatMap(low), ...helpers]));
  const loads = new Map<string, number>();
  for (const partner of partners) loads.set(partner, (loads.get(partner) ?? 0) + 1);
  expect(partners).toHaveLength(30);
  expect(Math.max(...loads.values())).toBe(2);
});
