import fc from "fast-check";
import type { Grid } from "../../../../src/domain/grid";
import type { Wish } from "../../../../src/domain/results/corrections/make";
import { lasting } from "../../../../src/domain/results/corrections/fingerprint";
import { readCorrections, writeCorrections } from "../../../../src/domain/results/corrections/store";
import { formatYear } from "../../../../src/domain/results/year";
import { grid } from "../sheet";
import { figures, read, unfit, wish } from "./support";
import { fuzz } from "../../../fuzz";

interface Made {
  readonly year: number;
  readonly top: number;
  readonly left: number;
  readonly writing: 0 | 1 | 2;
  readonly where: "header" | "title";
  readonly counts: readonly (readonly [number, number])[];
}

const made: fc.Arbitrary<Made> = fc.record({
  year: fc.integer({ min: 2018, max: 2030 }),
  top: fc.nat(4),
  left: fc.nat(3),
  writing: fc.constantFrom(0, 1, 2),
  where: fc.constantFrom("header", "title"),
  counts: fc.array(fc.tuple(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 0, max: 10 })), {
    minLength: 1,
    maxLength: 6,
  }),
});

/** A year as sheets write it. */
const written = (year: number, writing: Made["writing"]): string =>
  [formatYear(year), String(year), `${year - 1}-${year} уч. год`][writing] ?? "";

/** Schools whose column and whose participants only the user can name; the year stands in the header or above it. */
function sheetOf({ year, top, left, writing, where, counts }: Made): Grid {
  const told = written(year, writing);
  const [title, header] =
    where === "title" ? [`ВПР математика 5 класс ${told}`, ""] : ["ВПР математика 5 класс", `${told} `];
  return grid(
    [
      [title],
      ["Площадка", `${header}База`, `${header}Получили «2»`],
      ...counts.map(([participants, failed], at) => [`Школа-сад ${at + 20}`, participants, failed]),
    ],
    { sheet: `Свод ${year}`, top, left },
  );
}

function wishOf({ top, left, counts }: Made): Wish {
  const letter = (column: number): string => String.fromCharCode(65 + left + column);
  return {
    kind: "range",
    address: `${letter(0)}${top + 2}:${letter(2)}${top + 2 + counts.length}`,
    roles: { [letter(0)]: "school", [letter(1)]: "participants" },
  };
}

const expected = ({ counts, year }: Made): readonly string[] =>
  counts
    .map(
      ([participants, failed], at) =>
        `Школа-сад ${at + 20} ВПР математика 5 ${year} ${failed}/${participants}`,
    )
    .sort();

test("a correction of the sheet of one year reads the next year's, wherever that stands and however the year is written", () => {
  fc.assert(
    fc.property(made, made, (first, other) => {
      const next = { ...other, where: first.where, year: first.year + 1 };
      const kept = wish(sheetOf(first), wishOf(first));
      // as the workbook keeps them
      const { list, problems } = readCorrections(writeCorrections(kept));
      expect(problems).toEqual([]);
      expect(list).toEqual(kept);
      expect(figures(read([sheetOf(first)], list))).toEqual(expected(first));
      const reading = read([sheetOf(next)], list);
      expect(unfit(reading)).toEqual([]);
      expect(figures(reading)).toEqual(expected(next));
    }),
    fuzz(200),
  );
});

test("a year that the user told is never that of the next year's sheet", () => {
  fc.assert(
    fc.property(made, made, (first, other) => {
      const ours = sheetOf(first);
      const roles = wish(ours, wishOf(first));
      const all = wish(ours, { kind: "year", columns: null, year: 2015 }, roles);
      expect(figures(read([ours], all)).every((line) => line.includes(" 2015 "))).toBe(true);
      const next = { ...other, where: first.where, year: first.year + 1 };
      const theirs = sheetOf(next);
      expect(figures(read([theirs], all))).toEqual(expected(next));
    }),
    fuzz(100),
  );
});

test("what the store holds never fails to be read: damaged entries are counted, sound ones used", () => {
  const kept = wish(sheetOf({ year: 2025, top: 0, left: 0, writing: 0, where: "title", counts: [[20, 7]] }), {
    kind: "year",
    columns: null,
    year: 2024,
  });
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      expect(() => [readCorrections(value), readCorrections(text)]).not.toThrow();
      const mixed = readCorrections({ version: 1, corrections: [...kept, value] });
      expect(mixed.list).toEqual(kept);
      expect(mixed.problems.map(({ code, fields }) => [code, fields["count"]])).toEqual([
        ["recognitionUnreadable", 1],
      ]);
    }),
    fuzz(300),
  );
});

test.each([
  ["ВПР 2025/2026, 5 класс", "впр 5 класс"],
  ["ВПР 5 класс, 2024-2025 учебный год", "впр 5 класс"],
  ["ОГЭ 20.05.2026", "огэ"],
  ["Сдавали в 24/25 уч. г.", "сдавали в"],
  ["Математика 5, май 2026", "математика 5"],
  ["Получили «2»", "получили 2"],
])("%s the next year: %s", (text, kept) => {
  expect(lasting(text)).toBe(kept);
});
