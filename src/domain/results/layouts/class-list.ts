import type { Problem } from "../../problem";
import { idRole } from "../figure-words";
import {
  fillParts,
  gradeParts,
  joinParts,
  procedureParts,
  resolveProcedure,
  type ProcedureParts,
} from "../parse-procedure";
import { procedureTitle } from "../procedure";
import { readOutcome } from "../pupils/outcome";
import { compareClass, comparePerson, type Pupil, type PupilBlock } from "../pupils/pupil";
import { cellProblem, explainPupils, SchoolNames } from "../pupils/table";
import { rowKind } from "../row-words";
import type { ReadColumn } from "../result";
import type { SheetView } from "../sheet-view";
import { parseYear, type SchoolYear } from "../year";
import { unitOf } from "./exam-block";
import { claimsBelow, lastOf, within, type Extent } from "./extent";
import { findHeader, LeftOutRows, plainLabel, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";
import { toldAround, yearUnknown, type Told } from "./told";

type Role =
  | "school"
  | "code"
  | "municipality"
  | "person"
  | "name"
  | "grade"
  | "year"
  | "form"
  | "subject"
  | "procedure"
  | "level"
  | "mark";
type Header = FoundHeader<Role>;

/** The mark of the work itself: that of a term or of the journal has other words. */
const MARK = /^(?:отметка|оценка)(?: (?:за )?(?:впр|огэ|егэ|работу|экзамен|проверочную работу|5 балльная))?$/;
const PERSON =
  /^(?:фио|ф и о|фамилия(?: имя(?: отчество)?)?|ученик|обучающийся|участник|код (?:участника|обучающегося|ученика)|(?:фио|ф и о) (?:ученика|обучающегося|участника))$/;

function roleOf(text: string): Role | null {
  if (MARK.test(text)) return "mark";
  if (PERSON.test(text)) return "person";
  if (text === "имя") return "name";
  const role = idRole(text);
  return role === "number" || role === "schoolNumber" ? null : role;
}

/**
 * A plain list of pupils with marks that staff type by hand: school, class, subject, mark, and a name or a code. Read
 * only where its columns are unmistakable: one column of marks, one of schools, one of people. Pupils are counted,
 * never named.
 */
export const classList: Layout = {
  id: "class-list",
  recognise: (view) =>
    claimsBelow(
      view,
      "class-list",
      (from) => {
        const header = findHeader(view, roleOf, isList, from);
        if (header === null || !isClear(view, header)) return null;
        const read = (extent: Extent, own: SheetView): TableReading =>
          new ListReader(own, within(header, extent), extent).read();
        const last = lastOf(header, ["school", "person", "mark", "subject", "grade"]);
        return { ...header, last, schoolsInRows: true, read };
      },
      1.6,
    ),
};

function isList(columns: RoleColumns<Role>): boolean {
  return columns.has("school") && columns.has("person") && columns.has("mark");
}

/** No second column of marks, and no column that counts participants. */
function isClear(view: SheetView, { row, left, right }: Header): boolean {
  let marks = 0;
  for (let column = left; column <= right; column++) {
    const label = plainLabel(view.text(row, column));
    if (MARK.test(label)) marks += 1;
    if (/^(?:количество |всего )?(?:участников|писали|сдавали)/.test(label)) return false;
  }
  return marks === 1;
}

class ListReader {
  private readonly schools = new SchoolNames();
  private readonly blocks = new Map<string, PupilBlock & { readonly pupils: Pupil[] }>();
  private readonly problems: Problem[] = [];
  private readonly said = new Set<string>();
  private readonly leftOut: LeftOutRows;
  private readonly told: Told;

  constructor(
    private readonly view: SheetView,
    private readonly header: Header,
    private readonly extent: Extent,
  ) {
    this.leftOut = new LeftOutRows(view, header.left, header.right);
    this.told = toldAround(view, header.row);
    this.problems.push(...this.told.problems);
  }

  read(): TableReading {
    const { view, header, extent, leftOut } = this;
    for (let row = header.row + 1; row <= extent.bottom; row++) {
      if (extent.repeated.has(row)) leftOut.add(row, "repeatedHeader");
      else this.readRow(row);
    }
    const blocks = [...this.blocks.values()];
    const rows = blocks.reduce((sum, { pupils }) => sum + pupils.length, 0);
    const { year } = this.told;
    const parts = {
      view,
      layout: "class-list",
      header,
      bottom: extent.bottom,
      leftOut,
      year,
      rows,
      blocks,
      procedureFrom: this.procedureFrom(),
    };
    return { table: explainPupils(parts), results: [], pupils: blocks, problems: this.problems };
  }

  private procedureFrom(): ReadColumn["procedureFrom"] {
    const { columns } = this.header;
    return (["procedure", "subject"] as const).some((role) => columns.has(role))
      ? "column"
      : this.told.procedureFrom;
  }

  private text(role: Role, row: number): string {
    const column = this.header.columns.get(role)?.index;
    return column === undefined ? "" : this.view.mergedText(row, column);
  }

  private readRow(row: number): void {
    const { view, header, leftOut } = this;
    const mark = header.columns.get("mark")?.index ?? 0;
    const person = `${this.text("person", row)} ${this.text("name", row)}`.trim();
    const outcome = readOutcome(view.value(row, mark));
    if (person === "" && (outcome === "blank" || rowKind(this.text("school", row)) === "total")) {
      leftOut.add(row, "blank");
      return;
    }
    if (outcome === "absent" || outcome === "blank") {
      leftOut.add(row, "absent");
      return;
    }
    if (outcome !== 2 && outcome !== 3 && outcome !== 4 && outcome !== 5) {
      const fields = typeof outcome === "number" ? { value: outcome } : {};
      this.problems.push(cellProblem(view, "markUnknown", row, mark, fields));
      return;
    }
    const code = this.text("code", row);
    const school = this.schools.of(this.text("school", row), code, this.text("municipality", row));
    if (school === null) {
      this.problems.push(
        cellProblem(view, "schoolNameMissing", row, header.columns.get("school")?.index ?? 0),
      );
      return;
    }
    const block = this.blockOf(row, mark);
    const grade = compareClass(this.text("grade", row));
    block?.pupils.push({ row, school, grade, person: comparePerson(person), document: "", value: outcome });
  }

  private blockOf(row: number, column: number): (PupilBlock & { readonly pupils: Pupil[] }) | null {
    const procedure = resolveProcedure(this.partsOf(row));
    const year = this.yearOf(row);
    if (typeof procedure === "string" || year === null) {
      this.sayOpen(row, typeof procedure === "string" ? procedure : null, column);
      return null;
    }
    // ЕГЭ other than base mathematics gives test scores: «3» of it is no mark that anybody set.
    if (procedure.form === "ЕГЭ" && unitOf(procedure) === "score") {
      this.sayOpen(row, "marks", column, procedureTitle(procedure));
      return null;
    }
    const key = `${procedureTitle(procedure)}|${year}`;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const context = { date: null, unit: "mark", minimum: null, appeals: false } as const;
    const block = { view: this.view, column, procedure, year, ...context, pupils: [] };
    this.blocks.set(key, block);
    return block;
  }

  private partsOf(row: number): ProcedureParts {
    let own = gradeParts(this.text("grade", row));
    for (const role of ["form", "subject", "procedure", "level"] as const)
      own = joinParts(own, procedureParts(this.text(role, row)));
    return fillParts(own, this.told.parts);
  }

  private yearOf(row: number): SchoolYear | null {
    const own = this.text("year", row);
    return own === "" ? (this.told.year?.year ?? null) : parseYear(own);
  }

  /** Once per reason: the cell's own text is not repeated, it may be a name. */
  private sayOpen(row: number, missing: string | null, mark: number, text = ""): void {
    const { view, header } = this;
    const key = `${missing ?? "year"}|${text}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    const column = header.columns.get("subject")?.index ?? mark;
    this.problems.push(
      missing === null
        ? yearUnknown(view, row, header.columns.get("year")?.index ?? mark)
        : cellProblem(view, "procedureUnknown", row, column, { text, missing }),
    );
  }
}
