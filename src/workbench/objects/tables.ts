import { hostError } from "../protocol/errors";
import type { HostObject } from "../protocol/host-object";
import { intersection, rowCount } from "../store/areas";
import {
  addTable,
  allTables,
  bodyArea,
  cutsTable,
  isLegalName,
  isNameTaken,
  nameColumns,
} from "../store/tables";
import { cellsIn, clearContent, getCell, put } from "../store/cells";
import type { Area, Sheet, Table } from "../store/model";
import { flag, integer, key, text } from "./arguments";
import type { Context, TableRef } from "./context";
import { defineClass } from "./define-class";
import { columnsClass } from "./table-columns";
import { checkedArea, rangeArgument, requireUnprotected } from "./targets";
import { activeSheet } from "./workbook";

/** `undefined` stands for the tables of the whole workbook. */
type Scope = Sheet | undefined;

const tablesOf = (scope: Scope, { workbook }: Context): TableRef[] =>
  allTables(workbook).filter(({ sheet }) => !scope || sheet === scope);

function find(scope: Scope, idOrName: unknown, context: Context): HostObject | null {
  const wanted = key(idOrName).toLowerCase();
  const found = tablesOf(scope, context).find(
    ({ table }) => table.id === wanted || table.name.toLowerCase() === wanted,
  );
  return found ? context.make.table(found) : null;
}

/** learn.microsoft.com, Excel.TableCollection. */
export const tablesClass = defineClass<Scope>("TableCollection", {
  properties: { Count: (scope, context) => tablesOf(scope, context).length },
  items: (scope, context) => tablesOf(scope, context).map((ref) => context.make.table(ref)),
  getItem: find,
  methods: {
    GetItemOrNullObject: (scope, [idOrName], context) => find(scope, idOrName, context),
    GetItemAt: (scope, [index], context) => {
      const ref = tablesOf(scope, context)[integer(index)];
      if (!ref) throw hostError("InvalidArgument");
      return context.make.table(ref);
    },
    GetCount: (scope, _args, context) => tablesOf(scope, context).length,
    Add: (scope, [address, hasHeaders], context) => {
      const { sheet, area } = rangeArgument(address, scope ?? activeSheet(context), context);
      if (scope && sheet !== scope) throw hostError("InvalidArgument");
      requireUnprotected(sheet);
      const withHeaders = flag(hasHeaders);
      requireFree(sheet, withHeaders ? withRow(area) : { ...area, bottom: area.bottom + 1 });
      const whole = withHeaders ? withRow(area) : headed(sheet, area);
      const table = addTable(context.workbook, sheet, whole);
      context.restructured();
      return context.make.table({ sheet, table });
    },
  },
});

/** learn.microsoft.com, error handling: MergedRangeConflict, "a table can't overlap with another table, … merged cells". */
function requireFree(sheet: Sheet, area: Area, own?: Table): void {
  const merged = sheet.merges.some((each) => intersection(each, area) !== undefined);
  if (merged || cutsTable(sheet, area, own)) throw hostError("MergedRangeConflict");
}

/** A table has at least one row below its header. */
const withRow = (area: Area): Area => (rowCount(area) === 1 ? { ...area, bottom: area.bottom + 1 } : area);

/** "If the source does not contain headers, Excel will automatically generate header shifting the data down by one row." */
function headed(sheet: Sheet, area: Area): Area {
  const below = checkedArea({ ...area, top: area.bottom + 1, bottom: area.bottom + 1 });
  if (
    ![...cellsIn(sheet, below)].every(([, , cell]) => cell.value === undefined && cell.formula === undefined)
  )
    throw hostError("InvalidOperation");
  for (let row = area.bottom; row >= area.top; row--)
    for (let column = area.left; column <= area.right; column++) {
      const cell = getCell(sheet, row, column);
      if (cell) {
        put(sheet, row + 1, column, cell);
        sheet.touched.values.add(row + 1, column);
        sheet.touched.styles.add(row + 1, column);
      } else clearContent(sheet, row + 1, column);
    }
  for (let column = area.left; column <= area.right; column++) clearContent(sheet, area.top, column);
  return { ...area, bottom: area.bottom + 1 };
}

function rename({ sheet, table }: TableRef, name: string, context: Context): void {
  if (!isLegalName(name)) throw hostError("InvalidArgument");
  if (name.toLowerCase() !== table.name.toLowerCase() && isNameTaken(context.workbook, name))
    throw hostError("ItemAlreadyExists");
  table.name = name;
  touch(sheet, context);
}

