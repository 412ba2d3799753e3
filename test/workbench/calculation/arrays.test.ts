import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { EmbeddedHost } from "../../../src/workbench";
import { UniverCalculation } from "../../../src/workbench/calculation";
import { parseAddress } from "../../../src/workbench/store";
import type { Workbook } from "../../../src/workbench/store/model";
import { at, handMade, partText, sheetOf } from "../files/support";
import { cellAt, EVERYTHING } from "./build";

/**
 * Arrays typed with Ctrl+Shift+Enter, as files hold them: `<f t="array" ref>` without cell metadata (ECMA-376 18.3.1.40; a
 * dynamic array has `cm` beside it, [MS-XLSX] 2.3.9). A1:A3 hold 2, 5, 9.
 */
const cellsOf = (formulaCell: string, others = ""): string =>
  `<sheetData><row r="1"><c r="A1"><v>2</v></c>${formulaCell}</row>` +
  `<row r="2"><c r="A2"><v>5</v></c>${others}</row><row r="3"><c r="A3"><v>9</v></c></row></sheetData>`;

async function calculated(sheet: string): Promise<Workbook> {
  const workbook = await openWorkbook(handMade({ sheet }), "массив.xlsx");
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  return workbook;
}

const array = (ref: string, formula: string): string =>
  `<c r="C1"><f t="array" ref="${ref}">${formula}</f><v>0</v></c>`;

describe("an array formula {=…}", () => {
  // What is said of too large and too small results: support.microsoft.com, "Guidelines and examples of array formulas".
  const cases: [string, ref: string, formula: string, expected: Record<string, unknown>][] = [
    ["in one cell", "C1", "SUM(A1:A3*A1:A3)", { C1: 110 }], // 4 + 25 + 81
    ["in one cell shows the first of more", "C1", "A1:A3*2", { C1: 4, C2: undefined }],
    ["in its own cells", "C1:C3", "A1:A3*2", { C1: 4, C2: 10, C3: 18 }],
    ["in fewer cells than it gives", "C1:C2", "A1:A3*2", { C1: 4, C2: 10, C3: undefined }],
    ["in more cells than it gives: the rest is #N/A", "C1:C4", "A1:A3*2", { C3: 18, C4: "#N/A" }],
    ["of one value in many cells: repeated", "C1:C3", "SUM(A1:A3)", { C1: 16, C2: 16, C3: 16 }],
    ["of one column in two: repeated", "C1:D3", "A1:A3*2", { C2: 10, D2: 10 }],
  ];
  test.each(cases)("%s", async (_name, ref, formula, expected) => {
    const workbook = await calculated(cellsOf(array(ref, formula)));
    const shown = Object.keys(expected).map((address) => [address, cellAt(workbook, address)?.value]);
    expect(Object.fromEntries(shown)).toEqual(expected);
  });

  test("is saved as one after its cells changed, not as a dynamic array", async () => {
    const workbook = await openWorkbook(
      handMade({ sheet: cellsOf(array("C1", "SUM(A1:A3*A1:A3)")) }),
      "массив.xlsx",
    );
    const host = new EmbeddedHost({ workbook, calculation: new UniverCalculation() });
    host.enter(sheetOf(workbook, 0), parseAddress("A3")?.area ?? fail(), [[1]]);
    await host.calculate();
    const after = await saveWorkbook(workbook);
    expect(partText(after, "xl/worksheets/sheet1.xml")).toContain(
      '<c r="C1"><f t="array" ref="C1">SUM(A1:A3*A1:A3)</f><v>30</v></c>', // 4 + 25 + 1
    );
    expect(at(sheetOf(await openWorkbook(after, "x.xlsx"), 0), "C1")?.array).toEqual({
      fixed: true,
      rows: 1,
      columns: 1,
    });
  });

  test("cannot be changed in part", async () => {
    const workbook = await calculated(cellsOf(array("C1:C3", "A1:A3*2")));
    const host = new EmbeddedHost({ workbook });
    const sheet = sheetOf(workbook, 0);
    const enter = (address: string, rows: number): void => {
      host.enter(
        sheet,
        parseAddress(address)?.area ?? fail(),
        Array.from({ length: rows }, () => [1]),
      );
    };
    expect(() => {
      enter("C2", 1);
    }).toThrow("invalid on the object"); // the text of InvalidOperation
    enter("C1:C3", 3);
    expect(cellAt(workbook, "C2")?.value).toBe(1);
    expect(cellAt(workbook, "C1")?.array).toBeUndefined();
  });
});

test("a dynamic array of one cell stays one when its result changes", async () => {
  const metadata =
    '<metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>';
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
  const sheet = cellsOf('<c r="C1" cm="1"><f t="array" ref="C1">_xlfn.UNIQUE(A1:A1)</f><v>7</v></c>');
  const rels = partText(handMade({}), "xl/_rels/workbook.xml.rels").replace(
    "</Relationships>",
    `<Relationship Id="rId9" Type="${relation}" Target="metadata.xml"/></Relationships>`,
  );
  const more = { "xl/metadata.xml": `<metadata>${metadata}</metadata>`, "xl/_rels/workbook.xml.rels": rels };
  const workbook = await openWorkbook(handMade({ sheet, more }), "массив.xlsx");
  await new UniverCalculation().recalculate(workbook, EVERYTHING);
  expect(cellAt(workbook, "C1")?.value).toBe(2);
  expect(partText(await saveWorkbook(workbook), "xl/worksheets/sheet1.xml")).toContain(
    '<c r="C1" cm="1"><f t="array" ref="C1">_xlfn.UNIQUE(A1:A1)</f><v>2</v></c>',
  );
});

test("a result that another program stored with 15 digits is the same result", async () => {
  // 1/3 is 0.333333333333333 there and 0.3333333333333333 here.
  const sheet = cellsOf("<c r='C1'><f>1/3</f><v>0.333333333333333</v></c>");
  const workbook = await calculated(sheet);
  expect(partText(await saveWorkbook(workbook), "xl/worksheets/sheet1.xml")).toContain(sheet);
});
