import { HEAD, a1, box, merge, put, widths } from "../paint";
import type { Sheet } from "../paint";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const GROUPS = [
  ["МА-5", "ВПР математика 5"],
  ["РУ-5", "ВПР русский язык 5"],
  ["МА-6", "ВПР математика 6"],
  ["РУ-6", "ВПР русский язык 6"],
] as const;

/** The year is the sheet's name and nothing else; totals stand in the middle, by parts of the district. */
export const sheetPerYear: Fixture = {
  name: "02-sheet-per-year",
  about:
    "Год только в имени листа («2025», «2026»); сокращения МА-5, РУ-6; участники и доля числом под «%»; строки кустов, итоги по кустам в середине и общий в конце",
  paint(workbook, truth, random) {
    const schools = someSchools(14, 2);
    for (const name of ["2025", "2026"]) {
      const year = `${Number(name) - 1}/${name}`;
      const sheet = workbook.addWorksheet(name);
      merge(sheet, "A1:J1", "Итоги всероссийских проверочных работ по школам района", {
        bold: true,
        size: 13,
      });
      header(sheet);
      let row = 5;
      [schools.slice(0, 6), schools.slice(6)].forEach((part, index) => {
        const side = index === 0 ? "Северный" : "Южный";
        merge(sheet, a1(row, 1, row, 10), `${side} куст`, { bold: true, fill: "FFEDEDED", align: "center" });
        const first = ++row;
        part.forEach((school, place) => {
          put(sheet, row, 1, index * 6 + place + 1);
          put(sheet, row, 2, truth.written(school, school));
          GROUPS.forEach(([, procedure], at) => {
            const figures = someFigures(random, 60);
            const left = 3 + at * 2;
            put(sheet, row, left, figures.participants);
            put(sheet, row, left + 1, printed(figures));
            truth.counted(
              { school, procedure, year, sheet: name, address: a1(row, left, row, left + 1) },
              figures,
            );
          });
          row++;
        });
        totals(sheet, row++, `Итого по ${side.toLowerCase().replace("ый", "ому")} кусту`, first);
      });
      totals(sheet, row, "ВСЕГО ПО РАЙОНУ", 6);
      box(sheet, 3, 1, row, 10);
      widths(sheet, [5, 34, 11, 9, 11, 9, 11, 9, 11, 9]);
    }
  },
};

function header(sheet: Sheet): void {
  merge(sheet, "A3:A4", "№", HEAD);
  merge(sheet, "B3:B4", "ОО", HEAD);
  GROUPS.forEach(([text], index) => {
    const left = 3 + index * 2;
    merge(sheet, a1(3, left, 3, left + 1), text, HEAD);
    put(sheet, 4, left, "писали", HEAD);
    put(sheet, 4, left + 1, "«2», %", HEAD);
  });
}

/** A total row with plausible figures of its own; no reader may take it for a school. */
function totals(sheet: Sheet, row: number, title: string, first: number): void {
  put(sheet, row, 2, title, { bold: true });
  for (let column = 3; column <= 10; column++) {
    const values: number[] = [];
    for (let at = first; at < row; at++) {
      const { value } = sheet.getCell(at, column);
      // Earlier totals are bold in column B and are left out of the sum.
      if (typeof value === "number" && sheet.getCell(at, 2).font.bold !== true) values.push(value);
    }
    const sum = values.reduce((total, value) => total + value, 0);
    put(sheet, row, column, column % 2 === 1 ? sum : Number((sum / values.length).toFixed(1)), {
      bold: true,
    });
  }
}
