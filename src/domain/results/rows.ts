import type { Problem } from "../problem";
import type { Column } from "./columns";
import { headerKey } from "./columns";
import { namesFigure } from "./figure-labels";
import { idRole } from "./figure-words";
import { figureColumns, type Group } from "./groups";
import { filledColumns, isNumbering } from "./header-block";
import { isGrouped } from "./grouped-names";
import type { ReadTable } from "./result";
import { isOfSchool, nextNamed } from "./nameless";
import { isPart, loginOf, looksLikePerson, rowKind } from "./row-words";
import { Sections, type Section } from "./sections";
import type { Table } from "./table";
import { normaliseText } from "./text";

/** A row of one school. Local row number. */
export interface SchoolRow {
  readonly row: number;
  readonly school: string;
  readonly code?: string;
  readonly municipality?: string;
  /** Told by a heading row above, such as «ВПР математика 5 класс» between blocks of schools. */
  readonly section: Section;
}

export interface Rows {
  readonly schools: readonly SchoolRow[];
  /** Schools whose row has no figure at all. */
  readonly blank: readonly SchoolRow[];
  readonly leftOut: ReadTable["leftOut"];
  readonly problems: readonly Problem[];
}

type LeftOut = ReadTable["leftOut"][number]["why"];

/** Tells the rows of schools from totals, notes, headings and repeated headers. */
export function readRows(table: Table, groups: readonly Group[]): Rows {
  const reader = new RowReader(table, groups);
  for (let row = table.bodyTop; row <= table.bodyBottom; row++) reader.read(row);
  return reader.finish();
}

class RowReader {
  private readonly schools: SchoolRow[] = [];
  private readonly blank: SchoolRow[] = [];
  private readonly leftOut: { first: number; last: number; why: LeftOut }[] = [];
  private readonly problems: Problem[] = [];
  private readonly figures: readonly number[];
  private readonly context: readonly number[];
  private readonly labels: readonly number[];
  private readonly code: number | undefined;
  private readonly municipality: number | undefined;
  private readonly sections = new Sections();
  private readonly grouped: boolean;
  /** Contexts of the rows since the last name. */
  private readonly contexts = new Set<string>();
  private nameless = false;

  constructor(
    private readonly table: Table,
    groups: readonly Group[],
  ) {
    const { columns, block } = table;
    this.figures = [...new Set(groups.flatMap(figureColumns).map(({ index }) => index))];
    this.context = columns.filter(({ role }) => CONTEXT_ROLES.has(role)).map(({ index }) => index);
    this.labels = columns
      .filter(
        ({ role, index }) => index <= block.schoolColumn || role === "municipality" || role === "number",
      )
      .map(({ index }) => index);
    this.code = columns.find(({ role }) => role === "code")?.index;
    this.municipality = columns.find(({ role }) => role === "municipality")?.index;
    this.grouped = this.context.length > 0 && isGrouped(table, this.figures);
  }

  finish(): Rows {
    const { view, block } = this.table;
    const trailing = this.leftOut.at(-1);
    if (trailing?.why === "blank") this.leftOut.pop();
    const leftOut = this.leftOut.map(({ first, last, why }) => ({
      address: view.area({ top: first, bottom: last, left: block.left, right: block.right }),
      why,
    }));
    return { schools: this.schools, blank: this.blank, leftOut, problems: this.problems };
  }

  read(row: number): void {
    const { view, block, repeated } = this.table;
    if (repeated.has(row)) {
      this.leave(row, "repeatedHeader");
      return;
    }
    const name = view.text(row, block.schoolColumn);
    const hasFigures = this.figures.some((column) => view.text(row, column) !== "");
    if (!hasFigures) {
      this.readWithoutFigures(row, name);
      return;
    }
    if (name === "2" && isNumbering(view, row)) {
      this.leave(row, "repeatedHeader");
      return;
    }
    const label = this.labelOf(row, name);
    const kind = label === "" ? "other" : rowKind(label);
    if (kind === "total") {
      this.leave(row, "total");
      return;
    }
    if (kind === "region" && !this.isNameless(row, name, label)) {
      this.leave(row, "region");
      return;
    }
    if (kind === "note" || kind === "region") {
      this.reject(row, label);
      return;
    }
    if (name === "") {
      this.readUnnamed(row);
      return;
    }
    // no school has the number 0: a figure under a label that was lost
    if (view.cell(row, block.schoolColumn).kind === "noData" || name === "0") {
      this.missName(row);
      return;
    }
    if (idRole(normaliseText(name)) === "school" || namesFigure(name)) {
      this.reject(row, name);
      return;
    }
    if (name.startsWith("#")) {
      const source = view.source(row, block.schoolColumn);
      this.problems.push({ code: "errorValue", severity: "error", source, fields: { value: name } });
      return;
    }
    this.contexts.clear();
    this.nameless = false;
    this.take(row, name);
  }

