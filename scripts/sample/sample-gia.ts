import type ExcelJS from "exceljs";
import { SCHOOLS, YEAR, YEARS } from "./municipality";
import type { Fact, MadeUpSchool, ProcedureName } from "./municipality";
import { HEAD, a1, box, comma, errorValue, merge, page, percentOf, put, widths } from "./paint";
import type { Sheet, Value } from "./paint";
import type { TruthBook, Where } from "./truth";

const OGE = ["ОГЭ математика", "ОГЭ русский язык"] as const;
const EGE = [
  ["Русский язык", "ЕГЭ русский язык"],
  ["Математика (базовая)", "ЕГЭ математика базовая"],
  ["Математика (профильная)", "ЕГЭ математика профильная"],
] as const;

const factOf = (
  facts: readonly Fact[],
  school: MadeUpSchool,
  year: string,
  procedure: ProcedureName,
): Fact | undefined =>
  facts.find((one) => one.school === school && one.year === year && one.procedure === procedure);

/** A long list, a row per school × procedure × year, with a filter on it. */
export function paintOge(workbook: ExcelJS.Workbook, facts: readonly Fact[], truth: TruthBook): void {
  const name = "ОГЭ";
  const sheet = workbook.addWorksheet(name, { properties: { tabColor: { argb: "FF548235" } } });
  merge(sheet, "A1:G1", "Основной государственный экзамен, Н-ский муниципальный округ", {
    bold: true,
    size: 13,
  });
  put(sheet, 2, 1, "Первичные результаты после апелляций, без пересдач в сентябре", {
    italic: true,
    size: 10,
  });
  const titles = ["№", "Год", "Процедура", "Школа", "Участники", "Не преодолели порог", "Доля, %"];
  titles.forEach((text, index) => put(sheet, 4, 1 + index, text, HEAD));
  let row = 5;
  for (const year of [...YEARS].reverse())
    for (const procedure of OGE)
      for (const school of SCHOOLS) {
        const figures = factOf(facts, school, year, procedure)?.figures;
        if (figures == null) continue;
        const { participants, failed } = figures;
        // «е» for «ё» and the closing space are what this sheet got from another file.
        const spelling = school.name.includes("Берёзовская") ? "МБОУ «Березовская СОШ» " : school.name;
        const cells: Value[] = [
          row - 4,
          year,
          procedure,
          truth.written(school.name, spelling),
          participants,
          failed,
        ];
        [...cells, ogeShare(failed, participants, row)].forEach((value, index) =>
          put(sheet, row, 1 + index, value, index === 3 ? {} : { align: "center" }),
        );
        const where = { school: school.name, procedure, year, sheet: name, address: a1(row, 5, row, 7) };
        truth.counted(where, figures);
        row++;
      }
  box(sheet, 4, 1, row - 1, 7);
  widths(sheet, [6, 13, 20, 64, 13, 16, 11]);
  sheet.getRow(4).height = 32;
  sheet.autoFilter = a1(4, 1, row - 1, 7);
  sheet.views = [{ state: "frozen", ySplit: 4 }];
  page(sheet, "portrait");
  sheet.pageSetup.printTitlesRow = "4:4";
}

function ogeShare(failed: number, participants: number, row: number): Value {
  const share = percentOf(failed, participants);
  if (row % 7 === 0) return `${comma(share)} %`;
  return row % 2 === 0 ? comma(share) : share;
}

