import type { Analysis } from "../analysis";
import type { Source } from "../problem";
import { procedureTitle } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { SchoolResult } from "../schools/school";
import { compareText } from "../schools/order";
import { countsOf, readThreshold, stateUnder } from "./low";

/** One result of the map. */
export interface HeatCell {
  /** Failing share, fraction 0…1. */
  readonly share: number;
  readonly participants: number | null;
  readonly failed: number | null;
  readonly source: Source;
  /** Whether the rule takes it for low. */
  readonly low: boolean;
}

export interface HeatRow {
  readonly schoolKey: string;
  readonly school: string;
  /** Whether the school is in the list. */
  readonly listed: boolean;
  /** By the procedures of the map; null is no data. */
  readonly cells: readonly (HeatCell | null)[];
}

/** Schools × procedures of one year. */
export interface HeatMap {
  readonly year: SchoolYear;
  /** Titles: those that the rule judges by first, in its order. */
  readonly procedures: readonly string[];
  /** How many of them, from the first, the rule judges by. */
  readonly judged: number;
  /** Schools of the list first, each part in the order of the schools. */
  readonly rows: readonly HeatRow[];
}

/** Years of which a map can be drawn, the latest first. */
export const heatYears = ({ results }: Pick<Analysis, "results">): readonly SchoolYear[] =>
  [...new Set(results.filter(hasShare).map(({ year }) => year))].sort((a, b) => b - a);

/**
 * The failing share of every school in every procedure of a year. Schools without any result of the year are left out:
 * a row of blanks would say nothing.
 */
export function heatMap(
  {
    schools,
    results,
    identification,
    group,
  }: Pick<Analysis, "schools" | "results" | "identification" | "group">,
  year: SchoolYear,
): HeatMap {
  const own = results.filter((result) => result.year === year && hasShare(result));
  const titles = [...new Set(own.map(({ procedure }) => procedureTitle(procedure)))];
  const listed = identification.procedures.filter((title) => titles.includes(title));
  const others = titles.filter((title) => !listed.includes(title)).sort(compareText);
  const procedures = [...listed, ...others];
  const place = new Map(procedures.map((title, index) => [title, index]));
  const threshold = readThreshold(identification.threshold);
  const cells = new Map<string, (HeatCell | null)[]>();
  for (const result of own) {
    const at = place.get(procedureTitle(result.procedure)) ?? 0;
    const row = cells.get(result.schoolKey) ?? procedures.map(() => null);
    row[at] = cellOf(
      result,
      at < listed.length && stateUnder(threshold, identification.minParticipants, result) === "low",
    );
    cells.set(result.schoolKey, row);
  }
  const inGroup = new Set(group.group.map(({ schoolKey }) => schoolKey));
  const rows = schools.flatMap(({ key, name }): HeatRow[] => {
    const row = cells.get(key);
    return row === undefined ? [] : [{ schoolKey: key, school: name, listed: inGroup.has(key), cells: row }];
  });
  return {
    year,
    procedures,
    judged: listed.length,
    rows: [...rows.filter((row) => row.listed), ...rows.filter((row) => !row.listed)],
  };
}

function hasShare(result: SchoolResult): boolean {
  const { participants, failed } = countsOf(result);
  return participants === 0 ? false : failed !== null && participants !== null ? true : result.share !== null;
}

function cellOf(result: SchoolResult, low: boolean): HeatCell {
  const { participants, failed } = countsOf(result);
  const share =
    participants !== null && participants > 0 && failed !== null
      ? failed / participants
      : (result.share ?? 0);
  return { share, participants, failed, source: result.source, low };
}
