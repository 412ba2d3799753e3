import fc from "fast-check";
import { check, checkRead } from "./fuzz/check";
import { fixturePapers } from "./fuzz/fixtures";
import { longList, wide } from "./fuzz/generate";
import { HARMLESS, mutate, MUTATIONS, type Change } from "./fuzz/mutate";
import type { Paper } from "./fuzz/paper";
import { readTurned } from "./fuzz/turn";

/** 2 000 in `npm test`; `npm run fuzz` takes 50 000 and another seed each time. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2000);
const SEED = process.env["FUZZ_SEED"] === undefined ? 20_260_401 : Number(process.env["FUZZ_SEED"]);

const kinds = Object.keys(MUTATIONS) as Change["kind"][]; // as: the keys of a constant
const changesOf = (from: readonly Change["kind"][]): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...from), at: fc.nat(1000), which: fc.nat(1000), what: fc.nat(1000) }),
    { maxLength: 4 },
  );

let papers: readonly Paper[] = [];
beforeAll(async () => {
  papers = await fixturePapers();
});

const anyPaper = (): fc.Arbitrary<Paper> => fc.oneof(longList, wide, fc.constantFrom(...papers));
const total = { facts: 0, read: 0, announced: 0 };

test("the fixtures carry facts", () => {
  expect(papers.length).toBeGreaterThan(15);
  expect(papers.flatMap(({ facts }) => facts).length).toBeGreaterThan(1000);
});

test("whatever happens to a sheet, a figure is read right or a problem names its cell, row, column or sheet", () => {
  fc.assert(
    fc.property(anyPaper(), changesOf(kinds), (paper, changes) => {
      const changed = mutate(paper, changes);
      const { faults, read, announced } = check(changed);
      total.facts += changed.facts.length;
      total.read += read;
      total.announced += announced;
      expect(faults).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  if (process.env["FUZZ_RUNS"] !== undefined) console.log(`${RUNS} mutations, seed ${SEED}`, total);
}, 3_600_000);

/** The first row of a made-up table's header. */
const HEADER = 2;

test("the same holds for tables with schools in columns", () => {
  let turned = 0;
  fc.assert(
    fc.property(wide, changesOf(kinds), (paper, changes) => {
      const changed = mutate(paper, changes);
      const top = changed.rows.indexOf(HEADER);
      fc.pre(top > 0);
      const reading = readTurned(changed, top);
      if (reading.tables.some(({ layout }) => layout === "schools-in-columns")) turned += 1;
      expect(checkRead(changed, reading).faults).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 4), seed: SEED },
  );
  // the others were spoiled so far that the whole sheet is asked about
  expect(turned).toBeGreaterThan(RUNS / 12);
}, 3_600_000);

test("shuffled rows and columns, blanks, totals, notes, quotes and spaces are read through: nothing is asked", () => {
  fc.assert(
    fc.property(anyPaper(), changesOf([...HARMLESS]), (paper, changes) => {
      const { faults, announced } = check(mutate(paper, changes));
      expect({ faults, announced }).toEqual({ faults: [], announced: 0 });
    }),
    { numRuns: Math.ceil(RUNS / 8), seed: SEED },
  );
}, 3_600_000);
