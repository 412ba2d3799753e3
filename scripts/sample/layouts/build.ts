/**
 * Makes the fixtures of layouts anew: `npx tsx scripts/sample/layouts/build.ts`. The same files at every run.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtureText } from "./text";
import { makeLayoutFixtures } from "./make";
import { makeLayoutWorkbooks } from "./workbooks";

const FOLDER = join(__dirname, "..", "..", "..", "test", "fixtures", "layouts");

mkdirSync(FOLDER, { recursive: true });
for (const [name, fixture] of makeLayoutFixtures()) {
  writeFileSync(join(FOLDER, `${name}.json`), fixtureText(fixture));
}

const FILES = join(FOLDER, "files");

async function buildWorkbooks(): Promise<void> {
  mkdirSync(FILES, { recursive: true });
  for (const { files, many } of (await makeLayoutWorkbooks()).values()) {
    if (many !== true) for (const { name, bytes } of files) writeFileSync(join(FILES, name), bytes);
  }
}

void buildWorkbooks();
