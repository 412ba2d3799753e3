import { identify, type Identification } from "../identification/identify";
import { columnsOf } from "../identification/result-columns";
import { countsOf } from "../identification/low";
import { procedureTitle, type Form } from "../results/procedure";
import type { SchoolYear } from "../results/year";
import type { School, SchoolResult } from "../schools/school";
import { byName } from "../text/russian";

/** Percentage points from which a change counts, each above 0. */
export interface Limits {
  /** Positive dynamics: the failing share fell by at least so many points. */
  readonly fall: number;
  /** Negative: it rose by at least so many. */
  readonly rise: number;
}

/** A rise of 10 points and more is negative (domain reference, Dynamics); the fall is judged alike. */
export const DEFAULT_LIMITS: Limits = { fall: 10, rise: 10 };

export type Trend = "positive" | "negative" | "unchanged";

export const TREND_WORDS: Readonly<Record<Trend, string>> = {
  positive: "положительная",
  negative: "отрицательная",
  unchanged: "без изменений",
};

/** At most so many school years are compared. */
const MOST_YEARS = 3;

/**
 * Change of a failing share in percentage points, to seven decimals, so that 40 % after 30 % is exactly 10.
 * @example pointsBetween(0.4, 0.3) // -10
 */
export const pointsBetween = (before: number, after: number): number =>
  Math.round((after - before) * 1e9) / 1e7;

/** @returns null where a year has no data */
export function trendOf(before: number | null, after: number | null, { fall, rise }: Limits): Trend | null {
  if (before === null || after === null) return null;
  const points = pointsBetween(before, after);
  return points <= -fall ? "positive" : points >= rise ? "negative" : "unchanged";
}

/** Failing shares of one school in one procedure or subject, by the years of `Dynamics`; null is no data. */
export interface ShareRow {
  readonly schoolKey: string;
  readonly school: string;
  readonly title: string;
  readonly shares: readonly (number | null)[];
}

export type ListChange = "entered" | "left" | "stayed" | "unknown";

export interface ListRow {
  readonly schoolKey: string;
  readonly school: string;
  readonly change: ListChange;
}

/** A subject over several procedures: those of its forms that a school wrote in both of the last two years. */
export interface SubjectRow extends ShareRow {
  readonly subject: string;
  readonly forms: readonly Form[];
  /** On the list of the earlier of the two years. */
  readonly listed: boolean;
}

export interface Dynamics {
  /** At most three, oldest first, the last is the year in view. */
  readonly years: readonly SchoolYear[];
  readonly procedures: readonly ShareRow[];
  /** Last two years only; empty where there is one. */
  readonly subjects: readonly SubjectRow[];
  /** Schools on the list in either of the last two years. */
  readonly lists: readonly ListRow[];
  /** Keys of the schools on the list of the year before the last; empty where there is none. */
  readonly listedBefore: ReadonlySet<string>;
}

export const ALL_FORMS: readonly Form[] = ["ВПР", "ОГЭ", "ЕГЭ"];
/** Subjects of seed 004, 3.6 and 3.11; levels of ЕГЭ mathematics belong to mathematics. */
export const SUBJECTS = ["русский язык", "математика"] as const;

interface DynamicsInput {
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  readonly identification: Identification;
}

/**
 * Dynamics of the failing share over up to three school years, and what changed in the list by the same rule in each.
 * A procedure without participants is no data, never 0 %.
 */
export function dynamicsOf(input: DynamicsInput): Dynamics {
  const { results, identification } = input;
  const { year } = identification;
  const usable = results.filter((one) => shareOf(one) !== null && (year === null || one.year <= year));
  const years = [...new Set(usable.map((one) => one.year))].sort((a, b) => a - b).slice(-MOST_YEARS);
  const [before, last] = [years.at(-2), years.at(-1)];
  const names = new Map(input.schools.map(({ key, name }) => [key, name]));
  const verdicts = (of: SchoolYear): ReadonlyMap<string, string> =>
    new Map(listOf(input, of).map(({ schoolKey, status }) => [schoolKey, status]));
  const [earlier, now] = [
    before === undefined ? new Map<string, string>() : verdicts(before),
    last === undefined ? new Map<string, string>() : verdicts(last),
  ];
  const listedBefore = new Set([...earlier].flatMap(([key, status]) => (status === "low" ? [key] : [])));
  return {
    years,
    procedures: procedureRows(usable, years, names),
    subjects:
      before === undefined || last === undefined
        ? []
        : [ALL_FORMS, ["ВПР"] as const].flatMap((forms) =>
            SUBJECTS.flatMap((subject) =>
              subjectRows({ usable, before, last, subject, forms, names, listedBefore }),
            ),
          ),
    lists: before === undefined ? [] : listRows(earlier, now, names),
    listedBefore,
  };
}

