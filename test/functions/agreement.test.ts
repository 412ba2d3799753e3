/**
 * The button, the functions and the native formulas of «Результаты» on the same random figures: the sheet is laid out
 * by the button's own plan, calculated by the embedded host, and every answer on it is compared.
 */
import fc from "fast-check";
import { analyse } from "../../src/domain/analysis";
import { planResultsSheet } from "../../src/domain/documents/results-sheet";
import type { CellValue } from "../../src/domain/grid";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import type { SheetPlan } from "../../src/domain/sheet-plan";
import type { Workbook } from "../../src/workbench/store/model";
import { verdictWords } from "../../src/locales/ru/function-words";
import { bootFunctions, type Calculated, valueOf } from "./calculated";
import { fuzz, patience } from "../fuzz";

const PROCEDURES = ["ВПР математика 5", "ВПР русский язык 6", "ОГЭ математика", "ЕГЭ русский язык"];
const SCHOOLS = ["Берёзовская СОШ", "Осиновская СОШ", "Кленовская ООШ", "Лесная СОШ"];
const YEARS = ["2023/2024", "2024/2025"];
const HEADER = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];

/** Small numbers, so that 30 % exactly and zero participants come often; one result in four is missing. */
const figures = fc.option(
  fc
    .nat({ max: 12 })
    .chain((participants) => fc.tuple(fc.constant(participants), fc.nat({ max: participants }))),
  { freq: 3 },
);
const tables = fc.record({
  figures: fc.array(figures, { minLength: 32, maxLength: 32 }),
  threshold: fc.constantFrom(20, 30, 33.3, 50),
  ruleId: fc.constantFrom("000", "004"),
});

function rowsOf(all: readonly (readonly [number, number] | null)[]): CellValue[][] {
  const keys = SCHOOLS.flatMap((school) =>
    PROCEDURES.flatMap((procedure) => YEARS.map((year) => [school, procedure, year])),
  );
  return keys.flatMap((key, index) => {
    const known = all[index];
    return known == null ? [] : [[...key, ...known]];
  });
}

/** The plan's cells by address, as the add-in would write them. */
function contentOf({ blocks }: SheetPlan): Record<string, string | number | boolean> {
  const content: Record<string, string | number | boolean> = {};
  for (const { row, column, cells } of blocks)
    for (const [r, line] of cells.entries())
      for (const [c, cell] of line.entries()) {
        const value = typeof cell === "object" && cell !== null ? cell.formula : cell;
        if (value !== null && value !== "")
          content[`${String.fromCharCode(65 + column + c)}${row + r + 1}`] = value;
      }
  return content;
}

let book: Calculated;
beforeAll(async () => {
  book = await bootFunctions();
}, 60_000);
afterAll(() => {
  book.dispose();
});

const analysed = (rows: readonly CellValue[][], threshold: number, ruleId: string) =>
  analyse({
    grids: [{ sheet: "ВПР", top: 0, left: 0, cells: [HEADER, ...rows] }],
    openWorkbook: "",
    decisions: null,
    settings: { ...DEFAULT_SETTINGS, threshold, ruleId },
  });

interface Answers {
  readonly workbook: Workbook;
  readonly first: number;
  readonly last: number;
}

async function calculated(
  plan: SheetPlan,
  formulas: (first: number, last: number) => Record<string, string>,
): Promise<Answers> {
  const { area } = plan.table ?? { area: { top: 0, bottom: 0 } };
  const [first, last] = [area.top + 2, area.bottom + 1];
  const workbook = await book.calculate({ Результаты: contentOf(plan), Свой: formulas(first, last) });
  return { workbook, first, last };
}

