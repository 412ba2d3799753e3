import { cellCount } from "../../store/areas";
import type { Area, Cell, Style } from "../../store/model";
import { columnAt, LAST_COLUMN, LAST_ROW, parseArea } from "../../../xlsx/format/address";
import { readFormula, shiftFormula } from "../format/formulas";
import { isoToSerial } from "../../../xlsx/format/dates";
import { FileProblem } from "../../../xlsx/problem";
import { CLOSE, EMPTY, OPEN, TagCursor, XmlProblem } from "../../../xlsx/xml/cursor";
import { decodeContent, decodeXml, decodeXstring } from "../../../xlsx/xml/text";
import { closeOf, readRichText } from "../../../xlsx/parts/sharedStrings";

/** What cells refer to outside of their sheet. */
export interface CellSources {
  readonly part: string;
  readonly strings: readonly string[];
  readonly style: (xf: number) => Style | undefined;
}

export interface ReadRows {
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
}

/**
 * Cells that only carry a format are kept up to this many one after another: a sheet formatted to its last row would fill
 * the memory and shows nothing. They stay in the file all the same.
 */
const FORMAT_ONLY = 50_000;
/** An array over more cells is not computed: its cells show the results that the file has, and its formula stays in it. */
const MOST_ARRAY = 100_000;
/** A number beyond the range of Excel. */
const NOT_A_NUMBER = { value: "#NUM!", error: true } as const;
/** Row heights that are read. */
const HEIGHTS = 200_000;

/** Reads the rows between two positions of a sheet's XML; without `sources` their heights and visibility only. */
export function readRows(
  xml: string,
  from: number,
  to: number,
  prefix: string,
  sources?: CellSources,
): ReadRows {
  return new RowsReader(new TagCursor(xml, from, to), prefix, sources).read();
}

class RowsReader {
  private readonly rows: ReadRows = { cells: new Map(), rowHeights: new Map(), hiddenRows: new Set() };
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();
  private readonly spills: { area: Area; row: number; column: number }[] = [];
  private readonly inline = new Map<string, string>();
  private readonly rowTag: string;
  private readonly cellTag: string;
  private row = -1;
  private column = -1;
  private current: Map<number, Cell> | undefined;
  private formatOnly = 0;

  constructor(
    private readonly cursor: TagCursor,
    private readonly prefix: string,
    private readonly sources: CellSources | undefined,
  ) {
    this.rowTag = `${prefix}row`;
    this.cellTag = `${prefix}c`;
  }

  read(): ReadRows {
    const { cursor } = this;
    while (cursor.next()) {
      if (cursor.kind === CLOSE) continue;
      if (cursor.qname === this.cellTag) {
        if (this.sources) this.readCell(this.sources);
      } else if (cursor.qname === this.rowTag) this.readRow();
    }
    this.markSpills();
    return this.rows;
  }

  private readRow(): void {
    const { cursor } = this;
    let [number, height, hidden] = [this.row + 1, NaN, false];
    cursor.eachAttribute((name, from, to) => {
      if (name === "r") number = Number(cursor.xml.slice(from, to)) - 1;
      else if (name === "ht") height = Number(cursor.xml.slice(from, to));
      else if (name === "hidden") hidden = /^(1|true|on)$/.test(cursor.xml.slice(from, to));
    });
    this.row = number;
    this.column = -1;
    this.current = undefined;
    if (!(number >= 0 && number <= LAST_ROW)) throw new XmlProblem(`row ${number + 1}`);
    if (hidden) this.rows.hiddenRows.add(number);
    if (height >= 0 && this.rows.rowHeights.size < HEIGHTS) this.rows.rowHeights.set(number, height);
  }

