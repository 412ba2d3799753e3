import type ExcelJS from "exceljs";
import { SCHOOLS, YEAR, YEAR_BEFORE } from "./municipality";
import type { Fact, MadeUpSchool, ProcedureName, Year } from "./municipality";
import { HEAD, a1, box, comma, merge, page, percentOf, put, widths } from "./paint";
import type { Sheet, Value } from "./paint";
import type { TruthBook, Where } from "./truth";

/** How one of the two ВПР sheets is kept: the methodist changed her form from year to year. */
interface Plan {
  sheet: string;
  year: Year;
  title: string[];
  /** Header row of the three-row header. */
  top: number;
  groups: { title: string; parts: { title: string; procedure: ProcedureName }[] }[];
  measures: [string, string, string];
  /** Schools that the sheet does not list. */
  without: string;
  formulas: boolean;
  notes: string[];
}

const PLANS: readonly Plan[] = [
  {
    sheet: "ВПР 2025",
    year: YEAR_BEFORE,
    title: [
      "Результаты ВПР в общеобразовательных организациях",
      "Н-ского муниципального округа",
      "2024/2025 учебный год",
    ],
    top: 5,
    groups: [
      group("5 класс", ["Русский язык", "ВПР русский язык 5"], ["Математика", "ВПР математика 5"]),
      group("6 класс", ["Русский язык", "ВПР русский язык 6"], ["Математика", "ВПР математика 6"]),
    ],
    measures: ["Кол-во участников", "Получили «2», чел.", "Доля «2», %"],
    without: "Черёмуховская",
    formulas: false,
    notes: ["н/д — работа не проводилась по эпидемиологическим причинам (приказ школы)."],
  },
  {
    sheet: "ВПР 2026",
    year: YEAR,
    title: [
      "Всероссийские проверочные работы, весна 2026 года",
      "Н-ский муниципальный округ",
      "2025/2026 учебный год",
    ],
    top: 6,
    groups: [
      group("Математика", ["5 класс", "ВПР математика 5"], ["6 класс", "ВПР математика 6"]),
      group("Русский язык", ["5 класс", "ВПР русский язык 5"], ["6 класс", "ВПР русский язык 6"]),
    ],
    measures: ["Писали, чел.", "«2», чел.", "%"],
    without: "",
    formulas: true,
    notes: [
      "* Калиновская СОШ: 6 класс не писал русский язык в связи с карантином.",
      "** Ольховская ООШ: с 01.09.2025 образовательная деятельность приостановлена (капитальный ремонт).",
    ],
  },
];

function group(title: string, ...parts: [string, ProcedureName][]): Plan["groups"][number] {
  return { title, parts: parts.map(([name, procedure]) => ({ title: name, procedure })) };
}

/** Ways in which the two sheets write some of the schools. */
const SPELLINGS: Record<Year, [string, string][]> = {
  [YEAR_BEFORE]: [
    ["МБОУ «СОШ № 2»", "МБОУ «СОШ №2»"],
    ["МБОУ «СОШ № 3»", 'МБОУ "СОШ № 3"'],
    ["МБОУ «Берёзовская СОШ»", "МБОУ « Берёзовская СОШ»"],
    ["МБОУ «Калиновская СОШ»", 'МБОУ "Калиновская СОШ"'],
    ["МБОУ «Осиновская ООШ»", 'МБОУ "Осиновская ООШ "'],
  ],
  [YEAR]: [
    ["МБОУ «СОШ № 3»", "МБОУ «СОШ №3»"],
    ["МБОУ «Малиновская СОШ»", "МБОУ  «Малиновская СОШ»"],
    // The «С» and «О» of «СОШ» are Latin here, as after a switched keyboard.
    ["МБОУ «Яблоневская СОШ»", "МБОУ «Яблоневская CОШ»"],
  ],
};

export function paintVpr(workbook: ExcelJS.Workbook, facts: readonly Fact[], truth: TruthBook): void {
  for (const plan of PLANS) paintYear(workbook, plan, facts, truth);
}

function paintYear(workbook: ExcelJS.Workbook, plan: Plan, facts: readonly Fact[], truth: TruthBook): void {
  const sheet = workbook.addWorksheet(plan.sheet, { properties: { tabColor: { argb: "FF2E75B6" } } });
  const first = plan.top + 3;
  paintHeader(sheet, plan);
  const listed = SCHOOLS.filter(({ name }) => plan.without === "" || !name.includes(plan.without));
  listed.forEach((school, index) => {
    const row = first + index;
    put(sheet, row, 1, index + 1, { align: "center" });
    const spelling = SPELLINGS[plan.year].find(([name]) => name === school.name)?.[1] ?? school.name;
    put(sheet, row, 2, truth.written(school.name, spelling), { wrap: true });
    if (spelling.length > 40) sheet.getRow(row).height = 30;
    proceduresOf(plan).forEach((procedure, place) => {
      const fact = facts.find(
        (one) => one.school === school && one.year === plan.year && one.procedure === procedure,
      );
      const where = { school: school.name, procedure, year: plan.year, sheet: plan.sheet };
      const left = 3 + place * 3;
      paintFigures(sheet, row, left, plan, fact, truth, { ...where, address: a1(row, left, row, left + 2) });
    });
  });
  const total = first + listed.length;
  paintTotals(sheet, plan, first, total);
  plan.notes.forEach((note, index) => {
    put(sheet, total + 2 + index, 2, note, { italic: true, size: 10 });
  });
  put(sheet, total + 3 + plan.notes.length, 2, "Методист ИМЦ _______________", { size: 11 });
  box(sheet, plan.top, 1, total, 14);
  dress(sheet, plan, first, total);
}

