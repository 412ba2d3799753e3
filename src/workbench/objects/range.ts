import { hostError } from "../protocol/errors";
import { formatAddress } from "../store/address";
import { bounding, cellCount, columnCount, COLUMNS, intersection, rowCount, ROWS } from "../store/areas";
import { getCell, spillOf, usedArea } from "../store/cells";
import type { Area } from "../store/model";
import { flag, integer, record } from "./arguments";
import type { Context, RangeRef } from "./context";
import { defineClass } from "./define-class";
import {
  readFormulas,
  readNumberFormats,
  readSavedAsArray,
  readText,
  readValues,
  readValueTypes,
  WRONG_SHAPE,
  writeContents,
  writeNumberFormats,
} from "./range-content";
import {
  clear,
  deleteCells,
  insertCells,
  merge,
  mergedAreas,
  readHyperlink,
  setHidden,
  unmerge,
  writeHyperlink,
} from "./range-edit";
import { checkedArea, living, rangeArgument } from "./targets";
import { select } from "./worksheet";

type Move = (area: Area, args: readonly unknown[], range: RangeRef, context: Context) => Area;

/** A method that gives another range of the same sheet. */
const to =
  (move: Move) =>
  (range: RangeRef, args: readonly unknown[], context: Context): unknown =>
    context.make.range(living(range, context).sheet, checkedArea(move(range.area, args, range, context)));

const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

/** The area of another range of the same sheet, given as an object or an address. */
function other(range: RangeRef, argument: unknown, context: Context): Area {
  const given = rangeArgument(argument, range.sheet, context);
  if (given.sheet !== range.sheet) throw hostError("InvalidArgument");
  return given.area;
}

