/**
 * `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
 * Closes with «N passed, N failed»: the cases of the test runners and one for each other check.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** File in which the step leaves jest's summary, for the count. */
  readonly summary?: string;
}

const folder = mkdtempSync(join(tmpdir(), "shnor-test-"));
const unit = join(folder, "unit.json");
const browser = join(folder, "browser.json");

const steps: readonly Step[] = [
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "house", command: ["npm", "run", "--silent", "house"] },
  { name: "build", command: ["npm", "run", "--silent", "build"] },
  { name: "package", command: ["npm", "run", "--silent", "check"] },
  { name: "tests", command: ["npx", "jest", "--json", `--outputFile=${unit}`], summary: unit },
  {
    name: "browser",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "--json", `--outputFile=${browser}`],
    summary: browser,
  },
];

let passed = 0;
let failed = 0;
for (const { name, command, summary } of steps) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  console.log(
    `== ${name}: ${status === 0 ? "ok" : "FAILED"}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  const counts = summary === undefined ? null : readCounts(summary);
  passed += counts?.passed ?? (status === 0 ? 1 : 0);
  failed += counts?.failed ?? 0;
  if (status !== 0 && (counts?.failed ?? 0) === 0) failed += 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readCounts(file: string): { passed: number; failed: number } | null {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(file, "utf8"),
    ) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    return {
      passed: numPassedTests,
      failed: numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0),
    };
  } catch {
    return null; // the runner died before it wrote anything: counted as one failure by its status
  }
}
