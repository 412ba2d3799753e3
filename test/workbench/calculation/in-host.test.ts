/** @jest-environment node */
import { type CustomFunction, UniverCalculation } from "../../../src/workbench/calculation";
import { type NodeHost, openHost } from "../../../src/workbench/node";
import { addSheet, createWorkbook, put } from "../../../src/workbench/store";

const scalar = (): boolean => false;
const FUNCTIONS: readonly CustomFunction[] = [
  { id: "TWICE", name: "NOR.TWICE", isMatrix: scalar },
  { id: "READS", name: "NOR.READS", isMatrix: scalar },
];

/** The add-in's side; READS looks into the workbook, as a function does that asks whether a zero was a blank. */
const ADDIN = `
  CustomFunctions.associate("TWICE", (x) => x * 2);
  CustomFunctions.associate("READS", (x) => Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
    await context.sync();
    return range.values[0][0] + x;
  }));
`;

let addin: NodeHost;
beforeAll(async () => {
  addin = await openHost();
  const { host } = addin;
  const runner = { invoke: host.invoke.bind(host) };
  host.calculation = new UniverCalculation({ functions: FUNCTIONS, runner });
  addin.load(ADDIN);
});
afterAll(() => {
  addin.dispose();
});

it("answers a read that waits for a formula that waits for a function of the add-in", async () => {
  const values = await addin.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[20]];
    sheet.getRange("B1:B2").formulas = [["=IF(NOR.TWICE(A1)>30,NOR.TWICE(A1)+2,0)"], ["=NOR.READS(3)"]];
    const range = sheet.getRange("B1:B2").load("values");
    await context.sync();
    return range.values as unknown[][];
  });
  expect(values).toEqual([[42], [23]]);
  expect(addin.host.unknownCalls).toEqual([]);
});

it("keeps the result that a file has for a function that is not here", async () => {
  const workbook = createWorkbook({ sheets: ["Новый"] });
  const opened = addSheet(workbook, "Из файла", "Из файла");
  put(opened, 0, 0, { value: 5, formula: "=ЧУЖАЯ.ФУНКЦИЯ(1)" });
  put(opened, 1, 0, { value: 6, formula: "=A1+1" });
  await new UniverCalculation().recalculate(workbook, { everything: true, areas: new Map() });
  expect([opened.cells.get(0)?.get(0)?.value, opened.cells.get(1)?.get(0)?.value]).toEqual([5, 6]);
  expect(opened.touched.values.size).toBe(0);
});
