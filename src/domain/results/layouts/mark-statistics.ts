import type { Problem } from "../../problem";
import { parseCell, type Cell } from "../cell";
import type { Procedure } from "../procedure";
import { procedureTitle } from "../procedure";
import type { ReadColumn, Result } from "../result";
import { agrees, recover } from "../shares";
import { withoutPerson } from "../row-words";
import type { SheetView } from "../sheet-view";
import { parseYear, type SchoolYear } from "../year";
import { CurrentMunicipality, groupLabel } from "./group-label";
import { claimsBelow, type Extent } from "./extent";
import { firstFilled, LeftOutRows, letterOf, plainLabel } from "./headers";
import type { Layout, TableReading } from "./layout";
import { isProblem, procedureOf, toldAround, yearUnknown, type Told } from "./told";

/** Participants and shares of the marks 2…5 in columns side by side. */
interface MarkGroup {
  /** Column of the participants; «2»…«5» follow it. */
  readonly participants: number;
  /** The year over the columns; null where the title tells it. */
  readonly year: SchoolYear | null;
}

interface Header {
  /** Row of the numbers 2…5. */
  readonly row: number;
  /** First row of the header: the years of the portal's export stand above the marks. */
  readonly top: number;
  readonly label: number;
  readonly groups: readonly MarkGroup[];
}

/**
 * ФИС ОКО «Статистика по отметкам»: «Группы участников | Кол-во ОО | Кол-во участников | 2 | 3 | 4 | 5», numbers in the
 * header, shares with two decimals under them (layouts.md, L1). The export of a regional portal is the same with a year
 * over every five columns (L7).
 */
export const markStatistics: Layout = {
  id: "fisoko-marks",
  recognise(view) {
    return claimsBelow(view, "fisoko-marks", (from) => {
      const header = findHeader(view, from);
      if (header === null) return null;
      const last = Math.max(...header.groups.map(({ participants }) => participants + 4));
      const known = { row: header.row, left: header.label, last, schoolsInRows: true };
      return { ...known, read: (extent, own) => read(own, header, extent) };
    });
  },
};

const HEADER_WITHIN = 40;

function findHeader(view: SheetView, from: number): Header | null {
  const start = firstFilled(view, from);
  for (let row = start; row < Math.min(view.rows, start + HEADER_WITHIN); row++) {
    const header = headerAt(view, row);
    if (header !== null) return header;
  }
  return null;
}

function headerAt(view: SheetView, row: number): Header | null {
  for (const top of [row, row - 1]) {
    const [label, beside = view.columns] = labelsIn(view, top);
    if (label === undefined) continue;
    const groups = groupsIn(view, row, label, beside);
    if (groups.length === 0) return null;
    return { row, top: groups.some(({ year }) => year !== null) ? row - 1 : top, label, groups };
  }
  return null;
}

/** Columns of «Группы участников»: a second one begins a report beside. */
function labelsIn(view: SheetView, row: number): readonly number[] {
  const labels: number[] = [];
  for (let column = 0; column < view.columns; column++) {
    const text = view.text(row, column);
    if (text !== "" && text.length < 60 && plainLabel(text) === "группы участников") labels.push(column);
  }
  return labels;
}

function groupsIn(view: SheetView, row: number, label: number, beside: number): readonly MarkGroup[] {
  const groups: MarkGroup[] = [];
  for (let column = label + 2; column + 3 < beside; column++) {
    const marks = [2, 3, 4, 5].every((mark, at) => isMark(view, row, column + at, mark));
    if (!marks || !isParticipants(view.text(row, column - 1))) continue;
    groups.push({ participants: column - 1, year: yearOver(view, row, column - 1) });
    column += 3;
  }
  return groups;
}

