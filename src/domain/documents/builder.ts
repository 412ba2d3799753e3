import type { Area } from "../grid";
import type { Block, PageFlow, PlanCell, PrintPlan, SheetKind, SheetPlan } from "../sheet-plan";
import type { StyleName } from "../styles";
import { BLANK_ROW, FITTED, pageBreaks, pageHeight } from "./pages";
import { RowIds } from "./row-ids";
import { MAX_ROW_HEIGHT, piecesThatFit, textHeight } from "./text-height";

/** Styles of texts that say what comes below them. */
const HEADINGS: readonly StyleName[] = ["title", "heading", "section"];

/** What of a document is printed on pages whose rows are kept together; absent sides: from the first row, all columns. */
export interface Paged {
  readonly top?: number;
  readonly right?: number;
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
  private readonly heights: number[] = [];
  private readonly keep: number[] = [];
  private next = 0;

  constructor(private readonly widths: readonly number[]) {}

  /** Zero-based row that comes next. */
  get row(): number {
    return this.next;
  }

  get lastColumn(): number {
    return this.widths.length - 1;
  }

  /** Height of the rows so far, points. */
  get height(): number {
    return this.heights.reduce((sum, height) => sum + height, 0);
  }

  /** Characters between two columns, both inclusive. */
  widthOf(left: number, right: number): number {
    return this.widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  }

  skip(rows = 1): this {
    for (let row = 0; row < rows; row++) {
      this.ids.blank();
      this.heights.push(BLANK_ROW);
    }
    this.next += rows;
    return this;
  }

  /** The last row stays on one page with the next one. */
  tied(): this {
    if (this.next > 0) this.keep.push(this.next - 1);
    return this;
  }

  /** Blank rows before a signature, which stays on one page with the row above them. */
  skipTied(rows: number): this {
    this.tied();
    for (let row = 0; row < rows; row++) this.skip().tied();
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
    const points = Math.min(height, MAX_ROW_HEIGHT);
    this.rowHeights.push({ row: this.next, points });
    this.heights.push(points);
    if (parts.some(({ style }) => HEADINGS.includes(style))) this.keep.push(this.next);
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
    this.heights.push(BLANK_ROW);
    this.keep.push(this.next);
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
    this.heights.push(
      this.heightOf(
        columns.map(({ header }) => header),
        columns.map(() => "tableHeader"),
      ),
    );
    this.keep.push(row);
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
    const looks = columns.map(({ style }) => style);
    for (const row of rows) this.heights.push(this.heightOf(row, looks));
    this.next = area.bottom + 1;
    return area;
  }

  /** Height of a row that Excel fits to its text, as estimated. */
  private heightOf(cells: readonly PlanCell[], styles: readonly StyleName[]): number {
    const each = cells.map((cell, column) => {
      const text = typeof cell === "string" ? cell : "";
      return textHeight(text, this.widths[column] ?? 1, styles[column] ?? "cell");
    });
    return Math.min(Math.max(BLANK_ROW, ...each) * FITTED, MAX_ROW_HEIGHT);
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

  /**
   * The finished plan.
   * @param paged lays the pages out: for a document that is signed; its rows are few
   */
  plan(
    about: { readonly id: string; readonly kind: SheetKind; readonly name: string } & Partial<SheetPlan>,
    print: Omit<PrintPlan, "area" | "flow">,
    paged?: Paged,
  ): SheetPlan {
    const rowIds = this.ids.all();
    const { top = 0, right = this.lastColumn } = paged ?? {};
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
        ...(paged === undefined ? {} : this.pages(print, top, right)),
        area: { top, left: 0, bottom: Math.max(0, this.next - 1), right },
      },
      ...about,
    };
  }

  private pages(
    { orientation, breaks: begin = [], titleRows }: Omit<PrintPlan, "area" | "flow">,
    top: number,
    right: number,
  ): Pick<PrintPlan, "breaks" | "flow"> {
    const flow: PageFlow = {
      heights: this.heights,
      keep: this.keep,
      top,
      begin,
      page: pageHeight(orientation, this.widthOf(0, right)),
      ...(titleRows === undefined ? {} : { header: titleRows.from }),
    };
    return { breaks: pageBreaks(flow), flow };
  }
}
