import type { Identification } from "../../identification/identify";
import { SMALL_GROUP } from "../../identification/rules";
import type { Evidence } from "../../identification/verdict";
import { formatYear } from "../../results/year";
import { counted, formatDate, formatShare, joinRussian } from "../../text/russian";
import type { SchoolCase } from "./school-case";

/** A change of the failing share of less than this many percentage points is not spoken of. */
const NOTICEABLE = 5;

/** Why a school is in the group, as sentences for its own documents. */
export function schoolReasons(school: SchoolCase, identification: Identification): readonly string[] {
  const { verdict, added } = school;
  return [
    ...(verdict?.criteria.includes(1) === true ? [criterion1(verdict.evidence, identification)] : []),
    ...(verdict?.criteria.includes(2) === true ? [criterion2(verdict.evidence, identification)] : []),
    ...(added === null
      ? []
      : [
          `Школа включена в перечень решением: ${added.ground || "основание не указано"}${added.date === null ? "" : `, ${formatDate(added.date)}`}.`,
        ]),
    ...grown(school, identification),
    ...smallGroups(school),
  ];
}

const titlesOf = (evidence: readonly Evidence[]): string =>
  joinRussian([...new Set(evidence.map(({ procedure }) => `«${procedure}»`))]);

function byYear(evidence: readonly Evidence[]): readonly (readonly [number, readonly Evidence[]])[] {
  const years = new Map<number, Evidence[]>();
  for (const one of evidence) years.set(one.year, [...(years.get(one.year) ?? []), one]);
  return [...years].sort(([a], [b]) => a - b);
}

function criterion1(evidence: readonly Evidence[], { rule }: Identification): string {
  const parts = byYear(evidence.filter(({ criterion }) => criterion === 1)).map(
    ([year, low]) =>
      `за ${formatYear(year)} учебный год низкими оказались результаты ${counted(new Set(low.map(({ procedure }) => procedure)).size, "процедуры", "процедур", "процедур")}: ${titlesOf(low)}`,
  );
  return `Выполнен критерий 1 (не менее ${counted(rule.criterion1.count, "процедуры", "процедур", "процедур")} с низким результатом за год): ${parts.join("; ")}.`;
}

function criterion2(evidence: readonly Evidence[], { rule }: Identification): string {
  const low = evidence.filter(({ criterion }) => criterion === 2);
  if (rule.criterion2.procedures === "same") {
    const years = byYear(low).map(([year]) => formatYear(year));
    return `Выполнен критерий 2 (одна и та же процедура в обоих годах): ${titlesOf(low)} – низкий результат в ${joinRussian(years)} учебных годах.`;
  }
  const parts = byYear(low).map(([year, ofYear]) => `за ${formatYear(year)} – ${titlesOf(ofYear)}`);
  return `Выполнен критерий 2 (низкие результаты в обоих учебных годах): ${parts.join("; ")}.`;
}

/** Shares that rose noticeably from the earlier year to the year in view. */
function grown({ results, low }: SchoolCase, { year, yearBefore }: Identification): string[] {
  const parts = low.flatMap(({ title, procedure }) => {
    const of = (wanted: number | null): number | null =>
      results.find(
        (result) =>
          result.year === wanted &&
          result.procedure.form === procedure.form &&
          result.procedure.subject === procedure.subject &&
          result.procedure.grade === procedure.grade,
      )?.share ?? null;
    const [from, to] = [of(yearBefore), of(year)];
    if (from === null || to === null || Math.round((to - from) * 1e9) / 1e7 < NOTICEABLE) return [];
    return [`«${title}» – с ${formatShare(from)} до ${formatShare(to)}`];
  });
  return parts.length === 0 ? [] : [`Доля не справившихся выросла: ${parts.join("; ")}.`];
}

function smallGroups({ low }: SchoolCase): string[] {
  const small = low.filter(({ results }) =>
    results.some(({ participants }) => participants !== null && participants < SMALL_GROUP),
  );
  if (small.length === 0) return [];
  return [
    `Участников было меньше ${SMALL_GROUP}, поэтому важен результат каждого: ${joinRussian(small.map(({ title }) => `«${title}»`))}.`,
  ];
}
