import type { Identification } from "../identification/identify";
import { lowState } from "../identification/low";
import { SMALL_GROUP } from "../identification/rules";
import type { Verdict } from "../identification/verdict";
import { formatYear, type SchoolYear } from "../results/year";
import type { SchoolResult } from "../schools/school";
import { counted, formatPercent, formatShare, joinRussian, plural } from "../text/russian";

/** What the conclusions are drawn from. `results` are those that count: listed procedures, enough participants. */
export interface Findings {
  readonly identification: Identification;
  readonly results: readonly SchoolResult[];
}

/** A sentence with its condition: `text` is null where the data do not support it. */
interface Conclusion {
  readonly id: string;
  readonly text: (findings: Findings) => string | null;
}

/** Differences of less than this many percentage points are not spoken of. */
const NOTICEABLE = 1;
/** From class to class, percentage points. */
const NOTICEABLE_BETWEEN_CLASSES = 5;

const lowVerdicts = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ status }) => status === "low");

/** «русский язык», «математика»: the levels of ЕГЭ mathematics are one subject. */
const subjectOf = ({ procedure }: SchoolResult): string =>
  procedure.subject.replace(/ (базовая|профильная)$/, "");

const titleOf = ({ procedure: { form, subject, grade } }: SchoolResult): string =>
  grade === undefined ? `${form} ${subject}` : `${form} ${subject} ${grade}`;

function lowResults({ identification, results }: Findings, year: SchoolYear | null): SchoolResult[] {
  return results.filter(
    (result) =>
      result.year === year &&
      lowState(result, identification.threshold, identification.minParticipants) === "low",
  );
}

/** Share of all participants of the municipality who failed, by key; results without counts cannot be added. */
function shares(
  results: readonly SchoolResult[],
  key: (result: SchoolResult) => string,
): Map<string, number> {
  const sums = new Map<string, { participants: number; failed: number }>();
  for (const result of results) {
    if (result.participants === null || result.failed === null) continue;
    const sum = sums.get(key(result)) ?? { participants: 0, failed: 0 };
    sums.set(key(result), {
      participants: sum.participants + result.participants,
      failed: sum.failed + result.failed,
    });
  }
  return new Map([...sums].map(([name, { participants, failed }]) => [name, failed / participants]));
}

const names = (verdicts: readonly { readonly school: string }[]): string =>
  verdicts.map(({ school }) => school).join("; ");

/** Rounded, so that from 10 % to 11 % is exactly one point. */
const points = (from: number, to: number): number => Math.round((to - from) * 1e11) / 1e9;

function changes({ identification, results }: Findings, direction: 1 | -1): string[] {
  const { year, yearBefore } = identification;
  if (year === null || yearBefore === null) return [];
  const now = shares(
    results.filter((result) => result.year === year),
    titleOf,
  );
  const before = shares(
    results.filter((result) => result.year === yearBefore),
    titleOf,
  );
  return identification.procedures.flatMap((procedure) => {
    const [from, to] = [before.get(procedure), now.get(procedure)];
    if (from === undefined || to === undefined || points(from, to) * direction < NOTICEABLE) return [];
    return [`${procedure} — с ${formatShare(from)} до ${formatShare(to)}`];
  });
}

