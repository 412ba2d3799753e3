import type { Border, Edge, Style } from "../../store/model";
import { BORDERS, EDGES, HORIZONTAL, VERTICAL } from "../format/stylesCodec";
import { bareOf } from "../../../xlsx/xml/edit";
import type { XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";
import { keyOf } from "../../../xlsx/own";

/** `<color rgb="FFRRGGBB"/>` and its kin. */
export function colorXml(name: string, color: string): string {
  return `<${name} rgb="FF${color.replace("#", "").toUpperCase()}"/>`;
}

/** Order of a font's children, ECMA-376 part 1, 18.8.22. */
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

type FontField = "fontName" | "fontSize" | "bold" | "italic" | "underline" | "strikethrough" | "fontColor";
export const FONT_FIELDS: readonly FontField[] = [
  "fontName",
  "fontSize",
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "fontColor",
];

/** A font: that of the base with the given fields changed, so that what the model does not know stays. */
export function fontXml(base: XmlElement | undefined, changed: Pick<Style, FontField>): string {
  const children = new Map(base?.children.map((each) => [each.name, bareOf(each)]));
  const put = (name: string, xml: string | undefined) =>
    xml === undefined ? children.delete(name) : children.set(name, xml);
  const toggle = (name: string, value: boolean | undefined) =>
    value !== undefined && put(name, value ? `<${name}/>` : undefined);
  toggle("b", changed.bold);
  toggle("i", changed.italic);
  toggle("strike", changed.strikethrough);
  if (changed.underline !== undefined) put("u", underlineXml(changed.underline));
  if (changed.fontSize !== undefined) put("sz", `<sz val="${changed.fontSize}"/>`);
  if (changed.fontColor !== undefined) put("color", colorXml("color", changed.fontColor));
  if (changed.fontName !== undefined) {
    put("name", `<name${attributes({ val: changed.fontName })}/>`);
    // The scheme and the character set belong to the font that was there before.
    ["scheme", "family", "charset"].forEach((name) => children.delete(name));
  }
  const known = FONT_ORDER.map((name) => children.get(name) ?? "").join("");
  return `<font>${known}</font>`;
}

function underlineXml(underline: NonNullable<Style["underline"]>): string | undefined {
  return underline === "None" ? undefined : underline === "Double" ? '<u val="double"/>' : "<u/>";
}

export function fillXml(color: string, differential = false): string {
  if (color === "") return '<fill><patternFill patternType="none"/></fill>';
  // In a differential format a solid fill is drawn with its background colour.
  return differential
    ? `<fill><patternFill patternType="solid">${colorXml("fgColor", color)}${colorXml("bgColor", color)}</patternFill></fill>`
    : `<fill><patternFill patternType="solid">${colorXml("fgColor", color)}<bgColor indexed="64"/></patternFill></fill>`;
}

/** A border: the base's with the given edges changed. */
export function borderXml(
  base: XmlElement | undefined,
  changed: Partial<Record<Edge, Border>>,
  differential = false,
): string {
  const given = attributes(Object.fromEntries(base?.attributes ?? []));
  const sides = EDGES.map(([edge, name]) => {
    const old = base?.children.find((each) => each.name === name || alias(each.name) === name);
    const border = changed[edge];
    return border ? sideXml(name, border) : old ? bareOf(old) : differential ? "" : `<${name}/>`;
  });
  const rest = ["diagonal", "vertical", "horizontal"].flatMap(
    (name) => base?.children.filter((each) => each.name === name).map(bareOf) ?? [],
  );
  return `<border${given}>${sides.join("")}${rest.join("") || (differential ? "" : "<diagonal/>")}</border>`;
}

function alias(name: string): string {
  return name === "start" ? "left" : name === "end" ? "right" : name;
}

function sideXml(name: string, { style, weight, color }: Border): string {
  if (style === "None") return `<${name}/>`;
  const known = Object.entries(BORDERS);
  const found =
    known.find(([, each]) => each.style === style && each.weight === weight) ??
    known.find(([, each]) => each.style === style);
  return `<${name} style="${found?.[0] ?? "thin"}">${colorXml("color", color === "" ? "#000000" : color)}</${name}>`;
}

type Placement = Required<Pick<Style, "horizontal" | "vertical" | "wrap" | "indent" | "textOrientation">>;

/** Attributes of `alignment`; the default ones are left out. */
export function alignmentValues(style: Placement): Record<string, string | number | undefined> {
  const turn = style.textOrientation;
  return {
    horizontal: style.horizontal === "General" ? undefined : keyOf(HORIZONTAL, style.horizontal),
    vertical: style.vertical === "Bottom" ? undefined : keyOf(VERTICAL, style.vertical),
    textRotation: turn === 0 ? undefined : turn === 180 ? 255 : turn < 0 ? 90 - turn : turn,
    wrapText: style.wrap ? 1 : undefined,
    indent: style.indent === 0 ? undefined : style.indent,
  };
}

/** A differential format, for conditional formats. */
export function differentialXml(style: Style, formatId: number): string {
  const fonts = Object.fromEntries(
    FONT_FIELDS.flatMap((name) => (style[name] === undefined ? [] : [[name, style[name]]])),
  );
  const font = Object.keys(fonts).length > 0 ? fontXml(undefined, fonts) : "";
  const format =
    style.numberFormat === undefined
      ? ""
      : `<numFmt${attributes({ numFmtId: formatId, formatCode: style.numberFormat })}/>`;
  const fill = style.fill === undefined || style.fill === "" ? "" : fillXml(style.fill, true);
  const border = style.borders ? borderXml(undefined, style.borders, true) : "";
  return `<dxf>${font}${format}${fill}${border}</dxf>`;
}
