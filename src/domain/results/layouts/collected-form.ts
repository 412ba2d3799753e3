import type { Problem } from "../../problem";
import { readOutcome, tookVariant } from "../pupils/outcome";
import { compareClass, comparePerson, type Pupil, type PupilSchool } from "../pupils/pupil";
import { cellProblem, explainPupils, pupilReading, SchoolNames } from "../pupils/table";
import { loginOf, rowKind } from "../row-words";
import type { SheetView } from "../sheet-view";
import type { ToldYear } from "../table";
import { parseDateYear } from "../year";
import { claimsBelow, lastOf, within, type Extent } from "./extent";
import { findHeader, indexesOf, LeftOutRows, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";
import { titleRows, toldAround, withoutExtension } from "./told";
import { own } from "../../text/own";

const ROLE_NAMES = [
  "login",
  "municipality",
  "school",
  "uploaded",
  "code",
  "grade",
  "variant",
  "variant2",
  "total",
  "mark",
  "books",
] as const;
type Role = (typeof ROLE_NAMES)[number];
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
  return own(ROLES, text) ?? (text.startsWith("класс № ") ? "grade" : null);
}

/** Forms in which schools entered points: totals without marks, so that a scale has to tell the marks. */
export const collectedForm: Layout = {
  id: "fisoko-form",
  recognise(view) {
    return claimsBelow(view, "fisoko-form", (from) => {
      const header = findHeader(view, roleOf, (columns) => isForm(columns) || isClasses(columns), from);
      if (header === null) return null;
      const read = (extent: Extent, own: SheetView): TableReading =>
        isForm(header.columns)
          ? new FormReader(own, within(header, extent), extent).read()
          : withoutResults(own, within(header, extent), extent);
      return {
        ...header,
        last: lastOf(header, ["code", "variant", "total", "books"]),
        schoolsInRows: false,
        read,
      };
    });
  },
};

function isForm(columns: RoleColumns<Role>): boolean {
  return columns.has("code") && columns.has("variant") && columns.has("total") && !columns.has("mark");
}

/** The sheet «Классы» beside the protocol: schools, classes and textbooks, no results. */
function isClasses(columns: RoleColumns<Role>): boolean {
  return columns.has("books") && columns.has("login");
}

function withoutResults(view: SheetView, header: Header, { bottom }: Extent): TableReading {
  const leftOut = new LeftOutRows(view, header.left, header.right);
  for (let below = header.row + 1; below <= bottom; below++) leftOut.add(below, "note");
  const parts = { view, layout: "fisoko-form", header, bottom, leftOut };
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
    private readonly extent: Extent,
  ) {
    this.leftOut = new LeftOutRows(view, header.left, header.right);
    this.at = indexesOf(header, ROLE_NAMES);
    this.points = pointColumns(view, header);
    this.wholeSheet =
      this.at.login < 0 && this.at.school < 0 ? schoolOfSheet(view, header.row, this.schools) : null;
  }

  read(): TableReading {
    const { view, header, at, extent } = this;
    const told = toldAround(view, header.row);
    this.problems.push(...told.problems);
    for (let row = header.row + 1; row <= extent.bottom; row++) {
      if (extent.repeated.has(row)) this.leftOut.add(row, "repeatedHeader");
      else this.readRow(row);
    }
    const { pupils, leftOut, problems } = this;
    const block = { column: at.total, unit: "total", date: null, pupils } as const;
    const place = { view, layout: "fisoko-form", header, bottom: extent.bottom };
    const year = told.year ?? this.uploadYear();
    const { parts, procedureFrom } = told;
    return pupilReading({ ...place, ...block, parts, year, procedureFrom, leftOut, problems });
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