/** The conclusions in the order of the passport. A new one is one more entry. */
const CONCLUSIONS: readonly Conclusion[] = [
  {
    id: "scale",
    text: ({ identification: { verdicts } }) => {
      const low = lowVerdicts(verdicts).length;
      const checked = verdicts.filter(({ status }) => status !== "insufficient").length;
      if (low === 0) return null;
      return `к школам с низкими образовательными результатами по расчёту ${plural(low, "относится", "относятся", "относятся")} ${low} из ${checked} ${plural(checked, "школы", "школ", "школ")} с достаточными данными (${formatPercent((low / checked) * 100, 1)})`;
    },
  },
  {
    id: "none",
    text: ({ identification: { verdicts } }) =>
      verdicts.some(({ status }) => status === "notLow") && lowVerdicts(verdicts).length === 0
        ? "ни у одной школы с достаточными данными принятые критерии не выполнены"
        : null,
  },
  {
    id: "repeated",
    text: (findings) => {
      const { year, yearBefore } = findings.identification;
      const before = new Set(
        lowResults(findings, yearBefore).map((result) => `${result.schoolKey}|${titleOf(result)}`),
      );
      const again = new Map<string, string[]>();
      for (const result of lowResults(findings, year)) {
        if (!before.has(`${result.schoolKey}|${titleOf(result)}`)) continue;
        again.set(result.schoolKey, [...(again.get(result.schoolKey) ?? []), titleOf(result)]);
      }
      if (again.size === 0) return null;
      const schools = findings.identification.verdicts.flatMap(({ schoolKey, school }) => {
        const procedures = again.get(schoolKey);
        return procedures === undefined ? [] : [`${school} (${joinRussian(procedures)})`];
      });
      return `низкий результат по одной и той же процедуре в двух рассмотренных годах повторился у ${again.size === 1 ? "школы" : "школ"}: ${schools.join("; ")}`;
    },
  },
  {
    id: "subject",
    text: (findings) => {
      const low = lowResults(findings, findings.identification.year);
      const bySubject = new Map<string, number>();
      for (const result of low) bySubject.set(subjectOf(result), (bySubject.get(subjectOf(result)) ?? 0) + 1);
      const [first, second] = [...bySubject].sort((a, b) => b[1] - a[1]);
      if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return null;
      return `больше всего низких результатов приходится на предмет «${first[0]}»: ${first[1]} из ${low.length}`;
    },
  },
  {
    id: "betweenClasses",
    text: ({ identification, results }) => {
      const vpr = results.filter(
        ({ year, procedure: { form, grade } }) =>
          year === identification.year && form === "ВПР" && grade !== undefined,
      );
      const found: string[] = [];
      for (const subject of new Set(vpr.map(subjectOf))) {
        const byGrade = [
          ...shares(
            vpr.filter((result) => subjectOf(result) === subject),
            ({ procedure }) => String(procedure.grade),
          ),
        ].sort((a, b) => Number(a[0]) - Number(b[0]));
        const [from, to] = [byGrade[0], byGrade.at(-1)];
        const rising = byGrade.every(([, share], index) => share >= (byGrade[index - 1]?.[1] ?? 0));
        if (
          from === undefined ||
          to === undefined ||
          !rising ||
          points(from[1], to[1]) < NOTICEABLE_BETWEEN_CLASSES
        )
          continue;
        found.push(
          `${subject} — с ${formatShare(from[1])} в ${from[0]} классе до ${formatShare(to[1])} в ${to[0]} классе`,
        );
      }
      return found.length === 0
        ? null
        : `доля участников ВПР с отметкой «2» растёт от класса к классу: ${found.join("; ")}`;
    },
  },
  {
    id: "finalExams",
    text: (findings) => {
      const low = lowResults(findings, findings.identification.year).filter(
        ({ procedure }) => procedure.form !== "ВПР",
      );
      const count = new Set(low.map(({ schoolKey }) => schoolKey)).size;
      if (count === 0) return null;
      return `низкие результаты государственной итоговой аттестации (ОГЭ, ЕГЭ) ${plural(count, "имеет", "имеют", "имеют")} ${counted(count, "школа", "школы", "школ")}`;
    },
  },
  {
    id: "rise",
    text: (findings) => {
      const found = changes(findings, 1);
      return found.length === 0
        ? null
        : `доля не справившихся по муниципалитету выросла: ${found.join("; ")}`;
    },
  },
  {
    id: "fall",
    text: (findings) => {
      const found = changes(findings, -1);
      return found.length === 0
        ? null
        : `доля не справившихся по муниципалитету снизилась: ${found.join("; ")}`;
    },
  },
  {
    id: "smallGroups",
    text: ({ identification: { verdicts } }) => {
      const small = lowVerdicts(verdicts).filter(({ evidence }) =>
        evidence.some(({ participants }) => participants !== null && participants < SMALL_GROUP),
      );
      if (small.length === 0) return null;
      return `низкие результаты получены в том числе в группах менее ${SMALL_GROUP} участников, поэтому требуют разбора по отдельным обучающимся: ${names(small)}`;
    },
  },
  {
    id: "insufficient",
    text: ({ identification: { verdicts, year } }) => {
      const unknown = verdicts.filter(({ status }) => status === "insufficient");
      if (unknown.length === 0) return null;
      const when = year === null ? "рассматриваемый" : formatYear(year);
      return `за ${when} учебный год нет данных ${unknown.length === 1 ? "по школе" : "по школам"}: ${names(unknown)}`;
    },
  },
  {
    id: "disputed",
    text: ({ identification: { verdicts } }) => {
      const found = verdicts.flatMap(({ school, disputed }) =>
        disputed === undefined
          ? []
          : [
              `${school} (${disputed.figures.map(({ procedure, year }) => `${procedure}, ${formatYear(year)}`).join("; ")})`,
            ],
      );
      return found.length === 0
        ? null
        : `есть спорные данные, от которых зависит вывод по ${found.length === 1 ? "школе" : "школам"}: ${found.join("; ")}`;
    },
  },
  {
    id: "unchecked",
    text: ({ identification: { verdicts, yearBefore } }) => {
      const judged = verdicts.filter(({ status }) => status !== "insufficient");
      const without2 = judged.filter(
        ({ unchecked: criteria, disputed }) =>
          criteria.includes(2) && disputed?.criteria.includes(2) !== true,
      );
      if (yearBefore === null)
        return without2.length === 0
          ? null
          : "результатов за более ранний учебный год нет, поэтому критерий 2 не проверен";
      const unchecked = without2.filter(({ status }) => status === "notLow"); // for the others it changes nothing
      if (unchecked.length === 0) return null;
      return `за ${formatYear(yearBefore)} учебный год нет результатов, поэтому критерий 2 не проверен ${unchecked.length === 1 ? "у школы" : "у школ"}: ${names(unchecked)}`;
    },
  },
];

/** Ids of all conclusions, whether the data support them or not. */
export const conclusionIds: readonly string[] = CONCLUSIONS.map(({ id }) => id);

/**
 * The conclusions that the data support, as clauses without a final period. One changed cell changes or removes them:
 * each has its own condition above.
 */
export function conclude(findings: Findings): readonly { readonly id: string; readonly text: string }[] {
  return CONCLUSIONS.flatMap(({ id, text }) => {
    const sentence = text(findings);
    return sentence === null ? [] : [{ id, text: sentence }];
  });
}
