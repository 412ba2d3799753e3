/** A workbook in whose every field a user has put text that a spreadsheet program might take for a formula. */
import { HISTORY_COLUMNS } from "../../src/domain/monitoring/corrections";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { addedFiles } from "../../src/excel/files/added-files";
import { checkData } from "../../src/excel/jobs/check-data";
import { createExamples } from "../../src/excel/jobs/create-examples";
import { createHeatMap } from "../../src/excel/jobs/create-heat-map";
import { createRoadmap, prepare } from "../../src/excel/jobs/create-roadmap";
import { copySheets } from "../../src/excel/files/copy-sheets";
import { monitorRoadmap } from "../../src/excel/jobs/monitor";
import { officeFormulas } from "../../src/excel/office-formulas";
import { officeWorkbook } from "../../src/excel/office-workbook";
import { SETTINGS_KEY } from "../../src/excel/settings";
import { addTemplateSheet } from "../../src/excel/jobs/templates";
import { put } from "../../src/workbench/store/cells";
import { addSheet } from "../../src/workbench/store/create";
import type { Sheet, Workbook } from "../../src/workbench/store/model";
import { type AddIn, sheetOf } from "../excel/harness";
import { HEADER, type, workbookOf } from "../excel/made-up";

/** Stands in every hostile text and in no text of ours. */
export const TOKEN = "ЗЛО";

/** A text per field, `=ЗЛО7(1)&"!`, and what was given out. */
export class Hostile {
  readonly given = new Map<string, string>();
  /** @param starts first characters, given to the fields in turn */
  constructor(private readonly starts: readonly string[]) {}

  text(field: string): string {
    const known = this.given.get(field);
    if (known !== undefined) return known;
    const number = this.given.size + 1;
    const text = `${this.starts[number % this.starts.length] ?? "="}${TOKEN}${number}(1)&"!`;
    this.given.set(field, text);
    return text;
  }
}

const TODAY = "2026-11-22";
const run = (): Promise<unknown> =>
  createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("update"), today: TODAY });
const monitor = (): Promise<unknown> => monitorRoadmap(officeWorkbook, { today: TODAY });

/** Rows of a sheet whose cell in a column says something, below the row that begins with a label. */
function rowsBelow(sheet: Sheet, label: string, column = 0): readonly number[] {
  const said = (row: number, at: number): string => String(sheet.cells.get(row)?.get(at)?.value ?? "");
  const rows = [...sheet.cells.keys()].sort((a, b) => a - b);
  const header = rows.find((row) =>
    [...(sheet.cells.get(row)?.keys() ?? [])].some((at) => said(row, at) === label),
  );
  if (header === undefined) throw new Error(`no «${label}» on ${sheet.name}`);
  return rows.filter((row) => row > header && said(row, column) !== "");
}

function fill(sheet: Sheet, rows: readonly number[], columns: readonly number[], hostile: Hostile): void {
  for (const row of rows)
    for (const column of columns)
      type(sheet, row, column, hostile.text(`${sheet.name}, строка ${row + 1}, столбец ${column + 1}`));
}

/** Everything that a user may fill in between two runs. */
function fillIn(workbook: Workbook, hostile: Hostile, template: string): void {
  const requisites = sheetOf(workbook, "Реквизиты");
  const dated = (row: number): boolean => /дата/i.test(String(requisites.cells.get(row)?.get(0)?.value));
  fill(
    requisites,
    rowsBelow(requisites, "Реквизит").filter((row) => !dated(row)),
    [1],
    hostile,
  );
  const directory = sheetOf(workbook, "Справочник");
  fill(directory, rowsBelow(directory, "Роль").slice(0, 12), [1, 2, 3, 4], hostile);
  const own = sheetOf(workbook, template);
  fill(own, rowsBelow(own, "Мероприятие", 3).slice(0, 4), [0, 3, 5, 6], hostile);
  type(own, 2, 2, hostile.text("название документа"));
  type(own, 6, 2, hostile.text("цель"));
  const appointments = sheetOf(workbook, "Назначения");
  fill(appointments, rowsBelow(appointments, "Школа", 7), [3, 4], hostile);
  const registry = sheetOf(workbook, "Школы");
  fill(registry, rowsBelow(registry, "Школа", 11).slice(1, 3), [1, 2, 7], hostile);
  const decisions = sheetOf(workbook, "Решения по школам");
  const added = [
    hostile.text("школа по решению"),
    "включить",
    hostile.text("основание решения"),
    "20.11.2026",
  ];
  added.forEach((text, column) => {
    type(decisions, 4, column, text);
  });
  const plan = sheetOf(workbook, "Дорожная карта");
  fill(plan, rowsBelow(plan, "Мероприятия", 11).slice(0, 6), [1, 3], hostile);
}

