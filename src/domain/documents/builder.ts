import type { Area } from "../grid";
import type { Block, PlanCell, PrintPlan, SheetKind, SheetPlan } from "../sheet-plan";
import { STYLES, type StyleName } from "../styles";
import { RowIds } from "./row-ids";

/** Excel does not draw rows higher than this, points. */
export const MAX_ROW_HEIGHT = 409.5;

/** Mean width of a character of the body font, parts of its size; on the wide side, so that no line is cut. */
const CHARACTER_WIDTH = 0.5;
/** Height of a line, parts of the font size. */
const LINE_HEIGHT = 1.22;
/** Width of one character of a column's width, points (Calibri 11, the default font of a new workbook). */
const COLUMN_UNIT = 5.25;

/** Lines that a text takes in a column `width` characters wide. */
export function textLines(text: string, width: number, fontSize: number): number {
  const perLine = Math.max(1, Math.floor((width * COLUMN_UNIT - 6) / (fontSize * CHARACTER_WIDTH)));
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      const length = Math.min(word.length, perLine);
      if (used > 0 && used + 1 + length > perLine) {
        lines += 1;
        used = length;
      } else used += (used > 0 ? 1 : 0) + length;
      lines += Math.ceil(word.length / perLine) - (word.length > 0 ? 1 : 0);
    }
  }
  return lines;
}

/** Height of a row that holds a text, points. */
export function textHeight(text: string, width: number, style: StyleName): number {
  const { size } = STYLES[style];
  return Math.ceil(textLines(text, width, size) * size * LINE_HEIGHT + 3);
}

/** A word longer than this is cut where a piece ends. */
const LONGEST_WORD = 200;

/** Cuts a text into pieces that each fit the highest row Excel draws. */
function piecesThatFit(text: string, width: number, style: StyleName): string[] {
  const fits = (piece: string): boolean => textHeight(piece, width, style) <= MAX_ROW_HEIGHT;
  if (fits(text)) return [text];
  const words = text.split(/(?<=[ \n])/).flatMap((word) => chunks(word, LONGEST_WORD));
  const pieces: string[] = [];
  let piece = "";
  for (const word of words) {
    if (piece !== "" && !fits((piece + word).trimEnd())) {
      pieces.push(piece.trimEnd());
      piece = "";
    }
    piece += word;
  }
  return [...pieces, piece.trimEnd()];
}

function chunks(word: string, length: number): string[] {
  return word.length <= length
    ? [word]
    : Array.from({ length: Math.ceil(word.length / length) }, (_, i) =>
        word.slice(i * length, (i + 1) * length),
      );
}

/** One column of a body table. */
export interface BodyColumn {
  readonly header: string;
  readonly style: StyleName;
}

/** Lays a document out row after row; positions are counted here and nowhere else. */
export class SheetBuilder {
  private readonly blocks: Block[] = [];
  private readonly styles: { area: Area; style: StyleName }[] = [];
  private readonly merges: Area[] = [];
  private readonly rowHeights: { row: number; points: number }[] = [];
  private readonly autofit: { from: number; to: number }[] = [];
  private readonly ids = new RowIds();
  private next = 0;

  constructor(private readonly widths: readonly number[]) {}

  /** Zero-based row that comes next. */
  get row(): number {
    return this.next;
  }

  get lastColumn(): number {
    return this.widths.length - 1;
  }

  private widthOf(left: number, right: number): number {
    return this.widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  }

  skip(rows = 1): this {
    for (let row = 0; row < rows; row++) this.ids.blank();
    this.next += rows;
    return this;
  }

  /** Id of the next text; what follows without an id of its own is counted from it, so ids stay when texts are added before. */
  named(id: string): this {
    this.ids.name(id);
    return this;
  }

  /** A text across columns, its height computed, since Excel does not fit merged rows. */
  paragraph(text: string, style: StyleName, left = 0, right = this.lastColumn): this {
    return this.pairs([{ text, style, left, right }]);
  }

  /** Texts side by side, each across its columns; what one row cannot show goes on in the next. */
  pairs(parts: readonly { text: string; style: StyleName; left: number; right: number }[]): this {
    const pieces = parts.map(({ text, style, left, right }) =>
      piecesThatFit(text, this.widthOf(left, right), style),
    );
    const rows = Math.max(...pieces.map(({ length }) => length));
    this.ids.text(rows);
    for (let row = 0; row < rows; row++)
      this.pairRow(parts.map((part, index) => ({ ...part, text: pieces[index]?.[row] ?? "" })));
    return this;
  }

