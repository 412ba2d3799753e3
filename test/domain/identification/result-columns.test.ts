import fc from "fast-check";
import { identify } from "../../../src/domain/identification/identify";
import {
  columnsOf,
  NOT_COUNTED,
  type ResultColumns,
} from "../../../src/domain/identification/result-columns";
import { procedureTitle } from "../../../src/domain/results/procedure";
import type { SchoolResult } from "../../../src/domain/schools/school";
import { procedure, result, schoolsOf, SETTINGS } from "./rows";

const TITLES = ["ВПР математика 5", "ВПР математика 6", "ОГЭ математика", "ЕГЭ русский язык"];

/** Counts that a column cannot hold are among them: fractions, numbers that are no number of people, none at all. */
const count = fc.constantFrom(null, 0, 1, 7, 20, 2 ** 31 - 1, 2 ** 31, 0.5, -3, NaN);
const results: fc.Arbitrary<SchoolResult[]> = fc
  .uniqueArray(
    fc.record({
      schoolKey: fc.constantFrom("А", "Б", "В"),
      title: fc.constantFrom(...TITLES),
      year: fc.constantFrom(2018, 2019),
      participants: count,
      failed: count,
      share: fc.constantFrom(null, 0, 0.3, 1),
      shareDecimals: fc.constantFrom(undefined, 0, 1),
    }),
    { selector: ({ schoolKey, title, year }) => `${schoolKey} ${title} ${year}`, maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ schoolKey, title, shareDecimals, ...row }) => ({
      ...row,
      schoolKey,
      school: schoolKey,
      // an equal procedure is another object each time, as different sheets give it
      procedure: procedure(title),
      ...(shareDecimals === undefined ? {} : { shareDecimals }),
      source: { sheet: String(row.year), address: `${schoolKey} ${title}` },
    })),
  );

/** What the columns say of a school in a sitting; null counts where they say «not counted». */
function told({ keys, sittings }: ResultColumns, { schoolKey, procedure, year }: SchoolResult) {
  const title = procedureTitle(procedure);
  const school = keys.indexOf(schoolKey);
  const columns = sittings.find((sitting) => sitting.title === title && sitting.year === year);
  const [participants, failed] = columns?.counts.subarray(2 * school) ?? [];
  return {
    row: columns?.rows[school],
    source: columns?.sources[school],
    counts: participants === NOT_COUNTED && failed === NOT_COUNTED ? null : [participants, failed],
  };
}

test("the columns say what the results say", () => {
  fc.assert(
    fc.property(results, (all) => {
      const columns = columnsOf(schoolsOf(all), all);
      const isHeld = (n: number | null) => n !== null && Number.isInteger(n) && n >= 0 && n < 2 ** 31;
      all.forEach((each, row) => {
        const { counts, ...where } = told(columns, each);
        expect(where).toEqual({ row, source: each.source });
        if (isHeld(each.participants) && isHeld(each.failed))
          expect(counts).toEqual([each.participants, each.failed]);
        else if (each.failed !== null) expect(counts).toBeNull();
      });
      expect(columns.rounded.map(({ row }) => row)).toEqual(
        all.flatMap(({ shareDecimals }, row) => (shareDecimals === undefined ? [] : [row])),
      );
      const sittings = columns.sittings.map(({ title, year }) => `${title} ${year}`);
      expect(new Set(sittings).size).toBe(sittings.length);
      // a place for each result and no more
      const rows = columns.sittings.flatMap((sitting) => [...sitting.rows].filter((row) => row >= 0));
      expect(rows.sort((one, other) => one - other)).toEqual(all.map((_, row) => row));
    }),
    { numRuns: 500 },
  );
});

test("order of rows does not matter, whatever the counts are", () => {
  fc.assert(
    fc.property(results, fc.constantFrom("000", "004"), (all, ruleId) => {
      const of = (rows: readonly SchoolResult[]) =>
        identify(columnsOf(schoolsOf(all), rows), { ...SETTINGS, ruleId });
      expect(of(all.toReversed())).toEqual(of(all));
    }),
    { numRuns: 500 },
  );
});

test("one set of columns is judged again and again with the same answer", () => {
  const all = [result("А", 2019, "ВПР математика 5", "6/20"), result("А", 2018, "ОГЭ математика", "7/20")];
  const columns = columnsOf(schoolsOf(all), all);
  // 30 and 35 % are low at 30 (criterion 2); at 35 only 35 % is
  const statusAt = (threshold: number) =>
    identify(columns, { ...SETTINGS, threshold }).verdicts.map(({ status }) => status);
  expect([30, 35, 30].map(statusAt)).toEqual([["low"], ["notLow"], ["low"]]);
});

