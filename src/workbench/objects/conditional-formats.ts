import { hostError } from "../protocol/errors";
import type { HostObject } from "../protocol/host-object";
import { intersection, subtract } from "../store/areas";
import type { ConditionalFormat } from "../store/model";
import { flag, integer, key, oneOf, record } from "./arguments";
import { conditionalStyleClass } from "./conditional-style";
import { ruleClass } from "./conditional-rule";
import type { Context, FormatRef, RangeRef } from "./context";
import { defineClass } from "./define-class";
import { requireUnprotected } from "./targets";

type Kind = ConditionalFormat["kind"];
/** `Excel.ConditionalFormatType` values that can be added here. */
const KINDS = ["Custom", "CellValue", "ColorScale", "ContainsText"] as const;

const formatsOf = ({ sheet, area }: RangeRef): ConditionalFormat[] =>
  sheet.conditionalFormats.filter(({ areas }) => areas.some((each) => intersection(each, area)));

function find(range: RangeRef, id: unknown, { make }: Context): HostObject | null {
  const format = formatsOf(range).find((each) => each.id === key(id));
  return format ? make.conditionalFormat({ sheet: range.sheet, format }) : null;
}

/** learn.microsoft.com, Excel.ConditionalFormatCollection: formats that touch the range, first priority first. */
export const conditionalFormatsClass = defineClass<RangeRef>("ConditionalFormatCollection", {
  items: (range, { make }) =>
    formatsOf(range).map((format) => make.conditionalFormat({ sheet: range.sheet, format })),
  getItem: find,
  since: { GetItemOrNullObject: "1.14" },
  methods: {
    // "Adds a new conditional format to the collection at the first/top priority."
    Add: ({ sheet, area }, [type], context) => {
      requireUnprotected(sheet);
      const format: ConditionalFormat = { id: context.newId(), areas: [area], kind: oneOf(KINDS, type) };
      sheet.conditionalFormats.unshift(format);
      sheet.touched.aspects.add("conditionalFormats");
      return context.make.conditionalFormat({ sheet, format });
    },
    ClearAll: ({ sheet, area }) => {
      requireUnprotected(sheet);
      for (const format of sheet.conditionalFormats)
        format.areas = format.areas.flatMap((each) => subtract(each, area));
      sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
      sheet.touched.aspects.add("conditionalFormats");
    },
    GetCount: (range) => formatsOf(range).length,
    GetItemAt: (range, [index], { make }) => {
      const format = formatsOf(range)[integer(index)];
      if (!format) throw hostError("InvalidArgument");
      return make.conditionalFormat({ sheet: range.sheet, format });
    },
    GetItemOrNullObject: (range, [id], context) => find(range, id, context),
  },
});

const touch = ({ sheet }: FormatRef): void => {
  requireUnprotected(sheet);
  sheet.touched.aspects.add("conditionalFormats");
};

/** A navigation to the details of one kind; another kind has none. */
const only =
  (kind: Kind, make: (ref: FormatRef, context: Context) => HostObject, orNull: boolean) =>
  (ref: FormatRef, context: Context): HostObject | null => {
    if (ref.format.kind === kind) return make(ref, context);
    if (orNull) return null;
    throw hostError("InvalidOperation");
  };
const both = (name: string, kind: Kind, make: (ref: FormatRef, context: Context) => HostObject) => ({
  [name]: only(kind, make, false),
  [`${name}OrNullObject`]: only(kind, make, true),
});

/** learn.microsoft.com, Excel.ConditionalFormat. */
export const conditionalFormatClass = defineClass<FormatRef>("ConditionalFormat", {
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: ({ format }) => format.id,
    Type: ({ format }) => (format.kind === "Other" ? "PresetCriteria" : format.kind),
    StopIfTrue: ({ format }) => format.stopIfTrue ?? false,
    Priority: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
  },
  setters: {
    StopIfTrue: (ref, value) => {
      ref.format.stopIfTrue = flag(value);
      touch(ref);
    },
    // "Changing this also changes other conditional formats' priorities, to allow for a contiguous priority order."
    Priority: (ref, value) => {
      const { sheet, format } = ref;
      const others = sheet.conditionalFormats.filter((each) => each !== format);
      const place = integer(value);
      others.splice(place < 0 ? others.length + 1 + place : place, 0, format);
      sheet.conditionalFormats = others;
      touch(ref);
    },
  },
  navigations: {
    ...both("Custom", "Custom", (ref, context) => customClass.of(ref, context)),
    ...both("CellValue", "CellValue", (ref, context) => cellValueClass.of(ref, context)),
    ...both("ColorScale", "ColorScale", (ref, context) => colorScaleClass.of(ref, context)),
    ...both("TextComparison", "ContainsText", (ref, context) => textComparisonClass.of(ref, context)),
  },
  methods: {
    Delete: (ref) => {
      ref.sheet.conditionalFormats = ref.sheet.conditionalFormats.filter((each) => each !== ref.format);
      touch(ref);
    },
    GetRange: ({ sheet, format }, _args, { make }) => {
      const [area, second] = format.areas;
      if (!area || second) throw hostError("InvalidOperation");
      return make.range(sheet, area);
    },
    GetRangeOrNullObject: ({ sheet, format }, _args, { make }) => {
      const [area, second] = format.areas;
      return area && !second ? make.range(sheet, area) : null;
    },
    GetRanges: ({ sheet, format }, _args, { make }) => make.areas({ sheet, areas: format.areas }),
  },
});

/** learn.microsoft.com, Excel.CustomConditionalFormat. */
const customClass = defineClass<FormatRef>("CustomConditionalFormat", {
  navigations: {
    Rule: (ref, context) => ruleClass.of(ref, context),
    Format: (ref, context) => conditionalStyleClass.of(ref, context),
  },
});

const readRule = ({ format }: FormatRef): unknown => format.rule ?? {};
function writeRule(ref: FormatRef, value: unknown): void {
  ref.format.rule = record(value);
  touch(ref);
}

/** learn.microsoft.com, Excel.CellValueConditionalFormat. */
const cellValueClass = defineClass<FormatRef>("CellValueConditionalFormat", {
  properties: { Rule: readRule },
  setters: { Rule: writeRule },
  navigations: { Format: (ref, context) => conditionalStyleClass.of(ref, context) },
});

/** learn.microsoft.com, Excel.TextConditionalFormat. */
const textComparisonClass = defineClass<FormatRef>("TextConditionalFormat", {
  properties: { Rule: readRule },
  setters: { Rule: writeRule },
  navigations: { Format: (ref, context) => conditionalStyleClass.of(ref, context) },
});

/** learn.microsoft.com, Excel.ColorScaleConditionalFormat. */
const colorScaleClass = defineClass<FormatRef>("ColorScaleConditionalFormat", {
  properties: {
    Criteria: readRule,
    ThreeColorScale: ({ format }) => format.rule?.["midpoint"] !== undefined,
  },
  setters: { Criteria: writeRule },
});
