/** What else of `src/excel` writes into a workbook, beside the jobs of the ribbon. */
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { Correction } from "../../../src/domain/results/corrections/correction";
import { addedFiles } from "../../../src/excel/files/added-files";
import { answerSchools } from "../../../src/excel/jobs/answer-schools";
import { createExamples } from "../../../src/excel/jobs/create-examples";
import { createHeatMap } from "../../../src/excel/jobs/create-heat-map";
import { prepare as readAndAnalyse } from "../../../src/excel/jobs/create-roadmap";
import { copySheets } from "../../../src/excel/files/copy-sheets";
import { removeFile } from "../../../src/excel/files/remove-file";
import { KEPT_NAMESPACE, keptPart } from "../../../src/excel/sheets/kept-state";
import { officeFormulas } from "../../../src/excel/office-formulas";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { readWhole } from "../../../src/excel/reading/read-whole";
import { sheetRemover } from "../../../src/excel/writing/remove-sheets";
import { addTemplateSheet } from "../../../src/excel/jobs/templates";
import { put } from "../../../src/workbench/store/cells";
import { addSheet } from "../../../src/workbench/store/create";
import type { Workbook } from "../../../src/workbench/store/model";
import { type AddIn, sheetOf } from "../harness";
import { HEADER, type } from "../made-up";
import { fileA, fileB, type Job, nothing, ready, roadmap } from "./jobs";

const YEAR = 2026;
const heatMap = (): Promise<unknown> => createHeatMap(officeWorkbook, DEFAULT_SETTINGS, YEAR);

/** Copies of sheets are made from what was added; a file that is in the workbook only has none. */
async function copyFiles(): Promise<void> {
  const { analysis } = await readAndAnalyse(officeWorkbook, {});
  const grids = addedFiles.getState().grids;
  for (const { file = "" } of grids) await copySheets(officeWorkbook, file, analysis);
}

/** Sheets that the user ticked: those of them that are there. */
async function removeSheets(): Promise<void> {
  const { own } = await readWhole(officeWorkbook);
  const ticked = own.filter(({ kind }) => ["roadmap", "lowSchools", "results", "registry"].includes(kind));
  if (ticked.length > 0) await sheetRemover.remove(ticked);
}

const CORRECTION: Correction = {
  id: "1",
  layout: "школа|участников",
  sheetKey: "сводная",
  at: { sheet: "Сводная", header: "A1:E1" },
  change: { kind: "notResults" },
};

/** Two spellings of one school; neither is in the registry yet, so rows come below the last one with the answer. */
const LIKE = ["МБОУ «СОШ № 5»", "СОШ № 5 г. Н-ска"] as const;
const answer = (): Promise<unknown> =>
  answerSchools(
    officeWorkbook,
    DEFAULT_SETTINGS,
    { first: "name:сош 5", second: "name:сош 5 г н ска" },
    "same",
  );

function withLike(workbook: Workbook): void {
  const data = sheetOf(workbook, "Сводная");
  const below = Math.max(...data.cells.keys()) + 1;
  LIKE.forEach((school, index) => {
    const row = [school, "2025/2026", ["ВПР математика 5", "ВПР русский язык 5"][index] ?? "", 10, 4];
    HEADER.forEach((_, column) => {
      type(data, below + index, column, row[column] ?? "");
    });
  });
}

/** A user's sheet with functions of the add-in: a spilled array, a part of a formula; and formulas that stay. */
async function withFormulas(addin: AddIn): Promise<Workbook> {
  const workbook = await ready(addin);
  const sheet = addSheet(workbook, "Расчёты");
  put(sheet, 0, 0, { value: 0, formula: "=NOR.FAILSHARE(Сводная!D2:E4)" });
  put(sheet, 0, 2, { value: 0, formula: "=SUM(Сводная!D2:D4)" });
  ["Не справились", "Справились", "Разность", "Подпись"].forEach((text, row) => {
    put(sheet, 5 + row, 0, { value: text });
  });
  put(sheet, 5, 1, { value: 0, formula: "=ROUND(NOR.FAILSHARE(Сводная!D2:E2)*100,1)" });
  put(sheet, 6, 1, { value: 0, formula: "=100-B6" });
  put(sheet, 7, 1, { value: 0, formula: '=IF(NOR.FAILSHARE(Сводная!D3:E3)<0.3,"=мало","много")' });
  // what an earlier run kept must stay
  const xml = keptPart({ sheet: "results", written: "1", rows: [] });
  workbook.customXmlParts.push({ id: "{1}", namespaceUri: KEPT_NAMESPACE, xml });
  addin.host.context.restructured();
  await addin.host.calculate();
  return workbook;
}

