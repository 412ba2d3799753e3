import { CellSet } from "./cell-set";
import type { Sheet, Workbook } from "./model";

export interface NewWorkbook {
  /** `Book1.xlsx` when left out. */
  name?: string;
  /** One visible sheet each; `Sheet1` when left out. */
  sheets?: readonly string[];
}

/** An empty workbook with its first sheet active and A1 selected. */
export function createWorkbook({ name = "Book1.xlsx", sheets = ["Sheet1"] }: NewWorkbook = {}): Workbook {
  const workbook: Workbook = {
    name,
    sheets: [],
    names: [],
    customXmlParts: [],
    settings: new Map(),
    structureProtected: false,
    activeSheetId: "",
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    removed: [],
  };
  for (const sheet of sheets) addSheet(workbook, sheet);
  workbook.activeSheetId = workbook.sheets[0]?.id ?? "";
  return workbook;
}

/** A sheet with Excel's defaults that is in no workbook yet. `origin` is its name in the opened file. */
export function createSheet(id: string, name: string, origin?: string): Sheet {
  return {
    id,
    name,
    visibility: "Visible",
    cells: new Map(),
    rowHeights: new Map(),
    fittedHeights: new Map(),
    columnWidths: new Map(),
    columnStyles: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    tables: [],
    names: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: new Map(),
    page: {},
    tabColor: "",
    showGridlines: true,
    protected: false,
    ...(origin !== undefined && { origin }),
    touched: { values: new CellSet(), styles: new CellSet(), aspects: new Set() },
  };
}

/** Appends a sheet; `origin` is given by a reader of files only. */
export function addSheet(workbook: Workbook, name: string, origin?: string): Sheet {
  const sheet = createSheet(newSheetId(workbook), name, origin);
  workbook.sheets.push(sheet);
  return sheet;
}

const highest = new WeakMap<Workbook, number>();

/** Ids look like Excel's and are never given twice in a workbook, also after a sheet was deleted. */
function newSheetId(workbook: Workbook): string {
  const used = workbook.sheets.map(({ id }) => Number.parseInt(id.slice(10, 14), 16) || 0);
  const next = Math.max(highest.get(workbook) ?? 0, ...used) + 1;
  highest.set(workbook, next);
  return `{00000000-${next.toString(16).toUpperCase().padStart(4, "0")}-0000-0000-000000000000}`;
}

/** `Sheet3`: the first free name, as Excel gives to a sheet added without one. */
export function freeSheetName(workbook: Workbook): string {
  for (let number = workbook.sheets.length + 1; ; number++)
    if (!findSheet(workbook, `Sheet${number}`)) return `Sheet${number}`;
}

/** By id or by name; names are compared without regard to case, as in Excel. */
export function findSheet(workbook: Workbook, idOrName: string): Sheet | undefined {
  const wanted = idOrName.toLocaleLowerCase();
  return workbook.sheets.find(({ id, name }) => id === idOrName || name.toLocaleLowerCase() === wanted);
}
