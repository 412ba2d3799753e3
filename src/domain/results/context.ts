import type { Problem } from "../problem";
import type { Column } from "./columns";
import { saidOver, type SaidContext } from "./corrections/said";
import type { Group } from "./groups";
import {
  clearParts,
  fillParts,
  gradeParts,
  hasParts,
  joinParts,
  NO_PARTS,
  procedureParts,
  resolveProcedure,
  UNSURE_CLASS,
  type ProcedureParts,
} from "./parse-procedure";
import { procedureTitle, type Procedure } from "./procedure";
import { procedureFrom } from "./procedure-from";
import type { ReadColumn } from "./result";
import type { SchoolRow } from "./rows";
import type { Table, ToldYear } from "./table";
import { remembered } from "./text";
import { formatYear, parseYear, type SchoolYear } from "./year";

/** Year and procedure of one result. */
export interface Context {
  readonly year: SchoolYear;
  readonly procedure: Procedure;
}

/**
 * Settles year and procedure of every result: header → column of the row → heading above the row → title → sheet →
 * file. What stays open is a problem, once per header or once per cell.
 */
export class Contexts {
  private readonly headerTells: boolean;
  private readonly yearColumn: Column | undefined;
  private readonly partColumns: readonly Column[];
  private readonly reported = new Map<
    string,
    { readonly at: number; readonly first: number; last: number; count: number }
  >();
  private readonly years = new Map<SchoolYear, Column>();
  private readonly filled = new Map<number, readonly string[]>();
  private readonly procedures = new Map<string, Procedure | string>();
  private readonly said: SaidContext;

  constructor(
    private readonly table: Table,
    groups: readonly Group[],
    private readonly problems: Problem[],
  ) {
    this.said = saidOver(table.view.said, table.block);
    this.yearColumn = table.columns.find(({ role }) => role === "year");
    this.partColumns = table.columns.filter(
      (column) => PART_ROLES.has(column.role) || (column !== this.yearColumn && holdsForms(table, column)),
    );
    for (const { year, first } of groups) if (year !== null) this.years.set(year, first);
    // Columns whose figures are a question tell years as well.
    this.headerTells =
      this.years.size > 0 || table.columns.some(({ role, year }) => year !== null && role === "participants");
  }

  of(group: Group, school: SchoolRow): Context | null {
    const year = this.said.year ?? this.yearOf(group, school);
    const procedure = this.said.procedure ?? this.procedureOf(group, school);
    return year === null || procedure === null ? null : { year, procedure };
  }

  /** Warns when the table's own years do not include the one that its surroundings tell. */
  finish(): void {
    const { view, years: told, block } = this.table;
    if (this.said.year !== undefined) return;
    const used = new Set<SchoolYear>(this.years.keys());
    const [strongest] = told;
    if (used.size === 0 && strongest !== undefined) used.add(strongest.year);
    const [first] = used;
    if (first === undefined) return;
    for (const other of told) {
      if (used.has(other.year)) continue;
      const column = this.years.get(first);
      const at =
        column === undefined
          ? { row: strongest?.row ?? block.top, column: block.left }
          : (column.yearCell ?? { row: column.headerRow, column: column.index });
      this.problems.push({
        code: "yearDisagrees",
        severity: "warning",
        source: view.source(at.row, at.column),
        ...(other.row === undefined ? {} : { related: [view.source(other.row, block.left)] }),
        fields: { used: formatYear(first), other: formatYear(other.year), from: other.from },
      });
    }
  }

  /** Year and procedure as the report shows them for a column. */
  explain(group: Group): Pick<ReadColumn, "year" | "yearFrom" | "procedure"> {
    const told = this.toldYear(group);
    const resolved = resolveProcedure(fillParts(group.parts, this.table.parts));
    const byRow = this.partColumns.length > 0 && !hasParts(group.parts);
    return {
      ...(told === null
        ? this.yearColumn === undefined
          ? {}
          : { yearFrom: "column" }
        : { year: told.year, yearFrom: told.from }),
      ...(typeof resolved === "string" || byRow
        ? {}
        : { procedure: procedureTitle(resolved), ...procedureFrom(this.table, group.parts) }),
    };
  }

