/**
 * Makes the sample workbook and the fixtures anew: `npx tsx scripts/sample/build.ts`.
 * The same files come out at every run; what each exercises is told in test/fixtures/README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeBadFiles } from "./bad";
import { bytesOf, newWorkbook } from "./paint";
import { randomFrom } from "./random";
import { makeSample } from "./sample";
import { TruthBook } from "./truth";
import { FIXTURES } from "./untidy";

const ROOT = join(__dirname, "..", "..");

function write(path: string, content: Uint8Array | string): void {
  const full = join(ROOT, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}

/** One line per entry, so that a change of the truth can be read in a diff. */
export function formatTruth(truth: object): string {
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

async function main(): Promise<void> {
  const sample = await makeSample();
  write("assets/sample/results-sample.xlsx", sample.bytes);
  write("test/fixtures/sample-truth.json", formatTruth(sample.truth));
  for (const [index, fixture] of FIXTURES.entries()) {
    const workbook = newWorkbook();
    const truth = new TruthBook();
    fixture.paint(workbook, truth, randomFrom(1000 + index));
    const file = `${fixture.name}.xlsx`;
    write(`test/fixtures/untidy/${file}`, await bytesOf(workbook));
    write(`test/fixtures/untidy/${fixture.name}.truth.json`, formatTruth(truth.close(file, fixture.about)));
  }
  for (const [name, bytes] of await makeBadFiles()) write(`test/fixtures/bad/${name}`, bytes);
}

void main();
