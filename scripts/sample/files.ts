import { makeBadFiles } from "./bad";
import { bytesOf, newWorkbook } from "./paint";
import { randomFrom } from "./random";
import { makeSample } from "./sample";
import { TruthBook } from "./truth";
import { FIXTURES } from "./untidy";

/** Every generated file by its path in the repository. */
export async function makeFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const sample = await makeSample();
  files.set("assets/sample/results-sample.xlsx", sample.bytes);
  files.set("test/fixtures/sample-truth.json", Buffer.from(formatTruth(sample.truth)));
  for (const [index, fixture] of FIXTURES.entries()) {
    const workbook = newWorkbook();
    const truth = new TruthBook();
    fixture.paint(workbook, truth, randomFrom(1000 + index));
    const path = `test/fixtures/untidy/${fixture.name}`;
    const told = truth.close(`${fixture.name}.xlsx`, fixture.about);
    files.set(`${path}.xlsx`, await bytesOf(workbook));
    files.set(`${path}.truth.json`, Buffer.from(formatTruth(told)));
  }
  for (const [name, bytes] of await makeBadFiles()) files.set(`test/fixtures/bad/${name}`, bytes);
  return files;
}

/** One line per entry, so that a change of the truth can be read in a diff. */
function formatTruth(truth: object): string {
  const line = (value: unknown): string => JSON.stringify(value);
  const fields = Object.entries(truth).map(([key, value]: [string, unknown]) => {
    const rows = Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
    if (rows) return `  ${line(key)}: [\n${value.map((row) => `    ${line(row)}`).join(",\n")}\n  ]`;
    if (key === "verdicts")
      return `  ${line(key)}: ${formatTruth(value as object)
        .replaceAll("\n", "\n  ")
        .trimEnd()}`;
    return `  ${line(key)}: ${line(value)}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
