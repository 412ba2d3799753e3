import type { Border, Edge, Style } from "../store/model";
import { intern, mergeStyle, type StyleChange } from "../store/styles";
import { color, flag, oneOf, text } from "./arguments";
import type { FormatRef } from "./context";
import { defineClass } from "./define-class";

/** What a conditional format lays over cells. A property never set reads as the empty value of its kind. */
function change({ sheet, format }: FormatRef, style: StyleChange): void {
  const merged = mergeStyle(format.style, style);
  if (merged) format.style = merged;
  else delete format.style;
  sheet.touched.aspects.add("conditionalFormats");
}

const read =
  <T>(pick: (style: Style) => T) =>
  ({ format }: FormatRef): T =>
    pick(format.style ?? {});

/** learn.microsoft.com, Excel.ConditionalRangeFill. */
const fillClass = defineClass<FormatRef>("ConditionalRangeFill", {
  properties: { Color: read((style) => style.fill ?? "") },
  setters: {
    Color: (ref, value) => {
      change(ref, { fill: color(value) });
    },
  },
  methods: {
    Clear: (ref) => {
      change(ref, { fill: null });
    },
  },
});

/** learn.microsoft.com, Excel.ConditionalRangeFont: name and size cannot be set in a conditional format. */
const fontClass = defineClass<FormatRef>("ConditionalRangeFont", {
  properties: {
    Color: read((style) => style.fontColor ?? ""),
    Bold: read((style) => style.bold ?? null),
    Italic: read((style) => style.italic ?? null),
    Strikethrough: read((style) => style.strikethrough ?? null),
    Underline: read((style) => style.underline ?? "None"),
  },
  setters: {
    Color: (ref, value) => {
      change(ref, { fontColor: color(value) });
    },
    Bold: (ref, value) => {
      change(ref, { bold: flag(value) });
    },
    Italic: (ref, value) => {
      change(ref, { italic: flag(value) });
    },
    Strikethrough: (ref, value) => {
      change(ref, { strikethrough: flag(value) });
    },
    Underline: (ref, value) => {
      change(ref, { underline: oneOf(["None", "Single", "Double"] as const, value) });
    },
  },
  methods: {
    Clear: (ref) => {
      change(ref, { fontColor: null, bold: null, italic: null, strikethrough: null, underline: null });
    },
  },
});

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
interface EdgeRef extends FormatRef {
  readonly edge: Edge;
}
const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };
const borderOf = ({ format, edge }: EdgeRef): Border => format.style?.borders?.[edge] ?? NO_BORDER;

function changeBorder(ref: EdgeRef, border: Border): void {
  const borders = { ...ref.format.style?.borders, [ref.edge]: border };
  const style = intern({ ...ref.format.style, borders });
  if (style) ref.format.style = style;
  ref.sheet.touched.aspects.add("conditionalFormats");
}

/** learn.microsoft.com, Excel.ConditionalRangeBorder. */
const borderClass = defineClass<EdgeRef>("ConditionalRangeBorder", {
  identity: ({ edge }) => ({ Id: edge }),
  properties: {
    SideIndex: ({ edge }) => edge,
    Style: (ref) => borderOf(ref).style,
    Color: (ref) => borderOf(ref).color,
  },
  setters: {
    Style: (ref, value) => {
      const style = oneOf(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"], value);
      changeBorder(ref, { ...borderOf(ref), style });
    },
    Color: (ref, value) => {
      changeBorder(ref, { ...borderOf(ref), color: color(value) });
    },
  },
});

/** learn.microsoft.com, Excel.ConditionalRangeBorderCollection. */
const bordersClass = defineClass<FormatRef>("ConditionalRangeBorderCollection", {
  properties: { Count: () => EDGES.length },
  items: (ref, context) => EDGES.map((edge) => borderClass.of({ ...ref, edge }, context)),
  getItem: (ref, edge, context) => borderClass.of({ ...ref, edge: oneOf(EDGES, edge) }, context),
  navigations: {
    Top: (ref, context) => borderClass.of({ ...ref, edge: "EdgeTop" }, context),
    Bottom: (ref, context) => borderClass.of({ ...ref, edge: "EdgeBottom" }, context),
    Left: (ref, context) => borderClass.of({ ...ref, edge: "EdgeLeft" }, context),
    Right: (ref, context) => borderClass.of({ ...ref, edge: "EdgeRight" }, context),
  },
});

/** learn.microsoft.com, Excel.ConditionalRangeFormat. */
export const conditionalStyleClass = defineClass<FormatRef>("ConditionalRangeFormat", {
  properties: { NumberFormat: read((style) => style.numberFormat ?? "") },
  setters: {
    NumberFormat: (ref, value) => {
      change(ref, { numberFormat: text(value) });
    },
  },
  navigations: {
    Fill: (ref, context) => fillClass.of(ref, context),
    Font: (ref, context) => fontClass.of(ref, context),
    Borders: (ref, context) => bordersClass.of(ref, context),
  },
});
