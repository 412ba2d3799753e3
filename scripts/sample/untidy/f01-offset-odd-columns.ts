import { HEAD, a1, box, comma, put, widths } from "../paint";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const TASKS = [
  ["ВПР", "Математика", 5, "ВПР математика 5"],
  ["ВПР", "Русский язык", 5, "ВПР русский язык 5"],
  ["ВПР", "Русский язык", 6, "ВПР русский язык 6"],
  // The class is filled in though ОГЭ has one class only: it does not belong to the procedure's name.
  ["ОГЭ", "Математика", 9, "ОГЭ математика"],
] as const;
const YEARS = [
  ["2024-2025 уч. г.", "2024/2025"],
  ["2025/2026", "2025/2026"],
] as const;
const TITLES = [
  "Доля, %",
  "Не справились",
  "ОО",
  "Код",
  "Участники",
  "Класс",
  "Предмет",
  "Форма",
  "Учебный год",
];

/** D: share, E: failed, F: school, G: hidden code, H: participants, I: class, J: subject, K: form, L: year. */
export const offsetOddColumns: Fixture = {
  name: "01-offset-odd-columns",
  about:
    "Длинный список с D7: столбцы в необычном порядке, форма, предмет и класс порознь, скрытый столбец с кодом, пустые строки, скрытая строка с данными",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet("Лист1");
    put(sheet, 3, 4, "Свод по оценочным процедурам (Н-ский округ)", { bold: true, size: 14 });
    put(sheet, 4, 4, "Заполняет методист. Вопросы по внутреннему телефону 2-45.", { italic: true });
    TITLES.forEach((text, index) => put(sheet, 7, 4 + index, text, HEAD));
    let row = 8;
    someSchools(10, 3).forEach((school, place) => {
      for (const [yearText, year] of YEARS)
        for (const [form, subject, grade, procedure] of TASKS) {
          const figures = someFigures(random);
          const share = row % 3 === 0 ? printed(figures) : comma(printed(figures));
          truth.written(school, school);
          const cells = [
            share,
            figures.failed,
            school,
            200300 + place,
            figures.participants,
            grade,
            subject,
            form,
            yearText,
          ];
          cells.forEach((value, index) => put(sheet, row, 4 + index, value));
          truth.counted({ school, procedure, year, sheet: "Лист1", address: a1(row, 4, row, 8) }, figures);
          row++;
        }
      // A blank row between schools, two after the fourth.
      row += place === 3 ? 2 : 1;
    });
    sheet.getRow(13).hidden = true;
    sheet.getColumn(7).hidden = true;
    box(sheet, 7, 4, row - 2, 12);
    widths(sheet, [9, 14, 30, 9, 12, 8, 16, 8, 18], 4);
  },
};
