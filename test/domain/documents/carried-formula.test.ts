import { carryFormula, type RowMoves } from "../../../src/domain/documents/carried-formula";

/**
 * Rows 5, 6, 7, 8 of a sheet with the user's cells from column P on. A row came in above them: 5 went to 6, 6 to 7, 7 to 9;
 * 8 is gone and its cells of the user's stand in row 12. What is above stays, what is below goes one row down.
 */
const PLACES: Readonly<Record<number, number | null>> = { 5: 6, 6: 7, 7: 9, 8: null };
const MOVES: RowMoves = {
  sheet: "Добавленные файлы",
  rows: [4, 5, 6, 7],
  users: 15,
  to: (row, ofUser) => {
    const place = row < 4 ? row + 1 : row > 7 ? row + 2 : (PLACES[row + 1] ?? null);
    return place === null ? (ofUser ? 11 : null) : place - 1;
  },
};

test.each<[why: string, formula: string, carried: string | null]>([
  ["the cell above goes with its own row", "=R5+I6", "=R6+I7"],
  ["fixed rows and columns stay fixed", "=$R$5+I$6", "=$R$6+I$7"],
  ["above the table nothing moves", "=I4*P$1", "=I4*P$1"],
  ["below the table all goes down", "=R9", "=R10"],
  ["an area of rows that stay side by side", "=SUM(R5:R6)", "=SUM(R6:R7)"],
  ["an area takes in what came between, as in Excel", "=SUM(R5:R7)", "=SUM(R6:R9)"],
  ["an area to far below the table", "=SUM(I$5:I$50)", "=SUM(I$6:I$51)"],
  ["an area loses a row that is gone, as in Excel", "=SUM(I6:I8)", "=SUM(I7:I9)"],
  ["an area may begin at its end", "=SUM(R6:R5)", "=SUM(R7:R6)"],
  ["whole rows", "=SUM(5:6)-SUM($5:$5)", "=SUM(6:7)-SUM($6:$6)"],
  [
    "whole columns and names stay: there is no column YTD",
    "=SUM(I:I)+Доля_5+YTD2026",
    "=SUM(I:I)+Доля_5+YTD2026",
  ],
  ["a cell of a row that is gone", "=I8*2", null],
  ["all rows of an area are gone", "=SUM(I8:I8)", null],
  ["the user's cells of that row stand elsewhere", "=R8*2", "=R12*2"],
  ["an area down to them", "=SUM(R6:R8)", "=SUM(R7:R12)"],
  ["quoted text is none", '="R5"&R5&"a""R5"', '="R5"&R6&"a""R5"'],
  [
    "other sheets stay, the sheet itself by its name moves",
    "=Сводная!I5+'Лист 1'!I5+'Добавленные файлы'!I5",
    "=Сводная!I5+'Лист 1'!I5+'Добавленные файлы'!I6",
  ],
  [
    "other files stay",
    "=[Книга.xlsx]Сводная!I5+'[Книга.xlsx]Лист 1'!I5",
    "=[Книга.xlsx]Сводная!I5+'[Книга.xlsx]Лист 1'!I5",
  ],
  [
    "columns of tables stay",
    "=SUM(ШНОР_Файлы[R5])+ШНОР_Файлы[[#This Row],[I6]]",
    "=SUM(ШНОР_Файлы[R5])+ШНОР_Файлы[[#This Row],[I6]]",
  ],
  ["a function whose name ends in a number", "=LOG10(I5)+ATAN2(I5,I6)", "=LOG10(I6)+ATAN2(I6,I7)"],
  ["an area up to what a function gives", "=SUM(I5:INDEX(I:I,6))", "=SUM(I6:INDEX(I:I,6))"],
  ["numbers are none", "=1E5+2.5E+6+7%", "=1E5+2.5E+6+7%"],
])("%s: %s", (_, formula, carried) => {
  expect(carryFormula(formula, MOVES)).toBe(carried);
});

test("an area between whose rows another came to stand is none any more", () => {
  // 5 and 6 change places with 7 between them: 6, 8 and 7
  const to = (row: number): number => [5, 7, 6][row - 4] ?? row + 1;
  expect(carryFormula("=SUM(R5:R6)", { ...MOVES, rows: [4, 5, 6], to })).toBeNull();
  expect(carryFormula("=SUM(R5:R7)", { ...MOVES, rows: [4, 5, 6], to })).toBe("=SUM(R6:R8)");
});
