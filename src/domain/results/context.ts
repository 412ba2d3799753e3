import type { Problem } from "../problem";
import type { Column } from "./columns";
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
  type ProcedureParts,
} from "./parse-procedure";
import { procedureTitle, type Procedure } from "./procedure";
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
  private readonly reported = new Set<string>();
  private readonly years = new Map<SchoolYear, Column>();
  private readonly filled = new Map<number, readonly string[]>();
  private readonly procedures = new Map<string, Procedure | string>();

  constructor(
    private readonly table: Table,
    groups: readonly Group[],
    private readonly problems: Problem[],
  ) {
    this.yearColumn = table.columns.find(({ role }) => role === "year");
    this.partColumns = table.columns.filter(
      (column) => PART_ROLES.has(column.role) || (column !== this.yearColumn && holdsForms(table, column)),
    );
    for (const { year, first } of groups) if (year !== null) this.years.set(year, first);
    this.headerTells = this.years.size > 0;
  }

  of(group: Group, school: SchoolRow): Context | null {
    const year = this.yearOf(group, school);
    const procedure = this.procedureOf(group, school);
    return year === null || procedure === null ? null : { year, procedure };
  }

  /** Warns when the table's own years do not include the one that its surroundings tell. */
  finish(): void {
    const { view, years: told, block } = this.table;
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
      ...(typeof resolved === "string" || byRow ? {} : { procedure: procedureTitle(resolved) }),
    };
  }

  private toldYear({ year }: Group): ToldYear | null {
    if (year !== null) return { year, from: "header" };
    return this.yearColumn === undefined ? (this.table.years[0] ?? null) : null;
  }

  private yearOf(group: Group, { row, section }: SchoolRow): SchoolYear | null {
    if (group.year !== null) return group.year;
    if (this.yearColumn !== undefined) return this.yearInRow(this.yearColumn, row);
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

  private yearInRow(column: Column, row: number): SchoolYear | null {
    const text = this.textIn(column, row);
    const year = yearOfText(text);
    if (year === null) this.reportOnce("yearUnknown", row, column, { text });
    else if (!this.years.has(year)) this.years.set(year, column);
    return year;
  }

  private procedureOf(group: Group, { row, section }: SchoolRow): Procedure | null {
    const texts = this.partColumns.map((column) => this.textIn(column, row));
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
    const result = repeats || blank * 2 < filled ? [] : down;
    this.filled.set(column.index, result);
    return result;
  }

  private reportOnce(
    code: "yearUnknown" | "procedureUnknown",
    row: number,
    column: Column,
    fields: Problem["fields"],
    severity: Problem["severity"] = "error",
  ): void {
    const source = this.table.view.source(row, column.index);
    if (this.reported.has(code + source.address)) return;
    this.reported.add(code + source.address);
    this.problems.push({ code, severity, source, fields });
  }
}

/** A long number is a date's serial or a code, not a year. */
const yearOfText = remembered((text: string) => (/^\d{5,}$/.test(text) ? null : parseYear(text)));

const PART_ROLES: ReadonlySet<Column["role"]> = new Set(["procedure", "form", "subject", "grade", "level"]);

/** A column whose header is lost and whose cells name forms: without it ГВЭ would pass for ЕГЭ. */
function holdsForms({ view, bodyTop, bodyBottom }: Table, { role, index }: Column): boolean {
  if (role !== "blank" && role !== "unknown" && role !== "year") return false;
  const last = Math.min(bodyBottom, bodyTop + 30);
  for (let row = bodyTop; row <= last; row++) {
    const value = view.value(row, index);
    if (typeof value === "string" && value.length < 40 && procedureParts(value).forms.size > 0) return true;
  }
  return false;
}
