import type { Area, Grid } from "../grid";
import type { Problem } from "../problem";
import { labelsBoth } from "./figure-labels";
import { claimsOf } from "./claims";
import { LAYOUTS } from "./layouts";
import type { Layout, RetakenResult } from "./layouts/layout";
import type { Correction } from "./corrections/correction";
import { steerSheet } from "./corrections/steer";
import { countPupils, type CountOptions } from "./pupils/count";
import type { PupilBlock } from "./pupils/pupil";
import type { DisputedFigure, JournalComparison, Mention, Reading, ReadTable, Result } from "./result";
import type { SheetView } from "./sheet-view";
import { uncoveredSchools } from "./uncovered";

export interface ReadOptions extends CountOptions {
  /** Name of the open workbook: its own sheets carry no file in their sources. */
  readonly openWorkbook?: string;
  readonly layouts?: readonly Layout[];
  /** How the user wants tables understood. */
  readonly corrections?: readonly Correction[];
}

/**
 * Reads every results table of a workbook.
 *
 * What cannot be read is a problem with its sheet and cell; nothing is guessed and nothing is dropped in silence.
 * A result's `source.address` is the area of its figures when their columns stand side by side, else the cell of those
 * who failed. An empty workbook gives `emptyWorkbook`, one without a table that can be read `noResults`.
 * @param grids every sheet to look at; sheets made by the add-in itself are left out by the caller
 */
export function readWorkbook(grids: readonly Grid[], options: ReadOptions = {}): Reading {
  const tables: ReadTable[] = [];
  const results: Result[] = [];
  const journal: JournalComparison[] = [];
  const pupils: PupilBlock[] = [];
  const mentioned: Mention[] = [];
  const disputed: DisputedFigure[] = [];
  const problems: Problem[] = [];
  const corrected = new Set<string>();
  const { corrections = [], openWorkbook } = options;
  const steering = {
    ...(openWorkbook === undefined ? {} : { openWorkbook }),
    claimsOf: (view: SheetView) => claimsOf(view, options.layouts ?? LAYOUTS),
  };
  for (const grid of grids) {
    const { view, claims, covered, applied, ...steered } = steerSheet(grid, corrections, steering);
    problems.push(...steered.problems);
    for (const id of applied) corrected.add(id);
    let counts = false;
    for (const claim of claims) {
      const reading = claim.read();
      counts ||= reading.results.length > 0 || (reading.pupils ?? []).length > 0;
      tables.push(reading.table);
      for (const result of reading.results) results.push(result);
      journal.push(...(reading.journal ?? []));
      pupils.push(...(reading.pupils ?? []));
      for (const mention of reading.mentioned ?? []) mentioned.push(mention);
      for (const figure of reading.disputed ?? []) disputed.push(figure);
      for (const problem of reading.problems) problems.push(problem);
      const retakes = reading.retakes ?? [];
      if (options.retakes === "last") for (const { result } of retakes) results.push(result);
      else problems.push(...retakesLeftOut(retakes));
    }
    if (grid.hidden === true && counts) problems.push(sheetProblem("hiddenSheetRead", "info", view));
    if (covered.length === 0 && looksLikeResults(view))
      problems.push(sheetProblem("sheetNotRecognised", "warning", view));
    const left = covered.length === 0 ? null : uncoveredSchools(view, covered);
    if (left !== null) problems.push(sheetProblem("sheetNotRecognised", "warning", view, left));
  }
  const counted = countPupils(pupils, options);
  for (const result of counted.results) results.push(result);
  for (const problem of counted.problems) problems.push(problem);
  const whole = wholeWorkbook(grids, results, problems);
  return {
    tables,
    results,
    journal,
    mentioned: withoutResult(mentioned, results),
    disputed,
    ...(corrections.length === 0 ? {} : { corrected: [...corrected] }),
    problems: whole === null ? problems : [whole, ...problems],
  };
}

/** Each school as written once, unless a result bears the same name; other spellings are settled with the schools. */
function withoutResult(mentioned: readonly Mention[], results: readonly Result[]): readonly Mention[] {
  const keyOf = ({ school, schoolCode = "", municipality = "" }: Mention): string =>
    [school, schoolCode, municipality].join("|");
  const known = new Set(results.map(keyOf));
  return mentioned.filter((mention) => {
    const key = keyOf(mention);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** One problem for all results of a table that the same text takes out. */
function retakesLeftOut(retakes: readonly RetakenResult[]): readonly Problem[] {
  const byText = new Map<string, RetakenResult[]>();
  for (const one of retakes) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  return [...byText].map(([text, [first, ...others]]) => ({
    code: "retakeLeftOut",
    severity: "warning",
    ...(first === undefined ? {} : { source: first.result.source }),
    fields: { text: text.slice(0, 80), ...(others.length === 0 ? {} : { count: others.length + 1 }) },
  }));
}

function wholeWorkbook(
  grids: readonly Grid[],
  results: readonly Result[],
  problems: readonly Problem[],
): Problem | null {
  if (results.length > 0) return null;
  const empty = grids.every(({ cells }) =>
    cells.every((row) => row.every((value) => value === null || value === "")),
  );
  if (empty) return { code: "emptyWorkbook", severity: "error", fields: {} };
  if (problems.some(({ severity }) => severity === "error")) return null;
  return { code: "noResults", severity: "error", fields: { sheets: grids.length } };
}

/** A header of results, or several schools with figures. */
function looksLikeResults(view: SheetView): boolean {
  for (let row = 0; row < Math.min(view.rows, 60); row++) if (hasResultsHeader(view, row)) return true;
  return uncoveredSchools(view, []) !== null;
}

/** Labels of participants and of those who failed in one row, whatever the sheet calls its schools. */
const hasResultsHeader = (view: SheetView, row: number): boolean =>
  labelsBoth(Array.from({ length: view.columns }, (_, column) => view.text(row, column)));

function sheetProblem(
  code: Problem["code"],
  severity: Problem["severity"],
  view: SheetView,
  part?: Area,
): Problem {
  const area = part ?? { top: 0, left: 0, bottom: view.rows - 1, right: view.columns - 1 };
  return { code, severity, source: view.sourceOf(area), fields: { sheet: view.grid.sheet } };
}
