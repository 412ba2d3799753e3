import { openWorkbook, saveWorkbook } from "../../../src/workbench/files";
import { createWorkbook } from "../../../src/workbench/store/create";
import { setContent } from "../../../src/workbench/store/cells";
import { at, handMade, partText, sheetOf } from "./support";

/** Whether the format of a cell in the file has the mark of text kept by an apostrophe. */
function isMarked(bytes: Uint8Array, address: string): boolean {
  const sheet = partText(bytes, "xl/worksheets/sheet1.xml");
  const format = Number(new RegExp(`<c r="${address}"[^>]*?\\ss="(\\d+)"`).exec(sheet)?.[1] ?? 0);
  const formats = /<cellXfs[^]*?<\/cellXfs>/.exec(partText(bytes, "xl/styles.xml"))?.[0] ?? "";
  return [...formats.matchAll(/<xf\b[^>]*>/g)][format]?.[0].includes(' quotePrefix="1"') === true;
}

/** Texts that would be something else if they were typed, and those that would not. */
const TEXTS: readonly (readonly [text: string, marked: boolean])[] = [
  ["=1+1", true],
  ["+7 (999) 000-00-00", true],
  ["-СОШ № 3", true],
  ["'кавычка", true],
  ["12", true], // a number
  ["01.09.2026", true], // a date
  ["TRUE", true],
  ["#N/A", true],
  ["СОШ № 3", false],
  ["п. 1.1", false],
  ["\t=1+1", false], // Excel takes a formula from the first character only
  ["=", false],
];

test.each([
  ["a new workbook", () => Promise.resolve(createWorkbook({ name: "а.xlsx", sheets: ["Лист1"] }))],
  ["a file without styles", () => openWorkbook(handMade({}), "а.xlsx")],
] as const)("%s: such text is saved with its apostrophe and read back", async (_, open) => {
  const workbook = await open();
  TEXTS.forEach(([value], row) => {
    setContent(sheetOf(workbook, 0), row, 0, { value });
  });
  const bytes = await saveWorkbook(workbook);
  expect(TEXTS.map(([text], row) => [text, isMarked(bytes, `A${row + 1}`)])).toEqual(TEXTS);
  expect(partText(bytes, "xl/worksheets/sheet1.xml")).not.toMatch(/<f\b/);
  const again = sheetOf(await openWorkbook(bytes, "а.xlsx"), 0);
  expect(TEXTS.map((_text, row) => at(again, `A${row + 1}`))).toEqual(TEXTS.map(([value]) => ({ value })));
});

test("a formula typed over such text is not kept text by its mark, and the file's own marks stay", async () => {
  const workbook = await openWorkbook(
    handMade({
      styles: `<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
        <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" quotePrefix="1"/></cellXfs>`,
      sheet: `<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>=1</t></is></c><c r="B1" s="1" t="inlineStr"><is><t>=2</t></is></c></row></sheetData>`,
    }),
    "а.xlsx",
  );
  setContent(sheetOf(workbook, 0), 0, 0, { value: 2, formula: "=1+1" });
  const bytes = await saveWorkbook(workbook);
  expect(isMarked(bytes, "A1")).toBe(false);
  expect(isMarked(bytes, "B1")).toBe(true);
});
