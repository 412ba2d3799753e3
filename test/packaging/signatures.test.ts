import { checkSizes, pageScripts } from "../../scripts/check-size";
import { checkSignatures } from "../../scripts/packaging/signatures";

const before = { version: "1.0.0.0", functions: { A: "A(x: any) → any", B: "B() → any" } };

test.each([
  ["nothing changed", before, null],
  [
    "a parameter more",
    { version: "1.0.0.0", functions: { ...before.functions, A: "A(x: any, y: any) → any" } },
    "A changed: raise <Version>",
  ],
  [
    "a function less",
    { version: "1.0.0.0", functions: { A: before.functions.A } },
    "B changed: raise <Version>",
  ],
  [
    "a function more",
    { version: "1.0.0.0", functions: { ...before.functions, C: "C() → any" } },
    "C changed: raise <Version>",
  ],
  [
    "a parameter more in a new version",
    { version: "1.1.0.0", functions: { ...before.functions, A: "A() → any" } },
    "--write",
  ],
  ["only the version", { ...before, version: "1.1.0.0" }, "--write"],
])("signatures: %s", (_name, current, expected) => {
  const problem = checkSignatures(before, current);
  if (expected === null) expect(problem).toBeNull();
  else expect(problem).toContain(expected);
});

const KB = 1024;
test.each([
  ["within the budget", { "functions.js": 15 * KB, "taskpane.js": 115 * KB }, 0],
  ["functions too heavy", { "functions.js": 15 * KB + 1, "taskpane.js": 1 }, 1],
  ["first paint too heavy", { "functions.js": 10 * KB, "taskpane.js": 121 * KB }, 1],
  ["no functions chunk at all", { "taskpane.js": 1 }, 1],
])("sizes: %s", (_name, sizes, problems) => {
  expect(checkSizes(new Map(Object.entries(sizes)))).toHaveLength(problems);
});

test("scripts of the page: our own, in order, with or without quotes", () => {
  const html =
    '<script src=notice.js></script><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">' +
    '</script><script defer src=functions.js?1a2b></script><script defer="defer" src="taskpane.js"></script>';
  expect(pageScripts(html)).toEqual(["notice.js", "functions.js", "taskpane.js"]);
});
