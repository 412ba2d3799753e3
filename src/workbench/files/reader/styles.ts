import type { Style } from "../../store/model";
import { paletteOf, type Palette } from "../format/colors";
import { BUILT_IN } from "../../../xlsx/format/numberFormats";
import { readBorders, readFill, readFont, readPlacement, type FullStyle } from "../format/stylesCodec";
import { child, childrenOf, numberOf, type XmlElement } from "../../../xlsx/xml/element";

/** The styles part of a file. */
export interface StyleTable {
  readonly root: XmlElement | undefined;
  readonly palette: Palette;
  /** Format 0: what "the default of the workbook" means. */
  readonly defaults: FullStyle;
  /** How a cell format looks, every field said. */
  readonly full: (xf: number) => FullStyle;
  /** A cell format as the model has it: what differs from the default; one object per format. */
  readonly style: (xf: number) => Style | undefined;
  /** A differential format, for conditional formats. */
  readonly differential: (index: number | undefined) => Style | undefined;
}

const PLAIN: FullStyle = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  fontColor: "#000000",
  fill: "",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  textOrientation: 0,
  locked: true,
  borders: {},
};

/** Reads the styles part and the theme; either may be absent. */
export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): StyleTable {
  const palette = paletteOf(theme, root);
  const formats = formatCodes(root);
  const xfs = childrenOf(child(root, "cellXfs"), "xf");
  const [fonts, fills, borders] = ["fonts", "fills", "borders"].map(
    (name) => child(root, name)?.children ?? [],
  );
  const dxfs = childrenOf(child(root, "dxfs"), "dxf");
  const fullOf = (index: number): FullStyle => {
    const xf = xfs[index];
    if (!xf) return PLAIN;
    return {
      ...PLAIN,
      ...readFont(fonts?.[numberOf(xf, "fontId") ?? 0], palette),
      ...readPlacement(xf),
      fill: readFill(fills?.[numberOf(xf, "fillId") ?? 0], palette) ?? "",
      borders: readBorders(borders?.[numberOf(xf, "borderId") ?? 0], palette),
      numberFormat: formats.get(numberOf(xf, "numFmtId") ?? 0) ?? "General",
    };
  };
  const full = remembered(fullOf);
  const defaults = full(0);
  return {
    root,
    palette,
    defaults,
    full,
    style: remembered((index) => differences(full(index), defaults)),
    differential: (index) =>
      index === undefined ? undefined : differentialOf(dxfs[index], palette, formats),
  };
}

function remembered<Value>(make: (index: number) => Value): (index: number) => Value {
  const known = new Map<number, { readonly value: Value }>();
  return (index) => {
    const found = known.get(index);
    if (found) return found.value;
    const value = make(index);
    known.set(index, { value });
    return value;
  };
}

function formatCodes(root: XmlElement | undefined): Map<number, string> {
  const codes = new Map(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const each of childrenOf(child(root, "numFmts"), "numFmt"))
    codes.set(numberOf(each, "numFmtId") ?? -1, each.attributes.get("formatCode") ?? "General");
  return codes;
}

/** The fields in which two styles differ; nothing when they do not. */
export function differences(full: FullStyle, defaults: FullStyle): Style | undefined {
  const entries = Object.entries(full).filter(([key, value]) => !same(value, field(defaults, key)));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function field(style: Style, key: string): unknown {
  return new Map<string, unknown>(Object.entries(style)).get(key);
}

/** Whether two values say the same, whatever the order of their fields. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  return stable(a) === stable(b);
}

/** JSON with the keys in the order of the alphabet at every depth. */
function stable(value: object): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function differentialOf(
  dxf: XmlElement | undefined,
  palette: Palette,
  formats: ReadonlyMap<number, string>,
): Style | undefined {
  if (!dxf) return undefined;
  const fill = readFill(child(dxf, "fill"), palette, true);
  const borders = readBorders(child(dxf, "border"), palette);
  const format = child(dxf, "numFmt");
  const code = format?.attributes.get("formatCode") ?? formats.get(numberOf(format, "numFmtId") ?? -1);
  return {
    ...readFont(child(dxf, "font"), palette),
    ...(fill !== undefined && { fill }),
    ...(Object.keys(borders).length > 0 && { borders }),
    ...(code !== undefined && { numberFormat: code }),
  };
}