  private toldYear({ year }: Group): ToldYear | null {
    if (year !== null) return { year, from: "header" };
    return this.yearColumn === undefined ? (this.table.years[0] ?? null) : null;
  }

  private yearOf(group: Group, { row, section }: SchoolRow): SchoolYear | null {
    const named = this.yearNamed(row);
    if (group.year !== null) return this.against(named, group.year, row);
    const cell = this.yearColumn === undefined ? "" : this.textIn(this.yearColumn, row);
    if (this.yearColumn !== undefined && cell !== "") {
      const year = this.yearInRow(this.yearColumn, row, cell);
      return year === null ? null : this.against(named, year, row);
    }
    if (named !== null) {
      const { year, column } = named;
      if (!this.years.has(year)) this.years.set(year, { ...column, yearCell: { row, column: column.index } });
      return year;
    }
    if (this.yearColumn !== undefined) return this.yearAround(this.yearColumn, row, section.year);
    if (section.year !== null) {
      this.years.set(section.year, group.first);
      return section.year;
    }
    // Beside columns whose header tells a year, one without has lost it: the sheet's own year may be another.
    const told = this.headerTells ? undefined : this.table.years[0];
    if (told !== undefined) return told.year;
    this.reportOnce("yearUnknown", group.first.headerRow, group.first, { header: group.first.header });
    return null;
  }

  private yearInRow(column: Column, row: number, text: string): SchoolYear | null {
    const year = yearOfText(text);
    if (year === null) this.reportOnce("yearUnknown", row, column, { text });
    else if (!this.years.has(year)) this.years.set(year, column);
    return year;
  }

  /** A year inside the row's procedure: «ВПР математика 5 (2017/2018)». */
  private yearNamed(row: number): { readonly year: SchoolYear; readonly column: Column } | null {
    for (const column of this.partColumns) {
      if (column.role === "grade" || column.role === "level") continue;
      const year = yearOfText(this.textIn(column, row));
      if (year !== null) return { year, column };
    }
    return null;
  }

  /** The stronger year, with a word where the row's procedure names another. */
  private against(named: ReturnType<Contexts["yearNamed"]>, used: SchoolYear, row: number): SchoolYear {
    if (named !== null && named.year !== used) {
      const fields = { used: formatYear(used), other: formatYear(named.year), from: "procedure" };
      this.reportOnce("yearDisagrees", row, named.column, fields, "warning");
    }
    return used;
  }

  /** A blank cell of a column of years: the year that a heading, the title, the sheet or the file tells. */
  private yearAround(column: Column, row: number, section: SchoolYear | null): SchoolYear | null {
    const [told] = this.table.years;
    const year = section ?? told?.year;
    if (year === undefined) {
      this.reportOnce("yearUnknown", row, column, { text: "" });
      return null;
    }
    const from = section === null ? (told?.from ?? "title") : "title";
    this.reportOnce("yearTaken", row, column, { year: formatYear(year), from }, "info");
    return year;
  }

  /** What the row's cells of its procedure say. */
  textsOf(row: number): readonly string[] {
    return this.partColumns.map((column) => this.textIn(column, row));
  }

  private procedureOf(group: Group, { row, section }: SchoolRow): Procedure | null {
    const texts = this.textsOf(row);
    const key = `${group.first.index}|${texts.join("|")}|${section.parts === null ? "" : row}`;
    let resolved = this.procedures.get(key);
    if (resolved === undefined) {
      resolved = resolveProcedure(this.partsOf(group, texts, section.parts));
      this.procedures.set(key, resolved);
    }
    if (typeof resolved !== "string") return resolved;
    const [first] = this.partColumns;
    // Another form (ГВЭ) is understood and rightly left out: worth knowing, nothing to mend.
    const severity = resolved === "otherForm" ? "info" : "error";
    const text = first === undefined ? group.first.header : texts.join(" ").trim();
    const at = first ?? group.first;
    const fields = { text, missing: resolved };
    this.reportOnce("procedureUnknown", first === undefined ? at.headerRow : row, at, fields, severity);
    return null;
  }

