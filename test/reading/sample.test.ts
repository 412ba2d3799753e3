import { join } from "node:path";
import { normaliseSchoolName } from "../../src/domain/schools/name";
import { analyseFile, differences, fixture, readTruth, type Truth } from "./truth";

interface SampleTruth extends Truth {
  readonly verdicts: Readonly<
    Record<string, readonly { school: string; status: string; criteria: number[]; unchecked: number[] }[]>
  >;
}

const sample = join(__dirname, "..", "..", "assets", "sample", "results-sample.xlsx");
const truth = readTruth(fixture("sample-truth.json")) as SampleTruth; // as: this one file carries verdicts too

test("every figure of the sample is read as its truth says", async () => {
  expect(differences(await analyseFile(sample), truth)).toEqual([]);
});

test.each(["000", "004"])("the verdicts by rule %s equal the independent count", async (ruleId) => {
  const { identification } = await analyseFile(sample, { ruleId });
  const own = new Map(
    truth.schools.flatMap(({ school, written }) =>
      written.map((name) => [normaliseSchoolName(name), school]),
    ),
  );
  const verdicts = identification.verdicts.map(({ school, status, criteria, unchecked }) => ({
    school: own.get(normaliseSchoolName(school)),
    status,
    criteria,
    // of a school without any result in the year in view the truth says nothing: neither criterion could be checked
    unchecked: status === "insufficient" ? [] : unchecked,
  }));
  const inOrder = <T extends { school?: string | undefined }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => String(a.school).localeCompare(String(b.school)));
  const expected = (truth.verdicts[ruleId] ?? []).map(({ school, status, criteria, unchecked }) => ({
    school,
    status,
    criteria,
    unchecked,
  }));
  expect(inOrder(verdicts)).toEqual(inOrder(expected));
});
