import type { NumberCell } from "./cell";
import type { Column } from "./columns";
import type { Mark } from "./figure-words";
import { figureColumns, rowArea } from "./rows";
import { MARKS, type Group } from "./groups";
import type { Problem, ProblemCode } from "../problem";
import {
  agrees,
  decimalsIn,
  percentOf,
  recover,
  shareUnit,
  type ShareSample,
  type ShareUnit,
} from "./shares";
import type { SheetView } from "./sheet-view";
import type { SchoolRow } from "./rows";
import type { Source } from "../problem";

/** The figures of one result. */
export interface Figures {
  readonly participants: number | null;
  readonly failed: number | null;
  readonly share: number;
  readonly shareDecimals?: number;
  readonly marks?: readonly [number, number, number, number];
  readonly source: Source;
}

/** How the figures of one group are meant, decided over all of its rows. */
export interface FigurePlan {
  readonly group: Group;
  readonly share: ShareUnit;
  readonly marks: "count" | "percent";
  /** A bare «%» that turned out to be the share of those who passed, or something else. */
  readonly bareShare: "share" | "passShare" | "other";
  /** «Не справились» whose cells all carry «%»: a share under a header without the sign. */
  readonly failedIsShare: boolean;
}

type Read = number | null | "bad";

/** Looks over all rows of a group once, so that each cell is then read in its column's unit. */
export function planFigures(view: SheetView, group: Group, rows: readonly SchoolRow[]): FigurePlan {
  const failedColumn = group.failed ?? group.marks[2];
  const failedIsShare =
    failedColumn !== undefined && group.marks[5] === undefined && allPercent(view, failedColumn, rows);
  const shareColumn = group.share ?? group.passShare ?? (failedIsShare ? failedColumn : undefined);
  const samples =
    shareColumn === undefined ? [] : shareSamples(view, group, shareColumn, rows, failedIsShare);
  const passing = group.share === undefined && group.passShare !== undefined;
  const direct = shareColumn === undefined ? NO_SHARE : shareUnit(shareColumn, samples, passing);
  const bareShare = group.share?.bare === true ? bareMeaning(samples, direct) : "share";
  return { group, share: direct, marks: marksUnit(view, group, rows), bareShare, failedIsShare };
}

const NO_SHARE: ShareUnit = { unit: "percent", decimals: 0 };

function number(view: SheetView, row: number, column: Column | undefined): NumberCell | null {
  if (column === undefined) return null;
  const cell = view.cell(row, column.index);
  return cell.kind === "number" ? cell : null;
}

function allPercent(view: SheetView, column: Column, rows: readonly SchoolRow[]): boolean {
  let any = false;
  for (const { row } of rows) {
    const cell = number(view, row, column);
    if (cell !== null && !cell.percent && cell.value !== 0) return false;
    any ||= cell?.percent === true;
  }
  return any;
}

function shareSamples(
  view: SheetView,
  group: Group,
  column: Column,
  rows: readonly SchoolRow[],
  failedIsShare: boolean,
): readonly ShareSample[] {
  const samples: ShareSample[] = [];
  for (const { row } of rows) {
    const cell = number(view, row, column);
    if (cell === null) continue;
    const participants = number(view, row, group.participants)?.value ?? null;
    const failed = failedIsShare ? null : (number(view, row, group.failed ?? group.marks[2])?.value ?? null);
    samples.push({ cell, participants, failed });
  }
  return samples;
}

/** What a «%» that names nothing counts, by the counts beside it: most rows must fit. */
function bareMeaning(samples: readonly ShareSample[], unit: ShareUnit): FigurePlan["bareShare"] {
  let share = 0;
  let pass = 0;
  let known = 0;
  for (const { cell, participants, failed } of samples) {
    const percent = percentOf(cell, unit);
    if (percent === null || participants === null || participants <= 0 || failed === null) continue;
    known += 1;
    const decimals = decimalsIn(cell, unit);
    if (agrees(failed, participants, percent, decimals)) share += 1;
    if (agrees(failed, participants, 100 - percent, decimals)) pass += 1;
  }
  if (known === 0 || share * 2 > known) return "share";
  return pass * 2 > known ? "passShare" : "other";
}