function isMark(view: SheetView, row: number, column: number, mark: number): boolean {
  const value = view.value(row, column);
  return value === mark || (typeof value === "string" && value.replace(/[«»"' ]/g, "") === String(mark));
}

function isParticipants(text: string): boolean {
  return text !== "" && text.length < 60 && /^количество участников(?: всего)?$/.test(plainLabel(text));
}

/** A year written over the columns of a group; a title merged over the whole table begins further left. */
function yearOver(view: SheetView, row: number, column: number): SchoolYear | null {
  if (row === 0) return null;
  const merge = view.merge(row - 1, column);
  if (merge !== null && merge.left !== column) return null;
  return parseYear(view.text(merge?.top ?? row - 1, column));
}

function read(view: SheetView, header: Header, { bottom, right, repeated }: Extent): TableReading {
  const told = toldAround(view, header.top);
  const problems: Problem[] = [...told.problems];
  const results: Result[] = [];
  const [first] = header.groups;
  const procedure = procedureOf(told.parts, view, header.top, header.label);
  if (isProblem(procedure)) problems.push(procedure);
  const undated = header.groups.some(({ year }) => year === null) && told.year === null;
  if (undated) problems.push(yearUnknown(view, header.row, first?.participants ?? header.label));
  const leftOut = new LeftOutRows(view, 0, right);
  const municipality = new CurrentMunicipality();
  let rows = 0;
  for (let row = header.row + 1; row <= bottom; row++) {
    const text = view.text(row, header.label);
    if (text === "" || repeated.has(row)) {
      leftOut.add(row, text === "" ? "blank" : "repeatedHeader");
      continue;
    }
    const label = groupLabel(text);
    if (label.kind === "municipality") municipality.municipality(label.name);
    if (label.kind !== "school") {
      if (label.kind === "other" && hasFigures(view, header, row))
        problems.push(notRecognised(view, header, row));
      leftOut.add(row, label.kind === "total" ? "total" : label.kind === "note" ? "note" : "region");
      continue;
    }
    municipality.school();
    rows += 1;
    for (const group of header.groups) {
      const year = group.year ?? told.year?.year;
      if (year === undefined || isProblem(procedure)) continue;
      const figures = figuresOf(view, row, group, problems);
      if (figures === null) continue;
      results.push({
        school: label.name,
        ...(label.code === undefined ? {} : { schoolCode: label.code }),
        ...(municipality.name === undefined ? {} : { municipality: municipality.name }),
        procedure,
        year,
        ...figures,
      });
    }
  }
  const file = view.source(0, 0).file;
  return {
    table: {
      ...(file === undefined ? {} : { file }),
      sheet: view.grid.sheet,
      layout: "fisoko-marks",
      address: view.area({ top: header.top, left: 0, bottom, right }),
      header: view.area({ top: header.top, left: 0, bottom: header.row, right }),
      rows,
      confidence: isProblem(procedure) || undated ? 0.7 : 1,
      columns: columnsOf(view, header, told, isProblem(procedure) ? null : procedure),
      leftOut: leftOut.list,
    },
    results,
    problems,
  };
}

function hasFigures(view: SheetView, header: Header, row: number): boolean {
  return header.groups.some(({ participants }) => view.cell(row, participants).kind === "number");
}

function notRecognised(view: SheetView, header: Header, row: number): Problem {
  return {
    code: "rowNotRecognised",
    severity: "warning",
    source: view.source(row, header.label),
    fields: { text: withoutPerson(view.text(row, header.label)) },
  };
}

type Figures = Pick<Result, "participants" | "failed" | "share" | "shareDecimals" | "marks" | "source">;

/** ФИС ОКО prints two decimals (domain reference, Identification). */
const DECIMALS = 2;
/** Four shares rounded to two decimals: their sum is off by at most 4 × 0.005. */
const SUM_TOLERANCE = 0.02;

/** Shares or counts of one school; a wrong cell is a problem and no figures. */
function figuresOf(view: SheetView, row: number, group: MarkGroup, problems: Problem[]): Figures | null {
  const columns = [0, 1, 2, 3, 4].map((at) => group.participants + at);
  const cells = columns.map((column) => parseCell(view.value(row, column)));
  if (cells.every(isNothing)) return null;
  const numbers: number[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.kind === "number" && cell.value >= 0) numbers.push(cell.value);
    else {
      problems.push(wrongCell(view, row, columns[at] ?? group.participants, cell));
      return null;
    }
  }
  const [participants = 0, two = 0, three = 0, four = 0, five = 0] = numbers;
  const source = view.sourceOf({ top: row, bottom: row, left: columns[0] ?? 0, right: columns[4] ?? 0 });
  const say = (code: Problem["code"], fields: Problem["fields"]): null => {
    problems.push({ code, severity: "error", source, fields });
    return null;
  };
  if (participants === 0) return { participants: 0, failed: 0, share: null, source };
  if (!Number.isInteger(participants)) return say("fractionalCount", { value: participants });
  const sum = two + three + four + five;
  const whole = [two, three, four, five].every(Number.isInteger);
  if (whole && sum === participants) {
    const marks = [two, three, four, five] as const;
    return { participants, failed: two, share: two / participants, marks, source };
  }
  if (Math.abs(sum - 100) > SUM_TOLERANCE + 1e-9) {
    const counts = whole && Math.abs(sum - participants) < Math.abs(sum - 100);
    return say("marksDoNotSum", { sum: Number(sum.toFixed(2)), participants: counts ? participants : 100 });
  }
  const failed = recover(participants, two);
  if (!agrees(failed, participants, two, DECIMALS)) {
    return say("shareDisagrees", { printed: two, failed, participants });
  }
  return { participants, failed, share: failed / participants, shareDecimals: DECIMALS, source };
}

function isNothing({ kind }: Cell): boolean {
  return kind === "blank" || kind === "noData";
}

function wrongCell(view: SheetView, row: number, column: number, cell: Cell): Problem {
  const source = view.source(row, column);
  const severity = "error";
  if (cell.kind === "number")
    return { code: "negativeCount", severity, source, fields: { value: cell.value } };
  if (cell.kind === "error") return { code: "errorValue", severity, source, fields: { value: cell.text } };
  if (isNothing(cell)) return { code: "incompleteRow", severity, source, fields: {} };
  return { code: "notANumber", severity, source, fields: { value: withoutPerson(view.text(row, column)) } };
}

function columnsOf(
  view: SheetView,
  { label, groups }: Header,
  { year: toldYear, procedureFrom }: Told,
  procedure: Procedure | null,
): readonly ReadColumn[] {
  const columns: ReadColumn[] = [{ column: letterOf(view, label), role: "school" }];
  for (const { participants, year } of groups) {
    const context: Omit<ReadColumn, "column" | "role"> = {
      ...(year !== null
        ? { year, yearFrom: "header" }
        : toldYear === null
          ? {}
          : { year: toldYear.year, yearFrom: toldYear.from }),
      ...(procedure === null ? {} : { procedure: procedureTitle(procedure) }),
      ...(procedure === null || procedureFrom === undefined ? {} : { procedureFrom }),
    };
    ["participants", "mark2", "mark3", "mark4", "mark5"].forEach((role, at) => {
      columns.push({ column: letterOf(view, participants + at), role, ...context });
    });
  }
  return columns;
}
