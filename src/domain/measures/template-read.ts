import { cellAddress, type CellValue, type Grid } from "../grid";
import type { Problem, ProblemCode, Severity } from "../problem";
import { resolveDeadline } from "./deadline";
import { formatDeadline } from "./deadline-format";
import { readTypedDeadline } from "./deadline-typed";
import type { Measure, MeasureSection, Role, RoadmapTemplate, Tag } from "./measure";
import { periodFrom, periodSpan, type PlanPeriod } from "./period";
import { readFacts } from "./template-facts";
import { LEVELS, plainWord, TEMPLATE_COLUMNS, type TemplateColumn } from "./template-layout";
import { rolesText } from "./template-sheet";
import { listOf, Numbers, oncePerWord, ROLES, TAGS } from "./template-words";

export interface TemplateReading {
  /** Null where the table or its measures are not found; the problems say what is missing. */
  readonly template: RoadmapTemplate | null;
  readonly problems: readonly Problem[];
}

export interface TemplateSource {
  /** `low-results-roadmap`, or `own:…` for one of the user's own. */
  readonly id: string;
  readonly name: string;
  /** The template that the table was made from: what the table does not show comes from it. */
  readonly base: RoadmapTemplate | null;
  /** The department's own names of roles, as `plainWord` makes them. */
  readonly ownNames?: ReadonlyMap<string, Role>;
}

/** Reads a template that the user edited. Whatever was typed stays: what is not understood is kept as text and reported. */
export function readTemplateSheet(grid: Grid, source: TemplateSource): TemplateReading {
  const { template, problems } = new TemplateReader(grid, source).read();
  return { template, problems: oncePerWord(problems) };
}

type Row = Readonly<Record<TemplateColumn, string>> & { readonly at: number };

class TemplateReader {
  private readonly problems: Problem[] = [];
  private readonly columns = new Map<TemplateColumn, number>();
  private readonly base: ReadonlyMap<string, Measure>;

  constructor(
    private readonly grid: Grid,
    private readonly source: TemplateSource,
  ) {
    const measures = source.base?.sections.flatMap((section) => section.measures) ?? [];
    this.base = new Map(measures.map((measure) => [measure.origin, measure]));
  }

  read(): TemplateReading {
    const header = this.findHeader();
    if (header === null) {
      this.report("templateTableMissing", "error", null, {});
      return { template: null, problems: this.problems };
    }
    const above = this.grid.cells.slice(0, header - this.grid.top);
    const { facts, unknownColumns } = readFacts(above, this.source);
    for (const { row, header: value } of unknownColumns)
      this.reportAt("templateColumnUnknown", "warning", row + this.grid.top, { value });
    const sections = this.sections(this.rows(header), periodFrom(facts, facts.start));
    if (sections.length === 0) {
      this.report("templateEmpty", "error", null, {});
      return { template: null, problems: this.problems };
    }
    const { id, name, base } = this.source;
    return {
      problems: this.problems,
      template: {
        id,
        name,
        title: facts.title,
        source: base?.source ?? "",
        period: facts.period,
        columns: facts.columns,
        ...(facts.goal === "" ? {} : { goal: facts.goal }),
        ...(base?.note === undefined ? {} : { note: base.note }),
        ...(facts.basedOn === undefined ? {} : { basedOn: facts.basedOn }),
        sections,
      },
    };
  }

  private reportAt(code: ProblemCode, severity: Severity, row: number, fields: Problem["fields"]): void {
    const source = { sheet: this.grid.sheet, address: cellAddress(row, this.grid.left + 2) };
    this.problems.push({ code, severity, source, fields });
  }

  private report(
    code: ProblemCode,
    severity: Severity,
    at: { readonly row: number; readonly column: TemplateColumn } | null,
    fields: Problem["fields"],
    related?: Problem["related"],
  ): void {
    const address = at === null ? "A1" : cellAddress(at.row, this.columns.get(at.column) ?? this.grid.left);
    this.problems.push({
      code,
      severity,
      source: { sheet: this.grid.sheet, address },
      fields,
      ...(related === undefined ? {} : { related }),
    });
  }

  /** The row that has the headers of number and measure, wherever rows and columns were put in. */
  private findHeader(): number | null {
    for (const [index, row] of this.grid.cells.entries()) {
      const words = row.map((value) => plainWord(String(value ?? "")));
      const found = TEMPLATE_COLUMNS.flatMap(({ key, header }) => {
        const at = words.indexOf(plainWord(header));
        return at < 0 ? [] : [[key, this.grid.left + at] as const];
      });
      const keys = found.map(([key]) => key);
      if (!keys.includes("text") || found.length < 4) continue;
      for (const [key, column] of found) this.columns.set(key, column);
      return this.grid.top + index;
    }
    return null;
  }

