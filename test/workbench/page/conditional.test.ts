import { UniverCalculation } from "../../../src/workbench/calculation";
import { conditionalLooks, differences } from "../../../src/workbench/page/conditional/looks";
import { moveFormula } from "../../../src/workbench/page/conditional/move-formula";
import { createWorkbook, parseArea, put } from "../../../src/workbench/store";
import type { ConditionalFormat, Scalar, Style, Workbook } from "../../../src/workbench/store/model";

const RED: Style = { fill: "#FFC7CE" };
const GREEN: Style = { fill: "#C6EFCE" };

/** A book of one sheet whose first column is filled downwards; `undefined` leaves a cell blank. */
function book(
  column: readonly (Scalar | undefined)[],
  formats: readonly (Omit<ConditionalFormat, "id" | "areas"> & { readonly at: string })[],
): Workbook {
  const workbook = createWorkbook({ sheets: ["Лист1", "Лист2"] });
  const [sheet, other] = workbook.sheets;
  if (!sheet || !other) throw new Error("no sheets");
  column.forEach((value, row) => {
    put(sheet, row, 0, value === undefined ? { style: { bold: true } } : { value });
  });
  put(other, 0, 0, { value: 30 });
  sheet.conditionalFormats = formats.map(({ at, ...format }, index) => {
    const area = parseArea(at);
    if (!area) throw new Error(at);
    return { ...format, id: String(index), areas: [area] };
  });
  return workbook;
}

/** Fills of the first column, by row. */
async function fillsOf(workbook: Workbook): Promise<(string | undefined)[]> {
  const { bySheet } = await conditionalLooks(workbook, new UniverCalculation());
  const [sheet] = workbook.sheets;
  const look = sheet && bySheet.get(sheet);
  return [...(sheet?.cells.keys() ?? [])].map((row) => look?.get(row)?.get(0)?.fill);
}

const R = RED.fill;
const G = GREEN.fill;
const NONE = undefined;

