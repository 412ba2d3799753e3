import type { Procedure } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { School, SchoolResult } from "../schools/school";
import { ColumnIndex, type Column } from "./columns";
import { couldFlip, readThreshold, stateUnder } from "./low";
import type { IdentificationSettings, Rule } from "./rule";
import { SchoolNumbers } from "./school-numbers";

/** States of a cell of a `YearTable`; whatever is not `NONE` is a usable result. */
export const NONE = 0;
export const NOT_LOW = 1;
export const LOW = 2;

/** Results in columns: the results are walked once, everything after works on plain numbers. */
export interface ResultTable {
  /** Titles of the listed procedures that the results have, in the rule's order. */
  readonly titles: readonly string[];
  readonly schools: number;
  /** A column per listed procedure and year. */
  readonly columns: readonly Column[];
}

/** Usable results of one year: a row of cells per school, a cell per procedure in the rule's order. */
export interface YearTable {
  /** `NONE`, `NOT_LOW` or `LOW` at `school * procedures + procedure`. */
  readonly states: Uint8Array;
  /** Number of the result behind a cell that is not `NONE`. */
  readonly resultAt: (cell: number) => number;
  /** Cells of unsure results. */
  readonly unsure: readonly number[];
}

/** @throws RangeError for a result of a school that is not in `schools`. */
export function tabulateResults(
  schools: readonly School[],
  results: readonly SchoolResult[],
  rule: Rule,
  settings: IdentificationSettings,
): ResultTable {
  const named = settings.procedures ?? rule.procedures;
  const numbers = new SchoolNumbers(schools);
  const index = new ColumnIndex(schools.length, (procedure, title) => rankIn(named, procedure, title));
  const threshold = readThreshold(settings.threshold);
  const { minParticipants } = settings;
  let column: Column | undefined;
  for (let i = 0; i < results.length; i++) {
    const result = results[i];
    if (result === undefined) continue;
    const { procedure, year } = result;
    const school = numbers.of(result.schoolKey);
    if (column === undefined || procedure !== column.procedure || year !== column.year)
      column = index.columnOf(procedure, year);
    if (column.rank < 0) continue;
    const state = stateUnder(threshold, minParticipants, result);
    if (state === "noData") continue;
    column.states[school] = state === "low" ? LOW : NOT_LOW;
    column.resultAt[school] = i;
    column.usable = true;
    if (result.shareDecimals !== undefined && couldFlip(result, settings.threshold))
      column.unsure.push(school);
  }
  const columns = index.columns.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
  return { titles: [...new Set(columns.map(({ title }) => title))], schools: schools.length, columns };
}

/** A number that sorts procedures as the rule names them; −1 for one that it does not name. */
function rankIn(named: Rule["procedures"], procedure: Procedure, title: string): number {
  if (isTitles(named)) return named.indexOf(title);
  const form = named.forms.indexOf(procedure.form);
  const subject = named.subjects.indexOf(procedure.subject);
  return form < 0 || subject < 0 ? -1 : (form * 100 + subject) * 100 + (procedure.grade ?? 0);
}

function isTitles(procedures: Rule["procedures"]): procedures is readonly string[] {
  return Array.isArray(procedures);
}

/** Years with at least one usable result, oldest first. */
export function usableYears({ columns }: ResultTable): readonly SchoolYear[] {
  const years = columns.flatMap(({ usable, year }) => (usable ? [year] : []));
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Lays the results of one year out as a table; an empty one for no year. */
export function tabulate({ titles, schools, columns }: ResultTable, year: SchoolYear | null): YearTable {
  const width = titles.length;
  const states = new Uint8Array(schools * width);
  const unsure: number[] = [];
  const places = titles.map((title) =>
    columns.find((column) => column.title === title && column.year === year),
  );
  places.forEach((column, place) => {
    if (column === undefined) return;
    for (let school = 0, cell = place; school < schools; school++, cell += width)
      states[cell] = column.states[school] ?? NONE;
    for (const school of column.unsure) unsure.push(school * width + place);
  });
  return {
    states,
    resultAt: (cell) => places[cell % width]?.resultAt[Math.floor(cell / width)] ?? -1,
    unsure,
  };
}
