const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text of XML with its entities replaced; an unknown entity stays as it is. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Content of an element: entities and CDATA. Line ends are one `\n`, XML 1.0 section 2.11. */
export function decodeContent(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("<![CDATA["))
    return decodeXml(lines.includes("<!--") ? lines.replace(/<!--[\s\S]*?-->/g, "") : lines);
  return lines
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : decodeXml(piece)))
    .join("");
}

/** `_x000D_` and the like in cell text, ECMA-376 part 1, 22.9.2.19 ST_Xstring. */
export function decodeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What XML cannot carry, and text that only looks like an escape. */
// eslint-disable-next-line no-control-regex -- control characters are what must be escaped
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g;

/** Cell text as ST_Xstring, ready to stand in an element. */
export function encodeXstring(text: string): string {
  const safe = text.replace(
    UNSAFE,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return encodeXml(wellFormed(safe));
}

/** Text ready to stand in an element. */
export function encodeXml(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;
}

/** Text ready to stand in a double-quoted attribute. */
export function encodeAttribute(text: string): string {
  return encodeXml(text).replace(/["\n\r\t]/g, (char) =>
    char === '"' ? "&quot;" : `&#${char.charCodeAt(0)};`,
  );
}

/** A lone half of a surrogate pair has no UTF-8; it becomes U+FFFD, as TextEncoder would do. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === undefined) return "";
      return ` ${name}="${typeof value === "boolean" ? Number(value) : encodeAttribute(String(value))}"`;
    })
    .join("");
}
