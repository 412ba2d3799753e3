/** The sheets «Шаблон – …» as Excel has them. */
import { type AddIn, boot, sheetOf } from "../harness";
import { small } from "../made-up";
import { textHeight } from "../../../src/domain/documents/text-height";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { addTemplateSheet } from "../../../src/excel/jobs/templates";
import { heightsOf } from "../../../src/workbench/store/sizes";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

test("every row is as high as its longest text", async () => {
  const workbook = addin.open(small());
  const written = await addTemplateSheet(officeWorkbook, {
    from: "support-programme",
    start: 2026,
  });
  const sheet = sheetOf(workbook, written?.name ?? "");
  const rows = [...sheet.cells].filter(([, cells]) => /^004:/.test(String(cells.get(9)?.value)));
  expect(rows).toHaveLength(40);
  const low = rows.filter(([row, cells]) => {
    const needed = textHeight(String(cells.get(3)?.value), 56, "inputText");
    return (heightsOf(sheet).get(row) ?? 15) < needed * 0.9;
  });
  expect(low.map(([row]) => row + 1)).toEqual([]);
});