function touch(sheet: Sheet, context: Context): void {
  sheet.touched.aspects.add("tables");
  context.restructured();
}

function remove({ sheet, table }: TableRef, context: Context): void {
  sheet.tables = sheet.tables.filter((each) => each !== table);
  touch(sheet, context);
}

type Toggle = "showFilterButton" | "showBandedRows" | "showTotals";
const toggle =
  (name: Toggle) =>
  ({ sheet, table }: TableRef, value: unknown, context: Context): void => {
    table[name] = flag(value);
    touch(sheet, context);
  };

/** learn.microsoft.com, Excel.Table. */
export const tableClass = defineClass<TableRef>("Table", {
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: ({ table }) => table.id,
    Name: ({ table }) => table.name,
    Style: ({ table }) => table.style,
    ShowHeaders: ({ table }) => table.showHeaders,
    ShowTotals: ({ table }) => table.showTotals,
    ShowFilterButton: ({ table }) => table.showFilterButton,
    ShowBandedRows: ({ table }) => table.showBandedRows,
  },
  setters: {
    Name: (ref, value, context) => {
      rename(ref, text(value), context);
    },
    Style: ({ sheet, table }, value, context) => {
      table.style = text(value);
      touch(sheet, context);
    },
    ShowHeaders: ({ sheet, table }, value, context) => {
      const show = flag(value);
      // Without the header row the table ends above its body; with it the row above is taken again.
      if (show !== table.showHeaders) table.area = { ...table.area, top: table.area.top + (show ? -1 : 1) };
      table.showHeaders = show;
      if (show) nameColumns(sheet, table.area);
      touch(sheet, context);
    },
    ShowTotals: ({ sheet, table }, value, context) => {
      const show = flag(value);
      if (show !== table.showTotals)
        table.area = checkedArea({ ...table.area, bottom: table.area.bottom + (show ? 1 : -1) });
      toggle("showTotals")({ sheet, table }, value, context);
    },
    ShowFilterButton: toggle("showFilterButton"),
    ShowBandedRows: toggle("showBandedRows"),
  },
  since: { Resize: "1.13" },
  navigations: {
    Worksheet: ({ sheet }, { make }) => make.worksheet(sheet),
    Columns: (ref, context) => columnsClass.of(ref, context),
    Rows: (ref, context) => rowsClass.of(ref, context),
  },
  methods: {
    GetRange: ({ sheet, table }, _args, { make }) => make.range(sheet, table.area),
    GetDataBodyRange: ({ sheet, table }, _args, { make }) => make.range(sheet, bodyArea(table)),
    GetHeaderRowRange: ({ sheet, table: { area, showHeaders } }, _args, { make }) => {
      if (!showHeaders) throw hostError("InvalidOperation");
      return make.range(sheet, { ...area, bottom: area.top });
    },
    GetTotalRowRange: ({ sheet, table: { area, showTotals } }, _args, { make }) => {
      if (!showTotals) throw hostError("InvalidOperation");
      return make.range(sheet, { ...area, top: area.bottom });
    },
    // "Deletes the table": with its contents, as in Excel.
    Delete: (ref, _args, context) => {
      requireUnprotected(ref.sheet);
      for (const [row, column] of [...cellsIn(ref.sheet, ref.table.area)])
        clearContent(ref.sheet, row, column);
      remove(ref, context);
      context.written(ref.sheet, ref.table.area);
    },
    ConvertToRange: (ref, _args, context) => {
      remove(ref, context);
      return context.make.range(ref.sheet, ref.table.area);
    },
    // "The new range must overlap with the original table range and the headers must be in the same row."
    Resize: ({ sheet, table }, [range], context) => {
      const { area } = rangeArgument(range, sheet, context);
      if (
        area.top !== table.area.top ||
        rowCount(area) < 2 ||
        area.left > table.area.right ||
        area.right < table.area.left
      )
        throw hostError("InvalidArgument");
      requireFree(sheet, area, table);
      table.area = area;
      nameColumns(sheet, area);
      touch(sheet, context);
    },
  },
});

/** learn.microsoft.com, Excel.TableRowCollection; rows are written as ranges. */
const rowsClass = defineClass<TableRef>("TableRowCollection", {
  properties: { Count: ({ table }) => rowCount(bodyArea(table)) },
  methods: { GetCount: ({ table }) => rowCount(bodyArea(table)) },
});
