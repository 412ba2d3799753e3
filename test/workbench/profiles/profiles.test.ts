import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { generate, localise } from "../../../scripts/packaging/functions-metadata";
import { type Profile, PROFILES } from "../../../src/workbench";
import {
  type CustomFunction,
  readCustomFunctions,
  UniverCalculation,
} from "../../../src/workbench/calculation";
import { openWorkbook } from "../../../src/workbench/files";
import { type NodeHost, openHost } from "../../../src/workbench/node";
import type { Probe } from "./addin";

const ROOT = join(__dirname, "..", "..", "..");
const profile = (name: string): Profile => PROFILES.find((each) => each.name === name) ?? fail(name);
function fail(what: string): never {
  throw new Error(`no ${what}`);
}

let script: string;
let functions: readonly CustomFunction[];
beforeAll(async () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "addin.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  script = outputFiles[0]?.text ?? fail("script");
  functions = readCustomFunctions(localise(await generate(), "ru", ""), "NOR");
}, 60_000);

const opened: NodeHost[] = [];
afterEach(() => {
  for (const { dispose } of opened.splice(0)) dispose();
});

/** The add-in in an Excel of that profile; where there are no custom functions, formulas do not know them. */
async function start(name: string, bytes?: Uint8Array): Promise<NodeHost & { readonly probe: Probe }> {
  const { blank, ...declared } = profile(name);
  const node = await openHost({
    profile: { blank, ...declared },
    ...(bytes && { workbook: await openWorkbook(bytes, "проба.xlsx") }),
  });
  opened.push(node);
  const known = declared.requirements["CustomFunctionsRuntime"] === undefined ? [] : functions;
  node.host.calculation = new UniverCalculation({
    functions: known,
    runner: { invoke: node.host.invoke.bind(node.host) },
    blank,
  });
  node.load(script);
  const { probe } = node.window as unknown as { readonly probe: Probe }; // put there by the script just loaded
  return { ...node, probe };
}

/**
 * Versions: learn.microsoft.com, "Excel JavaScript API requirement sets", "Custom Functions requirement sets", "Shared runtime
 * requirement sets"; ExcelApi no higher than the host has it.
 */
const SETS: [name: string, set: string, version: string, supported: boolean][] = [
  ["LTSC 2021", "ExcelApi", "1.13", true],
  ["LTSC 2021", "CustomFunctionsRuntime", "1.3", true],
  ["LTSC 2021", "CustomFunctionsRuntime", "1.4", false],
  ["LTSC 2021", "SharedRuntime", "1.1", true],
  ["LTSC 2021", "SharedRuntime", "1.2", false],
  ["Microsoft 365", "CustomFunctionsRuntime", "1.4", true],
  ["Microsoft 365", "SharedRuntime", "1.2", true],
  ["web", "SharedRuntime", "1.2", true],
  ["Mac", "CustomFunctionsRuntime", "1.4", true],
  ["iPad", "CustomFunctionsRuntime", "1.1", false],
  ["iPad", "SharedRuntime", "1.1", false],
  ["floor", "ExcelApi", "1.10", false],
  ["embedded", "ExcelApi", "1.14", false],
];

describe("an Excel of another kind", () => {
  test("declares its own requirement sets and platform", async () => {
    const said: (string | boolean)[][] = [];
    const platforms: Record<string, unknown> = {};
    for (const { name } of PROFILES) {
      const { Office } = await start(name);
      platforms[name] = Office.context.platform;
      for (const [own, set, version] of SETS)
        if (own === name)
          said.push([name, set, version, Office.context.requirements.isSetSupported(set, version)]);
    }
    expect(said).toEqual(expect.arrayContaining(SETS));
    expect(said).toHaveLength(SETS.length);
    // learn.microsoft.com, Office.PlatformType
    expect(platforms).toEqual({
      embedded: "PC",
      floor: "PC",
      "LTSC 2021": "PC",
      "Microsoft 365": "PC",
      web: "OfficeOnline",
      Mac: "Mac",
      iPad: "iOS",
    });
  });

  // learn.microsoft.com, error handling: the limit of 5 MB "only occurs in Office on the web".
  test.each([
    ["web", "RequestPayloadSizeLimitExceeded"],
    ["Microsoft 365", "passed"],
    ["Mac", "passed"],
  ])("%s, a request of 6 MB: %s", async (name, expected) => {
    const { Excel } = await start(name);
    const refused = await Excel.run(async (context) => {
      // 200 cells of 30 000 signs, under the 32 767 signs of a cell: below 1500 cells the client sends them at once
      const text = "x".repeat(30_000);
      const range = context.workbook.worksheets.getFirst().getRange("A1:A200");
      range.values = Array.from({ length: 200 }, () => [text]);
      await context.sync();
      return "passed";
    }).catch((error: unknown) => (error as { readonly code?: string }).code); // of the window, so no `instanceof`
    expect(refused).toBe(expected);
  });
});

describe("the add-in in it", () => {
  test.each(PROFILES.map(({ name }) => name))("%s: one click makes the roadmap", async (name) => {
    const sample = new Uint8Array(readFileSync(join(ROOT, "assets", "sample", "results-sample.xlsx")));
    const { host, probe } = await start(name, sample);
    await host.runAction("createRoadmap");
    expect(probe.job.getState().phase).toBe("finished");
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(["ШНОР", "Дорожная карта"]),
    );
    expect(host.unknownCalls).toEqual([]);
  });

  // What the pane then shows is asserted in test/taskpane/functions.test.tsx, "functions.unsupported".
  test.each([
    ["iPad", false],
    ["floor", true],
    ["LTSC 2021", true],
    ["web", true],
  ])("%s: functions in cells are offered: %s", async (name, expected) => {
    expect((await start(name)).probe.officeFormulas.supported).toBe(expected);
  });

  test.each(["Microsoft 365", "web"])(
    "%s: a blank «failed» is no data and a typed 0 is a 0, whichever way Excel passes them",
    async (name) => {
      const { Excel, host } = await start(name);
      const values = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("A1:B3").values = [
          [10, 3], // 30 %: low
          [10, ""],
          [10, 0],
        ];
        sheet.getRange("D1").formulas = [["=NOR.LOWRESULT(A1:B3)"]];
        const results = sheet.getRange("D1:D3").load("values");
        await context.sync();
        return results.values as unknown;
      });
      expect(values).toEqual([[true], ["нет данных"], [false]]);
      expect(host.unknownCalls).toEqual([]);
    },
  );

  test("without custom functions their formulas are #NAME?, and the others compute", async () => {
    const { Excel } = await start("iPad");
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:B1");
      range.formulas = [["=NOR.LOWRESULT({10,3})", "=1+1"]];
      range.load("values");
      await context.sync();
      return range.values as unknown;
    });
    expect(values).toEqual([["#NAME?", 2]]);
  });
});
