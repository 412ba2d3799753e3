import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compareAnswers, formatCompared } from "../../../scripts/excel-check/compare";
import { CheckProblem, readRun } from "../../../scripts/excel-check/excel";
import { hasExcel, main, NO_EXCEL } from "../../../scripts/excel-check/main";
import { checkManifest } from "../../../scripts/excel-check/manifest";
import { METADATA, NAMESPACE, STEPS } from "../../../scripts/excel-check/scenario";

const ROOT = join(__dirname, "..", "..", "..");
const file = (...path: string[]): string => readFileSync(join(ROOT, ...path), "utf8");

test("where there is no Excel the check says so, and what to do", async () => {
  expect(hasExcel("linux")).toBe(false);
  const said: string[] = [];
  expect(await main([], (text) => said.push(text), "linux")).toBe(2);
  expect(said).toEqual([NO_EXCEL]);
  expect(NO_EXCEL).toContain("npm run excel:check");
});

test("answers that differ are named with what each said and the source", () => {
  const steps = STEPS.slice(0, 2);
  const [first, second] = steps;
  if (!first || !second) throw new Error("two steps");
  const compared = compareAnswers(
    steps,
    { [first.id]: [[1]], [second.id]: 5 },
    { [first.id]: [[1]], [second.id]: 7 },
  );
  expect(compared.map(({ same }) => same)).toEqual([true, false]);
  const text = formatCompared(compared);
  expect(text).toContain("Совпало 1 из 2.");
  expect(text).toMatch(new RegExp(`≠ ${second.id}[\\s\\S]*Excel: +5[\\s\\S]*площадка: 7`));
  expect(text).toContain(second.source);
});

test("what is no answer of the page is refused", () => {
  expect(readRun({ version: "16.0", platform: "PC", answers: { a: 1 } })).toEqual({
    version: "16.0",
    answers: { a: 1 },
  });
  expect(() => readRun({})).toThrow(CheckProblem);
});

test("the check's manifest has an identity, an address and a namespace of its own", () => {
  const [product, made] = [file("manifest.xml"), checkManifest(file("manifest.xml"), NAMESPACE)];
  const id = (text: string): string | undefined => /<Id>([^<]+)/.exec(text)?.[1];
  expect(id(made)).not.toBe(id(product));
  expect(made).not.toContain("localhost:3000");
  expect(made).toContain('id="Functions.Namespace" DefaultValue="CHK"');
});

test("the scenario's functions are all in the metadata", () => {
  const used = [...JSON.stringify(STEPS.map(({ run }) => run.toString())).matchAll(/CHK\.([A-Z]+)\(/g)];
  const names = new Set(used.map(([, name]) => name).filter((name) => name !== "NOBODY"));
  expect([...names].sort()).toEqual(METADATA.functions.map(({ name }) => name).sort());
});

describe("docs/not-yet-seen-in-excel.md", () => {
  const doc = file("docs", "not-yet-seen-in-excel.md");

  test("names every step of the scenario, and no other", () => {
    const named = [...doc.matchAll(/`step:([a-z-]+)`/g)].map(([, id]) => id);
    expect([...new Set(named)].sort()).toEqual(STEPS.map(({ id }) => id).sort());
  });

  test("every row says where the behaviour matters and what it rests on", () => {
    const rows = doc.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| behaviour"));
    const bad = rows.filter(
      (row) =>
        row
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .filter((cell) => cell.trim() !== "").length !== 4,
    );
    expect(bad).toEqual([]);
  });
});