/** Counts where they sum to the participants, per cent where they sum to 100 ± 0.05 (issue A, `LOWRESULT`). */
function marksUnit(view: SheetView, group: Group, rows: readonly SchoolRow[]): FigurePlan["marks"] {
  const columns = MARKS.flatMap((mark) => group.marks[mark] ?? []);
  if (columns.length === 0) return "count";
  if (columns.some(({ unit }) => unit === "percent" || unit === "fraction")) return "percent";
  let counts = 0;
  let percents = 0;
  for (const { row } of rows) {
    const cells = columns.map((column) => number(view, row, column));
    if (cells.some((cell) => cell?.percent === true)) return "percent";
    const sum = cells.reduce((total, cell) => total + (cell?.value ?? 0), 0);
    const participants = number(view, row, group.participants)?.value ?? null;
    const hundred = columns.length === 4 && Math.abs(sum - 100) <= 0.05 + 1e-9;
    if (participants !== null && sum === participants && !hundred) counts += 1;
    else if (hundred && participants !== 100) percents += 1;
  }
  return percents > counts ? "percent" : "count";
}

/** Reads the figures of one school in one procedure; null where there are none, or where a problem says why. */
export function readFigures(
  view: SheetView,
  plan: FigurePlan,
  row: number,
  problems: Problem[],
): Figures | null {
  return new FigureReader(view, plan, row, problems).read();
}

class FigureReader {
  private readonly group: Group;
  constructor(
    private readonly view: SheetView,
    private readonly plan: FigurePlan,
    private readonly row: number,
    private readonly problems: Problem[],
  ) {
    this.group = plan.group;
  }

  read(): Figures | null {
    const { group } = this;
    const participants = this.count(group.participants);
    if (participants === "bad") return null;
    if (participants === 0) return this.nobody();
    const failed = this.failedCount(participants);
    if (failed === "bad") return null;
    if (failed !== null && participants !== null) return this.counted(participants, failed);
    const marks = this.marksAlone(participants, failed);
    if (marks !== null) return marks === "bad" ? null : marks;
    return this.shareOnly(participants, failed);
  }

  /** Zero participants is no data; somebody who failed among nobody is an error. */
  private nobody(): null {
    const { participants, failed = this.group.marks[2] } = this.group;
    const cell = number(this.view, this.row, failed);
    if (cell !== null && cell.value > 0 && participants !== undefined && failed !== undefined) {
      this.report("failedAboveParticipants", failed, { failed: cell.value, participants: 0 }, [participants]);
    }
    return null;
  }

  private failedCount(participants: number | null): Read {
    const { group, plan } = this;
    if (plan.failedIsShare) return null;
    if (group.failed !== undefined) {
      const failed = this.count(group.failed);
      return failed === null ? this.provenZero(participants) : failed;
    }
    if (group.marks[2] !== undefined && plan.marks === "count") {
      const failed = this.count(group.marks[2]);
      return failed === null ? this.provenZero(participants) : failed;
    }
    if (group.passed === undefined) return null;
    const passed = this.count(group.passed);
    if (passed === "bad" || passed === null || participants === null) return passed === "bad" ? "bad" : null;
    if (passed <= participants) return participants - passed;
    this.report("failedAboveParticipants", group.passed, { failed: passed, participants });
    return "bad";
  }

  /** A blank «2» where the participants and 3, 4, 5 are filled and sum to them is 0 (domain reference). */
  private provenZero(participants: number | null): Read {
    if (participants === null || this.plan.marks !== "count") return null;
    let sum = 0;
    for (const mark of [3, 4, 5] as const) {
      const cell = number(this.view, this.row, this.group.marks[mark]);
      if (cell === null) return null;
      sum += cell.value;
    }
    return sum === participants ? 0 : null;
  }

  private counted(participants: number, failed: number): Figures | null {
    const { group } = this;
    const failedColumn = group.failed ?? group.marks[2] ?? group.passed;
    if (failed > participants && failedColumn !== undefined) {
      const related = group.participants === undefined ? [] : [group.participants];
      this.report("failedAboveParticipants", failedColumn, { failed, participants }, related);
      return null;
    }
    const marks = this.markCounts(participants, failed);
    if (marks === "bad") return null;
    this.checkShare(participants, failed);
    const share = failed / participants;
    return { participants, failed, share, ...(marks === null ? {} : { marks }), source: this.source() };
  }

