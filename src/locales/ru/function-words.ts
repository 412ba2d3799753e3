/** Words that the custom functions put into cells. One language: a workbook reads the same on every computer. */
import type { CriterionMet, LowProcedure, WhyLow } from "../../domain/cells/why-low";
import type { TrendWord } from "../../domain/cells/trend";
import type { VerdictStatus } from "../../domain/identification/verdict";
import { formatShare } from "../../domain/text/russian";

export const NO_DATA = "нет данных";
export const ASK = "спросить";

export const trendWords: Readonly<Record<TrendWord, string>> = {
  worse: "отрицательная динамика",
  better: "положительная динамика",
  steady: "без существенных изменений",
};

export const verdictWords: Readonly<Record<VerdictStatus, string>> = {
  low: "низкие результаты",
  notLow: "нет признаков",
  insufficient: "недостаточно данных",
};

export const lowSchoolsHeader = ["Школа", "Вывод", "Критерии", "Процедуры"] as const;

/** @example "критерий 2: ВПР математика 5 — 34,8 % и 31,0 %" */
export function whyLowText({ answer, met, threshold }: WhyLow): string {
  if (answer === "noData") return NO_DATA;
  return met.map((each) => criterionText(each, threshold)).join("; ");
}

function criterionText({ criterion, year, yearBefore, same }: CriterionMet, threshold: number): string {
  const share = ({ share: fraction }: LowProcedure): string => formatShare(fraction, threshold);
  const list = (procedures: readonly LowProcedure[]): string =>
    procedures.map((procedure) => `${nameOf(procedure)} — ${share(procedure)}`).join(", ");
  const start = `критерий ${criterion}: `;
  if (same && criterion === 2) {
    const pairs = year.map((procedure, index) => {
      const before = yearBefore[index];
      return `${nameOf(procedure)} — ${share(procedure)}${before === undefined ? "" : ` и ${share(before)}`}`;
    });
    return start + pairs.join(", ");
  }
  const before = yearBefore.length === 0 ? [] : [`в предыдущем году ${list(yearBefore)}`];
  return start + [...(year.length === 0 ? [] : [list(year)]), ...before].join(", ");
}

function nameOf({ name, position }: LowProcedure): string {
  return name ?? `процедура ${position}`;
}
