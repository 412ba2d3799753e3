import { registerCommands } from "../../src/commands";
import { createRoadmap, type ExistingChoice, type Outcome } from "../../src/excel/jobs/create-roadmap";
import { officeWorkbook } from "../../src/excel/office-workbook";
import { type OwnSheet, WorkbookError } from "../../src/excel/port";
import { SETTINGS_KEY } from "../../src/excel/settings";
import { closing } from "../../src/excel/unfinished/lock";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import { NAMESPACE } from "../../src/domain/cells/formula-text";
import { readCustomFunctions, UniverCalculation } from "../../src/workbench/calculation";
import { type NodeHost, openHost } from "../../src/workbench/node";
import type { EmbeddedHost } from "../../src/workbench/protocol/host";
import { findSheet } from "../../src/workbench/store/create";
import { getCell } from "../../src/workbench/store/cells";
import type { Cell, Sheet, Workbook } from "../../src/workbench/store/model";

/** What one run did. */
export interface Run {
  readonly outcome: Outcome | null;
  readonly error: WorkbookError | null;
  /** Own sheets that the user was asked about; null where nobody asked. */
  readonly asked: readonly OwnSheet[] | null;
  readonly syncs: number;
  readonly bytes: number;
}

/** The product's Excel layer over real office.js: one boot for a test file, a workbook for a test. */
export interface AddIn {
  readonly host: EmbeddedHost;
  /** Its office.js, where a page of the add-in has it. */
  readonly globals: Pick<NodeHost, "Excel" | "Office">;
  /** Opens a workbook in place of the one before. */
  open(workbook: Workbook): Workbook;
  run(choice?: ExistingChoice, settings?: Partial<Settings>): Promise<Run>;
  dispose(): void;
}

/** The add-in's function of shares, as a stand-in without its metadata and its runtime: failed of participants, by rows. */
const SHARE = {
  functions: readCustomFunctions(
    { functions: [{ id: "FAILSHARE", name: "FAILSHARE", parameters: [{ dimensionality: "matrix" }] }] },
    NAMESPACE,
  ),
  runner: {
    invoke: (_: string, [range]: readonly unknown[]) => {
      const rows: readonly unknown[] = Array.isArray(range) ? range : [];
      const value = rows.map((row) => [Array.isArray(row) ? Number(row[1]) / Number(row[0]) : 0]);
      return { result: Promise.resolve({ value }) };
    },
  },
};

export async function boot(): Promise<AddIn> {
  const opened: NodeHost = await openHost({ calculation: new UniverCalculation(SHARE) });
  const { host } = opened;
  const globals = { Excel: opened.Excel, Office: opened.Office };
  Object.assign(globalThis, globals);
  registerCommands();
  return {
    host,
    globals,
    open: (workbook) => {
      closing.works = true; // the add-in starts anew
      // a user would close the file and open another one; only a test puts it under a running office.js
      (host.context as { workbook: Workbook }).workbook = workbook;
      host.context.restructured();
      host.intercept = undefined;
      host.unknownCalls.length = 0;
      return workbook;
    },
    run: (choice = "new", settings = {}) => run(host, choice, settings),
    dispose: opened.dispose,
  };
}

async function run(
  { counters, workbook }: EmbeddedHost,
  choice: ExistingChoice,
  settings: Partial<Settings>,
): Promise<Run> {
  workbook.settings.set(SETTINGS_KEY, JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }));
  const before = { ...counters };
  let asked: readonly OwnSheet[] | null = null;
  let [outcome, error]: [Outcome | null, WorkbookError | null] = [null, null];
  try {
    outcome = await createRoadmap(officeWorkbook, {
      chooseExisting: (sheets) => {
        asked = sheets;
        return Promise.resolve(choice);
      },
    });
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    error = cause;
  }
  return {
    outcome,
    error,
    asked,
    syncs: counters.syncs - before.syncs,
    bytes: counters.requestBytes + counters.answerBytes - before.requestBytes - before.answerBytes,
  };
}

export const sheetNames = ({ sheets }: Workbook): string[] => sheets.map(({ name }) => name);

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new Error(`no sheet ${name} among ${sheetNames(workbook).join(", ")}`);
  return sheet;
}

/** Content of every filled cell, by address; styles are left out. */
export function contents(sheet: Sheet): Record<string, Cell["value"]> {
  const found: Record<string, Cell["value"]> = {};
  for (const [row, columns] of sheet.cells)
    for (const [column, { formula, value }] of columns)
      if (formula !== undefined || value !== undefined) found[`${row},${column}`] = formula ?? value;
  return found;
}

/** Everything of a sheet that a user sees or prints, as plain data. */
export function look(sheet: Sheet): object {
  const cells = [...sheet.cells].flatMap(([row, columns]) =>
    [...columns].map(([column, { style, formula, value }]) => ({
      row,
      column,
      style,
      content: formula ?? value,
    })),
  );
  const { rowHeights, columnWidths, merges, page, freeze, showGridlines, hiddenColumns } = sheet;
  return {
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    rowHeights: [...rowHeights].sort(([a], [b]) => a - b),
    columnWidths: [...columnWidths],
    hiddenColumns: [...hiddenColumns],
    merges: [...merges].sort((a, b) => a.top - b.top || a.left - b.left),
    page,
    freeze,
    showGridlines,
    tables: sheet.tables.map(({ name, area, style }) => ({ name, area, style })),
    rules: sheet.conditionalFormats.map(({ areas, formula, style }) => ({ areas, formula, style })),
    validations: sheet.validations,
  };
}

export const texts = (sheet: Sheet): string[] =>
  Object.values(contents(sheet)).flatMap((value) =>
    typeof value === "string" ? [value.replaceAll("\u00A0", " ")] : [],
  );

export const valueAt = (sheet: Sheet, row: number, column: number): Cell["value"] =>
  getCell(sheet, row, column)?.value;
