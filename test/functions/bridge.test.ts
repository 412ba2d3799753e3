/** The shells in Microsoft's own client library: values in, values out, blanks asked of the cells. */
import { buildSync } from "esbuild";
import { join } from "node:path";
import { openHost, type NodeHost } from "../../src/workbench/node";

let host: NodeHost;

beforeAll(async () => {
  host = await openHost();
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "../../src/functions/functions.ts")],
    bundle: true,
    format: "iife",
    write: false,
  });
  host.load(outputFiles[0]?.text ?? "");
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "ВПР 2019";
    // B2 is blank, B3 is a typed 0
    sheet.getRange("A1:B3").values = [
      [10, 3],
      [10, ""],
      [10, 0],
    ];
    await context.sync();
  });
});
afterAll(() => {
  host.dispose();
});

const ERRORS_ALLOWED = 4;
function invoke(name: string, params: readonly unknown[], parameterAddresses?: readonly (string | null)[]) {
  const options = { flags: ERRORS_ALLOWED, ...(parameterAddresses && { parameterAddresses }) };
  return host.host.functions.invoke(name, params, options).result;
}

test("LOWRESULT answers, and asks the cells for blanks", async () => {
  const range = [
    [10, 3],
    [10, 0],
    [10, 0],
  ];
  const addresses = ["'ВПР 2019'!A1:B3", null, null, null];
  expect(await invoke("LOWRESULT", [range, null, null, null], addresses)).toEqual({
    value: [[true], ["нет данных"], [false]],
  });
});

test("an error of the whole call comes with its text", async () => {
  const result = await invoke("LOWRESULT", [[[0.3]], null, null, null]);
  expect(result).toMatchObject({ error: "#VALUE!" });
  expect("message" in result && result.message).toContain("«доли»");
  expect(await invoke("LOWRESULT", [[[10, 3]], 300, null, null])).toMatchObject({ error: "#NUM!" });
});

test("an error of one row stands in its row", async () => {
  const result = await invoke("LOWRESULT", [
    [
      [10, 11],
      [10, 3],
    ],
    null,
    null,
    null,
  ]);
  expect(JSON.parse(JSON.stringify(result))).toMatchObject({
    value: [[{ basicValue: "#NUM!", type: "Error" }], [true]],
  });
});

test("an error cell comes out as that error", async () => {
  const errorCell = { type: "CustomFunctionError", code: "#N/A" }; // as the wire carries it
  const result = await invoke("LOWRESULT", [[[10, errorCell]], null, null, null]);
  expect(JSON.parse(JSON.stringify(result))).toMatchObject({
    value: [[{ basicValue: "#N/A", type: "Error" }]],
  });
});

test("LOWSCHOOL and a lazily loaded function answer", async () => {
  expect(await invoke("LOWSCHOOL", [[[0.3, 0.35]], null, null, null, null, null])).toEqual({
    value: [[true]],
  });
  expect(await invoke("SCHOOLKEY", [[["Берёзовская СОШ"]]])).toEqual({ value: [["name:березовская сош"]] });
});

test("the host was asked for nothing that it does not know", () => {
  expect(host.host.unknownCalls).toEqual([]);
});
