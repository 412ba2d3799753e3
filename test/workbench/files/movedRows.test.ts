import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { type NodeHost, openHost } from "../../../src/workbench/node";
import { handMade, partText, type Parts } from "./support";

/**
 * What an opened sheet holds and the model does not know must stay where the user put it when rows or columns are put in or
 * taken out, or a sheet gets another name. Expected: what Excel does with the same sheet, by the rules of «Insert or delete
 * rows and columns» (references and rules move with their cells) and of ECMA-376 part 1, 18.3.1.
 */
async function changed(
  parts: Parts,
  change: (context: Excel.RequestContext) => void,
): Promise<{ sheet: string; names: readonly unknown[] }> {
  const workbook = await openWorkbook(handMade(parts), "проба.xlsx");
  const opened: NodeHost = await openHost({ workbook });
  try {
    await opened.Excel.run(async (context) => {
      change(context);
      await context.sync();
    });
    const after = await saveWorkbook(workbook);
    await openWorkbook(after, "проба.xlsx");
    return { sheet: partText(after, "xl/worksheets/sheet1.xml"), names: workbook.sheets };
  } finally {
    opened.dispose();
  }
}

const cells = (...rows: string[]): string => `<sheetData>${rows.join("")}</sheetData>`;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const insertSecond = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getFirst().getRange("2:2").insert("Down");
};
const deleteSecond = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getFirst().getRange("2:2").delete("Up");
};
const insertFirstColumn = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getFirst().getRange("A:A").insert("Right");
};
const rename = (context: Excel.RequestContext): void => {
  context.workbook.worksheets.getFirst().name = "Другой";
};

type Change = (context: Excel.RequestContext) => void;

