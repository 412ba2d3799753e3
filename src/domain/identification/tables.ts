import { ProcedureIndex } from "../results/procedure-index";
import type { Procedure } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { SchoolResult } from "../schools/school";
import { couldFlip, lowState, type Percent } from "./low";
import type { IdentificationSettings, Rule } from "./rule";

/** States of a cell of a `YearTable`; whatever is not `NONE` is a usable result. */
export const NONE = 0;
export const NOT_LOW = 1;
export const LOW = 2;

/** Usable results of one year: a row of cells per school, a cell per procedure in the rule's order. */
export interface YearTable {
  readonly year: SchoolYear;
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

/** Years with at least one usable result of the listed procedures, oldest first. */
export function usableYears(
  results: readonly SchoolResult[],
  { ofResult }: ListedProcedures,
  { threshold, minParticipants }: IdentificationSettings,
): readonly SchoolYear[] {
  const years = new Set<SchoolYear>();
  results.forEach((result, i) => {
    if ((ofResult[i] ?? -1) < 0 || years.has(result.year)) return;
    if (lowState(result, threshold, minParticipants) !== "noData") years.add(result.year);
  });
  return [...years].sort((a, b) => a - b);
}

/**
 * Lays the results of one year out as a table.
 * @param schoolOf number of each result's school.
 */
export function tabulate(
  results: readonly SchoolResult[],
  year: SchoolYear | null,
  schoolOf: Int32Array,
  schools: number,
  { titles, ofResult }: ListedProcedures,
  { threshold, minParticipants }: { readonly threshold: Percent; readonly minParticipants: number },
): YearTable {
  const states = new Uint8Array(schools * titles.length);
  const resultAt = new Int32Array(schools * titles.length).fill(-1);
  const unsure: number[] = [];
  results.forEach((result, i) => {
    const procedure = ofResult[i] ?? -1;
    if (result.year !== year || procedure < 0) return;
    const state = lowState(result, threshold, minParticipants);
    if (state === "noData") return;
    const cell = (schoolOf[i] ?? 0) * titles.length + procedure;
    states[cell] = state === "low" ? LOW : NOT_LOW;
    resultAt[cell] = i;
    if (result.shareDecimals !== undefined && couldFlip(result, threshold)) unsure.push(cell);
  });
  return { year: year ?? 0, states, resultAt, unsure };
}
