import { HEAD, a1, box, errorValue, put, widths } from "../paint";
import type { Value } from "../paint";
import type { TruthBook, Where } from "../truth";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const SHEET = "Список";
const TASKS = ["ВПР математика 5", "ВПР русский язык 5", "ЕГЭ математика базовая"] as const;
type Row = [year: Value, procedure: Value, school: Value, participants: Value, failed: Value, share: Value];

/** A long list, most of it right, with a wrong cell of every kind. */
export const wrongCells: Fixture = {
  name: "10-wrong-cells",
  about:
    "Длинный список с ошибками: #ДЕЛ/0!, #Н/Д, отрицательное, дробное, не справилось больше, чем участвовало, повторы одинаковые и разные, нет года, нет школы, нет процедуры, слова вместо чисел, доля не сходится",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet(SHEET);
    put(sheet, 1, 1, "Сводный список результатов", { bold: true, size: 13 });
    ["Учебный год", "Процедура", "Школа", "Участники", "Не справились", "Доля, %"].forEach((text, index) =>
      put(sheet, 3, 1 + index, text, HEAD),
    );
    let row = 4;
    const write = (cells: Row): number => {
      cells.forEach((value, index) => put(sheet, row, 1 + index, value));
      return row++;
    };
    for (const school of someSchools(10, 4))
      for (const procedure of TASKS) {
        if (school.includes("ООШ") && procedure.startsWith("ЕГЭ")) continue;
        const figures = someFigures(random);
        const { participants, failed } = figures;
        const at = write([
          "2025/2026",
          procedure,
          truth.written(school, school),
          participants,
          failed,
          printed(figures),
        ]);
        truth.counted(
          { school, procedure, year: "2025/2026", sheet: SHEET, address: a1(at, 4, at, 6) },
          figures,
        );
      }
    // The wrong rows are all of the earlier year, so that they touch nothing above.
    for (const { cells, tell } of wrongRows(truth)) tell(write(cells));
    box(sheet, 3, 1, row - 1, 6);
    widths(sheet, [13, 26, 34, 11, 14, 9]);
  },
};

interface WrongRow {
  cells: Row;
  /** Writes down what the row, once it has a number, means. */
  tell: (row: number) => void;
}

function wrongRows(truth: TruthBook): WrongRow[] {
  const [first = "", second = "", third = "", fourth = "", fifth = "", sixth = "", seventh = ""] =
    someSchools(10, 4);
  const [maths, russian, base] = TASKS;
  const before = "2024/2025";
  const at = (school: string, procedure: string, row: number): Where => ({
    school,
    procedure,
    year: before,
    sheet: SHEET,
    address: a1(row, 4, row, 6),
  });
  /** A row whose only use is the problem at one of its columns. */
  const wrong = (cells: Row, column: number, kind: string): WrongRow => ({
    cells,
    tell: (row) => {
      truth.problem(SHEET, a1(row, column), kind, [
        a1(row, 1, row, 6),
        a1(row, 4, row, 6),
        a1(row, 4, row, 5),
      ]);
    },
  });
  return [
    {
      // The counts are good, the formula beside them is not.
      cells: [before, maths, first, 20, 5, errorValue("#DIV/0!")],
      tell: (row) => {
        truth.problem(SHEET, a1(row, 6), "error-value");
        truth.counted(at(first, maths, row), { participants: 20, failed: 5 });
      },
    },
    wrong([before, russian, first, 22, errorValue("#N/A"), null], 5, "error-value"),
    wrong([before, maths, second, errorValue("#REF!"), 4, null], 4, "error-value"),
    wrong([before, russian, second, -18, 3, null], 4, "negative"),
    wrong([before, base, second, 12, -1, null], 5, "negative"),
    wrong([before, maths, third, 14.5, 3, null], 4, "fractional"),
    wrong([before, russian, third, 17, 2.5, null], 5, "fractional"),
    wrong([before, base, third, 9, 11, null], 5, "failed-above-participants"),
    wrong([before, maths, fourth, "около 20", 6, null], 4, "not-a-number"),
    wrong([before, russian, fourth, 19, null, null], 5, "half-filled"),
    wrong([null, base, fourth, 11, 2, 18.2], 1, "year-unknown"),
    wrong(["20256", maths, fifth, 13, 2, 15.4], 1, "year-unknown"),
    wrong([before, "Математика", fifth, 13, 4, 30.8], 2, "procedure-unknown"),
    wrong([before, maths, null, 15, 2, 13.3], 3, "school-missing"),
    {
      cells: [before, russian, fifth, 16, 4, 41],
      tell: (row) => {
        truth.problem(SHEET, a1(row, 6), "share-disagrees", [a1(row, 4, row, 6), a1(row, 5)]);
        truth.goodWill(at(fifth, russian, row), { participants: 16, failed: 4 });
      },
    },
    ...twice(truth, at(sixth, maths, 0), [18, 6], [18, 6]),
    ...twice(truth, at(seventh, maths, 0), [21, 4], [21, 7]),
    {
      cells: [before, russian, seventh, 0, 0, "-"],
      tell: (row) => {
        truth.gap(at(seventh, russian, row), "0");
      },
    },
  ];
}

/** One school, procedure and year in two rows: once if the figures agree, not at all if they differ. */
function twice(truth: TruthBook, where: Where, one: [number, number], two: [number, number]): WrongRow[] {
  const row = ([participants, failed]: [number, number]): Row => {
    const share = printed({ participants, failed });
    return [where.year, where.procedure, where.school, participants, failed, share];
  };
  const same = one.join() === two.join();
  return [
    { cells: row(one), tell: () => undefined },
    {
      cells: row(two),
      tell: (at) => {
        const above = [4, 5, 6]
          .map((column) => a1(at - 1, column))
          .concat(a1(at - 1, 4, at - 1, 6), a1(at - 1, 4, at - 1, 5));
        const here = [a1(at, 4), a1(at, 4, at, 6), a1(at, 4, at, 5)];
        if (!same) {
          truth.problem(SHEET, a1(at, 5), "duplicate-differs", [...here, ...above]);
          return;
        }
        truth.counted(
          { ...where, address: a1(at - 1, 4, at - 1, 6) },
          { participants: one[0], failed: one[1] },
        );
        [...here, a1(at, 5), ...above].forEach((address) => {
          truth.allowed(SHEET, address, "duplicate-same");
        });
      },
    },
  ];
}
