import { FileProblem } from "../problem";
import { CLOSE, EMPTY, OPEN, TagCursor, XmlProblem } from "../xml/cursor";
import { decodeContent, decodeXstring } from "../xml/text";

/** Excel keeps a text of at most so many characters in a cell, learn.microsoft.com, "Excel specifications and limits". */
export const LONGEST_TEXT = 32_767;
/** As many as all cells that are read: each text is used at least once. */
const MOST_STRINGS = 12_000_000;

/** Texts of the shared strings part; formatting inside a text and its phonetic guide are left in the file only. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const cursor = new TagCursor(xml);
  while (cursor.next()) {
    if (cursor.name !== "si") continue;
    if (strings.length >= MOST_STRINGS) throw new FileProblem("tooLarge", String(xml.length));
    if (cursor.kind === EMPTY) strings.push("");
    else if (cursor.kind === OPEN) strings.push(readRichText(cursor, "si"));
  }
  return strings;
}

/** Text of a `si` or `is` element whose opening tag the cursor stands on; ends on its closing tag. */
export function readRichText(cursor: TagCursor, container: string): string {
  let text = "";
  let phonetic = false;
  while (cursor.next()) {
    const { name, kind } = cursor;
    if (name === container && kind === CLOSE) break;
    if (name === "rPh") phonetic = kind === OPEN;
    if (name !== "t" || kind !== OPEN) continue;
    const from = cursor.end;
    const to = closeOf(cursor);
    if (!phonetic) text += decodeContent(cursor.xml.slice(from, to));
  }
  return decodeXstring(text);
}

/** Moves to the closing tag of an element that holds only text, from its opening tag, and gives its position. */
export function closeOf(cursor: TagCursor): number {
  const { qname, start } = cursor;
  if (cursor.next() && cursor.kind === CLOSE && cursor.qname === qname) return cursor.start;
  throw new XmlProblem(`<${qname}> at ${start} is not closed`);
}