  private pairRow(parts: readonly { text: string; style: StyleName; left: number; right: number }[]): void {
    let height = 0;
    for (const { text, style, left, right } of parts) {
      const area = { top: this.next, left, bottom: this.next, right };
      this.blocks.push({ row: this.next, column: left, cells: [[text]] });
      this.styles.push({ area, style });
      if (right > left) this.merges.push(area);
      height = Math.max(height, textHeight(text, this.widthOf(left, right), style));
    }
    this.rowHeights.push({ row: this.next, points: Math.min(height, MAX_ROW_HEIGHT) });
    this.next += 1;
  }

  /** A label and, in a column of its own, a value that formulas of the sheet read. */
  parameter(labelColumn: number, label: string, valueColumn: number, value: PlanCell): this {
    this.blocks.push({ row: this.next, column: labelColumn, cells: [[label]] });
    this.blocks.push({ row: this.next, column: valueColumn, cells: [[value]] });
    this.styles.push({
      area: { top: this.next, left: labelColumn, bottom: this.next, right: labelColumn },
      style: "plain",
    });
    this.styles.push({
      area: { top: this.next, left: valueColumn, bottom: this.next, right: valueColumn },
      style: "number",
    });
    this.ids.text(1);
    this.next += 1;
    return this;
  }

  /** Header row of a table. @returns its row */
  header(columns: readonly BodyColumn[]): number {
    const row = this.next;
    this.blocks.push({ row, column: 0, cells: [columns.map(({ header }) => header)] });
    this.styles.push({
      area: { top: row, left: 0, bottom: row, right: columns.length - 1 },
      style: "tableHeader",
    });
    this.autofit.push({ from: row, to: row });
    this.ids.name("header").text(1);
    this.next += 1;
    return row;
  }

  /**
   * Unmerged rows that Excel fits to their text. A row whose text is higher than Excel draws goes on in the next one,
   * where its short cells are repeated, so that a filter by school finds both.
   * @param oneRowEach rows stay as they are: for rows whose formulas name their own number.
   * @param rowIds what each row is known by when the sheet is made again; without them the sheet cannot be merged.
   * @returns their area, or null when there are none
   */
  body(
    columns: readonly BodyColumn[],
    given: readonly (readonly PlanCell[])[],
    { oneRowEach = false, rowIds }: { oneRowEach?: boolean; rowIds?: readonly string[] } = {},
  ): Area | null {
    if (given.length === 0) return null;
    const rows = given.flatMap((row, index) => {
      const parts = oneRowEach ? [row] : this.rowsThatFit(columns, row);
      this.ids.row(rowIds?.[index], parts.length);
      return parts;
    });
    const area = { top: this.next, left: 0, bottom: this.next + rows.length - 1, right: columns.length - 1 };
    this.blocks.push({ row: area.top, column: 0, cells: rows });
    columns.forEach(({ style }, column) => {
      this.styles.push({ area: { ...area, left: column, right: column }, style });
    });
    this.autofit.push({ from: area.top, to: area.bottom });
    this.next = area.bottom + 1;
    return area;
  }

  private rowsThatFit(
    columns: readonly BodyColumn[],
    row: readonly PlanCell[],
  ): readonly (readonly PlanCell[])[] {
    const pieces = row.map((cell, column) =>
      typeof cell === "string"
        ? piecesThatFit(cell, this.widths[column] ?? 1, columns[column]?.style ?? "cell")
        : [cell],
    );
    const count = Math.max(...pieces.map(({ length }) => length));
    return Array.from({ length: count }, (_, part) =>
      pieces.map((cell) => (cell.length === 1 ? cell[0] : cell[part]) ?? null),
    );
  }

  /** The finished plan. */
  plan(
    about: { readonly id: string; readonly kind: SheetKind; readonly name: string } & Partial<SheetPlan>,
    print: Omit<PrintPlan, "area">,
  ): SheetPlan {
    const rowIds = this.ids.all();
    return {
      ...(rowIds === null ? {} : { rowIds }),
      columns: this.widths,
      blocks: this.blocks,
      styles: this.styles,
      merges: this.merges,
      rowHeights: this.rowHeights,
      autofit: this.autofit,
      print: {
        ...print,
        area: { top: 0, left: 0, bottom: Math.max(0, this.next - 1), right: this.lastColumn },
      },
      ...about,
    };
  }
}
