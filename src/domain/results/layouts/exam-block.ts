import type { Problem } from "../../problem";
import { readOutcome, type Outcome } from "../pupils/outcome";
import {
  compareClass,
  comparePerson,
  type Pupil,
  type PupilBlock,
  type PrintedMinimum,
} from "../pupils/pupil";
import type { SchoolNames } from "../pupils/table";
import { cellProblem } from "../pupils/table";
import type { ProcedureParts } from "../parse-procedure";
import type { Procedure } from "../procedure";
import type { SheetView } from "../sheet-view";
import type { SchoolYear } from "../year";
import type { ExamHeader } from "./exam-columns";
import { examOf, type Exam, type ExamTitle } from "./exam-title";
import { textIn, valueIn, type RoleColumn } from "./headers";

/** A row of a person as met; judged when the block is whole and its exam is known. */
interface Row {
  readonly row: number;
  readonly code: string;
  readonly exam: ExamTitle | null;
}

/** Rows of one exam in a block. */
export interface ExamPart {
  readonly title: ExamTitle | null;
  readonly rows: readonly Row[];
}

/** Where a block's reading goes besides the people. */
export interface BlockSinks {
  readonly schools: SchoolNames;
  readonly problems: Problem[];
  readonly absent: (row: number) => void;
}

/** ОГЭ and base ЕГЭ give marks, the rest of ЕГЭ test scores. */
export function unitOf({ form, subject }: Procedure): "mark" | "score" {
  return form === "ОГЭ" || subject === "математика базовая" ? "mark" : "score";
}

/** Rows from one exam title to the next. */
export class ExamBlock {
  readonly rows: Row[] = [];
  minimum: { readonly row: number } | null = null;
  /** «Всего участников», as printed. */
  total: { readonly value: number; readonly row: number; readonly column: number } | null = null;
  private nine = 0;
  private eleven = 0;

  constructor(
    readonly title: ExamTitle | null,
    readonly header: ExamHeader,
    private readonly view: SheetView,
  ) {}

  add(row: number, code: string, exam: ExamTitle | null): void {
    const grade = textIn(this.view, row, this.header.columns.get("grade"));
    if (grade.startsWith("9")) this.nine += 1;
    else if (grade.startsWith("11")) this.eleven += 1;
    this.rows.push({ row, code, exam });
  }

  /** Which exam this is; rows of appeals may each name their own. */
  examOf(title: ExamTitle | null, around: ProcedureParts): Exam {
    const { columns } = this.header;
    const grade = this.nine === this.eleven ? null : this.nine > this.eleven ? 9 : 11;
    return examOf(title, { around, grade, hasScore: columns.has("score"), hasMark: columns.has("mark") });
  }

  /** Rows by exam: the block's own title, or the one that each row of an appeals protocol names. */
  parts(): readonly ExamPart[] {
    const parts = new Map<string, { title: ExamTitle | null; rows: Row[] }>();
    for (const row of this.rows) {
      const title = row.exam ?? this.title;
      const key = title === null ? "" : `${title.code} ${title.subject} ${title.date}`;
      const part = parts.get(key);
      if (part === undefined) parts.set(key, { title, rows: [row] });
      else part.rows.push(row);
    }
    return [...parts.values()];
  }

  /** The column of marks or of scores, whichever the exam has. */
  resultColumn(unit: "mark" | "score"): RoleColumn | undefined {
    const { columns } = this.header;
    return columns.get(unit) ?? columns.get(unit === "mark" ? "score" : "mark");
  }

  /** The people of one exam. What cannot be read is a problem that names the cell and nobody. */
  read(
    { title, rows }: ExamPart,
    procedure: Procedure,
    year: SchoolYear,
    { schools, problems, absent }: BlockSinks,
  ): PupilBlock | null {
    const { view, header } = this;
    const unit = unitOf(procedure);
    const column = this.resultColumn(unit);
    if (column === undefined) return null;
    const pupils: Pupil[] = [];
    for (const { row, code } of rows) {
      const outcome = readOutcome(valueIn(view, row, column));
      const school = schools.of("", code, "");
      if (!this.took(row, outcome, column, problems)) absent(row);
      else if (typeof outcome !== "number" || !fits(outcome, unit) || school === null) {
        const fields = typeof outcome === "number" ? { value: outcome } : {};
        problems.push(cellProblem(view, "markUnknown", row, column.index, fields));
      } else pupils.push({ row, school, ...this.personIn(row), value: outcome });
    }
    const minimum = this.printedMinimum(column, unit);
    const context = { procedure, year, date: title?.date ?? null, appeals: header.appeals };
    return { view, column: column.index, unit, minimum, pupils, ...context };
  }

  /** A blank result is an absence, unless points stand beside it. */
  private took(row: number, outcome: Outcome, column: RoleColumn, problems: Problem[]): boolean {
    if (outcome === "absent") return false;
    if (outcome !== "blank") return true;
    const primary = this.header.columns.get("primary");
    if (primary !== undefined && typeof readOutcome(valueIn(this.view, row, primary)) === "number") {
      problems.push(cellProblem(this.view, "incompleteRow", row, column.index));
    }
    return false;
  }

  private personIn(row: number): Pick<Pupil, "grade" | "person" | "document"> {
    const { columns } = this.header;
    const text = (
      role: "surname" | "name" | "patronymic" | "code" | "grade" | "series" | "document",
    ): string => {
      const column = columns.get(role);
      return column === undefined ? "" : textIn(this.view, row, column);
    };
    const name = `${text("surname")} ${text("name")} ${text("patronymic")}`;
    return {
      grade: compareClass(text("grade")),
      person: comparePerson(name) || comparePerson(text("code")),
      // A series alone is that of half the class.
      document: text("document") === "" ? "" : comparePerson(text("series") + text("document")),
    };
  }

  /** The number of the footer row in the result's column, else its only number. */
  private printedMinimum(column: RoleColumn, unit: "mark" | "score"): PrintedMinimum | null {
    if (this.minimum === null) return null;
    const { row } = this.minimum;
    const own = readOutcome(valueIn(this.view, row, column));
    if (typeof own === "number") return fits(own, unit) ? { value: own, row, column: column.index } : null;
    // Points, not marks: what they are points of is not told.
    if (unit === "mark") return null;
    const others = numbersIn(this.view, row);
    const [only, another] = others;
    return only === undefined || another !== undefined || !fits(only.value, unit) ? null : { ...only, row };
  }
}

/** Numbers of a footer row, with their columns; a number in the label itself counts. */
export function numbersIn(view: SheetView, row: number): { value: number; column: number }[] {
  const numbers: { value: number; column: number }[] = [];
  for (let column = 0; column < view.columns; column++) {
    const value = view.value(row, column);
    const outcome = readOutcome(value);
    const inLabel = typeof value === "string" ? /:\s*(\d+)\s*$/.exec(value)?.[1] : undefined;
    if (typeof outcome === "number") numbers.push({ value: outcome, column });
    else if (inLabel !== undefined) numbers.push({ value: Number(inLabel), column });
  }
  return numbers;
}

/** Marks are 2…5, test scores 0…100. */
function fits(value: number, unit: "mark" | "score"): boolean {
  if (!Number.isInteger(value)) return false;
  return unit === "mark" ? value >= 2 && value <= 5 : value >= 0 && value <= 100;
}
