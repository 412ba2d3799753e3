import { ProcedureIndex } from "../results/procedure-index";
import type { Procedure } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { SchoolResult } from "../schools/school";
import { couldFlip, stateReader, type Percent } from "./low";
import type { IdentificationSettings, Rule } from "./rule";

/** States of a cell of a `YearTable`; whatever is not `NONE` is a usable result. */
export const NONE = 0;
export const NOT_LOW = 1;
export const LOW = 2;

/** Usable results of one year: a row of cells per school, a cell per procedure in the rule's order. */
export interface YearTable {
  /** `NONE`, `NOT_LOW` or `LOW` at `school * procedures + procedure`. */
  readonly states: Uint8Array;
  /** Number of the result behind a cell. */
  readonly resultAt: Int32Array;
  /** Cells whose rounded share could stand for either state, as `couldFlip` finds. */
  readonly unsure: readonly number[];
}

/** Which procedures a rule looks at, and in which order. */
export interface ListedProcedures {
  /** Titles in the rule's order, of those the results have. */
  readonly titles: readonly string[];
  /** Place of each result's procedure in `titles`; −1 where the rule does not list it. */
  readonly ofResult: Int16Array;
}

export function listProcedures(
  results: readonly SchoolResult[],
  rule: Rule,
  settings: IdentificationSettings,
): ListedProcedures {
  const index = new ProcedureIndex();
  const numbers = Int16Array.from(results, (result) => index.indexOf(result.procedure));
  const places = index.entries.map(({ procedure, title }) => placeInRule(procedure, title, rule, settings));
  const listed = index.entries
    .map(({ title }, number) => ({ title, number, place: places[number] ?? -1 }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place);
  const positions = new Int16Array(index.entries.length).fill(-1);
  listed.forEach(({ number }, position) => (positions[number] = position));
  return {
    titles: listed.map(({ title }) => title),
    ofResult: numbers.map((number) => positions[number] ?? -1),
  };
}

/** A number that sorts procedures as the rule names them; −1 for one that it does not name. */
function placeInRule(
  procedure: Procedure,
  title: string,
  rule: Rule,
  settings: IdentificationSettings,
): number {
  const named = settings.procedures ?? rule.procedures;
  if (isTitles(named)) return named.indexOf(title);
  const form = named.forms.indexOf(procedure.form);
  const subject = named.subjects.indexOf(procedure.subject);
  return form < 0 || subject < 0 ? -1 : (form * 100 + subject) * 100 + (procedure.grade ?? 0);
}

function isTitles(procedures: Rule["procedures"]): procedures is readonly string[] {
  return Array.isArray(procedures);
}

/** State of every result, `NONE` where it is no data or its procedure is not listed. */
export function readStates(
  results: readonly SchoolResult[],
  { ofResult }: ListedProcedures,
  { threshold, minParticipants }: IdentificationSettings,
): Uint8Array {
  const states = new Uint8Array(results.length);
  const stateOf = stateReader(threshold, minParticipants);
  results.forEach((result, i) => {
    if ((ofResult[i] ?? -1) < 0) return;
    const state = stateOf(result);
    if (state !== "noData") states[i] = state === "low" ? LOW : NOT_LOW;
  });
  return states;
}

/** Years with at least one usable result, oldest first. */
export function usableYears(results: readonly SchoolResult[], states: Uint8Array): readonly SchoolYear[] {
  const years = new Set<SchoolYear>();
  let last: SchoolYear | null = null;
  results.forEach(({ year }, i) => {
    if (year === last || states[i] === NONE) return;
    years.add(year);
    last = year;
  });
  return [...years].sort((a, b) => a - b);
}

/** What `tabulate` lays out: results, each with its state, school and procedure as numbers. */
export interface NumberedResults {
  readonly results: readonly SchoolResult[];
  readonly states: Uint8Array;
  readonly schoolOf: Int32Array;
  readonly procedureOf: Int16Array;
  readonly schools: number;
  readonly procedures: number;
  readonly threshold: Percent;
}

/** Lays the results of one year out as a table; an empty one for no year. */
export function tabulate(numbered: NumberedResults, year: SchoolYear | null): YearTable {
  const { results, states, schoolOf, procedureOf, schools, procedures, threshold } = numbered;
  const table = new Uint8Array(schools * procedures);
  const resultAt = new Int32Array(schools * procedures).fill(-1);
  const unsure: number[] = [];
  results.forEach((result, i) => {
    const state = states[i] ?? NONE;
    if (state === NONE || result.year !== year) return;
    const cell = (schoolOf[i] ?? 0) * procedures + (procedureOf[i] ?? 0);
    table[cell] = state;
    resultAt[cell] = i;
    if (result.shareDecimals !== undefined && couldFlip(result, threshold)) unsure.push(cell);
  });
  return { states: table, resultAt, unsure };
}
