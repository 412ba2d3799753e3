import { analyse, type Analysis } from "../../src/domain/analysis";
import { explainCell, type MadeSheet } from "../../src/domain/explain-cell";
import type { CellValue, Grid } from "../../src/domain/grid";
import { procedureTitle } from "../../src/domain/results/procedure";
import { formatYear } from "../../src/domain/results/year";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";

const grid = (sheet: string, cells: readonly (readonly CellValue[])[], at = { top: 0, left: 0 }): Grid => ({
  sheet,
  ...at,
  cells: cells.map((row) => Array.from({ length: 6 }, (_, column) => row[column] ?? null)),
});

/** Лесная is low by criterion 1 (8/20 and 6/15, both 40 %); Луговая is not (1/10); Полевая has no figures. */
const LIST = grid("Список", [
  ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"],
  ["МБОУ «Лесная СОШ»", "ВПР математика 5", "2024/2025", 20, 8],
  ["МБОУ «Лесная СОШ»", "ВПР русский язык 5", "2024/2025", 15, 6],
  ["МБОУ «Луговая ООШ»", "ВПР математика 5", "2024/2025", 10, 1],
  ["Итого", null, null, 45, 15],
]);

/** Columns of two procedures side by side, the sheet begins at B3. */
const WIDE = grid(
  "ОГЭ 2025",
  [
    ["Школа", "ОГЭ математика", null, "ОГЭ русский язык", null],
    [null, "Участников", "Не справились", "Участников", "Не справились"],
    ["Лесная СОШ", 12, 1, 13, 2],
    ["Полевая ООШ", null, null, null, null],
  ],
  { top: 2, left: 1 },
);

const analysis: Analysis = analyse({
  grids: [LIST, WIDE],
  openWorkbook: "Книга.xlsx",
  decisions: null,
  settings: DEFAULT_SETTINGS,
});

const FOREST = "name:лесная сош";
const made = (id: string, cells: readonly (readonly CellValue[])[]): MadeSheet => ({
  id,
  grid: grid("Наш", cells),
});
/** As the sheets are written: row 2 of «Результаты» with its hidden id, the list of «ШНОР», the registry's key. */
const RESULTS = made("results", [
  ["№ п/п", "Школа", "Учебный год"],
  [1, "Лесная СОШ", "2024/2025", "ВПР русский язык 5", 0.4, `${FOREST}: ВПР русский язык 5, 2025`],
]);
const LOW = made("lowSchools", [
  ["Перечень"],
  [1, "переименована", "да", "1", "причина", `school:${FOREST}`],
]);
const REGISTRY = made("registry", [["Реестр"], ["Другое имя", null, null, null, null, FOREST]]);
const ROADMAP = made("roadmap:low-results-roadmap", [
  ["Школы: МБОУ «Лесная СОШ» (ВПР)"],
  ["Школы: Лесная СОШ; Луговая ООШ"],
  ["1.1", "Диагностика", "МБОУ «Луговая ООШ»"],
  ["1.2", "Обучение", "Координатор"],
]);

type Case = readonly [
  name: string,
  sheet: string,
  address: string,
  made: MadeSheet | undefined,
  expected: string | null,
];

/** School, its status, the results shown. Under rule «000» two low results in one year are criterion 1. */
const CASES: readonly Case[] = [
  ["a figure", "Список", "E2", undefined, "Лесная low: ВПР математика 5, 2024/2025"],
  ["the school's name in a list", "Список", "A3", undefined, "Лесная low: ВПР русский язык 5, 2024/2025"],
  ["beside the table, in its row", "Список", "H4", undefined, "Луговая notLow: ВПР математика 5, 2024/2025"],
  ["several cells: the first", "Список", "D2:E4", undefined, "Лесная low: ВПР математика 5, 2024/2025"],
  ["a header", "Список", "B1", undefined, null],
  ["a total", "Список", "D5", undefined, null],
  ["one figure of a wide row", "ОГЭ 2025", "F5", undefined, "Лесная low: ОГЭ русский язык, 2024/2025"],
  [
    "the name of a wide row",
    "ОГЭ 2025",
    "B5",
    undefined,
    "Лесная low: ОГЭ математика, 2024/2025; ОГЭ русский язык, 2024/2025",
  ],
  ["a school without figures", "ОГЭ 2025", "C6", undefined, "Полевая insufficient: "],
  ["a sheet without results", "Титул", "A1", undefined, null],
  ["no address", "Список", "", undefined, null],
  ["«Результаты»", "Наш", "E2", RESULTS, "Лесная low: ВПР русский язык 5, 2024/2025"],
  ["header of «Результаты»", "Наш", "B1", RESULTS, null],
  ["«ШНОР»: by the row's id, whatever stands there", "Наш", "B2", LOW, "Лесная low: "],
  ["the registry: by the key", "Наш", "A2", REGISTRY, "Лесная low: "],
  ["a school's own roadmap", "Наш", "C9", made(`schoolRoadmap:${FOREST}`, []), "Лесная low: "],
  ["a notice", "Наш", "A1", made(`notice:${FOREST}`, []), "Лесная low: "],
  ["the one school that a cell names", "Наш", "A1", ROADMAP, "Лесная low: "],
  ["a cell with two schools", "Наш", "A2", ROADMAP, null],
  ["a measure whose executor is a school", "Наш", "B3", ROADMAP, "Луговая notLow: "],
  ["a measure of nobody's", "Наш", "B4", ROADMAP, null],
  ["outside a sheet of ours", "Наш", "A90", ROADMAP, null],
];

test.each(CASES)("%s", (_, sheet, address, own, expected) => {
  const found = explainCell(analysis, sheet, address, own);
  const told = (): string => {
    const shown = (found?.results ?? []).map(
      ({ procedure, year }) => `${procedureTitle(procedure)}, ${formatYear(year)}`,
    );
    const name = /Лесная|Луговая|Полевая/.exec(found?.school.name ?? "")?.[0];
    return `${String(name)} ${String(found?.verdict?.status)}: ${shown.sort().join("; ")}`;
  };
  expect(found === null ? null : told()).toBe(expected);
});
