import type { Cell, Sheet } from "../../store/model";
import { cellName } from "../../../xlsx/format/address";
import { withAttributes, withPrefix } from "../../../xlsx/xml/edit";
import { CLOSE, EMPTY, TagCursor } from "../../../xlsx/xml/cursor";
import { cellXml, type Spill } from "./cellXml";

/** What is to be written into the rows of a sheet. */
export interface RowChanges {
  /** Columns by row whose content is written anew. */
  readonly values: ReadonlyMap<number, ReadonlySet<number>>;
  /** Columns by row whose format is written anew. */
  readonly styles: ReadonlyMap<number, ReadonlySet<number>>;
  /** Attributes of rows, `undefined` removes one. */
  readonly rows: ReadonlyMap<number, Readonly<Record<string, string | number | undefined>>>;
}

/** What the rows need from the rest of the file. */
export interface RowContext {
  readonly sheet: Sheet;
  formatOf(cell: Cell | undefined, base: number): number;
  /** The same format with the mark of text that only an apostrophe keeps text, or without it. */
  quotedFormat(cell: Cell | undefined, format: number): number;
  /** Format of a cell that is not in the file, from its column. */
  columnFormat(column: number): number;
  spillOf(row: number, column: number): Spill | undefined;
  /** Text that a table's heading must have. */
  headingOf(row: number, column: number): string | undefined;
  /** Rows or columns moved: cells that share a formula may lie otherwise to each other than the file's one formula says. */
  readonly unshare: boolean;
}

/** The rows between two positions of a sheet's XML with changes made; rows without changes stay as they were. */
export function writeRows(
  xml: string,
  from: number,
  to: number,
  prefix: string,
  changes: RowChanges,
  context: RowContext,
): string {
  return new RowsWriter(new TagCursor(xml, from, to), prefix, changes, context).write(from, to);
}

class RowsWriter {
  private readonly pieces: string[] = [];
  private readonly pending: number[];
  /** Shared formulas whose first cell was overwritten: the other cells get formulas of their own. */
  private readonly broken = new Set<string>();
  private nextPending = 0;
  /** Up to here the source has been written out. */
  private done = 0;

  constructor(
    private readonly cursor: TagCursor,
    private readonly prefix: string,
    private readonly changes: RowChanges,
    private readonly context: RowContext,
  ) {
    const rows = new Set([...changes.values.keys(), ...changes.styles.keys(), ...changes.rows.keys()]);
    this.pending = [...rows].sort((a, b) => a - b);
  }

  write(from: number, to: number): string {
    const { cursor, pieces } = this;
    const { xml } = cursor;
    this.done = from;
    let last = -1;
    while (cursor.next()) {
      if (cursor.qname !== `${this.prefix}row` || cursor.kind === CLOSE) continue;
      const { start, end: openEnd } = cursor;
      const given = rowNumber(cursor);
      const row = given ?? last + 1;
      last = row;
      const end = cursor.kind === EMPTY ? openEnd : this.rowEnd(openEnd);
      this.copyTo(start);
      this.newRows(row);
      const changed = this.pending[this.nextPending] === row;
      if (changed) this.nextPending++;
      if (changed || this.hasBroken(start, end)) {
        pieces.push(this.patchedRow(row, start, openEnd, end));
        this.done = end;
      } else if (given === undefined) {
        pieces.push(withAttributes(xml.slice(start, openEnd), { r: row + 1 }));
        this.done = openEnd;
      }
      cursor.end = end;
    }
    this.copyTo(to);
    this.newRows(Infinity);
    return pieces.join("");
  }

  private rowEnd(from: number): number {
    const close = `</${this.prefix}row`;
    const at = this.cursor.xml.indexOf(close, from);
    return this.cursor.xml.indexOf(">", at) + 1;
  }

  private hasBroken(start: number, end: number): boolean {
    if (this.broken.size === 0 && !this.context.unshare) return false;
    return this.cursor.xml.slice(start, end).includes('"shared"');
  }

  private copyTo(position: number): void {
    if (position > this.done) this.pieces.push(this.cursor.xml.slice(this.done, position));
    this.done = position;
  }

  /** Rows that are not in the file, up to a row that is. */
  private newRows(before: number): void {
    for (;;) {
      const row = this.pending[this.nextPending];
      if (row === undefined || row >= before) return;
      this.nextPending++;
      const cells = this.touchedColumns(row).map((column) => this.newCell(row, column, undefined));
      const content = cells.join("");
      const tag = withAttributes(`<row r="${row + 1}">`, this.changes.rows.get(row) ?? {});
      if (content !== "" || this.changes.rows.has(row))
        this.pieces.push(withPrefix(`${tag}${content}</row>`, this.prefix));
    }
  }

