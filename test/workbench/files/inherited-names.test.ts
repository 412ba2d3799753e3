import { openWorkbook, saveWorkbook, sheetContents } from "../../../src/workbench/files";
import type { Sheet } from "../../../src/workbench/store";
import { handMade, sheetOf } from "./support";

/** Names that every object has: none of them is a border, a rule or a shape. */
const WORDS = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
/** A name that no table of the reader has: what it is taken for, each of those must be. */
const UNKNOWN = "unheardOf";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet with the word in every place where a table is asked about a name of the file. */
function fileWith(word: string): Uint8Array {
  const limits = `<formula1>1</formula1><formula2>2</formula2>`;
  return handMade({
    styles: `<fonts count="1"><font><u val="${word}"/><vertAlign val="${word}"/></font></fonts>
      <fills count="1"><fill><patternFill patternType="${word}"/></fill></fills>
      <borders count="1"><border><left style="${word}"/><top style="${word}"/></border></borders>
      <cellXfs count="1"><xf fontId="0" fillId="0" borderId="0" applyAlignment="1">
        <alignment horizontal="${word}" vertical="${word}" readingOrder="${word}"/></xf></cellXfs>`,
    sheet: `<sheetPr><tabColor theme="${word}"/></sheetPr>
      <sheetViews><sheetView workbookViewId="0"><pane state="${word}" ySplit="1"/></sheetView></sheetViews>
      <sheetData><row r="1"><c r="A1" s="0" t="${word}"><v>5</v></c></row></sheetData>
      <sheetProtection sheet="1" ${word}="1"/>
      <conditionalFormatting sqref="A1"><cfRule type="cellIs" operator="${word}" priority="1"><formula>1</formula></cfRule></conditionalFormatting>
      <conditionalFormatting sqref="A2"><cfRule type="${word}" operator="${word}" priority="2" text="а"/></conditionalFormatting>
      <conditionalFormatting sqref="A3"><cfRule type="colorScale" priority="3"><colorScale>
        <cfvo type="${word}"/><cfvo type="${word}"/><color rgb="FF000000"/><color rgb="FFFFFFFF"/></colorScale></cfRule></conditionalFormatting>
      <dataValidations count="2">
        <dataValidation type="${word}" operator="${word}" errorStyle="${word}" sqref="B1">${limits}</dataValidation>
        <dataValidation type="whole" operator="${word}" errorStyle="${word}" sqref="B2">${limits}</dataValidation>
      </dataValidations>
      <pageSetup orientation="${word}" pageOrder="${word}" cellComments="${word}" errors="${word}"/>
      <drawing r:id="rId2"/>`,
    sheetRels: `<Relationship Id="rId1" Type="${OFFICE}/${word}" Target="../some.xml"/>
      <Relationship Id="rId2" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>`,
    more: {
      "xl/some.xml": "<some/>",
      "xl/drawings/drawing1.xml": `<wsDr><twoCellAnchor><${word}/><sp/></twoCellAnchor></wsDr>`,
    },
  });
}

/** What is read of a sheet; words of the file themselves are kept, and stand there as the unknown one would. */
function told(sheet: Sheet, contents: unknown, word: string): unknown {
  const { cells, conditionalFormats, validations, page, protection } = sheet as Sheet &
    Record<string, unknown>; // as: whatever is there is compared
  const text = JSON.stringify([
    cells.get(0)?.get(0),
    conditionalFormats,
    validations,
    page,
    protection,
    contents,
  ]);
  return JSON.parse(text.replaceAll(word, UNKNOWN));
}

const read = async (word: string): Promise<unknown> => {
  const workbook = await openWorkbook(fileWith(word), "проба.xlsx");
  const sheet = sheetOf(workbook, 0);
  return told(sheet, [...(sheetContents(workbook).get(sheet) ?? [])], word);
};

test.each(WORDS)("«%s» in a file is a name that nobody knows", async (word) => {
  expect(await read(word)).toEqual(await read(UNKNOWN));
});

test.each(WORDS)("a file with «%s» is saved with it, after a change too", async (word) => {
  const workbook = await openWorkbook(fileWith(word), "проба.xlsx");
  const sheet = sheetOf(workbook, 0);
  sheet.cells.set(4, new Map([[0, { value: 1 }]]));
  sheet.touched.values.add(4, 0);
  const again = await openWorkbook(await saveWorkbook(workbook), "проба.xlsx");
  expect(sheetOf(again, 0).cells.get(4)?.get(0)?.value).toBe(1);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
