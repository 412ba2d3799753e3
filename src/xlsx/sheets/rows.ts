import { isoToSerial } from "../format/dates";
import { columnAt } from "../format/address";
import { closeOf, LONGEST_TEXT, readRichText } from "../parts/sharedStrings";
import { FileProblem } from "../problem";
import { CLOSE, OPEN, TagCursor } from "../xml/cursor";
import { decodeContent, decodeXml, decodeXstring } from "../xml/text";

export type Value = string | number | boolean;

/** The cells of a row that hold something, left to right as the file has them. */
export interface FilledRow {
  readonly row: number;
  readonly columns: number[];
  readonly values: Value[];
  /** Number of the cell format of each. */
  readonly formats: number[];
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Where the rows stand in the text of a sheet's part. */
export interface RowsPlace {
  readonly part: string;
  readonly xml: string;
  readonly from: number;
  readonly to: number;
  /** `x:` or nothing. */
  readonly prefix: string;
}

/** The filled rows of a sheet one after another, so that whoever reads may pause between them. */
export function* filledRows(
  { part, xml, from, to, prefix }: RowsPlace,
  strings: readonly string[],
): Generator<FilledRow> {
  const cursor = new TagCursor(xml, from, to);
  const [rowTag, cellTag] = [`${prefix}row`, `${prefix}c`];
  let current = emptyRow(-1);
  let column = -1;
  while (cursor.next()) {
    if (cursor.kind === CLOSE) continue;
    if (cursor.qname === rowTag) {
      if (current.columns.length > 0) yield current;
      current = emptyRow(within(part, rowNumber(cursor, current.row + 1), LAST_ROW));
      column = -1;
    } else if (cursor.qname === cellTag) {
      const cell = cellHead(cursor, column + 1);
      column = within(part, cell.column, LAST_COLUMN);
      if (cursor.kind !== OPEN) continue;
      const value = readValue(cursor, prefix, cell.type, strings, part);
      if (value === undefined || value === "") continue;
      if (typeof value === "string" && value.length > LONGEST_TEXT)
        throw new FileProblem("corrupted", `${part}: a text of ${value.length} characters`);
      current.columns.push(column);
      current.values.push(value);
      current.formats.push(cell.format);
    }
  }
  if (current.columns.length > 0) yield current;
}

const emptyRow = (row: number): FilledRow => ({ row, columns: [], values: [], formats: [] });

function within(part: string, position: number, last: number): number {
  if (position >= 0 && position <= last) return position;
  throw new FileProblem("corrupted", `${part}: cell position`);
}

function rowNumber(cursor: TagCursor, next: number): number {
  let number = next;
  cursor.eachAttribute((name, from, to) => {
    if (name === "r") number = Number(cursor.xml.slice(from, to)) - 1;
  });
  return number;
}

interface CellHead {
  readonly column: number;
  readonly type: string;
  readonly format: number;
}

function cellHead(cursor: TagCursor, next: number): CellHead {
  let [column, type, format] = [next, "n", 0];
  cursor.eachAttribute((name, from, to) => {
    if (name === "r") column = columnAt(cursor.xml, from, to);
    else if (name === "s") format = Number(cursor.xml.slice(from, to));
    else if (name === "t") type = cursor.xml.slice(from, to);
  });
  return { column, type, format };
}

/** Reads up to the closing tag of the cell; a formula counts by the value that the file keeps for it. */
function readValue(
  cursor: TagCursor,
  prefix: string,
  type: string,
  strings: readonly string[],
  part: string,
): Value | undefined {
  let value: Value | undefined;
  while (cursor.next()) {
    if (cursor.kind === CLOSE && cursor.qname === `${prefix}c`) return value;
    if (cursor.qname === `${prefix}row`) throw new FileProblem("corrupted", `${part}: <c> is not closed`);
    if (cursor.kind !== OPEN) continue;
    if (cursor.qname === `${prefix}v`) {
      const from = cursor.end;
      value = valueOf(cursor.xml.slice(from, closeOf(cursor)), type, strings, part);
    } else if (cursor.qname === `${prefix}is`) value = readRichText(cursor, "is");
  }
  return value;
}

/** Types of cells: ECMA-376 part 1, 18.18.11. */
function valueOf(text: string, type: string, strings: readonly string[], part: string): Value | undefined {
  switch (type) {
    case "s": {
      const value = strings[Number(text)];
      if (value === undefined) throw new FileProblem("corrupted", `${part}: shared string ${text}`);
      return value;
    }
    case "b":
      return text.trim() === "1" || text.trim() === "true";
    case "e":
      return decodeXml(text);
    case "str":
    case "inlineStr":
      return decodeXstring(decodeContent(text));
    case "d":
      return isoToSerial(text) ?? decodeContent(text);
    default: {
      const number = Number(text);
      if (text.trim() === "") return undefined;
      return Number.isNaN(number) ? decodeContent(text) : number;
    }
  }
}
