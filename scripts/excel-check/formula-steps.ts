import { type Step, type StepTools, valuesOf } from "./step";

/** Writes formulas into cells and reads what an area shows once the functions of the page have answered. */
async function computed(
  tools: StepTools,
  formulas: Readonly<Record<string, string>>,
  area: string,
): Promise<unknown> {
  const { sheet, context } = tools;
  for (const [address, formula] of Object.entries(formulas)) sheet.getRange(address).formulas = [[formula]];
  await context.sync();
  // A function of an add-in shows #BUSY! while it runs
  for (let wait = 0; wait < 50; wait++) {
    const values = await valuesOf(tools, area);
    if (!JSON.stringify(values).includes("#BUSY!")) return values;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return "#BUSY!";
}

const SPILL = "support.microsoft.com, «Dynamic array formulas and spilled array behavior»";

/** Formulas, and functions of the page `CHK.KIND` and `CHK.COLUMN`. */
export const FORMULA_STEPS: readonly Step[] = [
  {
    id: "spill",
    behaviour: "a dynamic array fills the cells below; over a value it is #SPILL!",
    source: SPILL,
    expected: [
      [1, "#SPILL!"],
      [2, "here"],
    ],
    run: (tools) => {
      tools.sheet.getRange("B2").values = [["here"]];
      return computed(tools, { A1: "=SEQUENCE(2)", B1: "=SEQUENCE(2)" }, "A1:B2");
    },
  },
  {
    id: "function-spill",
    behaviour: "a matrix that a function of an add-in returns spills",
    source: SPILL,
    expected: [[1], [2]],
    run: (tools) => computed(tools, { A1: "=CHK.COLUMN(2)" }, "A1:A2"),
  },
  {
    id: "unknown-function",
    behaviour: "a function that nobody has",
    source: "support.microsoft.com, «How to correct a #NAME? error»",
    expected: [["#NAME?"]],
    run: (tools) => computed(tools, { A1: "=CHK.NOBODY(1)" }, "A1"),
  },
  {
    id: "circular",
    behaviour: "cells that depend on themselves show 0",
    source: "support.microsoft.com, «Remove or allow a circular reference in Excel»",
    expected: [[0, 0]],
    run: (tools) => computed(tools, { A1: "=B1+1", B1: "=A1+1" }, "A1:B1"),
  },
  {
    id: "text-argument",
    behaviour: "a text in quotes that looks like a date or a share reaches a function as a text",
    source: "support.microsoft.com, conversion of values in formulas",
    expected: [["string", "string", true]],
    run: (tools) =>
      computed(
        tools,
        { A1: '=CHK.KIND("02.04.2027")', B1: '=CHK.KIND("12%")', C1: '=ISTEXT(IF(TRUE,"02.04.2027",""))' },
        "A1:C1",
      ),
  },
  {
    id: "blank-argument",
    behaviour: "a blank cell reaches a function as 0 on the desktop (as null on the web)",
    source: "reports of developers",
    expected: [["number 0"]],
    run: (tools) => computed(tools, { A1: "=CHK.KIND(Z99)" }, "A1"),
  },
  {
    id: "left-out-argument",
    behaviour: "an optional argument that is left out reaches a function as null",
    source: "learn.microsoft.com, «Custom functions parameter options»",
    expected: [["null"]],
    run: (tools) => computed(tools, { A1: "=CHK.KIND()" }, "A1"),
  },
  {
    id: "error-argument",
    behaviour: "a function that does not take errors is not called with one: the error is the result",
    source: "learn.microsoft.com, «Handle and return errors from your custom function»",
    expected: [["#N/A"]],
    run: (tools) => computed(tools, { A1: "=CHK.KIND(NA())" }, "A1"),
  },
  {
    id: "throws",
    behaviour: "CustomFunctions.Error with a text is #VALUE! in the cell",
    source: "learn.microsoft.com, «Handle and return errors from your custom function»",
    expected: [["#VALUE!"]],
    run: (tools) => computed(tools, { A1: "=CHK.COLUMN(-1)" }, "A1"),
  },
];
