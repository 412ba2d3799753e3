import type { Procedure } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { SchoolResult } from "../schools/school";
import { couldFlip, lowState, reaches, readThreshold } from "./low";
import { NOT_COUNTED, type ResultColumns, resultsAt, type SittingColumns } from "./result-columns";
import type { IdentificationSettings, Rule } from "./rule";

/** States of a cell of a table; whatever is not `NONE` is a usable result. */
export const NONE = 0;
export const NOT_LOW = 1;
export const LOW = 2;

/**
 * States of the listed procedures as one table: year by year, within a year procedure by procedure in the rule's order,
 * within a procedure school by school.
 */
export interface StateTable {
  /** `NONE`, `NOT_LOW` or `LOW`. */
  readonly states: Uint8Array;
  /** Number of schools: so many cells further stands the next procedure of the same school. */
  readonly step: number;
  /** Titles of the listed procedures that the results have, in the rule's order. */
  readonly titles: readonly string[];
  /** Years of the table, oldest first. */
  readonly years: readonly SchoolYear[];
  /** By year and procedure: 1 where any result is usable. */
  readonly used: Uint8Array;
  /** Usable results whose rounded share could stand for either state, as `couldFlip` finds. */
  readonly unsure: readonly { readonly cell: number; readonly row: number; readonly school: number }[];
}

/** Judges every result by itself: the columns are walked once, everything after works on the table. */
export function tabulate(columns: ResultColumns, rule: Rule, settings: IdentificationSettings): StateTable {
  const { titles, years, places } = layOut(columns, settings.procedures ?? rule.procedures);
  const step = columns.keys.length;
  const used = new Uint8Array(years.length * titles.length);
  const states = new Uint8Array(used.length * step);
  columns.sittings.forEach((sitting, number) => {
    const place = places[number] ?? NOT_LISTED;
    if (place === NOT_LISTED) return;
    const cells = states.subarray(place * step, (place + 1) * step);
    if (judgeSitting(columns, sitting, settings, cells)) used[place] = 1;
  });
  const unsure = columns.rounded.flatMap(({ row, sitting, school }) => {
    const cell = (places[sitting] ?? NOT_LISTED) * step + school;
    const result = (states[cell] ?? NONE) === NONE ? undefined : columns.results[row];
    return result !== undefined && couldFlip(result, settings.threshold) ? [{ cell, row, school }] : [];
  });
  return { states, step, titles, years, used, unsure };
}

/**
 * Notes the state of every school with a usable result in a sitting.
 * @returns whether there is any.
 */
function judgeSitting(
  columns: ResultColumns,
  sitting: SittingColumns,
  settings: IdentificationSettings,
  cells: Uint8Array,
): boolean {
  const threshold = readThreshold(settings.threshold);
  const { minParticipants } = settings;
  const { counts } = sitting;
  let isUsed = false;
  for (let school = 0; school < cells.length; school++) {
    const took = counts[2 * school] ?? 0;
    if (took === 0 || (took < minParticipants && took !== NOT_COUNTED)) continue;
    const isLow =
      took === NOT_COUNTED
        ? (usableAt(columns, sitting, school, settings)?.isLow ?? null)
        : reaches(threshold, took, counts[2 * school + 1] ?? 0);
    if (isLow === null) continue;
    cells[school] = isLow ? LOW : NOT_LOW;
    isUsed = true;
  }
  return isUsed;
}

/** The result whose state the table has: of several of a school in a sitting the last that is usable; null for none. */
export function usableAt(
  columns: ResultColumns,
  sitting: SittingColumns,
  school: number,
  { threshold, minParticipants }: IdentificationSettings,
): { readonly result: SchoolResult; readonly isLow: boolean } | null {
  for (const result of resultsAt(columns, sitting, school)) {
    const state = lowState(result, threshold, minParticipants);
    if (state !== "noData") return { result, isLow: state === "low" };
  }
  return null;
}

const NOT_LISTED = -1;

/** Where each sitting stands in the table, by its number; `NOT_LISTED` for a procedure that the rule does not name. */
function layOut({ sittings }: ResultColumns, named: Rule["procedures"]) {
  const ranked = sittings.map((sitting) => ({
    ...sitting,
    rank: rankIn(named, sitting.procedure, sitting.title),
  }));
  const listed = ranked.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
  const titles = [...new Set(listed.map(({ title }) => title))];
  const years = [...new Set(listed.map(({ year }) => year))].sort((a, b) => a - b);
  const places = Int32Array.from(ranked, ({ rank, title, year }) =>
    rank < 0 ? NOT_LISTED : years.indexOf(year) * titles.length + titles.indexOf(title),
  );
  return { titles, years, places };
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
export function usableYears({ years, titles, used }: StateTable): readonly SchoolYear[] {
  return years.filter((_, at) => used.subarray(at * titles.length, (at + 1) * titles.length).includes(1));
}

/** Titles of the procedures that have a usable result in one of the years, in the rule's order. */
export function usedTitles(
  { years, titles, used }: StateTable,
  ofYears: readonly (SchoolYear | null)[],
): readonly string[] {
  return titles.filter((_, place) =>
    years.some((year, at) => ofYears.includes(year) && used[at * titles.length + place] === 1),
  );
}

/** The part of the table that a rule looks at: a block of states for Y and one for Y′, equally long. */
export interface YearsOfTable {
  readonly current: Uint8Array;
  readonly before: Uint8Array;
  /** As in `StateTable`; the first cell of a school stands at the school's own number. */
  readonly step: number;
}

/** The blocks of two years; empty cells for no year, or one that has no results. */
export function inYears(
  { states, step, titles, years }: StateTable,
  year: SchoolYear | null,
  yearBefore: SchoolYear | null,
): YearsOfTable {
  const size = titles.length * step;
  const blockOf = (one: SchoolYear | null): Uint8Array => {
    const at = one === null ? -1 : years.indexOf(one);
    return at < 0 ? new Uint8Array(size) : states.subarray(at * size, (at + 1) * size);
  };
  return { current: blockOf(year), before: blockOf(yearBefore), step };
}
