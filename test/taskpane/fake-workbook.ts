import { edits } from "../../src/excel/edits/edits";
import type { CellValue, Grid } from "../../src/domain/grid";
import type { Source } from "../../src/domain/problem";
import type { Correction } from "../../src/domain/results/corrections/correction";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import type { SheetKind } from "../../src/domain/sheet-plan";
import type { OwnSheet, SheetTask, Snapshot, WorkbookPort } from "../../src/excel/port";

const HEADER: readonly CellValue[] = ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"];

export const gridOf = (sheet: string, rows: readonly (readonly CellValue[])[]): Grid => ({
  sheet,
  top: 0,
  left: 0,
  cells: rows.map((row) => HEADER.map((_, column) => row[column] ?? null)),
});

const [MATHS, RUSSIAN] = ["ВПР математика 5", "ВПР русский язык 5"];

/**
 * A made-up municipality under rule «000» at 30 %:
 * Берёзовская — two low procedures in 2024/2025 (8/23 = 34,8 %, 7/20 = 35 %): criterion 1;
 * Заречная — 3/10 = 30 % in 2024/2025 and 4/12 = 33,3 % in 2023/2024: criterion 2;
 * Лесная — never low; Полевая — nothing in 2024/2025: insufficient; Ключевая — nothing in 2023/2024: criterion 2
 * cannot be checked; Луговая — two cells that cannot be used, the rest is fine.
 */
export const ROWS: readonly (readonly CellValue[])[] = [
  HEADER,
  ["МБОУ «Берёзовская СОШ»", MATHS, "2024/2025", 23, 8],
  ["МБОУ «Берёзовская СОШ»", RUSSIAN, "2024/2025", 20, 7],
  ["МБОУ «Берёзовская СОШ»", MATHS, "2023/2024", 25, 2],
  ["МБОУ «Заречная ООШ»", MATHS, "2024/2025", 10, 3],
  ["МБОУ «Заречная ООШ»", RUSSIAN, "2023/2024", 12, 4],
  ["МБОУ «Лесная СОШ»", MATHS, "2024/2025", 40, 2],
  ["МБОУ «Лесная СОШ»", MATHS, "2023/2024", 38, 3],
  ["МБОУ «Полевая ООШ»", MATHS, "2023/2024", 9, 0],
  ["МБОУ «Ключевая СОШ»", MATHS, "2024/2025", 15, 1],
  ["МБОУ «Луговая СОШ»", MATHS, "2024/2025", 12, "много"],
  ["МБОУ «Луговая СОШ»", RUSSIAN, "2024/2025", 12, 14],
  ["МБОУ «Луговая СОШ»", MATHS, "2023/2024", 11, 1],
  ["МБОУ «Луговая СОШ»", RUSSIAN, "2024/2025", 13, 1],
  ["Итого", null, null, 240, 45],
];

export const ownSheet = (kind: SheetKind, id: string, name: string, unchanged: boolean): OwnSheet => ({
  sheetId: `{${id}}`,
  id,
  kind,
  name,
  grid: null,
  unchanged,
  tables: [],
  protected: false,
});

/** The three sheets of an earlier run; the roadmap was edited by the user. */
export const EARLIER: readonly OwnSheet[] = [
  ownSheet("roadmap", "roadmap:low-results-roadmap", "Дорожная карта", false),
  ownSheet("lowSchools", "lowSchools", "ШНОР", true),
  ownSheet("results", "results", "Результаты", true),
];

const dataSheet = ({ sheet, cells, hidden = false }: Grid) => ({
  name: sheet,
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
  hidden,
});

export interface FakeWorkbook {
  readonly port: WorkbookPort;
  readonly selected: Source[];
  readonly saved: Settings[];
  readonly written: (readonly SheetTask[])[];
  /** Corrections as last saved. */
  readonly corrected: (readonly Correction[])[];
}

/** A workbook in memory; any call can be made to fail. */
export function fakeWorkbook(
  grids: readonly Grid[] = [gridOf("ВПР", ROWS)],
  snapshot: Partial<Snapshot> = {},
  failing: Partial<WorkbookPort> = {},
): FakeWorkbook {
  const selected: Source[] = [];
  const saved: Settings[] = [];
  const written: (readonly SheetTask[])[] = [];
  const corrected: (readonly Correction[])[] = [];
  const port: WorkbookPort = {
    read: (progress) => {
      progress?.(1);
      return Promise.resolve({
        name: "Результаты.xlsx",
        sheetNames: grids.map(({ sheet }) => sheet),
        tableNames: [],
        grids,
        own: [],
        structureProtected: false,
        settings: saved.at(-1) ?? DEFAULT_SETTINGS,
        corrections: { list: corrected.at(-1) ?? [], problems: [] },
        unfinished: false,
        ...snapshot,
      });
    },
    write: (tasks) => {
      written.push(tasks);
      return Promise.resolve(
        tasks.map(({ plan: { id, kind, name, measures }, replace }) => ({
          id,
          kind,
          name: replace?.name ?? name,
          how: replace === undefined ? ("created" as const) : ("updated" as const),
          ...(measures === undefined ? {} : { measures }),
        })),
      );
    },
    removeUnfinished: () => Promise.resolve({ outcome: "undone", removed: [] }),
    look: () => Promise.resolve({ data: grids.map(dataSheet), own: [], unfinished: false }),
    watch: () => () => undefined,
    watchEdits: () => () => undefined,
    saveSettings: (settings) => {
      saved.push(settings);
      return Promise.resolve();
    },
    saveCorrections: (list) => {
      corrected.push(list);
      return Promise.resolve();
    },
    select: (source) => {
      selected.push(source);
      return Promise.resolve();
    },
    ...failing,
  };
  return { port, selected, saved, written, corrected };
}

/** The workbook whose readings know what was heard before them, as Excel's do. */
export const listenedTo = (workbook: FakeWorkbook): FakeWorkbook => ({
  ...workbook,
  port: {
    ...workbook.port,
    read: async (progress) => {
      const editsBefore = edits.getState().count;
      return { ...(await workbook.port.read(progress)), editsBefore };
    },
  },
});
