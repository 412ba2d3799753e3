import type { Problem } from "../../problem";
import { readOutcome, tookVariant } from "../pupils/outcome";
import { compareClass, comparePerson, type Pupil, type PupilBlock, type PupilSchool } from "../pupils/pupil";
import { cellProblem, explainPupils, SchoolNames } from "../pupils/table";
import { loginOf, rowKind } from "../row-words";
import type { SheetView } from "../sheet-view";
import type { ToldYear } from "../table";
import { parseDateYear } from "../year";
import { findHeader, LeftOutRows, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";
import { isProblem, procedureOf, titleRows, toldAround, withoutExtension, yearUnknown } from "./told";

type Role =
  | "books"
  | "login"
  | "municipality"
  | "school"
  | "uploaded"
  | "code"
  | "grade"
  | "variant"
  | "variant2"
  | "total"
  | "mark";
type Header = FoundHeader<Role>;

/** Headers of the forms of 2020, 2021, 2022, 2025 and 2026 (layouts.md, L4). */
const ROLES: Readonly<Record<string, Role>> = {
  ...{ пользователь: "login", "логин школы": "login", "логин оо": "login", user: "login" },
  ...{ муниципалитет: "municipality", школа: "school", "дата загрузки": "uploaded" },
  ...{ код: "code", "код участника": "code", "код обучающегося": "code", code: "code" },
  ...{ "порядковый номер класса": "grade", "наименование класса": "grade", класс: "grade", klass: "grade" },
  ...{ вариант: "variant", "вариант часть 1": "variant", "var 1": "variant" },
  ...{ "вариант часть 2": "variant2", "var 2": "variant2" },
  ...{ "итого баллов": "total", "всего баллов": "total", sum: "total" },
  отметка: "mark",
  "основной учебник по предмету": "books",
};

function roleOf(text: string): Role | null {
  return ROLES[text] ?? (text.startsWith("класс № ") ? "grade" : null);
}

/** Forms in which schools entered points: totals without marks, so that a scale has to tell the marks. */
export const collectedForm: Layout = {
  id: "fisoko-form",
  recognise(view) {
    const header = findHeader(view, roleOf, (columns) => isForm(columns) || isClasses(columns));
    if (header === null) return [];
    const read = (): TableReading =>
      isForm(header.columns) ? new FormReader(view, header).read() : withoutResults(view, header);
    const area = { top: 0, bottom: view.rows - 1, left: 0, right: view.columns - 1 };
    return [{ layout: "fisoko-form", confidence: 2, ...area, read }];
  },
};

function isForm(columns: RoleColumns<Role>): boolean {
  return columns.has("code") && columns.has("variant") && columns.has("total") && !columns.has("mark");
}

/** The sheet «Классы» beside the protocol: schools, classes and textbooks, no results. */
function isClasses(columns: RoleColumns<Role>): boolean {
  return columns.has("books") && columns.has("login");
}

function withoutResults(view: SheetView, header: FoundHeader<Role>): TableReading {
  const { row, left, right, columns } = header;
  const leftOut = new LeftOutRows(view, left, right);
  for (let below = row + 1; below < view.rows; below++) leftOut.add(below, "note");
  const area = { top: row, bottom: view.rows - 1, left, right };
  const parts = { view, layout: "fisoko-form", ...area, headerRow: row, columns, leftOut };
  return {
    table: explainPupils({ ...parts, rows: 0, year: null, blocks: [] }),
    results: [],
    problems: [],
  };
}

class FormReader {
  private readonly schools = new SchoolNames();
  private readonly pupils: Pupil[] = [];
  private readonly problems: Problem[] = [];
  private readonly leftOut: LeftOutRows;
  private readonly at: Readonly<Record<Role, number>>;
  private readonly points: readonly number[];
  private readonly wholeSheet: PupilSchool | null;
  private nameless = false;

  constructor(
    private readonly view: SheetView,
    private readonly header: Header,
  ) {
    this.leftOut = new LeftOutRows(view, header.left, header.right);
    const index = (role: Role): number => header.columns.get(role)?.index ?? -1;
    this.at = {
      login: index("login"),
      municipality: index("municipality"),
      school: index("school"),
      uploaded: index("uploaded"),
      code: index("code"),
      grade: index("grade"),
      variant: index("variant"),
      variant2: index("variant2"),
      total: index("total"),
      mark: index("mark"),
      books: index("books"),
    };
    this.points = pointColumns(view, header);
    this.wholeSheet =
      this.at.login < 0 && this.at.school < 0 ? schoolOfSheet(view, header.row, this.schools) : null;
  }

  read(): TableReading {
    const { view, header, at } = this;
    const told = toldAround(view, header.row);
    this.problems.push(...told.problems);
    for (let row = header.row + 1; row < view.rows; row++) this.readRow(row);
    const procedure = procedureOf(told.parts, view, header.row, at.total);
    const year = told.year ?? this.uploadYear();
    const blocks: PupilBlock[] = [];
    if (this.pupils.length > 0) {
      if (isProblem(procedure)) this.problems.push(procedure);
      if (year === null) this.problems.push(yearUnknown(view, header.row, at.total));
      if (!isProblem(procedure) && year !== null) {
        const context = { procedure, year: year.year, date: null, minimum: null, appeals: false } as const;
        blocks.push({ view, column: at.total, unit: "total", pupils: this.pupils, ...context });
      }
    }
    return {
      table: explainPupils({
        view,
        layout: "fisoko-form",
        top: header.row,
        bottom: view.rows - 1,
        left: header.left,
        right: header.right,
        headerRow: header.row,
        columns: header.columns,
        leftOut: this.leftOut,
        rows: this.pupils.length,
        year,
        blocks,
      }),
      results: [],
      pupils: blocks,
      problems: this.problems,
    };
  }

  private readRow(row: number): void {
    const { view, at } = this;
    const total = readOutcome(view.value(row, at.total));
    const took =
      tookVariant(view.value(row, at.variant)) ||
      (at.variant2 >= 0 && tookVariant(view.value(row, at.variant2)));
    const scored = total !== 0 && typeof total === "number";
    // «отсутствовал» with a total of 0, and 1 500 rows that the form fills in beforehand, are not participants.
    if (!took && !scored && !this.hasPoints(row)) {
      this.leftOut.add(row, view.text(row, at.variant) === "" ? "blank" : "absent");
      return;
    }
    const absent = readOutcome(view.value(row, at.variant)) === "absent" && !took;
    if (total === "absent" || (absent && !scored)) {
      this.leftOut.add(row, "absent");
      return;
    }
    if (absent && scored) {
      // «отсутствовал» beside points: one of the two is wrong.
      this.say("markUnknown", row, at.total, { value: total });
      return;
    }
    if (total === "blank" || (total === 0 && this.points.length > 0 && !this.hasAnswers(row))) {
      this.say("incompleteRow", row, at.total);
      return;
    }
    if (total === "other" || total < 0 || !Number.isInteger(total)) {
      this.say("markUnknown", row, at.total, typeof total === "number" ? { value: total } : {});
      return;
    }
    const school = this.schoolOf(row);
    if (school === null) {
      if (!this.nameless) this.say("schoolNameMissing", row, Math.max(at.school, at.login, 0));
      this.nameless = true;
      return;
    }
    const grade = at.grade < 0 ? "" : compareClass(view.text(row, at.grade));
    const person = comparePerson(view.text(row, at.code));
    this.pupils.push({ row, school, grade, person, document: "", value: total });
  }

  /** Whether any task has points; X says that a task was not tried. */
  private hasPoints(row: number): boolean {
    return this.points.some((column) => typeof readOutcome(this.view.value(row, column)) === "number");
  }

  /** Whether any task is filled in at all, with points or with X. */
  private hasAnswers(row: number): boolean {
    return this.points.some((column) => readOutcome(this.view.value(row, column)) !== "blank");
  }

  private schoolOf(row: number): PupilSchool | null {
    if (this.wholeSheet !== null) return this.wholeSheet;
    const { view, at } = this;
    const text = (column: number): string => (column < 0 ? "" : view.text(row, column));
    return this.schools.of(text(at.school), text(at.login), text(at.municipality));
  }

  /** The year of the upload, where nothing else tells one. */
  private uploadYear(): ToldYear | null {
    const { view, at, pupils } = this;
    const [first] = pupils;
    if (at.uploaded < 0 || first === undefined) return null;
    const year = parseDateYear(view.text(first.row, at.uploaded));
    return year === null ? null : { year, from: "column" };
  }

  private say(code: Problem["code"], row: number, column: number, fields: Problem["fields"] = {}): void {
    this.problems.push(cellProblem(this.view, code, row, column, fields));
  }
}

/** Columns of tasks: «1 (5б)», «балл за 1», «a-1-grade». */
function pointColumns(view: SheetView, header: Header): readonly number[] {
  const columns: number[] = [];
  for (let column = header.left; column <= header.right; column++) {
    const text = view.text(header.row, column);
    if (/\(\s*\d+\s*б\s*\)$|^балл за|^[aа]-\d+-grade$/i.test(text)) columns.push(column);
  }
  return columns;
}

/** The school of a form that one school filled in: a title, else a login in the name of the sheet or the file. */
function schoolOfSheet(view: SheetView, headerRow: number, schools: SchoolNames): PupilSchool | null {
  for (const { text } of titleRows(view, headerRow)) {
    const name = text.replace(/^\s*(?:школа|оо|образовательная организация|наименование оо)\s*:?\s*/i, "");
    if (loginOf(name) !== null || rowKind(name) === "school") return schools.of(name, "", "");
  }
  const { sheet, file } = view.grid;
  for (const name of [sheet, file === undefined ? "" : withoutExtension(file)]) {
    const login = loginOf(name.replaceAll("_", " "));
    if (login !== null) return schools.of("", login, "");
  }
  return null;
}
