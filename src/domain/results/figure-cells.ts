import type { Area } from "../grid";
import type { Problem, ProblemCode, Source } from "../problem";
import type { Column } from "./columns";
import { numberIn } from "./figure-plan";
import { figureColumns, MARKS, type Group } from "./groups";
import { withoutPerson } from "./row-words";
import type { SheetView } from "./sheet-view";

/** A count, null for no data, or «bad»: a problem has said why. */
export type Read = number | null | "bad";

/** The cells of one group in one row, read with a problem for each that cannot be used. */
export class RowCells {
  constructor(
    protected readonly view: SheetView,
    protected readonly group: Group,
    protected readonly row: number,
    private readonly problems: Problem[],
  ) {}

  /** Something is there, but not enough for a result. */
  protected halfFilled(): null {
    const columns = figureColumns(this.group);
    const filled = columns.some((column) => {
      const cell = numberIn(this.view, this.row, column);
      // A bare 0 % beside blank counts is what the column's formula leaves; any other was made of counts that are gone.
      return cell !== null && (!column.bare || cell.value !== 0);
    });
    if (filled) this.incomplete(columns);
    return null;
  }

  protected incomplete(columns: readonly Column[]): "bad" {
    const blank =
      columns.find((column) => numberIn(this.view, this.row, column) === null) ?? this.group.first;
    this.report("incompleteRow", blank, {}, [], "warning");
    return "bad";
  }

  protected count(column: Column | undefined): Read {
    if (column === undefined) return null;
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "blank" || cell.kind === "noData") return null;
    if (cell.kind !== "number") return this.notNumber(column, cell);
    if (cell.percent) return this.notNumber(column, { kind: "text", text: `${cell.value}%` });
    const code = cell.value < 0 ? "negativeCount" : Number.isInteger(cell.value) ? null : "fractionalCount";
    if (code === null) return cell.value;
    this.report(code, column, { value: cell.value });
    return "bad";
  }

  protected notNumber(column: Column, cell: { readonly kind: string; readonly text?: string }): "bad" {
    const code: ProblemCode = cell.kind === "error" ? "errorValue" : "notANumber";
    this.report(code, column, { value: withoutPerson(cell.text ?? "") });
    return "bad";
  }

  protected markColumns(): readonly Column[] {
    return MARKS.flatMap((mark) => this.group.marks[mark] ?? []);
  }

  protected report(
    code: ProblemCode,
    column: Column,
    fields: Problem["fields"],
    related: readonly Column[] = [],
    severity: Problem["severity"] = "error",
  ): void {
    const source = this.view.source(this.row, column.index);
    const others = related
      .filter((other) => other !== column)
      .map(({ index }) => this.view.source(this.row, index));
    this.problems.push({ code, severity, source, ...(others.length > 0 ? { related: others } : {}), fields });
  }

  /**
   * The cells that gave the figures: one area when the group's columns stand side by side, else the cell of those who
   * failed (or of their share).
   */
  protected source(): Source {
    const columns = figureColumns(this.group);
    const area = rowArea(this.row, columns);
    if (area.right - area.left + 1 === columns.length) return this.view.sourceOf(area);
    const { failed, share, passShare, passed, marks } = this.group;
    return this.view.source(
      this.row,
      (failed ?? marks[2] ?? share ?? passShare ?? passed ?? this.group.first).index,
    );
  }
}

/** Smallest area of one row over some columns. */
function rowArea(row: number, columns: readonly Column[]): Area {
  const indexes = columns.map(({ index }) => index);
  return { top: row, bottom: row, left: Math.min(...indexes), right: Math.max(...indexes) };
}
