import type { XmlElement } from "../../../xlsx/xml/element";
import { child, childrenOf, numberOf } from "../../../xlsx/xml/element";

/** The palette of ECMA-376 part 1, 18.8.27: 0–7 repeat 8–15. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Office's theme of 2013: what a file without a theme part means by theme colours. */
const OFFICE = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

export interface Palette {
  /** In the order of a cell's `theme` attribute: light 1, dark 1, light 2, dark 2, accents … */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** The palette of a workbook from its theme and styles parts. */
export function paletteOf(theme: XmlElement | undefined, styles: XmlElement | undefined): Palette {
  const scheme = child(child(theme, "themeElements"), "clrScheme");
  const own = scheme?.children.map((entry) => {
    const color = entry.children[0];
    return (color?.attributes.get("lastClr") ?? color?.attributes.get("val") ?? "000000").toUpperCase();
  });
  const custom = childrenOf(child(child(styles, "colors"), "indexedColors"), "rgbColor");
  return {
    theme: own && own.length >= 12 ? swapped(own) : OFFICE,
    indexed:
      custom.length > 0
        ? custom.map((each) => (each.attributes.get("rgb") ?? "FF000000").slice(-6))
        : INDEXED,
  };
}

/** The scheme lists dark 1, light 1, dark 2, light 2; cells count light first. */
function swapped([dark1 = "", light1 = "", dark2 = "", light2 = "", ...rest]: readonly string[]): string[] {
  return [light1, dark1, light2, dark2, ...rest];
}

/** `#RRGGBB` of a colour element; nothing for an automatic colour. */
export function colorOf(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (!element) return undefined;
  const rgb = element.attributes.get("rgb");
  const theme = numberOf(element, "theme");
  const indexed = numberOf(element, "indexed");
  const base =
    rgb?.slice(-6) ??
    (theme !== undefined
      ? palette.theme[theme]
      : indexed !== undefined
        ? palette.indexed[indexed]
        : undefined);
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  const tint = numberOf(element, "tint") ?? 0;
  return `#${tint === 0 ? base.toUpperCase() : tinted(base, tint)}`;
}

/** ECMA-376 part 1, 18.8.19: the tint moves the luminance of the HSL colour. */
function tinted(hex: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const light = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const hue =
    spread === 0
      ? 0
      : max === r
        ? ((g - b) / spread + 6) % 6
        : max === g
          ? (b - r) / spread + 2
          : (r - g) / spread + 4;
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  return hslHex(hue, saturation, moved);
}

function hslHex(hue: number, saturation: number, light: number): string {
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const order: readonly (readonly [number, number, number])[] = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const rgb = order[Math.min(5, Math.floor(hue))] ?? [0, 0, 0];
  return rgb
    .map((part) => Math.round((part + light - chroma / 2) * 255))
    .map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, "0").toUpperCase())
    .join("");
}
