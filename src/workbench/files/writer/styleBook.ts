import type { Border, Edge, Style } from "../../store/model";
import { builtInNumber } from "../../../xlsx/format/numberFormats";
import { EDGES, type FullStyle } from "../format/stylesCodec";
import { differences, same, type StyleTable } from "../reader/styles";
import { bareOf, withAttributes, XmlEdit } from "../../../xlsx/xml/edit";
import { child, childrenOf, numberOf, rawOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";
import { alignmentValues, borderXml, differentialXml, fillXml, fontXml, FONT_FIELDS } from "./styleXml";

/** Order of the children of the styles part, ECMA-376 part 1, 18.8.39. */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const PLACEMENT = ["horizontal", "vertical", "wrap", "indent", "textOrientation"] as const;

/** Cell formats of a file, to which new ones are added at the end: the numbers of the old ones stay. */
export class StyleBook {
  private readonly added = new Map<string, string[]>();
  private readonly known = new Map<string, number>();
  private readonly byStyle = new Map<number, Map<Style | undefined, number>>();
  private readonly counts = new Map<string, number>();
  private readonly formatIds = new Map<string, number>();
  private nextFormat = 164;

  constructor(
    private readonly root: XmlElement,
    private readonly table: StyleTable,
  ) {
    for (const each of childrenOf(child(root, "numFmts"), "numFmt")) {
      const id = numberOf(each, "numFmtId") ?? 0;
      this.formatIds.set(each.attributes.get("formatCode") ?? "", id);
      this.nextFormat = Math.max(this.nextFormat, id + 1);
    }
  }

  /** Number of the cell format that looks like `style`, made from format `base`. */
  formatOf(style: Style | undefined, base: number): number {
    const cache = this.byStyle.get(base) ?? new Map<Style | undefined, number>();
    this.byStyle.set(base, cache);
    const found = cache.get(style);
    if (found !== undefined) return found;
    const key = `format ${base} ${JSON.stringify(style ?? {})}`;
    const number = this.known.get(key) ?? this.findFormat({ ...this.table.defaults, ...style }, base);
    this.known.set(key, number);
    cache.set(style, number);
    return number;
  }

  /**
   * The cell format with or without `quotePrefix`, ECMA-376 part 1, 18.8.45: without it, text such as «=1+1» becomes a
   * formula as soon as somebody opens its cell and presses Enter; with it, a formula becomes text.
   */
  quotedOf(format: number, quoted: boolean): number {
    const list = child(this.root, "cellXfs");
    const source = list?.children[format];
    const raw = source ? bareOf(source) : this.added.get("cellXfs")?.[format - (list?.children.length ?? 0)];
    const xf = raw ?? PLAIN_XF;
    if (/^<[^>]*\squotePrefix="(?:1|true)"/.test(xf) === quoted) return format;
    return this.add("cellXfs", withAttributes(xf, { quotePrefix: quoted ? 1 : undefined }));
  }

  /** Number of a differential format. */
  differentialOf(style: Style): number {
    const id = style.numberFormat === undefined ? 0 : this.formatId(style.numberFormat);
    return this.add("dxfs", differentialXml(style, id));
  }

  /** Text of the styles part, nothing when it is as it was. */
  result(): string | undefined {
    if (this.added.size === 0) return undefined;
    const edit = new XmlEdit(this.root.xml, this.root.prefix);
    for (const name of ORDER) this.append(edit, name, this.added.get(name) ?? []);
    return edit.result();
  }

  private findFormat(wanted: FullStyle, base: number): number {
    const from = this.table.full(base);
    if (!differences(wanted, from)) return base;
    const xf = childrenOf(child(this.root, "cellXfs"), "xf")[base];
    const values = {
      ...this.numberFormat(wanted, from),
      ...this.font(wanted, from, xf),
      ...this.fill(wanted, from),
      ...this.border(wanted, from, xf),
    };
    const raw = withAttributes(
      xf
        ? bareOf(xf)
            .replace(/>[\s\S]*$/, ">")
            .replace(/\s*\/?>$/, "/>")
        : PLAIN_XF,
      values,
    );
    return this.add("cellXfs", this.withPlacement(raw, wanted, from, xf));
  }

  private numberFormat(wanted: FullStyle, from: FullStyle): Record<string, number> {
    if (wanted.numberFormat === from.numberFormat) return {};
    return { numFmtId: this.formatId(wanted.numberFormat), applyNumberFormat: 1 };
  }

  private formatId(code: string): number {
    const known = builtInNumber(code) ?? this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat++;
    this.formatIds.set(code, id);
    this.add("numFmts", `<numFmt${attributes({ numFmtId: id, formatCode: code })}/>`);
    return id;
  }

  private font(wanted: FullStyle, from: FullStyle, xf: XmlElement | undefined): Record<string, number> {
    const changed = FONT_FIELDS.filter((field) => wanted[field] !== from[field]).map(
      (field) => [field, wanted[field]] as const,
    );
    if (changed.length === 0) return {};
    const base = child(this.root, "fonts")?.children[numberOf(xf, "fontId") ?? 0];
    return { fontId: this.add("fonts", fontXml(base, Object.fromEntries(changed))), applyFont: 1 };
  }

  private fill(wanted: FullStyle, from: FullStyle): Record<string, number> {
    if (wanted.fill.toUpperCase() === from.fill) return {};
    return { fillId: wanted.fill === "" ? 0 : this.add("fills", fillXml(wanted.fill)), applyFill: 1 };
  }

  private border(wanted: FullStyle, from: FullStyle, xf: XmlElement | undefined): Record<string, number> {
    const none: Border = { style: "None", weight: "Thin", color: "#000000" };
    const changed: Partial<Record<Edge, Border>> = {};
    for (const [edge] of EDGES) {
      const [now, before] = [wanted.borders[edge] ?? none, from.borders[edge] ?? none];
      if (now.style !== before.style || (now.style !== "None" && !same(now, before))) changed[edge] = now;
    }
    if (Object.keys(changed).length === 0) return {};
    const base = child(this.root, "borders")?.children[numberOf(xf, "borderId") ?? 0];
    return { borderId: this.add("borders", borderXml(base, changed)), applyBorder: 1 };
  }

  private withPlacement(raw: string, wanted: FullStyle, from: FullStyle, xf: XmlElement | undefined): string {
    const [alignment, protection] = [child(xf, "alignment"), child(xf, "protection")];
    const aligned = PLACEMENT.some((field) => wanted[field] !== from[field]);
    const locked = wanted.locked !== from.locked;
    const first = aligned
      ? withAttributes(alignment ? bareOf(alignment) : "<alignment/>", alignmentValues(wanted))
      : alignment
        ? bareOf(alignment)
        : "";
    const second = locked
      ? withAttributes(protection ? bareOf(protection) : "<protection/>", { locked: wanted.locked ? 1 : 0 })
      : protection
        ? bareOf(protection)
        : "";
    const flags = { ...(aligned && { applyAlignment: 1 }), ...(locked && { applyProtection: 1 }) };
    const tag = withAttributes(raw, flags);
    return first + second === "" ? tag : `${tag.replace(/\/>$/, ">")}${first}${second}</xf>`;
  }

  /** Adds an element to a list of the part, once, and gives its number there. */
  private add(list: string, xml: string): number {
    const key = `${list} ${xml}`;
    const known = this.known.get(key) ?? this.existing(list, xml);
    if (known !== undefined) return known;
    const number = this.counts.get(list) ?? child(this.root, list)?.children.length ?? 0;
    this.counts.set(list, number + 1);
    this.known.set(key, number);
    this.added.set(list, [...(this.added.get(list) ?? []), xml]);
    return number;
  }

  /** A font, fill or border that the file has already, letter for letter. */
  private existing(list: string, xml: string): number | undefined {
    if (list === "numFmts") return undefined;
    const index = child(this.root, list)?.children.findIndex((each) => rawOf(each) === xml) ?? -1;
    return index < 0 ? undefined : index;
  }

  private append(edit: XmlEdit, name: string, items: readonly string[]): void {
    if (items.length === 0) return;
    const list = child(this.root, name);
    if (!list) {
      const after = this.root.children.find((each) => ORDER.indexOf(each.name) > ORDER.indexOf(name));
      edit.insert(
        after?.start ?? this.root.closeStart,
        `<${name} count="${items.length}">${items.join("")}</${name}>`,
      );
      return;
    }
    const count = String(list.children.length + items.length);
    const tag = withAttributes(edit.xml.slice(list.start, list.openEnd), { count }).replace(/\s*\/>$/, ">");
    const bare = list.prefix === "" ? tag : tag.replace(`<${list.prefix}`, "<");
    const empty = list.end === list.openEnd;
    edit.replace(list.start, list.openEnd, empty ? `${bare}${items.join("")}</${name}>` : bare);
    if (!empty) edit.insert(list.closeStart, items.join(""));
  }
}

const PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
