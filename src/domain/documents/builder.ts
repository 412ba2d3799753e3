import type { Area } from "../grid";
import type { Block, PlanCell, PrintPlan, SheetKind, SheetPlan } from "../sheet-plan";
import { STYLES, type StyleName } from "../styles";

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

/** Cuts a text into pieces that each fit the highest row Excel draws. */
function piecesThatFit(text: string, width: number, style: StyleName): string[] {
  if (textHeight(text, width, style) <= MAX_ROW_HEIGHT) return [text];
  const words = text.split(" ");
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const word of words) {
    if (piece.length > 0 && textHeight([...piece, word].join(" "), width, style) > MAX_ROW_HEIGHT) {
      pieces.push(piece.join(" "));
      piece = [];
    }
    piece.push(word);
  }
  return [...pieces, piece.join(" ")];
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
    this.next += rows;
    return this;
  }

  /** A text across columns, its height computed, since Excel does not fit merged rows. */
  paragraph(text: string, style: StyleName, left = 0, right = this.lastColumn): this {
    for (const piece of piecesThatFit(text, this.widthOf(left, right), style))
      this.pairs([{ text: piece, style, left, right }]);
    return this;
  }

  /** Texts side by side in one row, each across its columns. */
  pairs(parts: readonly { text: string; style: StyleName; left: number; right: number }[]): this {
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
    return this;
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
    this.next += 1;
    return row;
  }

  /** Unmerged rows that Excel fits to their text. @returns their area, or null when there are none */
  body(columns: readonly BodyColumn[], rows: readonly (readonly PlanCell[])[]): Area | null {
    if (rows.length === 0) return null;
    const area = { top: this.next, left: 0, bottom: this.next + rows.length - 1, right: columns.length - 1 };
    this.blocks.push({ row: area.top, column: 0, cells: rows });
    columns.forEach(({ style }, column) => {
      this.styles.push({ area: { ...area, left: column, right: column }, style });
    });
    this.autofit.push({ from: area.top, to: area.bottom });
    this.next = area.bottom + 1;
    return area;
  }

  /** The finished plan. */
  plan(
    about: { readonly id: string; readonly kind: SheetKind; readonly name: string } & Partial<SheetPlan>,
    print: Omit<PrintPlan, "area">,
  ): SheetPlan {
    return {
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
