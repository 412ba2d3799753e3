import { HEAD, a1, box, merge, put, widths } from "../paint";
import type { Sheet } from "../paint";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const GROUPS = [
  ["Русский язык, 5 класс", "ВПР русский язык 5"],
  ["Математика, 5 класс", "ВПР математика 5"],
  ["Математика, 8 класс", "ВПР математика 8"],
] as const;

/** Two sheets; the first was copied for the new year and its header was not changed. */
export const headerAgainstSheet: Fixture = {
  name: "05-header-against-sheet",
  about:
    "Шапка в три строки (год / процедура / показатель); лист «ВПР 2026» с шапкой «2024/2025» — расхождение, шапка главнее; названия школ с разными кавычками, «№5», латиницей, без МБОУ",
  paint(workbook, truth, random) {
    const schools = someSchools(16, 5);
    const sheets: [string, string][] = [
      ["ВПР 2026", "2024/2025"],
      ["ВПР 2025-2026", "2025/2026"],
    ];
    sheets.forEach(([name, year], number) => {
      const sheet = workbook.addWorksheet(name);
      header(sheet, `${year} учебный год`);
      schools.forEach((school, index) => {
        const row = 5 + index;
        put(sheet, row, 1, truth.written(school, number === 0 ? respell(school, index) : school));
        GROUPS.forEach(([, procedure], at) => {
          const left = 2 + at * 3;
          const figures = someFigures(random);
          put(sheet, row, left, figures.participants);
          put(sheet, row, left + 1, figures.failed);
          put(sheet, row, left + 2, printed(figures), { format: "0.0" });
          truth.counted(
            { school, procedure, year, sheet: name, address: a1(row, left, row, left + 2) },
            figures,
          );
        });
      });
      box(sheet, 2, 1, 4 + schools.length, 10);
      widths(sheet, [36, ...Array<number>(9).fill(10)]);
    });
    truth.problem("ВПР 2026", "B2", "year-disagrees", ["B2:J2", "A1", "A2"]);
  },
};

function header(sheet: Sheet, year: string): void {
  merge(sheet, "A2:A4", "Школа", HEAD);
  merge(sheet, "B2:J2", year, HEAD);
  GROUPS.forEach(([text], index) => {
    const left = 2 + index * 3;
    merge(sheet, a1(3, left, 3, left + 2), text, HEAD);
    ["участников", "«2», чел.", "%"].forEach((measure, step) => put(sheet, 4, left + step, measure, HEAD));
  });
}

/** The same school as another hand writes it. */
function respell(school: string, index: number): string {
  const ways = [
    (name: string) => name.replace("«", '"').replace("»", '"'),
    (name: string) => name.replace("№ ", "№"),
    (name: string) => name.replace("»", " »"),
    // Latin C and O for the first two letters of «СОШ» (and of «ООШ» likewise).
    (name: string) => name.replace("СОШ", "CОШ").replace("ООШ", "OОШ"),
    (name: string) => name.replace("«", "").replace("»", ""),
    (name: string) => name.replace("МБОУ ", ""),
    (name: string) => name.replace("СОШ", "сош").replaceAll("ё", "е"),
  ];
  return ways[index % ways.length]?.(school) ?? school;
}
