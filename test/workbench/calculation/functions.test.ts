import {
  type CustomFunctionOutcome,
  type CustomFunctionRunner,
  readCustomFunctions,
  UniverCalculation,
} from "../../../src/workbench/calculation";
import { clearContent, setContent } from "../../../src/workbench/store";
import type { Scalar, Workbook } from "../../../src/workbench/store/model";
import { type Content, build, cellAt, EVERYTHING, place, sheetOf } from "./build";

/** In the form that the metadata generator writes. */
const METADATA = {
  functions: [
    { id: "TWICE", name: "TWICE", parameters: [{ dimensionality: "scalar" }] },
    {
      id: "FLAGS",
      name: "FLAGS",
      parameters: [{ dimensionality: "matrix" }, { dimensionality: "scalar" }],
      options: { requiresParameterAddresses: true },
    },
    { id: "FAIL", name: "FAIL", parameters: [] },
    { id: "KIND", name: "KIND", parameters: [{ dimensionality: "scalar", allowErrorForDataTypeAny: true }] },
  ],
};
const FUNCTIONS = readCustomFunctions(METADATA, "NOR");

interface Call {
  readonly id: string;
  readonly params: readonly unknown[];
  readonly address?: string;
  readonly parameterAddresses?: readonly (string | null)[];
  readonly flags?: number;
}

/** Answers after a while, all calls of a round together; notes what was asked and how many were under way at once. */
class Addin implements CustomFunctionRunner {
  readonly calls: Call[] = [];
  mostAtOnce = 0;
  #running = 0;

  invoke(
    id: string,
    params: readonly unknown[],
    options: Omit<Call, "id" | "params">,
  ): { result: Promise<CustomFunctionOutcome> } {
    this.calls.push({ id, params, ...options });
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#running);
    return {
      result: new Promise((resolve) =>
        setTimeout(() => {
          this.#running--;
          resolve(answer(id, params));
        }, 10),
      ),
    };
  }
}

function answer(id: string, params: readonly unknown[]): CustomFunctionOutcome {
  if (id === "TWICE") return { value: Number(params[0]) * 2 };
  if (id === "KIND") return { value: typeof params[0] };
  if (id === "FLAGS" && Array.isArray(params[0]))
    return {
      value: (params[0] as readonly (readonly unknown[])[]).map((row) => [
        Number(row[0]) > Number(params[1] ?? 0),
      ]),
    };
  return { error: "#VALUE!", message: "kind: доли, отметки или числа" };
}

async function compute(
  content: Content,
): Promise<{ workbook: Workbook; addin: Addin; calculation: UniverCalculation }> {
  const workbook = build(content);
  const addin = new Addin();
  const calculation = new UniverCalculation({ functions: FUNCTIONS, runner: addin });
  await calculation.recalculate(workbook, EVERYTHING);
  return { workbook, addin, calculation };
}

const change = (workbook: Workbook, ...addresses: string[]) => ({
  everything: false,
  areas: new Map([[workbook.sheets[0]?.id ?? "", addresses.map(place)]]),
});

