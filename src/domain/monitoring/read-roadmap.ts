import { cellAddress, type CellValue, type Grid } from "../grid";
import { readDeadline } from "../measures/deadline-parse";
import type { Measure, RoadmapTemplate } from "../measures/measure";
import { formatRoles } from "../measures/roles";
import type { PlanPeriod } from "../measures/period";
import type { Problem, ProblemCode, Severity } from "../problem";
import { EXECUTION_COLUMNS } from "./columns";
import { readDate } from "./dates";
import type { ExecutionRow } from "./execution-row";
import { dueOf, occurrences } from "./occurrences";
import { readPeriod } from "./period";
import { splitResponsible } from "./responsible";
import { isDone, parseStatus, type Status } from "./status";
import { findTable, type RoadmapTable } from "./table";

export type { ExecutionRow } from "./execution-row";

/** A sheet with a roadmap, as it is in the workbook. */
export interface RoadmapSheet {
  readonly name: string;
  readonly grid: Grid;
  /** The template it was made from; null for a school's own roadmap, whose measures are chosen. */
  readonly template: RoadmapTemplate | null;
  /** The school whose roadmap it is; null for the municipality's. */
  readonly school: string | null;
}

export interface ReadRoadmap {
  readonly rows: readonly ExecutionRow[];
  readonly period: PlanPeriod | null;
  readonly problems: readonly Problem[];
}

/** «1», «1.2», «4.3.» — a number of the plan. */
const NUMBER = /^\d+(?:\.\d+)*\.?$/;

/**
 * Reads a roadmap back from its sheet: rows may have been moved, added or deleted, words changed. What cannot be read
 * is a problem at its cell, and the measure is counted without it. Indicators of the template are left out.
 */
export function readRoadmap(sheet: RoadmapSheet, today: string): ReadRoadmap {
  const { grid } = sheet;
  const table = findTable(grid);
  if (table === null) {
    const source = { sheet: sheet.name, address: cellAddress(grid.top, grid.left) };
    return {
      rows: [],
      period: null,
      problems: [
        {
          code: "executionColumnMissing",
          severity: "error",
          source,
          fields: { column: "№ п/п", key: "number" },
        },
      ],
    };
  }
  const period = readPeriod(grid, table.header);
  const reader = new RowReader(sheet, table, period, today);
  for (let index = table.header + 1; index < grid.cells.length; index++) reader.read(index);
  return { rows: reader.rows, period, problems: reader.problems };
}

class RowReader {
  readonly rows: ExecutionRow[] = [];
  readonly problems: Problem[] = [];
  private section = "";
  private before = "";

  constructor(
    private readonly sheet: RoadmapSheet,
    private readonly table: RoadmapTable,
    private readonly period: PlanPeriod | null,
    private readonly today: string,
  ) {
    const missing = (column: string, key: string): void => {
      this.report("executionColumnMissing", "warning", table.header, table.columns.number ?? 0, {
        column,
        key,
      });
    };
    for (const { key, header } of EXECUTION_COLUMNS)
      if (table.execution[key] === undefined && (key === "status" || key === "due" || key === "fact"))
        missing(header, key);
    if (table.columns.number === undefined) missing("№ п/п", "number");
    if (table.columns.measure === undefined) missing("Мероприятия", "measure");
  }

  read(index: number): void {
    const known = this.known(index, this.text(index, this.table.columns.number));
    const number = this.number(index, known?.measure);
    const text = this.text(index, this.table.columns.measure) || (known?.measure.text ?? "");
    if (!NUMBER.test(number)) {
      this.readHeading(number);
      return;
    }
    // a measure too long for one row goes on in the next, under the same number and without a status
    const again = number === this.before && this.text(index, this.table.execution.status) === "";
    this.before = number;
    if (again || text === "" || known?.measure.indicator !== undefined) return;
    this.rows.push(this.row(index, number, text, known));
  }

  /** Of its column; where that is gone, of the template's measure, else the place among the rows with a status. */
  private number(index: number, measure: Measure | undefined): string {
    const { columns, execution } = this.table;
    if (columns.number !== undefined) return this.text(index, columns.number);
    if (measure !== undefined) return measure.number;
    const working = this.text(index, execution.status) !== "" || this.text(index, execution.due) !== "";
    return working ? `${this.rows.length + 1}` : this.text(index, columns.measure);
  }

  /** A row that is not a measure: the title of a section, its tasks, a signature. */
  private readHeading(text: string): void {
    this.before = "";
    if (text === "" || text.startsWith("Задачи:")) return;
    if (/^\d+\.\s/.test(text) || this.sheet.template?.sections.some(({ title }) => title === text) === true)
      this.section = text;
  }

  /** The template's measure of a row: by the id in the hidden column, else by its number. */
  private known(
    index: number,
    number: string,
  ): { readonly measure: Measure; readonly section: string } | undefined {
    const all = (this.sheet.template?.sections ?? []).flatMap(({ title, measures }) =>
      measures.map((measure) => ({ measure, section: title })),
    );
    const cells = this.sheet.grid.cells[index] ?? [];
    return (
      all.find(({ measure }) => cells.includes(measure.origin)) ??
      (number === ""
        ? all.find(({ measure }) => cells.includes(measure.text))
        : all.find(
            ({ measure }) => measure.number === number.replace(/\.$/, "") || measure.number === number,
          ))
    );
  }