  private partsOf(group: Group, texts: readonly string[], section: ProcedureParts | null): ProcedureParts {
    let own = NO_PARTS;
    this.partColumns.forEach((column, at) => {
      const text = texts[at] ?? "";
      own = joinParts(own, column.role === "grade" ? gradeParts(text) : procedureParts(text));
    });
    const grades = texts.filter((_text, at) => this.partColumns[at]?.role === "grade");
    if (new Set(grades).size > 1) own = joinParts(own, UNSURE_CLASS);
    const strong = fillParts(fillParts(group.parts, own), section ?? NO_PARTS);
    return fillParts(strong, clearParts(this.table.parts));
  }

  /** Text of a cell, filled from above where a merge or the column's habit of writing it once proves it. */
  private textIn(column: Column, row: number): string {
    const { view, bodyTop } = this.table;
    const own = view.text(row, column.index);
    if (own !== "") return own;
    const merge = view.merge(row, column.index);
    if (merge !== null) return view.text(merge.top, merge.left);
    // A blank class or level may mean «not applicable»: ОГЭ has no class to tell apart.
    if (column.role === "grade" || column.role === "level") return "";
    return this.filledColumn(column)[row - bodyTop] ?? "";
  }

  /** A column written once per block: no value repeats from one filled row to the next, and half of them head blanks. */
  private filledColumn(column: Column): readonly string[] {
    const known = this.filled.get(column.index);
    if (known !== undefined) return known;
    const { view, block, bodyTop, bodyBottom } = this.table;
    const down: string[] = [];
    let filled = 0;
    let blank = 0;
    let before = "";
    let repeats = false;
    for (let row = bodyTop; row <= bodyBottom; row++) {
      const text = view.text(row, column.index);
      repeats ||= text !== "" && text === before;
      if (text !== "") {
        filled += 1;
        before = text;
      } else if (view.text(row, block.schoolColumn) !== "") blank += 1;
      down.push(before);
    }
    // One blank alone is a forgotten cell, not a habit.
    const result = repeats || blank < 2 || blank * 2 < filled ? [] : down;
    this.filled.set(column.index, result);
    return result;
  }

  /** Equal problems of one column are one, with the area and the number of their rows. */
  private reportOnce(
    code: "yearUnknown" | "yearTaken" | "yearDisagrees" | "procedureUnknown",
    row: number,
    column: Column,
    fields: Problem["fields"],
    severity: Problem["severity"] = "error",
  ): void {
    const { view } = this.table;
    const key = JSON.stringify([code, column.index, fields]);
    const before = this.reported.get(key);
    if (before === undefined) {
      const source = view.source(row, column.index);
      this.reported.set(key, { at: this.problems.length, first: row, last: row, count: 1 });
      this.problems.push({ code, severity, source, fields });
      return;
    }
    if (before.last === row) return;
    before.last = row;
    before.count += 1;
    const area = { top: before.first, bottom: row, left: column.index, right: column.index };
    const source = view.sourceOf(area);
    this.problems[before.at] = { code, severity, source, fields: { ...fields, count: before.count } };
  }
}

/** A long number is a date's serial or a code, not a year. */
const yearOfText = remembered((text: string) => (/^\d{5,}$/.test(text) ? null : parseYear(text)));

const PART_ROLES: ReadonlySet<Column["role"]> = new Set(["procedure", "form", "subject", "grade", "level"]);

/** A column whose header is lost and most of whose texts name forms: without it ГВЭ would pass for ЕГЭ. */
function holdsForms({ view, bodyTop, bodyBottom }: Table, { role, index }: Column): boolean {
  if (role !== "blank" && role !== "unknown" && role !== "year") return false;
  const last = Math.min(bodyBottom, bodyTop + 30);
  let forms = 0;
  let others = 0;
  for (let row = bodyTop; row <= last; row++) {
    const value = view.value(row, index);
    if (value === null || value === "") continue;
    const text = typeof value === "string" && value.length < 40 ? value : "";
    if (procedureParts(text).forms.size > 0) forms += 1;
    else others += 1;
  }
  return forms > others;
}