function fillControl(workbook: Workbook, hostile: Hostile): void {
  const history = sheetOf(workbook, "История изменений");
  const [row = 4] = rowsBelow(history, HISTORY_COLUMNS[0]);
  ["1", "перенос срока", "15.01.2027", hostile.text("причина переноса"), hostile.text("документ")].forEach(
    (text, column) => {
      type(history, row, column, text);
    },
  );
  const register = sheetOf(workbook, "Реестр мероприятий");
  fill(register, rowsBelow(register, "Мероприятие", 3).slice(0, 4), [5], hostile);
}

/** The add-in makes all it can make of the workbook, twice over: it is read again with what was filled in. */
export async function everything(addin: AddIn, hostile: Hostile): Promise<Workbook> {
  const schools = ["первая", "вторая", "третья", "четвёртая"].map((name) => hostile.text(`школа ${name}`));
  const rows = schools.flatMap((school, at) =>
    ["ВПР математика 5", "ВПР русский язык 5"].flatMap((procedure) => [
      [school, "2025/2026", procedure, 10, at < 3 ? 5 : 1],
      [school, "2024/2025", procedure, 10, 4],
    ]),
  );
  const sheet = `=${TOKEN}'лист","`;
  const workbook = addin.open(
    workbookOf({ [sheet]: [HEADER, ...rows, [schools[0] ?? "", "2025/2026", "ОГЭ математика", 5, 7]] }),
  );
  workbook.settings.set(SETTINGS_KEY, JSON.stringify({ ...DEFAULT_SETTINGS, package: "all" }));
  addedFiles.setState({ grids: [] });
  const name = `=${TOKEN}("шаблон`;
  await addTemplateSheet(officeWorkbook, { from: "low-results-roadmap", name, start: 2026 });
  const template = workbook.sheets.find(({ name: its }) => its.includes(TOKEN) && its !== sheet)?.name ?? "";
  workbook.settings.set(
    SETTINGS_KEY,
    JSON.stringify({ ...DEFAULT_SETTINGS, package: "all", templateId: `own:${name}` }),
  );
  await run();
  fillIn(workbook, hostile, template);
  await run();
  await monitor();
  fillControl(workbook, hostile);
  await monitor();
  await checkData(officeWorkbook, { today: TODAY });
  const checks = sheetOf(workbook, "Проверка данных");
  fill(checks, rowsBelow(checks, "№", 9).slice(0, 1), [8], hostile);
  await checkData(officeWorkbook, { today: TODAY });
  await createHeatMap(officeWorkbook, DEFAULT_SETTINGS, 2026);
  await createExamples(officeWorkbook);
  await withFile(hostile);
  await withFormula(addin, workbook, hostile);
  return workbook;
}

/** A file with such a name, of which a sheet is copied, too. */
async function withFile(hostile: Hostile): Promise<void> {
  const grid = {
    sheet: `=${TOKEN} файла`,
    file: `=${TOKEN}","файл.xlsx`,
    top: 0,
    left: 0,
    cells: [HEADER, [hostile.text("школа файла"), "2025/2026", "ОГЭ математика", 10, 6]],
  };
  addedFiles.setState({ grids: [grid] });
  await run();
  const { analysis } = await prepare(officeWorkbook, {});
  await copySheets(officeWorkbook, grid.file, analysis);
}

/** A function of the add-in that gives such a text, whose values then take the place of the formula. */
async function withFormula(addin: AddIn, workbook: Workbook, hostile: Hostile): Promise<void> {
  const text = hostile.text("ответ функции");
  const sheet = addSheet(workbook, "Расчёты");
  put(sheet, 0, 0, { value: 0, formula: `=IF(NOR.FAILSHARE(B1:C1)>0,"${text.replaceAll('"', '""')}","")` });
  put(sheet, 0, 1, { value: 10 });
  put(sheet, 0, 2, { value: 5 });
  addin.host.context.restructured();
  await addin.host.calculate();
  await officeFormulas.replace("workbook");
}
