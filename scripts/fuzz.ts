/**
 * `npm run fuzz [runs] [seed]`: the mutations of `test/reading/fuzz.test.ts`, 50 000 by default, each time from another
 * seed, which is printed: with it a failure comes again.
 */
import { spawnSync } from "node:child_process";

const [runs = "50000", seed = String(Date.now() % 2_147_483_647)] = process.argv.slice(2);
console.log(`${runs} mutations, seed ${seed}`);
const { status } = spawnSync("npx", ["jest", "test/reading/fuzz.test.ts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
