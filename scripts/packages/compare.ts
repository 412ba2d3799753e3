import { unzipSync } from "fflate";
import { JSDOM } from "jsdom";

/** What became of one part of a package. */
export interface PartChange {
  readonly part: string;
  readonly outcome: "same" | "changed" | "added" | "gone";
  /** Of a changed part: elements that were there before. */
  readonly before: number;
  /** Those of them that are there no more, or not as they were: path, attributes, text. */
  readonly lost: readonly string[];
}

/** Counts that follow from the elements themselves. */
const DERIVED = new Set(["count", "uniqueCount"]);
const isXml = (part: string): boolean => /\.(?:xml|rels|vml)$/.test(part);

const { DOMParser } = new JSDOM("").window;

/**
 * Compares two packages part by part: bytes first, and where they differ the elements of the part, each as its path with its
 * attributes and its own text. The order of elements does not matter. The parser is none of the product's.
 */
export function comparePackages(before: Uint8Array, after: Uint8Array): readonly PartChange[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !name.endsWith("/"));
  return names.sort().map((part): PartChange => {
    const [old, fresh] = [a[part], b[part]];
    if (old === undefined) return { part, outcome: "added", before: 0, lost: [] };
    if (fresh === undefined) return { part, outcome: "gone", before: 1, lost: [part] };
    if (Buffer.compare(old, fresh) === 0) return { part, outcome: "same", before: 1, lost: [] };
    if (!isXml(part)) return { part, outcome: "changed", before: 1, lost: [part] };
    const items = elementsOf(old);
    return { part, outcome: "changed", before: items.length, lost: missing(items, elementsOf(fresh)) };
  });
}

function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of after) left.set(item, (left.get(item) ?? 0) + 1);
  return before.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

/** Every element of an XML part: `worksheet/mergeCells/mergeCell[ref=J1:L1]`; a cell is one with what it holds. */
export function elementsOf(bytes: Uint8Array): string[] {
  const parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/xml");
  const found: string[] = [];
  visit(parsed.documentElement, "");
  return found;

  function visit(element: Element, path: string): void {
    const own = `${path}${element.localName}`;
    if (element.localName === "c" && path.endsWith("/row/")) {
      found.push(`${path}${cellOf(element)}`);
      return;
    }
    found.push(`${own}${attributesOf(element)}${withSpace(ownText(element))}`);
    for (const child of element.children) visit(child, `${own}/`);
  }
}

function attributesOf(element: Element, ...without: readonly string[]): string {
  return [...element.attributes]
    .filter(({ name }) => !DERIVED.has(name) && !name.startsWith("xmlns") && !without.includes(name))
    .map(({ name, value }) => `[${name}=${value}]`)
    .sort()
    .join("");
}

/** A cell with its formula or its value: what a formula gives is the calculation's, and no content of the file. */
function cellOf(element: Element): string {
  const formula = [...element.children].find(({ localName }) => localName === "f");
  if (formula)
    return `c${attributesOf(element, "t")} ={${attributesOf(formula, ...NOT_READ)}${ownText(formula)}}`;
  return `c${attributesOf(element)}${withSpace(element.textContent)}`;
}

/** Attributes of a formula that Excel does not read: LibreOffice writes `aca`. */
const NOT_READ = ["aca"];

const withSpace = (text: string | null): string => (text === null || text === "" ? "" : ` ${text}`);
const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ nodeValue }) => nodeValue?.trim() ?? "")
    .join("");
