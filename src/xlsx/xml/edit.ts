import { rawOf, type XmlElement } from "./element";
import { encodeAttribute } from "./text";

/** Cuts and insertions in the text of a part, by position; everything between them stays as it was. */
export class XmlEdit {
  private readonly changes: { from: number; to: number; text: string; order: number }[] = [];

  constructor(
    readonly xml: string,
    /** Prefix of the part's own namespace: `x:` in files of the Open XML SDK. */
    private readonly prefix = "",
  ) {}

  replace(from: number, to: number, text: string): void {
    this.changes.push({ from, to, text: withPrefix(text, this.prefix), order: this.changes.length });
  }

  insert(at: number, text: string): void {
    if (text !== "") this.replace(at, at, text);
  }

  /** Puts text at the end of an element's content; an empty element `<a/>` is opened for it. */
  append(element: XmlElement, text: string): void {
    if (text === "") return;
    if (element.closeStart > element.openEnd || this.xml.charAt(element.openEnd - 2) !== "/") {
      this.insert(element.closeStart, text);
      return;
    }
    this.replace(element.openEnd - 2, element.openEnd, `>${text}</${element.name}>`);
  }

  get changed(): boolean {
    return this.changes.length > 0;
  }

  /** The text with all changes made; what is put in at a place stands before what replaces the text from there on. */
  result(): string {
    const replaces = ({ from, to }: { from: number; to: number }): number => (to > from ? 1 : 0);
    const sorted = this.changes.toSorted(
      (a, b) => a.from - b.from || replaces(a) - replaces(b) || a.order - b.order,
    );
    const pieces: string[] = [];
    let at = 0;
    for (const { from, to, text } of sorted) {
      pieces.push(this.xml.slice(at, from), text);
      at = to;
    }
    pieces.push(this.xml.slice(at));
    return pieces.join("");
  }
}

/** Gives the part's prefix to the tags of a fragment that have none. */
export function withPrefix(fragment: string, prefix: string): string {
  return prefix === "" ? fragment : fragment.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}

/** Takes the part's prefix from the tags of an element's text, so that it can go through `XmlEdit` again. */
export function bareOf(element: XmlElement): string {
  const raw = rawOf(element);
  return element.prefix === ""
    ? raw
    : raw.replaceAll(`<${element.prefix}`, "<").replaceAll(`</${element.prefix}`, "</");
}

/** The opening tag of an element's text with attributes set, or removed where the value is `undefined`. */
export function withAttributes(
  raw: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  const end = openingEnd(raw);
  let tag = raw.slice(0, end);
  for (const [name, value] of Object.entries(values)) tag = withAttribute(tag, name, value);
  return tag + raw.slice(end);
}

function withAttribute(tag: string, name: string, value: string | number | undefined): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
  const text = value === undefined ? "" : ` ${name}="${encodeAttribute(String(value))}"`;
  if (found) return tag.slice(0, found.index) + text + tag.slice(found.index + found[0].length);
  const close = /\s*\/?>$/.exec(tag);
  const at = close ? close.index : tag.length;
  return tag.slice(0, at) + text + tag.slice(at);
}

function openingEnd(raw: string): number {
  const tag = /^<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/.exec(raw);
  return tag ? tag[0].length : raw.indexOf(">") + 1;
}