describe("conditional formats on the page", () => {
  it.each<[string, (Scalar | undefined)[], Parameters<typeof book>[1], (string | undefined)[]]>([
    [
      "a limit that is a number",
      [29.9, 30, 35],
      [
        {
          at: "A1:A3",
          kind: "CellValue",
          rule: { operator: "GreaterThanOrEqual", formula1: "=30" },
          style: RED,
        },
      ],
      [NONE, R, R],
    ],
    [
      // support.microsoft.com, "Use conditional formatting": a blank cell counts as 0, a text is more than any number
      "a blank is 0 and a text is above numbers",
      [undefined, "н/д", 5],
      [{ at: "A1:A3", kind: "CellValue", rule: { operator: "LessThan", formula1: "10" }, style: RED }],
      [R, NONE, R],
    ],
    [
      "limits in either order",
      [1, 2, 3, 4],
      [
        {
          at: "A1:A4",
          kind: "CellValue",
          rule: { operator: "Between", formula1: "3", formula2: "2" },
          style: RED,
        },
      ],
      [NONE, R, R, NONE],
    ],
    [
      "a limit in a cell of another sheet",
      [10, 40],
      [
        {
          at: "A1:A2",
          kind: "CellValue",
          rule: { operator: "GreaterThan", formula1: "=Лист2!$A$1" },
          style: RED,
        },
      ],
      [NONE, R],
    ],
    [
      "a text, without regard to case",
      ["Низкий", "высокий", "не НИЗКИЙ"],
      [{ at: "A1:A3", kind: "ContainsText", rule: { operator: "Contains", text: "низкий" }, style: RED }],
      [R, NONE, R],
    ],
    [
      "a formula that moves with the row",
      [1, 2, 2, 4],
      [{ at: "A2:A4", kind: "Custom", formula: "=A2>A1+0", style: RED }],
      [NONE, R, NONE, R],
    ],
    [
      "a formula whose $ holds the row",
      [2, 1, 3],
      [{ at: "A1:A3", kind: "Custom", formula: "=$A1>$A$1", style: RED }],
      [NONE, NONE, R],
    ],
    [
      "a formula that ends in a text or an error does not hold",
      [1, 0],
      [{ at: "A1:A2", kind: "Custom", formula: '=IF(A1=1,"да",1/A1)', style: RED }],
      [NONE, NONE],
    ],
    [
      "of two rules the first",
      [50],
      [
        { at: "A1:A1", kind: "CellValue", rule: { operator: "GreaterThan", formula1: "40" }, style: RED },
        { at: "A1:A1", kind: "CellValue", rule: { operator: "GreaterThan", formula1: "10" }, style: GREEN },
      ],
      [R],
    ],
    [
      "a rule without a look that stops those after it",
      [50, 20],
      [
        {
          at: "A1:A2",
          kind: "CellValue",
          rule: { operator: "GreaterThan", formula1: "40" },
          stopIfTrue: true,
        },
        { at: "A1:A2", kind: "CellValue", rule: { operator: "GreaterThan", formula1: "10" }, style: GREEN },
      ],
      [NONE, G],
    ],
    [
      "values that stand twice",
      ["Школа 1", "Школа 2", "школа 1"],
      [{ at: "A1:A3", kind: "Other", rule: { type: "duplicateValues" }, style: RED }],
      [R, NONE, R],
    ],
    [
      // White at 0, half way to #F8696B at 5: F8 + 7/2, 69 + 150/2, 6B + 148/2
      "a scale of colours",
      [0, 5, 10, "нет"],
      [
        {
          at: "A1:A4",
          kind: "ColorScale",
          rule: {
            minimum: { type: "Number", formula: "0", color: "#FFFFFF" },
            maximum: { type: "HighestValue", color: "#F8696B" },
          },
        },
      ],
      ["#FFFFFF", "#FCB4B5", "#F8696B", NONE],
    ],
  ])("%s", async (_, column, formats, expected) => {
    expect(await fillsOf(book(column, formats))).toEqual(expected);
  });

  it("names how many rules it does not draw", async () => {
    const workbook = book(
      [1, 2],
      [
        { at: "A1:A2", kind: "DataBar" },
        { at: "A1:A2", kind: "Other", rule: { type: "iconSet" } },
      ],
    );
    const { undrawn } = await conditionalLooks(workbook, new UniverCalculation());
    expect([...undrawn.values()]).toEqual([2]);
  });

  it("leaves the workbook as it is", async () => {
    const workbook = book([1, 2], [{ at: "A1:A2", kind: "Custom", formula: "=A1>1", style: RED }]);
    const before = JSON.stringify(
      workbook.sheets.map(({ cells }) => [...cells].map(([row, columns]) => [row, [...columns]])),
    );
    await conditionalLooks(workbook, new UniverCalculation());
    expect(
      JSON.stringify(
        workbook.sheets.map(({ cells }) => [...cells].map(([row, columns]) => [row, [...columns]])),
      ),
    ).toBe(before);
    expect(workbook.sheets[0]?.touched.values.size).toBe(0);
  });

  it("tells the cells that look otherwise", () => {
    const look = (entries: readonly [number, Style][]) =>
      new Map(entries.map(([row, style]) => [row, new Map([[0, style]])]));
    const found = differences(
      look([
        [0, RED],
        [1, RED],
        [2, RED],
      ]),
      look([
        [1, GREEN],
        [2, { ...RED }],
        [3, RED],
      ]),
    );
    expect([...found].map(([row]) => row).sort()).toEqual([0, 1, 3]);
  });
});

describe("a formula filled further", () => {
  it.each([
    ["=A1", 1, 2, "=C2"],
    ["=$A1+A$1+$A$1", 1, 1, "=$A2+B$1+$A$1"],
    ["=SUM(A1:B2)", 2, 0, "=SUM(A3:B4)"],
    ["='Лист A1'!A1", 1, 0, "='Лист A1'!A2"],
    ['=IF(A1="A1",1,0)', 1, 0, '=IF(A2="A1",1,0)'],
    ["=COUNTIF($A:$A,A1)", 1, 1, "=COUNTIF($A:$A,B2)"],
    ["=SUM(1:1)", 1, 0, "=SUM(2:2)"],
    ["=LOG10(A1)", 1, 0, "=LOG10(A2)"],
    ["=A1", -1, 0, "=#REF!"],
  ])("%s by %d, %d", (formula, rows, columns, expected) => {
    expect(moveFormula(formula, rows, columns)).toBe(expected);
  });
});