/** An empty cell below the notes is selected. */
async function atEmptyCell(addin: AddIn): Promise<Workbook> {
  const workbook = await ready(addin);
  workbook.activeSheetId = sheetOf(workbook, "Заметки").id;
  workbook.selection = { top: 5, left: 1, bottom: 5, right: 1 };
  return workbook;
}

export const OTHER_JOBS: readonly Job[] = [
  {
    name: "Тепловая карта",
    arrange: nothing,
    run: heatMap,
    sheets: { Сводная: "watched", "Тепловая карта": "watched" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      await heatMap();
      type(sheetOf(workbook, "Сводная"), 9, 4, 7);
      return workbook;
    },
  },
  {
    name: "Шаблон в книгу",
    arrange: nothing,
    run: () => addTemplateSheet(officeWorkbook, { from: "low-results-roadmap", name: "Наш", start: YEAR }),
    sheets: { Сводная: "beside", Заметки: "beside" },
    prepare: (addin) => ready(addin),
  },
  {
    name: "Примеры формул",
    arrange: nothing,
    run: () => createExamples(officeWorkbook),
    sheets: { Заметки: "beside" },
    prepare: (addin) => ready(addin),
  },
  {
    name: "Копии листов файла",
    arrange: () => {
      addedFiles.setState({ grids: [fileA] }); // a copy is asked for file by file
    },
    run: copyFiles,
    sheets: { Сводная: "beside", Заметки: "beside" },
    prepare: (addin) => ready(addin),
  },
  {
    name: "Убрать файл",
    arrange: nothing,
    run: () => removeFile(officeWorkbook, "А.xlsx"),
    sheets: { "Добавленные файлы": "watched", Заметки: "beside" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      addedFiles.setState({ grids: [fileA, fileB] });
      await roadmap();
      return workbook;
    },
  },
  {
    name: "Убрать листы",
    arrange: nothing,
    run: removeSheets,
    sheets: { Результаты: "watched", ШНОР: "watched", Сводная: "beside" },
    takesAway: true,
    prepare: async (addin) => {
      const workbook = await ready(addin);
      await roadmap();
      return workbook;
    },
  },
  {
    name: "Значения вместо формул",
    arrange: nothing,
    run: () => officeFormulas.replace("workbook"),
    sheets: { Расчёты: "written", Заметки: "beside" },
    cells: {
      Расчёты: [
        { name: "формула", row: 5, column: 1 },
        { name: "первая ячейка массива", row: 0, column: 0 },
        { name: "ячейка массива", row: 1, column: 0 },
      ],
    },
    prepare: withFormulas,
  },
  {
    name: "Формула в ячейку",
    arrange: nothing,
    run: () => officeFormulas.insert("=NOR.FAILSHARE(Сводная!D2:E2)", null),
    sheets: { Заметки: "written" },
    cells: { Заметки: [{ name: "пустая", row: 5, column: 1 }] },
    prepare: atEmptyCell,
  },
  {
    name: "Ответ «это одна школа»",
    arrange: nothing,
    run: answer,
    sheets: { Школы: "watched", Сводная: "watched", Заметки: "beside" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      await roadmap();
      withLike(workbook);
      return workbook;
    },
  },
  {
    name: "Ответ «это одна школа», реестр новый",
    arrange: nothing,
    run: answer,
    sheets: { Сводная: "watched", Заметки: "beside" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      withLike(workbook);
      return workbook;
    },
  },
  {
    name: "Настройки",
    arrange: nothing,
    run: () => officeWorkbook.saveSettings({ ...DEFAULT_SETTINGS, threshold: 25 }),
    sheets: {},
    prepare: (addin) => ready(addin),
  },
  {
    name: "Поправки к чтению",
    arrange: nothing,
    run: () => officeWorkbook.saveCorrections([CORRECTION]),
    sheets: {},
    prepare: (addin) => ready(addin),
  },
];