  private row(
    index: number,
    number: string,
    text: string,
    known: { readonly measure: Measure; readonly section: string } | undefined,
  ): ExecutionRow {
    const { columns, execution } = this.table;
    const status = this.status(index, number);
    const fact = this.date(index, "fact", number);
    const { due, fromWords } = this.due(index, number, known?.measure);
    if (isDone(status) && fact === null && execution.fact !== undefined)
      this.report("doneWithoutDate", "warning", index, execution.fact, { number });
    if (fact !== null && fact > this.today && execution.fact !== undefined)
      this.report("factInFuture", "warning", index, execution.fact, { number, value: russianDate(fact) });
    return {
      sheet: this.sheet.name,
      school: this.sheet.school,
      number,
      origin: known?.measure.origin ?? null,
      text,
      section: known?.section ?? this.section,
      responsible: this.responsible(index, known?.measure),
      result: this.text(index, columns.result),
      deadline: this.text(index, columns.deadline),
      status,
      due,
      fact,
      document: this.text(index, execution.document),
      comment: this.text(index, execution.comment),
      cells: Object.fromEntries(
        Object.entries(execution).map(([key, column]) => [key, this.address(index, column)]),
      ),
      times: this.times(index, known?.measure),
      places: {
        ...(columns.measure === undefined ? {} : { measure: this.address(index, columns.measure) }),
        ...(columns.deadline === undefined ? {} : { deadline: this.address(index, columns.deadline) }),
      },
      dueFromWords: fromWords,
    };
  }

  /** As the cell lists them; a plan without that column has the template's roles, a school's own plan the school. */
  private responsible(index: number, measure: Measure | undefined): readonly string[] {
    const { columns } = this.table;
    const typed =
      columns.responsible === undefined
        ? formatRoles(measure?.roles ?? [])
        : this.text(index, columns.responsible);
    const { school } = this.sheet;
    return typed === "" && school !== null ? [school] : splitResponsible(typed);
  }

  private status(index: number, number: string): Status {
    const value = this.text(index, this.table.execution.status);
    const status = parseStatus(value);
    if (status !== null) return status;
    this.report("statusUnknown", "error", index, this.table.execution.status ?? 0, { number, value });
    return "notStarted";
  }

  private date(index: number, key: "due" | "fact", number: string): string | null {
    const column = this.table.execution[key];
    if (column === undefined) return null;
    const cell = readDate(this.value(index, column));
    if (cell.kind === "date") return cell.iso;
    if (cell.kind === "blank") return null;
    const header = EXECUTION_COLUMNS.find((each) => each.key === key)?.header ?? "";
    const fields = {
      number,
      column: header,
      value: cell.kind === "text" ? russianDate(cell.iso) : cell.value,
    };
    if (cell.kind === "text") {
      this.report("dateAsText", "warning", index, column, fields);
      return cell.iso;
    }
    this.report("dateUnreadable", "error", index, column, fields);
    return null;
  }

  /** The due date of its cell; where the cell is blank or gone, of the deadline's words, then of the template. */
  private due(
    index: number,
    number: string,
    measure: Measure | undefined,
  ): { readonly due: string | null; readonly fromWords: boolean } {
    const column = this.table.execution.due;
    const typed = this.date(index, "due", number);
    if (typed !== null) return { due: typed, fromWords: false };
    const cell = column === undefined ? null : this.value(index, column);
    if (cell !== null && String(cell).trim() !== "") return { due: null, fromWords: false };
    const words = this.text(index, this.table.columns.deadline);
    if (this.period !== null && words !== "") {
      const rule = readDeadline(words, this.period);
      if (rule.kind !== "asTyped") return { due: dueOf(rule, this.period), fromWords: true };
    }
    if (this.period !== null && measure !== undefined && words === "")
      return { due: dueOf(measure.deadline, this.period), fromWords: true };
    this.report("noDueDate", "warning", index, column ?? this.table.columns.deadline ?? 0, { number });
    return { due: null, fromWords: false };
  }

  private times(index: number, measure: Measure | undefined): readonly string[] {
    const words = this.text(index, this.table.columns.deadline);
    if (this.period === null) return [];
    const rule = words === "" ? measure?.deadline : readDeadline(words, this.period);
    return rule === undefined ? [] : occurrences(rule, this.period).map(({ end }) => end);
  }

  private value(index: number, column: number): CellValue {
    return this.sheet.grid.cells[index]?.[column] ?? null;
  }

  private text(index: number, column: number | undefined): string {
    if (column === undefined) return "";
    return String(this.value(index, column) ?? "")
      .replaceAll("\u00A0", " ")
      .trim();
  }

  private address(index: number, column: number): string {
    return cellAddress(this.sheet.grid.top + index, this.sheet.grid.left + column);
  }

  private report(
    code: ProblemCode,
    severity: Severity,
    index: number,
    column: number,
    fields: Problem["fields"],
  ): void {
    const source = { sheet: this.sheet.name, address: this.address(index, column) };
    this.problems.push({ code, severity, source, fields });
  }
}

const russianDate = (iso: string): string => iso.split("-").reverse().join(".");
