import type { ExecutionRow } from "../../monitoring/read-roadmap";
import { MUNICIPAL_LEVEL } from "../../monitoring/read-occurrences";
import { NOBODY, responsibleFor } from "../../monitoring/responsible";
import { byName } from "../../text/russian";

/** Name of the municipality's own level among the schools. */
export const MUNICIPAL = MUNICIPAL_LEVEL;

/** By what «Контроль» counts, each in the order in which it is listed; the number of a name is its place. */
export interface Groups {
  readonly sections: readonly string[];
  readonly responsible: readonly string[];
  readonly schools: readonly string[];
  /** First days of the months with a deadline, ISO. */
  readonly months: readonly string[];
}

/** Sections in the order of the plan, people and schools by name, every month from the first deadline to the last. */
export function groupsOf(rows: readonly ExecutionRow[]): Groups {
  const schools = new Set(rows.flatMap(({ school }) => (school === null ? [] : [school])));
  const municipal = rows.some(({ school }) => school === null);
  return {
    sections: [...new Set(rows.map(({ section }) => section))],
    responsible: [...new Set(rows.flatMap(responsibleFor))].sort(
      (a, b) => Number(a === NOBODY) - Number(b === NOBODY) || byName(a, b),
    ),
    schools: [...(municipal ? [MUNICIPAL] : []), ...[...schools].sort(byName)],
    months: monthsOf(rows.flatMap(({ due }) => (due === null ? [] : [due.slice(0, 7)]))),
  };
}

/** More months than this are years of a deadline typed wrongly: only those with a deadline are listed then. */
const MOST = 84;

function monthsOf(used: readonly string[]): string[] {
  const sorted = [...new Set(used)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number]; // «гггг-мм» of an ISO date
  while (all.length <= MOST) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    if (text > last) break;
    all.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return (all.length > MOST ? sorted : all).map((text) => `${text}-01`);
}
