import { identify, type Identification } from "../identification/identify";
import { columnsOf } from "../identification/result-columns";
import type { Measure } from "../measures/measure";
import type { PlanPeriod } from "../measures/period";
import type { JournalComparison } from "../results/result";
import { formatYear } from "../results/year";
import type { School, SchoolResult } from "../schools/school";
import { byName } from "../text/russian";
import { ALL_FORMS, SUBJECTS, trendOf, type Dynamics, type Limits } from "./dynamics";
import { dueOf } from "./occurrences";
import { own } from "../text/own";

/** A value of an indicator: counted from the data, or typed by the user, or neither yet. */
export interface IndicatorRow {
  /** Number in the programme, «3.6». */
  readonly number: string;
  /** Where an indicator is given by subject. */
  readonly subject: string | null;
  readonly text: string;
  readonly numeratorText: string;
  readonly denominatorText: string;
  /** Null: nothing known, a cell to fill in. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Whether the figures come from the data; otherwise they are the user's. */
  readonly computed: boolean;
  /** Per cent to reach; null where the programme sets none. */
  readonly target: number | null;
  /** ISO. */
  readonly date: string;
  readonly source: string;
  /** Schools that the indicator must name; null where it names none, or the user lists them. */
  readonly schools: readonly string[] | null;
}

/** Indicators that ask for a list which only people know: the user writes the schools. */
export const LISTED_BY_HAND: readonly string[] = ["3.8", "3.9", "3.10"];

/** What the user typed on an earlier sheet, by `rowKey`. */
export interface TypedIndicator {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly source: string;
}

export const rowKey = ({ number, subject }: Pick<IndicatorRow, "number" | "subject">): string =>
  subject === null ? number : `${number} ${subject}`;

export interface IndicatorsInput {
  /** The rows of section 3 of the programme. */
  readonly measures: readonly Measure[];
  readonly period: PlanPeriod;
  readonly schools: readonly School[];
  readonly results: readonly SchoolResult[];
  readonly identification: Identification;
  readonly journal: readonly JournalComparison[];
  readonly dynamics: Dynamics;
  readonly limits: Limits;
  readonly typed: ReadonlyMap<string, TypedIndicator>;
}

interface Computed {
  readonly subject: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly source: string;
  readonly schools: readonly string[] | null;
}

/**
 * The indicators of seed 004, 3.1–3.13. Computed where the data are there: 3.5 by rule «004», 3.6 and 3.11 from the
 * dynamics of the schools that were on the list, 3.7 from the comparisons with the journal. The others are the user's.
 */
export function indicatorsOf(input: IndicatorsInput): readonly IndicatorRow[] {
  return input.measures.flatMap((measure): IndicatorRow[] => {
    const { indicator, number } = measure;
    if (indicator === undefined) return [];
    const base = {
      number,
      text: measure.text,
      numeratorText: indicator.numerator,
      denominatorText: indicator.denominator,
      target: indicator.target,
      date: dueOf(measure.deadline, input.period),
    };
    const computed = own(COMPUTED, number)?.(input) ?? [];
    if (computed.length > 0) return computed.map((one) => ({ ...base, ...one, computed: true }));
    const typed = input.typed.get(number);
    return [
      {
        ...base,
        subject: null,
        numerator: typed?.numerator ?? null,
        denominator: typed?.denominator ?? null,
        computed: false,
        source: typed?.source ?? "",
        schools: null,
      },
    ];
  });
}

/** Indicators that data can give; an empty list where the data are not there. */
const COMPUTED: Readonly<Record<string, (input: IndicatorsInput) => readonly Computed[]>> = {
  "3.5": lowShare,
  "3.6": (input) => improved(input, ALL_FORMS.join(", "), false),
  "3.7": confirmedMarks,
  "3.11": (input) => improved(input, "ВПР", true),
};

function lowShare({ schools, results, identification }: IndicatorsInput): readonly Computed[] {
  const { year, yearBefore, threshold, minParticipants } = identification;
  if (year === null || schools.length === 0) return [];
  const { verdicts } = identify(columnsOf(schools, results), {
    ruleId: "004",
    threshold,
    minParticipants,
    year,
    yearBefore,
    procedures: null,
  });
  const low = verdicts.filter(({ status }) => status === "low").map(({ school }) => school);
  return [
    {
      subject: null,
      numerator: low.length,
      denominator: schools.length,
      source: `расчёт по правилу «004», ${formatYear(year)}`,
      schools: low,
    },
  ];
}

/**
 * @param writtenOnly the denominator is the listed schools that wrote the subject in both years (3.11); otherwise every
 * listed school (3.6)
 */
function improved(
  { dynamics, limits }: IndicatorsInput,
  forms: string,
  writtenOnly: boolean,
): readonly Computed[] {
  const years = dynamics.years.slice(-2).map(formatYear);
  if (years.length < 2) return [];
  return SUBJECTS.map((subject): Computed => {
    const rows = dynamics.subjects.filter(
      (row) => row.listed && row.subject === subject && row.forms.join(", ") === forms,
    );
    const better = rows.filter(
      ({ shares: [before = null, after = null] }) => trendOf(before, after, limits) === "positive",
    );
    return {
      subject,
      numerator: better.length,
      denominator: writtenOnly ? rows.length : dynamics.listedBefore.size,
      source: `лист «Динамика», ${years.join(" → ")}, снижение не менее ${String(limits.fall).replace(".", ",")} п. п.`,
      schools: better.map(({ school }) => school),
    };
  });
}

/** Of the newest year with comparisons; one row per subject. A comparison without people cannot be added up. */
function confirmedMarks({ journal }: IndicatorsInput): readonly Computed[] {
  const newest = Math.max(...journal.map(({ year }) => year));
  const sums = new Map<string, { confirmed: number; participants: number }>();
  for (const { procedure, year, participants, confirmed } of journal) {
    if (year !== newest || participants === null || participants === 0) continue;
    const people =
      confirmed.count ?? (confirmed.share === null ? null : Math.round(confirmed.share * participants));
    if (people === null) continue;
    const sum = sums.get(procedure.subject) ?? { confirmed: 0, participants: 0 };
    sum.confirmed += people;
    sum.participants += participants;
    sums.set(procedure.subject, sum);
  }
  return [...sums]
    .sort(([a], [b]) => byName(a, b))
    .map(([subject, { confirmed, participants }]) => ({
      subject,
      numerator: confirmed,
      denominator: participants,
      source: `сравнение отметок с журналом, ${formatYear(newest)}`,
      schools: null,
    }));
}
