import { join } from "node:path";
import ts from "typescript";
import { checkApiFloor, compareVersions, floorOf } from "../../scripts/packaging/api-floor";

const FILE = join(__dirname, "probe.ts");
const floor = new Map([
  ["ExcelApi", "1.9"],
  ["SharedRuntime", "1.1"],
]);
const cache = new Map<string, ts.SourceFile | undefined>();

/** Checks a text as if it were a file of ours. */
function problems(text: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    types: ["office-js", "custom-functions-runtime"],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language) => {
    if (file === FILE) return ts.createSourceFile(file, text, language, true);
    if (!cache.has(file)) cache.set(file, read(file, language));
    return cache.get(file);
  };
  const program = ts.createProgram([FILE], options, host);
  return checkApiFloor(program, (file) => file === FILE, floor).map((problem) =>
    problem.replace(/^.* (\w+ needs)/, "$1"),
  );
}

// sets as @types/office-js names them: Range.getMergedAreasOrNullObject 1.13, Worksheet.getUsedRange 1.1, autofitRows 1.2
test.each([
  [
    "at the floor",
    "async function f(r: Excel.Range) { r.getUsedRangeOrNullObject(true); r.format.autofitRows(); }",
    [],
  ],
  [
    "above the floor",
    "async function f(r: Excel.Range) { r.getMergedAreasOrNullObject(); }",
    ["getMergedAreasOrNullObject needs ExcelApi 1.13"],
  ],
  [
    "behind a check",
    'function f(r: Excel.Range) { if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) r.getMergedAreasOrNullObject(); }',
    [],
  ],
  [
    "after an early return",
    'function f(r: Excel.Range) { if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return; r.getMergedAreasOrNullObject(); }',
    [],
  ],
  [
    "behind a check of too old a version",
    'function f(r: Excel.Range) { if (Office.context.requirements.isSetSupported("ExcelApi", "1.12")) r.getMergedAreasOrNullObject(); }',
    ["getMergedAreasOrNullObject needs ExcelApi 1.13"],
  ],
  [
    "behind a check of another set",
    'function f(r: Excel.Range) { if (Office.context.requirements.isSetSupported("ExcelApiOnline", "1.13")) r.getMergedAreasOrNullObject(); }',
    ["getMergedAreasOrNullObject needs ExcelApi 1.13"],
  ],
  [
    "checked in another function",
    'function g() { return Office.context.requirements.isSetSupported("ExcelApi", "1.13"); }\nfunction f(r: Excel.Range) { r.getMergedAreasOrNullObject(); }',
    ["getMergedAreasOrNullObject needs ExcelApi 1.13"],
  ],
  ["the shared runtime", "function f() { return Office.addin.showAsTaskpane(); }", []],
  [
    "an error of a custom function",
    "function f() { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, ''); }",
    [],
  ],
  [
    "a set that the manifest does not ask for",
    "function f(i: CustomFunctions.Invocation) { return i.isInValuePreview; }",
    ["isInValuePreview needs CustomFunctionsRuntime 1.5"],
  ],
] as [string, string, string[]][])("%s", (_name, text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test.each([
  ["1.10", "1.9", 1],
  ["1.9", "1.10", -1],
  ["1.9", "1.9", 0],
  ["2.0", "1.20", 1],
])("version %s against %s", (a, b, expected) => {
  expect(compareVersions(a, b)).toBe(expected);
});

test("the floor is what the manifest requires", () => {
  const xml = '<Set Name="ExcelApi" MinVersion="1.9"/><bt:Set Name="SharedRuntime" MinVersion="1.1"/>';
  expect([...floorOf(xml)]).toEqual([
    ["ExcelApi", "1.9"],
    ["SharedRuntime", "1.1"],
  ]);
});
