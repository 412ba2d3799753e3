import { HEAD, a1, box, comma, merge, put, widths } from "../paint";
import type { Sheet } from "../paint";
import { someSchools } from "./kit";
import type { Fixture } from "./kit";

const COLUMNS = [
  ["ЕГЭ русск. яз.,\n% не преодолевших порог", "ЕГЭ русский язык"],
  ["ЕГЭ матем. баз.,\n% не преодолевших порог", "ЕГЭ математика базовая"],
  ["ЕГЭ матем. проф.,\n% не преодолевших порог", "ЕГЭ математика профильная"],
] as const;
const PERCENTS = [0, 12.5, 30, 33.3, 4.8, 29.6, 50, 16.7, 100, 7.1, 25, 41.2];

/** One per cent per cell, typed in four ways in one column; only the cell itself tells which. */
export const sharesOnly: Fixture = {
  name: "06-shares-only",
  about:
    "Только доли, без чисел: «30%» текстом, «33,3» текстом, 0,25 с форматом процента, 16,7 числом; сомнительное 0,5 без формата, 130% и −5 — ошибки",
  paint(workbook, truth, random) {
    const name = "ЕГЭ-2026";
    const sheet = workbook.addWorksheet(name);
    merge(sheet, "A1:E1", "Единый государственный экзамен, доля выпускников ниже минимума", {
      bold: true,
      size: 13,
    });
    put(sheet, 3, 1, "№ п/п", HEAD);
    put(sheet, 3, 2, "Образовательное учреждение", HEAD);
    COLUMNS.forEach(([text], index) => put(sheet, 3, 3 + index, text, HEAD));
    const schools = someSchools(14, 6).map((school) => school.replace("ООШ", "СОШ"));
    schools.forEach((school, index) => {
      const row = 4 + index;
      put(sheet, row, 1, index + 1);
      put(sheet, row, 2, truth.written(school, school));
      COLUMNS.forEach(([, procedure], at) => {
        const column = 3 + at;
        const wrong = paintWrong(sheet, row, column);
        if (wrong !== undefined) {
          truth.problem(name, a1(row, column), wrong);
          return;
        }
        const where = { school, procedure, year: "2025/2026", sheet: name, address: a1(row, column) };
        if ((index + at) % 9 === 8) {
          put(sheet, row, column, "н/д");
          truth.gap(where, "н/д");
          return;
        }
        const percent = PERCENTS[random.whole(0, PERCENTS.length - 1)] ?? 0;
        paintShare(sheet, row, column, percent, (index + at) % 4);
        truth.shareOnly(where, Number((percent / 100).toFixed(6)));
        // Printed without participants, 30 % may have been 29.96 %: worth saying, not required.
        if (percent === 30) truth.allowed(name, a1(row, column), "rounding-could-flip");
      });
    });
    box(sheet, 3, 1, 3 + schools.length, 5);
    widths(sheet, [6, 36, 20, 20, 20]);
  },
};

function paintShare(sheet: Sheet, row: number, column: number, percent: number, way: number): void {
  if (way === 0) put(sheet, row, column, `${comma(percent)}%`);
  else if (way === 1) put(sheet, row, column, comma(percent));
  else if (way === 2) put(sheet, row, column, Number((percent / 100).toFixed(6)), { format: "0.0%" });
  else put(sheet, row, column, percent, { format: "0.0" });
}

/** Three cells that must not be guessed at. */
function paintWrong(sheet: Sheet, row: number, column: number): string | undefined {
  const wrong: Record<string, [number | string, string]> = {
    C6: [0.5, "share-ambiguous"],
    D9: ["130%", "share-out-of-range"],
    E11: [-5, "negative"],
  };
  const found = wrong[a1(row, column)];
  if (found !== undefined) put(sheet, row, column, found[0]);
  return found?.[1];
}
