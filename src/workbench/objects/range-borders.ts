import { hostError } from "../protocol/errors";
import { formatArea, uniformFormat } from "../store/formats";
import type { Area, Border, Edge, Sheet, Style } from "../store/model";
import { setStyle, styleAt } from "../store/cells";
import { intern, mergeStyle } from "../store/styles";
import { color, oneOf } from "./arguments";
import type { RangeRef } from "./context";
import { defineClass } from "./define-class";
import { requireUnprotected } from "./targets";

const INDEXES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Index = (typeof INDEXES)[number];

interface BorderRef extends RangeRef {
  readonly index: Index;
}

/** Which edge of which cells a border of a range is; inside borders are edges of both neighbours. */
function strips({ top, left, bottom, right }: Area, index: Index): { area: Area; edge: Edge }[] {
  switch (index) {
    case "EdgeTop":
      return [{ edge: index, area: { top, left, bottom: top, right } }];
    case "EdgeBottom":
      return [{ edge: index, area: { top: bottom, left, bottom, right } }];
    case "EdgeLeft":
      return [{ edge: index, area: { top, left, bottom, right: left } }];
    case "EdgeRight":
      return [{ edge: index, area: { top, left: right, bottom, right } }];
    case "InsideHorizontal":
      if (top === bottom) return [];
      return [
        { edge: "EdgeBottom", area: { top, left, bottom: bottom - 1, right } },
        { edge: "EdgeTop", area: { top: top + 1, left, bottom, right } },
      ];
    case "InsideVertical":
      if (left === right) return [];
      return [
        { edge: "EdgeRight", area: { top, left, bottom, right: right - 1 } },
        { edge: "EdgeLeft", area: { top, left: left + 1, bottom, right } },
      ];
    default:
      return [];
  }
}

const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };
/** What a border becomes that gets a weight or a colour first. */
const NEW_BORDER: Border = { ...NO_BORDER, style: "Continuous" };

function change({ sheet, area, index }: BorderRef, alter: (border: Border) => Border): void {
  requireUnprotected(sheet);
  for (const strip of strips(area, index)) alterStrip(sheet, strip.area, strip.edge, alter);
}

function alterStrip(sheet: Sheet, area: Area, edge: Edge, alter: (border: Border) => Border): void {
  const known = new Map<Style | undefined, Style | undefined>();
  const altered = (style: Style | undefined): Style | undefined => {
    if (!known.has(style))
      known.set(style, withBorder(style, edge, alter(style?.borders?.[edge] ?? NO_BORDER)));
    return known.get(style);
  };
  const uniform = uniformFormat(sheet, area, (style) => style.borders);
  // Whole columns and rows: only one border for all of them can be kept without touching a million cells.
  if (area.bottom - area.top > 100_000 || area.right - area.left > 10_000) {
    formatArea(sheet, area, {
      borders: altered(uniform ? { borders: uniform } : undefined)?.borders ?? null,
    });
    return;
  }
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      setStyle(sheet, row, column, altered(styleAt(sheet, row, column)));
}

function withBorder(style: Style | undefined, edge: Edge, border: Border): Style | undefined {
  const rest = Object.entries(style?.borders ?? {}).filter(([name]) => name !== edge);
  const entries = border.style === "None" ? rest : [...rest, [edge, border] as const];
  if (entries.length === 0) return mergeStyle(style, { borders: null });
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return intern({ ...style, borders: Object.fromEntries(sorted) });
}

const read =
  (part: keyof Border) =>
  ({ sheet, area, index }: BorderRef): string | null => {
    const found = new Set(
      strips(area, index).map((strip) =>
        uniformFormat(sheet, strip.area, (style) => (style.borders?.[strip.edge] ?? NO_BORDER)[part]),
      ),
    );
    const [only] = found;
    if (found.size === 0) return NO_BORDER[part];
    return found.size === 1 ? (only ?? null) : null;
  };

const STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

/** learn.microsoft.com, Excel.RangeBorder. Diagonals are never drawn here; taking them away is accepted. */
const borderClass = defineClass<BorderRef>("RangeBorder", {
  identity: ({ index }) => ({ Id: index }),
  properties: {
    SideIndex: ({ index }) => index,
    Style: read("style"),
    Weight: read("weight"),
    Color: read("color"),
  },
  setters: {
    Style: (border, value) => {
      const style = oneOf(STYLES, value);
      if (border.index.startsWith("Diagonal") && style !== "None") throw hostError("UnsupportedOperation");
      change(border, (before) => ({ ...before, style }));
    },
    Weight: (border, value) => {
      const weight = oneOf(WEIGHTS, value);
      change(border, (before) => ({ ...(before.style === "None" ? NEW_BORDER : before), weight }));
    },
    Color: (border, value) => {
      const given = color(value);
      change(border, (before) => ({ ...(before.style === "None" ? NEW_BORDER : before), color: given }));
    },
  },
});

/** learn.microsoft.com, Excel.RangeBorderCollection. */
export const bordersClass = defineClass<RangeRef>("RangeBorderCollection", {
  properties: { Count: () => INDEXES.length },
  items: (range, context) => INDEXES.map((index) => borderClass.of({ ...range, index }, context)),
  getItem: (range, index, context) => borderClass.of({ ...range, index: oneOf(INDEXES, index) }, context),
  methods: {
    GetItemAt: (range, [at], context) => {
      const index = typeof at === "number" ? INDEXES[at] : undefined;
      if (index === undefined) throw hostError("InvalidArgument");
      return borderClass.of({ ...range, index }, context);
    },
  },
});
