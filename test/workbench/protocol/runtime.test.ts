import { boot, type Harness } from "./harness";

let excel: Harness;
beforeAll(async () => {
  excel = await boot();
  excel.load(`
    CustomFunctions.associate("ADD", (a, b) => a + b);
    CustomFunctions.associate("MATRIX", async (n) => [[n, n * 2], ["да", true]]);
    CustomFunctions.associate("NONE", () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "нет данных"); });
    CustomFunctions.associate("BOOM", () => { throw new Error("сломалось"); });
    CustomFunctions.associate("WHERE", (a, invocation) => [[invocation.address, String(invocation.parameterAddresses)]]);
    CustomFunctions.associate("TICK", (n, invocation) => { invocation.setResult(n); invocation.onCanceled = () => { window.canceled = true; }; });
    Office.actions.associate("ok", (event) => { setTimeout(() => event.completed(), 5); });
    Office.actions.associate("argument", (event) => { window.got = event.source.id; event.completed(); });
  `);
});
afterAll(() => {
  excel.dispose();
});

// learn.microsoft.com, "Custom functions architecture" and "Handle and return errors from your custom function".
describe("custom functions", () => {
  const cases: [what: string, name: string, params: unknown[], expected: unknown][] = [
    ["give a value", "ADD", [2, 3], { value: 5 }],
    [
      "give a matrix, also from a promise",
      "MATRIX",
      [4],
      {
        value: [
          [4, 8],
          ["да", true],
        ],
      },
    ],
    ["give an error of Excel with its message", "NONE", [], { error: "#N/A", message: "нет данных" }],
    ["give #VALUE! when they throw", "BOOM", [], expect.objectContaining({ error: "#VALUE!" })],
    [
      "give #VALUE! when nothing is associated: only functions.json tells names",
      "NOSUCH",
      [],
      expect.objectContaining({ error: "#VALUE!" }),
    ],
  ];
  it.each(cases)("%s", async (_what, name, params, expected) => {
    expect(await excel.host.invoke(name, params).result).toEqual(expected);
  });
  it("know the cell they stand in and the addresses of their parameters", async () => {
    const { result } = excel.host.invoke("WHERE", [1], {
      address: "Лист1!C3",
      parameterAddresses: ["Лист1!A1"],
    });
    expect(await result).toEqual({ value: [["Лист1!C3", "Лист1!A1"]] });
  });
  it("stream results until they are cancelled", async () => {
    const call = excel.host.invoke("TICK", [7], { flags: 3 });
    expect(await call.result).toEqual({ value: 7 });
    call.cancel();
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    expect(excel.window["canceled"]).toBe(true);
  });
  it("give results of many calls in few requests, none of which counts as a sync", async () => {
    const before = { ...excel.host.counters };
    await Promise.all(Array.from({ length: 200 }, (_, n) => excel.host.invoke("ADD", [n, 1]).result));
    expect(excel.host.counters.requests - before.requests).toBeLessThanOrEqual(2);
    expect(excel.host.counters.syncs).toBe(before.syncs);
  });
});

// learn.microsoft.com, "Call Excel JavaScript APIs from a custom function".
it("lets a function read the workbook while a read waits for its formula", async () => {
  excel.load(`
    CustomFunctions.associate("READS", () => Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
      await context.sync();
      return range.values[0][0] * 2;
    }));
  `);
  excel.host.calculation = {
    recalculate: async (workbook) => {
      const result = await excel.host.invoke("READS", []).result;
      const cell = workbook.sheets[0]?.cells.get(0)?.get(1);
      if (cell && "value" in result && typeof result.value === "number") cell.value = result.value;
    },
  };
  await excel.on("Sheet1", async (sheet, context) => {
    sheet.getRange("A1:B1").formulas = [[21, "=READS()"]];
    const range = sheet.getRange("B1").load("values");
    await context.sync();
    expect(range.values).toEqual([[42]]);
  });
  excel.host.calculation = undefined;
});

// learn.microsoft.com, "Create add-in commands", Office.AddinCommands.Event.completed.
describe("ribbon commands", () => {
  it("end when the handler calls completed", async () => {
    await expect(excel.host.runAction("ok")).resolves.toBeUndefined();
  });
  it("tell which control was chosen", async () => {
    await excel.host.runAction("argument", { source: { id: "Кнопка" } });
    expect(excel.window["got"]).toBe("Кнопка");
  });
  it("fail when nothing is associated", async () => {
    await expect(excel.host.runAction("нет")).rejects.toThrow("no such action");
  });
});

it("asked nothing that the host does not have", () => {
  expect(excel.host.unknownCalls).toEqual([]);
});
