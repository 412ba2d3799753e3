import * as fc from "fast-check";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { spans, staying, type SheetPatch } from "../../../src/domain/regeneration/patch";
import { regenerate } from "../../../src/domain/regeneration/regenerate";
import { restore } from "../../../src/domain/regeneration/restore";
import { freeOfRow, inRow, rowsOfPlan } from "../../../src/domain/regeneration/rows";
import type { SheetPlan } from "../../../src/domain/sheet-plan";

/** Does to an array of rows what Excel does to a sheet. */
function applied(grid: Grid, { deletions, insertions, blocks }: SheetPatch): CellValue[][] {
  const rows = grid.cells.map((row) => [...row]);
  for (const { from, to } of deletions) rows.splice(from, to - from + 1);
  for (const { from, to } of insertions)
    rows.splice(from, 0, ...Array.from({ length: to - from + 1 }, (): CellValue[] => []));
  for (const { row, column, cells } of blocks)
    cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        const target = (rows[row + r] ??= []);
        target[column + c] = cell !== null && typeof cell === "object" ? cell.formula : cell;
      });
    });
  return rows.map((row) => {
    const filled = Array.from(row, (cell) => cell ?? null);
    while (filled.length > 0 && filled.at(-1) === null) filled.pop();
    return filled;
  });
}

const planOf = (rows: readonly (readonly [id: string, ...cells: string[]])[]): SheetPlan => ({
  id: "roadmap:x",
  kind: "roadmap",
  name: "Дорожная карта",
  columns: [10, 10],
  rowIds: rows.map(([id]) => id),
  blocks: [{ row: 0, column: 0, cells: rows.map(([, ...cells]) => cells) }],
  styles: [],
  merges: [],
  rowHeights: [],
  autofit: [],
  print: { orientation: "portrait", area: { top: 0, left: 0, bottom: 0, right: 1 }, footer: "" },
});
const gridOf = (cells: readonly (readonly CellValue[])[]): Grid => ({ sheet: "x", top: 0, left: 0, cells });

const BASE = planOf([
  ["h", "№", "Мероприятие"],
  ["000:1", "1", "Анализ"],
  ["000:2", "2", "Семинар"],
  ["000:3", "3", "Отчёт"],
]);
const NEW = planOf([
  ["h", "№", "Мероприятие"],
  ["000:1", "1", "Анализ ВПР"],
  ["000:1а", "1а", "Новое"],
  ["000:3", "3", "Отчёт"],
]);

test.each<{
  name: string;
  sheet: readonly (readonly CellValue[])[];
  after: readonly (readonly CellValue[])[];
}>([
  {
    name: "a column that the user put in between and one to the right of the ids",
    sheet: [
      ["№", "Моё", "Мероприятие", "h", "Статус"],
      ["1", null, "Анализ", "000:1", "готово"],
      ["2", null, "Семинар", "000:2", null],
      ["3", "!", "Отчёт", "000:3", null],
    ],
    after: [
      ["№", "Моё", "Мероприятие", "h", "Статус"],
      ["1", null, "Анализ ВПР", "000:1", "готово"],
      ["1а", null, "Новое", "000:1а"],
      ["3", "!", "Отчёт", "000:3"],
    ],
  },
  {
    name: "columns that the user exchanged",
    sheet: [
      ["Мероприятие", "№", "h"],
      ["Анализ", "1", "000:1"],
      ["Семинар", "2", "000:2"],
      ["Отчёт", "3", "000:3"],
    ],
    after: [
      ["Мероприятие", "№", "h"],
      ["Анализ ВПР", "1", "000:1"],
      ["Новое", "1а", "000:1а"],
      ["Отчёт", "3", "000:3"],
    ],
  },
  {
    name: "a column that the user deleted stays deleted",
    sheet: [
      ["Мероприятие", "h"],
      ["Анализ", "000:1"],
      ["Семинар", "000:2"],
      ["Отчёт", "000:3"],
    ],
    after: [
      ["Мероприятие", "h"],
      ["Анализ ВПР", "000:1"],
      ["Новое", "000:1а"],
      ["Отчёт", "000:3"],
    ],
  },
  {
    name: "rows above that the user put in",
    sheet: [
      ["Утверждаю"],
      [],
      ["№", "Мероприятие", "h"],
      ["1", "Анализ", "000:1"],
      ["2", "Семинар", "000:2"],
      ["3", "Отчёт", "000:3"],
    ],
    after: [
      ["Утверждаю"],
      [],
      ["№", "Мероприятие", "h"],
      ["1", "Анализ ВПР", "000:1"],
      ["1а", "Новое", "000:1а"],
      ["3", "Отчёт", "000:3"],
    ],
  },
])("$name", ({ sheet, after }) => {
  const grid = gridOf(sheet);
  const made = regenerate({ plan: NEW, grid, kept: rowsOfPlan(BASE) });
  expect(made === null ? null : applied(grid, made.patch)).toEqual(after);
});

test("no ids, or other columns: not merged", () => {
  const grid = gridOf([["№", "Мероприятие"]]);
  expect(regenerate({ plan: NEW, grid, kept: rowsOfPlan(BASE) })).toBeNull();
  const wide = { ...NEW, columns: [10, 10, 10] };
  const whole = gridOf([["№", "Мероприятие", "h"]]);
  expect(regenerate({ plan: wide, grid: whole, kept: rowsOfPlan(BASE) })).toBeNull();
  const none: SheetPlan = { ...planOf([]), rowIds: [] };
  expect(regenerate({ plan: none, grid: whole, kept: null })).toBeNull();
});

test.each([
  ["=F12/E12", 11, "=F{r}/E{r}"],
  ["=IF($E12>$E$3,E121,F12)", 11, "=IF($E{r}>$E$3,E121,F{r})"],
  ['=IF(A5="A5","A5",0)', 4, '=IF(A{r}="A5","A5",0)'],
  ["=LOG10(A10)", 9, "=LOG10(A{r})"],
])("%s in row %i is %s in every row", (formula, row, free) => {
  expect(freeOfRow(formula, row)).toBe(free);
  expect(inRow(free, row)).toBe(formula);
});

test("spans, and the longest run that keeps its order", () => {
  expect(spans([1, 2, 5])).toEqual([
    { from: 1, to: 2 },
    { from: 5, to: 5 },
  ]);
  expect([...staying([3, 0, null, 1, 2])].sort()).toEqual([1, 3, 4]);
});

const anyRows = fc.array(
  fc.tuple(fc.constantFrom("а", "б", "в"), fc.constantFrom("000:1", "000:2", "000:3")),
  {
    maxLength: 8,
  },
);
test("whatever became of a sheet, it is put back as it was", () => {
  fc.assert(
    fc.property(anyRows, anyRows, (now, before) => {
      const [current, wanted] = [gridOf(now), gridOf(before)];
      expect(applied(current, restore(current, wanted, 1))).toEqual(before.map((row) => [...row]));
    }),
  );
});
