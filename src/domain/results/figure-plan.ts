import type { NumberCell } from "./cell";
import type { Column } from "./columns";
import { MARKS, type Group } from "./groups";
import type { SchoolRow } from "./rows";
import {
  agrees,
  anyNumberGives,
  decimalsIn,
  percentOf,
  printedDecimals,
  recover,
  shareUnit,
  type ShareSample,
  type Shortening,
  type ShareUnit,
} from "./shares";
import type { SheetView } from "./sheet-view";

/** How the figures of one group are meant, decided over all of its rows. */
export interface FigurePlan {
  readonly group: Group;
  readonly share: ShareUnit;
  readonly marks: "count" | "percent";
  /** A bare «%» that turned out to be the share of those who passed, or something else. */
  readonly bareShare: "share" | "passShare" | "other";
  /** «Не справились» whose cells all carry «%»: a share under a header without the sign. */
  readonly failedIsShare: boolean;
  /**
   * A column of counts that holds fractions again and again, per cents without the sign, or more people than took part,
   * or a column of shares that no number of people gives in most rows: its other numbers are not what its header says.
   */
  readonly misread: Column | null;
}

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
  const marks = marksUnit(view, group, rows);
  const counted = [
    group.participants,
    failedIsShare ? undefined : group.failed,
    failedIsShare || marks === "percent" ? undefined : group.marks[2],
    group.passed,
  ];
  const misread =
    counted.find((column) => hasFractions(view, column, rows)) ??
    (failedIsShare || marks === "percent" ? null : impossible(view, group, rows)) ??
    (shareColumn !== undefined && noNumberGives(samples, direct, passing) ? shareColumn : null);
  return { group, share: direct, marks, bareShare, failedIsShare, misread };
}

/** One fraction is a slip of its cell; two that make a quarter of the column are its unit. */
function hasFractions(view: SheetView, column: Column | undefined, rows: readonly SchoolRow[]): boolean {
  let fractions = 0;
  let numbers = 0;
  for (const { row } of rows) {
    const cell = numberIn(view, row, column);
    if (cell === null || cell.percent) continue;
    numbers += 1;
    if (!Number.isInteger(cell.value)) fractions += 1;
  }
  return fractions >= 2 && fractions * 4 >= numbers;
}

/** More failed than took part in most rows: one slip is a cell's, many are a header over the wrong column. */
function impossible(view: SheetView, group: Group, rows: readonly SchoolRow[]): Column | null {
  const column = group.failed ?? group.marks[2] ?? group.passed;
  if (column === undefined) return null;
  let known = 0;
  let above = 0;
  for (const { row } of rows) {
    const participants = numberIn(view, row, group.participants);
    const failed = numberIn(view, row, column);
    if (participants === null || failed === null || failed.percent) continue;
    known += 1;
    if (failed.value > participants.value) above += 1;
  }
  return above >= 2 && above * 2 > known ? column : null;
}

/**
 * Shares beside participants or failed alone, most of which no whole number of people gives: those that fit do so by
 * chance. A zero fits every number of participants and says nothing. A column of per cents cut off, not rounded, is one
 * of which most fit as that.
 */
function noNumberGives(samples: readonly ShareSample[], unit: ShareUnit, passing: boolean): boolean {
  let known = 0;
  let unfit = 0;
  let unfitCut = 0;
  for (const { cell, participants, failed } of samples) {
    const percent = percentOf(cell, unit);
    if (percent === null || percent <= 0 || (failed === null) === (participants === null)) continue;
    if (participants !== null && participants <= 0) continue;
    known += 1;
    const failing = passing ? 100 - percent : percent;
    const fits = (shortening: Shortening): boolean => {
      if (participants === null)
        return anyNumberGives({ cell, failed: failed ?? 0, failing, passing }, unit, [shortening]);
      const printed = [decimalsIn(cell, unit), printedDecimals(cell, unit)];
      return printed.some((digits) => agrees(recover(participants, failing), participants, failing, digits));
    };
    if (!fits("rounded")) unfit += 1;
    if (!fits("cut")) unfitCut += 1;
  }
  return unfit >= 2 && unfit * 2 > known && unfitCut * 2 >= known;
}

const NO_SHARE: ShareUnit = { unit: "percent", decimals: 0 };

/** The number in a cell of figures; null for everything else. */
export function numberIn(view: SheetView, row: number, column: Column | undefined): NumberCell | null {
  if (column === undefined) return null;
  const cell = view.cell(row, column.index);
  return cell.kind === "number" ? cell : null;
}

function allPercent(view: SheetView, column: Column, rows: readonly SchoolRow[]): boolean {
  let any = false;
  for (const { row } of rows) {
    const cell = numberIn(view, row, column);
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
    const cell = numberIn(view, row, column);
    if (cell === null) continue;
    const participants = numberIn(view, row, group.participants)?.value ?? null;
    const failed = failedIsShare
      ? null
      : (numberIn(view, row, group.failed ?? group.marks[2])?.value ?? null);
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
    const cells = columns.map((column) => numberIn(view, row, column));
    if (cells.some((cell) => cell?.percent === true)) return "percent";
    const sum = cells.reduce((total, cell) => total + (cell?.value ?? 0), 0);
    const participants = numberIn(view, row, group.participants)?.value ?? null;
    const hundred = columns.length === 4 && Math.abs(sum - 100) <= 0.05 + 1e-9;
    if (participants !== null && sum === participants && !hundred) counts += 1;
    else if (hundred && participants !== 100) percents += 1;
  }
  return percents > counts ? "percent" : "count";
}
