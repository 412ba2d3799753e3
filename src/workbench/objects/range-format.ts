import { hostError } from "../protocol/errors";
import { formatArea, uniformFormat } from "../store/formats";
import type { Style } from "../store/model";
import {
  autofitColumns,
  autofitRows,
  heightsOf,
  DEFAULT_COLUMN_WIDTH,
  DEFAULT_ROW_HEIGHT,
  MAX_ROW_HEIGHT,
  uniformSize,
} from "../store/sizes";
import type { StyleChange } from "../store/styles";
import { color, flag, integer, number, oneOf, text } from "./arguments";
import type { RangeRef } from "./context";
import { defineClass } from "./define-class";
import { bordersClass } from "./range-borders";
import { requireUnprotected } from "./targets";

const change = ({ sheet, area }: RangeRef, style: StyleChange): void => {
  requireUnprotected(sheet);
  formatArea(sheet, area, style);
};
const read =
  <T>(pick: (style: Style) => T) =>
  ({ sheet, area }: RangeRef): T | null =>
    uniformFormat(sheet, area, pick);
/** `null` for a value that is the default, so that equal looks are equal styles. */
const unless = <T>(fallback: T, value: T): T | null => (value === fallback ? null : value);

const HORIZONTAL = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

/** learn.microsoft.com, Excel.RangeFill: an unfilled range is white. */
const fillClass = defineClass<RangeRef>("RangeFill", {
  properties: { Color: read((style) => style.fill ?? "#FFFFFF") },
  setters: {
    Color: (range, value) => {
      change(range, { fill: color(value) });
    },
  },
  methods: {
    Clear: (range) => {
      change(range, { fill: null });
    },
  },
});

const UNDERLINES = ["None", "Single", "Double"] as const;

/** learn.microsoft.com, Excel.RangeFont. */
const fontClass = defineClass<RangeRef>("RangeFont", {
  properties: {
    Bold: read((style) => style.bold ?? false),
    Italic: read((style) => style.italic ?? false),
    Strikethrough: read((style) => style.strikethrough ?? false),
    Underline: read((style) => style.underline ?? "None"),
    Name: read((style) => style.fontName ?? "Calibri"),
    Size: read((style) => style.fontSize ?? 11),
    Color: read((style) => style.fontColor ?? "#000000"),
  },
  setters: {
    Bold: (range, value) => {
      change(range, { bold: unless(false, flag(value)) });
    },
    Italic: (range, value) => {
      change(range, { italic: unless(false, flag(value)) });
    },
    Strikethrough: (range, value) => {
      change(range, { strikethrough: unless(false, flag(value)) });
    },
    Underline: (range, value) => {
      change(range, { underline: unless("None", oneOf(UNDERLINES, value)) });
    },
    Name: (range, value) => {
      change(range, { fontName: text(value) });
    },
    Size: (range, value) => {
      change(range, { fontSize: size(number(value)) });
    },
    Color: (range, value) => {
      change(range, { fontColor: color(value) });
    },
  },
});

function size(points: number): number {
  if (points < 1 || points > 409) throw hostError("InvalidArgument");
  return points;
}

/** learn.microsoft.com, Excel.FormatProtection. */
const protectionClass = defineClass<RangeRef>("FormatProtection", {
  properties: { Locked: read((style) => style.locked ?? true) },
  setters: {
    Locked: (range, value) => {
      change(range, { locked: unless(true, flag(value)) });
    },
  },
});

/** learn.microsoft.com, Excel.RangeFormat: "returns null if the range has different settings". */
export const rangeFormatClass = defineClass<RangeRef>("RangeFormat", {
  properties: {
    WrapText: read((style) => style.wrap ?? false),
    HorizontalAlignment: read((style) => style.horizontal ?? "General"),
    VerticalAlignment: read((style) => style.vertical ?? "Bottom"),
    IndentLevel: read((style) => style.indent ?? 0),
    TextOrientation: read((style) => style.textOrientation ?? 0),
    RowHeight: ({ sheet, area }) => uniformSize(area.top, area.bottom, heightsOf(sheet), DEFAULT_ROW_HEIGHT),
    ColumnWidth: ({ sheet, area }) =>
      uniformSize(area.left, area.right, sheet.columnWidths, DEFAULT_COLUMN_WIDTH),
  },
  setters: {
    WrapText: (range, value) => {
      change(range, { wrap: unless(false, flag(value)) });
    },
    HorizontalAlignment: (range, value) => {
      change(range, { horizontal: unless("General", oneOf(HORIZONTAL, value)) });
    },
    VerticalAlignment: (range, value) => {
      change(range, { vertical: unless("Bottom", oneOf(VERTICAL, value)) });
    },
    // "An integer from 0 to 250 that indicates the indent level."
    IndentLevel: (range, value) => {
      change(range, { indent: unless(0, within(0, 250, integer(value))) });
    },
    // "Either an integer from -90 to 90, or 180 for vertically-oriented text."
    TextOrientation: (range, value) => {
      const degrees = integer(value);
      change(range, { textOrientation: unless(0, degrees === 180 ? degrees : within(-90, 90, degrees)) });
    },
    RowHeight: ({ sheet, area }, value) => {
      requireUnprotected(sheet);
      const height = within(0, MAX_ROW_HEIGHT, number(value));
      for (let row = area.top; row <= area.bottom; row++) {
        sheet.rowHeights.set(row, height);
        sheet.fittedHeights.delete(row); // set by hand, no longer fitted
      }
      sheet.touched.aspects.add("rowHeights");
    },
    ColumnWidth: ({ sheet, area }, value) => {
      requireUnprotected(sheet);
      const width = within(0, MAX_COLUMN_WIDTH, number(value));
      for (let column = area.left; column <= area.right; column++) sheet.columnWidths.set(column, width);
      sheet.touched.aspects.add("columnWidths");
    },
  },
  navigations: {
    Fill: (range, context) => fillClass.of(range, context),
    Font: (range, context) => fontClass.of(range, context),
    Borders: (range, context) => bordersClass.of(range, context),
    Protection: (range, context) => protectionClass.of(range, context),
  },
  methods: {
    AutofitColumns: ({ sheet, area }) => {
      requireUnprotected(sheet);
      autofitColumns(sheet, area);
    },
    AutofitRows: ({ sheet, area }) => {
      requireUnprotected(sheet);
      autofitRows(sheet, area);
    },
  },
});

/** 255 characters of the default font. */
const MAX_COLUMN_WIDTH = 1342.5;

function within(least: number, most: number, value: number): number {
  if (value < least || value > most) throw hostError("InvalidArgument");
  return value;
}
