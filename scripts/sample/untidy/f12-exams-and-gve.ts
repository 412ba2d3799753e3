import { HEAD, a1, box, put, widths } from "../paint";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const SHEET = "ГИА";
const TASKS = [
  ["ОГЭ", "Матем.", "", "ОГЭ математика"],
  ["ОГЭ", "Рус.яз.", "", "ОГЭ русский язык"],
  ["ЕГЭ", "Рус.яз.", "", "ЕГЭ русский язык"],
  ["ЕГЭ", "Матем.", "баз.", "ЕГЭ математика базовая"],
  ["ЕГЭ", "Матем.", "проф.", "ЕГЭ математика профильная"],
] as const;
const TITLES = [
  "Муниципалитет",
  "Год",
  "Форма ГИА",
  "Предмет",
  "Уровень",
  "ОО",
  "Кол-во уч-ся, всего",
  "Кол-во уч-ся, сдававших экзамен",
  "из них ниже мин. балла",
  "% ниже мин. балла",
  "Средний балл",
];

/** State exams in one list; ГВЭ is in it too and is not one of the procedures. */
export const examsAndGve: Fixture = {
  name: "12-exams-and-gve",
  about:
    "Длинный список ГИА: форма, предмет, уровень порознь, сокращения, «2025 г.» и «2025-26», лишние столбцы (всего учащихся, средний балл), строки ГВЭ, строки «Итого» внутри списка",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet(SHEET);
    TITLES.forEach((text, index) => put(sheet, 1, 1 + index, text, HEAD));
    let row = 2;
    const write = (cells: (string | number)[]): void => {
      cells.forEach((value, index) => put(sheet, row, 1 + index, value === "" ? null : value));
      row++;
    };
    const district = "Н-ский муниципальный округ";
    for (const [form, subject, level, procedure] of TASKS)
      for (const [yearText, year] of [
        ["2025 г.", "2024/2025"],
        ["2025-26", "2025/2026"],
      ] as const) {
        const schools = someSchools(12, 5).filter((school) => form === "ОГЭ" || !school.includes("ООШ"));
        let [people, below] = [0, 0];
        for (const school of schools) {
          const figures = someFigures(random, 30);
          const { participants, failed } = figures;
          const all = participants + random.whole(0, 3);
          const mean = form === "ОГЭ" || level === "баз." ? 3.6 : 51.4;
          truth.written(school, school);
          truth.counted({ school, procedure, year, sheet: SHEET, address: a1(row, 8, row, 10) }, figures);
          write([
            district,
            yearText,
            form,
            subject,
            level,
            school,
            all,
            participants,
            failed,
            printed(figures),
            mean,
          ]);
          people += participants;
          below += failed;
        }
        const total = { participants: people, failed: below };
        write(["", "", "", "", "", `Итого, ${form} ${subject}`, "", people, below, printed(total), ""]);
        if (form === "ОГЭ") continue;
        // Pupils with limited health take ГВЭ: marks, not a score of ЕГЭ.
        const gve = schools[3] ?? "";
        truth.allowed(SHEET, a1(row, 3), "gve");
        write([district, yearText, "ГВЭ", subject, level, gve, 2, 2, 1, 50, 3.5]);
      }
    sheet.autoFilter = a1(1, 1, row - 1, TITLES.length);
    box(sheet, 1, 1, row - 1, TITLES.length);
    widths(sheet, [28, 10, 10, 11, 9, 32, 12, 14, 12, 10, 10]);
  },
};