/** Schools × procedures under a two-row header, the year in the header. Returns the rows of the schools. */
export function paintEge(
  workbook: ExcelJS.Workbook,
  facts: readonly Fact[],
  truth: TruthBook,
): [number, number] {
  const name = "ЕГЭ";
  const sheet = workbook.addWorksheet(name, { properties: { tabColor: { argb: "FFC55A11" } } });
  const blocks = EGE.flatMap(([title, procedure]) => YEARS.map((year) => ({ title, procedure, year })));
  const last = 2 + blocks.length * 3;
  merge(sheet, a1(1, 1, 1, last), "Результаты ЕГЭ выпускников 11 классов за два года", {
    bold: true,
    size: 13,
    align: "center",
  });
  paintEgeHeader(sheet, blocks);
  const first = 5;
  // Of the ООШ one is listed by habit, the others are not.
  const listed = SCHOOLS.filter(
    ({ name: school, pupils }) => pupils[3] > 0 || school.includes("Дальнеполянская"),
  );
  listed.forEach((school, index) => {
    const row = first + index;
    put(sheet, row, 1, index + 1, { align: "center" });
    put(sheet, row, 2, truth.written(school.name, school.name), { wrap: true });
    if (school.name.length > 40) sheet.getRow(row).height = 30;
    blocks.forEach(({ procedure, year }, place) => {
      const left = 3 + place * 3;
      const where = {
        school: school.name,
        procedure,
        year,
        sheet: name,
        address: a1(row, left, row, left + 2),
      };
      paintEgeFigures(sheet, row, left, factOf(facts, school, year, procedure), truth, where);
    });
  });
  const end = first + listed.length;
  put(sheet, end, 2, "Итого", { bold: true });
  box(sheet, 3, 1, end, last);
  blocks.forEach((_block, place) => {
    [0, 1].forEach((step) => {
      paintSum(sheet, first, end, 3 + place * 3 + step);
    });
  });
  put(
    sheet,
    end + 1,
    2,
    "Минимальный балл: русский язык — 24, математика (профильная) — 27; базовая — отметка «3».",
    {
      italic: true,
      size: 10,
    },
  );
  widths(sheet, [6, 44, ...Array<number>(blocks.length * 3).fill(9.5)]);
  sheet.views = [{ state: "frozen", xSplit: 2, ySplit: 4 }];
  page(sheet, "landscape");
  return [first, end - 1];
}

function paintEgeHeader(sheet: Sheet, blocks: readonly { title: string; year: string }[]): void {
  merge(sheet, "A3:A4", "№ п/п", HEAD);
  merge(sheet, "B3:B4", "Наименование ОО", HEAD);
  blocks.forEach(({ title, year }, place) => {
    const left = 3 + place * 3;
    merge(sheet, a1(3, left, 3, left + 2), `${title}, ${year}`, HEAD);
    ["сдавали, чел.", "не преодолели порог, чел.", "% не преодолевших"].forEach((text, step) =>
      put(sheet, 4, left + step, text, { ...HEAD, bold: false, size: 9 }),
    );
  });
  sheet.getRow(3).height = 34;
  sheet.getRow(4).height = 52;
}

function paintEgeFigures(
  sheet: Sheet,
  row: number,
  left: number,
  fact: Fact | undefined,
  truth: TruthBook,
  where: Where,
): void {
  const figures = fact?.figures ?? null;
  if (figures === null) {
    const text = where.school.includes("ООШ") || where.year === YEAR ? "-" : "";
    [0, 1, 2].forEach((step) => put(sheet, row, left + step, text === "" ? null : text, { align: "center" }));
    truth.gap(where, text);
    return;
  }
  const { participants, failed } = figures;
  put(sheet, row, left, participants, { align: "center" });
  put(sheet, row, left + 1, failed, { align: "center" });
  const formula = `${a1(row, left + 1)}/${a1(row, left)}`;
  const broken = participants === 0;
  const share: Value = broken
    ? { formula, result: errorResult() }
    : { formula, result: failed / participants };
  put(sheet, row, left + 2, share, { align: "center", format: "0.0%" });
  truth.counted(where, figures);
  // The sheet's own formula divides by zero: said, and no reason to stop.
  if (broken) truth.problem(where.sheet, a1(row, left + 2), "error-value");
}

function errorResult(): ExcelJS.CellErrorValue {
  // An object of this shape is what the helper makes; ExcelJS's union hides it.
  return errorValue("#DIV/0!") as ExcelJS.CellErrorValue;
}

function paintSum(sheet: Sheet, first: number, end: number, column: number): void {
  let result = 0;
  for (let row = first; row < end; row++) {
    const { value } = sheet.getCell(row, column);
    if (typeof value === "number") result += value;
  }
  const formula = `SUM(${a1(first, column, end - 1, column)})`;
  put(sheet, end, column, { formula, result }, { bold: true, align: "center", fill: "FFF2F2F2" });
}