/** `true`, `false`, or `null` when rows or columns differ. */
function uniform(first: number, last: number, hidden: ReadonlySet<number>): boolean | null {
  let count = 0;
  for (const index of hidden) if (index >= first && index <= last) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

const validSize = (size: number): number => {
  if (size < 1) throw hostError("InvalidArgument");
  return size;
};

/** learn.microsoft.com, Excel.Range. */
export const rangeClass = defineClass<RangeRef>("Range", {
  properties: {
    Address: ({ sheet, area }) => formatAddress(sheet.name, area),
    Values: (range, context) => readValues(living(range, context), context),
    Formulas: readFormulas,
    Text: readText,
    NumberFormat: readNumberFormats,
    ValueTypes: readValueTypes,
    SavedAsArray: readSavedAsArray,
    RowIndex: ({ area }) => area.top,
    ColumnIndex: ({ area }) => area.left,
    RowCount: ({ area }) => rowCount(area),
    ColumnCount: ({ area }) => columnCount(area),
    // "Returns -1 if the cell count exceeds 2^31-1."
    CellCount: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)),
    RowHidden: ({ sheet, area }) => uniform(area.top, area.bottom, sheet.hiddenRows),
    ColumnHidden: ({ sheet, area }) => uniform(area.left, area.right, sheet.hiddenColumns),
    Hyperlink: readHyperlink,
    IsEntireRow: ({ area }) => columnCount(area) === COLUMNS,
    IsEntireColumn: ({ area }) => rowCount(area) === ROWS,
  },
  calculated: ["Values", "Text", "ValueTypes", "SavedAsArray"],
  setters: {
    Values: (range, value, context) => {
      writeContents(living(range, context), value, context);
    },
    Formulas: (range, value, context) => {
      writeContents(living(range, context), value, context);
    },
    NumberFormat: (range, value, context) => {
      writeNumberFormats(living(range, context), value);
    },
    RowHidden: (range, value) => {
      setHidden(range, "rows", flag(value));
    },
    ColumnHidden: (range, value) => {
      setHidden(range, "columns", flag(value));
    },
    Hyperlink: (range, value, context) => {
      writeHyperlink(range, value === null ? null : record(value), context);
    },
  },
  since: { GetMergedAreasOrNullObject: "1.13", GetSpillingToRangeOrNullObject: "1.12", SavedAsArray: "1.12" },
  navigations: {
    Worksheet: ({ sheet }, { make }) => make.worksheet(sheet),
    Format: (range, { make }) => make.rangeFormat(range),
    ConditionalFormats: (range, { make }) => make.conditionalFormats(range),
    DataValidation: (range, { make }) => make.validation(range),
  },
  methods: {
    // Sent before a block of more than 1500 cells, which office.js writes in pieces.
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (rows !== rowCount(area) || columns !== columnCount(area))
        throw hostError("InvalidArgument", WRONG_SHAPE);
    },
    // "The cell can be outside the bounds of its parent range, so long as it stays within the worksheet grid."
    GetCell: to(({ top, left }, [row, column]) => cell(top + integer(row), left + integer(column))),
    GetRow: to((area, [row]) => ({ ...area, top: area.top + integer(row), bottom: area.top + integer(row) })),
    GetColumn: to((area, [column]) => ({
      ...area,
      left: area.left + integer(column),
      right: area.left + integer(column),
    })),
    GetOffsetRange: to(({ top, left, bottom, right }, [rows, columns]) => ({
      top: top + integer(rows),
      bottom: bottom + integer(rows),
      left: left + integer(columns),
      right: right + integer(columns),
    })),
    GetResizedRange: to((area, [rows, columns]) => ({
      ...area,
      bottom: area.bottom + integer(rows),
      right: area.right + integer(columns),
    })),
    GetAbsoluteResizedRange: to(({ top, left }, [rows, columns]) => ({
      top,
      left,
      bottom: top + validSize(integer(rows)) - 1,
      right: left + validSize(integer(columns)) - 1,
    })),
    GetEntireRow: to(({ top, bottom }) => ({ top, bottom, left: 0, right: COLUMNS - 1 })),
    GetEntireColumn: to(({ left, right }) => ({ left, right, top: 0, bottom: ROWS - 1 })),
    GetLastRow: to((area) => ({ ...area, top: area.bottom })),
    GetLastColumn: to((area) => ({ ...area, left: area.right })),
    GetLastCell: to(({ bottom, right }) => cell(bottom, right)),
    GetRowsBelow: to((area, [count]) => ({
      ...area,
      top: area.bottom + 1,
      bottom: area.bottom + integer(count, 1),
    })),
    GetRowsAbove: to((area, [count]) => ({
      ...area,
      top: area.top - integer(count, 1),
      bottom: area.top - 1,
    })),
    GetBoundingRect: to((area, [another], range, context) => bounding(area, other(range, another, context))),
    GetIntersection: to((area, [another], range, context) => {
      const common = intersection(area, other(range, another, context));
      if (!common) throw hostError("ItemNotFound");
      return common;
    }),
    GetIntersectionOrNullObject: (range, [another], context) => {
      const common = intersection(range.area, other(range, another, context));
      return common ? context.make.range(range.sheet, common) : null;
    },
    // "If there are no used cells within the range, this function throws an ItemNotFound error."
    GetUsedRange: to((area, [valuesOnly], { sheet }) => {
      const used = usedArea(sheet, valuesOnly === true, area);
      if (!used) throw hostError("ItemNotFound");
      return used;
    }),
    GetUsedRangeOrNullObject: ({ sheet, area }, [valuesOnly], { make }) => {
      const used = usedArea(sheet, valuesOnly === true, area);
      return used ? make.range(sheet, used) : null;
    },
    GetSpillingToRangeOrNullObject: ({ sheet, area }, _args, { make }) => {
      // an array typed with Ctrl+Shift+Enter keeps to its cells and spills nowhere
      const fixed = getCell(sheet, area.top, area.left)?.array?.fixed === true;
      const spill = fixed ? undefined : spillOf(sheet, area);
      return spill ? make.range(sheet, spill) : null;
    },
    GetMergedAreasOrNullObject: (range, _args, { make }) => {
      const areas = mergedAreas(range);
      return areas.length > 0 ? make.areas({ sheet: range.sheet, areas }) : null;
    },
    Select: (range, _args, context) => {
      select(living(range, context).sheet, range.area, context);
    },
    Merge: (range, [across], context) => {
      merge(range, across === true, context);
    },
    Unmerge: (range) => {
      unmerge(range);
    },
    Clear: (range, [applyTo], context) => {
      clear(range, applyTo, context);
    },
    Delete: (range, [shift], context) => {
      deleteCells(range, shift, context);
    },
    Insert: (range, [shift], context) => insertCells(range, shift, context),
    Calculate: (_, _args, context) => context.calculate(true),
  },
});