// learn.microsoft.com, "Custom functions parameter options" (null for what is left out), "Handle and return errors from your
// custom function" (errors with a text, `allowErrorForDataTypeAny`), "Return multiple results from your custom function" (spills).
describe("a function of the add-in", () => {
  it("runs inside IF and gets the value of a cell", async () => {
    const { workbook, addin } = await compute({ Лист: { A1: 21, B1: '=IF(NOR.TWICE(A1)=42,"да","нет")' } });
    expect(cellAt(workbook, "B1")?.value).toBe("да");
    expect(addin.calls).toMatchObject([{ id: "TWICE", params: [21], address: "Лист!B1" }]);
  });

  it("takes the result of another one and feeds a third formula", async () => {
    const { workbook } = await compute({
      Лист: { A1: "=NOR.TWICE(NOR.TWICE(1))", A2: "=NOR.TWICE(A1)+1", A3: "=A2*10" },
    });
    expect([1, 2, 3].map((row) => cellAt(workbook, `A${row}`)?.value)).toEqual([4, 9, 90]);
  });

  it("spills its column, and SUM sees the spilled cells", async () => {
    const { workbook, addin } = await compute({
      Лист: { A1: 10, A2: 30, A3: 50, C1: "=NOR.FLAGS(A1:A3,20)", E1: "=COUNTIF(C1:C3,TRUE)" },
    });
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([false, true, true]);
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.spilledFrom)).toEqual([
      undefined,
      "0,2",
      "0,2",
    ]);
    expect(cellAt(workbook, "E1")?.value).toBe(2);
    expect(addin.calls[0]).toMatchObject({
      params: [[[10], [30], [50]], 20],
      parameterAddresses: ["Лист!A1:A3", null],
    });
  });

  it("gets 0 for a blank cell, as in Excel on the desktop, and null for what is left out", async () => {
    const { addin } = await compute({ Лист: { A1: 10, C1: "=NOR.FLAGS(A1:A2,)" } });
    expect(addin.calls[0]?.params).toEqual([[[10], [0]], null]);
  });

  it("gets null for a blank cell where the host does as Excel on the web", async () => {
    const workbook = build({ Лист: { A1: 10, C1: "=NOR.FLAGS(A1:A2)", D1: "=NOR.KIND(B5)" } });
    const addin = new Addin();
    const calculation = new UniverCalculation({ functions: FUNCTIONS, runner: addin, blank: null });
    await calculation.recalculate(workbook, EVERYTHING);
    expect(addin.calls.map(({ params }) => params)).toEqual([[[[10], [null]], null], [null]]);
  });

  it.each(["02.04.2027", "12%", "1/2", "10:30", "2027-04-02"])(
    "gets the text «%s» as a text, not as a date or a number",
    async (text) => {
      const { addin } = await compute({ Лист: { A1: `=NOR.KIND("${text}")` } });
      expect(addin.calls[0]?.params).toEqual([text]);
    },
  );

  it("gets null for every optional parameter that is not written", async () => {
    const { addin } = await compute({ Лист: { A1: 10, C1: "=NOR.FLAGS(A1:A2)" } });
    expect(addin.calls[0]).toMatchObject({
      params: [[[10], [0]], null],
      parameterAddresses: ["Лист!A1:A2", null],
    });
  });

  it("gives its error with its message", async () => {
    const { workbook } = await compute({ Лист: { A1: "=NOR.FAIL()" } });
    expect(cellAt(workbook, "A1")).toMatchObject({
      value: "#VALUE!",
      error: true,
      errorMessage: "kind: доли, отметки или числа",
    });
  });

  it("is not called with an error unless it takes errors", async () => {
    const { workbook, addin } = await compute({
      Лист: { A1: "#N/A", B1: "=NOR.TWICE(A1)", B2: "=NOR.KIND(A1)" },
    });
    expect(cellAt(workbook, "B1")?.value).toBe("#N/A");
    expect(cellAt(workbook, "B2")?.value).toBe("object");
    expect(addin.calls.map(({ id, flags }) => [id, flags])).toEqual([["KIND", 4]]);
  });

  it("is found under the name that Excel saves", async () => {
    const { workbook } = await compute({ Лист: { A1: "=_xldudf_NOR_TWICE(4)" } });
    expect(cellAt(workbook, "A1")?.value).toBe(8);
  });

  it("is unknown when the add-in does not have it", async () => {
    const { workbook } = await compute({ Лист: { A1: "=NOR.OTHER(4)" } });
    expect(cellAt(workbook, "A1")).toMatchObject({ value: "#NAME?", error: true });
  });

  it("is called for all cells of a column at once: office.js hands results over in batches", async () => {
    const rows = Array.from({ length: 200 }, (_, at) => at + 1);
    const cells: Record<string, Scalar> = {};
    for (const row of rows) {
      cells[`A${row}`] = row;
      cells[`B${row}`] = `=NOR.TWICE(A${row})`;
    }
    const { workbook, addin } = await compute({ Лист: cells });
    expect(rows.map((row) => cellAt(workbook, `B${row}`)?.value)).toEqual(rows.map((row) => row * 2));
    expect(addin.calls).toHaveLength(200);
    expect(addin.mostAtOnce).toBe(200);
  });

  it("runs again only where its cells changed", async () => {
    const { workbook, addin, calculation } = await compute({
      Лист: { A1: 1, A2: 2, B1: "=NOR.TWICE(A1)", B2: "=NOR.TWICE(A2)" },
    });
    addin.calls.length = 0;
    setContent(sheetOf(workbook, "Лист"), 1, 0, { value: 5 });
    await calculation.recalculate(workbook, change(workbook, "A2"));
    expect(addin.calls.map(({ address }) => address)).toEqual(["Лист!B2"]);
    expect([cellAt(workbook, "B1")?.value, cellAt(workbook, "B2")?.value]).toEqual([2, 10]);
  });
});

// support.microsoft.com, "Dynamic array formulas and spilled array behavior", "How to correct a #SPILL! error".
describe("a dynamic array", () => {
  const CONTENT = { Лист: { A1: 3, A2: 1, A3: 2, C1: "=_xlfn._xlws.SORT(A1:A3)", E1: "=SUM(C1:C3)" } };

  it("finds no room over a value and fills the cells again when it goes", async () => {
    const { workbook, calculation } = await compute(CONTENT);
    const sheet = sheetOf(workbook, "Лист");
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([1, 2, 3]);
    expect(cellAt(workbook, "E1")?.value).toBe(6);

    setContent(sheet, 2, 2, { value: "занято" });
    await calculation.recalculate(workbook, change(workbook, "C3"));
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([
      "#SPILL!",
      undefined,
      "занято",
    ]);

    clearContent(sheet, 2, 2);
    await calculation.recalculate(workbook, change(workbook, "C3"));
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([1, 2, 3]);
  });

  it("leaves nothing behind when its formula is deleted", async () => {
    const { workbook, calculation } = await compute(CONTENT);
    clearContent(sheetOf(workbook, "Лист"), 0, 2);
    await calculation.recalculate(workbook, change(workbook, "C1"));
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(cellAt(workbook, "E1")?.value).toBe(0);
  });

  it("grows and shrinks with its source", async () => {
    const { workbook, calculation } = await compute({
      Лист: { A1: 1, A2: 2, A3: 3, C1: "=_xlfn._xlws.FILTER(A1:A3,A1:A3>E1)", E1: 0 },
    });
    setContent(sheetOf(workbook, "Лист"), 0, 4, { value: 2 });
    await calculation.recalculate(workbook, change(workbook, "E1"));
    expect([1, 2, 3].map((row) => cellAt(workbook, `C${row}`)?.value)).toEqual([3, undefined, undefined]);
  });
});
