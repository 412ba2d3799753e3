import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeLayoutFixtures } from "../../../../scripts/sample/layouts/make";
import { fixtureText } from "../../../../scripts/sample/layouts/text";
import type { LaidCell } from "../../../../scripts/sample/layouts/laid";
import type { JournalTruth } from "../../../../scripts/sample/layouts/aggregates";
import type { Truth } from "../../../../scripts/sample/layouts/people";
import { readWorkbook } from "../../../../src/domain/results/read";
import { problemText } from "../../../../src/locales/problems";
import { figuresOf, gridOf, sampleSchool, SCALES, truthLines } from "./laid-sheets";

const FOLDER = join(__dirname, "..", "..", "..", "fixtures", "layouts");

interface FixtureFile {
  readonly about: { readonly about: string; readonly layouts: string[] };
  readonly results: Truth[];
  readonly journal: JournalTruth[];
  readonly secrets: string[];
  readonly sheets: {
    readonly head: {
      readonly sheet: string;
      readonly file?: string;
      readonly merges?: [number, number, number, number][];
    };
    readonly cells: LaidCell[][];
  }[];
}

const load = (name: string): FixtureFile =>
  JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as FixtureFile; // our own file, of this very type
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

it("the committed fixtures are what the generator makes", () => {
  const made = makeLayoutFixtures();
  expect(NAMES).toEqual([...made.keys()].map((name) => `${name}.json`).sort());
  for (const [name, fixture] of made) {
    const committed = readFileSync(join(FOLDER, `${name}.json`), "utf8").replaceAll("\r\n", "\n");
    expect([name, committed === fixtureText(fixture)]).toEqual([name, true]);
  }
});

describe.each(NAMES)("%s", (name) => {
  const fixture = load(name);
  const grids = fixture.sheets.map(({ head, cells }) => gridOf({ ...head, cells }));
  const reading = readWorkbook(grids, { scales: SCALES });

  it("is recognised", () => {
    expect([...new Set(reading.tables.map(({ layout }) => layout))].sort()).toEqual(fixture.about.layouts);
    expect(reading.tables).toHaveLength(grids.length);
  });

  it("says what the truth says", () => {
    const shares = name.includes("matrix");
    expect(figuresOf(reading.results, fixture.results, shares)).toEqual(truthLines(fixture.results, shares));
    const expected = fixture.journal.map(({ school, year, participants, lowered, raised }) => [
      ...[school, year, participants, lowered, participants - lowered - raised, raised],
    ]);
    const compared = reading.journal.map((one) => [
      ...[sampleSchool(one, fixture.journal), one.year, one.participants],
      ...[one.lowered.count, one.confirmed.count, one.raised.count],
    ]);
    expect(compared).toEqual(expected);
  });

  it("raises no false alarm", () => {
    const ordinary = ["appealsApplied", ...(fixture.results.length === 0 ? ["noResults"] : [])];
    expect(reading.problems.filter(({ code }) => !ordinary.includes(code))).toEqual([]);
  });

  it("lets no name, document or code of a pupil out", () => {
    const text =
      JSON.stringify(reading) + reading.problems.map((problem) => problemText(problem, "ru")).join("\n");
    const found = fixture.secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    expect(found).toEqual([]);
  });
});
