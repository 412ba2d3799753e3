import { HEAD, a1, box, comma, errorValue, merge, put, widths } from "../paint";
import type { Sheet, Value } from "../paint";
import type { Figures } from "../truth";
import { printed, someFigures, someSchools } from "./kit";
import type { Fixture } from "./kit";

const NBSP = "\u00a0";
// «M», «K», «P», «с» and «a» below are Latin where a Cyrillic letter looks the same.
const GROUPS = [
  ["Mатематика 6 кл.", "ВПР математика 6"],
  ["Pусский язык 6 клaсс", "ВПР русский язык 6"],
] as const;
const YEARS = ["2024/2025", "2025/2026"] as const;
/** What stands where there is no result. */
const GAPS = ["н/д", "-", "–", "—", "x", "Х", "не проводилась", "н.д.", "нет данных", "", "отсутствует"];
const SHEET = "ВПР 6 класс";

/** Three-row header procedure / year / measure; everything in the body is text. */
export const textNumbers: Fixture = {
  name: "11-text-numbers",
  about:
    "Шапка в три строки (процедура / год / показатель) с латинскими двойниками букв; числа текстом, с неразрывными пробелами и «1 024»; «н/д», «-», «x», «не проводилась» вперемешку; скрытые столбцы; ошибка в ячейке",
  paint(workbook, truth, random) {
    const sheet = workbook.addWorksheet(SHEET);
    header(sheet);
    let gap = 0;
    someSchools(20, 5).forEach((school, index) => {
      const row = 6 + index;
      put(sheet, row, 2, `${index + 1}`);
      put(sheet, row, 3, truth.written(school, index % 6 === 5 ? `${school}${NBSP}` : school));
      blocks().forEach(([procedure, year], at) => {
        const left = 4 + at * 3;
        const where = { school, procedure, year, sheet: SHEET, address: a1(row, left, row, left + 2) };
        if ((index * 4 + at) % 7 === 5) {
          const text = GAPS[gap++ % GAPS.length] ?? "";
          [0, 1, 2].forEach((step) => put(sheet, row, left + step, text === "" ? null : text));
          truth.gap(where, text);
          return;
        }
        // The town's largest school: a thousand with a space in it.
        const figures = index === 0 && at === 3 ? { participants: 1024, failed: 112 } : someFigures(random);
        texts(figures, index + at).forEach((value, step) =>
          put(sheet, row, left + step, value, { align: "right" }),
        );
        truth.counted(where, figures);
      });
    });
    const spoilt = {
      school: someSchools(3, 5)[2] ?? "",
      procedure: GROUPS[0][1],
      year: YEARS[0],
      sheet: SHEET,
    };
    // Row 8, first block: «12 чел.» is plain enough to read, and plain enough to ask about.
    drop(truth.results, spoilt);
    put(sheet, 8, 4, "12 чел.");
    put(sheet, 8, 5, "3");
    put(sheet, 8, 6, "25");
    truth.goodWill({ ...spoilt, address: "D8:F8" }, { participants: 12, failed: 3 });
    truth.allowed(SHEET, "D8", "unit-in-cell");
    // Row 10, second block: an error in place of a share, the counts stand.
    put(sheet, 10, 9, errorValue("#VALUE!"));
    truth.problem(SHEET, "I10", "error-value");
    const total = 26;
    put(sheet, total, 3, "ИТОГО:", { bold: true });
    for (let column = 4; column <= 15; column++) put(sheet, total, column, "—", { bold: true });
    box(sheet, 3, 2, total, 15);
    put(sheet, total + 1, 3, "х — параллели нет; н/д — данные не представлены", { italic: true, size: 9 });
    widths(sheet, [2, 5, 34, ...Array<number>(12).fill(10)]);
    // The shares of the earlier year are folded away.
    for (const column of [6, 12]) sheet.getColumn(column).hidden = true;
  },
};

const blocks = (): [string, string][] =>
  GROUPS.flatMap(([, procedure]) => YEARS.map((year): [string, string] => [procedure, year]));

function header(sheet: Sheet): void {
  merge(sheet, "B1:O1", "Сравнение результатов BПР за два года", { bold: true, size: 13 });
  merge(sheet, "B3:B5", "№", HEAD);
  merge(sheet, "C3:C5", "Hаименование OO", HEAD);
  GROUPS.forEach(([title], index) => {
    const left = 4 + index * 6;
    merge(sheet, a1(3, left, 3, left + 5), title, HEAD);
    YEARS.forEach((year, place) => {
      const start = left + place * 3;
      merge(sheet, a1(4, start, 4, start + 2), `${year} уч. год`, HEAD);
      ["Учаcтники", "Получили\n«2», чел.", "Дoля\n«2», %"].forEach((text, step) =>
        put(sheet, 5, start + step, text, HEAD),
      );
    });
  });
}

/** Participants, failed and share as text, each time a little differently. */
function texts(figures: Figures, way: number): Value[] {
  const { participants, failed } = figures;
  const count = String(participants).replace(/(\d)(\d{3})$/, `$1${NBSP}$2`);
  const share = comma(printed(figures));
  if (way % 3 === 0) return [count, String(failed), share];
  if (way % 3 === 1) return [` ${count}`, `${failed}${NBSP}`, `${share}%`];
  return [`${NBSP}${count} `, ` ${failed}`, `${share} %`];
}

/** Takes back what a later cell replaces. */
function drop(list: { school: string; procedure: string; year: string }[], one: (typeof list)[number]): void {
  const at = list.findIndex(
    ({ school, procedure, year }) =>
      school === one.school && procedure === one.procedure && year === one.year,
  );
  if (at >= 0) list.splice(at, 1);
}
