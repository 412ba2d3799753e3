import type { Problem } from "../../problem";
import { readOutcome } from "../pupils/outcome";
import { compareClass, comparePerson, type Pupil, type PupilSchool } from "../pupils/pupil";
import { cellProblem, pupilReading, SchoolNames } from "../pupils/table";
import type { SheetView } from "../sheet-view";
import { claimsBelow, lastOf, within, type Extent } from "./extent";
import { findHeader, indexesOf, LeftOutRows, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";
import { titleRows, toldAround } from "./told";
import { own } from "../../text/own";

const ROLE_NAMES = [
  "login",
  "municipality",
  "school",
  "code",
  "grade",
  "variant",
  "primary",
  "mark",
] as const;
type Role = (typeof ROLE_NAMES)[number];
type Header = FoundHeader<Role>;

const ROLES: Readonly<Record<string, Role>> = {
  оо: "login",
  "логин оо": "login",
  муниципалитет: "municipality",
  "название оо": "school",
  "наименование оо": "school",
  "код участника": "code",
  класс: "grade",
  вариант: "variant",
  "первичный балл": "primary",
  отметка: "mark",
};

/** ФИС ОКО «Индивидуальные результаты»: a row per pupil with a mark, schools as group rows (layouts.md, L3). */
export const individualResults: Layout = {
  id: "fisoko-individual",
  recognise(view) {
    return claimsBelow(view, "fisoko-individual", (from) => {
      const header = findHeader(view, (text): Role | null => own(ROLES, text) ?? null, isIndividual, from);
      if (header === null) return null;
      const read = (extent: Extent, own: SheetView): TableReading =>
        new IndividualReader(own, within(header, extent), extent).read();
      return { ...header, last: lastOf(header, ["code", "variant", "mark"]), schoolsInRows: true, read };
    });
  },
};

function isIndividual(columns: RoleColumns<Role>): boolean {
  return (
    columns.has("code") &&
    columns.has("mark") &&
    columns.has("variant") &&
    (columns.has("login") || columns.has("school"))
  );
}

/** The row above the pupils of a school: «СОШ №1(edu200001) | Кол-во участников: 89», in one cell. */
interface GroupRow {
  readonly label: string;
  readonly printed: number;
  readonly row: number;
  readonly column: number;
  counted: number;
  listed: number;
}

class IndividualReader {
  private readonly schools = new SchoolNames();
  private readonly pupils: Pupil[] = [];
  private readonly problems: Problem[] = [];
  private readonly leftOut: LeftOutRows;
  private readonly at: Readonly<Record<Role, number>>;
  private group: GroupRow | null = null;

  constructor(
    private readonly view: SheetView,
    private readonly header: Header,
    private readonly extent: Extent,
  ) {
    this.leftOut = new LeftOutRows(view, header.left, header.right);
    this.at = indexesOf(header, ROLE_NAMES);
  }

  read(): TableReading {
    const { view, header, extent } = this;
    const told = toldAround(view, header.row);
    this.problems.push(...told.problems);
    for (let row = header.row + 1; row <= extent.bottom; row++) {
      if (extent.repeated.has(row)) this.leftOut.add(row, "repeatedHeader");
      else this.readRow(row);
    }
    this.closeGroup();
    const { pupils, leftOut, problems } = this;
    const block = { column: this.at.mark, unit: "mark", date: dateOf(view, header.row), pupils } as const;
    const place = { view, layout: "fisoko-individual", header, bottom: extent.bottom };
    const { parts, year, procedureFrom } = told;
    return pupilReading({ ...place, ...block, parts, year, procedureFrom, leftOut, problems });
  }

  private readRow(row: number): void {
    const { view, at } = this;
    const code = view.text(row, at.code);
    const outcome = readOutcome(view.value(row, at.mark));
    if (code === "" && (outcome === "blank" || outcome === "other")) {
      this.readLabel(row);
      return;
    }
    if (this.group !== null) this.group.listed += 1;
    const absent = at.variant >= 0 && readOutcome(view.value(row, at.variant)) === "absent";
    if (absent || outcome === "absent") {
      this.leftOut.add(row, "absent");
      return;
    }
    if (outcome === "blank") {
      const primary = at.primary < 0 ? "blank" : readOutcome(view.value(row, at.primary));
      if (typeof primary === "number") this.say("incompleteRow", row, at.mark);
      this.leftOut.add(row, "absent");
      return;
    }
    if (outcome !== 2 && outcome !== 3 && outcome !== 4 && outcome !== 5) {
      this.say("markUnknown", row, at.mark, typeof outcome === "number" ? { value: outcome } : {});
      return;
    }
    const school = this.schoolOf(row);
    if (school === null) {
      this.say("schoolNameMissing", row, at.school < 0 ? at.login : at.school);
      return;
    }
    if (this.group !== null) this.group.counted += 1;
    this.pupils.push({
      row,
      school,
      grade: compareClass(this.text(row, at.grade)),
      person: comparePerson(code),
      document: "",
      value: outcome,
    });
  }

  private schoolOf(row: number): PupilSchool | null {
    const { at, group } = this;
    const [name, code] = [this.text(row, at.school), this.text(row, at.login)];
    return (
      this.schools.of(name, code, this.text(row, at.municipality)) ??
      (group === null ? null : this.schools.of(group.label, "", ""))
    );
  }

  /** Blank where the sheet has no such column. */
  private text(row: number, column: number): string {
    return column < 0 ? "" : this.view.text(row, column);
  }

  /** A row without a pupil: the label of a school's group, a blank, a note. */
  private readLabel(row: number): void {
    const { view } = this;
    for (let column = 0; column < view.columns; column++) {
      const text = view.text(row, column);
      if (text === "") continue;
      const printed = /\|\s*кол-во участников\s*:?\s*(\d+)/i.exec(text)?.[1];
      if (printed !== undefined) {
        this.closeGroup();
        this.group = { label: text, printed: Number(printed), row, column, counted: 0, listed: 0 };
      }
      this.leftOut.add(row, printed === undefined ? "note" : "section");
      return;
    }
    this.leftOut.add(row, "blank");
  }

  /** The printed number is of those who took part; files that list absent pupils count them too. */
  private closeGroup(): void {
    const { group } = this;
    this.group = null;
    if (group === null || group.printed === group.counted || group.printed === group.listed) return;
    const { printed, counted, row, column } = group;
    this.problems.push(
      cellProblem(this.view, "participantsDisagree", row, column, { printed, counted }, "warning"),
    );
  }

  private say(code: Problem["code"], row: number, column: number, fields: Problem["fields"] = {}): void {
    this.problems.push(cellProblem(this.view, code, row, column, fields));
  }
}

/** «Дата: 20.04.2026» above the header. */
function dateOf(view: SheetView, headerRow: number): string | null {
  for (const { text } of titleRows(view, headerRow)) {
    const [, day, month, year] = /дата\D{0,3}(\d\d)\.(\d\d)\.(20\d\d)/i.exec(text) ?? [];
    if (day !== undefined && month !== undefined && year !== undefined) return `${year}-${month}-${day}`;
  }
  return null;
}
