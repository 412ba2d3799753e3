import type { Problem, Source } from "../problem";
import type { Column } from "./columns";
import { RowCells, type Read } from "./figure-cells";
import { numberIn, type FigurePlan } from "./figure-plan";
import { figureColumns } from "./groups";
import { withoutPerson } from "./row-words";
import {
  agrees,
  anyNumberGives,
  decimalsIn,
  maybeFraction,
  percentOf,
  printedDecimals,
  recover,
} from "./shares";
import type { SheetView } from "./sheet-view";

/** The figures of one result. */
export interface Figures {
  readonly participants: number | null;
  readonly failed: number | null;
  readonly share: number;
  readonly shareDecimals?: number;
  readonly marks?: readonly [number, number, number, number];
  readonly source: Source;
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

class FigureReader extends RowCells {
  constructor(
    view: SheetView,
    private readonly plan: FigurePlan,
    row: number,
    problems: Problem[],
  ) {
    super(view, plan.group, row, problems);
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
    const cell = numberIn(this.view, this.row, failed);
    if (cell !== null && cell.value > 0 && participants !== undefined && failed !== undefined) {
      this.report("failedAboveParticipants", failed, { failed: cell.value, participants: 0 }, [participants]);
    }
    // «#ДЕЛ/0!» of a share of nobody costs no result, but stays in the printed sheet.
    for (const column of figureColumns(this.group)) {
      const beside = this.view.cell(this.row, column.index);
      if (beside.kind === "error") this.report("errorValue", column, { value: beside.text }, [], "info");
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
      const cell = numberIn(this.view, this.row, this.group.marks[mark]);
      if (cell === null) return null;
      sum += cell.value;
    }
    return sum === participants ? 0 : null;
  }

  private counted(participants: number, failed: number): Figures | null {
    const { group } = this;
    const failedColumn = this.counts;
    if (failed > participants && failedColumn !== undefined) {
      const related = group.participants === undefined ? [] : [group.participants];
      this.report("failedAboveParticipants", failedColumn, { failed, participants }, related);
      return null;
    }
    const marks = this.markCounts(participants, failed);
    if (marks === "bad") return null;
    if (!this.checkShare(participants, failed)) return null;
    const share = failed / participants;
    return { participants, failed, share, ...(marks === null ? {} : { marks }), source: this.source() };
  }

  private markCounts(participants: number, failed: number): [number, number, number, number] | null | "bad" {
    const { group, plan } = this;
    if (plan.marks !== "count") return null;
    const { 3: three, 4: four, 5: five } = group.marks;
    if (three === undefined || four === undefined || five === undefined) return this.someMarks(participants);
    const better = [this.count(three), this.count(four), this.count(five)] as const;
    if (better.includes("bad")) return "bad";
    const [threes, fours, fives] = better.map((count) => (isNumber(count) ? count : 0));
    const counts: [number, number, number, number] = [failed, threes ?? 0, fours ?? 0, fives ?? 0];
    const sum = counts[0] + counts[1] + counts[2] + counts[3];
    if (sum === participants) return counts;
    // Nothing but «2» is filled: the other marks were not kept.
    if (better.every((count) => count === null)) return null;
    this.report("marksDoNotSum", group.participants ?? three, { sum, participants }, this.markColumns());
    return "bad";
  }

  /** Some of the marks only: they may leave people out, but not count more than took part. */
  private someMarks(participants: number): null | "bad" {
    const columns = this.markColumns();
    const sum = columns.reduce(
      (total, column) => total + (numberIn(this.view, this.row, column)?.value ?? 0),
      0,
    );
    const [first] = columns;
    if (sum <= participants || first === undefined) return null;
    this.report("marksDoNotSum", this.group.participants ?? first, { sum, participants }, columns);
    return "bad";
  }

  /**
   * Counts beat the derived per cent; a per cent that does not follow from them is worth a look. «Всего», which may
   * count those by list, is believed only as far as the per cent agrees.
   */
  private checkShare(participants: number, failed: number): boolean {
    const { plan, group } = this;
    const column = group.share ?? group.passShare;
    if (column === undefined || plan.bareShare === "other") return true;
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "error" || cell.kind === "text" || cell.kind === "date") {
      const code = cell.kind === "error" ? "errorValue" : "notANumber";
      this.report(code, column, { value: withoutPerson(cell.text) }, [], "warning");
      return true;
    }
    if (cell.kind !== "number") return true;
    const percent = percentOf(cell, plan.share);
    if (percent === null) return true;
    const failing = this.isPassing(column) ? 100 - percent : percent;
    if (agrees(failed, participants, failing, decimalsIn(cell, plan.share))) return true;
    const related = [group.participants, this.counts].filter((c) => c !== undefined);
    const weak = group.participants?.weak === true;
    const fields = { printed: percent, failed, participants };
    this.report("shareDisagrees", column, fields, related, weak ? "error" : "warning");
    return !weak;
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
    const two = numberIn(this.view, this.row, this.group.marks[2]);
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
    if (column === undefined) return this.halfFilled();
    const cell = this.view.cell(this.row, column.index);
    if (cell.kind === "blank" || cell.kind === "noData") return this.halfFilled();
    if (cell.kind !== "number") {
      this.notNumber(column, cell);
      return null;
    }
    // A column of participants that is blank here: nobody may have taken part, and 0 % would be a wrong «fine».
    if (group.participants !== undefined && participants === null) return this.halfFilled();
    if (plan.bareShare === "other" || (column.bare && failed === null && this.counts !== undefined)) {
      return this.halfFilled();
    }
    const percent = percentOf(cell, plan.share);
    if (percent === null || maybeFraction(cell, plan.share, participants, this.isPassing(column))) {
      this.report("shareAmbiguous", column, { value: cell.value });
      return null;
    }
    const passing = this.isPassing(column);
    const failing = passing ? Number((100 - percent).toFixed(9)) : percent;
    const printed = printedDecimals(cell, plan.share);
    if (failed !== null && !anyNumberGives({ cell, failed, failing, passing }, plan.share)) {
      this.report("shareDisagrees", column, { printed: percent, failed }, [this.counts ?? column]);
      return null;
    }
    return this.fromPercent(failing, decimalsIn(cell, plan.share), participants, column, printed);
  }

  private get counts(): Column | undefined {
    return this.group.failed ?? this.group.marks[2] ?? this.group.passed;
  }

  private fromPercent(
    percent: number,
    decimals: number,
    participants: number | null,
    column: Column | undefined,
    // A number drops its zeros: 10 may be 10.00, or rounded by hand to whole per cents. Counts that fit the cell as it is
    // printed are taken.
    printed = decimals,
  ): Figures | null {
    const cell = column ?? this.group.first;
    if (percent < 0 || percent > 100) {
      this.report("shareOutOfRange", cell, { value: percent });
      return null;
    }
    const source = this.source();
    if (participants === null)
      return { participants: null, failed: null, share: percent / 100, shareDecimals: decimals, source };
    const failed = recover(participants, percent);
    const shareDecimals = [decimals, printed].find((digits) => agrees(failed, participants, percent, digits));
    if (shareDecimals === undefined) {
      const related = this.group.participants === undefined ? [] : [this.group.participants];
      this.report("shareDisagrees", cell, { printed: percent, failed, participants }, related);
      return null;
    }
    return { participants, failed, share: failed / participants, shareDecimals, source };
  }
}

function isNumber(value: Read | undefined): value is number {
  return typeof value === "number";
}
