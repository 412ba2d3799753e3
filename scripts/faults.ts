/**
 * `npm run faults`: every job × every request × everything that can go wrong, and everything that a user may do
 * meanwhile, in the embedded host; writes docs/reliability.md. Takes three quarters of an hour on a quiet machine and
 * tells its progress.
 *
 * `npm run faults part`: only the combinations of `npm test`.
 * `npm run faults "Обновить"`: this job anew; the others as the last full run left them in out/faults.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writePart } from "./reliability/document";
import { faultsPart, meanwhilePart, type Fault, type Meanwhile } from "./reliability/faults-parts";

interface Report {
  readonly jobs: number;
  readonly counted: readonly unknown[];
}

const [, , argument] = process.argv;
const all = argument !== "part";
const job = all ? argument : undefined;
const folder = join(__dirname, "../out/faults", all ? "full" : "part");
if (job === undefined) rmSync(folder, { recursive: true, force: true });

const began = Date.now();
let [failed, killed] = [false, false];
for (const file of ["test/excel/faults.test.ts", "test/excel/meanwhile.test.ts"]) {
  const { status } = spawnSync("npx", ["jest", "--maxWorkers=1", file], {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      FAULTS_REPORT: folder,
      ...(all ? { FAULTS: "all" } : {}),
      ...(job === undefined ? {} : { FAULTS_JOB: job }),
    },
  });
  failed ||= status !== 0;
  killed ||= status !== 0 && status !== 1; // not by a test: what it was to count is not there, or is of an earlier run
}
const minutes = Math.round((Date.now() - began) / 60_000);
const faults = reports("faults");
const meanwhile = reports("meanwhile");
const unfinished = faults.missing + meanwhile.missing;
const whole = unfinished === 0 && !killed;
if (whole) {
  // as each of the tests counted them
  writePart("10-faults", faultsPart(faults.counted as Fault[], all));
  writePart("20-meanwhile", meanwhilePart(meanwhile.counted as Meanwhile[], all));
}
process.stdout.write(
  `${faults.counted.length} + ${meanwhile.counted.length} сочетаний, ${minutes} мин.` +
    (whole
      ? "\n"
      : ` Прогон не завершён, не хватает заданий: ${unfinished}; docs/reliability.md не изменён.\n`),
);
process.exitCode = failed || !whole ? 1 : 0;

/** What the tests left, in the order of the jobs, and how many jobs left nothing. */
function reports(what: string): { readonly counted: readonly unknown[]; readonly missing: number } {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${what}-`)) : [];
  const read = names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Report); // as the tests wrote it
  return { counted: read.flatMap(({ counted }) => counted), missing: (read[0]?.jobs ?? 1) - read.length };
}
