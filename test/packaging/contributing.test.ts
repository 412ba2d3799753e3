import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const diffs = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/^```diff\n([\s\S]*?\n)```$/gm)].map(
  ([, diff]) => diff ?? "",
);

test("a layout, a template and a function are each shown by a diff", () => {
  expect(diffs).toHaveLength(3);
});

test.each(diffs.map((diff) => [/^\+\+\+ b\/(\S+)/m.exec(diff)?.[1] ?? "", diff]))(
  "the diff of %s still applies",
  (_name, diff) => {
    const { status, stderr } = spawnSync("git", ["apply", "--check", "-"], { input: diff, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
);