/** The list by calculation for a year, under the settings of the identification in view. */
function listOf({ schools, results, identification }: DynamicsInput, year: SchoolYear) {
  if (year === identification.year) return identification.verdicts;
  const { rule, threshold, minParticipants } = identification;
  return identify(columnsOf(schools, results), {
    ruleId: rule.id,
    threshold,
    minParticipants,
    year,
    yearBefore: null,
    procedures: null,
  }).verdicts;
}

function shareOf(result: SchoolResult): number | null {
  const { participants, failed } = countsOf(result);
  if (participants === 0) return null;
  return participants !== null && failed !== null ? failed / participants : result.share;
}

function procedureRows(
  results: readonly SchoolResult[],
  years: readonly SchoolYear[],
  names: ReadonlyMap<string, string>,
): readonly ShareRow[] {
  const rows = new Map<
    string,
    { schoolKey: string; school: string; title: string; shares: (number | null)[] }
  >();
  for (const result of results) {
    const at = years.indexOf(result.year);
    if (at < 0) continue;
    const title = procedureTitle(result.procedure);
    const id = `${result.schoolKey} ${title}`;
    const row = rows.get(id) ?? {
      schoolKey: result.schoolKey,
      school: names.get(result.schoolKey) ?? result.school,
      title,
      shares: years.map(() => null),
    };
    row.shares[at] = shareOf(result);
    rows.set(id, row);
  }
  return [...rows.values()].sort((a, b) => byName(a.school, b.school) || byName(a.title, b.title));
}

interface SubjectInput {
  readonly usable: readonly SchoolResult[];
  readonly before: SchoolYear;
  readonly last: SchoolYear;
  readonly subject: string;
  readonly forms: readonly Form[];
  readonly names: ReadonlyMap<string, string>;
  readonly listedBefore: ReadonlySet<string>;
}

/** Failed of all participants over the procedures written in both years; results without counts cannot be added up. */
function subjectRows(input: SubjectInput): readonly SubjectRow[] {
  const { usable, before, last, subject, forms, names, listedBefore } = input;
  const bySchool = new Map<string, Map<string, [SchoolResult?, SchoolResult?]>>();
  for (const result of usable) {
    const { procedure, year, schoolKey } = result;
    if ((year !== before && year !== last) || !forms.includes(procedure.form)) continue;
    if (procedure.subject !== subject && !procedure.subject.startsWith(`${subject} `)) continue;
    const school = bySchool.get(schoolKey) ?? new Map<string, [SchoolResult?, SchoolResult?]>();
    const pair = school.get(procedureTitle(procedure)) ?? [];
    pair[year === before ? 0 : 1] = result;
    school.set(procedureTitle(procedure), pair);
    bySchool.set(schoolKey, school);
  }
  const rows = [...bySchool].flatMap(([schoolKey, pairs]): SubjectRow[] => {
    const sums = pooled([...pairs.values()]);
    if (sums.some(({ participants }) => participants === 0)) return [];
    return [
      {
        schoolKey,
        school: names.get(schoolKey) ?? schoolKey,
        title: `${subject} (${forms.join(", ")})`,
        subject,
        forms,
        listed: listedBefore.has(schoolKey),
        shares: sums.map(({ failed, participants }) => failed / participants),
      },
    ];
  });
  return rows.sort((a, b) => byName(a.school, b.school));
}

/** Failed and participants of each year over the procedures that have counts in both. */
function pooled(
  pairs: readonly (readonly [SchoolResult?, SchoolResult?])[],
): readonly { readonly failed: number; readonly participants: number }[] {
  const counted = pairs.flatMap(([before, after]) => {
    if (before === undefined || after === undefined) return [];
    const both = [countsOf(before), countsOf(after)];
    return both.every(({ failed, participants }) => failed !== null && participants !== null) ? [both] : [];
  });
  return [0, 1].map((year) => ({
    failed: counted.reduce((sum, both) => sum + (both[year]?.failed ?? 0), 0),
    participants: counted.reduce((sum, both) => sum + (both[year]?.participants ?? 0), 0),
  }));
}

function listRows(
  earlier: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): readonly ListRow[] {
  const change = (was: string | undefined, is: string | undefined): ListChange | null => {
    if (was === "low" && is === "low") return "stayed";
    if (was === "low") return is === "notLow" ? "left" : "unknown";
    if (is === "low") return was === "notLow" ? "entered" : "unknown";
    return null;
  };
  return [...now.keys()]
    .flatMap((schoolKey): ListRow[] => {
      const found = change(earlier.get(schoolKey), now.get(schoolKey));
      return found === null ? [] : [{ schoolKey, school: names.get(schoolKey) ?? schoolKey, change: found }];
    })
    .sort((a, b) => byName(a.school, b.school));
}
