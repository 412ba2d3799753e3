import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { Border, Style } from "../../store/model";

/** A style of the model as Univer's: one object for one style, so that the grid keeps it once. */
export function gridStyle(style: Style): IStyleData {
  const known = made.get(style);
  if (known) return known;
  const result = convert(style);
  made.set(style, result);
  return result;
}

const YES = BooleanNumber.TRUE;
const made = new WeakMap<Style, IStyleData>();

function convert(style: Style): IStyleData {
  const { fontName, fontSize, fontColor, fill, numberFormat, borders, indent, textOrientation } = style;
  return {
    ...(fontName !== undefined && { ff: fontName }),
    ...(fontSize !== undefined && { fs: fontSize }),
    ...(style.bold && { bl: YES }),
    ...(style.italic && { it: YES }),
    ...(style.underline && style.underline !== "None" && { ul: { s: YES } }),
    ...(style.strikethrough && { st: { s: YES } }),
    ...(fontColor !== undefined && { cl: { rgb: fontColor } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(numberFormat !== undefined && numberFormat !== "General" && { n: { pattern: numberFormat } }),
    ...horizontal(style),
    ...(style.vertical && { vt: VERTICAL[style.vertical] ?? VerticalAlign.BOTTOM }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(indent !== undefined && indent > 0 && { pd: { l: 2 + indent * INDENT_PX } }),
    ...(textOrientation !== undefined && textOrientation !== 0 && { tr: rotation(textOrientation) }),
    ...(borders && { bd: gridBorders(borders) }),
  };
}

/** Excel indents by about three spaces of the default font. */
const INDENT_PX = 9;
/** `textOrientation` of Excel: −90…90 degrees upwards, 180 letters under each other. */
const STACKED = 180;
const rotation = (degrees: number): NonNullable<IStyleData["tr"]> =>
  degrees === STACKED ? { a: 0, v: YES } : { a: -degrees };

function horizontal({ horizontal: align }: Style): Pick<IStyleData, "ht"> {
  const known = align && HORIZONTAL[align];
  return known === undefined ? {} : { ht: known };
}

const HORIZONTAL: Readonly<Partial<Record<NonNullable<Style["horizontal"]>, HorizontalAlign>>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Partial<Record<NonNullable<Style["vertical"]>, VerticalAlign>>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
  Justify: VerticalAlign.TOP,
};

function gridBorders(borders: NonNullable<Style["borders"]>): IBorderData {
  const { EdgeTop, EdgeRight, EdgeBottom, EdgeLeft } = borders;
  return {
    ...side("t", EdgeTop),
    ...side("r", EdgeRight),
    ...side("b", EdgeBottom),
    ...side("l", EdgeLeft),
  };
}

function side(name: "t" | "r" | "b" | "l", border: Border | undefined): IBorderData {
  if (!border || border.style === "None") return {};
  const data: IBorderStyleData = { s: lineOf(border), cl: { rgb: border.color } };
  return { [name]: data };
}

function lineOf({ style, weight }: Border): BorderStyleTypes {
  if (style === "Double") return BorderStyleTypes.DOUBLE;
  const thick = weight === "Medium" || weight === "Thick";
  if (style === "Dash") return thick ? BorderStyleTypes.MEDIUM_DASHED : BorderStyleTypes.DASHED;
  if (style === "Dot") return BorderStyleTypes.DOTTED;
  if (style !== "Continuous") return thick ? BorderStyleTypes.MEDIUM_DASH_DOT : BorderStyleTypes.DASH_DOT;
  return WEIGHTS[weight];
}

const WEIGHTS: Readonly<Record<Border["weight"], BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};