const cases: [name: string, sheet: string, change: Change, holds: string[], not?: RegExp][] = [
  [
    "formats inside of a text",
    cells(one, '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'),
    insertSecond,
    ['<row r="3"><c r="A3" t="s"><v>0</v></c></row>'],
    /inlineStr|r="A2"/,
  ],
  [
    "outline and format of a row, a picture in a cell",
    cells(
      one,
      '<row r="2" s="3" customFormat="1" outlineLevel="1"><c r="B2" t="e" vm="1"><v>#VALUE!</v></c></row>',
    ),
    insertSecond,
    ['<row r="3" s="3" customFormat="1" outlineLevel="1"><c r="B3" t="e" vm="1"><v>#VALUE!</v></c></row>'],
    /<row r="2"/,
  ],
  [
    "rows and cells without addresses",
    cells("<row><c><v>1</v></c></row>", "<row><c><v>2</v></c><c><v>3</v></c></row>"),
    insertSecond,
    ['<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row>'],
  ],
  [
    "a row taken out goes with its cells, those below move up",
    cells(
      one,
      '<row r="2" outlineLevel="1"><c r="A2"><v>2</v></c></row>',
      '<row r="3"><c r="A3" ph="1"><v>3</v></c></row>',
    ),
    deleteSecond,
    ['<row r="2"><c r="A2" ph="1"><v>3</v></c></row></sheetData>'],
    /outlineLevel|r="3"/,
  ],
  [
    "a column put in",
    cells('<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" vm="1"><v>1</v></c></row>'),
    insertFirstColumn,
    ['<row r="1"><c r="B1" t="s"><v>0</v></c><c r="C1" vm="1"><v>1</v></c></row>'],
  ],
  [
    "a shared formula: each cell gets its own",
    // A3 is B3*2 by its distance from A1; the cell that it names moves with it.
    cells(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="B1"><v>1</v></c></row>',
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>',
    ),
    insertSecond,
    ["<f>B1*2</f>", '<row r="4"><c r="A4"><f>B4*2</f><v>6</v></c></row>'],
    /shared/,
  ],
  [
    "a table of what-if",
    cells(
      one,
      '<row r="3"><c r="C3"><f t="dataTable" ref="C3:C4" dt2D="0" dtr="0" r1="B3"/><v>5</v></c></row>',
    ),
    insertSecond,
    ['<row r="4"><c r="C4"><f t="dataTable" ref="C4:C5" dt2D="0" dtr="0" r1="B4"/><v>5</v></c></row>'],
  ],
  [
    "a result that another book gave, the sheet named as there",
    cells(one, '<row r="2"><c r="A2"><f>[1]Лист1!A5*2</f><v>84</v></c></row>'),
    insertSecond,
    ['<c r="A3"><f>[1]Лист1!A5*2</f><v>84</v></c>'],
  ],
  [
    "a column of a table called as a cell",
    cells(one, '<row r="2"><c r="A2"><f>SUM(Табл[Q5])</f><v>84</v></c></row>'),
    insertSecond,
    ["<f>SUM(Табл[Q5])</f>"],
  ],
  [
    "rules of kinds that are not drawn",
    `${cells(one)}<conditionalFormatting sqref="D4:D9"><cfRule type="containsBlanks" priority="1"><formula>LEN(TRIM(D4))=0</formula></cfRule></conditionalFormatting>`,
    insertSecond,
    ['sqref="D5:D10"><cfRule type="containsBlanks" priority="1"><formula>LEN(TRIM(D5))=0</formula>'],
  ],
  [
    "a rule that compares with a cell",
    `${cells(one)}<conditionalFormatting sqref="D4:D9"><cfRule type="cellIs" operator="lessThan" priority="1"><formula>$B$4</formula></cfRule></conditionalFormatting>`,
    insertSecond,
    ['sqref="D5:D10"><cfRule type="cellIs" operator="lessThan" priority="1"><formula>$B$5</formula>'],
  ],
  [
    "validation as the file has it, its list moved too",
    `${cells(one)}<dataValidations count="2"><dataValidation type="list" imeMode="off" sqref="B4 B6:B9"><formula1>$H$4:$H$9</formula1></dataValidation><dataValidation showInputMessage="1" prompt="Только текст" sqref="A10"/></dataValidations>`,
    insertSecond,
    [
      '<dataValidation type="list" imeMode="off" sqref="B5 B7:B10"><formula1>$H$5:$H$10</formula1></dataValidation>',
      '<dataValidation showInputMessage="1" prompt="Только текст" sqref="A11"/>',
    ],
  ],
  [
    "validation beside which another is made",
    `${cells(one)}<dataValidations count="2"><dataValidation type="list" imeMode="off" sqref="B4 B6:B9"><formula1>"а,б"</formula1></dataValidation><dataValidation showInputMessage="1" prompt="Только текст" sqref="A10"/></dataValidations>`,
    (context) => {
      context.workbook.worksheets.getFirst().getRange("F1").dataValidation.prompt = {
        message: "Число участников",
        showPrompt: true,
        title: "",
      };
    },
    [
      '<dataValidations count="3"><dataValidation type="list" imeMode="off" sqref="B4 B6:B9">',
      '<dataValidation showInputMessage="1" prompt="Только текст" sqref="A10"/>',
      'prompt="Число участников" sqref="F1"',
    ],
  ],
  [
    "a link over several cells, with what it shows",
    `${cells(one)}<hyperlinks><hyperlink ref="B4:B5" location="Лист1!A1" display="К началу"/></hyperlinks>`,
    insertSecond,
    ['<hyperlink ref="B5:B6" location="Лист1!A1" display="К началу"/>'],
  ],
  [
    "lists and rules of a renamed sheet",
    `${cells(one)}<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>Лист1!$B$1&gt;0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B4"><formula1>Лист1!$H$4:$H$9</formula1></dataValidation></dataValidations>`,
    rename,
    ["<formula>Другой!$B$1&gt;0</formula>", "<formula1>Другой!$H$4:$H$9</formula1>"],
    /Лист1/,
  ],
];

const strings = "<si><r><rPr><b/></rPr><t>Берё</t></r><r><t>зовская</t></r></si>";

test.each(cases)("%s", async (...[, sheet, change, holds, not]) => {
  const after = await changed({ sheet, strings }, change);
  for (const part of holds) expect(after.sheet).toContain(part);
  if (not) expect(after.sheet).not.toMatch(not);
});
