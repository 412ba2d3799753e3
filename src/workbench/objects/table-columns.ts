import { hostError } from "../protocol/errors";
import type { HostObject } from "../protocol/host-object";
import { columnCount } from "../store/areas";
import { getCell, setContent } from "../store/cells";
import type { Area } from "../store/model";
import { bodyArea } from "../store/tables";
import { displayText } from "../store/text";
import { integer, key, text } from "./arguments";
import type { Context, TableRef } from "./context";
import { defineClass } from "./define-class";

interface ColumnRef extends TableRef {
  /** From the left edge of the table. */
  readonly index: number;
}

const columnOf = (area: Area, index: number): Area => ({
  ...area,
  left: area.left + index,
  right: area.left + index,
});
const nameOf = ({ sheet, table, index }: ColumnRef): string =>
  displayText(getCell(sheet, table.area.top, table.area.left + index));

/** learn.microsoft.com, Excel.TableColumn. */
const columnClass = defineClass<ColumnRef>("TableColumn", {
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: nameOf,
    Values: ({ sheet, table, index }, { make }) =>
      make.range(sheet, columnOf(table.area, index)).readProperty("Values"),
  },
  calculated: ["Values"],
  setters: {
    Name: ({ sheet, table, index }, value, context) => {
      setContent(sheet, table.area.top, table.area.left + index, { value: text(value) });
      sheet.touched.aspects.add("tables");
      context.written(sheet, columnOf({ ...table.area, bottom: table.area.top }, index));
    },
  },
  methods: {
    GetRange: ({ sheet, table, index }, _args, { make }) => make.range(sheet, columnOf(table.area, index)),
    GetDataBodyRange: ({ sheet, table, index }, _args, { make }) =>
      make.range(sheet, columnOf(bodyArea(table), index)),
    GetHeaderRowRange: ({ sheet, table, index }, _args, { make }) =>
      make.range(sheet, columnOf({ ...table.area, bottom: table.area.top }, index)),
  },
});

function columns(ref: TableRef): ColumnRef[] {
  return Array.from({ length: columnCount(ref.table.area) }, (_, index) => ({ ...ref, index }));
}

/** A number is the column's id, a text its name. */
function find(ref: TableRef, wanted: unknown, context: Context): HostObject | null {
  const name = key(wanted).toLowerCase();
  const found = columns(ref).find((column) =>
    typeof wanted === "number" ? column.index + 1 === wanted : nameOf(column).toLowerCase() === name,
  );
  return found ? columnClass.of(found, context) : null;
}

/** learn.microsoft.com, Excel.TableColumnCollection. */
export const columnsClass = defineClass<TableRef>("TableColumnCollection", {
  properties: { Count: ({ table }) => columnCount(table.area) },
  items: (ref, context) => columns(ref).map((column) => columnClass.of(column, context)),
  getItem: find,
  methods: {
    GetItemOrNullObject: (ref, [wanted], context) => find(ref, wanted, context),
    GetItemAt: (ref, [index], context) => {
      const column = columns(ref)[integer(index)];
      if (!column) throw hostError("InvalidArgument");
      return columnClass.of(column, context);
    },
    GetCount: ({ table }) => columnCount(table.area),
  },
});
