import { PROCEDURES, SCHOOLS, YEAR, YEAR_BEFORE } from "./municipality";
import type { Fact, MadeUpSchool, Year } from "./municipality";

export interface TrueVerdict {
  school: string;
  status: "low" | "notLow" | "insufficient";
  /** The criteria met, 1 and 2. */
  criteria: number[];
  /** Criterion 2 where the school has nothing in the earlier year. */
  unchecked: number[];
  /** The low procedures behind it. */
  low: string[];
  lowBefore: string[];
}

/**
 * The two rules of the domain reference («Identification», its table), written once more and as plainly as possible:
 * the product's own code is tested against this and must not be used here.
 */
export function judge(rule: "000" | "004", facts: readonly Fact[]): TrueVerdict[] {
  return SCHOOLS.map((school) => judgeSchool(rule, school, facts));
}

function judgeSchool(rule: "000" | "004", school: MadeUpSchool, facts: readonly Fact[]): TrueVerdict {
  const low = lowOf(school, YEAR, facts);
  const lowBefore = lowOf(school, YEAR_BEFORE, facts);
  const common = { school: school.name, low, lowBefore };
  if (!hasResults(school, YEAR, facts))
    return { ...common, status: "insufficient", criteria: [], unchecked: [] };

  const first = low.length >= 2 || (rule === "004" && lowBefore.length >= 2);
  const repeated = low.some((procedure) => lowBefore.includes(procedure));
  const second = rule === "000" ? low.length >= 1 && lowBefore.length >= 1 : repeated;
  const criteria = [...(first ? [1] : []), ...(second ? [2] : [])];
  const unchecked = hasResults(school, YEAR_BEFORE, facts) ? [] : [2];
  return { ...common, status: criteria.length > 0 ? "low" : "notLow", criteria, unchecked };
}

function lowOf(school: MadeUpSchool, year: Year, facts: readonly Fact[]): string[] {
  const names = PROCEDURES.map(([name]) => name);
  return names.filter((name) => {
    const fact = facts.find((one) => one.school === school && one.year === year && one.procedure === name);
    const figures = fact?.figures;
    // At least 30 % of the participants, in whole numbers; nobody took part is no data.
    return figures != null && figures.participants > 0 && figures.failed * 100 >= 30 * figures.participants;
  });
}

function hasResults(school: MadeUpSchool, year: Year, facts: readonly Fact[]): boolean {
  return facts.some(
    (one) =>
      one.school === school && one.year === year && one.figures !== null && one.figures.participants > 0,
  );
}
