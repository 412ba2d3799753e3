import { hostError } from "../protocol/errors";
import { COLUMNS, ROWS } from "../store/areas";
import type { Area, Sheet } from "../store/model";
import { integer, record } from "./arguments";
import { defineClass } from "./define-class";
import { rangeArgument, requireUnprotected } from "./targets";

/** learn.microsoft.com, Excel.WorksheetProtectionOptions. */
const PERMISSIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

/** learn.microsoft.com, Excel.WorksheetProtection. Passwords are not kept, and single permissions change nothing. */
export const sheetProtectionClass = defineClass<Sheet>("WorksheetProtection", {
  properties: {
    Protected: (sheet) => sheet.protected,
    Options: ({ allowed = [] }) => ({
      ...Object.fromEntries(PERMISSIONS.map((name) => [name, allowed.includes(name)])),
      selectionMode: "Normal",
    }),
  },
  methods: {
    // "Fails if the worksheet has already been protected."
    Protect: (sheet, [options]) => {
      requireUnprotected(sheet);
      const wanted = options === null || options === undefined ? {} : record(options);
      setProtected(sheet, true);
      sheet.allowed = PERMISSIONS.filter((name) => wanted[name] === true);
    },
    Unprotect: (sheet) => {
      setProtected(sheet, false);
    },
  },
});

function setProtected(sheet: Sheet, value: boolean): void {
  sheet.protected = value;
  delete sheet.allowed;
  sheet.touched.aspects.add("protection");
}

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows >= ROWS || columns >= COLUMNS) throw hostError("InvalidArgument");
  if (rows + columns > 0) sheet.freeze = { rows, columns };
  else delete sheet.freeze;
  sheet.touched.aspects.add("freeze");
}

/** "A range that describes the cells that are frozen in the active worksheet view." */
function frozenArea({ freeze: frozen }: Sheet): Area | undefined {
  if (!frozen) return undefined;
  const { rows, columns } = frozen;
  return { top: 0, left: 0, bottom: (rows || ROWS) - 1, right: (columns || COLUMNS) - 1 };
}

/** learn.microsoft.com, Excel.WorksheetFreezePanes. */
export const freezePanesClass = defineClass<Sheet>("WorksheetFreezePanes", {
  methods: {
    FreezeRows: (sheet, [count]) => {
      freeze(sheet, integer(count, 1), 0);
    },
    FreezeColumns: (sheet, [count]) => {
      freeze(sheet, 0, integer(count, 1));
    },
    FreezeAt: (sheet, [range], context) => {
      const { area } = rangeArgument(range, sheet, context);
      freeze(
        sheet,
        area.bottom === ROWS - 1 ? 0 : area.bottom + 1,
        area.right === COLUMNS - 1 ? 0 : area.right + 1,
      );
    },
    Unfreeze: (sheet) => {
      freeze(sheet, 0, 0);
    },
    GetLocation: (sheet, _args, { make }) => {
      const area = frozenArea(sheet);
      if (!area) throw hostError("ItemNotFound");
      return make.range(sheet, area);
    },
    GetLocationOrNullObject: (sheet, _args, { make }) => {
      const area = frozenArea(sheet);
      return area ? make.range(sheet, area) : null;
    },
  },
});

/** learn.microsoft.com, Excel.PageBreakCollection: "a page break before the top-left cell of the range". */
export const rowBreaksClass = defineClass<Sheet>("PageBreakCollection", {
  items: (sheet, context) =>
    (sheet.page.rowBreaks ?? []).map((row) => pageBreakClass.of({ sheet, row }, context)),
  getItem: (sheet, index, context) => {
    const row = (sheet.page.rowBreaks ?? [])[integer(index)];
    return row === undefined ? null : pageBreakClass.of({ sheet, row }, context);
  },
  methods: {
    Add: (sheet, [range], context) => {
      const row = rangeArgument(range, sheet, context).area.top;
      if (row === 0) throw hostError("InvalidArgument");
      const breaks = new Set([...(sheet.page.rowBreaks ?? []), row]);
      sheet.page.rowBreaks = [...breaks].sort((a, b) => a - b);
      sheet.touched.aspects.add("page");
      return pageBreakClass.of({ sheet, row }, context);
    },
    GetCount: (sheet) => sheet.page.rowBreaks?.length ?? 0,
    RemovePageBreaks: (sheet) => {
      delete sheet.page.rowBreaks;
      sheet.touched.aspects.add("page");
    },
  },
});

interface BreakRef {
  readonly sheet: Sheet;
  readonly row: number;
}
const pageBreakClass = defineClass<BreakRef>("PageBreak", {
  identity: ({ sheet, row }) => ({ _Id: (sheet.page.rowBreaks ?? []).indexOf(row) }),
  properties: { RowIndex: ({ row }) => row, ColumnIndex: () => 0 },
  methods: {
    Delete: ({ sheet, row }) => {
      sheet.page.rowBreaks = (sheet.page.rowBreaks ?? []).filter((each) => each !== row);
      sheet.touched.aspects.add("page");
    },
    GetCellAfterBreak: ({ sheet, row }, _args, { make }) =>
      make.range(sheet, { top: row, left: 0, bottom: row, right: 0 }),
  },
});
