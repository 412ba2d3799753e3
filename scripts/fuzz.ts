/**
 * `npm run fuzz [runs] [seed]`: the mutations of `test/reading/fuzz.test.ts`, 50 000 by default, and 25 times as many of
 * the made-up deadlines, names, templates, merges and texts as `npm test` takes, each time from another seed, which is
 * printed: with it a failure comes again.
 */
import { spawnSync } from "node:child_process";

const TESTS = [
  "test/reading/fuzz.test.ts",
  "test/domain/measures/template-fuzz.test.ts",
  "test/domain/schools/name-fuzz.test.ts",
  "test/domain/schools/properties.test.ts",
  "test/domain/regeneration/properties.test.ts",
  "test/security/text.test.ts",
];

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
