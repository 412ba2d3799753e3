import fc from "fast-check";
import { createRoadmap } from "../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../src/excel/office-workbook";
import { SETTINGS_KEY } from "../../src/excel/settings";
import { uniqueName } from "../../src/excel/sheets/sheet-name";
import { withLinks } from "../../src/excel/sheets/link-plan";
import { asWritten } from "../../src/excel/sheets/write-plan";
import type { SheetPlan } from "../../src/domain/sheet-plan";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { type AddIn, boot, sheetOf } from "../excel/harness";
import { HEADER, workbookOf } from "../excel/made-up";
import { fuzz } from "../fuzz";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

const STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t=", "'=", "＝", "＋", "＠"];
const REST = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://example.org";"нажмите")',
  'A1","https://example.org")',
  "'!A1",
  "СОШ № 7",
  '"&A1&"',
  "",
];
/** Text that a spreadsheet program might take for a formula. */
const nasty = fc
  .tuple(fc.constantFrom(...STARTS), fc.oneof(fc.constantFrom(...REST), fc.string({ maxLength: 12 })))
  .map((parts) => parts.join(""));

/** What stands outside of the texts of a formula. */
const skeleton = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

test("whatever text is written, the cell holds that text and no formula", async () => {
  const texts = fc.sample(fc.oneof(nasty, fc.string({ maxLength: 30 })), { ...fuzz(3000), numRuns: 3000 });
  addin.open(workbookOf({ Лист: [["x"]] }));
  const { workbook } = addin.host;
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Лист").getRangeByIndexes(0, 0, texts.length, 1);
    range.values = texts.map((text) => [asWritten(text)]);
    await context.sync();
  });
  const { cells } = sheetOf(workbook, "Лист");
  const wrong = texts.flatMap((text, row) => {
    const cell = cells.get(row)?.get(0);
    return cell?.formula === undefined && (cell?.value ?? "") === text ? [] : [[text, cell]];
  });
  expect(wrong).toEqual([]);
});

const linked = (text: string, sheet: string): string => {
  const plan = {
    blocks: [{ row: 0, column: 0, cells: [[text]] }],
    links: [{ row: 0, column: 0, sheet, address: "A1" }],
  };
  const { blocks } = withLinks(plan as unknown as SheetPlan, new Map()); // as: nothing else of a plan is looked at
  const cell = blocks[0]?.cells[0]?.[0];
  return typeof cell === "object" && cell !== null ? cell.formula : String(cell);
};

test("neither a label nor the name of a sheet gets out of the quotes of its link", () => {
  const name = fc.oneof(nasty, fc.constantFrom(`О'Х"`, `a","http://x","`, `''`, `"`));
  fc.assert(
    fc.property(name, name, (text, sheet) => {
      const formula = linked(text, sheet);
      expect(skeleton(formula)).toBe('=HYPERLINK("","")');
      expect(formula).toMatch(/^=HYPERLINK\("#'/); // a place in this workbook, never an address
    }),
    fuzz(1000),
  );
});

test("the name of a sheet is one that Excel takes, whatever it is made from", () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(
      fc.oneof(nasty, fc.string({ maxLength: 60 }), fc.constant(`${"а".repeat(30)}'б`)),
      (wanted) => {
        const name = uniqueName(wanted, taken, " ");
        // learn.microsoft.com, Worksheet.name: 1 to 31 characters, none of / \ ? * [ ] :, no apostrophe at either end, not «History»
        expect(name).toMatch(/^(?!')[^/\\?*[\]:\u0000-\u001f]{1,31}(?<!')$/); // eslint-disable-line no-control-regex -- they are what is looked for
        expect(name.toLowerCase()).not.toBe("history");
      },
    ),
    fuzz(1000),
  );
  expect(uniqueName("History", new Set(), " ")).not.toBe("History");
});

test("schools, procedures and sheets with such names: every formula of the package is one of ours", async () => {
  const schools = [
    "=1+1",
    "+7 (999) СОШ",
    "-СОШ № 3",
    "@СОШ № 4",
    "\tСОШ № 5",
    'СОШ","https://example.org")',
    `СОШ 'О' "Х" & Ко`,
    "=cmd|' /C calc'!A0",
  ];
  const rows = schools.flatMap((school) =>
    ["ВПР математика 5", "ВПР русский язык 5"].flatMap((procedure) => [
      [school, "2025/2026", procedure, 10, 5],
      [school, "2024/2025", procedure, 10, 5],
    ]),
  );
  const workbook = addin.open(workbookOf({ [`=О'Х","http`]: [HEADER, ...rows] }));
  workbook.settings.set(SETTINGS_KEY, JSON.stringify({ ...DEFAULT_SETTINGS, package: "all" }));
  const before = new Set(workbook.sheets);
  await createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("new") });
  const made = workbook.sheets.filter((sheet) => !before.has(sheet));
  expect(made.length).toBeGreaterThan(10);
  const seen = new Set<string>();
  for (const sheet of made)
    for (const columns of sheet.cells.values())
      for (const { formula, value } of columns.values()) {
        if (typeof value === "string")
          schools.forEach((school) => value.includes(school) && seen.add(school));
        if (formula === undefined) continue;
        const bones = skeleton(formula).replace(/'(?:[^']|'')*'!/g, "");
        expect(bones).not.toMatch(/cmd|http|СОШ|1\+1|WEBSERVICE|DDE/i);
        if (formula.includes("HYPERLINK")) expect(formula).toMatch(/^=HYPERLINK\("#'/);
      }
  expect([...seen]).toEqual(expect.arrayContaining(schools.slice(2, 4)));
});
