import type { Area } from "../../grid";
import type { Problem } from "../../problem";
import type { PupilBlock } from "../pupils/pupil";
import { cellProblem, explainPupils, SchoolNames } from "../pupils/table";
import type { SheetView } from "../sheet-view";
import type { ReadColumn } from "../result";
import { formatYear, type SchoolYear } from "../year";
import { ExamBlock, numbersIn, unitOf, type ExamPart } from "./exam-block";
import { examHeaderAt, type ExamHeader } from "./exam-columns";
import { examTitle, fileTitle, type ExamTitle } from "./exam-title";
import { LeftOutRows, textIn, valueIn } from "./headers";
import type { TableReading } from "./layout";
import { toldAround, yearUnknown, type Told } from "./told";

type Footer = "mean" | "minimum" | "total";

const FOOTERS: readonly (readonly [string, Footer])[] = [
  ["средние", "mean"],
  ["среднее", "mean"],
  ["минимальная граница", "minimum"],
  ["всего участников", "total"],
];
const SCHOOL_CODE = /^\d{3,9}$/;

/** Reads a protocol in one pass: a row with a school's code is a person, any other is a title, a header or a footer. */
export class ExamReader {
  private readonly blocks: ExamBlock[] = [];
  private readonly problems: Problem[] = [];
  private readonly schools = new SchoolNames();
  private readonly leftOut: LeftOutRows;
  private readonly told: Told;
  private header: ExamHeader;
  private title: ExamTitle | null;
  private block: ExamBlock | null = null;

  constructor(
    private readonly view: SheetView,
    private readonly first: ExamHeader,
    private readonly area: Area,
  ) {
    this.leftOut = new LeftOutRows(view, 0, area.right);
    this.told = toldAround(view, first.top, (text) => examTitle(text) !== null);
    this.problems.push(...this.told.problems);
    this.header = first;
    this.title = view.grid.file === undefined ? null : fileTitle(view.grid.file);
  }

  read(): TableReading {
    const { view, first, area } = this;
    for (let row = area.top; row < first.top; row++) this.title = this.titleIn(row) ?? this.title;
    for (let row = first.bottom + 1; row <= area.bottom; row++) {
      if (!this.readPerson(row)) row = this.readOther(row);
    }
    const pupils = this.blocks.flatMap((block) => this.finish(block));
    return {
      table: explainPupils({
        view,
        layout: pupils.some(({ appeals }) => appeals) ? "exam-appeals" : "exam-protocol",
        header: { row: first.top, left: 0, right: area.right, columns: first.columns },
        bottom: area.bottom,
        leftOut: this.leftOut,
        rows: pupils.reduce((sum, block) => sum + block.pupils.length, 0),
        year: this.told.year ?? yearIn(pupils),
        blocks: pupils,
        procedureFrom: this.procedureFrom(),
      }),
      results: [],
      pupils,
      problems: this.problems,
    };
  }

  /** Titles of blocks, else the file's name, else what stands around; absent where blocks differ in it. */
  private procedureFrom(): ReadColumn["procedureFrom"] {
    const places = new Set(
      this.blocks.map(({ title, rows }) => {
        if (rows.some(({ exam }) => exam !== null)) return "column";
        if (title === null) return this.told.procedureFrom;
        return title.subject === "" && title.code !== "" ? "file" : "title";
      }),
    );
    const [only] = places;
    return places.size === 1 ? only : undefined;
  }

  /** @returns whether the row is of a person: its school's code is digits. */
  private readPerson(row: number): boolean {
    const { view, header } = this;
    const school = header.columns.get("school");
    if (school === undefined) return false;
    const value = valueIn(view, row, school);
    if (value === null || typeof value === "boolean") return false;
    const code = typeof value === "number" ? String(value) : value.trim();
    if (!SCHOOL_CODE.test(code)) return false;
    const exam = header.columns.has("exam") ? examTitle(textIn(view, row, header.columns.get("exam"))) : null;
    if (this.block === null) this.blocks.push((this.block = new ExamBlock(this.title, header, view)));
    this.block.add(row, code, exam);
    return true;
  }

  /** @returns the last row read. */
  private readOther(row: number): number {
    const { view } = this;
    const header = examHeaderAt(view, row);
    if (header !== null) {
      this.header = header;
      this.block = null;
      for (let at = header.top; at <= header.bottom; at++) this.leftOut.add(at, "repeatedHeader");
      return header.bottom;
    }
    const title = this.titleIn(row);
    if (title !== null) {
      this.title = title;
      this.block = null;
      this.leftOut.add(row, "section");
      return row;
    }
    const footer = this.footerIn(row);
    if (footer !== null) this.readFooter(footer, row);
    else this.readNameless(row);
    return row;
  }

  private titleIn(row: number): ExamTitle | null {
    for (let column = 0; column < this.view.columns; column++) {
      const value = this.view.value(row, column);
      const title = typeof value === "string" ? examTitle(value) : null;
      if (title !== null) return title;
    }
    return null;
  }

  private footerIn(row: number): Footer | null {
    for (let column = 0; column < this.view.columns; column++) {
      const value = this.view.value(row, column);
      if (typeof value !== "string" || value === "") continue;
      const text = value.trim().toLowerCase();
      return FOOTERS.find(([word]) => text.startsWith(word))?.[1] ?? null;
    }
    return null;
  }

