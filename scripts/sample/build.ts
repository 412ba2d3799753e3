/**
 * Makes the sample workbook and the fixtures anew: `npx tsx scripts/sample/build.ts`.
 * The same files come out at every run; what each exercises is told in test/fixtures/README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFiles } from "./files";

const ROOT = join(__dirname, "..", "..");

async function main(): Promise<void> {
  for (const [path, content] of await makeFiles()) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content);
  }
}

void main();
