import { openHost } from "../../../src/workbench/node";
import { createWorkbook } from "../../../src/workbench/store";

describe("openHost", () => {
  it("boots the unmodified office.js as Excel for Windows", async () => {
    const { Office, window, dispose } = await openHost();
    expect(Office.context.host).toBe("Excel");
    expect(Office.context.platform).toBe("PC");
    expect(Office.context.displayLanguage).toBe("ru-RU");
    expect(window.document.scripts[0]?.src).toContain("@microsoft/office-js/dist/office.js");
    dispose();
  });
  it("asks for no script of another origin", async () => {
    const messages: unknown[] = [];
    const { window, dispose } = await openHost({ onConsole: (_level, parts) => messages.push(...parts) });
    const sources = [...window.document.scripts]
      .map((script) => script.src)
      .filter((source) => source !== "");
    expect(sources.filter((source) => !source.startsWith("file:")).length).toBe(0);
    expect(() => {
      new window.XMLHttpRequest().open("GET", "https://localhost/");
    }).toThrow("no network");
    dispose();
  });
  it("opens a workbook that was made before, and runs a script in its window", async () => {
    const { load, window, Excel, dispose } = await openHost({
      workbook: createWorkbook({ name: "План.xlsx", sheets: ["Данные"] }),
    });
    load("window.answer = typeof Excel.run;");
    expect(window["answer"]).toBe("function");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst().load("name");
      await context.sync();
      expect(sheet.name).toBe("Данные");
    });
    dispose();
  });
});

describe("speed, with room for a busy machine", () => {
  it("writes 36 000 rows of 12 and reads 100 000 of 30 page by page", async () => {
    const { Excel, host, dispose } = await openHost();
    const rows = Array.from({ length: 36_000 }, (_, row) =>
      Array.from({ length: 12 }, (_cell, column) => row * column),
    );
    const start = performance.now();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 36_000, 12).values = rows;
      await context.sync();
    });
    const written = performance.now();
    const [sheet] = host.workbook.sheets;
    for (let row = 0; row < 100_000; row++)
      sheet?.cells.set(row, new Map(Array.from({ length: 30 }, (_cell, column) => [column, { value: row }])));
    const filled = performance.now();
    let cells = 0;
    await Excel.run(async (context) => {
      for (let row = 0; row < 100_000; row += 10_000) {
        const page = context.workbook.worksheets
          .getItem("Sheet1")
          .getRangeByIndexes(row, 0, 10_000, 30)
          .load("values");
        await context.sync();
        cells += page.values.length * (page.values[0]?.length ?? 0);
        page.untrack();
      }
    });
    expect(cells).toBe(3_000_000);
    expect(written - start).toBeLessThan(10_000);
    expect(performance.now() - filled).toBeLessThan(15_000);
    dispose();
  });
});