const proceduresOf = (plan: Plan): ProcedureName[] =>
  plan.groups.flatMap(({ parts }) => parts.map(({ procedure }) => procedure));

function paintHeader(sheet: Sheet, plan: Plan): void {
  plan.title.forEach((line, index) => {
    merge(sheet, a1(1 + index, 1, 1 + index, 14), line, { bold: true, size: 14 - index, align: "center" });
  });
  const { top } = plan;
  merge(sheet, a1(top, 1, top + 2, 1), "№ п/п", HEAD);
  merge(sheet, a1(top, 2, top + 2, 2), "Образовательная организация", HEAD);
  plan.groups.forEach(({ title, parts }, index) => {
    const left = 3 + index * 6;
    merge(sheet, a1(top, left, top, left + 5), title, HEAD);
    parts.forEach((part, place) => {
      const start = left + place * 3;
      merge(sheet, a1(top + 1, start, top + 1, start + 2), part.title, HEAD);
      plan.measures.forEach((text, step) =>
        put(sheet, top + 2, start + step, text, { ...HEAD, size: 10, bold: false }),
      );
    });
  });
  sheet.getRow(top + 2).height = 44;
}

function paintFigures(
  sheet: Sheet,
  row: number,
  left: number,
  plan: Plan,
  fact: Fact | undefined,
  truth: TruthBook,
  where: Where,
): void {
  const figures = fact?.figures ?? null;
  if (figures === null) {
    const texts = gapTexts(where.school, plan);
    texts.forEach((text, step) =>
      put(sheet, row, left + step, text === "" ? null : text, { align: "center" }),
    );
    truth.gap(where, texts[0]);
    if (texts[0] === "не писали") truth.allowed(plan.sheet, a1(row, left), "text-for-no-data");
    return;
  }
  const { participants, failed } = figures;
  put(sheet, row, left, participants, { align: "center" });
  put(sheet, row, left + 1, failed, { align: "center" });
  const share = plan.formulas
    ? { formula: `${a1(row, left + 1)}/${a1(row, left)}`, result: failed / participants }
    : typedShare(failed, participants, row + left);
  put(sheet, row, left + 2, share, { align: "center", format: plan.formulas ? "0.0%" : "General" });
  truth.counted(where, figures);
}

/** What the methodist typed where there is no result. */
function gapTexts(school: string, plan: Plan): [string, string, string] {
  if (school.includes("Калиновская")) return ["не писали", "-", "-"];
  if (school.includes("Ольховская")) return ["-", "-", "-"];
  return plan.year === YEAR_BEFORE && school.includes("Осиновская") ? ["", "", ""] : ["н/д", "н/д", "н/д"];
}

/** A share as typed in 2025: mostly a number, now and then a text with a comma or a per cent sign. */
function typedShare(failed: number, participants: number, mix: number): Value {
  const share = percentOf(failed, participants);
  if (mix % 5 === 0) return `${comma(share)}%`;
  return mix % 3 === 0 ? comma(share) : share;
}

function paintTotals(sheet: Sheet, plan: Plan, first: number, total: number): void {
  put(sheet, total, 1, null);
  put(sheet, total, 2, "Итого по округу", { bold: true });
  proceduresOf(plan).forEach((_procedure, place) => {
    const left = 3 + place * 3;
    const sums = [left, left + 1].map((column) => {
      const result = columnSum(sheet, first, total, column);
      put(sheet, total, column, { formula: `SUM(${a1(first, column, total - 1, column)})`, result }, TOTAL);
      return result;
    });
    const [participants = 1, failed = 0] = sums;
    const formula = `${a1(total, left + 1)}/${a1(total, left)}`;
    put(sheet, total, left + 2, { formula, result: failed / participants }, { ...TOTAL, format: "0.0%" });
  });
}

const TOTAL = { bold: true, align: "center" as const, fill: "FFF2F2F2" };

function columnSum(sheet: Sheet, first: number, end: number, column: number): number {
  let sum = 0;
  for (let row = first; row < end; row++) {
    const { value } = sheet.getCell(row, column);
    if (typeof value === "number") sum += value;
  }
  return sum;
}

function dress(sheet: Sheet, plan: Plan, first: number, total: number): void {
  widths(sheet, [6, 44, ...Array<number>(12).fill(10.5)]);
  sheet.views = [{ state: "frozen", xSplit: 2, ySplit: first - 1, zoomScale: 85 }];
  page(sheet, "landscape");
  sheet.pageSetup.printTitlesRow = `${plan.top}:${plan.top + 2}`;
  sheet.pageSetup.printArea = a1(1, 1, total + 6, 14);
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 };
  sheet.headerFooter.oddFooter = "&CСтр. &P из &N";
  if (!plan.formulas) return;
  for (const column of [5, 8, 11, 14]) highlight(sheet, a1(first, column, total - 1, column));
  const worst = SCHOOLS.findIndex((school: MadeUpSchool) => school.name.includes("Тихореченская"));
  sheet.getCell(first + worst, 3).note = "Проверить: по журналу в классе 16 человек, один болел.";
}

/** The methodist's own red for 30 % and more. */
function highlight(sheet: Sheet, ref: string): void {
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: "cellIs",
        operator: "greaterThan",
        formulae: [0.2999],
        priority: 1,
        style: {
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } },
          font: { color: { argb: "FF9C0006" } },
        },
      },
    ],
  });
}
