import { openWorkbook, saveWorkbook } from "../../src/workbench/files";
import type { Sheet, Workbook } from "../../src/workbench/store/model";
import { type AddIn, boot } from "../excel/harness";
import { everything, Hostile, TOKEN } from "./hostile";

let addin: AddIn;
beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
});

/** What stands outside of the texts and of the quoted names of sheets of a formula. */
const bones = (formula: string): string => formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/g, "");

interface Place {
  readonly at: string;
  readonly text: string;
}

/** Every formula of a workbook, wherever it stands: cells, names, conditional formats, validations. */
function formulasOf({ sheets, names }: Workbook): readonly Place[] {
  const all: Place[] = names.map(({ name, formula }) => ({ at: `имя ${name}`, text: formula }));
  for (const sheet of sheets) {
    for (const [row, columns] of sheet.cells)
      for (const [column, { formula }] of columns)
        if (formula !== undefined) all.push({ at: `${sheet.name} ${row + 1}:${column + 1}`, text: formula });
    for (const { name, formula } of sheet.names)
      all.push({ at: `${sheet.name}, имя ${name}`, text: formula });
    for (const { formula = "" } of sheet.conditionalFormats)
      all.push({ at: `${sheet.name}, условный формат`, text: formula });
    for (const { rule } of sheet.validations)
      all.push({ at: `${sheet.name}, проверка`, text: JSON.stringify(rule).replaceAll('\\"', "") });
  }
  return all;
}

const textsOf = (sheets: readonly Sheet[]): readonly string[] =>
  sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap((columns) =>
      [...columns.values()].flatMap(({ value, formula }) =>
        typeof value === "string" && formula === undefined ? [value] : [],
      ),
    ),
  );

/** In turn over the fields; `npm run fuzz` gives each of them to every field. */
const MIXED = ["=", "=", "+", "-", "@", "\t"];
const TAKEN = Number(process.env["FC_TIMES"] ?? 1) > 1 ? MIXED.slice(1).map((start) => [start]) : [MIXED];

test.each(TAKEN.map((starts) => [starts]))(
  "text that begins with %j stays text wherever it gets to",
  async (starts) => {
    const hostile = new Hostile(starts);
    const workbook = await everything(addin, hostile);
    const formulas = formulasOf(workbook);
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter(({ text }) => bones(text).includes(TOKEN))).toEqual([]);
    const made = workbook.sheets.slice(1);
    const texts = textsOf(made);
    const lost = [...hostile.given].filter(([, text]) => !texts.some((said) => said.includes(text.trim())));
    expect(lost).toEqual([]);

    const again = await openWorkbook(await saveWorkbook(workbook), "снова.xlsx");
    expect(formulasOf(again).filter(({ text }) => bones(text).includes(TOKEN))).toEqual([]);
    const hostileOf = (all: readonly string[]): readonly string[] =>
      all.filter((text) => text.includes(TOKEN)).sort();
    expect(hostileOf(textsOf(again.sheets.slice(1)))).toEqual(hostileOf(texts));
  },
  60_000,
);
