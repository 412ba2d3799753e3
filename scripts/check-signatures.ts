/** Compares the functions with `src/functions/signatures.json`; `--write` records them after a bump of the version. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "./packaging/functions-metadata";
import { checkSignatures, manifestVersion, signaturesOf, type Signatures } from "./packaging/signatures";

const FILE = join(__dirname, "../src/functions/signatures.json");

async function main(): Promise<void> {
  const version = manifestVersion(readFileSync(join(__dirname, "../manifest.xml"), "utf8"));
  const current: Signatures = { version, functions: signaturesOf(await generate()) };
  const committed: Signatures = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, "utf8")) as Signatures) // written by this very script
    : { version: "", functions: {} };
  const problem = checkSignatures(committed, current);
  if (process.argv.includes("--write") && (problem === null || committed.version !== version)) {
    writeFileSync(FILE, JSON.stringify(current, null, 2) + "\n");
    console.log(`signatures of ${version} recorded`);
  } else if (problem === null) {
    console.log("signatures: unchanged");
  } else {
    console.error(`functions: ${problem}`);
    process.exitCode = 1;
  }
}

void main();
