import { FileProblem } from "../problem";
import { CLOSE, EMPTY, TagCursor, XmlProblem } from "./cursor";
import { decodeContent } from "./text";

/** Some 500 MB; a workbook at Excel's own limits (64 000 formats, 66 530 links of a sheet) has a third of them. */
const MOST_ELEMENTS = 1_000_000;

/** An element with its place in the text. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  /** `x:` or nothing. */
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Positions: of `<`, after the opening tag, of `</` (= `openEnd` in an empty element), after the whole. */
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  /** The text of the part. */
  readonly xml: string;
}

/**
 * The tree of a part. Elements called `opaque` are not looked into: the cells of a sheet have their own fast reader.
 * Throws `XmlProblem` when tags do not match, `FileProblem` where a tree of it would fill the memory.
 */
export function parseXml(xml: string, opaque?: string): XmlElement {
  // counted before anything is made of them; the cells of a sheet are not looked into
  if (opaque === undefined && hasMore(xml, "<", 2 * MOST_ELEMENTS))
    throw new FileProblem("tooLarge", String(xml.length));
  const cursor = new TagCursor(xml);
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  while (cursor.next()) {
    if (cursor.kind === CLOSE) {
      closeLast(open, cursor);
      continue;
    }
    if (++elements > MOST_ELEMENTS) throw new FileProblem("tooLarge", String(xml.length));
    const element = elementAt(cursor);
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else if (root) throw new XmlProblem("two roots");
    else root = element;
    if (cursor.kind === EMPTY) continue;
    open.push(element);
    if (element.name === opaque) cursor.end = findClose(xml, element);
  }
  if (!root || open.length > 0)
    throw new XmlProblem(open.length > 0 ? `<${open.at(-1)?.name ?? ""}> is not closed` : "empty");
  return root;
}

function hasMore(text: string, character: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1))
    if (++count > most) return true;
  return false;
}

function elementAt(cursor: TagCursor): XmlElement {
  const colon = cursor.qname.indexOf(":");
  return {
    name: cursor.name,
    prefix: colon < 0 ? "" : cursor.qname.slice(0, colon + 1),
    attributes: cursor.attributes(),
    children: [],
    start: cursor.start,
    openEnd: cursor.end,
    closeStart: cursor.end,
    end: cursor.end,
    xml: cursor.xml,
  };
}

function closeLast(open: XmlElement[], cursor: TagCursor): void {
  const element = open.pop();
  if (!element || element.prefix + element.name !== cursor.qname)
    throw new XmlProblem(`</${cursor.qname}> at ${cursor.start}`);
  element.closeStart = cursor.start;
  element.end = cursor.end;
}

function findClose(xml: string, element: XmlElement): number {
  const at = xml.indexOf(`</${element.prefix}${element.name}`, element.openEnd);
  if (at < 0) throw new XmlProblem(`<${element.name}> is not closed`);
  return at;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** Children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Text of an element without children. */
export function textOf(element: XmlElement | undefined): string {
  return element ? decodeContent(element.xml.slice(element.openEnd, element.closeStart)) : "";
}

/** The element as it stands in the file. */
export function rawOf(element: XmlElement): string {
  return element.xml.slice(element.start, element.end);
}

/** An attribute by name without prefix, for `r:id`, whose prefix is the file's choice. */
export function prefixed(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of element.attributes) if (key.endsWith(`:${name}`)) return value;
  return undefined;
}

/** Attribute of type xsd:boolean; `otherwise` when it is absent. */
export function flag(element: XmlElement | undefined, name: string, otherwise = false): boolean {
  const value = element?.attributes.get(name);
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

/** Attribute as a number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes.get(name);
  const number = value === undefined || value.trim() === "" ? NaN : parseFloat(value);
  return Number.isFinite(number) ? number : undefined;
}
