import { readdirSync } from "node:fs";
import { analyseFile, differences, fixture, readTruth } from "./truth";

const files = readdirSync(fixture("untidy")).filter((name) => name.endsWith(".xlsx"));

test("there are twelve untidy workbooks", () => {
  expect(files).toHaveLength(12);
});

test.each(files)("%s is read as its truth says", async (name) => {
  const analysis = await analyseFile(fixture("untidy", name));
  expect(differences(analysis, readTruth(fixture("untidy", name.replace(".xlsx", ".truth.json"))))).toEqual(
    [],
  );
});