  private touchedColumns(row: number): number[] {
    const [values, styles] = [this.changes.values.get(row), this.changes.styles.get(row)];
    const all = values && styles ? new Set([...values, ...styles]) : (values ?? styles ?? new Set<number>());
    return [...all].sort((a, b) => a - b);
  }

  private patchedRow(row: number, start: number, openEnd: number, end: number): string {
    const { xml } = this.cursor;
    const tag = withAttributes(xml.slice(start, openEnd), {
      r: row + 1,
      spans: undefined,
      ...this.changes.rows.get(row),
    });
    const rowFormat = /\scustomFormat="(1|true)"/.test(tag)
      ? Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? NaN)
      : NaN;
    const base = Number.isNaN(rowFormat) ? undefined : rowFormat;
    const columns = this.touchedColumns(row);
    const cells: string[] = [];
    let next = 0;
    const addNew = (before: number) => {
      for (let column = columns[next]; column !== undefined && column < before; column = columns[next]) {
        cells.push(withPrefix(this.newCell(row, column, base), this.prefix));
        next++;
      }
    };
    let last = -1;
    if (openEnd < end)
      for (const { column, raw } of this.sourceCells(openEnd, end, () => last)) {
        last = column;
        addNew(column);
        const touched = columns[next] === column;
        if (touched) next++;
        cells.push(this.sourceCell(row, column, raw, touched));
      }
    addNew(Infinity);
    const content = cells.join("");
    const open = tag.replace(/\s*\/>$/, ">");
    return `${open}${content}</${this.prefix}row>`;
  }

  private *sourceCells(
    from: number,
    to: number,
    last: () => number,
  ): Generator<{ column: number; raw: string }> {
    const cursor = new TagCursor(this.cursor.xml, from, to);
    const name = `${this.prefix}c`;
    while (cursor.next()) {
      if (cursor.qname !== name || cursor.kind === CLOSE) continue;
      const { start, end: openEnd, kind } = cursor;
      const column = columnOf(cursor) ?? last() + 1;
      let end = openEnd;
      if (kind !== EMPTY) {
        end = cursor.xml.indexOf(">", cursor.xml.indexOf(`</${name}>`, openEnd)) + 1;
        cursor.end = end;
      }
      yield { column, raw: cursor.xml.slice(start, end) };
    }
  }

  private sourceCell(row: number, column: number, raw: string, touched: boolean): string {
    const newValue = touched && this.changes.values.get(row)?.has(column) === true;
    const shared = /<(?:\w+:)?f\b[^>]*\st="shared"[^>]*>/.exec(raw)?.[0];
    const index = shared === undefined ? undefined : /\ssi="(\d+)"/.exec(shared)?.[1];
    const rewrite = newValue || (index !== undefined && (this.context.unshare || this.broken.has(index)));
    if (newValue && index !== undefined && shared?.includes(" ref=") === true) this.broken.add(index);
    const base = Number(/^<[^>]*?\ss="(\d+)"/.exec(raw)?.[1] ?? 0);
    const cell = this.context.sheet.cells.get(row)?.get(column);
    const format =
      this.changes.styles.get(row)?.has(column) === true ? this.context.formatOf(cell, base) : base;
    if (!rewrite) {
      const values = {
        r: cellName(row, column),
        ...(format !== base && { s: format === 0 ? undefined : format }),
      };
      return withAttributes(raw, values);
    }
    return withPrefix(this.filled(row, column, format, cell), this.prefix);
  }

  private newCell(row: number, column: number, rowFormat: number | undefined): string {
    const cell = this.context.sheet.cells.get(row)?.get(column);
    const base = rowFormat ?? this.context.columnFormat(column);
    const format =
      this.changes.styles.get(row)?.has(column) === true ? this.context.formatOf(cell, base) : base;
    return this.filled(row, column, format, cell);
  }

  private filled(row: number, column: number, format: number, cell: Cell | undefined): string {
    const heading = this.context.headingOf(row, column);
    const content = heading === undefined ? cell : { ...cell, value: heading };
    const spill = cell?.formula === undefined ? undefined : this.context.spillOf(row, column);
    return cellXml(cellName(row, column), this.context.quotedFormat(content, format), content, spill);
  }
}

function rowNumber(cursor: TagCursor): number | undefined {
  let number: number | undefined;
  cursor.eachAttribute((name, from, to) => {
    if (name === "r") number = Number(cursor.xml.slice(from, to)) - 1;
  });
  return number;
}

function columnOf(cursor: TagCursor): number | undefined {
  let column: number | undefined;
  cursor.eachAttribute((name, from, to) => {
    if (name !== "r") return;
    column = -1;
    for (const char of cursor.xml.slice(from, to).replace(/\d+$/, ""))
      column = (column + 1) * 26 + char.charCodeAt(0) - 65;
  });
  return column;
}
