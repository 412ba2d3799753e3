/** The benchmarks run, on inputs too small to say anything of speed, and their JSON has its keys. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, slope } from "../../scripts/bench/measure";

const folder = mkdtempSync(join(tmpdir(), "shnor-bench-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("npm run bench -- --json FILE, quick", () => {
  const file = join(folder, "figures.json");
  const tsx = join(__dirname, "../../node_modules/tsx/dist/cli.mjs");
  const script = join(__dirname, "../../scripts/bench.ts");
  execFileSync(process.execPath, [tsx, script, "--quick", "--json", file], { stdio: "pipe" });
  const figure = expect.any(Number) as number;
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    identification: { timesFasterThanArquero: figure, timesBareLoop: figure, exponent: figure },
    reading: { timesFasterThanArquero: figure, exponent: figure, memoryMb: figure },
    // the roadmap of a workbook of ordinary size takes five requests (docs/architecture.md)
    job: { syncs: { "20": 5, "40": 5 }, bytes: figure, exponent: figure },
    functions: { perCallMicroseconds: figure, arrayPerRowTimesCheaper: figure },
    // no browser in a quick run
    pane: { firstPaintGz: null, functionsGz: null, interactiveMs: null },
  });
}, 120_000);

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 2, 9], 3],
])("median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  ["in proportion", [10, 20, 40], [1, 2, 4], 1],
  ["squared", [10, 20, 40], [1, 4, 16], 2],
  ["not at all", [10, 20, 40], [5, 5, 5], 0],
])("growth: %s", (_, sizes, times, expected) => {
  expect(slope(sizes, times)).toBeCloseTo(expected, 9);
});
