import fc from "fast-check";
import type { Result } from "../../../src/domain/results/result";
import { settleSchools } from "../../../src/domain/schools/settle";
import { fuzz } from "../../fuzz";
import { result } from "./rows";

describe("for every input", () => {
  const names = [
    "СОШ №1",
    "МБОУ «СОШ № 1»",
    "СОШ №11",
    "Берёзовская СОШ",
    "Березовкая СОШ",
    "Берёзовская ООШ",
    "",
  ];
  const rows = fc.array(
    fc.record({
      school: fc.constantFrom(...names),
      schoolCode: fc.constantFrom("", "edu100001", "sch100001", "edu100002", "1302"),
      municipality: fc.constantFrom("", "Н-ский район", "М-ский округ"),
      year: fc.constantFrom(2018, 2019),
      failed: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 14 },
  );
  const toResults = (records: readonly Partial<Result>[]) =>
    records.map((record, i) =>
      result(record.school ?? "", { ...record, source: { sheet: "Л", address: `A${i + 1}` } }),
    );

  test("the order of rows does not matter", () => {
    const withOrder = rows.chain((records) =>
      fc.tuple(
        fc.constant(toResults(records)),
        fc.shuffledSubarray([...records.keys()], { minLength: records.length }),
      ),
    );
    fc.assert(
      fc.property(withOrder, ([results, order]) => {
        const shuffled = order.flatMap((i) => results.slice(i, i + 1));
        const [a, b] = [settleSchools(results), settleSchools(shuffled)];
        const byCell = (list: typeof a.results) =>
          list.map(({ schoolKey, source }) => `${source.address} ${schoolKey}`).sort();
        expect(b.schools).toEqual(a.schools);
        expect(b.problems).toEqual(a.problems);
        expect(byCell(b.results)).toEqual(byCell(a.results));
      }),
      fuzz(500),
    );
  });

  test("«СОШ №1» is never «СОШ №11», and two municipalities never meet in one school", () => {
    fc.assert(
      fc.property(rows, (records) => {
        const named = records.filter(({ school, schoolCode }) => school !== "" && schoolCode === "");
        const { results } = settleSchools(toResults(named));
        for (const key of new Set(results.map(({ schoolKey }) => schoolKey))) {
          const group = results.filter(({ schoolKey }) => schoolKey === key);
          expect(new Set(group.map(({ school }) => school.replace(/\D/g, ""))).size).toBe(1);
          expect(new Set(group.map(({ municipality }) => municipality).filter(Boolean)).size).toBeLessThan(2);
        }
      }),
      fuzz(500),
    );
  });

  test("every row is a result, part of a duplicate, or a problem with its cell", () => {
    fc.assert(
      fc.property(rows, (records) => {
        const results = toResults(records);
        const settled = settleSchools(results);
        const seen = new Set([
          ...settled.results.map(({ source }) => source.address),
          ...settled.problems
            .filter(({ code }) => code !== "schoolNearMatch")
            .flatMap(({ source, related = [] }) => [source, ...related].map((cell) => cell?.address)),
        ]);
        expect(results.every(({ source }) => seen.has(source.address))).toBe(true);
      }),
    );
  });
});
