import { HEAD, a1, box, merge, put, widths } from "../paint";
import type { Sheet } from "../paint";
import { someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const COLUMNS = [
  ["рус. яз.\n5 кл.", "ВПР русский язык 5"],
  ["матем.\n5 кл.", "ВПР математика 5"],
  ["рус. яз.\n6 кл.", "ВПР русский язык 6"],
  ["матем.\n6 кл.", "ВПР математика 6"],
] as const;

/** Pages of a printed report glued together: the header again every 20 rows, with its row of column numbers. */
export const printedPages: Fixture = {
  name: "03-printed-pages",
  about:
    "Год только в заголовке над таблицей; шапка в одну строку с переносами и дефисами, под ней номера граф, шапка повторяется каждые 20 строк, между страницами «Лист 2»",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet("Свод");
    merge(sheet, "A1:J1", "Сводная ведомость результатов ВПР", { bold: true, size: 14, align: "center" });
    merge(sheet, "A2:J2", "по итогам работ, проведённых в марте – апреле 2026 года", {
      size: 12,
      align: "center",
    });
    let row = header(sheet, 4);
    someSchools(24, 4).forEach((school, index) => {
      if (index > 0 && index % 20 === 0) {
        put(sheet, row + 1, 10, `Лист ${index / 20 + 1}`, { italic: true, align: "right" });
        row = header(sheet, row + 2);
      }
      put(sheet, row, 1, `${index + 1}.`);
      put(sheet, row, 2, truth.written(school, school));
      COLUMNS.forEach(([, procedure], at) => {
        const left = 3 + at * 2;
        const address = a1(row, left, row, left + 1);
        const where = { school, procedure, year: "2025/2026", sheet: "Свод", address };
        // Schools with one set of classes leave the other cells blank.
        if (index % 11 === 7 && at > 1) {
          truth.gap(where, "");
          return;
        }
        const figures = someFigures(random);
        put(sheet, row, left, figures.participants);
        put(sheet, row, left + 1, figures.failed);
        truth.counted(where, figures);
      });
      row++;
    });
    box(sheet, 4, 1, row - 1, 10);
    put(sheet, row + 1, 2, "Исполнитель: методист, тел. 2-14-26");
    widths(sheet, [5, 30, ...Array<number>(8).fill(9)]);
    sheet.pageSetup.printTitlesRow = "4:5";
  },
};

/** Returns the first row below. */
function header(sheet: Sheet, row: number): number {
  put(sheet, row, 1, "№\nп/п", HEAD);
  put(sheet, row, 2, "Наименование образова-\nтельной органи-\nзации", HEAD);
  COLUMNS.forEach(([text], index) => {
    put(sheet, row, 3 + index * 2, `${text}\nучаст-\nников`, HEAD);
    put(sheet, row, 4 + index * 2, `${text}\nполу-\nчили «2»`, HEAD);
  });
  sheet.getRow(row).height = 66;
  for (let column = 1; column <= 10; column++)
    put(sheet, row + 1, column, column, { italic: true, size: 9, align: "center" });
  return row + 2;
}
