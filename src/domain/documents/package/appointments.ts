import { findingsOf, type Analysis } from "../../analysis";
import type { Grid } from "../../grid";
import { procedureTitle } from "../../results/procedure";
import { formatShare, NBSP } from "../../text/russian";
import { BLANK } from "../requisites";
import { personText, type Directory, type Person } from "./directory";
import { suggestPartners, type Partner } from "./partners";
import type { SchoolCase } from "./school-case";

/** Who is assigned to a school; what is not known is a blank to fill in. */
export interface Appointment {
  readonly curator: string;
  readonly mentor: string;
  readonly partner: string;
  /** Why that partner: its results in the same procedures; empty for one that the user chose. */
  readonly why: string;
}

interface AppointInput {
  readonly analysis: Analysis;
  readonly cases: readonly SchoolCase[];
  readonly directory: Directory;
  readonly typed: ReadonlyMap<string, Partial<Appointment>>;
}

/**
 * Curators and mentors of «Справочник» in turn, so that each has as many schools as the others, and suggested
 * partners. What the user typed on the sheet «Назначения» goes before.
 */
export function appoint({
  analysis,
  cases,
  directory,
  typed,
}: AppointInput): ReadonlyMap<string, Appointment> {
  const { schools, identification } = analysis;
  const { results } = findingsOf(analysis);
  const partners = suggestPartners({ cases, schools, results, identification });
  const inTurn = (people: readonly Person[], index: number): string => {
    const person = people[index % Math.max(1, people.length)];
    return person === undefined ? BLANK : personText(person);
  };
  return new Map(
    cases.map(({ key }, index) => {
      const mine = typed.get(key) ?? {};
      const suggested = partners.get(key);
      const partner = mine.partner ?? suggested?.name ?? BLANK;
      return [
        key,
        {
          curator: mine.curator ?? inTurn(directory.curators, index),
          mentor: mine.mentor ?? inTurn(directory.mentors, index),
          partner,
          why: suggested !== undefined && partner === suggested.name ? why(suggested) : "",
        },
      ];
    }),
  );
}

/** @example "ВПР математика 5: 5,0 % (1 из 20)" */
function why({ results }: Partner): string {
  return results
    .map(({ procedure, share, failed, participants }) => {
      const counts =
        failed === null || participants === null ? "" : ` (${failed}${NBSP}из${NBSP}${participants})`;
      return `${procedureTitle(procedure)}: ${share === null ? "—" : formatShare(share)}${counts}`;
    })
    .join(";\n");
}

export const APPOINTMENTS_ID = "appointments";

/** Columns of the sheet «Назначения», by which it is read again. */
export const APPOINTMENT_COLUMNS = {
  number: 0,
  school: 1,
  low: 2,
  curator: 3,
  mentor: 4,
  partner: 5,
  why: 6,
  key: 7,
} as const;

/**
 * Reads who was assigned from the sheet «Назначения»: rows are found by the school's key in the hidden column, so they
 * may be sorted or moved. Blanks and «____» are what nobody typed.
 */
export function readAppointments(grid: Grid): ReadonlyMap<string, Partial<Appointment>> {
  const found = new Map<string, Partial<Appointment>>();
  for (const row of grid.cells) {
    const at = (column: number): string => String(row[column - grid.left] ?? "").trim();
    const key = at(APPOINTMENT_COLUMNS.key);
    if (key === "") continue;
    const typed = (["curator", "mentor", "partner"] as const).flatMap((who) => {
      const text = at(APPOINTMENT_COLUMNS[who]);
      return text === "" || /^_+$/.test(text) ? [] : [[who, text] as const];
    });
    found.set(key, Object.fromEntries(typed));
  }
  return found;
}