  private readCell(sources: CellSources): void {
    const { cursor } = this;
    const { xml } = cursor;
    let [type, format, column, dynamic] = ["n", 0, this.column + 1, false];
    cursor.eachAttribute((name, from, to) => {
      if (name === "r") column = columnAt(xml, from, to);
      else if (name === "s") format = Number(xml.slice(from, to));
      else if (name === "t") type = xml.slice(from, to);
      else if (name === "cm") dynamic = true;
    });
    this.column = column;
    if (!(column >= 0 && column <= LAST_COLUMN)) throw new XmlProblem(`column ${column + 1}`);
    const cell: Cell = {};
    if (cursor.kind === OPEN) this.readContent(cell, type, dynamic, sources);
    const style = sources.style(format);
    if (style) cell.style = style;
    if (cell.value === undefined && cell.formula === undefined) {
      if (!style || this.formatOnly++ >= FORMAT_ONLY) return;
    } else this.formatOnly = 0;
    if (!this.current) {
      this.current = this.rows.cells.get(this.row) ?? new Map<number, Cell>();
      this.rows.cells.set(this.row, this.current);
    }
    this.current.set(column, cell);
  }

  /** @param dynamic the cell has metadata, which an array typed with Ctrl+Shift+Enter has not ([MS-XLSX] 2.3.9) */
  private readContent(cell: Cell, type: string, dynamic: boolean, sources: CellSources): void {
    const { cursor, prefix } = this;
    while (cursor.next()) {
      if (cursor.kind === CLOSE && cursor.qname === this.cellTag) return;
      if (cursor.qname === this.rowTag || cursor.qname === this.cellTag)
        throw new XmlProblem(`<c> is not closed at ${cursor.start}`);
      if (cursor.qname === `${prefix}v` && cursor.kind === OPEN) {
        const from = cursor.end;
        this.readValue(cell, type, sources, cursor.xml.slice(from, closeOf(cursor)));
      } else if (cursor.qname === `${prefix}f`) this.readFormula(cell, dynamic);
      else if (cursor.qname === `${prefix}is` && cursor.kind === OPEN)
        cell.value = this.once(readRichText(cursor, "is"));
    }
  }

  private readValue(cell: Cell, type: string, sources: CellSources, text: string): void {
    switch (type) {
      case "s": {
        const value = sources.strings[Number(text)];
        if (value === undefined) throw new FileProblem("corrupted", `${sources.part}: shared string ${text}`);
        cell.value = value;
        break;
      }
      case "b":
        cell.value = text.trim() === "1" || text.trim() === "true";
        break;
      case "e":
        cell.value = decodeXml(text);
        cell.error = true;
        break;
      case "str":
      case "inlineStr":
        cell.value = this.once(decodeXstring(decodeContent(text)));
        break;
      case "d":
        cell.value = isoToSerial(text) ?? decodeContent(text);
        break;
      default: {
        const number = Number(text);
        if (text.trim() === "") return;
        if (Number.isFinite(number)) cell.value = number;
        else Object.assign(cell, Number.isNaN(number) ? { value: decodeContent(text) } : NOT_A_NUMBER);
      }
    }
  }

  private readFormula(cell: Cell, dynamic: boolean): void {
    const { cursor, row, column } = this;
    const given = cursor.attributes();
    const from = cursor.end;
    const text = cursor.kind === EMPTY ? "" : decodeContent(cursor.xml.slice(from, closeOf(cursor)));
    const index = given.get("t") === "shared" ? given.get("si") : undefined;
    if (text !== "") cell.formula = readFormula(text);
    if (text !== "" && index !== undefined)
      this.shared.set(index, { formula: cell.formula ?? "", row, column });
    if (text === "" && index !== undefined) {
      const first = this.shared.get(index);
      if (first) cell.formula = shiftFormula(first.formula, row - first.row, column - first.column);
    }
    const area = given.get("t") === "array" ? parseArea(given.get("ref") ?? "") : undefined;
    if (!area) return;
    if (cellCount(area) > MOST_ARRAY) {
      delete cell.formula;
      return;
    }
    this.spills.push({ area, row, column });
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    cell.array = { fixed: !dynamic, rows, columns };
  }

  /** Cells that an array formula fills are not its first one. */
  private markSpills(): void {
    for (const { area, row, column } of this.spills) {
      for (let r = area.top; r <= area.bottom; r++)
        for (let c = area.left; c <= area.right; c++) {
          const cell = this.rows.cells.get(r)?.get(c);
          if (cell && (r !== row || c !== column)) cell.spilledFrom = `${row},${column}`;
        }
    }
  }

  /** Texts written into the cells repeat: one copy of each is kept. */
  private once(text: string): string {
    const known = this.inline.get(text);
    if (known !== undefined) return known;
    this.inline.set(text, text);
    return text;
  }
}
