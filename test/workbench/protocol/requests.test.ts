import { FLOOR_PROFILE } from "../../../src/workbench";
import { boot, type Harness } from "./harness";

let excel: Harness;
beforeEach(async () => {
  excel = await boot();
});
afterEach(() => {
  excel.dispose();
});

describe("counters", () => {
  it("count syncs of the add-in, not the runtime's own requests", async () => {
    const before = { ...excel.host.counters };
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.values = [[1]];
      await context.sync();
      range.load("values");
      await context.sync();
    });
    // Time for the request that releases the tracked range.
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
    const { syncs, requests, requestBytes, answerBytes } = excel.host.counters;
    expect(syncs - before.syncs).toBe(2);
    expect(requests - before.requests).toBe(3);
    expect(requestBytes).toBeGreaterThan(before.requestBytes);
    expect(answerBytes).toBeGreaterThan(before.answerBytes);
  });
  it("count a sync that only asks whether something is there", async () => {
    const before = excel.host.counters.syncs;
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("нет");
      await context.sync();
    });
    expect(excel.host.counters.syncs - before).toBe(1);
  });
});

// learn.microsoft.com, "Resource limits and performance optimization for Office Add-ins": 5 MB for a request and an answer.
describe("payloads of more than 5 MB", () => {
  const long = "я".repeat(30_000);
  it("are refused as requests", async () => {
    const code = await excel.refusal((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:J10").values = Array.from(
        { length: 10 },
        () => Array<string>(10).fill(long),
      );
    });
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
  });
  it("are refused as answers", async () => {
    for (let row = 1; row <= 10; row++)
      await excel.on("Sheet1", (sheet) => {
        sheet.getRange(`A${row}:J${row}`).values = [Array<string>(10).fill(long)];
      });
    const code = await excel.refusal((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:J10").load("values");
    });
    expect(code).toBe("ResponsePayloadSizeLimitExceeded");
    expect(
      await excel.refusal((context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:J5").load("values");
      }),
    ).toBe("passed");
  });
});

// learn.microsoft.com, Excel.RunOptions: delayForCellEdit.
describe("while a cell is being edited", () => {
  const batch = async (context: Excel.RequestContext): Promise<number> => {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    return count.value;
  };
  it("a batch is refused", async () => {
    excel.host.cellEditing = true;
    await expect(excel.Excel.run(batch)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  });
  it("a batch with delayForCellEdit waits for the end", async () => {
    excel.host.cellEditing = true;
    let done = false;
    const run = excel.Excel.run({ delayForCellEdit: true }, batch).then((value) => {
      done = true;
      return value;
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(done).toBe(false);
    excel.host.cellEditing = false;
    expect(await run).toBe(1);
  });
});

// learn.microsoft.com, "Error handling …": the error tells the code, the message and the statement.
describe("errors", () => {
  it("carry what the client tells of them, and leave done what came before", async () => {
    const run = excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[5]];
      context.workbook.worksheets.getItem("нет").getRange("A1").load("values");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
    const sheet = excel.host.workbook.sheets[0];
    expect(sheet?.cells.get(0)?.get(0)?.value).toBe(5);
  });
  it("say ApiNotFound for what the host does not have, and list it", async () => {
    const code = await excel.refusal((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.shapes.addGeometricShape("Cloud");
    });
    expect(code).toBe("ApiNotFound");
    expect(excel.host.unknownCalls).toEqual(["Worksheet.Shapes"]);
  });
});

describe("faults that a test asks for", () => {
  it("refuse the chosen sync and let the others pass", async () => {
    let calls = 0;
    excel.host.intercept = () => (++calls === 2 ? { fail: "GeneralException", message: "нарочно" } : "pass");
    const batch = async (context: Excel.RequestContext): Promise<void> => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[calls]];
      await context.sync();
    };
    await excel.Excel.run(batch);
    await expect(excel.Excel.run(batch)).rejects.toMatchObject({
      code: "GeneralException",
      message: "нарочно",
    });
    await excel.Excel.run(batch);
    expect(excel.host.workbook.sheets[0]?.cells.get(0)?.get(0)?.value).toBe(2);
  });
  it("delay an answer, and keep the order of requests", async () => {
    excel.host.intercept = ({ sync }) => (sync % 2 === 1 ? { delay: 40 } : "pass");
    const order: number[] = [];
    const run = (number: number): Promise<void> =>
      excel.Excel.run(async (context) => {
        context.workbook.worksheets.getCount();
        await context.sync();
        order.push(number);
      });
    await Promise.all([run(1), run(2), run(3)]);
    expect(order).toEqual([1, 2, 3]);
  });
});

describe("requirement sets", () => {
  it.each([
    ["ExcelApi", "1.9", true],
    ["ExcelApi", "1.13", true],
    ["ExcelApi", "1.14", false],
    ["CustomFunctionsRuntime", "1.2", true],
    ["SharedRuntime", "1.1", true],
    ["DialogApi", "1.1", false],
  ])("%s %s: %s", (set, version, expected) => {
    expect(excel.Office.context.requirements.isSetSupported(set, version)).toBe(expected);
  });
});

describe("an older Excel", () => {
  it("lacks what came later", async () => {
    const old = await boot({ profile: FLOOR_PROFILE });
    expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(false);
    const code = await old.refusal((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").getMergedAreasOrNullObject();
    });
    expect([code, old.host.unknownCalls]).toEqual(["ApiNotFound", ["Range.GetMergedAreasOrNullObject()"]]);
    old.dispose();
  });
});

describe("calculation", () => {
  it("runs once before results are read, however many writes came before, and not for values that are no results", async () => {
    const calls: string[][] = [];
    excel.host.calculation = {
      recalculate: (workbook, changed) => {
        calls.push([
          String(changed.everything),
          ...[...changed.areas.values()].flat().map(({ top, bottom }) => `${top}-${bottom}`),
        ]);
        const cell = workbook.sheets[0]?.cells.get(0)?.get(1);
        if (cell) cell.value = 42;
        return Promise.resolve();
      },
    };
    await excel.on("Sheet1", async (sheet, context) => {
      sheet.getRange("B1").formulas = [["=A1*2"]];
      sheet.getRange("A1").values = [[21]];
      const address = sheet.getRange("B1").load("address,formulas");
      await context.sync();
      expect([calls.length, address.formulas[0]?.[0]]).toEqual([0, "=A1*2"]);
      const result = sheet.getRange("B1").load("values");
      await context.sync();
      expect(result.values).toEqual([[42]]);
      sheet.getRange("A5").values = [[1]];
      sheet.getRange("A6").values = [[1]];
      sheet.getRange("B1").load("text");
      await context.sync();
      sheet.getRange("B1").load("values");
      await context.sync();
    });
    // The first time everything is stale, then the two cells written, then nothing.
    expect(calls).toEqual([
      ["true", "0-0", "0-0"],
      ["false", "4-5"],
    ]);
  });
});