  private isNameless(row: number, name: string, label: string): boolean {
    const { municipality, context, labels } = this;
    const named = this.schools.at(-1)?.row ?? nextNamed(this.table, row);
    if (name !== "" || named === null) return false;
    return isOfSchool(this.table.view, { row, label, named, context, municipality, labels });
  }

  private take(row: number, name: string): void {
    this.schools.push(this.schoolIn(row, name));
    if (this.grouped) this.contexts.add(this.contextOf(row));
  }

  private schoolIn(row: number, name: string): SchoolRow {
    const { view } = this.table;
    const login = this.code === undefined ? null : view.text(row, this.code);
    const code = login !== null && login !== "" ? login : loginOf(name);
    const own = this.municipality === undefined ? "" : view.mergedText(row, this.municipality);
    const municipality = own !== "" ? own : this.sections.current.municipality;
    return {
      row,
      school: name.replace(/\s+/g, " "),
      ...(code === null ? {} : { code }),
      ...(municipality === undefined ? {} : { municipality }),
      section: this.sections.current,
    };
  }

  /** Figures without a name: filled from above where a merge or the column's habit proves it, else a problem. */
  private readUnnamed(row: number): void {
    const { view, block } = this.table;
    if (this.isPrinted(row)) {
      this.leave(row, "note");
      return;
    }
    const merge = view.merge(row, block.schoolColumn);
    const merged = merge === null || merge.top >= row ? "" : view.text(merge.top, block.schoolColumn);
    if (merged !== "") {
      this.take(row, merged);
      return;
    }
    const before = this.schools.at(-1);
    const context = this.contextOf(row);
    // A merge of its own without a text, or the same procedure again: another school whose name is missing.
    const own = merge === null || merge.bottom === merge.top;
    const known = this.grouped && own && !this.nameless && context !== "" && !this.contexts.has(context);
    if (known && before !== undefined) {
      this.take(row, before.school);
      return;
    }
    this.missName(row);
  }

  /** Rows below without a name are of the same unknown school. */
  private missName(row: number): void {
    const { view, block } = this.table;
    const source = view.source(row, block.schoolColumn);
    const fields = { row: row + view.grid.top + 1 };
    this.problems.push({ code: "schoolNameMissing", severity: "error", source, fields });
    this.nameless = true;
  }

  /** «Лист 2», «Продолжение таблицы» over a column of figures: one text alone in its row that is nothing of a figure. */
  private isPrinted(row: number): boolean {
    const { view } = this.table;
    const filled = filledColumns(view, row);
    const [only] = filled;
    return filled.length === 1 && only !== undefined && view.cell(row, only).kind === "text";
  }

  private readWithoutFigures(row: number, name: string): void {
    const { view, block } = this.table;
    const texts: string[] = [];
    for (let column = block.left; column <= block.right; column++) {
      const text = view.text(row, column);
      if (text !== "") texts.push(text);
    }
    const [only] = texts;
    if (only === undefined) {
      this.leave(row, "blank");
      return;
    }
    const kind = rowKind(name === "" ? only : name);
    if (name !== "" && (kind === "school" || (kind === "other" && this.isListed(row)))) {
      this.blank.push(this.schoolIn(row, name));
      return;
    }
    if (kind === "school") return;
    if (texts.length === 1 && this.sections.open(only)) {
      this.leave(row, "section");
      return;
    }
    if (kind === "total") {
      this.leave(row, "total");
      return;
    }
    if (kind === "region") {
      this.sections.municipality(only);
      this.leave(row, "region");
      return;
    }
    this.leave(row, "note");
  }

  /** Whether a row has a number of its own or a code before a name that says nothing itself: «7 | Берёзовская». */
  private isListed(row: number): boolean {
    const { view, columns } = this.table;
    return columns.some(
      ({ role, index }) =>
        (role === "number" || role === "code" || role === "schoolNumber") && /\d/.test(view.text(row, index)),
    );
  }

  /** What stands for the row's name: a total is often written in the number column or over merged cells. */
  private labelOf(row: number, name: string): string {
    if (name !== "") return name;
    const { view } = this.table;
    const labels = this.labels.map((column) => view.text(row, column));
    return labels.find((text) => /[а-яa-z*]/i.test(text) && rowKind(text) !== "other") ?? "";
  }

  private reject(row: number, label: string): void {
    const source = this.table.view.source(row, this.table.block.schoolColumn);
    this.problems.push({
      code: "rowNotRecognised",
      severity: "warning",
      source,
      fields: {
        text: looksLikePerson(label) ? "…" : label.slice(0, 80),
        ...(isPart(label) ? { part: 1 } : {}),
      },
    });
  }

  private leave(row: number, why: LeftOut): void {
    const last = this.leftOut.at(-1);
    if (last?.why === why && last.last === row - 1) last.last = row;
    else this.leftOut.push({ first: row, last: row, why });
  }

  private contextOf(row: number): string {
    return this.context.map((column) => headerKey(this.table.view.text(row, column))).join("|");
  }
}

const CONTEXT_ROLES: ReadonlySet<Column["role"]> = new Set([
  "year",
  "procedure",
  "form",
  "subject",
  "grade",
  "level",
]);
