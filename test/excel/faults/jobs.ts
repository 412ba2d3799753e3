import { HISTORY_COLUMNS } from "../../../src/domain/monitoring/corrections";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";
import type { Grid } from "../../../src/domain/grid";
import { addedFiles } from "../../../src/excel/files/added-files";
import { checkData } from "../../../src/excel/jobs/check-data";
import { createRoadmap } from "../../../src/excel/jobs/create-roadmap";
import { monitorRoadmap } from "../../../src/excel/jobs/monitor";
import { officeWorkbook } from "../../../src/excel/office-workbook";
import { SETTINGS_KEY } from "../../../src/excel/settings";
import { getCell } from "../../../src/workbench/store/cells";
import type { Sheet, Workbook } from "../../../src/workbench/store/model";
import { type AddIn, sheetOf } from "../harness";
import { HEADER, small, type } from "../made-up";

/** A job of the add-in over a workbook that stands ready for it. */
export interface Job {
  readonly name: string;
  /** Makes the workbook in the host; runs of the add-in in it are not disturbed. */
  readonly prepare: (addin: AddIn) => Promise<Workbook>;
  /** What comes from outside the workbook. */
  readonly arrange: () => void;
  readonly run: () => Promise<unknown>;
  /**
   * Sheets to which the user does something meanwhile. `watched`: the job goes by it or writes it, so a change of it must
   * be noticed; `beside`: whatever the user does there comes beside what the job does; `written`: the job writes some cells
   * of it, and goes by those alone.
   */
  readonly sheets: Readonly<Record<string, "watched" | "beside" | "written">>;
  /** Cells of the user's sheets that the job writes, by sheet: the user types into these, too. */
  readonly cells?: Readonly<Record<string, readonly JobCell[]>>;
  /** What the user asks to take away: changes before it was read are among it. */
  readonly takesAway?: true;
}

/** A cell that a job writes, and what it is. */
export interface JobCell {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

const TODAY = "2026-11-22";
export const nothing = (): void => {
  addedFiles.setState({ grids: [] });
};
export const roadmap = (): Promise<unknown> =>
  createRoadmap(officeWorkbook, { chooseExisting: () => Promise.resolve("update"), today: TODAY });
const monitor = (): Promise<unknown> => monitorRoadmap(officeWorkbook, { today: TODAY });
const check = (): Promise<unknown> => checkData(officeWorkbook, { today: TODAY });

const file = (name: string, school: string, failed: number): Grid => ({
  sheet: "ОГЭ",
  file: name,
  top: 0,
  left: 0,
  cells: [HEADER, [school, "2025/2026", "ОГЭ математика", 10, failed]],
});
export const fileA = file("А.xlsx", "СОШ № 3", 1);
export const fileB = file("Б.xlsx", "СОШ № 5", 2);

export async function ready(addin: AddIn, settings: Partial<Settings> = {}): Promise<Workbook> {
  nothing();
  const workbook = addin.open(small());
  workbook.settings.set(SETTINGS_KEY, JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }));
  return Promise.resolve(workbook);
}

/** Row and column of the first cell with this text. */
function placeOf(sheet: Sheet, text: string): readonly [row: number, column: number] {
  for (const [row, columns] of sheet.cells)
    for (const [column, cell] of columns) if (cell.value === text) return [row, column];
  throw new Error(`no «${text}» on ${sheet.name}`);
}

/** The user's work between two runs: an own wording, a status, a figure, a line of the history. */
function edit(workbook: Workbook): void {
  const plan = sheetOf(workbook, "Дорожная карта");
  const [row, column] = placeOf(plan, "000:1");
  type(plan, row, 1, "Наша редакция мероприятия");
  const [second] = placeOf(plan, "000:2");
  type(plan, second, 3, "Методист отдела");
  if (getCell(plan, row, column) === undefined) throw new Error("no ids");
  type(sheetOf(workbook, "Сводная"), 9, 4, 7); // СОШ № 3 becomes low
  type(sheetOf(workbook, "Сводная"), 11, 4, 7);
}

function planAMove(workbook: Workbook): void {
  const history = sheetOf(workbook, "История изменений");
  const [header] = placeOf(history, HISTORY_COLUMNS[0]);
  ["1", "перенос срока", "15.01.2027", "Болезнь ответственного", "20.11.2026"].forEach((text, column) => {
    type(history, header + 1, column, text);
  });
}

const READ_ONLY = { Сводная: "watched", Заметки: "beside" } as const;

/** What the ribbon starts. */
export const RIBBON_JOBS: readonly Job[] = [
  {
    name: "Список и дорожная карта",
    arrange: nothing,
    run: roadmap,
    sheets: READ_ONLY,
    prepare: (addin) => ready(addin),
  },
  {
    name: "Весь пакет документов",
    arrange: nothing,
    run: roadmap,
    sheets: READ_ONLY,
    prepare: (addin) => ready(addin, { package: "all" }),
  },
  {
    name: "Обновить",
    arrange: nothing,
    run: roadmap,
    sheets: { Сводная: "watched", "Дорожная карта": "watched", ШНОР: "watched", Реквизиты: "watched" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      await roadmap();
      edit(workbook);
      return workbook;
    },
  },
  {
    name: "Добавить файл",
    arrange: () => {
      addedFiles.setState({ grids: [fileA, fileB] });
    },
    run: roadmap,
    sheets: { Сводная: "watched", "Добавленные файлы": "watched", Школы: "watched" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      addedFiles.setState({ grids: [fileA] });
      await roadmap();
      return workbook;
    },
  },
  {
    name: "Контроль исполнения",
    arrange: nothing,
    run: monitor,
    sheets: { Контроль: "watched", "Дорожная карта": "watched", "История изменений": "watched" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      await roadmap();
      await monitor();
      edit(workbook);
      planAMove(workbook);
      return workbook;
    },
  },
  {
    name: "Проверка данных",
    arrange: nothing,
    run: check,
    sheets: { Сводная: "watched", "Проверка данных": "watched" },
    prepare: async (addin) => {
      const workbook = await ready(addin);
      type(sheetOf(workbook, "Сводная"), 2, 4, 40);
      await check();
      type(sheetOf(workbook, "Сводная"), 2, 4, 4);
      type(sheetOf(workbook, "Сводная"), 3, 4, 50);
      return workbook;
    },
  },
];