  private rows(header: number): Row[] {
    return this.grid.cells.slice(header - this.grid.top + 1).flatMap((line, index) => {
      const text = (key: TemplateColumn): string => {
        const column = this.columns.get(key);
        const value: CellValue = column === undefined ? null : (line[column - this.grid.left] ?? null);
        return String(value ?? "").trim();
      };
      const texts = {
        section: text("section"),
        block: text("block"),
        number: text("number"),
        text: text("text"),
        deadline: text("deadline"),
        roles: text("roles"),
        result: text("result"),
        level: text("level"),
        tags: text("tags"),
        id: text("id"),
      };
      const blank = Object.values(texts).every((value) => value === "");
      return blank ? [] : [{ ...texts, at: header + 1 + index }];
    });
  }

  /** Rows under their sections in the order of their first rows; a blank section is that of the row above. */
  private sections(rows: readonly Row[], period: PlanPeriod): MeasureSection[] {
    const sections = new Map<string, Measure[]>();
    const first = new Map<string, number>();
    const numbers = new Numbers(rows);
    let title = "";
    for (const row of rows) {
      if (row.section !== "") title = row.section;
      const measures = sections.get(title) ?? [];
      sections.set(title, measures);
      if (!first.has(title)) first.set(title, row.at);
      if (row.text === "") {
        if (row.number + row.deadline + row.roles + row.result + row.id !== "")
          this.report(
            "templateMeasureMissing",
            "warning",
            { row: row.at, column: "text" },
            { number: row.number },
          );
      } else measures.push(this.measure(row, numbers, period));
    }
    return [...sections].flatMap(([name, measures]): MeasureSection[] => {
      if (measures.length > 0) return [{ title: name, measures, ...this.tasks(name) }];
      this.report(
        "templateSectionEmpty",
        "warning",
        { row: first.get(name) ?? 0, column: "section" },
        { section: name },
      );
      return [];
    });
  }

  private tasks(title: string): Pick<MeasureSection, "tasks"> {
    const tasks = this.source.base?.sections.find((section) => section.title === title)?.tasks;
    return tasks === undefined ? {} : { tasks };
  }

  private measure(row: Row, numbers: Numbers, period: PlanPeriod): Measure {
    const { number, repeats } = numbers.of(row);
    if (repeats !== null) {
      const related = [
        { sheet: this.grid.sheet, address: cellAddress(repeats, this.columns.get("number") ?? 0) },
      ];
      this.report(
        "templateNumberRepeated",
        "warning",
        { row: row.at, column: "number" },
        { number },
        related,
      );
    }
    const base = this.base.get(row.id);
    return {
      number,
      origin: row.id === "" ? `own:${number}` : row.id,
      text: row.text,
      deadline: this.deadline(row, number, base, period),
      ...this.roles(row, number, base),
      result: row.result,
      level: this.level(row, base),
      tags: this.tags(row),
      ...(row.block === "" ? {} : { block: row.block }),
      ...(base?.indicator === undefined ? {} : { indicator: base.indicator }),
    };
  }

  private deadline(
    row: Row,
    number: string,
    base: Measure | undefined,
    period: PlanPeriod,
  ): Measure["deadline"] {
    if (base !== undefined && row.deadline === formatDeadline(base.deadline, period)) return base.deadline;
    const { rule, fault } = readTypedDeadline(row.deadline, period);
    if (fault !== null)
      this.report(
        fault === "reversed" ? "templateDeadlineReversed" : "templateDeadlineUnreadable",
        "warning",
        { row: row.at, column: "deadline" },
        { number, value: row.deadline },
      );
    else if (rule.kind !== "asTyped" && resolveDeadline(rule, period).end < periodSpan(period).start)
      this.report(
        "templateDeadlineEarly",
        "warning",
        { row: row.at, column: "deadline" },
        { number, value: row.deadline, start: period.start },
      );
    return rule;
  }

  private roles(row: Row, number: string, base: Measure | undefined): Pick<Measure, "roles" | "others"> {
    if (base !== undefined && row.roles === rolesText(base))
      return { roles: base.roles, ...(base.others === undefined ? {} : { others: base.others }) };
    const roles: Role[] = [];
    const others: string[] = [];
    for (const name of listOf(row.roles)) {
      const role = this.source.ownNames?.get(plainWord(name)) ?? ROLES.get(plainWord(name));
      if (role !== undefined) roles.push(role);
      else {
        others.push(name);
        this.report(
          "templateRoleUnknown",
          "warning",
          { row: row.at, column: "roles" },
          { number, value: name },
        );
      }
    }
    return { roles, ...(others.length === 0 ? {} : { others }) };
  }

  private level(row: Row, base: Measure | undefined): Measure["level"] {
    const word = plainWord(row.level);
    if (word === "") return base?.level ?? "municipality";
    if (word.startsWith("школ")) return "school";
    if (!word.startsWith("муницип"))
      this.report(
        "templateLevelUnknown",
        "warning",
        { row: row.at, column: "level" },
        {
          value: row.level,
          choices: Object.values(LEVELS).join(", "),
        },
      );
    return "municipality";
  }

  private tags(row: Row): Tag[] {
    return listOf(row.tags).flatMap((name) => {
      const tag = TAGS.get(plainWord(name));
      if (tag === undefined)
        this.report("templateTagUnknown", "info", { row: row.at, column: "tags" }, { value: name });
      return tag ?? [];
    });
  }
}
