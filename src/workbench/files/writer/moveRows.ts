import type { Shift } from "../../store/model";
import { shiftArea, shiftIndex } from "../../store/shift";
import { areaName, cellName, columnAt, parseArea } from "../../../xlsx/format/address";
import { withAttributes } from "../../../xlsx/xml/edit";
import { CLOSE, EMPTY, TagCursor } from "../../../xlsx/xml/cursor";

/** Where an area's name goes; nothing when all of its cells are gone. */
export function movedName(name: string, shifts: readonly Shift[]): string | undefined {
  let area = parseArea(name);
  for (const shift of shifts) area = area && shiftArea(area, shift);
  return area && areaName(area);
}

/** Where a row or a column goes; nothing when it is gone. */
export const movedIndex = (
  index: number,
  direction: Shift["direction"],
  shifts: readonly Shift[],
): number | undefined =>
  shifts
    .filter((shift) => shift.direction === direction)
    .reduce<number | undefined>((at, shift) => (at === undefined ? at : shiftIndex(at, shift)), index);

/**
 * The rows of a sheet's part after rows or columns were put in or taken out. Cells move as they are written, with what the
 * model does not know: formats inside of a text, metadata, outlines and formats of rows.
 */
export function moveRows(xml: string, shifts: readonly Shift[]): string {
  const open = /<((?:\w+:)?)sheetData\s*>/.exec(xml);
  if (!open) return xml;
  const [prefix = "", from] = [open[1], open.index + open[0].length];
  const to = xml.indexOf(`</${prefix}sheetData`, from);
  const moved = new RowsMover(new TagCursor(xml, from, to), prefix, shifts).run(from, to);
  return xml.slice(0, from) + moved + xml.slice(to);
}

class RowsMover {
  private readonly pieces: string[] = [];
  private readonly columns: boolean;
  private done = 0;
  /** Of the source. */
  private row = -1;
  private column = -1;
  /** Place of the row in the new sheet. */
  private target = -1;

  constructor(
    private readonly cursor: TagCursor,
    private readonly prefix: string,
    private readonly shifts: readonly Shift[],
  ) {
    this.columns = shifts.some(({ direction }) => direction === "columns");
  }

  run(from: number, to: number): string {
    const { cursor, prefix } = this;
    this.done = from;
    while (cursor.next()) {
      if (cursor.kind === CLOSE) continue;
      if (cursor.qname === `${prefix}row`) this.moveRow();
      else if (cursor.qname === `${prefix}c`) this.moveCell();
      else if (cursor.qname === `${prefix}f`) this.moveFormula();
    }
    this.pieces.push(cursor.xml.slice(this.done, to));
    return this.pieces.join("");
  }

  private replace(from: number, to: number, text: string): void {
    this.pieces.push(this.cursor.xml.slice(this.done, from), text);
    this.done = to;
  }

  private moveRow(): void {
    const { cursor } = this;
    const { xml, start } = cursor;
    const given = this.reference();
    this.row = given ? Number(xml.slice(...given)) - 1 : this.row + 1;
    this.column = -1;
    const target = movedIndex(this.row, "rows", this.shifts);
    if (target === undefined) {
      this.drop("row");
      return;
    }
    this.target = target;
    if (!this.columns && target === this.row) {
      cursor.end = this.endOf("row");
      return;
    }
    const tag = withAttributes(xml.slice(start, cursor.end), { r: target + 1, spans: undefined });
    this.replace(start, cursor.end, tag);
  }

  private moveCell(): void {
    const { cursor } = this;
    const { xml } = cursor;
    const given = this.reference();
    this.column = given ? columnAt(xml, ...given) : this.column + 1;
    const column = movedIndex(this.column, "columns", this.shifts);
    if (column === undefined) {
      this.drop("c");
      return;
    }
    const name = cellName(this.target, column);
    if (given) this.replace(...given, name);
    else {
      const at = cursor.start + 1 + cursor.qname.length;
      this.replace(at, at, ` r="${name}"`);
    }
  }

  /** The area of an array, and the cells that a table of what-if takes its values from. */
  private moveFormula(): void {
    const { start, end, xml } = this.cursor;
    const tag = xml.slice(start, end);
    const moved = tag.replace(
      /(\s(?:ref|r1|r2)=")([^"]+)/g,
      (_whole, before: string, name: string) => before + (movedName(name, this.shifts) ?? name),
    );
    if (moved !== tag) this.replace(start, end, moved);
  }

  private drop(name: "row" | "c"): void {
    const { cursor } = this;
    const end = this.endOf(name);
    this.replace(cursor.start, end, "");
    cursor.end = end;
  }

  private endOf(name: "row" | "c"): number {
    const { cursor, prefix } = this;
    if (cursor.kind === EMPTY) return cursor.end;
    return cursor.xml.indexOf(">", cursor.xml.indexOf(`</${prefix}${name}`, cursor.end)) + 1;
  }

  /** Positions of the attribute `r`. */
  private reference(): [number, number] | undefined {
    let found: [number, number] | undefined;
    this.cursor.eachAttribute((name, from, to) => {
      if (name === "r") found = [from, to];
    });
    return found;
  }
}
