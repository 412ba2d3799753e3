import type ExcelJS from "exceljs";
import type { Random } from "../random";
import { HEAD, a1, box, comma, merge, put, widths } from "../paint";
import type { Value } from "../paint";
import type { TruthBook } from "../truth";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

/** Marks in per cent in a long list; on the other sheet the share of those who passed («успеваемость»). */
export const markShares: Fixture = {
  name: "08-mark-shares",
  about:
    "Лист 1: длинный список, отметки 2–5 в процентах с двумя знаками, одна строка не сходится к 100; лист 2: «успеваемость» и «качество» вместо доли «2»",
  paint(workbook, truth, random) {
    paintMarks(workbook, truth, random);
    paintPassed(workbook, truth, random);
  },
};

const TASKS = [
  ["Русский язык", 6, "ВПР русский язык 6"],
  ["Математика", 6, "ВПР математика 6"],
] as const;

function paintMarks(workbook: ExcelJS.Workbook, truth: TruthBook, random: Random): void {
  const name = "Отметки, %";
  const sheet = workbook.addWorksheet(name);
  put(sheet, 1, 1, "Всероссийские проверочные работы: доли отметок, %", { bold: true, size: 13 });
  const titles: (string | number)[] = ["Год", "Предмет", "Класс", "Наименование школы", "Писали", 2, 3, 4, 5];
  titles.forEach((text, index) => put(sheet, 3, 1 + index, text, HEAD));
  let row = 4;
  for (const school of someSchools(11, 3))
    for (const [subject, grade, procedure] of TASKS)
      for (const year of ["2025/2026", "2024/2025"]) {
        const marks = fourMarks(random);
        const participants = marks.reduce((sum, mark) => sum + mark, 0);
        const shares: Value[] = marks.map((mark) => printed({ participants, failed: mark }, 2));
        const where = { school, procedure, year, sheet: name, address: a1(row, 5, row, 9) };
        const figures = { participants, failed: marks[0] };
        if (row === 17) {
          // «5» was left at last year's figure: the four do not make 100.
          shares[3] = 61.5;
          truth.problem(name, a1(row, 6, row, 9), "marks-do-not-sum", [
            a1(row, 5),
            a1(row, 6),
            a1(row, 9),
            where.address,
          ]);
          truth.goodWill(where, figures);
        } else truth.counted(where, figures);
        const cells = [year, subject, grade, truth.written(school, school), participants, ...shares];
        cells.forEach((value, index) => put(sheet, row, 1 + index, value));
        row++;
      }
  box(sheet, 3, 1, row - 1, 9);
  widths(sheet, [12, 16, 7, 34, 9, 8, 8, 8, 8]);
}

function fourMarks(random: Random): [number, number, number, number] {
  return [random.whole(0, 8), random.whole(3, 14), random.whole(2, 12), random.whole(1, 6)];
}

const PASSED = [
  ["Математика, 5 класс", "ВПР математика 5"],
  ["Русский язык, 5 класс", "ВПР русский язык 5"],
] as const;

function paintPassed(workbook: ExcelJS.Workbook, truth: TruthBook, random: Random): void {
  const name = "5 класс";
  const sheet = workbook.addWorksheet(name);
  merge(sheet, "A1:G1", "Успеваемость и качество по итогам ВПР весной 2025 года", { bold: true, size: 13 });
  merge(sheet, "A3:A4", "Школа", HEAD);
  PASSED.forEach(([title], index) => {
    const left = 2 + index * 3;
    merge(sheet, a1(3, left, 3, left + 2), title, HEAD);
    ["кол-во писавших", "успеваемость, %", "качество, %"].forEach((text, step) =>
      put(sheet, 4, left + step, text, HEAD),
    );
  });
  someSchools(12, 3).forEach((school, index) => {
    const row = 5 + index;
    put(sheet, row, 1, truth.written(school, school));
    PASSED.forEach(([, procedure], at) => {
      const left = 2 + at * 3;
      const figures = someFigures(random);
      const { participants, failed } = figures;
      const passed = printed({ participants, failed: participants - failed });
      const good = printed({ participants, failed: Math.floor((participants - failed) / 2) });
      put(sheet, row, left, participants);
      put(sheet, row, left + 1, index % 4 === 1 ? comma(passed) : passed);
      put(sheet, row, left + 2, good);
      const where = { school, procedure, year: "2024/2025", sheet: name };
      truth.counted({ ...where, address: a1(row, left, row, left + 2) }, figures);
    });
  });
  put(sheet, 18, 1, "Средние по району", { bold: true });
  [21, 84.1, 40.2, 22, 81.7, 39.5].forEach((value, index) =>
    put(sheet, 18, 2 + index, value, { bold: true }),
  );
  box(sheet, 3, 1, 18, 7);
  widths(sheet, [34, 11, 14, 12, 11, 14, 12]);
}