test(
  "LOWRESULT, FAILSHARE and LOWSCHOOLS over «Результаты» say what its native formulas and the button say",
  async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ figures: all, threshold, ruleId }) => {
        const rows = rowsOf(all);
        fc.pre(rows.length > 0);
        const analysis = analysed(rows, threshold, ruleId);
        fc.pre(analysis.identification.year !== null);
        const plan = planResultsSheet(analysis.schools, analysis.results, analysis.identification);
        const { workbook, first, last } = await calculated(plan, (from, to) => ({
          A1: `=NOR.LOWRESULT(Результаты!E${from}:F${to},${threshold})`,
          B1: `=NOR.FAILSHARE(Результаты!E${from}:F${to})`,
          D1: `=NOR.LOWSCHOOLS(Результаты!A${from - 1}:J${to},"${ruleId}",,${threshold})`,
        }));
        for (let row = first; row <= last; row++) {
          const own = row - first + 1;
          const native = valueOf(workbook, `Результаты!H${row}`);
          const answer = valueOf(workbook, `Свой!A${own}`);
          expect(answer === true ? "да" : answer === false ? "нет" : answer).toBe(native);
          expect(valueOf(workbook, `Свой!B${own}`)).toEqual(valueOf(workbook, `Результаты!G${row}`));
        }
        // «Результаты» has no row of a school that nobody's figures are known of, and a function knows its range alone
        const onSheet = new Set(analysis.results.map(({ schoolKey }) => schoolKey));
        const listed = analysis.identification.verdicts
          .filter(({ schoolKey }) => onSheet.has(schoolKey))
          .map(({ school, status, unchecked, criteria }) => [
            school,
            verdictWords[status === "notLow" && unchecked.length > 0 ? "insufficient" : status],
            criteria.join(", "),
          ])
          .filter(([, word]) => word !== verdictWords.notLow);
        const told = listed.map((_, index) =>
          ["D", "E", "F"].map((column) => valueOf(workbook, `Свой!${column}${index + 2}`)),
        );
        expect(told).toEqual(listed);
        expect(valueOf(workbook, `Свой!D${listed.length + 2}`)).toBe("");
      }),
      fuzz(10),
    );
  },
  patience(120_000),
);

test(
  "LOWSCHOOL and WHYLOW in a wide table say what the button says of each school",
  async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ figures: all, threshold, ruleId }) => {
        const rows = rowsOf(all);
        const { identification } = analysed(rows, threshold, ruleId);
        fc.pre(identification.year === 2025);
        const place = new Map(
          rows.map(([school, procedure, year, ...counts]) => [[school, procedure, year].join(), counts]),
        );
        const content: Record<string, string | number | boolean> = {};
        for (const [s, school] of SCHOOLS.entries()) {
          const cells = [...YEARS]
            .reverse()
            .flatMap((year) =>
              PROCEDURES.flatMap((procedure) => place.get([school, procedure, year].join()) ?? [null, null]),
            );
          for (const [c, cell] of cells.entries())
            if (cell !== null) content[`${String.fromCharCode(66 + c)}${s + 1}`] = cell;
          const call = `(B${s + 1}:I${s + 1},J${s + 1}:Q${s + 1},"${ruleId}",${threshold},"числа")`;
          content[`R${s + 1}`] = `=NOR.LOWSCHOOL${call}`;
          content[`S${s + 1}`] = `=NOR.WHYLOW${call}`;
        }
        const workbook = await book.calculate({ Лист: content });
        for (const [s, school] of SCHOOLS.entries()) {
          const verdict = identification.verdicts.find((one) => one.school === school);
          const status =
            verdict === undefined || (verdict.status === "notLow" && verdict.unchecked.length > 0)
              ? "insufficient"
              : verdict.status;
          const expected = status === "low" ? true : status === "notLow" ? false : "нет данных";
          expect(valueOf(workbook, `Лист!R${s + 1}`)).toBe(expected);
          const why = String(valueOf(workbook, `Лист!S${s + 1}`));
          const named = [...why.matchAll(/критерий (\d)/g)].map(([, digit]) => Number(digit));
          expect(named).toEqual(status === "low" ? verdict?.criteria : []);
        }
      }),
      fuzz(12),
    );
  },
  patience(120_000),
);