test.each<[string, Partial<SchoolResult>, readonly [number, number]]>([
  ["as read", { participants: 20, failed: 7 }, [20, 7]],
  ["marks: 7 got «2», 20 in all", { participants: null, failed: null, marks: [7, 8, 4, 1] }, [20, 7]],
  // 30 % of 27 is 8.1, and 8 of 27 is 29.6 %, printed as 30
  ["a rounded share of 27", { participants: 27, failed: null, share: 0.3, shareDecimals: 0 }, [27, 8]],
  ["a share alone", { participants: null, failed: null, share: 0.3 }, [NOT_COUNTED, NOT_COUNTED]],
  ["nobody, so none failed is known", { participants: 0, failed: null }, [NOT_COUNTED, NOT_COUNTED]],
])("counts: %s", (_, figures, expected) => {
  const one = { ...result("А", 2019, "ВПР математика 5", "0/1"), ...figures };
  const [sitting] = columnsOf(schoolsOf([one]), [one]).sittings;
  expect([...(sitting?.counts ?? [])]).toEqual(expected);
});

/** Titles of evidence cells name their school and row: whose cell it is can be read off. */
const cellsOf = (all: readonly SchoolResult[], settings: Partial<typeof SETTINGS> = {}): string[] =>
  identify(columnsOf(schoolsOf(all), all), { ...SETTINGS, ...settings }).verdicts.flatMap(
    ({ school, evidence }) => evidence.map(({ source, failed }) => `${school}: ${source.address}, ${failed}`),
  );
const at = (address: string, each: SchoolResult): SchoolResult => ({
  ...each,
  source: { sheet: "Свод", address },
});
const [FIVE, SIX] = ["ВПР математика 5", "ВПР математика 6"];
const OTHER = at("A1", result("Другая", 2019, FIVE, "0/20")); // row 0, which nothing is to fall back to
/** The same title made of other parts: the class is a part of the subject's name. */
const OF_ONE_TITLE = { form: "ВПР", subject: "математика 5" } as const;

test.each<[string, readonly SchoolResult[], Partial<typeof SETTINGS>, readonly string[]]>([
  [
    "one result each",
    [OTHER, at("A2", result("А", 2019, FIVE, "8/20")), at("A3", result("А", 2019, SIX, "9/20"))],
    {},
    ["А: A2, 8", "А: A3, 9"],
  ],
  [
    "two results of one cell: the later holds",
    [
      OTHER,
      at("A2", result("А", 2019, FIVE, "8/20")),
      at("A3", result("А", 2019, SIX, "9/20")),
      at("A4", result("А", 2019, SIX, "7/20")),
    ],
    {},
    ["А: A2, 8", "А: A4, 7"],
  ],
  [
    "the later is of nobody, so the earlier holds",
    [
      OTHER,
      at("A2", result("А", 2019, FIVE, "8/20")),
      at("A3", result("А", 2019, SIX, "9/20")),
      at("A4", result("А", 2019, SIX, "0/0")),
    ],
    {},
    ["А: A2, 8", "А: A3, 9"],
  ],
  [
    "the later two are of fewer than count",
    [
      OTHER,
      at("A2", result("А", 2019, FIVE, "8/20")),
      at("A3", result("А", 2019, SIX, "9/20")),
      at("A4", result("А", 2019, SIX, "4/4")),
      at("A5", result("А", 2019, SIX, "3/3")),
    ],
    { minParticipants: 10 },
    ["А: A2, 8", "А: A3, 9"],
  ],
  [
    "two procedures of one title: the school has its result under the second only",
    [
      OTHER,
      at("A2", { ...result("А", 2019, FIVE, "8/20"), procedure: OF_ONE_TITLE }),
      at("A3", result("А", 2019, SIX, "9/20")),
    ],
    {},
    ["А: A2, 8", "А: A3, 9"],
  ],
])("evidence names cells of its own school: %s", (_, all, settings, expected) => {
  expect(cellsOf(all, settings)).toEqual(expected);
});

test("where a school has no row, none is named, and nobody took part", () => {
  const all = [OTHER, result("А", 2019, SIX, "9/20")];
  // in each sitting the schools by name: «А» has no «5», «Другая» no «6»
  const columns = columnsOf(schoolsOf(all), all).sittings;
  expect(columns.map(({ rows }) => [...rows])).toEqual([
    [-1, 0],
    [1, -1],
  ]);
  expect(columns.map(({ counts }) => [...counts])).toEqual([
    [0, 0, 20, 0],
    [20, 9, 0, 0],
  ]);
});
