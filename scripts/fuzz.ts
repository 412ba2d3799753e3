/**
 * `npm run fuzz [runs] [seed]`: the mutations of `test/reading/fuzz.test.ts`, 50 000 by default, and 25 times as many of
 * the made-up deadlines, names, templates, arguments of functions, merges and texts as `npm test` takes, each time from another seed, which is
 * printed: with it a failure comes again.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every test of a property, so that a new one is never left out. */
const TESTS = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join("test", path).replaceAll("\\", "/"))
  .filter((path) => readFileSync(path, "utf8").includes('from "fast-check"'));

const [runs = "50000", seed = String(Date.now() % 2_147_483_647)] = process.argv.slice(2);
console.log(`${runs} mutations, seed ${seed}`);
const { status } = spawnSync("npx", ["jest", "--testTimeout=3600000", ...TESTS], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    FUZZ_RUNS: runs,
    FUZZ_SEED: seed,
    FC_SEED: seed,
    FC_TIMES: String(Number(runs) / 2000),
  },
});
process.exitCode = status ?? 1;
