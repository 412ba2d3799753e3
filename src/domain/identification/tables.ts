import type { Procedure } from "../results/procedure";
import { ProcedureIndex } from "../results/procedure-index";
import type { SchoolYear } from "../results/year";
import type { School, SchoolResult } from "../schools/school";
import { couldFlip, stateReader } from "./low";
import type { IdentificationSettings, Rule } from "./rule";

/** States of a cell of a `YearTable`; whatever is not `NONE` is a usable result. */
export const NONE = 0;
export const NOT_LOW = 1;
export const LOW = 2;

/**
 * What a rule needs of each result, as plain numbers: the results are walked once, everything after works on these.
 * A result of a procedure that the rule does not list has the state `NONE`.
 */
export interface NumberedResults {
  /** Titles of the listed procedures that the results have, in the rule's order. */
  readonly titles: readonly string[];
  readonly schools: number;
  readonly states: Uint8Array;
  /** 1 where a rounded share could stand for either state, as `couldFlip` finds. */
  readonly unsure: Uint8Array;
  readonly schoolOf: Int32Array;
  /** Place in `titles`. */
  readonly procedureOf: Int16Array;
  readonly yearOf: Int16Array;
}

/** Usable results of one year: a row of cells per school, a cell per procedure in the rule's order. */
export interface YearTable {
  /** `NONE`, `NOT_LOW` or `LOW` at `school * procedures + procedure`. */
  readonly states: Uint8Array;
  /** Number of the result behind a cell. */
  readonly resultAt: Int32Array;
  /** Cells of unsure results. */
  readonly unsure: readonly number[];
}

/** @throws RangeError for a result of a school that is not in `schools`. */
export function numberResults(
  schools: readonly School[],
  results: readonly SchoolResult[],
  rule: Rule,
  settings: IdentificationSettings,
): NumberedResults {
  const numbers = new Map(schools.map((school, i) => [school.key, i]));
  const procedures = new ProcedureIndex();
  const stateOf = stateReader(settings.threshold, settings.minParticipants);
  const count = results.length;
  const [states, unsure, schoolOf] = [new Uint8Array(count), new Uint8Array(count), new Int32Array(count)];
  const [procedureOf, yearOf] = [new Int16Array(count), new Int16Array(count)];
  let [key, school] = ["", -1];
  results.forEach((result, i) => {
    if (result.schoolKey !== key) {
      key = result.schoolKey;
      school = numbers.get(key) ?? -1;
    }
    if (school === -1) throw new RangeError(`a result of a school that is not settled: ${key}`);
    schoolOf[i] = school;
    procedureOf[i] = procedures.indexOf(result.procedure);
    yearOf[i] = result.year;
    const state = stateOf(result);
    if (state === "noData") return;
    states[i] = state === "low" ? LOW : NOT_LOW;
    if (result.shareDecimals !== undefined && couldFlip(result, settings.threshold)) unsure[i] = 1;
  });
  const { titles, placeOf } = orderProcedures(procedures.entries, settings.procedures ?? rule.procedures);
  for (let i = 0; i < count; i++) {
    const place = placeOf[procedureOf[i] ?? 0] ?? -1;
    procedureOf[i] = place;
    if (place < 0) states[i] = NONE;
  }
  return { titles, schools: schools.length, states, unsure, schoolOf, procedureOf, yearOf };
}

/** Puts procedures into the rule's order; the place of one that the rule does not list is −1. */
function orderProcedures(
  entries: ProcedureIndex["entries"],
  named: Rule["procedures"],
): { readonly titles: readonly string[]; readonly placeOf: readonly number[] } {
  const ranks = entries.map(({ procedure, title }) => rankIn(named, procedure, title));
  const listed = entries
    .map(({ title }, number) => ({ title, number, rank: ranks[number] ?? -1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const placeOf = entries.map((_, number) => listed.findIndex((entry) => entry.number === number));
  return { titles: listed.map(({ title }) => title), placeOf };
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
export function usableYears({ states, yearOf }: NumberedResults): readonly SchoolYear[] {
  const years = new Set<SchoolYear>();
  let last = -1;
  for (let i = 0; i < states.length; i++) {
    const year = yearOf[i] ?? last;
    if (year === last || states[i] === NONE) continue;
    years.add(year);
    last = year;
  }
  return [...years].sort((a, b) => a - b);
}

/** Lays the results of one year out as a table; an empty one for no year. */
export function tabulate(numbered: NumberedResults, year: SchoolYear | null): YearTable {
  const { titles, schools, states, schoolOf, procedureOf, yearOf } = numbered;
  const table = new Uint8Array(schools * titles.length);
  const resultAt = new Int32Array(schools * titles.length).fill(-1);
  const unsure: number[] = [];
  for (let i = 0; i < states.length; i++) {
    const state = states[i] ?? NONE;
    if (state === NONE || yearOf[i] !== year) continue;
    const cell = (schoolOf[i] ?? 0) * titles.length + (procedureOf[i] ?? 0);
    table[cell] = state;
    resultAt[cell] = i;
    if (numbered.unsure[i] === 1) unsure.push(cell);
  }
  return { states: table, resultAt, unsure };
}
