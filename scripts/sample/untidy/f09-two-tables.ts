import type ExcelJS from "exceljs";
import type { Random } from "../random";
import { HEAD, a1, box, merge, put, widths } from "../paint";
import type { Sheet } from "../paint";
import type { TruthBook } from "../truth";
import { someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

/** Two tables beside each other on one sheet, two below each other on the next. */
export const twoTables: Fixture = {
  name: "09-two-tables",
  about:
    "Две таблицы рядом (предмет над каждой, школы в разном порядке) и две одна под другой с разными годами в заголовках; примечания под таблицами",
  paint(workbook, truth, random) {
    beside(workbook, truth, random);
    below(workbook, truth, random);
  },
};

function beside(workbook: ExcelJS.Workbook, truth: TruthBook, random: Random): void {
  const name = "ВПР 2026";
  const sheet = workbook.addWorksheet(name);
  put(sheet, 1, 1, "ВПР, 5 классы, 2025/2026 учебный год", { bold: true, size: 13 });
  const schools = someSchools(12, 4);
  const tables = [
    ["Математика, 5 класс", "ВПР математика 5", 1, schools],
    ["Русский язык, 5 класс", "ВПР русский язык 5", 6, [...schools].reverse()],
  ] as const;
  for (const [title, procedure, left, order] of tables) {
    merge(sheet, a1(3, left, 3, left + 3), title, HEAD);
    ["№", "Школа", "Участники", "«2»"].forEach((text, step) => put(sheet, 4, left + step, text, HEAD));
    order.forEach((school, index) => {
      const row = 5 + index;
      const figures = someFigures(random);
      [index + 1, truth.written(school, school), figures.participants, figures.failed].forEach(
        (value, step) => put(sheet, row, left + step, value),
      );
      const address = a1(row, left + 2, row, left + 3);
      truth.counted({ school, procedure, year: "2025/2026", sheet: name, address }, figures);
    });
    box(sheet, 3, left, 16, left + 3);
    put(
      sheet,
      18,
      left,
      "Примечание. «2» — число получивших неудовлетворительную отметку; 2 школы писали 14 апреля.",
      {
        italic: true,
        size: 9,
      },
    );
  }
  widths(sheet, [5, 32, 11, 8, 3, 5, 32, 11, 8]);
}

const GROUPS = [
  ["Математика", "ОГЭ математика"],
  ["Русский язык", "ОГЭ русский язык"],
] as const;

function below(workbook: ExcelJS.Workbook, truth: TruthBook, random: Random): void {
  const name = "ОГЭ";
  const sheet = workbook.addWorksheet(name);
  let top = 1;
  for (const year of ["2024/2025", "2025/2026"]) {
    put(sheet, top, 1, `Результаты ОГЭ за ${year.replace("/", " – ")} учебный год`, { bold: true, size: 13 });
    header(sheet, top + 1);
    let row = top + 3;
    for (const school of someSchools(10, 3)) {
      put(sheet, row, 1, truth.written(school, school));
      GROUPS.forEach(([, procedure], at) => {
        const left = 2 + at * 2;
        const figures = someFigures(random);
        put(sheet, row, left, figures.participants);
        put(sheet, row, left + 1, figures.failed);
        truth.counted(
          { school, procedure, year, sheet: name, address: a1(row, left, row, left + 1) },
          figures,
        );
      });
      row++;
    }
    put(sheet, row, 1, "Итого", { bold: true });
    [250, 31, 250, 12].forEach((value, index) => put(sheet, row, 2 + index, value, { bold: true }));
    box(sheet, top + 1, 1, row, 5);
    put(sheet, row + 1, 1, "* без пересдач в сентябре; данные РЦОИ", { italic: true, size: 9 });
    top = row + 4;
  }
  widths(sheet, [34, 11, 11, 11, 11]);
}

function header(sheet: Sheet, row: number): void {
  merge(sheet, a1(row, 1, row + 1, 1), "Общеобразовательная организация", HEAD);
  GROUPS.forEach(([title], index) => {
    const left = 2 + index * 2;
    merge(sheet, a1(row, left, row, left + 1), title, HEAD);
    put(sheet, row + 1, left, "сдавали", HEAD);
    put(sheet, row + 1, left + 1, "не сдали", HEAD);
  });
}
