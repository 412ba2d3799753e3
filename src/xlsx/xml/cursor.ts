import { decodeXml } from "./text";

export class XmlProblem extends Error {}

export const OPEN = 0;
export const CLOSE = 1;
export const EMPTY = 2;

/**
 * Walks the tags of an XML text by position and builds nothing: parts of a package are read at full speed, and edited by
 * cutting between positions so that the rest stays as it was. A DOCTYPE is refused, as no part of a package may have one
 * (ECMA-376 part 2, 6.2.5): so no entity of its own is ever expanded, nor taken from elsewhere.
 */
export class TagCursor {
  /** Name with its prefix. */
  qname = "";
  kind = OPEN;
  /** Position of `<`. */
  start = 0;
  /** Position after `>`. */
  end: number;
  private attributesFrom = 0;

  constructor(
    readonly xml: string,
    from = 0,
    readonly to = xml.length,
  ) {
    this.end = from;
  }

  /** Moves to the next tag; false at the end of the text. */
  next(): boolean {
    const { xml, to } = this;
    let at = this.end;
    for (;;) {
      at = xml.indexOf("<", at);
      if (at < 0 || at >= to) return false;
      const code = xml.charCodeAt(at + 1);
      if (code !== 33 && code !== 63) break;
      at = this.skipSpecial(at, code);
    }
    this.start = at;
    const closing = xml.charCodeAt(at + 1) === 47;
    const nameFrom = closing ? at + 2 : at + 1;
    const nameTo = this.nameEnd(nameFrom);
    this.qname = xml.slice(nameFrom, nameTo);
    this.attributesFrom = nameTo;
    this.end = this.tagEnd(nameTo) + 1;
    this.kind = closing ? CLOSE : xml.charCodeAt(this.end - 2) === 47 ? EMPTY : OPEN;
    return true;
  }

  /** Name without its prefix. */
  get name(): string {
    const colon = this.qname.indexOf(":");
    return colon < 0 ? this.qname : this.qname.slice(colon + 1);
  }

  /** Attributes of the tag that the cursor stands on, in their order, by full name. */
  attributes(): Map<string, string> {
    const found = new Map<string, string>();
    this.eachAttribute((name, from, to) => found.set(name, decodeXml(this.xml.slice(from, to))));
    return found;
  }

  /** Calls back with each attribute's name and the positions of its value between the quotes. */
  eachAttribute(visit: (name: string, from: number, to: number) => void): void {
    const { xml } = this;
    const last = this.end - 1;
    let at = this.attributesFrom;
    for (;;) {
      while (at < last && isSpace(xml.charCodeAt(at))) at++;
      const equals = xml.indexOf("=", at);
      if (at >= last || equals < 0 || equals >= last) return;
      let nameTo = equals;
      while (isSpace(xml.charCodeAt(nameTo - 1))) nameTo--;
      let quote = equals + 1;
      while (isSpace(xml.charCodeAt(quote))) quote++;
      const close = xml.indexOf(xml.charAt(quote), quote + 1);
      if (close < 0) throw new XmlProblem(`attribute at ${at}`);
      visit(xml.slice(at, nameTo), quote + 1, close);
      at = close + 1;
    }
  }

  private nameEnd(from: number): number {
    let at = from;
    for (;;) {
      const code = this.xml.charCodeAt(at);
      if (code === 62 || code === 47 || isSpace(code)) return at;
      if (Number.isNaN(code)) throw new XmlProblem(`tag at ${from}`);
      at++;
    }
  }

  /** Position of the `>` that ends the tag; `>` may stand inside quotes. */
  private tagEnd(from: number): number {
    const { xml } = this;
    for (let at = from; at < xml.length; at++) {
      const code = xml.charCodeAt(at);
      if (code === 62) return at;
      if (code !== 34 && code !== 39) continue;
      at = xml.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) break;
    }
    throw new XmlProblem(`tag at ${from}`);
  }

  private skipSpecial(at: number, code: number): number {
    const { xml } = this;
    if (xml.startsWith("<!DOCTYPE", at)) throw new XmlProblem(`document type at ${at}`);
    const close =
      code === 63 ? "?>" : xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : ">";
    const end = xml.indexOf(close, at + 2);
    if (end < 0) throw new XmlProblem(`unfinished ${close} at ${at}`);
    return end + close.length;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
