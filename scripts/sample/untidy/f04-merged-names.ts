import { HEAD, a1, box, merge, put, widths } from "../paint";
import { someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const SUBJECTS = [
  ["Математика", "ОГЭ математика"],
  ["Русский язык", "ОГЭ русский язык"],
] as const;

/** The year stands in the file's name only; the share is a fraction shown as per cent. */
export const mergedNames: Fixture = {
  name: "04-oge-2026-svod",
  about:
    "Год только в имени файла; название школы и № п/п объединены на две строки списка; доля — дробь с форматом «0,0%», числа не сдавших нет",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet("Лист1");
    merge(sheet, "A1:E1", "Свод по ОГЭ (обязательные предметы)", { bold: true, size: 13 });
    const titles = ["№ п/п", "Наименование ОО", "Предмет", "Сдавали, чел.", "Доля не преодолевших порог"];
    titles.forEach((text, index) => put(sheet, 3, 1 + index, text, HEAD));
    someSchools(15, 5).forEach((school, index) => {
      const top = 4 + index * 2;
      merge(sheet, a1(top, 1, top + 1, 1), index + 1, { align: "center" });
      merge(sheet, a1(top, 2, top + 1, 2), truth.written(school, school), { wrap: true, align: "left" });
      SUBJECTS.forEach(([subject, procedure], step) => {
        const row = top + step;
        put(sheet, row, 3, subject);
        const where = { school, procedure, year: "2025/2026", sheet: "Лист1", address: a1(row, 4, row, 5) };
        if (index === 9) {
          put(sheet, row, 4, "выпуска нет");
          truth.gap(where, "выпуска нет");
          truth.allowed("Лист1", a1(row, 4), "text-for-no-data");
          return;
        }
        const figures = someFigures(random, 70);
        put(sheet, row, 4, figures.participants);
        put(sheet, row, 5, figures.failed / figures.participants, { format: "0.0%" });
        truth.counted(where, figures);
      });
    });
    merge(sheet, "A34:C34", "Всего по муниципалитету", { bold: true });
    put(sheet, 34, 4, 514, { bold: true });
    put(sheet, 34, 5, 0.187, { bold: true, format: "0.0%" });
    box(sheet, 3, 1, 34, 5);
    widths(sheet, [6, 34, 16, 14, 18]);
  },
};
