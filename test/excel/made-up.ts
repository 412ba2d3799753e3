import { addSheet, createWorkbook } from "../../src/workbench/store/create";
import { put, setContent } from "../../src/workbench/store/cells";
import type { Scalar, Sheet, Workbook } from "../../src/workbench/store/model";

/** Sheets of rows, from A1 on. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (Scalar | null)[])[]>>,
): Workbook {
  const workbook = createWorkbook({ name: "Результаты района.xlsx", sheets: Object.keys(sheets) });
  Object.values(sheets).forEach((rows, index) => {
    const sheet = workbook.sheets[index];
    if (sheet !== undefined) fill(sheet, rows);
  });
  return workbook;
}

export function fill(sheet: Sheet, rows: readonly (readonly (Scalar | null)[])[]): void {
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) put(sheet, r, c, { value });
    });
  });
}

/** A user types into a cell. */
export function type(sheet: Sheet, row: number, column: number, value: Scalar): void {
  setContent(sheet, row, column, { value });
}

export const HEADER = ["Школа", "Учебный год", "Процедура", "Участников", "Не справились"];

/** Two schools with two low procedures each in 2025/2026, two without. */
export const ROWS: readonly (readonly Scalar[])[] = ["СОШ № 1", "СОШ № 2", "СОШ № 3", "СОШ № 4"].flatMap(
  (school, index) =>
    ["ВПР математика 5", "ВПР русский язык 5"].flatMap((procedure) => [
      [school, "2025/2026", procedure, 10, index < 2 ? 4 : 1],
      [school, "2024/2025", procedure, 10, 1],
    ]),
);

/** A small workbook with results and a sheet of the user's own. */
export const small = (): Workbook =>
  workbookOf({ Сводная: [HEADER, ...ROWS], Заметки: [["Позвонить в школы"], [42]] });

const PROCEDURES = [
  "ВПР математика 5",
  "ВПР математика 6",
  "ВПР русский язык 5",
  "ВПР русский язык 6",
  "ОГЭ математика",
  "ОГЭ русский язык",
  "ЕГЭ математика базовая",
  "ЕГЭ математика профильная",
  "ЕГЭ русский язык",
];

/** A made-up municipality: every school, nine procedures, two years; every third school is low. */
export function municipality(schools: number): Workbook {
  const rows = Array.from({ length: schools }, (_, n) =>
    ["2024/2025", "2025/2026"].flatMap((year) =>
      PROCEDURES.map((procedure, p): Scalar[] => {
        const participants = 10 + ((n * 7 + p * 3) % 40);
        const failed = n % 3 === 0 && p < 2 ? Math.ceil(participants * 0.4) : Math.floor(participants * 0.1);
        return [`МБОУ «Средняя общеобразовательная школа № ${n + 1}»`, year, procedure, participants, failed];
      }),
    ),
  ).flat();
  const workbook = createWorkbook({ name: "Муниципалитет.xlsx", sheets: [] });
  fill(addSheet(workbook, "Результаты всех школ"), [HEADER, ...rows]);
  workbook.activeSheetId = workbook.sheets[0]?.id ?? "";
  return workbook;
}

/** School, procedure, participants, failed: a row of the sheet «Сводная» of 2025/2026. */
export type Row = readonly [school: string, procedure: string, participants: number, failed: number];

export const resultsOf = (...rows: readonly Row[]): Workbook =>
  workbookOf({
    Сводная: [
      HEADER,
      ...rows.map(([school, procedure, ...counts]) => [school, "2025/2026", procedure, ...counts]),
    ],
  });
