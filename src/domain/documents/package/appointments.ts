import { findingsOf, type Analysis } from "../../analysis";
import type { Grid } from "../../grid";
import { procedureTitle } from "../../results/procedure";
import { contentOf, type GeneratedRow } from "../../regeneration/rows";
import { formatShare, NBSP } from "../../text/russian";
import { BLANK } from "../requisites";
import { schoolRowId } from "./blocks";
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
  /** What of it the user typed on the sheet: it stays, whatever is suggested later. */
  readonly typed: readonly Assigned[];
}

export type Assigned = "curator" | "mentor" | "partner";

/** Names that the user typed, by the keys of schools. */
export type TypedAppointments = ReadonlyMap<string, Partial<Pick<Appointment, Assigned>>>;

interface AppointInput {
  readonly analysis: Analysis;
  readonly cases: readonly SchoolCase[];
  readonly directory: Directory;
  readonly typed: TypedAppointments;
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
          typed: ASSIGNED.filter((who) => mine[who] !== undefined),
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
  typed: 8,
} as const;

const ASSIGNED: readonly Assigned[] = ["curator", "mentor", "partner"];
const WORDS: Readonly<Record<Assigned, string>> = {
  curator: "куратор",
  mentor: "наставник",
  partner: "партнёр",
};

/** @example "куратор, партнёр" */
export const typedWords = (typed: readonly Assigned[]): string => typed.map((who) => WORDS[who]).join(", ");

/** The sheet «Назначения» as it stands, and what was generated there last. */
interface AppointmentsSheet {
  readonly grid: Grid;
  readonly unchanged: boolean;
  /** Null where that is not known: then every name of a sheet that was changed is the user's. */
  readonly generated: readonly GeneratedRow[] | null;
}

/**
 * Reads what the user typed on the sheet «Назначения»: names that differ from what was generated there, and those that
 * the hidden column says were typed before, since they are generated now. Rows are found by the school's key, so they
 * may be sorted or moved. Blanks and «____» are what nobody typed.
 */
export function readAppointments({ grid, unchanged, generated }: AppointmentsSheet): TypedAppointments {
  const before = new Map(generated?.map(({ id, cells }) => [id, cells]));
  const found = new Map<string, Partial<Pick<Appointment, Assigned>>>();
  for (const row of grid.cells) {
    const at = (column: number): string => String(row[column - grid.left] ?? "").trim();
    const key = at(APPOINTMENT_COLUMNS.key);
    if (key === "") continue;
    const cells = before.get(schoolRowId(key));
    const kept = at(APPOINTMENT_COLUMNS.typed).split(", ");
    const typed = ASSIGNED.flatMap((who) => {
      const text = at(APPOINTMENT_COLUMNS[who]);
      if (text === "" || /^_+$/.test(text)) return [];
      const isNew =
        cells === undefined ? !unchanged : text !== contentOf(cells[APPOINTMENT_COLUMNS[who]]).trim();
      return isNew || kept.includes(WORDS[who]) ? [[who, text] as const] : [];
    });
    found.set(key, Object.fromEntries(typed));
  }
  return found;
}