  private markCounts(participants: number, failed: number): [number, number, number, number] | null | "bad" {
    const { group, plan } = this;
    if (plan.marks !== "count" || group.marks[3] === undefined) return null;
    const counts: [number, number, number, number] = [failed, 0, 0, 0];
    let any = false;
    for (const mark of [3, 4, 5] as const) {
      const column = group.marks[mark];
      if (column === undefined) return null;
      const count = this.count(column);
      if (count === "bad") return "bad";
      any ||= count !== null;
      counts[mark - 2] = count ?? 0;
    }
    const sum = counts[0] + counts[1] + counts[2] + counts[3];
    if (sum === participants) return counts;
    // Nothing but «2» is filled: the other marks were not kept.
    if (!any) return null;
    this.report(
      "marksDoNotSum",
      group.participants ?? group.marks[3],
      { sum, participants },
      this.markColumns(),
    );
    return "bad";
  }

  /** Counts beat the derived per cent; a per cent that does not follow from them is worth a look. */
  private checkShare(participants: number, failed: number): void {
    const { plan, group } = this;
    const column = group.share ?? group.passShare;
    if (column === undefined || plan.bareShare === "other") return;
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "error" || cell.kind === "text" || cell.kind === "date") {
      const code = cell.kind === "error" ? "errorValue" : "notANumber";
      this.report(code, column, { value: cell.text }, [], "warning");
      return;
    }
    if (cell.kind !== "number") return;
    const percent = percentOf(cell, plan.share);
    if (percent === null) return;
    const failing = this.isPassing(column) ? 100 - percent : percent;
    if (agrees(failed, participants, failing, decimalsIn(cell, plan.share))) return;
    const related = [group.participants, group.failed ?? group.marks[2] ?? group.passed].filter(
      (c) => c !== undefined,
    );
    this.report("shareDisagrees", column, { printed: percent, failed, participants }, related, "warning");
  }

  private isPassing(column: Column): boolean {
    return column === this.group.passShare || this.plan.bareShare === "passShare";
  }

  /** Marks without participants, or as per cent. */
  private marksAlone(participants: number | null, failed: number | null): Figures | null | "bad" {
    const { group, plan } = this;
    const columns = this.markColumns();
    if (columns.length < 4) return null;
    if (plan.marks === "percent") return this.markShares(participants, columns);
    if (group.participants !== undefined) return null;
    const counts = columns.map((column) => this.count(column));
    if (counts.includes("bad")) return "bad";
    if (counts.every((count) => count === null)) return null;
    const [two, three, four, five] = counts;
    if (!isNumber(two) || !isNumber(three) || !isNumber(four) || !isNumber(five) || failed === null) {
      return this.incomplete(columns);
    }
    const sum = two + three + four + five;
    if (sum === 0) return null;
    return {
      participants: sum,
      failed: two,
      share: two / sum,
      marks: [two, three, four, five],
      source: this.source(),
    };
  }

  private markShares(participants: number | null, columns: readonly Column[]): Figures | null | "bad" {
    const percents: number[] = [];
    let decimals = 0;
    for (const column of columns) {
      const cell = this.view.cell(this.row, column.index);
      if (cell.kind === "blank" || cell.kind === "noData") continue;
      if (cell.kind !== "number") return this.notNumber(column, cell);
      decimals = Math.max(decimals, cell.decimals);
      percents.push(cell.value);
    }
    if (percents.length === 0) return participants === null ? null : this.incomplete(columns);
    const two = number(this.view, this.row, this.group.marks[2]);
    if (two === null || percents.length < 4) return this.incomplete(columns);
    const sum = percents.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 100) > Math.max(0.05, 2 * 10 ** -decimals) + 1e-9) {
      this.report(
        "marksDoNotSum",
        columns[0] ?? this.group.first,
        { sum: Number(sum.toFixed(2)), participants: 100 },
        columns,
      );
      return "bad";
    }
    return this.fromPercent(two.value, two.text ? two.decimals : decimals, participants, this.group.marks[2]);
  }

  private shareOnly(participants: number | null, failed: number | null): Figures | null {
    const { group, plan } = this;
    const column =
      group.share ?? group.passShare ?? (plan.failedIsShare ? (group.failed ?? group.marks[2]) : undefined);
    if (column === undefined) return this.halfFilled(participants, failed);
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "blank" || cell.kind === "noData") return this.halfFilled(participants, failed);
    if (cell.kind !== "number") {
      this.notNumber(column, cell);
      return null;
    }
    // A column of participants that is blank here: nobody may have taken part, and 0 % would be a wrong «fine».
    if (group.participants !== undefined && participants === null)
      return this.halfFilled(participants, cell.value);
    if (plan.bareShare === "other" || (column.bare && failed === null && this.hasCounts())) {
      return this.halfFilled(participants, failed);
    }
    const percent = percentOf(cell, plan.share);
    if (percent === null) {
      this.report("shareAmbiguous", column, { value: cell.value });
      return null;
    }
    const failing = this.isPassing(column) ? Number((100 - percent).toFixed(9)) : percent;
    return this.fromPercent(failing, decimalsIn(cell, plan.share), participants, column);
  }

  private hasCounts(): boolean {
    return (this.group.failed ?? this.group.marks[2] ?? this.group.passed) !== undefined;
  }

  private fromPercent(
    percent: number,
    decimals: number,
    participants: number | null,
    column: Column | undefined,
  ): Figures | null {
    const cell = column ?? this.group.first;
    if (percent < 0 || percent > 100) {
      this.report("shareOutOfRange", cell, { value: percent });
      return null;
    }
    const base = { shareDecimals: decimals, source: this.source() };
    if (participants === null) return { participants: null, failed: null, share: percent / 100, ...base };
    const failed = recover(participants, percent);
    if (!agrees(failed, participants, percent, decimals)) {
      const related = this.group.participants === undefined ? [] : [this.group.participants];
      this.report("shareDisagrees", cell, { printed: percent, failed, participants }, related);
      return null;
    }
    return { participants, failed, share: failed / participants, ...base };
  }

  /** Something is there, but not enough for a result. */
  private halfFilled(participants: number | null, other: number | null): null {
    if (participants !== null || other !== null) this.incomplete(figureColumns(this.group));
    return null;
  }

  private incomplete(columns: readonly Column[]): "bad" {
    const blank = columns.find((column) => number(this.view, this.row, column) === null) ?? this.group.first;
    this.report("incompleteRow", blank, {}, [], "warning");
    return "bad";
  }

  private count(column: Column | undefined): Read {
    if (column === undefined) return null;
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "blank" || cell.kind === "noData") return null;
    if (cell.kind !== "number") return this.notNumber(column, cell);
    if (cell.percent) return this.notNumber(column, { kind: "text", text: `${cell.value}%` });
    const code = cell.value < 0 ? "negativeCount" : Number.isInteger(cell.value) ? null : "fractionalCount";
    if (code === null) return cell.value;
    this.report(code, column, { value: cell.value });
    return "bad";
  }

  private notNumber(column: Column, cell: { readonly kind: string; readonly text?: string }): "bad" {
    const code: ProblemCode = cell.kind === "error" ? "errorValue" : "notANumber";
    this.report(code, column, { value: cell.text ?? "" });
    return "bad";
  }

  private markColumns(): readonly Column[] {
    return MARKS.flatMap((mark: Mark) => this.group.marks[mark] ?? []);
  }

  private report(
    code: ProblemCode,
    column: Column,
    fields: Problem["fields"],
    related: readonly Column[] = [],
    severity: Problem["severity"] = "error",
  ): void {
    const source = this.view.source(this.row, column.index);
    const others = related
      .filter((other) => other !== column)
      .map(({ index }) => this.view.source(this.row, index));
    this.problems.push({ code, severity, source, ...(others.length > 0 ? { related: others } : {}), fields });
  }

  /**
   * The cells that gave the figures: one area when the group's columns stand side by side, else the cell of those who
   * failed (or of their share).
   */
  private source(): Source {
    const columns = figureColumns(this.group);
    const area = rowArea(this.row, columns);
    if (area.right - area.left + 1 === columns.length) return this.view.sourceOf(area);
    const { failed, share, passShare, passed, marks } = this.group;
    return this.view.source(
      this.row,
      (failed ?? marks[2] ?? share ?? passShare ?? passed ?? this.group.first).index,
    );
  }
}

function isNumber(value: Read | undefined): value is number {
  return typeof value === "number";
}
