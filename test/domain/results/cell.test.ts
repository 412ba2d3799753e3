import type { CellValue } from "../../../src/domain/grid";
import { parseCell } from "../../../src/domain/results/cell";

/** [value, number format, what the cell says]. */
const CASES: readonly (readonly [CellValue, string, string])[] = [
  [null, "", "blank"],
  ["  ", "", "blank"],
  ["\u00A0", "", "blank"],
  [12, "General", "12"],
  [0, "0", "0"],
  [-3, "", "-3"],
  ["12,5", "@", "12.5"],
  ["12.5", "", "12.5"],
  ["1\u00A0234", "", "1234"],
  ["1\u2009234,50", "", "1234.5"],
  ["30%", "", "30%"],
  ["30 %", "", "30%"],
  ["30,0\u00A0%", "", "30%"],
  [0.3, "0%", "30%"],
  [0.29, "0.00%", "29%"],
  [0.3, "General", "0.3"],
  ["12 чел.", "", "12"],
  ["12*", "", "12"],
  ["−3", "", "-3"],
  ["н/д", "", "noData"],
  ["Н/Д", "", "noData"],
  ["нет", "", "noData"],
  ["-", "", "noData"],
  ["—", "", "noData"],
  ["–", "", "noData"],
  ["х", "", "noData"],
  ["X", "", "noData"],
  ["…", "", "noData"],
  ["...", "", "noData"],
  ["#N/A", "", "error"],
  ["#Н/Д", "", "error"],
  ["#ДЕЛ/0!", "", "error"],
  ["#VALUE!", "", "error"],
  [43597, "dd.mm.yyyy", "date"],
  [43597, "d mmm", "date"],
  [43597, "[$-419]d\\ mmm;@", "date"],
  [12, '0" чел. дано"', "12"],
  [true, "", "text"],
  ["5 (25%)", "", "text"],
  ["около 10", "", "text"],
  ["12.05.2019", "", "text"],
  ["1 2", "", "text"],
];

test.each(CASES)("%p under «%s» is %s", (value, format, expected) => {
  const cell = parseCell(value, format);
  expect(cell.kind === "number" ? `${cell.value}${cell.percent ? "%" : ""}` : cell.kind).toBe(expected);
});

// 43233 is the 13th of May 2018: serial 43101 is the 1st of January 2018, and 132 days follow.
test("a date is told as its cell shows it", () => {
  expect(parseCell(43233, "dd.mm.yyyy")).toEqual({ kind: "date", text: "13.05.2018" });
});
