import { planScales, readScales, wantedScales } from "../../../../src/domain/documents/scales-sheet";
import type { Procedure } from "../../../../src/domain/results/procedure";
import { readWorkbook } from "../../../../src/domain/results/read";
import { EXAM_CODES } from "../../../../src/domain/results/scales/exams";
import { findMinimum, MINIMUMS } from "../../../../src/domain/results/scales/minimums";
import { findScale, markOf, SCALES, type Scale } from "../../../../src/domain/results/scales/scale";
import type { PlanCell } from "../../../../src/domain/sheet-plan";
import { faultsOf } from "../../documents/faults";
import { grid, sheet } from "../sheet";

const MATH5: Procedure = { form: "ВПР", subject: "математика", grade: 5 };
const SCALE: Scale = {
  procedure: MATH5,
  year: 2026,
  three: 7,
  four: 11,
  five: 15,
  most: 20,
  citation: "письмо",
};
const HEADER =
  "Форма | Предмет | Класс | Учебный год | Отметка 3 от | Отметка 4 от | Отметка 5 от | Наибольший балл | Документ";

it.each([
  [0, 2],
  [6, 2],
  [7, 3],
  [10, 3],
  [11, 4],
  [14, 4],
  [15, 5],
  [20, 5],
  [21, null],
  [-1, null],
  [7.5, null],
])("a total of %p is mark %p", (score, mark) => {
  expect(markOf(SCALE, score)).toBe(mark);
});

it("finds the scale of the same procedure and year only", () => {
  expect(findScale([SCALE], MATH5, 2026)).toBe(SCALE);
  expect(findScale([SCALE], MATH5, 2025)).toBeNull();
  expect(findScale([SCALE], { ...MATH5, grade: 6 }, 2026)).toBeNull();
  expect(findScale([SCALE], { ...MATH5, subject: "русский язык" }, 2026)).toBeNull();
});

// Domain reference, Identification: ЕГЭ русский 24 (36 is for university admission), профильная 27, базовая and ОГЭ 3.
it.each([
  [{ form: "ЕГЭ", subject: "русский язык" }, 24, "score"],
  [{ form: "ЕГЭ", subject: "математика профильная" }, 27, "score"],
  [{ form: "ЕГЭ", subject: "математика базовая" }, 3, "mark"],
  [{ form: "ОГЭ", subject: "математика" }, 3, "mark"],
  [{ form: "ОГЭ", subject: "химия" }, 3, "mark"],
] as const)("the minimum of %p is %p", (procedure, value, unit) => {
  expect(findMinimum(procedure)).toMatchObject({ value, unit });
});

it("no minimum is made up for other subjects of ЕГЭ", () => {
  expect(findMinimum({ form: "ЕГЭ", subject: "химия" })).toBeNull();
});

it("every datum has its citation", () => {
  for (const { citation } of [...MINIMUMS, ...EXAM_CODES, ...SCALES]) expect(citation).not.toBe("");
});

it("reads the sheet «Шкалы»", () => {
  const { scales, problems } = readScales(
    sheet(`
      Шкалы перевода баллов в отметки
      ${HEADER}
      ВПР | Математика | 5 | 2025/2026 | 7 | 11 | 15 | 20 | письмо
      | | | | | | | |
      ВПР | рус. яз. | 4 класс | 2026 | '14' | 24 | 33 | |
      ЕГЭ | химия | | 2026 | 36 | | | |
    `),
  );
  expect(problems).toEqual([]);
  expect(scales).toEqual([
    SCALE,
    {
      procedure: { form: "ВПР", subject: "русский язык", grade: 4 },
      ...{ year: 2026, three: 14, four: 24, five: 33, most: null, citation: "" },
    },
    {
      procedure: { form: "ЕГЭ", subject: "химия" },
      ...{ year: 2026, three: 36, four: null, five: null, most: null, citation: "" },
    },
  ]);
});

it.each([
  ["ВПР | Математика | | 2026 | 7 | 11 | 15 | 20 |", "procedure", "A2"],
  ["ВПР | | 5 | 2026 | 7 | 11 | 15 | 20 |", "procedure", "A2"],
  ["ВПР | Математика | 5 | давно | 7 | 11 | 15 | 20 |", "year", "D2"],
  ["ВПР | Математика | 5 | 2026 | | 11 | 15 | 20 |", "three", "E2"],
  ["ВПР | Математика | 5 | 2026 | семь | 11 | 15 | 20 |", "three", "E2"],
  ["ВПР | Математика | 5 | 2026 | 11 | 7 | 15 | 20 |", "order", "E2"],
  ["ВПР | Математика | 5 | 2026 | 7 | 11.5 | 15 | 20 |", "order", "F2"],
  ["ВПР | Математика | 5 | 2026 | 7 | 11 | 15 | 12 |", "order", "E2"],
])("says what is wrong with «%s»", (line, part, address) => {
  const { scales, problems } = readScales(sheet(`${HEADER}\n${line}`));
  expect(scales).toEqual([]);
  expect(problems).toMatchObject([{ code: "scaleUnreadable", source: { address }, fields: { part } }]);
});

it("a second scale of one procedure and year is a problem, the first counts", () => {
  const { scales, problems } = readScales(
    sheet(`
      ${HEADER}
      ВПР | Математика | 5 | 2026 | 7 | 11 | 15 | 20 | письмо
      ВПР | Математика | 5 | 2026 | 8 | 11 | 15 | 20 | письмо
    `),
  );
  expect(scales).toEqual([SCALE]);
  expect(problems).toMatchObject([{ source: { address: "A3" }, fields: { part: "repeated" } }]);
});

it("plans a sheet that reads back as nothing, or as the scales typed into it", () => {
  const plan = planScales([{ procedure: MATH5, year: 2026 }]);
  expect(faultsOf(plan)).toEqual([]);
  const cells: PlanCell[][] = Array.from({ length: 60 }, () => Array<PlanCell>(9).fill(null));
  for (const block of plan.blocks) {
    block.cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        const line = cells[block.row + r];
        if (line !== undefined) line[block.column + c] = cell;
      });
    });
  }
  const typed = (): ReturnType<typeof grid> =>
    grid(cells.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))));
  expect(readScales(typed()).problems).toMatchObject([
    { fields: { part: "three" }, source: { address: "E6" } },
  ]);
  [7, 11, 15, 20, "письмо"].forEach((value, n) => {
    const line = cells[5];
    if (line !== undefined) line[4 + n] = value;
  });
  expect(readScales(typed())).toEqual({ scales: [SCALE], problems: [] });
});

it("the scale that a reading asks for, entered on the sheet, makes the results count", () => {
  const form = sheet(
    `
    Логин школы | Код | Вариант | 1 (9б) | Итого баллов
    edu200001 | 1 | 1 | 6 | 6
    edu200001 | 2 | 1 | 7 | 7
  `,
    { file: "ВПР математика 5 класс 2026.xlsx" },
  );
  const before = readWorkbook([form]);
  expect(before.results).toEqual([]);
  const wanted = wantedScales(before.problems);
  expect(wanted).toEqual([{ procedure: MATH5, year: 2026 }]);
  expect(readWorkbook([form], { scales: [SCALE] })).toMatchObject({
    results: [{ participants: 2, failed: 1, marks: [1, 1, 0, 0] }],
    problems: [],
  });
});