  private readFooter(footer: Footer, row: number): void {
    this.leftOut.add(row, "total");
    const block = this.block ?? this.blocks.at(-1);
    if (block === undefined) return;
    if (footer === "minimum") block.minimum = { row };
    const [number] = numbersIn(this.view, row);
    if (footer === "total" && number !== undefined) block.total = { ...number, row };
  }

  /** A row without a school: blank, a note, or a person whose school's code is missing or no code. */
  private readNameless(row: number): void {
    const { view, header } = this;
    const { columns } = header;
    const school = columns.get("school");
    const result = columns.get("score") ?? columns.get("mark");
    const person = textIn(view, row, columns.get("surname")) + textIn(view, row, columns.get("code"));
    const numbering = isNumbering(view, row, header);
    if (!numbering && person !== "" && result !== undefined && school !== undefined) {
      const place = valueIn(view, row, result);
      if (place !== null) this.problems.push(cellProblem(view, "schoolNameMissing", row, school.index));
    }
    const blank = !numbering && person === "" && view.text(row, header.left) === "";
    this.leftOut.add(row, blank ? "blank" : "note");
  }

  private finish(block: ExamBlock): PupilBlock[] {
    const read: PupilBlock[] = [];
    for (const part of block.parts()) {
      const pupils = this.readPart(block, part);
      if (pupils === null) continue;
      read.push(pupils);
      if (!block.header.appeals) this.checkTotal(block, pupils);
    }
    return read;
  }

  private readPart(block: ExamBlock, part: ExamPart): PupilBlock | null {
    const { view, problems, schools } = this;
    const [first] = part.rows;
    if (first === undefined) return null;
    const exam = block.examOf(part.title, this.told.parts);
    const { top, columns } = block.header;
    if (exam.kind === "ГВЭ") {
      for (const { row } of part.rows) this.leftOut.add(row, "otherExam");
      const area = {
        top: first.row,
        bottom: part.rows.at(-1)?.row ?? first.row,
        left: 0,
        right: this.area.right,
      };
      const fields = { count: part.rows.length };
      problems.push({ code: "stateFinalLeftOut", severity: "info", source: view.sourceOf(area), fields });
      return null;
    }
    const year = this.yearOf(part, first.row);
    const result = columns.get("score") ?? columns.get("mark");
    if (year === null) {
      problems.push(yearUnknown(view, top, result?.index ?? 0));
      return null;
    }
    const fields = { text: titleText(part.title) };
    if (exam.kind === "unknown") {
      const missing = exam.missing;
      problems.push(cellProblem(view, "procedureUnknown", top, result?.index ?? 0, { ...fields, missing }));
      return null;
    }
    const absent = (row: number): void => {
      this.leftOut.add(row, "absent");
    };
    const pupils = block.read(part, exam.procedure, year, { schools, problems, absent });
    if (pupils === null || !looksLikeMarks(block, pupils)) return pupils;
    // Marks under the title of an exam that gives test scores: base or profile is anybody's guess.
    const cell = result?.index ?? 0;
    const missing = exam.procedure.subject.startsWith("математика") ? "level" : "marks";
    problems.push(cellProblem(view, "procedureUnknown", top, cell, { ...fields, missing }));
    return null;
  }

  /** The exam's own day tells the year: an exam of September is a retake of the year that has ended. */
  private yearOf({ title }: ExamPart, row: number): SchoolYear | null {
    const told = this.told.year;
    if (title === null) return told?.year ?? null;
    const year = Number(title.date.slice(0, 4));
    if (told !== null && told.year !== year) {
      const fields = { used: formatYear(year), other: formatYear(told.year), from: told.from };
      this.problems.push(cellProblem(this.view, "yearDisagrees", row, 0, fields, "warning"));
    }
    return year;
  }

  private checkTotal({ total, rows }: ExamBlock, { pupils }: PupilBlock): void {
    if (total === null || total.value === pupils.length || total.value === rows.length) return;
    const fields = { printed: total.value, counted: pupils.length };
    const { row, column } = total;
    this.problems.push(cellProblem(this.view, "participantsDisagree", row, column, fields, "warning"));
  }
}

/** The numbers of columns under a header: 1, 2, 3 … */
function isNumbering(view: SheetView, row: number, header: ExamHeader): boolean {
  let expected = 1;
  for (let column = header.left; column <= header.right; column++) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (Number(text) !== expected) return false;
    expected += 1;
  }
  return expected > 3;
}

function looksLikeMarks({ header }: ExamBlock, { procedure, pupils }: PupilBlock): boolean {
  if (unitOf(procedure) === "mark" || header.columns.has("score") || pupils.length === 0) return false;
  return pupils.every(({ value }) => value >= 2 && value <= 5);
}

function titleText(title: ExamTitle | null): string {
  if (title === null) return "";
  return title.code === "" ? title.subject : `${title.code} - ${title.subject}`;
}

function yearIn(blocks: readonly PupilBlock[]): Told["year"] {
  const [first] = blocks;
  return first === undefined ? null : { year: first.year, from: "title" };
}
