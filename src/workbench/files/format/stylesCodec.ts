import type { Border, Edge, Style } from "../../store/model";
import { child, flag, numberOf, type XmlElement } from "../../../xlsx/xml/element";
import { colorOf, type Palette } from "./colors";
import { own } from "../../../xlsx/own";

/** A style with every field said: what a cell looks like when nothing is left to the default. */
export type FullStyle = Required<Style>;

export const EDGES: readonly (readonly [Edge, string])[] = [
  ["EdgeLeft", "left"],
  ["EdgeRight", "right"],
  ["EdgeTop", "top"],
  ["EdgeBottom", "bottom"],
];

/** Border styles of the file and of Excel's object model. */
export const BORDERS: Readonly<Record<string, Omit<Border, "color">>> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};

export const HORIZONTAL: Readonly<Record<string, NonNullable<Style["horizontal"]>>> = {
  general: "General",
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};

export const VERTICAL: Readonly<Record<string, NonNullable<Style["vertical"]>>> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};

type FontStyle = Pick<
  Style,
  "fontName" | "fontSize" | "bold" | "italic" | "underline" | "strikethrough" | "fontColor"
>;

/** What a font element says; what it does not say is absent. */
export function readFont(font: XmlElement | undefined, palette: Palette): FontStyle {
  const name = child(font, "name")?.attributes.get("val");
  const size = numberOf(child(font, "sz"), "val");
  const color = colorOf(child(font, "color"), palette);
  const underline = child(font, "u");
  return {
    ...(name !== undefined && { fontName: name }),
    ...(size !== undefined && { fontSize: size }),
    ...(color !== undefined && { fontColor: color }),
    ...toggle(font, "b", "bold"),
    ...toggle(font, "i", "italic"),
    ...toggle(font, "strike", "strikethrough"),
    ...(underline && { underline: underlineOf(underline) }),
  };
}

function toggle(
  font: XmlElement | undefined,
  name: string,
  field: "bold" | "italic" | "strikethrough",
): FontStyle {
  const element = child(font, name);
  return element ? { [field]: flag(element, "val", true) } : {};
}

function underlineOf(element: XmlElement): NonNullable<Style["underline"]> {
  const value = element.attributes.get("val") ?? "single";
  return value === "none" ? "None" : value.startsWith("double") ? "Double" : "Single";
}

/** Colour that fills the cell; nothing when it is clear. In a differential format the background colour fills. */
export function readFill(
  fill: XmlElement | undefined,
  palette: Palette,
  differential = false,
): string | undefined {
  const gradient = child(fill, "gradientFill");
  if (gradient) return colorOf(child(child(gradient, "stop"), "color"), palette);
  const pattern = child(fill, "patternFill");
  const [front, back] = [
    colorOf(child(pattern, "fgColor"), palette),
    colorOf(child(pattern, "bgColor"), palette),
  ];
  if (differential) return back ?? front;
  const type = pattern?.attributes.get("patternType") ?? "none";
  if (type === "none") return undefined;
  return type === "solid" ? (front ?? "#000000") : back;
}

export function readBorders(border: XmlElement | undefined, palette: Palette): Partial<Record<Edge, Border>> {
  const found: Partial<Record<Edge, Border>> = {};
  for (const [edge, name] of EDGES) {
    const side =
      child(border, name) ?? child(border, name === "left" ? "start" : name === "right" ? "end" : name);
    const known = own(BORDERS, side?.attributes.get("style") ?? "none");
    if (known) found[edge] = { ...known, color: colorOf(child(side, "color"), palette) ?? "#000000" };
  }
  return found;
}

type Placement = Pick<
  FullStyle,
  "horizontal" | "vertical" | "wrap" | "indent" | "textOrientation" | "locked"
>;

export function readPlacement(xf: XmlElement | undefined): Placement {
  const alignment = child(xf, "alignment");
  const rotation = numberOf(alignment, "textRotation") ?? 0;
  return {
    horizontal: own(HORIZONTAL, alignment?.attributes.get("horizontal") ?? "general") ?? "General",
    vertical: own(VERTICAL, alignment?.attributes.get("vertical") ?? "bottom") ?? "Bottom",
    wrap: flag(alignment, "wrapText"),
    indent: numberOf(alignment, "indent") ?? 0,
    textOrientation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
    locked: flag(child(xf, "protection"), "locked", true),
  };
}
